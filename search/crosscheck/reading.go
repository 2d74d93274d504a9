package crosscheck

import (
	"math"
	"slices"
	"strings"
)

// part is a headline or a sentence with its turns and what it has of the claim.
type part struct {
	claim    *claim
	unit     int
	headline bool
	text     string
	words    []word
	cues     []cue
	touch    touch // by all kin in a headline, by close kin in a sentence
	near     touch // by close kin
}

func (c *claim) part(s *source, unit int, text string, list []word, headline bool) part {
	list = paired(list)
	p := part{claim: c, unit: unit, headline: headline, text: text, words: list, near: c.touches(list, s.proper, kin().close)}
	if p.touch = p.near; headline {
		p.touch = c.touches(list, s.proper, math.MaxInt)
	}
	for _, q := range cuesOf(list) {
		if !c.saysTurn(q, list[q.from:q.to]) && !strings.ContainsAny(text[list[q.from].end:max(list[q.from].end, list[q.to-1].start)], "?!;") {
			p.cues = append(p.cues, q)
		}
	}
	p.cues = slices.DeleteFunc(p.cues, p.aside)
	return p
}

// aside says whether a turn of doubt bears on something else: "alleged" on a noun of which
// the claim tells nothing, "according to" on somebody in office.
func (p *part) aside(q cue) bool {
	w := p.words[q.from]
	switch w.fold {
	case "according":
		return p.office(q.to)
	case "alleged", "supposed", "possible", "potential", "suspected":
		return !slices.ContainsFunc(p.words[q.to:min(q.to+3, len(p.words))], func(v word) bool { return p.claim.content(v) || p.claim.named(v) || tales[v.fold] })
	}
	return false
}

// says whether the claim itself has the first word of a turn that tells anything, or one that
// tells of the same deed; the turn then tells of the matter.
func (c *claim) says(list []word) bool {
	at := slices.IndexFunc(list, func(w word) bool { return !w.stop || w.pair != "" })
	return at >= 0 && slices.ContainsFunc(c.terms, func(t term) bool {
		return !list[at].stop && t.class == list[at].class || c.isDeed(t) && kindred(t, list[at])
	})
}

// saysTurn says whether a claim says what a turn says, so that the turn leaves nothing open and
// takes nothing back: "made $2 million" does not say "made up", nor "brought" "filed a patent".
// Blame is laid, and things go on, whatever the claim says of the cause.
func (c *claim) saysTurn(q cue, list []word) bool {
	if !c.says(list) {
		return false
	}
	if (q.kind == cueDebunk || q.kind == cueTwist) && slices.ContainsFunc(list, func(w word) bool { return isNegator(w.fold) }) && !slices.ContainsFunc(c.unit.words, func(w word) bool { return isNegator(w.fold) }) {
		return false
	}
	for _, w := range list {
		if (q.kind == cueHedge || q.kind == cueUndo) && !w.stop && !c.says([]word{w}) {
			return false
		}
	}
	if q.kind == cueDebunk && len(list) > 1 && !c.deed(list[0]) {
		return c.follows(list[0].fold, list[1].fold)
	}
	return q.kind != cueLast && !strings.HasPrefix(list[0].fold, "blam") || slices.ContainsFunc(c.terms, func(t term) bool { return t.class == list[0].class })
}

// follows says whether one word stands right behind another in a claim.
func (c *claim) follows(first, next string) bool {
	for i := 1; i < len(c.unit.words); i++ {
		if c.unit.words[i-1].fold == first && c.unit.words[i].fold == next {
			return true
		}
	}
	return false
}

func (p *part) has(kind string) bool {
	return slices.ContainsFunc(p.cues, func(q cue) bool { return q.kind == kind })
}
