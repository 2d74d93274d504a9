package extract

import (
	"slices"
	"strings"

	"averment/evidence"
)

// nested are the quotations that stand in single marks inside those of the page: `She wrote: "Pike
// told me 'sell everything'."` Who is quoted inside is told by the words before, in the outer
// quotation.
func (s *speech) nested() []evidence.Quotation {
	var out []evidence.Quotation
	for n, q := range s.quotes {
		if q.single {
			continue
		}
		first, end := q.inner()
		for k := first; k < end; k++ {
			kind, open := openMark(s.p, k)
			if kind != '\'' {
				continue
			}
			stop, marks := closeMark(s.p, k+open, end, kind)
			if stop < 0 {
				break
			}
			if stop-k-open > 1 {
				out = append(out, s.inside(s.said[n], tokenRun{first, k}, tokenRun{k + open, stop}))
			}
			k = stop + marks - 1
		}
	}
	return out
}

// inside makes the quotation of the run inner, which stands in outer behind the words before.
func (s *speech) inside(outer evidence.Quotation, before, inner tokenRun) evidence.Quotation {
	x := evidence.Quotation{Text: s.p.str(inner.first, inner.end), Spans: []evidence.Span{s.p.span(inner.first, inner.end)}, Rule: "inside a quotation"}
	verb := before.end - 1
	for verb > before.first && s.p.tokens[verb].is(",", ":", "that", "me", "us", "him", "her", "them", "you") {
		verb--
	}
	if c, known := cues()[s.p.tokens[verb].low]; verb <= before.first || !known || c.pattern > cueTold && !s.p.tokens[verb].is("wrote", "told", "asked") {
		x.Scare = inner.end-inner.first <= 5
		return x
	}
	from := verb
	for from > before.first && from > verb-6 && !s.p.tokens[from-1].is(",", ".", ";", ":", "that", "and", "but", "when", "then", "because", "?") {
		from--
	}
	x.Cue = s.p.tokens[verb].low
	x.Speaker = s.insider(outer, tokenRun{from, verb})
	if x.Speaker != "" {
		where := s.p.span(from, verb)
		x.SpeakerSpan = &where
	}
	return x
}

// insider is who the words before a verb inside a quotation mean: "I" is who is quoted there, a name
// its party, a noun itself; "" for a pronoun that the quotation does not explain.
func (s *speech) insider(outer evidence.Quotation, run tokenRun) string {
	for run.end > run.first && (auxiliary(s.p.tokens[run.end-1].low) || adverbInVerb(s.p.tokens[run.end-1].low)) {
		run.end--
	}
	if run.end == run.first {
		return ""
	}
	said := oneLine(s.p.str(run.first, run.end))
	switch low := strings.ToLower(said); {
	case low == "i" || low == "we":
		return outer.Speaker
	case pronouns[low]:
		return ""
	case s.parties[low] != nil:
		return s.parties[low].Name
	}
	if w := s.people.named(s.p, run.first, run.end); w != nil {
		return s.called(w)
	}
	if t := &s.p.tokens[run.first]; t.is("my", "our", "the", "his", "her", "their", "a", "an") {
		return strings.ToLower(said[:1]) + said[1:]
	}
	return said
}

// inPlace sorts quotations by where they stand.
func inPlace(list []evidence.Quotation) []evidence.Quotation {
	slices.SortStableFunc(list, func(a, b evidence.Quotation) int {
		switch {
		case len(a.Spans) == 0 || len(b.Spans) == 0:
			return 0
		case a.Spans[0].Before(b.Spans[0]):
			return -1
		case b.Spans[0].Before(a.Spans[0]):
			return 1
		}
		return 0
	})
	return list
}
