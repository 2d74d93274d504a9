package extract

import (
	"strings"

	"averment/evidence"
)

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
		case s.owned(un, q, &x):
		case f != nil:
			s.attribute(&x, f, "attributed")
		case s.labelled(un, q, &x), s.headed(un, q, &x):
		case s.carries(un, lastUnit, q, last) && talk.answers(s.paragraphOf(un), n > 0 && s.quotes[n-1].continues, &x):
		case s.carries(un, lastUnit, q, last):
			x.Speaker, x.Cue, x.SpeakerSpan, x.Rule = last.Speaker, last.Cue, last.SpeakerSpan, "carried over"
		case s.wholeUnit(un, q):
			if g := s.before(un, q); g != nil {
				s.attribute(&x, g, "carried over from the statement before")
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

// frameOf is the innermost frame of the unit whose content holds the quotation.
func (s *speech) frameOf(un int, q quote) *frame {
	u := s.units[un]
	var best *frame
	size := 1 << 30
	if f := s.governing(u, q); f != nil {
		return f
	}
	for n := u.frames.first; n < u.frames.end; n++ {
		f := &s.frames[n]
		for _, run := range f.content {
			if run.first <= q.first && q.end <= run.end+1 && run.end-run.first <= size && f.rule != "adverb" && !(best != nil && unspoken[s.p.tokens[f.verb].low]) {
				if best != nil && run.end-run.first == size && distance(f, q) >= distance(best, q) {
					continue
				}
				best, size = f, run.end-run.first
			}
		}
	}
	return best
}

// governing is the frame whose cue stands in the same clause before a quotation that only
// words part from it, and whose content an attribution behind cuts: in "the report urged
// repairs “without delay”, the court heard" the report's.
func (s *speech) governing(u unit, q quote) *frame {
	if q.first <= u.first || s.mask[q.first-1] != 0 || s.p.tokens[q.first-1].kind == punct {
		return nil
	}
	for n := u.frames.end - 1; n >= u.frames.first; n-- {
		f := &s.frames[n]
		if f.cue.end > q.first || f.rule == "adverb" || unspoken[s.p.tokens[f.verb].low] || f.subject.first < 0 || len(f.content) == 0 {
			continue
		}
		if c := f.content[0]; c.first < f.cue.end && !f.whole || c.end < q.end {
			return nil
		}
		for k := f.cue.end; k < q.first; k++ {
			if s.mask[k] == 0 && s.p.tokens[k].is(",", ";", "and", "but") {
				return nil
			}
		}
		return f
	}
	return nil
}

// unspoken are cues of what goes on in somebody's head, which seldom govern a quotation.
var unspoken = set("know", "knows", "knew", "known", "understand", "understands", "understood", "think", "thinks", "thought", "feel", "feels", "felt", "learn", "learned", "realise", "realised",
	"realize", "realized", "discover", "discovered", "hear", "heard", "see", "saw", "show", "shows", "showed", "shown",
	"suspect", "suspects", "suspected", "believe", "believes", "believed", "fear", "fears", "feared", "doubt", "doubts", "doubted", "expect", "expects", "expected", "hope", "hopes", "hoped",
	"assume", "assumes", "assumed", "worry", "worries", "worried")

func distance(f *frame, q quote) int {
	if f.cue.first >= q.end {
		return f.cue.first - q.end
	}
	return max(0, q.first-f.cue.end)
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

// wholeUnit says whether the unit is nothing but the quotation.
func (s *speech) wholeUnit(un int, q quote) bool {
	u := s.units[un]
	for k := u.first; k < u.end; k++ {
		if s.mask[k] == 0 && s.p.tokens[k].kind != punct {
			return false
		}
	}
	return true
}

// termBefore are words that introduce a title or a term.
var termBefore = set("titled", "entitled", "called", "named", "dubbed", "nicknamed", "term", "word", "phrase", "words", "called:", "labelled", "labeled",
	"headed", "headlined", "captioned", "song", "film", "book", "movie", "album", "novel", "show", "play", "magazine", "or", "hashtag", "slogan", "nickname", "marked", "codenamed")

// works are what bears a title.
var works = set("song", "film", "book", "movie", "album", "novel", "show", "play", "magazine", "hit", "single", "track", "ballad", "anthem", "poem", "painting", "series", "sitcom",
	"documentary", "episode", "memoir", "essay", "article", "column", "podcast", "exhibition", "game", "sculpture", "seminar", "course", "line", "headline", "subject", "banner", "file", "campaign", "bestseller", "musical", "opera", "mural", "lecture", "program", "programme", "label")

// termAfter are words that a term in quotation marks describes.
var termAfter = set("section", "page", "button", "feature", "setting", "settings", "clause", "list", "column", "tab", "option", "program",
	"programme", "linked", "label", "category", "tag", "file", "folder", "box", "link", "document", "sign", "mode")

// term says whether a quotation is a title or a term rather than speech.
func (s *speech) term(q quote, n int) bool {
	first, end := q.inner()
	before, after := s.p.at(q.first-1), s.p.at(q.end)
	if q.close == 0 || end-first > 9 {
		return false
	}
	last := s.p.at(end - 1)
	if (works[before.low] || before.is("named", "called", "titled", "entitled", "dubbed", "headlined")) && (s.titled(first, end) || end-first < 3) {
		return true
	}
	if last.is(",", ".", "?", "!") && end-first > 3 {
		return false
	}
	switch {
	case q.single && before.kind == clitic && end-first < 6 && !last.is(",", ".", "?", "!"):
		return true // "Harbor's 'frequently asked questions'"
	case before.low == "(" && after.low == ")" && end-first < 8:
		return true
	case before.low == ":":
		return false
	case end-first == 1 && s.p.at(first).capital && after.kind == word && !after.capital && (determiners[before.low] || before.kind == word && determiners[s.p.at(q.first-2).low]) && !auxiliaryVerb(after.low) && !prepositions[after.low] && !subordinators[after.low]:
		return true // "its blue “Verified” badge"
	case termBefore[before.low], termAfter[after.low] && end-first < 7:
		return true
	case before.low == "known" || before.low == "as" && s.p.at(q.first-2).is("known", "defined"):
		return true
	}
	return end-first >= 2 && s.titled(first, end) && !after.is(",") && last.low != ","
}

// titled says whether all words but small ones begin with capitals, as titles do.
func (s *speech) titled(first, end int) bool {
	capitals, small := 0, 0
	for k := first; k < end; k++ {
		t := &s.p.tokens[k]
		switch {
		case t.kind != word:
		case t.capital:
			capitals++
		case len(t.low) > 3 || !prepositions[t.low] && !determiners[t.low] && t.low != "and":
			small++
		}
	}
	return capitals >= 2 && small == 0 && !strings.Contains(s.p.str(first, end), "...")
}
