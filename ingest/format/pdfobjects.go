package format

import (
	"github.com/klippa-app/go-pdfium/enums"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
)

// maxObjects is how many objects of a page are looked at for pictures and boxes. Maps
// and drawings have more; they are neither scans nor redacted pleadings.
const maxObjects = 4000

// objects collects the pictures and the dark filled rectangles of a page.
func (f *pdfFile) objects(s *sheet, ref requests.Page, fr frame) {
	n, err := f.in.FPDFPage_CountObjects(&requests.FPDFPage_CountObjects{Page: ref})
	if err != nil {
		return
	}
	s.bare = n.Count == 0
	for i := 0; i < min(n.Count, maxObjects); i++ {
		obj, err := f.in.FPDFPage_GetObject(&requests.FPDFPage_GetObject{Page: ref, Index: i})
		if err != nil {
			continue
		}
		f.object(s, obj.PageObject, i, fr)
	}
}

// painted is an area of the page that was painted as the order-th object: later ones
// cover earlier ones.
type painted struct {
	box   rect
	order int
}

func (f *pdfFile) object(s *sheet, obj references.FPDF_PAGEOBJECT, order int, fr frame) {
	kind, err := f.in.FPDFPageObj_GetType(&requests.FPDFPageObj_GetType{PageObject: obj})
	if err != nil || kind.Type == enums.FPDF_PAGEOBJ_SHADING {
		return
	}
	b, err := f.in.FPDFPageObj_GetBounds(&requests.FPDFPageObj_GetBounds{PageObject: obj})
	if err != nil {
		return
	}
	box := fr.rect(float64(b.Left), float64(b.Bottom), float64(b.Right), float64(b.Top)).clip(rect{0, 0, s.width, s.height})
	switch kind.Type {
	case enums.FPDF_PAGEOBJ_TEXT:
		s.texts = append(s.texts, painted{box, order})
	case enums.FPDF_PAGEOBJ_IMAGE:
		s.images = append(s.images, box)
	case enums.FPDF_PAGEOBJ_FORM:
		if f.formHasImage(obj) {
			s.images = append(s.images, box)
		}
	case enums.FPDF_PAGEOBJ_PATH:
		if box.height() > 5 && box.x1-box.x0 > 8 && f.darkFill(obj) {
			s.boxes = append(s.boxes, painted{box, order})
		}
	}
}

// formHasImage looks one level into a form object: scanners wrap the picture in one.
func (f *pdfFile) formHasImage(obj references.FPDF_PAGEOBJECT) bool {
	n, err := f.in.FPDFFormObj_CountObjects(&requests.FPDFFormObj_CountObjects{PageObject: obj})
	if err != nil || n.Count > 50 {
		return false
	}
	for i := 0; i < n.Count; i++ {
		in, err := f.in.FPDFFormObj_GetObject(&requests.FPDFFormObj_GetObject{PageObject: obj, Index: uint64(i)})
		if err != nil {
			continue
		}
		kind, err := f.in.FPDFPageObj_GetType(&requests.FPDFPageObj_GetType{PageObject: in.PageObject})
		if err == nil && kind.Type == enums.FPDF_PAGEOBJ_IMAGE {
			return true
		}
	}
	return false
}

// darkFill says whether a path is filled with an opaque colour darker than mid grey.
func (f *pdfFile) darkFill(obj references.FPDF_PAGEOBJECT) bool {
	mode, err := f.in.FPDFPath_GetDrawMode(&requests.FPDFPath_GetDrawMode{PageObject: obj})
	if err != nil || mode.FillMode == enums.FPDF_FILLMODE_NONE {
		return false
	}
	c, err := f.in.FPDFPageObj_GetFillColor(&requests.FPDFPageObj_GetFillColor{PageObject: obj})
	if err != nil {
		return false
	}
	col := c.FillColor
	return col.A > 200 && (col.R+col.G+col.B) < 3*100
}
