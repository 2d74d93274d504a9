package format

import (
	"context"
	"errors"
	"fmt"
	"math"

	"github.com/klippa-app/go-pdfium"
	pdferrors "github.com/klippa-app/go-pdfium/errors"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"

	"averment/evidence"
)

// pdfReader names the reader and the version of what is made of its output.
const pdfReader = "pdfium/1"

// readPDF reads a PDF file with PDFium. Where that fails to open the file or a page of it,
// a repaired copy is tried, and where that fails too or no text is found, the second reader.
func readPDF(ctx context.Context, _ string, data []byte, o Options) (*Result, error) {
	if o.PDF == nil {
		return nil, fail(evidence.Unsupported, "the PDF reader was not started")
	}
	res, lost, err := readSound(ctx, data, o, allLost)
	if lost == 0 || ctx.Err() != nil || err != nil && lost < allLost {
		return res, err
	}
	if mended := readRepaired(ctx, data, o, lost); mended != nil {
		if res != nil {
			mended.Children = res.Children
		}
		return mended, nil
	}
	if err != nil {
		return readSecond(data, o, err)
	}
	return res, nil
}

// allLost is the count of lost pages of a file that cannot be opened.
const allLost = math.MaxInt

// errNoBetter says that a repaired copy loses as many pages as the file itself.
var errNoBetter = &evidence.ReadError{Code: evidence.Damaged, Detail: "the repaired copy is no better"}

// readSound reads a file as it is, and its embedded files with it, provided that fewer than
// less of its pages cannot be read. lost is how many that are. A file that is closed to us,
// or has too much in it, has none: no repair would help.
func readSound(ctx context.Context, data []byte, o Options, less int) (res *Result, lost int, err error) {
	f, err := o.PDF.open(data, o.Password)
	if err == nil {
		defer f.close()
		res, lost, err = f.read(ctx, data, o)
	}
	if err == nil && (lost >= less || lost == len(res.Document.Pages) && less < allLost) {
		err = errNoBetter
	}
	if err == nil {
		return res, lost, f.children(res, o)
	}
	var known *evidence.ReadError
	if errors.As(err, &known) && known.Code == evidence.Damaged {
		return nil, allLost, err
	}
	return nil, 0, err
}

// readRepaired reads repaired copies of a file, and gives the first that loses fewer pages
// than the file itself; nil for none.
func readRepaired(ctx context.Context, data []byte, o Options, lost int) *Result {
	if lost < allLost { // the file was opened, and its embedded files were given
		o.Emit = func(Child) error { return nil }
	}
	for _, ownTree := range []bool{false, true} {
		copied := repairPDF(data, ownTree)
		if copied == nil || ctx.Err() != nil {
			return nil
		}
		res, _, err := readSound(ctx, copied, o, lost)
		if err == nil {
			res.Document.Warnings = append(res.Document.Warnings, "damaged PDF: its table of objects was built anew, parts may be missing")
			return res
		}
	}
	return nil
}

// pdfFile is one document open in an instance of its own.
type pdfFile struct {
	in    pdfium.Pdfium
	doc   references.FPDF_DOCUMENT
	pages int
}

// open loads the bytes into a fresh instance, trying no password first.
func (p *PDF) open(data []byte, passwords []string) (*pdfFile, error) {
	in, err := p.pool.GetInstance(instanceWait)
	if err != nil {
		return nil, &evidence.ReadError{Code: evidence.Crashed, Detail: "start a PDFium instance: " + err.Error(), Retryable: true}
	}
	f := &pdfFile{in: in}
	if err := f.load(data, passwords); err != nil {
		f.close()
		return nil, err
	}
	return f, nil
}

