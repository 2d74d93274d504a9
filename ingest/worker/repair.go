package worker

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"averment/evidence"
	"averment/ingest/format"
)

// maxName caps names, titles and other short texts, in bytes.
const maxName = 4096

// repair makes a document from a child fit to be stored: text that is valid UTF-8
// without NUL, pages within the caps, and no range or span outside its text.
func repair(d *evidence.Document, l format.Limits) {
	if len(d.Pages) > l.Pages {
		d.Pages = d.Pages[:l.Pages]
		d.Warnings = append(d.Warnings, "partial: more pages than the cap")
	}
	left := l.Text
	for i := range d.Pages {
		d.Pages[i].Number = i + 1
		if len(d.Pages[i].Text) > left {
			d.Warnings = append(d.Warnings, fmt.Sprintf("partial: more text than the cap, page %d was cut", i+1))
		}
		left -= repairPage(&d.Pages[i], left)
	}
	for _, s := range []*string{&d.Title, &d.Publisher, &d.Author, &d.URL, &d.SourceID, &d.Language, &d.Reader, &d.Source.MediaType, &d.Bates} {
		*s = tidy(*s)
	}
	d.Warnings = d.Warnings[:min(len(d.Warnings), l.Pages)]
	for i := range d.Warnings {
		d.Warnings[i] = tidy(d.Warnings[i])
	}
	if d.Error != nil {
		known := tidyError(&evidence.ReadError{Code: d.Error.Code, Detail: d.Error.Message})
		d.Error = &evidence.Failure{Code: known.Code, Message: known.Detail}
	}
	repairFacts(d)
	d.Normalize()
}

// repairPage mends one page and gives the bytes of its text.
func repairPage(p *evidence.Page, left int) int {
	p.Text = strings.ReplaceAll(strings.ToValidUTF8(p.Text, "\uFFFD"), "\x00", " ")
	if len(p.Text) > left {
		*p = evidence.Page{Number: p.Number, State: p.State, Text: strings.ToValidUTF8(p.Text[:max(0, left)], "")}
	}
	switch p.State {
	case evidence.PageText, evidence.PageOCR, evidence.PageImageOnly, evidence.PageGarbled:
	default:
		p.State = evidence.PageText
	}
	p.Furniture = goodRanges(p.Furniture, p.Text)
	p.Sentences = goodRanges(p.Sentences, p.Text)
	p.Carries = goodCarries(*p)
	p.Paragraphs = goodOffsets(p.Paragraphs, p.Text)
	if p.Stamp != nil && !goodRange(p.Stamp.Range, p.Text) {
		p.Stamp.Range = evidence.Range{}
	}
	if p.Lines != nil {
		p.Lines = goodLines(*p.Lines, p.Text)
	}
	if p.Layout != nil {
		p.Layout.Boxes = slices.DeleteFunc(p.Layout.Boxes, func(b evidence.Box) bool {
			return !goodRange(evidence.Range{Start: b.Start, End: b.End}, p.Text)
		})
	}
	return len(p.Text)
}

// goodRange says whether r lies in text and cuts no character.
func goodRange(r evidence.Range, text string) bool {
	return r.Start >= 0 && r.Start <= r.End && r.End <= len(text) && edge(text, r.Start) && edge(text, r.End)
}

func edge(text string, at int) bool { return at == len(text) || utf8.RuneStart(text[at]) }

// goodRanges keeps the ranges that are in order.
func goodRanges(list []evidence.Range, text string) []evidence.Range {
	last := 0
	return slices.DeleteFunc(list, func(r evidence.Range) bool {
		if !goodRange(r, text) || r.Start < last || r.Start == r.End {
			return true
		}
		last = r.End
		return false
	})
}

// goodCarries is the sentence of the page that goes on, 0 when there is no such sentence.
func goodCarries(p evidence.Page) int {
	if p.Carries < 0 || p.Carries > len(p.Sentences) {
		return 0
	}
	return p.Carries
}

