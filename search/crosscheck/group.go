package crosscheck

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"

	"averment/evidence"
)

// describe makes a group of statements of at least two documents.
func (g *grouping) describe(members []int, kin map[*source]int) (Group, bool) {
	docs, kinds := map[string]bool{}, map[int]bool{}
	for _, i := range members {
		docs[g.items[i].source.doc.ID] = true
		kinds[kin[g.items[i].source]] = true
	}
	if len(docs) < 2 {
		return Group{}, false
	}
	head := g.items[members[0]]
	out := Group{ID: groupID(head), Claim: strings.TrimSpace(g.items[g.middle(members)].st.Text), Documents: len(docs), Independent: len(kinds), Cells: []Cell{}}
	var items []*item
	for _, i := range members {
		items = append(items, g.items[i])
		out.Cells = append(out.Cells, cellOf(g.items[i]))
	}
	out.First = firstOf(items)
	out.Undenied = undenied(items)
	out.Differences = differences(items)
	return out, true
}

func groupID(it *item) string {
	at := it.st.Spans[0]
	sum := sha256.Sum256(fmt.Appendf(nil, "%s %d %d", it.source.doc.ID, at.Page, at.Start))
	return hex.EncodeToString(sum[:6])
}

// middle is the statement that is most like all others, the shortest where several are.
func (g *grouping) middle(members []int) int {
	best, most := members[0], -1.0
	for _, i := range members {
		sum := 0.0
		if g.items[i].st.Answers > 0 {
			sum = -1
		}
		for _, j := range members {
			if i != j {
				sum += g.alike(g.items[i], g.items[j])
			}
		}
		if sum > most+1e-9 || sum > most-1e-9 && len(g.items[i].st.Text) < len(g.items[best].st.Text) {
			best, most = i, sum
		}
	}
	return best
}

func cellOf(it *item) Cell {
	d := it.source.doc
	c := Cell{Document: d.ID, SourceID: d.SourceID, Stance: string(it.st.Stance), Speaker: it.st.Speaker, Text: strings.TrimSpace(it.st.Text),
		Page: it.st.Spans[0].Page, Span: it.st.Spans[0], Paragraph: it.st.Paragraph, Effective: it.st.Effective, Values: []CellValue{}}
	for _, a := range it.amounts {
		c.Values = append(c.Values, CellValue{slotOf(a), a.Surface, NormalAmount(a)})
	}
	for _, t := range it.dates {
		c.Values = append(c.Values, CellValue{"date", t.Surface, t.Value})
	}
	return c
}

func slotOf(a *evidence.Amount) string {
	switch {
	case a.Currency == "%":
		return "percentage"
	case a.Money():
		return "amount"
	}
	return "count"
}

// dayOf is the first day of a document's own date, after all others where it has none.
func dayOf(d *evidence.Document) string {
	if day := d.Date(); day != nil && day.Resolved {
		if from, _, ok := day.Bounds(); ok {
			return from.Format("2006-01-02")
		}
	}
	return "~"
}

// firstOf is the document with the earliest date of its own, "" where none has one.
func firstOf(items []*item) string {
	first, day := "", "~"
	for _, it := range items {
		if d := dayOf(it.source.doc); d < day {
			first, day = it.source.doc.ID, d
		}
	}
	return first
}

// undenied says whether a group holds an allegation that the answer admits or leaves
// undenied: Fed. R. Civ. P. 8(b)(6). A lack of knowledge has the effect of a denial, and
// where no response is required the allegation counts as denied.
func undenied(items []*item) bool {
	alleged, answered := false, false
	for _, it := range items {
		if it.st.Answers == 0 {
			alleged = alleged || it.st.Paragraph > 0
			continue
		}
		answered = true
		if it.st.Stance == evidence.Denies || it.st.Stance == evidence.LacksKnowledge || strings.Contains(foldText(it.unit.text), "no response is required") {
			return false
		}
	}
	return alleged && answered
}
