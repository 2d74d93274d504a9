package crosscheck

import (
	"slices"
	"strings"

	"averment/evidence"
)

// claim is a unit of the text that is checked, with the weight of each of its words.
type claim struct {
	source    *source
	unit      *unit
	terms     []term
	weight    float64 // of all terms
	names     []string
	additions map[int]string
	event     string          // class of the verb that tells what happened, "" where none is seen
	act       string          // where no event is seen, class of the verb that tells what goes on: "is buying"
	second    string          // class of the verb that hangs on it: "start charging", "agree to pay"
	response  evidence.Stance // of a claim about what somebody answered, "" for others
	speaker   string
	attribute string // whom the claim credits, "" when it speaks in its own voice
	stance    evidence.Stance
	relation  relation // how the claim says that parties stand; its kind is "" for others
}

// term is a word of a claim that a passage may have.
type term struct {
	class   string
	fold    string
	weight  float64
	negated bool
	head    bool // what the claim denies
	name    bool
	initial bool   // it heads the claim, so that its capital tells nothing
	pair    string // with the next word, where the two tell of something together
	at      int    // its place among the words of the claim
	run     int    // the number of the name it belongs to, from 1; 0 for no name
}

// Weights of words.
const (
	nameWeight    = 0.8
	genericWeight = 0.35
	contentWeight = 1.0
)

func readClaim(s *source, u *unit) *claim {
	c := &claim{source: s, unit: u, additions: map[int]string{}, event: event(u.words)}
	x := words()
	seen := map[string]bool{}
	run, last := 0, -2
	for i, w := range paired(u.words) {
		if a := x.addition[w.fold]; a > 0 && !(w.fold == "first" && i+1 < len(u.words) && x.generic[u.words[i+1].class]) {
			c.additions[a] = w.fold
		}
		if w.stop || seen[w.class] || w.number || s.inSlot(u, w) {
			continue
		}
		seen[w.class] = true
		t := term{class: w.class, fold: w.fold, pair: w.pair, at: i, weight: contentWeight, negated: w.negated, head: w.head, initial: i == 0 && w.capital,
			name: w.capital && (i > 0 || s.named(w.fold)) && !x.generic[w.class]}
		switch {
		case x.generic[w.class]:
			t.weight = genericWeight
		case t.name:
			t.weight = nameWeight
			if i != last+1 {
				run++
			}
			t.run, last = run, i
			if i == 1 && len(c.terms) == 1 && c.terms[0].initial {
				c.terms[0].run = run // "Saudi Arabia's airline"
			}
			c.names = append(c.names, w.class)
		}
		c.terms = append(c.terms, t)
		c.weight += t.weight
	}
	c.second = secondVerb(u.words, c.event)
	if c.event == "" {
		c.act = underWay(u.words)
	}
	c.readSpeech()
	c.relation, _ = relationOf(u.text)
	return c
}

// inSlot says whether a word belongs to an amount or a date, which are compared apart.
func (s *source) inSlot(u *unit, w word) bool {
	at := func(spans []evidence.Span) bool {
		for _, sp := range spans {
			if from, to, ok := u.within(sp); ok && from <= w.start && w.end <= to {
				return true
			}
		}
		return false
	}
	for _, d := range u.dates {
		if at(d.Spans) {
			return true
		}
	}
	for _, a := range u.amounts {
		if at(a.Spans) && (a.Money() || !strings.Contains(strings.ToLower(a.Unit), w.fold)) {
			return true
		}
	}
	return false
}

// named says whether a folded word belongs to a party's name.
func (s *source) named(fold string) bool {
	for _, n := range s.names {
		for _, f := range n.forms {
			if strings.Contains(" "+f+" ", " "+fold+" ") {
				return true
			}
		}
	}
	return false
}

// readSpeech finds whether the claim is about an answer, and whom it credits.
func (c *claim) readSpeech() {
	for _, st := range c.unit.statements {
		if st.Stance == evidence.NoComment || st.Stance == evidence.Silent || st.Stance == evidence.Declined ||
			st.Stance == evidence.Denies && st.Speaker != "" && aboutCharges(st.Text) {
			c.response, c.speaker = st.Stance, st.Speaker
		}
		if st.Cue != "" && st.Speaker != "" && c.attribute == "" {
			c.attribute, c.stance = st.Speaker, st.Stance
		}
	}
	if c.response == "" {
		low := " " + foldText(c.unit.text) + " "
		for _, p := range []string{" stayed silent ", " kept silent ", " remained silent ", " said nothing "} {
			if before, _, ok := strings.Cut(low, p); ok {
				c.response, c.speaker = evidence.Silent, strings.TrimSpace(before)
			}
		}
	}
}

// charges are words for what a party stands accused of.
var charges = map[string]bool{"allegations": true, "allegation": true, "claims": true, "claim": true, "charge": true, "charges": true, "accusations": true, "accusation": true, "lawsuit": true, "suit": true, "complaint": true, "wrongdoing": true, "merit": true, "baseless": true, "them": true, "it": true, "false": true}

// aboutCharges says whether a denial speaks of the accusation as a whole.
func aboutCharges(text string) bool {
	hits, pronouns, content := 0, 0, 0
	for _, w := range split(text) {
		switch {
		case w.fold == "it" || w.fold == "them":
			pronouns++
		case charges[w.fold]:
			hits++
		case !w.stop:
			content++
		}
	}
	return hits > 0 && content <= 4 || pronouns > 0 && content <= 1
}

// asks says whether a text is a question, and not one that tells what somebody asked.
func (c *claim) asks() bool {
	list := c.unit.words
	if slices.ContainsFunc(list[min(1, len(list)):], func(w word) bool { return w.fold == "asked" || w.fold == "asks" || w.fold == "asking" }) && !askers[list[0].fold] {
		return false
	}
	return strings.HasSuffix(strings.TrimRight(strings.TrimSpace(c.unit.text), "\"”’)"), "?")
}

// note says of a text why documents can hardly decide it: it asks, or it names nobody,
// gives no figure and no date and tells of no deed.
func (c *claim) note() string {
	switch {
	case c.asks():
		return "a question: it claims nothing"
	case c.response != "" || len(c.names) > 0 || len(c.unit.amounts) > 0 || len(c.unit.dates) > 0 || len(c.unit.causes) > 0 || c.event != "" || c.topic() != "":
		return ""
	}
	return "no claim to check: no name, figure, date or deed"
}