func goodOffsets(list []int, text string) []int {
	last := -1
	return slices.DeleteFunc(list, func(at int) bool {
		if at <= last || at > len(text) || !edge(text, at) {
			return true
		}
		last = at
		return false
	})
}

// maxLines caps the numbered lines of a page.
const maxLines = 1000

// goodLines is the lines, nil when they are out of order or outside the text.
func goodLines(l evidence.Lines, text string) *evidence.Lines {
	l.Page = tidy(l.Page)
	last := 0
	for _, at := range l.Starts {
		if at < last || at > len(text) || !edge(text, at) {
			return nil
		}
		last = at
	}
	if len(l.Starts) > maxLines || l.First < 0 || l.First > maxLines || len(l.More) > maxLines {
		return nil
	}
	for i, m := range l.More {
		m.More = nil
		good := goodLines(m, text)
		if good == nil || len(m.Starts) == 0 || m.Starts[0] < last {
			return nil
		}
		l.More[i], last = *good, m.Starts[len(m.Starts)-1]
	}
	return &l
}

// repairFacts drops spans that point outside the pages, and facts that have none left.
func repairFacts(d *evidence.Document) {
	g := spanGuard(d.Pages)
	d.Parties = slices.DeleteFunc(d.Parties, func(f evidence.Party) bool { return g.drop(f.Spans) })
	d.Dates = slices.DeleteFunc(d.Dates, func(f evidence.DateFact) bool { return g.drop(f.Spans) })
	d.Causes = slices.DeleteFunc(d.Causes, func(f evidence.Cause) bool { return g.drop(f.Spans) })
	d.Amounts = slices.DeleteFunc(d.Amounts, func(f evidence.Amount) bool { return g.drop(f.Spans) })
	d.Quotations = slices.DeleteFunc(d.Quotations, func(f evidence.Quotation) bool { return g.drop(f.Spans) || !g.optional(f.SpeakerSpan) })
	d.Statements = slices.DeleteFunc(d.Statements, func(f evidence.Statement) bool {
		return g.drop(f.Spans) || !g.optional(f.CueSpan) || !g.optional(f.SpeakerSpan)
	})
	for i := range d.Citations { // positions count: other citations name them as targets
		c := &d.Citations[i]
		if g.drop(c.Spans) {
			c.Spans = nil
		}
		if c.Target < 0 || c.Target > len(d.Citations) {
			c.Target = 0
		}
	}
}

// spanGuard checks spans against pages.
type spanGuard []evidence.Page

func (g spanGuard) good(s evidence.Span) bool {
	for n := 0; n < 64; n++ {
		if s.Page < 1 || s.Page > len(g) || !goodRange(s.Range(), g[s.Page-1].Text) {
			return false
		}
		if s.Continues == nil {
			return true
		}
		s = *s.Continues
	}
	return false
}

func (g spanGuard) optional(s *evidence.Span) bool { return s == nil || g.good(*s) }

// drop says whether any of the spans is bad: a fact whose places are wrong is no fact.
func (g spanGuard) drop(spans []evidence.Span) bool {
	for _, s := range spans {
		if !g.good(s) {
			return true
		}
	}
	return false
}

// tidy makes a short text fit to be shown: valid, without control characters, capped.
func tidy(s string) string {
	s = s[:min(len(s), maxName)]
	return strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7F {
			return ' '
		}
		return r
	}, strings.ToValidUTF8(s, ""))
}

// tidyError trusts neither the code nor the words of a child's error.
func tidyError(e *evidence.ReadError) *evidence.ReadError {
	switch e.Code {
	case evidence.Encrypted, evidence.Damaged, evidence.Unsupported, evidence.TooLarge, evidence.Timeout,
		evidence.Crashed, evidence.Bomb, evidence.IO, evidence.Empty, evidence.BadLine:
	default:
		e.Code = evidence.Damaged
	}
	e.Detail = tidy(e.Detail)
	return e
}
