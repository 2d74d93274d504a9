package extract

import (
	"slices"
	"strings"
	"time"

	"averment/evidence"
)

// captionSides reads the names over and under the "v." of a caption, with their roles.
func captionSides(lines []string) []side {
	at, tail := versusLine(lines)
	if at < 0 {
		return nil
	}
	left := tail
	for i := at - 1; i >= 0 && i > at-16; i-- {
		if strings.HasPrefix(lines[i], "No. ") {
			continue
		}
		if captionBorder(lines[i]) {
			break
		}
		left = lines[i] + "\n" + left
	}
	right, roleSeen := "", false
	for i := at + 1; i < len(lines) && i < at+22; i++ {
		l := lines[i]
		if captionBorder(l) || roleSeen {
			if roleSeen || right != "" && !strings.Contains(l, "No.") {
				break
			}
			continue
		}
		right += l + "\n"
		roleSeen = len(rolesIn(l)) > 0
	}
	a, b := sideOf(left), sideOf(right)
	if len(a.names) == 0 || len(b.names) == 0 || len(a.roles)+len(b.roles) == 0 {
		return nil
	}
	return []side{a, b}
}

// versusLine finds the line that is "v." alone, or ends with it; tail is what stands before
// the "v." on that line.
func versusLine(lines []string) (at int, tail string) {
	for i, l := range lines {
		bare := strings.Trim(l, " -–_")
		if len(bare) > longestSide {
			bare = ""
		}
		switch strings.ToLower(bare) {
		case "v.", "vs.", "v", "vs", "against", "versus":
			return i, ""
		}
		for _, end := range []string{" v.", " vs.", ", v.", " V."} {
			if before, ok := strings.CutSuffix(l, end); ok && len(rolesIn(before)) > 0 {
				return i, before
			}
		}
	}
	return -1, ""
}

// captionBorder says whether a line bounds the names of a caption.
func captionBorder(l string) bool {
	u := strings.ToUpper(l)
	if strings.HasPrefix(l, "___") || strings.HasPrefix(l, "---") || strings.HasPrefix(l, "===") {
		return true
	}
	for _, w := range []string{" COURT", "COURT ", "CIRCUIT", "DISTRICT OF ", "DIVISION", "ON APPEAL", "APPEAL FROM", "DOCKET", "FILED", "LITIGATION"} {
		if strings.Contains(u, w) {
			return true
		}
	}
	for _, w := range []string{"NO.", "NOS.", "CASE NO", "CIVIL ACTION", "CASE:", "COUNTY OF", "IN THE ", "IN RE"} {
		if strings.HasPrefix(u, w) {
			return true
		}
	}
	return documentTypes[strings.ToLower(strings.Trim(l, " :"))] != "" && mostlyUpper(l)
}

// rolesIn are the roles that a line names: "Plaintiffs-Appellees," gives plaintiff, appellee.
func rolesIn(l string) []string {
	var out []string
	words := strings.FieldsFunc(l, func(r rune) bool { return r < 'A' || r > 'z' || r > 'Z' && r < 'a' })
	for _, w := range words {
		if role := partyWords[strings.ToLower(w)]; role != "" && !slices.Contains(out, role) {
			out = append(out, role)
		}
	}
	return out
}

// sideOf reads the names and roles of one side.
func sideOf(text string) side {
	var s side
	var names []string
	for l := range strings.SplitSeq(text, "\n") {
		l = strings.TrimSpace(l)
		if roles := rolesIn(l); len(roles) > 0 {
			s.roles = append(s.roles, roles...)
			l = beforeRole(l)
		}
		if l != "" && !strings.HasPrefix(strings.ToUpper(l), "CASE NO") {
			names = append(names, l)
		}
	}
	s.names = splitNames(strings.Join(names, " "))
	return s
}

