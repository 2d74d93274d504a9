package extract

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"sync"

	"averment/evidence"
)

// side is one side of a caption as printed: its names and the roles that stand under them.
type side struct {
	names []string
	roles []string
	apart bool // the words under them name neither side: an intervenor, a debtor
}

// heading is what the first page of a filing says of the case.
type heading struct {
	court     string // id
	district  string // name of a federal district that no table has
	courtName bool   // a court heads the page
	civil     bool   // the number of a civil case of a district court stands in the head
	docket    string
	judge     string
	kind      string // document type
	filed     *evidence.Date
	sides     []side
	title     string
	paper     string // title that the paper gives itself
	signers   []signer
}

// readHeading reads the caption of the first pages: court, parties, docket number, judge
// and type of document.
func readHeading(doc *evidence.Document) heading {
	lines, right := headLines(doc)
	h := heading{}
	h.court, h.courtName = headCourt(lines)
	h.courtName = h.courtName || slices.ContainsFunc(lines[:min(len(lines), 12)], isCoverSheet)
	if h.court == "" {
		h.district = headDistrict(lines)
	}
	h.docket = cmp.Or(headDocket(lines), headDocket(right))
	h.judge = cmp.Or(headJudge(lines), headJudge(right))
	h.kind = cmp.Or(headType(right), headType(lines), headType(runningFeet(doc)))
	h.filed = headFiled(lines)
	h.sides = captionSides(lines)
	if len(h.sides) == 0 {
		h.sides = captionSides(captionPage(doc))
	}
	if len(h.sides) == 0 {
		h.sides = formSides(lines)
	}
	h.civil = civilCase(lines)
	h.title = captionTitle(h.sides, lines)
	h.paper = cmp.Or(columnTitle(right), paperTitle(lines))
	readSignature(doc, &h)
	return h
}

// headLines are the body lines of the first two pages, at most 90, without furniture; right
// are those of the column that brackets set off, which holds the number and the title of the
// paper. Blank lines are kept as "".
func headLines(doc *evidence.Document) (left, right []string) {
	var out []string
	for i := range doc.Pages[:min(len(doc.Pages), 2)] {
		out = append(out, bodyLines(&doc.Pages[i])...)
	}
	return columns(out[:min(len(out), 90)])
}

// bodyLines are the lines of a page without furniture, blank ones included.
func bodyLines(p *evidence.Page) []string {
	var out []string
	offset := 0
	for line := range strings.SplitAfterSeq(p.Text, "\n") {
		r := evidence.Range{Start: offset, End: offset + len(line)}
		offset += len(line)
		if trimmed := strings.TrimSpace(line); trimmed == "" || !p.InFurniture(r) {
			out = append(out, trimmed)
		}
	}
	return out
}

// captionPage are the lines of the page on which a clerk encloses the caption, within the
// first few; nil without one.
func captionPage(doc *evidence.Document) []string {
	for i := 1; i < min(len(doc.Pages), 6); i++ {
		lines := bodyLines(&doc.Pages[i])
		for _, l := range lines[:min(len(lines), 6)] {
			if mostlyUpper(l) && strings.Contains(l, "CAPTION") {
				left, _ := columns(lines[:min(len(lines), 60)])
				return left
			}
		}
	}
	return nil
}

// runningFeet are the lines of furniture of the first pages: what "ANSWER TO COMPLAINT - 2" at
// the foot of a page says of the paper.
func runningFeet(doc *evidence.Document) []string {
	var out []string
	for i := 0; i < len(doc.Pages) && i < 3; i++ {
		p := &doc.Pages[i]
		for _, f := range p.Furniture {
			if f.Start >= 0 && f.Start < f.End && f.End <= len(p.Text) && f.Start > len(p.Text)/2 {
				out = append(out, strings.TrimSpace(p.Text[f.Start:f.End]))
			}
		}
	}
	return out
}

