package format

import (
	"regexp"
	"strconv"
	"strings"

	"averment/evidence"
)

// The bounds on a page of a transcript: how many lines must be numbered, and how many
// they can be. Transcripts have 25, pleading paper 28, minutes up to 32.
const (
	fewestNumbered = 10
	mostNumbered   = 36
)

var (
	// numberedLine is a line with its number in the margin: " 7   Q.  Did you?".
	numberedLine = regexp.MustCompile(`^[ \t]{0,12}(\d{1,2})(?:(?:[ \t]{1,}|:[ \t]+)(\S.*?))?[ \t]*$`)
	// transcriptPage is the number of a page on a line of its own: "45", "0045", "Page 45 of 210".
	transcriptPage = regexp.MustCompile(`(?i)^[ \t]*(?:page[ \t]+)?0*(\d{1,4})(?:[ \t]+(?:of|/)[ \t]+\d{1,4})?[ \t]*$`)
	// turnOfSpeech begins a paragraph of a transcript: question, answer, a speaker, a heading
	// of examination, a parenthetical.
	turnOfSpeech = regexp.MustCompile(`^(?:[QA][.:]?\s|(?:THE|MR|MS|MRS|DR|JUDGE|BY)\b[^a-z]{0,40}:|[A-Z][A-Z .'-]{2,40}:|\()`)
)

// readTranscript reads a text whose lines are numbered page by page, as court reporters
// print testimony, nil when it is no such text. The numbers leave the text, which then
// reads as it was said; each page keeps where its lines begin.
func readTranscript(text string) []evidence.Page {
	s := script{rest: strings.Split(strings.ReplaceAll(text, "\f", "\n\f"), "\n")}
	s.read()
	if !s.testimony() {
		return nil
	}
	out := make([]evidence.Page, len(s.pages))
	for i, p := range s.pages {
		out[i] = p.page(i + 1)
	}
	return out
}

// scriptLine is a line of a transcript; number is 0 for one that has none.
type scriptLine struct {
	number int
	text   string
}

// scriptPage is a page of a transcript as its lines are found.
type scriptPage struct {
	label  string
	lines  []scriptLine
	last   int // last number
	others int // lines without a number
}

// script groups lines to pages: a new one begins where the numbers begin again, at a form
// feed, and with the number of a page.
type script struct {
	rest   []string
	pages  []scriptPage
	open   scriptPage
	below  bool // the number of a page stands below its lines
	labels int  // numbers of pages so far
}

// testimony says whether what was found is a transcript: nearly all lines numbered, and
// over several pages or with people speaking. A list of ten things is none.
func (s *script) testimony() bool {
	numbered, others, full, turns := 0, 0, 0, 0
	for _, p := range s.pages {
		if p.last == 0 {
			continue // a cover
		}
		numbered, others = numbered+len(p.lines)-p.others, others+p.others
		if p.last >= fewestNumbered {
			full++
		}
		for _, l := range p.lines {
			if turnOfSpeech.MatchString(l.text) {
				turns++
			}
		}
	}
	return numbered >= fewestNumbered && others <= numbered/3 && full > 0 && (full > 1 || turns > 2)
}

func (s *script) read() {
	for len(s.rest) > 0 {
		raw := s.rest[0]
		s.rest = s.rest[1:]
		if strings.HasPrefix(raw, "\f") {
			s.turn()
		}
		if line := strings.TrimRight(strings.TrimPrefix(raw, "\f"), " \t\r"); strings.TrimSpace(line) != "" {
			s.line(line)
		}
	}
	s.turn()
	if n := len(s.pages); n > 0 && len(s.open.lines) > 0 {
		s.pages[n-1].lines = append(s.pages[n-1].lines, s.open.lines...)
		s.pages[n-1].others += s.open.others
	}
}

// coverLines is from how many lines without numbers a page is made of them: a cover, an
// index, a certificate.
const coverLines = 4