// beforeRole is what stands on a line before the word that names the role.
func beforeRole(l string) string {
	first := len(l)
	low := strings.ToLower(l)
	for w := range partyWords {
		if i := strings.Index(low, w); i >= 0 {
			first = min(first, i)
		}
	}
	return strings.TrimRight(l[:first], " ,")
}

// splitNames divides the names of one side and drops what is said about them ("an
// individual", "et al.", "dba …", "DOES 1 through 10").
func splitNames(s string) []string {
	var out []string
	for part := range strings.SplitSeq(s, ";") {
		for _, piece := range splitAnd(part) {
			if name := bareName(piece); name != "" {
				out = append(out, printed(name))
			}
		}
	}
	return out
}

func splitAnd(s string) []string {
	s = strings.TrimSpace(s)
	for _, and := range []string{" and ", " AND ", ", and ", " & "} {
		a, b, ok := strings.Cut(s, and)
		if !ok || and == " & " {
			continue
		}
		if len(strings.Fields(a)) > 1 && len(strings.Fields(b)) > 1 && !joiners[lower(strings.Fields(a)[0])] && !strings.Contains(strings.ToUpper(a), "SECURITIES") {
			return append([]string{a}, splitAnd(b)...)
		}
	}
	return []string{s}
}

// bareName is the name at the beginning of a description of a party.
func bareName(s string) string {
	s = strings.TrimSpace(strings.TrimLeft(strings.TrimSpace(s), ","))
	for _, and := range []string{"and ", "AND "} {
		s = strings.TrimPrefix(s, and)
	}
	u := strings.ToUpper(s)
	for _, cut := range []string{" DBA ", " D/B/A ", ", ET AL", " ET AL", ", A ", ", AN ", ", INDIVIDUAL", ", IN HIS", ", IN HER", ", IN THEIR", ", ON BEHALF", " ON BEHALF OF", ", INCLUSIVE", ", AS ", ", THROUGH", ", BY AND"} {
		if i := strings.Index(u, cut); i > 0 {
			s, u = s[:i], u[:i]
		}
	}
	s = strings.TrimRight(s, " ,0123456789]|)")
	u = strings.ToUpper(s)
	if strings.HasPrefix(u, "DOES") || strings.HasPrefix(u, "JOHN DOE") || len(s) < 3 {
		return ""
	}
	if head, last, ok := strings.Cut(s, ", "); ok { // "Ana Ruiz, Ray Hall" or "Harbor Pipe, Inc."
		if t := tokenize(nil, last, 0, len(last)); len(t) == 0 || !names().has(t[0], suffixWord) && !t[0].is("jr", "sr") {
			s = head
		}
	}
	return s
}

// printed puts a name in capitals into ordinary letters.
func printed(name string) string {
	name = strings.Join(strings.Fields(name), " ")
	if !mostlyUpper(name) {
		return name
	}
	words := strings.Fields(name)
	for i, w := range words {
		bare := strings.Trim(w, ".,")
		switch {
		case i > 0 && (nameParticle[strings.ToLower(bare)]) && len(bare) > 1:
			words[i] = strings.ToLower(w)
		case keptUpper[strings.ToLower(bare)] || bare == "PC" || bare == "PLLC" || bare == "AG" || bare == "SA" || bare == "NV" || strings.Contains(bare, ".") && len(bare) < 6:
		default:
			words[i] = capitalised(w)
		}
	}
	return strings.Join(words, " ")
}

// capitalised makes the first letter of each part of a word a capital and the rest small.
func capitalised(w string) string {
	out := []byte(strings.ToLower(w))
	for i := range out {
		if (i == 0 || out[i-1] == '-' || out[i-1] == '\'' && i == 2) && out[i] >= 'a' && out[i] <= 'z' {
			out[i] -= 'a' - 'A'
		}
	}
	return string(out)
}