// columns parts the column that ")" , "]", "|" or "§" sets off from the names of a caption.
func columns(lines []string) (left, right []string) {
	for _, mark := range []string{")", "]", "|", "§", ":"} {
		n := 0
		for _, l := range lines {
			switch {
			case !strings.Contains(l, mark):
			case strings.Contains(l, "  "+mark+"  "):
				n += 2 // set off by wide gaps
			case l == mark, strings.HasSuffix(l, " "+mark), strings.Contains(l, " "+mark+" "):
				n++
			}
		}
		if n < 4 {
			continue
		}
		for i, l := range lines {
			before, after, ok := strings.Cut(" "+l+" ", " "+mark+" ")
			if !ok {
				continue
			}
			lines[i] = strings.TrimSpace(before)
			if after = strings.TrimSpace(after); after != "" {
				right = append(right, after)
			}
			if strings.Contains(after, "No.") && lines[i] == "" {
				lines[i] = after
			}
		}
		return lines, right
	}
	for i, l := range lines {
		if at := strings.Index(l, "    "); at > 0 {
			if after := strings.TrimSpace(l[at:]); besideCaption(after) && !partsSides(l) || partsSides(strings.TrimSpace(l[:at])) && mostlyUpper(after) {
				lines[i] = strings.TrimSpace(l[:at])
				right = append(right, after)
			}
		}
	}
	return lines, right
}

// headCourt is the court that a heading in the first lines names.
func headCourt(lines []string) (id string, found bool) {
	var text strings.Builder
	for i, l := range lines {
		if i > 45 {
			break
		}
		if courtLine(l) {
			text.WriteString(l + " ")
		} else if at := strings.LastIndex(l, "    "); at > 0 && courtLine(strings.TrimSpace(l[at:])) {
			text.WriteString(strings.TrimSpace(l[at:]) + " ") // "SUFFOLK, ss.      SUPERIOR COURT"
		}
	}
	joined := text.String()
	tokens := tokenize(nil, joined, 0, len(joined))
	for k := 0; k < len(tokens); k++ {
		if !tokens[k].is("united", "supreme", "u", "us", "court", "superior", "district") {
			continue
		}
		if e, after := courts().names.match(tokens, k, false); after > k+2 && !e.short {
			return e.id, true
		}
		if tokens[k].low == "court" || tokens[k].low == "superior" {
			found = found || tokens[k].upper
		}
	}
	return "", found
}

// headDistrict is the federal district that a line of the head names, "WESTERN DISTRICT OF
// CASCADIA", in ordinary letters; "" for none.
func headDistrict(lines []string) string {
	for i, l := range lines {
		if i > 30 {
			break
		}
		if len(l) > 70 || !foldedIn(l, "district") {
			continue
		}
		words := strings.Fields(l)
		for len(words) > 0 && !courtDirections[strings.ToLower(words[0])] {
			words = words[1:]
		}
		if len(words) < 4 || len(words) > 7 || !strings.EqualFold(words[1], "district") || !strings.EqualFold(words[2], "of") {
			continue
		}
		return printed(strings.TrimRight(strings.Join(words, " "), " ,."))
	}
	return ""
}

// courtLine says whether a line can be part of a court's heading: short, and beginning with
// a word of such headings.
func courtLine(l string) bool {
	if len(l) > 80 {
		return false
	}
	first, _, _ := strings.Cut(strings.ToLower(l), " ")
	return courtLineWords[first] && (!strings.HasSuffix(l, ".") || mostlyUpper(l))
}

var courtLineWords = set("in", "united", "us", "u.s.", "supreme", "superior", "court", "for", "district", "northern", "southern", "eastern", "western", "middle",
	"central", "state", "commonwealth", "circuit", "of", "the", "appellate", "bankruptcy", "county")

// headDocket is the first docket number of the head.
func headDocket(lines []string) string {
	if n := adversaryNumber(lines); n != "" {
		return n
	}
	for _, l := range lines {
		if !strings.ContainsAny(l, "0123456789") {
			continue
		}
		for _, mark := range []string{"No.", "Nos.", "NO.", "NOS.", "Docket", "DOCKET", "Case:", "#:", "CASE"} {
			_, rest, ok := strings.Cut(l, mark)
			if !ok {
				continue
			}
			if m := numberOfCase(strings.TrimLeft(rest, " .:#NOos")); m != "" {
				return m
			}
		}
	}
	for _, l := range lines {
		if n := standingDocket(l); n != "" {
			return n
		}
	}
	return ""
}

