package format

import (
	"context"
	"encoding/xml"
	"fmt"
	"strconv"
	"strings"

	"averment/evidence"
)

const odtReader = "odt/1"

// readODT reads an OpenDocument text (ISO/IEC 26300), laid out like readDOCX.
func readODT(_ context.Context, _ string, data []byte, o Options) (*Result, error) {
	f, err := openOffice(data, o.Limits)
	if err != nil {
		return nil, err
	}
	if manifest, err := f.part("META-INF/manifest.xml"); err == nil && strings.Contains(string(manifest), "encryption-data") {
		return nil, fail(evidence.Encrypted, "the document is encrypted; save it without a password")
	}
	content, err := f.part("content.xml")
	if err != nil {
		return nil, err
	}
	if content == nil {
		return nil, fail(evidence.Damaged, "the document has no content")
	}
	d := &evidence.Document{Reader: odtReader}
	w := &openPart{}
	if err := w.read(content); err != nil {
		return nil, err
	}
	heads, err := odtHeads(f)
	if err != nil {
		return nil, err
	}
	if err := odtMeta(f, d); err != nil {
		d.Warnings = append(d.Warnings, "properties: "+err.Error())
	}
	addPage(d, "", w.pages[odtBody], false)
	addPage(d, "tracked changes", w.pages[odtChange], false)
	addPage(d, "comments", w.pages[odtComment], false)
	addPage(d, "notes", w.pages[odtNote], false)
	addPage(d, "headers and footers", heads, true)
	if len(d.Pages) == 0 {
		return nil, fail(evidence.Empty, "no text in the document")
	}
	d.Language = language(d.Pages[0].Text)
	res := &Result{Document: d}
	return res, f.media(res, []string{"Pictures/"}, o)
}

func odtMeta(f *officeFile, d *evidence.Document) error {
	data, err := f.part("meta.xml")
	if err != nil || data == nil {
		return err
	}
	at, found := "", map[string]string{}
	err = walkXML(data, func(e xml.StartElement) { at = e.Name.Local }, func(s string) { found[at] += s }, func(xml.EndElement) { at = "" })
	d.Title, d.Author = oneLine(found["title"]), properAuthor(oneLine(found["initial-creator"]))
	if d.Author == "" {
		d.Author = properAuthor(oneLine(found["creator"]))
	}
	return err
}

// odtHeads reads the headers and footers of the page styles.
func odtHeads(f *officeFile) ([]string, error) {
	data, err := f.part("styles.xml")
	if err != nil || data == nil {
		return nil, err
	}
	w := &openPart{onlyHeads: true}
	if err := w.read(data); err != nil {
		return nil, err
	}
	return w.pages[odtBody], nil
}

// odtPlace is where the text of an OpenDocument part belongs.
type odtPlace int

const (
	odtBody odtPlace = iota
	odtChange
	odtComment
	odtNote
)

// openPart gathers the paragraphs of one part, each where it belongs.
type openPart struct {
	pages     [4][]string
	onlyHeads bool
	heads     int

	stack []*openFrame // pointers, since a Builder must not be copied
	notes int
	meta  string // of an open change or comment: creator or date
	who   string
	when  string
	kind  string // of the open change
	row   []string
	rows  int
}

// openFrame is the text of one open paragraph and the place that it belongs to.
type openFrame struct {
	place odtPlace
	text  strings.Builder
	open  bool // a paragraph is open
	cell  bool // it stands in a cell of a table
}

func (w *openPart) read(data []byte) error {
	w.stack = []*openFrame{{}}
	if err := walkXML(data, w.open, w.chars, w.end); err != nil {
		if isReadError(err) {
			return err
		}
		return fail(evidence.Damaged, "%v", err)
	}
	return nil
}

func (w *openPart) top() *openFrame { return w.stack[len(w.stack)-1] }

func (w *openPart) open(e xml.StartElement) {
	switch e.Name.Local {
	case "header", "footer", "header-left", "footer-left":
		w.heads++
	case "p", "h":
		w.top().open = true
	case "s":
		n, _ := strconv.Atoi(xmlAttr(e, "c"))
		w.top().text.WriteString(strings.Repeat(" ", max(1, min(n, 80))))
	case "tab":
		w.top().text.WriteByte('\t')
	case "line-break":
		w.top().text.WriteByte('\n')
	case "changed-region":
		w.push(odtChange)
	case "insertion", "deletion", "format-change":
		w.kind = e.Name.Local
	case "annotation":
		w.push(odtComment)
	case "note":
		w.notes++
		fmt.Fprintf(&w.top().text, "[%d]", w.notes)
		w.push(odtNote)
	case "note-citation":
		w.meta = "skip"
	case "creator", "date":
		w.meta = e.Name.Local
	case "table-cell":
		w.top().cell = true
	}
}

func (w *openPart) push(place odtPlace) { w.stack = append(w.stack, &openFrame{place: place}) }

func (w *openPart) chars(s string) {
	switch {
	case w.meta == "creator":
		w.who += s
	case w.meta == "date":
		w.when += s
	case w.meta == "" && w.top().open:
		w.top().text.WriteString(s)
	}
}

func (w *openPart) end(e xml.EndElement) {
	switch e.Name.Local {
	case "header", "footer", "header-left", "footer-left":
		w.heads--
	case "p", "h":
		w.paragraph()
	case "creator", "date", "note-citation":
		w.meta = ""
	case "changed-region", "annotation", "note":
		if len(w.stack) > 1 {
			w.stack = w.stack[:len(w.stack)-1]
		}
		w.who, w.when, w.kind = "", "", ""
	case "table-cell":
		w.row = append(w.row, strings.TrimSpace(w.top().text.String()))
		w.top().text.Reset()
		w.top().cell = false
	case "table-row":
		w.tableRow()
	case "table":
		w.rows = 0
	}
}

// paragraph ends a paragraph and puts it where it belongs.
func (w *openPart) paragraph() {
	f := w.top()
	f.open = false
	if f.cell {
		f.text.WriteByte(' ')
		f.open = false
		return
	}
	s := strings.TrimSpace(clean(f.text.String()))
	f.text.Reset()
	if s == "" || w.onlyHeads && w.heads == 0 {
		return
	}
	w.pages[f.place] = append(w.pages[f.place], w.label(f.place)+s)
}

func (w *openPart) label(place odtPlace) string {
	switch place {
	case odtChange:
		name := map[string]string{"deletion": "Deleted", "insertion": "Inserted"}[w.kind]
		return fmt.Sprintf("%s by %s (%s): ", orUnknown(name), orUnknown(w.who), w.when)
	case odtComment:
		return fmt.Sprintf("Comment by %s (%s): ", orUnknown(w.who), w.when)
	case odtNote:
		return fmt.Sprintf("Note %d: ", w.notes)
	}
	return ""
}

func (w *openPart) tableRow() {
	line := strings.TrimSpace(clean(strings.Join(w.row, " | ")))
	w.row = w.row[:0]
	if strings.Trim(line, "| ") == "" {
		return
	}
	if w.rows > 0 {
		line = "\n" + line
	}
	w.rows++
	w.pages[w.top().place] = append(w.pages[w.top().place], line)
}
