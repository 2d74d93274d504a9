package format

import (
	"bytes"
	"errors"
	"fmt"
	"hash/crc32"
	"slices"
	"strings"
	"time"

	"github.com/ledongthuc/pdf"

	"averment/evidence"
)

const secondReader = "ledongthuc/1"

// secondTime is how long the second reader may take over one file. It cannot be stopped
// (it has known endless loops): past the time its goroutine is left to the worker, which
// ends after the document.
const secondTime = 5 * time.Second

// errSecondTime says that the second reader did not come back.
var errSecondTime = errors.New("the second reader took too long")

// readSecond reads a file that PDFium did not open. When the second reader finds no
// text either, cause stands.
func readSecond(data []byte, o Options, cause error) (*Result, error) {
	var known *evidence.ReadError
	if o.PDF.NoSecond || errors.As(cause, &known) && known.Code != evidence.Damaged {
		return nil, cause
	}
	texts, err := o.PDF.secondTexts(data, firstNumbers(o.Limits.withDefaults().Pages))
	if err != nil {
		return nil, cause
	}
	d := &evidence.Document{Reader: secondReader}
	sheets := make([]sheet, len(texts))
	for i := range sheets {
		sheets[i] = sheet{number: i + 1, width: 612, height: 792, reader: secondReader, lines: plainLines(texts[i+1])}
	}
	if noWords(sheets) {
		return nil, cause
	}
	for i := range sheets {
		page := sheets[i].page(false)
		page.Layout = nil
		d.Pages = append(d.Pages, page)
	}
	d.Warnings = append(d.Warnings, fmt.Sprintf("damaged PDF, read by the second reader: %v", cause))
	warnPages(d)
	return &Result{Document: d}, nil
}

// firstNumbers gives the numbers from 1 to n.
func firstNumbers(n int) []int {
	out := make([]int, n)
	for i := range out {
		out[i] = i + 1
	}
	return out
}

// secondOpinion asks the second reader where PDFium found no text at all, or only
// garbled text, on every page where o.PDF.Compare asks for it, and else on a sample.
func secondOpinion(data []byte, sheets []sheet, o Options) {
	if o.PDF.NoSecond {
		return
	}
	texts, err := o.PDF.secondTexts(data, pagesToAsk(data, sheets, o.PDF.Compare))
	if err != nil {
		doubtBare(sheets, err)
		return
	}
	for i := range sheets {
		if text, asked := texts[sheets[i].number]; asked {
			sheets[i].weigh(text)
		}
	}
}

// The sample that the second reader reads of a sound file: its first page with text, and
// one in so many of the others, up to a size of the file.
const (
	sampleStep  = 16
	sampleBytes = 32 << 20
)

// pagesToAsk gives the numbers of the pages for the second reader. A file of which pages
// are lost is not for it: broken files are what it hangs on.
func pagesToAsk(data []byte, sheets []sheet, all bool) []int {
	all = all || noWords(sheets) && !allScanned(sheets)
	sample := len(data) <= sampleBytes && !anyLost(sheets)
	seed := crc32.ChecksumIEEE(head(data, 64<<10))
	var out []int
	first := true
	for i := range sheets {
		s := &sheets[i]
		chosen := s.size() > 0 && (first || (seed+uint32(i))%sampleStep == 0)
		if all || s.bare && sample || garbled(linesText(s.lines)) || sample && chosen {
			out = append(out, s.number)
		}
		first = first && s.size() == 0
	}
	return out
}

// doubtBare flags pages on which nothing is drawn in a file that the second reader does not
// open: their content may be damaged. An encryption that it does not know says nothing.
func doubtBare(sheets []sheet, cause error) {
	if why := cause.Error(); strings.Contains(why, "ncrypt") || strings.Contains(why, "assword") || errors.Is(cause, errSecondTime) {
		return
	}
	for i := range sheets {
		if s := &sheets[i]; s.bare && s.size() == 0 {
			s.flags = append(s.flags, "check by eye: the page is empty in a file that may be damaged")
		}
	}
}

func anyLost(sheets []sheet) bool {
	return slices.ContainsFunc(sheets, func(s sheet) bool { return s.lost })
}

// weigh takes the second text where the first is missing or garbled, and flags the page
// where the two differ.
func (s *sheet) weigh(text string) {
	first := linesText(s.lines)
	switch {
	case strings.TrimSpace(text) == "":
	case strings.TrimSpace(first) == "", garbled(first) && !garbled(text):
		s.lines, s.reader = plainLines(text), secondReader
	case disagree(first, text):
		s.flags = append(s.flags, "check by eye: two readers disagree")
	}
}

func noWords(sheets []sheet) bool {
	for i := range sheets {
		if sheets[i].size() > 0 {
			return false
		}
	}
	return true
}

func allScanned(sheets []sheet) bool {
	for i := range sheets {
		if !sheets[i].scanned() {
			return false
		}
	}
	return true
}

// secondTexts gives the text of pages, by their numbers, by the second reader.
func (p *PDF) secondTexts(data []byte, pages []int) (map[int]string, error) {
	if len(pages) == 0 {
		return nil, nil
	}
	type answer struct {
		texts map[int]string
		err   error
	}
	done := make(chan answer, 1)
	go func() {
		texts, err := runSecond(data, pages)
		done <- answer{texts, err}
	}()
	select {
	case a := <-done:
		return a.texts, a.err
	case <-time.After(secondTime):
		p.spent.Store(true)
		return nil, errSecondTime
	}
}

// runSecond calls the reader page by page: its whole-document call mixes up fonts of
// the same name. It panics on some damaged files.
func runSecond(data []byte, pages []int) (texts map[int]string, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("second reader: %v", r)
		}
	}()
	r, err := pdf.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, fmt.Errorf("second reader: %w", err)
	}
	texts = map[int]string{}
	for _, n := range pages {
		if n > r.NumPage() {
			break
		}
		text, err := r.Page(n).GetPlainText(nil)
		if err != nil {
			text = ""
		}
		texts[n] = text
	}
	return texts, nil
}

// plainLines makes lines without positions.
func plainLines(text string) []textLine {
	var out []textLine
	for line := range strings.SplitSeq(clean(text), "\n") {
		var l textLine
		for _, w := range strings.Fields(line) {
			l.words = append(l.words, textWord{text: w})
		}
		if len(l.words) > 0 {
			out = append(out, l)
		}
	}
	return out
}