// captionTitle is "X v. Y" or "In re X".
func captionTitle(sides []side, lines []string) string {
	if len(sides) == 2 {
		return sides[0].names[0] + " v. " + sides[1].names[0]
	}
	if a, b := subjectLine(lines); a != "" {
		return a + " v. " + b
	}
	for i, l := range lines {
		if i > 40 || !beginsWith(l, "IN RE") {
			continue
		}
		rest := strings.Trim(l[len("in re"):], " :,]")
		if at := strings.Index(rest, " No."); at > 0 {
			rest = rest[:at]
		}
		for n := i + 1; n < len(lines) && n < i+4 && lines[n] != "" && mostlyUpper(lines[n]); n++ {
			rest += " " + lines[n]
		}
		if rest != "" {
			return "In re " + printed(strings.Trim(rest, " ,]"))
		}
	}
	return ""
}

// subjectLine reads the names of "RE: X, et al. v. Y" and "Re: Case No. 17-394, X v. Y".
func subjectLine(lines []string) (a, b string) {
	for _, l := range lines {
		if !beginsWith(l, "re:", "short title:", "case name:") {
			continue
		}
		left, right, ok := strings.Cut(l[strings.Index(l, ":")+1:], " v. ")
		if !ok {
			continue
		}
		if i := strings.LastIndex(left, ", "); i >= 0 && strings.ContainsAny(left[:i], "0123456789") {
			left = left[i+2:]
		}
		a, b = bareName(left), bareName(right)
		if a != "" && b != "" {
			return printed(a), printed(b)
		}
	}
	return "", ""
}

// headFiled reads "Filed February 20, 2020" of the head.
func headFiled(lines []string) *evidence.Date {
	for _, l := range lines {
		_, rest, ok := strings.Cut(l, "Filed ")
		if !ok {
			continue
		}
		rest = strings.TrimPrefix(rest, "on ")
		fields := strings.Fields(rest)
		if len(fields) < 3 {
			continue
		}
		surface := strings.TrimRight(strings.Join(fields[:3], " "), ".,;")
		for _, layout := range []string{"January 2, 2006", "Jan. 2, 2006", "2 January 2006"} {
			if t, err := time.Parse(layout, surface); err == nil {
				d := evidence.DayOf(t, surface)
				d.Method, d.Confidence = "text", "high"
				return &d
			}
		}
	}
	return nil
}

// fromCaption gives the parties of the caption their roles, the strongest evidence there is.
func (c *cast) fromCaption() {
	for _, s := range c.v.heading.sides {
		for _, name := range s.names {
			who := c.player(name)
			who.kind = captionKind(who)
			for _, role := range s.roles {
				who.role(role, "caption")
			}
		}
	}
	if a, b, ok := strings.Cut(c.v.heading.title, " v. "); ok && len(c.v.heading.sides) == 0 {
		for _, name := range []string{a, b} {
			who := c.player(name)
			who.kind = captionKind(who)
			who.firm, who.basis = true, "caption"
		}
	}
	if judge := c.v.heading.judge; judge != "" && c.v.doc.Kind == evidence.Filing {
		who := c.player(judge)
		who.kind = evidence.Judge
		who.role("judge", "caption")
	}
	if district := c.v.heading.district; district != "" && c.v.doc.Kind == evidence.Filing {
		who := c.player(district)
		who.kind, who.firm = evidence.Court, true
		who.role("court", "caption")
	}
	c.letterhead()
	c.fromSignature()
	c.fromMail()
	c.fromPolicy()
	c.inlineCaption()
}

// letterhead makes a party of a firm whose name in capitals is a line by itself at the head of
// a letter: "BRIGHTWATER LAW LLP".
func (c *cast) letterhead() {
	if c.v.doc.Kind == evidence.Article || len(c.v.doc.Pages) == 0 {
		return
	}
	n := 0
	for line := range strings.Lines(c.v.doc.Pages[0].Text) {
		if line = strings.TrimSpace(line); line == "" {
			continue
		}
		if n++; n > 4 {
			return
		}
		words := strings.Fields(line)
		last := strings.ToLower(strings.Trim(words[len(words)-1], ".,"))
		if len(words) < 2 || len(words) > 6 || !mostlyUpper(line) || names().words[last]&suffixWord == 0 || len(last) < 3 {
			continue
		}
		who := c.player(printed(line))
		who.firm = true
		who.setKind(evidence.Organisation, "letterhead")
	}
}

