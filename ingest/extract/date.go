package extract

import (
	"slices"
	"sort"
	"strings"
	"time"
	"unicode/utf8"

	"averment/evidence"
)

// dateReader reads the dates of a document, page by page and token by token.
//
// anchor is the day that relative dates are reckoned from; the zero time leaves them
// unresolved. last is the newest dated event of the paragraph, for "the same day" and
// "a month later". v is the document while nobody has asked how 3/4/2024 is read, order
// what monthFirst answered.
type dateReader struct {
	p      *pageView
	s      sentence // the sentence being read
	anchor time.Time
	v      *view
	order  int
	last   evidence.Date
	lastAt int
	masked []bool // per token of the page: part of a citation
}

// reading is a date that was found at the tokens first to end.
type reading struct {
	first, end int
	date       evidence.Date
	rule       string
	proposed   bool
}

// readDates finds the dates of the document. Spans in taken (citations, docket
// numbers) hold no dates.
func readDates(v *view, taken []evidence.Span) []evidence.DateFact {
	r := dateReader{v: v}
	if d := v.doc.Date(); d != nil && d.Resolved && d.Precision == evidence.Day {
		r.anchor, _, _ = d.Bounds()
	}
	var out []evidence.DateFact
	for i := range v.pages {
		r.p = &v.pages[i]
		skip := spansOn(taken, r.p.number)
		if i < len(v.cited) {
			r.masked = v.cited[i]
		}
		for _, s := range r.p.sentences {
			if s.matter == deskMatter {
				continue
			}
			if v.mail != nil {
				r.anchor = partAt(v.mail, s.Start).sent
			}
			out = r.sentence(out, s, skip)
		}
	}
	return out
}

// spansOn are the spans on a page, in order and joined where they overlap.
func spansOn(spans []evidence.Span, page int) []evidence.Span {
	var out []evidence.Span
	for _, s := range spans {
		if s.Page == page && s.Start < s.End {
			out = append(out, s)
		}
	}
	slices.SortFunc(out, func(a, b evidence.Span) int { return a.Start - b.Start })
	n := 0
	for _, s := range out {
		if n > 0 && s.Start < out[n-1].End {
			out[n-1].End = max(out[n-1].End, s.End)
			continue
		}
		out[n] = s
		n++
	}
	return out[:n]
}

// sentence appends the dates of one sentence.
func (r *dateReader) sentence(out []evidence.DateFact, s sentence, skip []evidence.Span) []evidence.DateFact {
	r.s = s
	if s.para {
		r.last = evidence.Date{}
	}
	for i := s.first; i < s.end; {
		if !beginsDate(&r.p.tokens[i]) {
			i++
			continue
		}
		f, ok := r.at(i)
		if !ok {
			i++
			continue
		}
		i = f.end
		f = r.modified(f)
		span := r.p.span(f.first, f.end)
		if overlapsAny(skip, span) || r.cited(f) {
			continue
		}
		f.date.Surface = r.p.text[span.Start:span.End]
		if f.date.Resolved && f.rule != "dateline" {
			r.last, r.lastAt = f.date, f.end
		}
		out = append(out, evidence.DateFact{Date: f.date, Event: oneLine(eventOf(r.p, s, f.first, f.end)),
			Rule: f.rule, Proposed: f.proposed, Spans: []evidence.Span{span}})
	}
	return out
}

// cited says whether a reading stands within a citation or its parenthesis, whose year and day
// are those of a decision.
func (r *dateReader) cited(f reading) bool {
	return f.end <= len(r.masked) && r.masked[f.first] && r.masked[f.end-1]
}

// oneLine folds line ends and runs of spaces.
func oneLine(s string) string {
	if !strings.ContainsAny(s, "\n\r\t") {
		return s
	}
	return strings.Join(strings.Fields(s), " ")
}