func (f *pdfFile) load(data []byte, passwords []string) error {
	for _, pass := range append([]string{""}, passwords...) {
		req := &requests.OpenDocument{File: &data}
		if pass != "" {
			req.Password = &pass
		}
		doc, err := f.in.OpenDocument(req)
		if errors.Is(err, pdferrors.ErrPassword) {
			continue
		}
		if err != nil {
			return openError(err)
		}
		f.doc = doc.Document
		count, err := f.in.FPDF_GetPageCount(&requests.FPDF_GetPageCount{Document: f.doc})
		if err != nil {
			return fail(evidence.Damaged, "count pages: %v", err)
		}
		f.pages = count.PageCount
		return nil
	}
	if len(passwords) > 0 {
		return fail(evidence.Encrypted, "none of the passwords opens it")
	}
	return fail(evidence.Encrypted, "needs a password")
}

func openError(err error) error {
	switch {
	case errors.Is(err, pdferrors.ErrSecurity):
		return fail(evidence.Encrypted, "an encryption that cannot be read")
	case errors.Is(err, pdferrors.ErrFormat):
		return fail(evidence.Damaged, "no PDF that can be opened")
	}
	return fail(evidence.Damaged, "open the PDF: %v", err)
}

func (f *pdfFile) close() {
	// Closing frees the memory of the instance; a failure leaves nothing to be done.
	_ = f.in.Close()
}

// read reads all pages, and what stands around them. lost is how many pages could not be
// read.
func (f *pdfFile) read(ctx context.Context, data []byte, o Options) (res *Result, lost int, err error) {
	res = &Result{Document: &evidence.Document{Reader: pdfReader}}
	sheets, err := f.sheets(ctx, o, res.Document)
	if err != nil {
		return nil, 0, err
	}
	secondOpinion(data, sheets, o)
	markFurniture(sheets)
	f.labels(sheets)
	mendHyphens(sheets)
	for i := range sheets {
		page := sheets[i].page(i > 0 && goesOn(&sheets[i-1], &sheets[i]))
		if err := f.recognise(ctx, &page, &sheets[i], o); err != nil {
			return nil, 0, err
		}
		if sheets[i].lost {
			lost++
		}
		res.Document.Pages = append(res.Document.Pages, page)
	}
	warnPages(res.Document)
	res.Document.Docket = docketOf(res.Document.Pages)
	f.information(res.Document)
	return res, lost, nil
}

// sheets loads each page up to the cap. A page that cannot be loaded is an empty sheet
// with a flag, so that page numbers stay those of the file.
func (f *pdfFile) sheets(ctx context.Context, o Options, d *evidence.Document) ([]sheet, error) {
	if f.pages == 0 {
		return nil, fail(evidence.Damaged, "the PDF has no pages")
	}
	n := min(f.pages, o.Limits.withDefaults().Pages)
	if n < f.pages {
		d.Warnings = append(d.Warnings, fmt.Sprintf("partial: %d of %d pages read", n, f.pages))
	}
	var out []sheet
	text := 0
	for i := 0; i < n; i++ {
		if err := ctx.Err(); err != nil {
			return nil, fail(evidence.Timeout, "stopped on page %d: %v", i+1, err)
		}
		s := f.sheet(i)
		text += s.size()
		out = append(out, s)
		if text > o.Limits.withDefaults().Text {
			break // capPages cuts the last page and says so
		}
		if o.PDF.OnPage != nil {
			o.PDF.OnPage(i+1, n)
		}
	}
	return out, nil
}

// warnPages says on the document which pages cannot be searched.
func warnPages(d *evidence.Document) {
	for _, p := range d.Pages {
		switch p.State {
		case evidence.PageImageOnly:
			d.Warnings = append(d.Warnings, fmt.Sprintf("page %d: image only, not searchable", p.Number))
		case evidence.PageGarbled:
			d.Warnings = append(d.Warnings, fmt.Sprintf("page %d: garbled text, not searchable", p.Number))
		}
		for _, flag := range p.Flags {
			d.Warnings = append(d.Warnings, fmt.Sprintf("page %d: %s", p.Number, flag))
		}
	}
}
