package format

import (
	"strings"

	"github.com/klippa-app/go-pdfium/enums"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
)

// maxAnnotations is how many annotations of a page are looked at.
const maxAnnotations = 5000

// values gives the values of form fields and the texts of notes that a page shows though
// the file holds no drawing of them: a viewer draws them itself. They are lines of their
// own where they would stand.
func (f *pdfFile) values(ref requests.Page, fr frame) []textLine {
	n, err := f.in.FPDFPage_GetAnnotCount(&requests.FPDFPage_GetAnnotCount{Page: ref})
	if err != nil {
		return nil
	}
	var out []textLine
	for i := range min(n.Count, maxAnnotations) {
		a, err := f.in.FPDFPage_GetAnnot(&requests.FPDFPage_GetAnnot{Page: ref, Index: i})
		if err != nil {
			continue
		}
		out = append(out, f.valueOf(a.Annotation, fr)...)
		_, _ = f.in.FPDFPage_CloseAnnot(&requests.FPDFPage_CloseAnnot{Annotation: a.Annotation})
	}
	return out
}

func (f *pdfFile) valueOf(a references.FPDF_ANNOTATION, fr frame) []textLine {
	key := f.shownKey(a)
	if key == "" {
		return nil
	}
	kind, err := f.in.FPDFAnnot_GetValueType(&requests.FPDFAnnot_GetValueType{Annotation: a, Key: key})
	if err != nil || kind.ValueType != enums.FPDF_OBJECT_TYPE_STRING { // a name is the state of a button
		return nil
	}
	value, err := f.in.FPDFAnnot_GetStringValue(&requests.FPDFAnnot_GetStringValue{Annotation: a, Key: key})
	if err != nil {
		return nil
	}
	lines := plainLines(strings.TrimRight(value.Value, "\x00"))
	if at, err := f.in.FPDFAnnot_GetRect(&requests.FPDFAnnot_GetRect{Annotation: a}); err == nil {
		box := fr.rect(float64(at.Rect.Left), float64(at.Rect.Bottom), float64(at.Rect.Right), float64(at.Rect.Top))
		for i := range lines {
			lines[i].place(box)
		}
	}
	return lines
}

// place puts a line whose words have no places into a box.
func (l *textLine) place(box rect) {
	l.box = box
	for i := range l.words {
		l.words[i].box = box
	}
}

// shownKey is the key of what the annotation shows, "" for one that is hidden, that is
// drawn by the file, or that shows nothing.
func (f *pdfFile) shownKey(a references.FPDF_ANNOTATION) string {
	flags, err := f.in.FPDFAnnot_GetFlags(&requests.FPDFAnnot_GetFlags{Annotation: a})
	if err != nil || flags.Flags&enums.FPDF_ANNOT_FLAG_HIDDEN != 0 {
		return ""
	}
	kind, err := f.in.FPDFAnnot_GetSubtype(&requests.FPDFAnnot_GetSubtype{Annotation: a})
	if err != nil {
		return ""
	}
	drawn, err := f.in.FPDFAnnot_HasKey(&requests.FPDFAnnot_HasKey{Annotation: a, Key: "AP"})
	switch {
	case err != nil || drawn.HasKey:
		return ""
	case kind.Subtype == enums.FPDF_ANNOT_SUBTYPE_WIDGET:
		return "V"
	case kind.Subtype == enums.FPDF_ANNOT_SUBTYPE_FREETEXT:
		return "Contents"
	}
	return ""
}
