package format

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"time"
	"unicode"

	"github.com/ledongthuc/pdf"

	"averment/evidence"
)

const secondReader = "ledongthuc/1"

// secondTime is how long the second reader may take over one file. It cannot be stopped
// (it has known endless loops): past the time its goroutine is left to the worker, which
// ends after the document.
const secondTime = 5 * time.Second

// agreement is the word F1 below which two readers disagree about a page.
const agreement = 0.8

// errSecondTime says that the second reader did not come back.
var errSecondTime = errors.New("the second reader took too long")

// readSecond reads a file that PDFium did not open. When the second reader finds no
// text either, cause stands.
func readSecond(data []byte, o Options, cause error) (*Result, error) {
	var known *evidence.ReadError
	if o.PDF.NoSecond || errors.As(cause, &known) && known.Code != evidence.Damaged {
		return nil, cause
	}
	texts, err := o.PDF.secondTexts(data, o.Limits.withDefaults().Pages)
	if err != nil {
		return nil, cause
	}
	d := &evidence.Document{Reader: secondReader}
	sheets := make([]sheet, len(texts))
	for i, text := range texts {
		sheets[i] = sheet{number: i + 1, width: 612, height: 792, reader: secondReader, lines: plainLines(text)}
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

// secondOpinion asks the second reader where PDFium found no text at all, or only
// garbled text, and on every page where o.PDF.Compare asks for it.
func secondOpinion(data []byte, sheets []sheet, o Options) {
	ask := o.PDF.Compare || noWords(sheets) && !allScanned(sheets) || anyGarbled(sheets)
	if !ask || o.PDF.NoSecond {
		return
	}
	texts, err := o.PDF.secondTexts(data, len(sheets))
	if err != nil {
		return
	}
	for i := range sheets {
		if i < len(texts) {
			sheets[i].weigh(texts[i], o.PDF.Compare)
		}
	}
}

// weigh takes the second text where the first is missing or garbled, and flags the page
// where the two differ.
func (s *sheet) weigh(text string, compare bool) {
	first := linesText(s.lines)
	switch {
	case strings.TrimSpace(text) == "":
	case strings.TrimSpace(first) == "", garbled(first) && !garbled(text):
		s.lines, s.reader = plainLines(text), secondReader
	case compare && wordF1(first, text) < agreement:
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

func anyGarbled(sheets []sheet) bool {
	for i := range sheets {
		if garbled(linesText(sheets[i].lines)) {
			return true
		}
	}
	return false
}

// secondTexts gives the text of each page by the second reader.
func (p *PDF) secondTexts(data []byte, maxPages int) ([]string, error) {
	type answer struct {
		texts []string
		err   error
	}
	done := make(chan answer, 1)
	go func() {
		texts, err := runSecond(data, maxPages)
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
func runSecond(data []byte, maxPages int) (texts []string, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("second reader: %v", r)
		}
	}()
	r, err := pdf.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, fmt.Errorf("second reader: %w", err)
	}
	for i := 1; i <= min(r.NumPage(), maxPages); i++ {
		text, err := r.Page(i).GetPlainText(nil)
		if err != nil {
			text = ""
		}
		texts = append(texts, text)
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

// wordF1 compares the words of two texts as bags: the harmonic mean of the part of each
// that the other has too, from 0 to 1. Case and punctuation do not count.
func wordF1(a, b string) float64 {
	wa, wb := bagOf(a), bagOf(b)
	na, nb, both := 0, 0, 0
	for w, n := range wa {
		na += n
		both += min(n, wb[w])
	}
	for _, n := range wb {
		nb += n
	}
	if na+nb == 0 {
		return 1
	}
	return 2 * float64(both) / float64(na+nb)
}

func bagOf(s string) map[string]int {
	bag := map[string]int{}
	notWord := func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) }
	for _, w := range strings.FieldsFunc(strings.ToLower(s), notWord) {
		bag[w]++
	}
	return bag
}