// standingDocket is a docket number that a line begins with, or that stands behind the "v." or
// at the end of a line of a caption, "v.    1:19-cr-00112".
func standingDocket(l string) string {
	if n, _ := dockets().readDocket(l); n > 6 {
		return strings.TrimRight(l[:n], " -")
	}
	at := strings.LastIndexAny(l, " \t") + 1
	if at == 0 || !partsSides(l) && !strings.HasSuffix(strings.TrimRight(l[:at], " \t"), ",") {
		return ""
	}
	if n, _ := dockets().readDocket(l[at:]); n > 8 && at+n == len(l) {
		return l[at:]
	}
	return ""
}

// adversaryNumber is the number of an adversary proceeding, whose caption prints that of the
// bankruptcy case first.
func adversaryNumber(lines []string) string {
	for _, l := range lines {
		i := strings.Index(l, "Adv.")
		if i < 0 {
			i = strings.Index(l, "Adversary")
		}
		if i < 0 {
			continue
		}
		if _, rest, ok := strings.Cut(l[i:], "No. "); ok {
			if m := dockets().appellate.FindString(rest); m != "" {
				return m
			}
		}
	}
	return ""
}

// numberOfCase is the docket number that stands behind "No." at the beginning of rest.
func numberOfCase(rest string) string {
	n, _ := dockets().readDocket(rest)
	m := strings.TrimRight(rest[:n], " -")
	if m == "" {
		m = stateDocket().FindString(rest)
	}
	if m == "" {
		m = dockets().appellate.FindString(rest)
	}
	if long := longDocket().FindString(rest); len(long) > len(m) && !strings.Contains(m, ":") {
		return long
	}
	return m
}

// longDocket are numbers of state courts of several parts, with at least one letter or five
// digits running: 37-2021-00041234-CU-PO-CTL, 27-CV-20-11823, WR-88,214-01, 2284CV01190-BLS2,
// 23-2-08816-4 SEA.
var longDocket = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^(?:[A-Z]{1,3}-\d{2,3},\d{3}-\d{2}|\d{2}-\d-\d{5}-\d(?: [A-Z]{3})?|` +
		`[A-Z]{0,4}\d{0,6}[A-Z]{0,4}(?:[-–][A-Z0-9]{1,8}){1,5}|\d{2,4}[A-Z]{1,4}\d{3,8}(?:[-–][A-Z0-9]{1,6})*|[A-Z]{1,4}\d{4,10}(?:[-–][A-Z0-9]{1,6})*|\d{2} [A-Z]{2,4} \d{3,6})\b`)
})

// stateDocket are forms of the numbers of courts of the states and of England: 23STCV10442,
// 654417/2021, BL-2022-000417.
var stateDocket = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^(?:\d{2}[A-Z]{2,6}\d{4,8}|\d{4,7}/\d{4}|[A-Z]{1,4}-\d{2,4}-\d{3,7}(?:-[A-Z]{1,3})?|\d{2,4}-[A-Z]{1,4}-\d{3,7})\b`)
})

// headJudge is the judge that the head names: "Hon. Ana Ruiz", "Judge: Ruiz", "Ana Ruiz,
// District Judge".
func headJudge(lines []string) string {
	for _, l := range lines {
		if !strings.Contains(l, "Hon") && !strings.Contains(l, "HON") && !strings.Contains(l, "Judge") && !strings.Contains(l, "JUDGE") {
			continue
		}
		for _, mark := range []string{"Honorable ", "HONORABLE ", "Hon. ", "HON. ", "Judge: ", "JUDGE: ", "Judge ", "JUDGE "} {
			at := strings.Index(l, mark)
			if at < 0 || strings.EqualFold(mark, "Judge ") && at > 0 {
				continue
			}
			if name := leadingName(l[at+len(mark):]); name != "" {
				return printed(name)
			}
		}
		for _, mark := range []string{", Judge", ", District Judge", ", United States District Judge", ", U.S. District Judge", ", Circuit Judge", ", Magistrate Judge"} {
			if name, _, ok := strings.Cut(l, mark); ok {
				for _, before := range []string{"] ", "— ", "– ", " - "} {
					if i := strings.LastIndex(name, before); i >= 0 {
						name = name[i+len(before):]
					}
				}
				if n := len(strings.Fields(name)); n > 1 && n <= 5 && leadingName(name) != "" && !strings.HasPrefix(name, "Before") && !strings.HasSuffix(l, "Judges.") {
					return printed(name)
				}
			}
		}
	}
	return ""
}

