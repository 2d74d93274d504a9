package crosscheck

import "slices"

// touch is how much a text has to do with a claim: shares from 0 to 1.
type touch struct {
	names   int     // names of the claim that it has
	content int     // other words of the claim that it has, in any form
	recall  float64 // of the claim, by weight
	inside  float64 // of its own words that the claim has
	event   bool    // it tells of the deed of the claim, or the claim tells of none
	deed    bool    // it tells of the deed
	figures int     // figures and words of dates of the claim that it has
	runs    int     // names of the claim of which it has a word, however long they are
	whole   float64 // recall where one word of a name stands for the name
}

// about says whether the text is on the matter of the claim at all.
func (t touch) about() bool {
	return t.names+t.content >= 2 && (t.recall >= 0.25 || t.inside >= 0.4) || t.recall >= 0.5
}

// close says whether the text tells of the deed itself, or of most of the matter.
func (t touch) close() bool { return t.about() && t.deed || t.content > 1 && t.recall >= 0.5 }

// touches measures what words from a headline or a sentence have of a claim, kin by the first
// classes of the tables only.
func (c *claim) touches(list []word, proper map[string]bool, classes int) touch {
	var t touch
	list = slices.DeleteFunc(slices.Clone(list), func(w word) bool { return w.fold == "appeals" }) // "appeals court" tells of no appeal
	got, all := 0.0, 0.0
	runs := runWeights{}
	for _, k := range c.terms {
		all += k.weight
		runs.add(k, false)
		if !slices.ContainsFunc(list, func(w word) bool { return kindredIn(k, w, classes) }) && !initialled(c, k, list) {
			continue
		}
		got += k.weight
		runs.add(k, true)
		switch {
		case k.name || k.initial && proper[possessive(k.fold)]:
			t.names++
		case k.weight == contentWeight:
			t.content++
		}
		t.deed = t.deed || c.isDeed(k)
	}
	t.event = t.deed || c.event == ""
	if all > 0 {
		t.recall = got / all
	}
	t.figures = c.sharedFigures(list)
	t.runs, t.whole = runs.sum(got, all)
	own, shared := 0, 0
	for _, w := range list {
		if w.stop || w.number || words().generic[w.class] {
			continue
		}
		own++
		if slices.ContainsFunc(c.terms, func(k term) bool { return kindredIn(k, w, classes) }) {
			shared++
		}
	}
	if own > 0 {
		t.inside = float64(shared) / float64(own)
	}
	return t
}

// isDeed says whether a term is the verb that tells what the claim tells.
func (c *claim) isDeed(k term) bool {
	x := words()
	return !k.name && (k.class == c.event || k.class == c.act && c.act != "" || k.class == c.second && c.second != "" || k.class == x.classOf(c.event) || x.action[k.fold] == c.event && c.event != "")
}

// initialled says whether a name of the claim stands in a list by its initials: "KC" for
// Kansas City.
func initialled(c *claim, k term, list []word) bool {
	if !k.name && !k.initial {
		return false
	}
	at := slices.IndexFunc(c.unit.words, func(w word) bool { return w.fold == k.fold })
	for _, w := range list {
		n := len(w.fold)
		if !w.capital || n < 2 || n > 5 {
			continue
		}
		for from := max(0, at-n+1); from <= at && from+n <= len(c.unit.words); from++ {
			if spelt(c.unit.words[from:from+n], w.fold) {
				return true
			}
		}
	}
	return false
}

// spelt says whether names in a row have the letters of a short form for initials.
func spelt(list []word, short string) bool {
	for i, w := range list {
		if !w.capital || w.fold[0] != short[i] {
			return false
		}
	}
	return true
}

// runWeights are, by the number of a name, what its words weigh in a claim, and what those
// weigh that a text has.
type runWeights map[int][2]float64

func (r runWeights) add(k term, found bool) {
	if k.run == 0 {
		return
	}
	w := r[k.run]
	if found {
		w[1] += k.weight
	} else {
		w[0] += k.weight
	}
	r[k.run] = w
}

// sum counts the names of which a text has a word, and gives the recall where such a word
// stands for the whole name.
func (r runWeights) sum(got, all float64) (names int, recall float64) {
	for _, w := range r {
		one := min(w[0], nameWeight)
		all += one - w[0]
		got -= w[1]
		if w[1] > 0 {
			names++
			got += one
		}
	}
	if all <= 0 {
		return names, 0
	}
	return names, got / all
}

// sharedFigures counts the figures and the words of dates of a claim that a list has.
func (c *claim) sharedFigures(list []word) (n int) {
	for _, w := range c.unit.words {
		if w.stop || !w.number && !c.source.inSlot(c.unit, w) {
			continue
		}
		value := figure(w.fold)
		if slices.ContainsFunc(list, func(v word) bool { return v.fold == w.fold || value >= 0 && figure(v.fold) == value }) {
			n++
		}
	}
	return n
}