// captionKind tells persons from organisations by the words of the name.
func captionKind(w *player) evidence.PartyType {
	g := names()
	tokens := tokenize(nil, w.name, 0, len(w.name))
	for i, t := range tokens {
		if g.has(t, agencyWord) || t.is("state", "city", "county", "commissioner", "united") && i < 2 {
			return evidence.Agency
		}
	}
	for _, t := range tokens {
		if g.has(t, suffixWord|orgWord) && len(t.low) > 1 || t.is("&", "of", "com") {
			return evidence.Organisation
		}
	}
	if len(w.tokens) >= 2 && len(w.tokens) <= 5 {
		return evidence.Person
	}
	return evidence.Organisation
}

// inlineCaption reads "The case is X et al v. Y" in a report.
func (c *cast) inlineCaption() {
	for i := range c.v.pages {
		p := &c.v.pages[i]
		for k, t := range p.tokens {
			if t.low != "v" && t.low != "vs" || t.kind != word || c.v.cited[i][k] {
				continue
			}
			b := k
			if caseIs(p, k) {
				for b > 0 && !p.at(b-1).is("is", ":", ",") {
					b--
				}
			} else if b = caseBegin(p, k); b == k || !c.namedElsewhere(i, b, k) {
				continue
			}
			end := k + 1
			if p.at(end).low == "." {
				end++
			}
			first := end
			for end < len(p.tokens) && !(end > first+1 && p.at(end-1).low == "." && len(p.at(end-2).low) > 1) && (p.at(end).kind == word && (p.at(end).capital || nameParticle[p.at(end).low]) || p.at(end).is("&", "-") || p.at(end).low == "." && abbreviationSuffix[p.at(end-1).low]) {
				end++
			}
			for _, s := range []struct {
				name, role string
			}{{p.str(b, k), "plaintiff"}, {p.str(first, end), "defendant"}} {
				if name := bareName(s.name); name != "" {
					who := c.player(name)
					who.role(s.role, "case name")
				}
			}
		}
	}
}

// caseBegin is where the capitalised name before the "v." at k begins, k where none stands.
func caseBegin(p *pageView, k int) int {
	b := k
	for b > 0 && !p.at(b).para && b > k-7 {
		t := p.at(b - 1)
		if !(t.kind == word && t.capital && !starters()[t.low] && !questionWords[t.low]) && !t.is("&", "-", "et", "al") && !(t.low == "." && (abbreviationSuffix[p.at(b-2).low] || p.at(b-2).low == "al")) {
			break
		}
		b--
	}
	return b
}

// namedElsewhere says whether the last word of the tokens first to end, a party in the name of
// a case, is named in another place too, so that the report is about that case.
func (c *cast) namedElsewhere(page, first, end int) bool {
	if c.v.doc.Kind == evidence.Filing {
		return false
	}
	p := &c.v.pages[page]
	for n := end - 1; n >= first; n-- {
		t := p.at(n)
		if t.kind != word || t.is("al", "et") || names().has(t, suffixWord) {
			continue
		}
		for _, r := range c.runs {
			if (r.page != page || r.end <= first || r.first > end+6) && c.v.pages[r.page].at(r.end-1).low == t.low {
				return true
			}
		}
		return false
	}
	return false
}

// caseIs says whether the words before the case name at k say that it is this case.
func caseIs(p *pageView, k int) bool {
	for b := k - 1; b > k-16 && b > 0; b-- {
		if p.at(b).is("is", ":") && p.at(b-1).is("case", "suit", "lawsuit", "action") {
			return true
		}
		if p.at(b).para {
			return false
		}
	}
	return false
}
