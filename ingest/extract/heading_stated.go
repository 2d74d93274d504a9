package extract

import (
	"strings"

	"averment/evidence"
)

// headReach is how many lines from the top the head of a memo or a letter reaches.
const headReach = 14

// fillStated takes the day of a document from its own head, where the reader of the file found
// none: the dateline of a release, the "Date:" of a memo, the line over a letter. Only a full
// date counts.
func fillStated(v *view) {
	doc := v.doc
	if doc.Published != nil || len(v.pages) == 0 || doc.Kind == evidence.Filing || doc.Kind == evidence.Mail || doc.Kind == evidence.Policy {
		return
	}
	lines := topLines(&doc.Pages[0])
	memo := memoHead(lines)
	switch {
	case memo["from"] != "" && (memo["to"] != "" || memo["re"] != "" || memo["subject"] != ""):
		publish(doc, fullDay(memo["date"]), "memo")
		if doc.Author == "" {
			doc.Author = memo["from"]
		}
	case greeted(lines):
		for _, l := range lines[:min(len(lines), headReach)] {
			if d := fullDay(l); d != nil && len(l) < len(d.Surface)+12 {
				publish(doc, d, "letter")
				return
			}
		}
	default:
		publish(doc, datelineDay(&v.pages[0]), "dateline")
	}
}

// topLines are the first lines of the body that are not blank.
func topLines(p *evidence.Page) []string {
	var out []string
	for _, l := range trimmed(bodyLines(p)) {
		if l != "" {
			out = append(out, l)
		}
		if len(out) == 2*headReach {
			break
		}
	}
	return out
}

// memoHead reads the fields at the head of a memo: "To:", "From:", "Date:", "Re:".
func memoHead(lines []string) map[string]string {
	fields := map[string]string{}
	for _, l := range lines[:min(len(lines), headReach)] {
		name, value, ok := strings.Cut(l, ":")
		if name = strings.TrimSpace(name); len(name) > len("subject") {
			continue
		}
		switch name = strings.ToLower(name); name {
		case "to", "from", "date", "re", "subject", "cc":
			if ok && len(l) < 200 {
				fields[name] = strings.TrimSpace(value)
			}
		}
	}
	return fields
}

// greeted says whether the head of a letter greets somebody.
func greeted(lines []string) bool {
	for _, l := range lines {
		if strings.HasPrefix(l, "Dear ") || strings.HasPrefix(l, "To Whom It May Concern") {
			return true
		}
	}
	return false
}

// fullDay is the first day with its year in a line, nil for none.
func fullDay(line string) *evidence.Date {
	if !strings.ContainsAny(line, "0123456789") {
		return nil
	}
	v := newView(&evidence.Document{Pages: []evidence.Page{{Number: 1, Text: line, State: evidence.PageText}}})
	for _, d := range readDates(v, nil) {
		if d.Resolved && d.Precision == evidence.Day {
			return &d.Date
		}
	}
	return nil
}

// datelineDay is the day in "BELLEVUE, Wash., Nov. 12, 2024 –" at the head of one of the first
// paragraphs: place names, a full date and a dash; nil for none.
func datelineDay(p *pageView) *evidence.Date {
	for n, s := range p.sentences {
		if n > 8 {
			break
		}
		if !s.para || !p.at(s.first).capital || s.end-s.first < 8 {
			continue
		}
		r := dateReader{p: p, s: s}
		for k := s.first + 1; k < s.first+14 && k < s.end; k++ {
			t := p.at(k)
			if f, ok := r.at(k); ok && f.date.Resolved && f.date.Precision == evidence.Day {
				if next := p.at(f.end); next.is("–", "—", "-", "(", "/") {
					day := f.date
					day.Surface = p.str(f.first, f.end)
					return &day
				}
				break
			}
			if t.kind == word && !t.capital || t.kind == number {
				break
			}
		}
	}
	return nil
}

// publish sets the day of a document; nil sets nothing.
func publish(doc *evidence.Document, d *evidence.Date, method string) {
	if d == nil {
		return
	}
	day := *d
	day.Method, day.Confidence = method, "medium"
	doc.Published = &day
}
