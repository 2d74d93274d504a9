package crosscheck

import "strings"

// report is a document as its reader meets it: the headline, the opening, the rest.
type report struct {
	claim *claim
	head  part
	lead  []part
	rest  []int // the sentences after the opening, none where it is too long for a report
	in    *source
}

// reportUnits is up to how many sentences a document is read as one report.
const reportUnits = 200

// readReport takes a document apart for a claim.
func readReport(c *claim, s *source) *report {
	r := &report{claim: c, in: s}
	from := s.headline()
	text := s.doc.Title
	if from > 0 {
		first, last := &s.units[0], &s.units[from-1]
		if first.page == last.page {
			text = s.doc.Pages[first.page-1].Text[first.start:last.end]
		}
	}
	r.head = c.part(s, 0, text, split(text), true)
	for i := from; i < len(s.units) && len(s.units) <= max(reportUnits, from+leadUnits); i++ {
		if i >= from+leadUnits {
			r.rest = append(r.rest, i)
			continue
		}
		r.lead = append(r.lead, c.part(s, i, s.units[i].text, s.units[i].words, false))
	}
	return r
}

// headline counts the sentences at the head of a document that are its headline: those
// of the title, or the first where it has no full stop.
func (s *source) headline() int {
	title := oneLine(s.doc.Title)
	n := 0
	for n < len(s.units) && n < 4 && title != "" && strings.Contains(title, strings.TrimRight(oneLine(s.units[n].text), ".")) {
		n++
	}
	if n > 0 || title != "" || len(s.units) == 0 {
		return n
	}
	if n = s.firstLine(); n > 0 {
		return n
	}
	if length := 0; len(s.units) <= 4 {
		for i := range s.units {
			length += len(s.units[i].words)
		}
		if length <= headlineWords {
			return len(s.units)
		}
	}
	return 1
}

// headlineWords is up to how many words a text without a title is a headline as a whole.
const headlineWords = 30

// firstLine counts the sentences in the first line of a text, 0 where a sentence goes on in
// the next, where nothing follows, or where the line is too long for a headline.
func (s *source) firstLine() int {
	text := s.doc.Pages[s.units[0].page-1].Text
	at := s.units[0].start
	end := strings.IndexByte(text[at:], '\n')
	if end < 0 || strings.TrimSpace(text[at+end:]) == "" {
		return 0
	}
	n, length := 0, 0
	for n < len(s.units) && s.units[n].page == s.units[0].page && s.units[n].end <= at+end {
		length += len(s.units[n].words)
		n++
	}
	if length > headlineWords || n < len(s.units) && s.units[n].start < at+end {
		return 0
	}
	return n
}
