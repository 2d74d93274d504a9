package format

import (
	"regexp"
	"strings"
	"unicode"

	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"

	"averment/evidence"
)

// The caps on bookmarks, whose links can form a loop.
const (
	maxBookmarks     = 5000
	maxBookmarkDepth = 16
)

// information reads the document information and the bookmarks.
func (f *pdfFile) information(d *evidence.Document) {
	meta, err := f.in.GetMetaData(&requests.GetMetaData{Document: f.doc, Tags: &[]string{"Title", "Author"}})
	if err == nil {
		for _, t := range meta.Tags {
			switch t.Tag {
			case "Title":
				d.Title = saneTitle(t.Value)
			case "Author":
				d.Author = saneTitle(t.Value)
			}
		}
	}
	f.bookmarks(d, nil, 0)
}

var (
	fileTitle = regexp.MustCompile(`(?i)\.(?:docx?|pdf|wpd|rtf|odt|txt|xlsx?|pptx?|indd|qxd|tiff?|jpe?g|png|dotx?)\s*$`)
	producer  = regexp.MustCompile(`(?i)^(?:microsoft (?:word|powerpoint|excel)|untitled|document\s?\d*|scan(?:ned)?\b.*|noname|print|acrobat|form \d+\b)`)
)

// saneTitle gives "" for what programs write in the place of a title: names of files,
// of the program, or bytes that were read in the wrong encoding.
func saneTitle(s string) string {
	s = strings.Join(strings.Fields(strings.ToValidUTF8(s, "")), " ")
	if len(s) < 4 || len(s) > 300 || fileTitle.MatchString(s) || producer.MatchString(s) || !strings.Contains(s, " ") {
		return ""
	}
	odd := 0
	for _, r := range s {
		if !unicode.IsPrint(r) || r == unicode.ReplacementChar || unicode.Is(unicode.Han, r) {
			odd++
		}
	}
	if odd > 0 {
		return ""
	}
	return s
}

// bookmarks walks the outline below parent.
func (f *pdfFile) bookmarks(d *evidence.Document, parent *references.FPDF_BOOKMARK, level int) {
	first, err := f.in.FPDFBookmark_GetFirstChild(&requests.FPDFBookmark_GetFirstChild{Document: f.doc, Bookmark: parent})
	if err != nil {
		return
	}
	for mark := first.Bookmark; mark != nil && len(d.Bookmarks) < maxBookmarks; {
		if title, err := f.in.FPDFBookmark_GetTitle(&requests.FPDFBookmark_GetTitle{Bookmark: *mark}); err == nil {
			d.Bookmarks = append(d.Bookmarks, evidence.Mark{Title: clean(title.Title), Page: f.target(*mark), Level: level})
		}
		if level < maxBookmarkDepth {
			f.bookmarks(d, mark, level+1)
		}
		next, err := f.in.FPDFBookmark_GetNextSibling(&requests.FPDFBookmark_GetNextSibling{Document: f.doc, Bookmark: *mark})
		if err != nil {
			return
		}
		mark = next.Bookmark
	}
}

// target is the page a bookmark leads to, from 1, or 0.
func (f *pdfFile) target(mark references.FPDF_BOOKMARK) int {
	dest, err := f.in.FPDFBookmark_GetDest(&requests.FPDFBookmark_GetDest{Document: f.doc, Bookmark: mark})
	if err != nil || dest.Dest == nil {
		return 0
	}
	page, err := f.in.FPDFDest_GetDestPageIndex(&requests.FPDFDest_GetDestPageIndex{Document: f.doc, Dest: *dest.Dest})
	if err != nil || page.Index < 0 || page.Index >= f.pages {
		return 0
	}
	return page.Index + 1
}

// children gives the files embedded in the PDF.
func (f *pdfFile) children(res *Result, o Options) error {
	files, err := f.in.GetAttachments(&requests.GetAttachments{Document: f.doc})
	if err != nil {
		res.Document.Warnings = append(res.Document.Warnings, "embedded files cannot be read")
		return nil
	}
	limits := o.Limits.withDefaults()
	total := int64(0)
	for i, a := range files.Attachments {
		total += int64(len(a.Content))
		if i >= limits.Members || total > limits.Total {
			res.Document.Warnings = append(res.Document.Warnings, "partial: more embedded files than the cap, the rest was not read")
			return nil
		}
		if err := res.give(Child{Name: clean(a.Name), Data: a.Content}, o); err != nil {
			return err
		}
	}
	return nil
}