// turn ends a page. A line or two stay for the next, as its heading.
func (s *script) turn() {
	if s.open.last > 0 || s.open.others >= coverLines {
		s.pages = append(s.pages, s.open)
		s.open = scriptPage{}
	}
}

func (s *script) line(line string) {
	n, text, numbered := marginOf(line)
	switch {
	case numbered && n == s.open.last+1 && n <= mostNumbered && (n > 1 || s.next() == 2) && !s.isLabel(n, text):
		if n == 1 && s.open.others >= coverLines {
			s.turn()
		}
		s.take(n, text)
	case numbered && n == 1 && s.open.last >= fewestNumbered && s.next() == 2:
		s.turn()
		s.take(n, text)
	case transcriptPage.MatchString(line):
		s.label(transcriptPage.FindStringSubmatch(line)[1])
	default:
		s.open.others++
		s.open.lines = append(s.open.lines, scriptLine{0, strings.TrimSpace(line)})
	}
}

func (s *script) take(n int, text string) {
	s.open.last = n
	s.open.lines = append(s.open.lines, scriptLine{n, text})
}

// isLabel tells the number of a page from that of a line without text, where both fit:
// it is a page's when it is the next one.
func (s *script) isLabel(n int, text string) bool {
	if text != "" || s.open.last < fewestNumbered || s.next() != 1 {
		return false
	}
	known := s.open.label
	if s.below && len(s.pages) > 0 {
		known = s.pages[len(s.pages)-1].label
	}
	last, err := strconv.Atoi(known)
	return err == nil && n == last+1 || n > 28
}

// label takes the number of a page. Whether such numbers stand above or below their lines
// shows in the first.
func (s *script) label(number string) {
	if s.labels++; s.labels == 1 {
		s.below = s.open.last > 0
	}
	switch {
	case s.below && s.open.last == 0 && len(s.pages) > 0: // behind a form feed
		s.pages[len(s.pages)-1].label = number
	case s.below:
		s.open.label = number
		s.turn()
	default:
		s.turn()
		s.open.label = number
	}
}

// marginOf parts the number in the margin from the text of a line.
func marginOf(line string) (n int, text string, ok bool) {
	m := numberedLine.FindStringSubmatch(strings.TrimPrefix(line, "\f"))
	if m == nil {
		return 0, "", false
	}
	n, _ = strconv.Atoi(m[1]) // two digits
	return n, m[2], true
}

// next is the number of the next line that is not empty, 0 when it has none.
func (s *script) next() int {
	for _, l := range s.rest[:min(len(s.rest), 6)] {
		if strings.TrimSpace(l) != "" {
			n, _, _ := marginOf(strings.TrimRight(l, " \t\r"))
			return n
		}
	}
	return 0
}

// page makes the page: turns of speech are its paragraphs, a line or two without numbers
// are furniture, and each numbered line begins where its text does.
func (p scriptPage) page(number int) evidence.Page {
	out := evidence.Page{Number: number, State: evidence.PageText, Reader: textReader, Label: p.label}
	lines := &evidence.Lines{Page: p.label, First: 1}
	if p.label == "" {
		lines.Page = strconv.Itoa(number)
	}
	var b strings.Builder
	for _, l := range p.lines {
		if b.Len() > 0 && l.text != "" {
			b.WriteByte('\n')
		}
		start := b.Len()
		b.WriteString(l.text)
		if l.number > 0 {
			lines.Starts = append(lines.Starts, start)
		} else if p.last > 0 && p.others < coverLines {
			out.Furniture = append(out.Furniture, evidence.Range{Start: start, End: b.Len()})
			continue
		}
		if l.text != "" && (turnOfSpeech.MatchString(l.text) || p.last == 0) {
			out.Paragraphs = append(out.Paragraphs, start)
		}
	}
	if out.Text = b.String(); p.last > 0 {
		out.Lines = lines
	}
	return out
}
