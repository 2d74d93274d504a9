package format

import (
	"context"
	"encoding/xml"
	"fmt"
	"sort"
	"strings"

	"averment/evidence"
)

const docxReader = "docx/1"

// readDOCX reads a Word document (ECMA-376): the text as it stands with all changes
// accepted on the first page, and, each on a labelled page of its own, the tracked
// changes, comments, foot- and endnotes, and the headers and footers as furniture.
func readDOCX(_ context.Context, _ string, data []byte, o Options) (*Result, error) {
	f, err := openOffice(data, o.Limits)
	if err != nil {
		return nil, err
	}
	d := &evidence.Document{Reader: docxReader}
	w := &wordPart{}
	if err := w.read(f, "word/document.xml"); err != nil {
		return nil, err
	}
	if err := f.coreProperties(d); err != nil {
		d.Warnings = append(d.Warnings, "properties: "+err.Error())
	}
	if d.Title == "" {
		d.Title = w.title
	}
	addPage(d, "", w.out, false)
	addPage(d, "tracked changes", w.changes, false)
	if err := wordAside(f, d); err != nil {
		return nil, err
	}
	if len(d.Pages) == 0 {
		return nil, fail(evidence.Empty, "no text in the document")
	}
	d.Language = language(d.Pages[0].Text)
	res := &Result{Document: d}
	return res, f.media(res, []string{"word/embeddings/", "word/media/"}, o)
}

// wordAside reads what stands beside the text.
func wordAside(f *officeFile, d *evidence.Document) error {
	var heads []string
	for _, name := range f.names {
		if strings.HasPrefix(name, "word/header") || strings.HasPrefix(name, "word/footer") {
			heads = append(heads, name)
		}
	}
	sort.Strings(heads)
	groups := []struct {
		label string
		names []string
	}{{"comments", []string{"word/comments.xml"}}, {"notes", []string{"word/footnotes.xml", "word/endnotes.xml"}}, {"headers and footers", heads}}
	for _, g := range groups {
		all := &wordPart{}
		for _, name := range g.names {
			if err := all.read(f, name); err != nil {
				return err
			}
		}
		addPage(d, g.label, all.out, g.label == "headers and footers")
	}
	return nil
}

// addPage appends a page of paragraphs unless it would be empty. A paragraph that begins
// with a line feed goes on in the paragraph before: the rows of a table.
func addPage(d *evidence.Document, label string, paragraphs []string, furniture bool) {
	b := &pageBuilder{}
	for _, s := range paragraphs {
		if strings.HasPrefix(s, "\n") {
			b.line(s, furniture)
			continue
		}
		b.block(s, furniture)
	}
	if b.text.Len() == 0 {
		return
	}
	page := b.page(len(d.Pages)+1, d.Reader)
	page.Label = label
	d.Pages = append(d.Pages, page)
}

// wordPart gathers the paragraphs of one part of a Word document.
type wordPart struct {
	out     []string
	changes []string
	title   string

	text   strings.Builder
	row    []string
	table  int
	rows   int
	inText bool
	style  string
	who    string // author of the change or comment that is open
	when   string
	change string // "inserted", "deleted" while a tracked change is open
	fresh  strings.Builder
	prefix string // of the next paragraph: who comments
}

func (w *wordPart) read(f *officeFile, name string) error {
	data, err := f.part(name)
	if err != nil {
		return err
	}
	if data == nil && name == "word/document.xml" {
		return fail(evidence.Damaged, "the document has no text part")
	}
	if err := walkXML(data, w.open, w.chars, w.end); err != nil {
		if isReadError(err) {
			return err
		}
		return fail(evidence.Damaged, "%s: %v", name, err)
	}
	return nil
}

func (w *wordPart) open(e xml.StartElement) {
	switch e.Name.Local {
	case "t", "delText":
		w.inText = true
	case "tab":
		w.text.WriteByte('\t')
	case "br", "cr":
		w.text.WriteByte('\n')
	case "noBreakHyphen":
		w.text.WriteByte('-')
	case "pStyle":
		w.style = xmlAttr(e, "val")
	case "ins", "del", "moveFrom", "moveTo":
		w.openChange(e)
	case "comment":
		w.prefix = fmt.Sprintf("Comment by %s (%s): ", orUnknown(xmlAttr(e, "author")), xmlAttr(e, "date"))
	case "footnote", "endnote":
		if xmlAttr(e, "type") == "" {
			w.prefix = fmt.Sprintf("%s %s: ", strings.ToUpper(e.Name.Local[:1])+e.Name.Local[1:], xmlAttr(e, "id"))
		}
	case "footnoteReference", "endnoteReference":
		fmt.Fprintf(&w.text, "[%s]", xmlAttr(e, "id"))
	case "tbl":
		w.table++
	}
}

func (w *wordPart) openChange(e xml.StartElement) {
	w.who, w.when = xmlAttr(e, "author"), xmlAttr(e, "date")
	w.change = "inserted"
	if e.Name.Local == "del" || e.Name.Local == "moveFrom" {
		w.change = "deleted"
	}
}

func orUnknown(s string) string {
	if s == "" {
		return "unknown"
	}
	return s
}

func (w *wordPart) chars(s string) {
	if !w.inText {
		return
	}
	if w.change != "" {
		w.fresh.WriteString(s)
	}
	if w.change != "deleted" {
		w.text.WriteString(s)
	}
}

func (w *wordPart) end(e xml.EndElement) {
	switch e.Name.Local {
	case "t", "delText":
		w.inText = false
	case "ins", "del", "moveFrom", "moveTo":
		w.closeChange()
	case "p":
		w.paragraph()
	case "tc":
		if w.table > 0 {
			w.row = append(w.row, strings.TrimSpace(w.text.String()))
			w.text.Reset()
		}
	case "tr":
		w.tableRow()
	case "tbl":
		w.table--
		w.rows = 0
	}
}

func (w *wordPart) closeChange() {
	if s := oneLine(w.fresh.String()); s != "" {
		w.changes = append(w.changes, fmt.Sprintf("%s%s by %s (%s): %s", strings.ToUpper(w.change[:1]), w.change[1:], orUnknown(w.who), w.when, s))
	}
	w.fresh.Reset()
	w.change = ""
}

// paragraph ends a paragraph; in a table it ends a line of a cell.
func (w *wordPart) paragraph() {
	if w.table > 0 {
		w.text.WriteByte(' ')
		return
	}
	s := strings.TrimSpace(clean(w.text.String()))
	w.text.Reset()
	if s != "" {
		if w.title == "" && strings.EqualFold(w.style, "title") {
			w.title = oneLine(s)
		}
		w.out = append(w.out, w.prefix+s)
		w.prefix = ""
	}
	w.style = ""
}

// tableRow writes the cells of a row in one line; the rows of a table are one paragraph.
func (w *wordPart) tableRow() {
	line := strings.TrimSpace(clean(strings.Join(w.row, " | ")))
	w.row = w.row[:0]
	if strings.Trim(line, "| ") == "" {
		return
	}
	if w.rows > 0 {
		line = "\n" + line
	}
	w.rows++
	w.out = append(w.out, line)
}
