package format

import (
	"regexp"
	"strconv"
	"strings"
	"unicode"

	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
	"github.com/klippa-app/go-pdfium/responses"

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
	f.outline(d)
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

// maxLabel caps the number that a file gives to a page, in bytes.
const maxLabel = 32

// labels takes the numbers of pages that the file states, "iv" or "A-7", where none is
// printed on the page and the number is not that of the file anyway.
func (f *pdfFile) labels(sheets []sheet) {
	for i := range sheets {
		s := &sheets[i]
		if s.label != "" {
			continue
		}
		stated, err := f.in.FPDF_GetPageLabel(&requests.FPDF_GetPageLabel{Document: f.doc, Page: i})
		if err != nil {
			return // the file states none
		}
		label := strings.Join(strings.Fields(clean(strings.TrimRight(stated.Label, "\x00"))), " ")
		if len(label) <= maxLabel && label != strconv.Itoa(s.number) {
			s.label = label
		}
	}
}

// outline reads the bookmarks. The walk that is safe against loops cannot tell the
// pages they lead to, since the library's call for that asks PDFium the wrong question;
// the call that can tell is made once the outline has shown to be without loops.
func (f *pdfFile) outline(d *evidence.Document) {
	var marks []evidence.Mark
	if !f.walkOutline(&marks, nil, 0) {
		d.Bookmarks = marks
		return
	}
	all, err := f.in.GetBookmarks(&requests.GetBookmarks{Document: f.doc})
	if err != nil {
		d.Bookmarks = marks
		return
	}
	d.Bookmarks = f.marks(nil, all.Bookmarks, 0)
}

// walkOutline collects titles below parent; false is an outline over the caps.
func (f *pdfFile) walkOutline(marks *[]evidence.Mark, parent *references.FPDF_BOOKMARK, level int) bool {
	first, err := f.in.FPDFBookmark_GetFirstChild(&requests.FPDFBookmark_GetFirstChild{Document: f.doc, Bookmark: parent})
	if err != nil {
		return true
	}
	for mark := first.Bookmark; mark != nil; {
		if len(*marks) >= maxBookmarks || level >= maxBookmarkDepth {
			return false
		}
		if title, err := f.in.FPDFBookmark_GetTitle(&requests.FPDFBookmark_GetTitle{Bookmark: *mark}); err == nil {
			*marks = append(*marks, evidence.Mark{Title: clean(title.Title), Level: level})
		}
		if !f.walkOutline(marks, mark, level+1) {
			return false
		}
		next, err := f.in.FPDFBookmark_GetNextSibling(&requests.FPDFBookmark_GetNextSibling{Document: f.doc, Bookmark: *mark})
		if err != nil {
			return true
		}
		mark = next.Bookmark
	}
	return true
}

// marks flattens the outline.
func (f *pdfFile) marks(out []evidence.Mark, list []responses.GetBookmarksBookmark, level int) []evidence.Mark {
	for _, b := range list {
		out = append(out, evidence.Mark{Title: clean(b.Title), Page: f.target(b), Level: level})
		out = f.marks(out, b.Children, level+1)
	}
	return out
}

// target is the page a bookmark leads to, from 1, or 0.
func (f *pdfFile) target(b responses.GetBookmarksBookmark) int {
	dest := b.DestInfo
	if dest == nil && b.ActionInfo != nil {
		dest = b.ActionInfo.DestInfo
	}
	if dest == nil || dest.PageIndex < 0 || dest.PageIndex >= f.pages {
		return 0
	}
	return dest.PageIndex + 1
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
		if len(a.Content) == 0 {
			res.Document.Warnings = append(res.Document.Warnings, "embedded file "+clean(a.Name)+" is empty or cannot be read")
			continue
		}
		if err := res.give(Child{Name: clean(a.Name), Data: a.Content}, o); err != nil {
			return err
		}
	}
	return nil
}
