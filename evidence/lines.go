package evidence

import (
	"fmt"
	"slices"
	"strconv"
)

// Lines are the numbered lines of a page: of a transcript, or of pleading paper. Courts
// cite both by page and line.
type Lines struct {
	Page   string `json:"page"`   // as printed, or the page of the file where none is
	First  int    `json:"first"`  // number of the first line
	Starts []int  `json:"starts"` // byte offset of each line, ascending; the numbers count up by one
	// More are further printed pages on the same sheet, in the order of the text: transcripts
	// are printed four to a sheet.
	More []Lines `json:"more,omitempty"`
}

// part is the printed page that holds an offset.
func (l *Lines) part(offset int) *Lines {
	if l == nil {
		return nil
	}
	for i := range slices.Backward(l.More) {
		if m := &l.More[i]; len(m.Starts) > 0 && m.Starts[0] <= offset {
			return m
		}
	}
	return l
}

// At gives the number of the line that holds an offset, ok false before the first line. It
// knows nothing of further pages on the sheet.
func (l *Lines) At(offset int) (number int, ok bool) {
	if l == nil {
		return 0, false
	}
	i, _ := slices.BinarySearch(l.Starts, offset+1) // lines without text share a start: the last has it
	return l.First + i - 1, i > 0
}

// Locator cites a passage by page and line: "45:12", "45:12–14", "45:12–46:3". It is ""
// where the lines have no numbers.
func Locator(pages []Page, s Span) string {
	from := lineAt(pages, s.Page, s.Start)
	last := s
	for last.Continues != nil {
		last = *last.Continues
	}
	to := lineAt(pages, last.Page, max(last.Start, last.End-1))
	switch {
	case from == nil || to == nil:
		return ""
	case *from == *to:
		return from.String()
	case from.page == to.page:
		return fmt.Sprintf("%s–%d", from, to.line)
	}
	return from.String() + "–" + to.String()
}

// lineOf is a line of a page.
type lineOf struct {
	page string
	line int
}

func (l lineOf) String() string { return l.page + ":" + strconv.Itoa(l.line) }

func lineAt(pages []Page, number, offset int) *lineOf {
	i := slices.IndexFunc(pages, func(p Page) bool { return p.Number == number })
	if i < 0 {
		return nil
	}
	part := pages[i].Lines.part(offset)
	line, ok := part.At(offset)
	if !ok {
		return nil
	}
	return &lineOf{part.Page, line}
}
