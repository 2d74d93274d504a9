package crosscheck

import (
	"encoding/csv"
	"fmt"
	"io"
	"strings"
)

// WriteCheckCSV writes one row per verdict and per quotation, with page and hash.
func WriteCheckCSV(w io.Writer, a *Answer) error {
	c := csv.NewWriter(w)
	rows := [][]string{{"sentence", "text", "summary", "verdict", "slot", "yours", "theirs", "speaker", "stance", "title", "document", "page", "passage", "rule", "score"}}
	for i, s := range a.Sentences {
		n := fmt.Sprint(i + 1)
		if len(s.Verdicts) == 0 {
			rows = append(rows, []string{n, oneLine(s.Text), s.Summary, "", "", "", "", "", "", "", "", "", "", nothing(a), ""})
		}
		for _, v := range s.Verdicts {
			rows = append(rows, []string{n, oneLine(s.Text), s.Summary, v.Verdict, v.Slot, v.Yours, v.Theirs, v.Speaker, v.Stance, oneLine(v.Title), v.Document,
				fmt.Sprint(v.Passage.Page), oneLine(v.Passage.Text), v.Rule, fmt.Sprintf("%.3f", v.Score)})
		}
		for _, q := range s.Quotations {
			rows = append(rows, []string{n, oneLine(s.Text), s.Summary, "quotation " + q.Result, "quotation", q.Text, oneLine(q.Passage.Text), q.Speaker, "", "", q.Document,
				pageOf(q.Passage), oneLine(q.Passage.Text), diffText(q.Diff), ""})
		}
	}
	return c.WriteAll(safe(rows))
}

// nothing says how much was searched where nothing was found.
func nothing(a *Answer) string {
	return fmt.Sprintf("nothing in %d searchable documents of %d", a.Searched, a.Searched+a.Unsearchable)
}

func pageOf(p Passage) string {
	if p.Page == 0 {
		return ""
	}
	return fmt.Sprint(p.Page)
}

// diffText writes a difference with [-yours-] and {+theirs+}.
func diffText(list [][2]string) string {
	var out []string
	for _, d := range list {
		switch d[0] {
		case "-":
			out = append(out, "[-"+d[1]+"-]")
		case "+":
			out = append(out, "{+"+d[1]+"+}")
		default:
			out = append(out, d[1])
		}
	}
	return strings.Join(out, " ")
}

// safe keeps spreadsheet programs from taking a cell for a formula.
func safe(rows [][]string) [][]string {
	for _, r := range rows {
		for i, cell := range r {
			if cell != "" && strings.ContainsRune("=+-@\t\r", rune(cell[0])) {
				r[i] = "'" + cell
			}
		}
	}
	return rows
}

// WriteCheckMarkdown writes a check for a reporter's file.
func WriteCheckMarkdown(w io.Writer, a *Answer) error {
	p := &printer{w: w}
	p.line("# Check\n\n%d documents searched, %d could not be searched. Snapshot `%s`.", a.Searched, a.Unsearchable, a.Snapshot)
	for i, s := range a.Sentences {
		p.line("\n## %d. %s\n\n> %s\n", i+1, s.Summary, plain(s.Text))
		if s.Summary == NotFound {
			p.line("%s.\n", nothing(a))
		}
		for _, v := range s.Verdicts {
			p.line("- **%s**%s%s: “%s” — %s, page %d, `%s` (%s)", v.Verdict, credited(v), valuesOf(v), plain(v.Passage.Text), titled(v.Title), v.Passage.Page, v.Document, plain(v.Rule))
		}
		for _, q := range s.Quotations {
			p.line("- quotation **%s**: %s%s", q.Result, plain(quoteText(q)), quotePlace(q))
		}
	}
	return p.err
}

func quoteText(q Quotation) string {
	if len(q.Diff) == 0 {
		return "“" + q.Text + "”"
	}
	return diffText(q.Diff)
}

func quotePlace(q Quotation) string {
	if q.Document == "" {
		return ""
	}
	return fmt.Sprintf(" — page %d, `%s`", q.Passage.Page, q.Document)
}

func credited(v Verdict) string {
	if v.Speaker == "" {
		return ""
	}
	return " (" + plain(v.Speaker) + " " + v.Stance + ")"
}

func valuesOf(v Verdict) string {
	if v.Slot == "" {
		return ""
	}
	return fmt.Sprintf(" on %s, yours %s, theirs %s", v.Slot, plain(v.Yours), plain(v.Theirs))
}

func titled(s string) string {
	if s = plain(s); s == "" {
		return "untitled"
	}
	return s
}

var marks = strings.NewReplacer("\\", "\\\\", "`", "\\`", "*", "\\*", "_", "\\_", "[", "\\[", "]", "\\]", "<", "\\<", "|", "\\|", "#", "\\#")

// plain puts text on one line and keeps Markdown from reading it.
func plain(s string) string { return marks.Replace(oneLine(s)) }

// printer writes lines and remembers the first error.
type printer struct {
	w   io.Writer
	err error
}

func (p *printer) line(format string, args ...any) {
	if p.err == nil {
		_, p.err = fmt.Fprintf(p.w, format+"\n", args...)
	}
}

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
