package crosscheck

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"averment/evidence"
)

// paragraph is a numbered paragraph of a pleading.
type paragraph struct {
	number  int
	clause  Clause
	facts   facts
	classes []string // of content, sorted, each once
}

// paragraphShare is how alike two paragraphs must be to be one in two versions.
const paragraphShare = 0.4

// Amendments compares the versions of a pleading paragraph by paragraph, each with the
// one before it. Paragraphs are aligned by what they say, whatever their numbers: two
// versions are of one pleading when they are of one docket, or have one caption, and of
// one type.
func (c *Checker) Amendments(ctx context.Context, ids []string) ([]Change, error) {
	var list []version
	err := c.finder.each(ctx, ids, func(s *source) error {
		if v, ok := versionOf(s); ok {
			list = append(list, v)
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("compare pleadings: %w", err)
	}
	slices.SortStableFunc(list, func(a, b version) int {
		return cmp.Or(cmp.Compare(a.kind, b.kind), cmp.Compare(a.ordinal, b.ordinal), cmp.Compare(a.filed, b.filed))
	})
	out := []Change{}
	for i := range list {
		for k := i - 1; k >= 0 && list[k].kind == list[i].kind; k-- {
			if list[k].ordinal < list[i].ordinal && list[k].sameCase(&list[i]) {
				out = append(out, amended(list[k], list[i])...)
				break
			}
		}
	}
	return out, nil
}

// version is a pleading with its place among those of its case.
type version struct {
	source        *source
	kind          string // complaint, petition, answer
	docket, court string // "" where the pleading does not say
	caption       string
	ordinal       int // 0 for the first pleading, 1 for the first amended one
	filed         string
}

// sameCase says whether two pleadings are of one case: of one docket of one court, since a
// number is given again by every court, or of one caption where one of them has no docket.
func (v *version) sameCase(o *version) bool {
	if v.docket == "" || o.docket == "" {
		return v.caption != "" && v.caption == o.caption
	}
	return v.docket == o.docket && (v.court == o.court || v.court == "" || o.court == "")
}

// versionOf reads which version of which pleading a document is.
func versionOf(s *source) (version, bool) {
	d := s.doc
	if d.Kind != evidence.Filing || d.Filing == nil {
		return version{}, false
	}
	switch d.Filing.Type {
	case "complaint", "petition", "answer":
	default:
		return version{}, false
	}
	v := version{source: s, kind: d.Filing.Type, caption: foldText(d.Filing.Title), ordinal: ordinalOf(d)}
	if d.Docket != nil {
		v.docket, v.court = d.Docket.Core, d.Docket.Court
	}
	if day := d.Date(); day != nil {
		v.filed = day.Value
	}
	return v, true
}

var ordinals = map[string]int{"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}

// ordinalOf reads "Second Amended Complaint" in the title or at the head of the first
// page: 2. Without the word "amended" it is the first pleading.
func ordinalOf(d *evidence.Document) int {
	head := d.Title
	if len(d.Pages) > 0 {
		text := d.Pages[0].Text
		head += "\n" + strings.ToValidUTF8(text[:min(len(text), 2000)], "")
	}
	list := strings.Fields(foldText(head))
	for i, w := range list {
		if w != "amended" || i+1 >= len(list) {
			continue
		}
		for _, next := range list[i+1 : min(i+5, len(list))] {
			if next == "complaint" || next == "petition" || next == "answer" || next == "class" {
				if i > 0 && ordinals[list[i-1]] > 0 {
					return ordinals[list[i-1]]
				}
				return 1
			}
		}
	}
	return 0
}

// paragraphs are the numbered paragraphs of a pleading in order.
func (s *source) paragraphs() (out []paragraph) {
	for i := range s.units {
		u := &s.units[i]
		n := 0
		for _, st := range u.statements {
			n = max(n, st.Paragraph)
		}
		if n == 0 {
			n = printedNumber(u.text, out)
		}
		if n == 0 {
			continue
		}
		if len(out) == 0 || out[len(out)-1].number != n {
			at := evidence.Span{Page: u.page, Start: u.start, End: u.end}
			out = append(out, paragraph{number: n, clause: Clause{Document: s.doc.ID, Page: u.page, Span: at, Paragraph: n}})
		}
		p := &out[len(out)-1]
		p.clause.Text = strings.TrimSpace(p.clause.Text + " " + strings.TrimSpace(u.text))
		if p.clause.Span.Page == u.page {
			p.clause.Span.End = u.end
		}
		p.facts.amounts, p.facts.dates = append(p.facts.amounts, u.amounts...), append(p.facts.dates, u.dates...)
		for _, name := range u.phrases(0, len(u.words)) {
			p.facts.parties = append(p.facts.parties, oneLine(u.text[u.words[name.from].start:u.words[name.to-1].end]))
		}
	}
	for i := range out {
		out[i].clause.Text = unnumbered(out[i].clause.Text)
		_, out[i].classes = vocabulary(out[i].clause.Text)
	}
	return out
}

// printedNumber reads the number that opens a paragraph, where it goes on from the last.
func printedNumber(text string, before []paragraph) int {
	digits := strings.TrimLeft(text, "¶ \t\n")
	n := 0
	for n < len(digits) && n < 4 && digits[n] >= '0' && digits[n] <= '9' {
		n++
	}
	if n == 0 || n == len(digits) || digits[n] != '.' && digits[n] != ')' {
		return 0
	}
	number, err := strconv.Atoi(digits[:n])
	last := 0
	if len(before) > 0 {
		last = before[len(before)-1].number
	}
	if err != nil || number <= last || number > last+4 {
		return 0
	}
	return number
}

// unnumbered takes the paragraph's number from its text, which changes with every
// paragraph put in before it.
func unnumbered(text string) string {
	rest := strings.TrimLeft(text, "¶ \t0123456789")
	if after, ok := strings.CutPrefix(rest, "."); ok && len(rest) < len(text) {
		return strings.TrimSpace(after)
	}
	if after, ok := strings.CutPrefix(rest, ")"); ok && len(rest) < len(text) {
		return strings.TrimSpace(after)
	}
	return text
}

// amended aligns two versions and says what became of each paragraph, in the order of
// the newer version; what was dropped stands where it stood in the older one.
func amended(a, b version) (out []Change) {
	before, after := a.source.paragraphs(), b.source.paragraphs()
	partner := alignParagraphs(before, after)
	taken := map[int]bool{}
	add := func(x, y *paragraph) {
		c := Change{Kind: "pleading", Policy: b.source.doc.Title, FromBefore: a.filed, FromAfter: b.filed}
		if d := b.source.doc.Docket; d != nil {
			c.Docket = d.Number
		}
		var old, next facts
		if x != nil {
			c.Before, old = &x.clause, x.facts
		}
		if y != nil {
			c.After, next = &y.clause, y.facts
		}
		c.settle(old, next)
		out = append(out, c)
	}
	for _, i := range partner {
		taken[i] = true
	}
	at := 0
	for j := range after {
		i := partner[j]
		if i < 0 {
			add(nil, &after[j])
			continue
		}
		for ; at <= i; at++ {
			if !taken[at] {
				add(&before[at], nil)
			}
		}
		add(&before[i], &after[j])
	}
	for ; at < len(before); at++ {
		if !taken[at] {
			add(&before[at], nil)
		}
	}
	return out
}
