package extract

import "averment/evidence"

// quotations gives each quotation of the page its speaker and cue: those of the frame
// whose content holds it, else of the frame that stands next to it in its unit, else
// those carried over from the quotation or the statement before it.
func (s *speech) quotations() []evidence.Quotation {
	out := make([]evidence.Quotation, 0, len(s.quotes))
	var last *evidence.Quotation
	var talk dialogue
	lastUnit := -10
	for n, q := range s.quotes {
		first, end := q.inner()
		un := s.unitOf(q.first)
		x := evidence.Quotation{Text: s.p.str(first, end), Spans: []evidence.Span{s.p.span(first, end)}}
		f := s.frameOf(un, q)
		switch {
		case s.term(q, n):
			x.Scare, x.Rule = true, "term"
		case s.owned(un, q, &x), s.authored(un, q, &x):
		case s.headLabel(un, q, f, &x):
		case s.same(f, un, lastUnit, last):
			s.attribute(&x, f, "attributed")
			x.Speaker = last.Speaker
		case f != nil:
			s.attribute(&x, f, "attributed")
		case s.labelled(un, q, &x), s.headed(un, q, &x), s.behind(un, q, &x):
		case s.carries(un, lastUnit, q, last) && talk.answers(s.paragraphOf(un), n > 0 && s.quotes[n-1].continues, &x):
		case s.carries(un, lastUnit, q, last):
			x.Speaker, x.Cue, x.SpeakerSpan, x.Rule = last.Speaker, last.Cue, last.SpeakerSpan, "carried over"
		case s.wholeUnit(un, q):
			if g := s.before(un, q); g != nil {
				s.attribute(&x, g, "carried over from the statement before")
			} else if s.announced(un, &x) {
			} else if run, name := s.beat(un, last, lastUnit); name != "" {
				where := s.p.span(run.first, run.end)
				x.Speaker, x.SpeakerSpan, x.Rule = name, &where, "acts before"
			}
		default:
			x.Scare, x.Rule = end-first <= 5, "no speaker"
		}
		if un >= 0 && s.units[un].heading {
			s.heads = append(s.heads, s.quoted+len(out))
		}
		out = append(out, x)
		if !x.Scare && x.Speaker != "" {
			last, lastUnit = &out[len(out)-1], s.unitOf(q.end-1)
			copied := *last
			last = &copied
			talk.note(s.paragraphOf(un), last)
		}
	}
	s.backward(out)
	return out
}

// backward gives a quotation that its paragraph left open, and that nobody was named for,
// the speaker of the paragraph in which it goes on.
func (s *speech) backward(list []evidence.Quotation) {
	for n := len(list) - 2; n >= 0; n-- {
		x, next := &list[n], &list[n+1]
		if s.quotes[n].continues && x.Speaker == "" && next.Speaker != "" {
			x.Speaker, x.Cue, x.SpeakerSpan, x.Rule = next.Speaker, next.Cue, next.SpeakerSpan, "goes on in the next paragraph"
			x.Scare = false
		}
	}
}

func (s *speech) attribute(x *evidence.Quotation, f *frame, rule string) {
	x.Speaker, x.Rule = f.speaker, rule
	if name := s.leadName(s.unitOf(f.cue.first), f.subject); name != "" {
		x.Speaker = name
	}
	x.Cue = oneLine(lower(s.p.str(f.cue.first, f.cue.end)))
	if f.subject.first >= 0 {
		where := s.p.span(f.subject.first, f.subject.end)
		x.SpeakerSpan = &where
	}
}

// unitOf is the unit that holds token k, -1 for none.
func (s *speech) unitOf(k int) int {
	lo, hi := 0, len(s.units)
	for lo < hi {
		mid := (lo + hi) / 2
		if s.units[mid].end <= k {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	if lo < len(s.units) && s.units[lo].first <= k {
		return lo
	}
	return -1
}

// before is the last frame with a speaker in the unit before, in the same paragraph, or
// of a unit that ends in a colon.
func (s *speech) before(un int, q quote) *frame {
	u := s.units[un]
	if un == 0 {
		return nil
	}
	p := s.units[un-1]
	colon := p.end > p.first && s.p.tokens[p.end-1].low == ":"
	if u.para && !colon {
		return nil
	}
	for n := p.frames.end - 1; n >= p.frames.first; n-- {
		if s.frames[n].speaker != "" && s.frames[n].rule != "adverb" {
			return &s.frames[n]
		}
	}
	return nil
}

// beat is the person whom the sentence before, of the same paragraph, tells to do something:
// `Hall shook his head. "Never."`; "" for nobody.
func (s *speech) beat(un int, last *evidence.Quotation, lastUnit int) (tokenRun, string) {
	if un == 0 || s.units[un].para {
		return tokenRun{}, ""
	}
	u := s.units[un-1]
	run, ok := s.unitSubject(u, s.bodyEnd(u))
	if !ok || u.heading {
		return tokenRun{}, ""
	}
	if w := s.p.tokens[run.first].low; run.end-run.first == 1 && pronouns[w] {
		if pronounGender[w] == unknownGender {
			return tokenRun{}, ""
		}
		if last != nil && lastUnit == un-2 && s.paras[lastUnit] == s.paras[un] && s.genderOf(last.Speaker, unknownGender) != otherGender[w] {
			return run, last.Speaker // “A,” she said. She is tall. “B.”
		}
		return run, s.antecedent(w)
	}
	name := s.name(u, s.named(u, run))
	if p := s.parties[lower(name)]; p != nil && (p.Type == evidence.Person || p.Type == evidence.Judge) || s.people.byName[lower(name)] != nil || s.personal(run) {
		return run, name
	}
	return tokenRun{}, ""
}

// carries says whether the speech before goes on in this quotation: adjacent units, with
// nothing but the quotation in this one, or a paragraph that was left open.
func (s *speech) carries(un, lastUnit int, q quote, last *evidence.Quotation) bool {
	if last == nil || un-lastUnit > 1 || !s.wholeUnit(un, q) {
		return false
	}
	return true
}

// wholeUnit says whether the unit is nothing but the quotation, or opens with one that ends its
// sentence: `"… or race." Hall did not say why.`
func (s *speech) wholeUnit(un int, q quote) bool {
	u := s.units[un]
	end := u.end
	if q.end < end && q.close > 0 && s.p.at(q.end-q.close-1).low == "." && s.p.at(q.end).capital {
		end = q.end
	}
	for k := u.first; k < end; k++ {
		if s.mask[k] == 0 && s.p.tokens[k].kind != punct {
			return false
		}
	}
	return true
}