// singleSpaced is s with every run of white space as one blank, and none at its ends.
func singleSpaced(s string) string {
	blank := true
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c >= utf8.RuneSelf, c != ' ' && c < '!', c == ' ' && blank:
			return strings.Join(strings.Fields(s), " ")
		default:
			blank = c == ' '
		}
	}
	if blank && s != "" {
		return s[:len(s)-1]
	}
	return s
}

// overlapsAny says whether s overlaps one of the spans that spansOn gave for its page.
func overlapsAny(spans []evidence.Span, s evidence.Span) bool {
	i := sort.Search(len(spans), func(i int) bool { return spans[i].End > s.Start })
	return i < len(spans) && spans[i].Start < s.End
}

// beginsDate says whether a date may begin with the token, as it does with few.
func beginsDate(t *token) bool {
	switch t.kind {
	case number, mixed:
		return true
	case word:
		return t.date() != dateNone || strings.HasPrefix(t.low, "fy")
	}
	return false
}

// at reads the date that begins at token i, if one does.
func (r *dateReader) at(i int) (reading, bool) {
	t := r.p.at(i)
	switch t.kind {
	case number, mixed:
		return r.numeric(i)
	case word:
	default:
		return reading{}, false
	}
	switch class := t.date(); class {
	case dateNone:
		if len(t.low) >= 4 && t.low[0] == 'f' && t.low[1] == 'y' {
			return r.fiscal(i)
		}
		return reading{}, false
	case dateMonth:
		return r.month(i)
	case dateWeekday:
		return r.weekday(i)
	case dateDeictic:
		return r.deictic(i)
	case dateDay:
		return r.day(i)
	case dateHoliday:
		return r.holiday(i)
	case dateCount:
		return r.counted(i)
	case dateSame:
		return r.same(i)
	case dateQuarterWord:
		return r.quarter(i)
	case dateSeason:
		return r.season(i)
	case dateFiscal:
		return r.fiscal(i)
	case dateUnit:
		return r.unit(i)
	case dateIn:
		return r.ranged(i)
	case dateEnd:
		return r.ending(i)
	case dateLatest:
		if w := r.low(i); w == "same" || w == "like" {
			return r.samePeriod(i)
		}
		return r.lastQuarter(i)
	}
	return reading{}, false
}

// modified widens a reading to the words that qualify it without moving it: "early",
// "mid-", "the end of", "the night of".
func (r *dateReader) modified(f reading) reading {
	i := f.first
	if r.p.at(i-1).low == "-" && r.p.at(i-2).is("mid") {
		i--
	}
	if i > r.s.first && r.p.at(i-1).is("early", "late", "mid", "earlier", "later") {
		i--
	}
	f.first = max(i, r.s.first)
	for _, part := range []string{"night", "morning", "afternoon", "evening"} {
		if r.p.at(f.end).low == part && f.end < r.s.end && f.date.Precision == evidence.Day {
			f.end++
			break
		}
	}
	return f
}

// inside says whether token i is before the end of the sentence.
func (r *dateReader) inside(i int) bool { return i < r.s.end }

// low is the folded text of token i when it is in the sentence, else "".
func (r *dateReader) low(i int) string {
	if i < r.s.first || i >= r.s.end {
		return ""
	}
	return r.p.tokens[i].low
}

// is says whether the tokens from i on are the words, in the sentence.
func (r *dateReader) is(i int, words ...string) bool {
	for k, w := range words {
		if r.low(i+k) != w {
			return false
		}
	}
	return true
}

// citationSpans are the places of citations, whose numbers are neither dates nor amounts.
func citationSpans(citations []evidence.Citation) []evidence.Span {
	var out []evidence.Span
	for _, c := range citations {
		out = append(out, c.Spans...)
	}
	return out
}

func dateSpans(dates []evidence.DateFact) []evidence.Span {
	var out []evidence.Span
	for _, d := range dates {
		out = append(out, d.Spans...)
	}
	return out
}
