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
	rows := [][]string{{"sentence", "text", "summary", "verdict", "slot", "yours", "theirs", "speaker", "stance", "title", "publisher", "published", "document", "page", "passage", "rule", "score"}}
	for i, s := range a.Sentences {
		n := fmt.Sprint(i + 1)
		if len(s.Verdicts) == 0 {
			rows = append(rows, []string{n, oneLine(s.Text), s.Summary, "", "", "", "", "", "", "", "", "", "", "", "", why(a, s), ""})
		}
		for _, v := range s.Verdicts {
			rows = append(rows, []string{n, oneLine(s.Text), s.Summary, v.Verdict, v.Slot, v.Yours, v.Theirs, v.Speaker, v.Stance, oneLine(v.Title), v.Publisher, v.Published, v.Document,
				fmt.Sprint(v.Passage.Page), oneLine(v.Passage.Text), v.Rule, fmt.Sprintf("%.3f", v.Score)})
		}
		for _, q := range s.Quotations {
			rows = append(rows, []string{n, oneLine(s.Text), s.Summary, "quotation " + q.Result, "quotation", q.Text, oneLine(q.Passage.Text), q.Speaker, "", "", "", "", q.Document,
				pageOf(q.Passage), oneLine(q.Passage.Text), diffText(q.Diff), ""})
		}
	}
	return c.WriteAll(safe(rows))
}

// why says why a sentence has no verdict.
func why(a *Answer, s Sentence) string {
	if s.Note != "" {
		return s.Note
	}
	return nothing(a)
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

// WriteCheckMarkdown writes a check for a reporter's file: for each sentence what decides
// it first, with page and hash, then the quotations. What is only on the subject is
// counted, or written last where it is asked for.
func WriteCheckMarkdown(w io.Writer, a *Answer, related bool) error {
	p := &printer{w: w}
	p.line("# Check\n\n%d documents searched, %d could not be searched. Snapshot `%s`.", a.Searched, a.Unsearchable, a.Snapshot)
	for i, s := range a.Sentences {
		n := s.Count()
		p.line("\n## %d. %s\n\n> %s\n", i+1, s.Summary, plain(s.Text))
		switch {
		case s.Note != "":
			p.line("%s.\n", plain(s.Note))
		case s.Summary == NotFound:
			p.line("%s.\n", nothing(a))
		}
		p.verdicts(s.Verdicts, func(v string) bool { return v != Related })
		for _, q := range s.Quotations {
			p.line("- quotation **%s**: %s%s", q.Result, plain(q.Words()), quotePlace(q))
		}
		if related {
			p.verdicts(s.Verdicts, func(v string) bool { return v == Related })
		} else if n.Related > 0 {
			p.line("- %d more on the subject", n.Related)
		}
	}
	return p.err
}

func (p *printer) verdicts(list []Verdict, wanted func(string) bool) {
	for _, v := range list {
		if wanted(v.Verdict) {
			p.line("- **%s**%s%s: “%s” — %s, `%s` (%s)", v.Verdict, credited(v), valuesOf(v), plain(v.Passage.Text), plain(v.Cite("")), v.Document, plain(v.Rule))
		}
	}
}

// Cite names the document of a verdict with the page: title, publisher, date, page and
// the id given.
func (v *Verdict) Cite(id string) string {
	parts := []string{titled(v.Title)}
	for _, s := range []string{v.Publisher, v.Published, fmt.Sprintf("p. %d", v.Passage.Page), id} {
		if s != "" {
			parts = append(parts, s)
		}
	}
	return strings.Join(parts, ", ")
}

// Counts are how many documents speak for a sentence, against it, and only on its subject.
type Counts struct{ For, Against, Related int }

// Count counts the verdicts of a sentence.
func (s *Sentence) Count() (n Counts) {
	for _, v := range s.Verdicts {
		switch v.Verdict {
		case Asserts, Attributes:
			n.For++
		case Denies, Differs:
			n.Against++
		default:
			n.Related++
		}
	}
	return n
}

// Words writes a quotation with what differs marked: [-yours-] and {+the document's+}.
func (q *Quotation) Words() string { return quoteText(*q) }

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
	if s = oneLine(s); s == "" {
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