// leadingName is the run of capitalised words at the beginning of s, at most five.
func leadingName(s string) string {
	var out []string
	for _, w := range strings.Fields(s) {
		if w[0] < 'A' || w[0] > 'Z' || len(out) == 5 {
			break
		}
		out = append(out, strings.TrimRight(w, ",;"))
		if strings.HasSuffix(w, ",") {
			break
		}
	}
	return strings.Join(out, " ")
}

// documentTypes are the words of a filing's title, with its type.
var documentTypes = map[string]string{"complaint": "complaint", "answer": "answer", "motion": "motion", "order": "order", "opinion": "opinion",
	"memorandum": "brief", "brief": "brief", "notice": "notice", "exhibit": "exhibit", "letter": "letter", "judgment": "order", "petition": "complaint",
	"declaration": "exhibit", "application": "motion", "stipulation": "motion", "ruling": "opinion", "decision": "opinion", "reply": "brief",
	"opposition": "brief", "response": "brief", "affidavit": "exhibit", "particulars": "complaint", "disclosure": "notice", "certificate": "notice", "mandate": "order", "summons": "notice", "appearance": "notice",
	"indictment": "complaint"}

// headType is the type of document that its title states.
func headType(lines []string) string {
	for i, l := range lines {
		switch {
		case i < 4 && strings.HasPrefix(l, "T.C. Memo"), byTheCourt(l):
			return "opinion"
		case i < 12 && isCoverSheet(l):
			return "notice"
		}
		if l == "" || len(l) > 110 || !mostlyUpper(l) && !strings.HasPrefix(l, "Notice of ") || cameBy(l) != "" || beginsWith(l, "on application") {
			continue
		}
		squeezed := strings.ReplaceAll(strings.ReplaceAll(l, "  ", "\x00"), " ", "")
		if strings.Count(l, " ") >= len(l)/2-1 {
			l = strings.ReplaceAll(squeezed, "\x00", " ") // "O R D E R"
		}
		for _, w := range strings.FieldsFunc(l, func(r rune) bool { return r < 'A' || r > 'z' }) {
			if kind := documentTypes[strings.ToLower(w)]; kind != "" {
				if kind == "notice" && strings.Contains(l, "COMPLAINT") && beginsWith(l, "summons") {
					return "complaint"
				}
				if kind == "brief" && strings.Contains(l, "OPINION") || kind == "brief" && strings.Contains(l, "MEMORANDUM AND ORDER") {
					return "opinion"
				}
				return kind
			}
		}
	}
	for i, l := range lines {
		switch {
		case beginsWith(l, "before") && strings.HasSuffix(l, "Circuit Judges"), strings.HasPrefix(l, "Per Curiam"), strings.HasSuffix(l, "Circuit Judges."), strings.HasSuffix(l, "Circuit Judge."):
			return "opinion"
		case (strings.HasPrefix(l, "Dear ") || strings.HasPrefix(l, "To All ")) && i < 70:
			return "letter"
		}
	}
	return ""
}

// byTheCourt says whether a line tells who wrote an opinion: "PER CURIAM.", "HOLT, J.",
// "Opinion for the Court filed by Circuit Judge Holt."
func byTheCourt(l string) bool {
	if l == "PER CURIAM." || l == "PER CURIAM:" || strings.HasPrefix(l, "Opinion for the Court") || strings.Contains(l, "Slip Opinion No.") || strings.HasPrefix(l, "(Slip Opinion)") || strings.Contains(l, " delivered the opinion of the") || beginsWith(l, "(opinion filed") {
		return true
	}
	l = strings.TrimRight(l, ":")
	if !strings.HasSuffix(l, "J.") {
		return false
	}
	for _, office := range []string{", J.", ", C.J.", ", P.J.", ", JJ."} {
		if name, ok := strings.CutSuffix(l, office); ok && mostlyUpper(name) && len(strings.Fields(name)) < 4 {
			return true
		}
	}
	return false
}

// mostlyUpper says whether nearly all letters of the line are capitals.
func mostlyUpper(l string) bool {
	upper, small := 0, 0
	for i := 0; i < len(l); i++ {
		if c := l[i]; c >= 'a' && c <= 'z' {
			if small++; small*10 > len(l) {
				return false // whatever follows
			}
		} else if c >= 'A' && c <= 'Z' {
			upper++
		}
	}
	return upper+small >= 4 && upper*10 >= (upper+small)*9
}
