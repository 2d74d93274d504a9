package format

import (
	"github.com/klippa-app/go-pdfium/enums"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
	"github.com/klippa-app/go-pdfium/responses"

	"averment/evidence"
)

// sheet is one page as the reader gave it, before its lines are put in order.
type sheet struct {
	number        int // from 1
	width, height float64
	lines         []textLine
	images        []rect         // pictures on the page
	boxes         []painted      // areas filled with a dark colour
	texts         []painted      // text, in pieces of any length
	margin        []marginNumber // the numbers of its lines, down the page
	stamp         *evidence.Stamp
	reader        string
	label         string // page number as printed
	flags         []string
	lost          bool // the page could not be read
	bare          bool // nothing at all is drawn on it
}

func (s *sheet) size() int {
	n := 0
	for _, l := range s.lines {
		for _, w := range l.words {
			n += len(w.text) + 1
		}
	}
	return n
}

// frame turns positions in the page's own coordinates (origin bottom left, before
// rotation) into points from the top left of the page as it is shown.
type frame struct {
	left, bottom, right, top float64
	turn                     enums.FPDF_PAGE_ROTATION
}

func (f frame) size() (w, h float64) {
	w, h = f.right-f.left, f.top-f.bottom
	if f.turn == enums.FPDF_PAGE_ROTATION_90_CW || f.turn == enums.FPDF_PAGE_ROTATION_270_CW {
		return h, w
	}
	return w, h
}

// rect places a rectangle given by its edges.
func (f frame) rect(left, bottom, right, top float64) rect {
	switch f.turn {
	case enums.FPDF_PAGE_ROTATION_90_CW:
		return rect{bottom - f.bottom, left - f.left, top - f.bottom, right - f.left}
	case enums.FPDF_PAGE_ROTATION_180_CW:
		return rect{f.right - right, bottom - f.bottom, f.right - left, top - f.bottom}
	case enums.FPDF_PAGE_ROTATION_270_CW:
		return rect{f.top - top, f.right - right, f.top - bottom, f.right - left}
	}
	return rect{left - f.left, f.top - top, right - f.left, f.top - bottom}
}

// sheet reads page i, from 0, with its annotations and form values drawn into it.
func (f *pdfFile) sheet(i int) sheet {
	s := sheet{number: i + 1, width: 612, height: 792, reader: pdfReader}
	loaded, err := f.in.FPDF_LoadPage(&requests.FPDF_LoadPage{Document: f.doc, Index: i})
	if err != nil {
		s.lost, s.flags = true, append(s.flags, "the page cannot be read")
		return s
	}
	page := loaded.Page
	ref := requests.Page{ByReference: &page}
	values := f.values(ref, f.frame(ref))
	if f.flatten(ref) {
		page = f.reload(page, i)
		ref = requests.Page{ByReference: &page}
	}
	defer func() { _, _ = f.in.FPDF_ClosePage(&requests.FPDF_ClosePage{Page: page}) }()
	fr := f.frame(ref)
	s.width, s.height = fr.size()
	f.objects(&s, ref, fr)
	text, err := f.in.GetPageTextStructured(&requests.GetPageTextStructured{Page: ref, Mode: requests.GetPageTextStructuredModeChars})
	if err != nil {
		s.flags = append(s.flags, "the text of the page cannot be read")
		return s
	}
	s.lines = linesOf(text.Chars, func(p responses.CharPosition) rect { return fr.rect(p.Left, p.Bottom, p.Right, p.Top) })
	s.lines = append(s.lines, values...)
	return s
}

// flatten draws annotations and form values into the page's content.
func (f *pdfFile) flatten(ref requests.Page) bool {
	n, err := f.in.FPDFPage_GetAnnotCount(&requests.FPDFPage_GetAnnotCount{Page: ref})
	if err != nil || n.Count == 0 {
		return false
	}
	done, err := f.in.FPDFPage_Flatten(&requests.FPDFPage_Flatten{Page: ref, Usage: requests.FPDFPage_FlattenUsageNormalDisplay})
	return err == nil && done.Result == responses.FPDFPage_FlattenResultSuccess
}

// reload loads a page again after its content was changed; on failure the page stands
// as it was.
func (f *pdfFile) reload(page references.FPDF_PAGE, i int) references.FPDF_PAGE {
	again, err := f.in.FPDF_LoadPage(&requests.FPDF_LoadPage{Document: f.doc, Index: i})
	if err != nil {
		return page
	}
	_, _ = f.in.FPDF_ClosePage(&requests.FPDF_ClosePage{Page: page})
	return again.Page
}

// frame measures the page; letter size where the file does not say.
func (f *pdfFile) frame(ref requests.Page) frame {
	fr := frame{right: 612, top: 792}
	if box, err := f.in.FPDF_GetPageBoundingBox(&requests.FPDF_GetPageBoundingBox{Page: ref}); err == nil {
		r := box.Rect
		fr.left, fr.bottom, fr.right, fr.top = float64(r.Left), float64(r.Bottom), float64(r.Right), float64(r.Top)
	}
	if fr.right <= fr.left || fr.top <= fr.bottom {
		fr = frame{right: 612, top: 792}
	}
	if turn, err := f.in.FPDFPage_GetRotation(&requests.FPDFPage_GetRotation{Page: ref}); err == nil {
		fr.turn = turn.PageRotation
	}
	return fr
}
