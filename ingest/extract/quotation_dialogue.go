package extract

import "averment/evidence"

// dialogue follows the turns of a conversation: paragraphs in a row that are spoken.
type dialogue struct {
	turns []turn // the newest two
}

// turn is a paragraph and the last quotation in it whose speaker is known.
type turn struct {
	paragraph int
	said      *evidence.Quotation
}

// note records who speaks in a paragraph.
func (d *dialogue) note(paragraph int, q *evidence.Quotation) {
	n := len(d.turns)
	switch {
	case n > 0 && d.turns[n-1].paragraph == paragraph:
		d.turns[n-1].said = q
	case n > 0 && d.turns[n-1].paragraph == paragraph-1:
		d.turns = append(d.turns[max(0, n-1):], turn{paragraph, q})
	default:
		d.turns = append(d.turns[:0], turn{paragraph, q})
	}
}

// answers gives a quotation that is a paragraph of its own, behind two turns of different
// speakers, to the one whose turn it is. Speech that its paragraph left open goes on.
func (d *dialogue) answers(paragraph int, open bool, x *evidence.Quotation) bool {
	if open || len(d.turns) < 2 || d.turns[1].paragraph != paragraph-1 || d.turns[0].said.Speaker == d.turns[1].said.Speaker {
		return false
	}
	q := d.turns[0].said
	x.Speaker, x.Cue, x.SpeakerSpan, x.Rule = q.Speaker, q.Cue, q.SpeakerSpan, "takes turns"
	return true
}

// paragraphOf numbers the paragraph of a unit.
func (s *speech) paragraphOf(un int) int {
	if un < 0 || un >= len(s.paras) {
		return -1
	}
	return s.paras[un]
}

// labelled reads the name that stands before the speech in a transcript: `Chair Pike: “…”`.
func (s *speech) labelled(un int, q quote, x *evidence.Quotation) bool {
	if un < 0 {
		return false
	}
	u := s.units[un]
	if q.first-u.first < 2 || q.first-u.first > 7 || s.p.tokens[q.first-1].low != ":" || !s.p.tokens[u.first].capital {
		return false
	}
	run := tokenRun{u.first, q.first - 1}
	for k := run.first; k < run.end; k++ {
		t := &s.p.tokens[k]
		if t.kind == word && !t.capital && !t.in(inParticles) || t.kind != word && t.low != "." && t.low != "-" || t.in(inSubordinators) || t.in(inStarters) && t.low != "the" {
			return false
		}
	}
	where := s.p.span(run.first, run.end)
	x.Speaker, x.SpeakerSpan, x.Rule = s.labelName(run), &where, "label"
	return x.Speaker != ""
}

// labelName is who a label names; one in capitals is printed as a name is.
func (s *speech) labelName(run tokenRun) string {
	name := s.name(unit{first: run.first, end: run.end}, run)
	if w := s.people.named(s.p, run.first, run.end); w != nil {
		return s.called(w)
	}
	return name
}
