package crosscheck

import (
	"encoding/csv"
	"fmt"
	"io"
	"strings"
)

// WriteClaimsCSV writes one row per cell of the matrix.
func WriteClaimsCSV(w io.Writer, g *Groups) error {
	rows := [][]string{{"group", "claim", "documents", "independent", "document", "page", "paragraph", "stance", "speaker", "text", "values", "differences"}}
	for _, one := range g.Groups {
		for _, c := range one.Cells {
			var values []string
			for _, v := range c.Values {
				values = append(values, v.Slot+" "+v.Value+" = "+v.Normal)
			}
			rows = append(rows, []string{one.ID, oneLine(one.Claim), fmt.Sprint(one.Documents), fmt.Sprint(one.Independent), c.Document, fmt.Sprint(c.Page),
				fmt.Sprint(c.Paragraph), c.Stance, c.Speaker, oneLine(c.Text), strings.Join(values, "; "), strings.Join(differenceTexts(one), "; ")})
		}
	}
	return csv.NewWriter(w).WriteAll(safe(rows))
}

func differenceTexts(g Group) (out []string) {
	for _, d := range g.Differences {
		var values []string
		for _, v := range d.Values {
			values = append(values, oneLine(v.Value))
		}
		hard := "soft"
		if d.Hard {
			hard = "hard"
		}
		out = append(out, d.Slot+" ("+hard+"): "+strings.Join(values, " / "))
	}
	return out
}

// WriteClaimsMarkdown writes the matrix as a list of groups with their cells.
func WriteClaimsMarkdown(w io.Writer, g *Groups) error {
	p := &printer{w: w}
	p.line("# Claims\n\nSnapshot `%s`.", g.Snapshot)
	for _, one := range g.Groups {
		p.line("\n## %s\n\n%d documents, %d independent. Group `%s`.\n", plain(one.Claim), one.Documents, one.Independent, one.ID)
		for _, d := range differenceTexts(one) {
			p.line("- differs: %s", plain(d))
		}
		for _, c := range one.Cells {
			p.line("- %s %s: “%s” — page %d, `%s`", plain(c.Speaker), c.Stance, plain(c.Text), c.Page, c.Document)
		}
	}
	return p.err
}

// WriteChangesCSV writes one row per clause or paragraph of two versions.
func WriteChangesCSV(w io.Writer, list *Changes) error {
	rows := [][]string{{"kind", "title", "docket", "change", "before from", "before", "before document", "before page", "before paragraph",
		"after from", "after", "after document", "after page", "after paragraph", "values"}}
	for _, c := range list.Changes {
		row := []string{c.Kind, oneLine(c.Policy), c.Docket, c.Change}
		row = append(append(row, c.FromBefore), clauseCells(c.Before)...)
		row = append(append(row, c.FromAfter), clauseCells(c.After)...)
		rows = append(rows, append(row, strings.Join(valueTexts(c), "; ")))
	}
	return csv.NewWriter(w).WriteAll(safe(rows))
}

func clauseCells(x *Clause) []string {
	if x == nil {
		return []string{"", "", "", ""}
	}
	number := ""
	if x.Paragraph > 0 {
		number = fmt.Sprint(x.Paragraph)
	}
	return []string{oneLine(x.Text), x.Document, fmt.Sprint(x.Page), number}
}

func valueTexts(c Change) (out []string) {
	for _, v := range c.Values {
		out = append(out, v.Slot+": "+v.Before+" → "+v.After)
	}
	return out
}

// WriteChangesMarkdown writes what versions change, word by word; what stays the same is
// left out.
func WriteChangesMarkdown(w io.Writer, list *Changes) error {
	p := &printer{w: w}
	p.line("# Changes\n\nSnapshot `%s`.", list.Snapshot)
	for _, c := range list.Changes {
		if !c.Changed {
			continue
		}
		p.line("\n## %s: %s %s\n", c.Change, c.Kind, plain(strings.TrimSpace(c.Policy+" "+c.Docket)))
		p.clause("before", c.FromBefore, c.Before)
		p.clause("after", c.FromAfter, c.After)
		if len(c.Diff) > 0 {
			p.line("- word by word: %s", plain(diffText(c.Diff)))
		}
		for _, v := range valueTexts(c) {
			p.line("- differs: %s", plain(v))
		}
	}
	return p.err
}

func (p *printer) clause(side, from string, x *Clause) {
	if x == nil {
		return
	}
	at := ""
	if x.Paragraph > 0 {
		at = fmt.Sprintf("¶ %d, ", x.Paragraph)
	}
	p.line("- %s %s: “%s” — %spage %d, `%s`", side, from, plain(x.Text), at, x.Page, x.Document)
}
