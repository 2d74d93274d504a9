package format

import (
	"regexp"
	"strings"
)

const (
	titleReach = 14 // units above the first sentence among which the title stands, not counting furniture
	menuReach  = 30 // the same, with furniture
)

// findTitle chooses the title among the short lines above the first sentence: -1 when none
// has the looks of one. A page that begins with its article states no title.
func (p *savedPage) findTitle() int {
	if p.lead == len(p.units) {
		return -1
	}
	words := p.bodyWords()
	best, score := -1, 1
	for i := p.titleFrom(); i <= p.lead; i++ {
		if i == p.lead && !p.longTitle(i) {
			break
		}
		if s := p.titleScore(i, words); s > score {
			best, score = i, s
		}
	}
	return best
}

// titleFrom gives the first unit that may be the title.
func (p *savedPage) titleFrom() int {
	i, plain := p.lead, 0
	for i > max(0, p.lead-menuReach) && plain < titleReach {
		i--
		if u := p.units[i]; !u.furniture && u.label == plainLabel {
			plain++
		}
	}
	return i
}

// longTitle says whether the first sentence may be a headline by its shape: no stop, an
// empty line or a byline under it, and more text to follow.
func (p *savedPage) longTitle(i int) bool {
	u := p.units[i]
	return i+1 < len(p.units) && p.last > i && u.words <= 24 && !u.bullet && !endsSentence(u.text)
}

func endsSentence(s string) bool {
	s = strings.TrimRight(s, `"”’')]`)
	return strings.HasSuffix(s, ".") && !strings.HasSuffix(s, "..")
}

// titleScore weighs what speaks for unit i as the title; 1 or less is none.
func (p *savedPage) titleScore(i int, body map[string]bool) int {
	u := p.units[i]
	if u.furniture || u.label != plainLabel || u.words < 2 || u.words > 30 || u.bullet || isByline(u.text) || dateOnly(u.text) || labelledLine.MatchString(u.text) {
		return 0
	}
	s := 0
	if u.words >= 4 {
		s += 2
	}
	s += min(3, p.overlap(u, body))
	if i+1 == p.lead || i == 0 {
		s++
	}
	if i == 0 && u.words >= 3 && p.lead <= 3 {
		s += 2
	}
	if p.headerFollows(i) {
		s += 3
	}
	if endsSentence(u.text) || strings.HasSuffix(u.text, ":") || strings.HasSuffix(u.text, ",") {
		s -= 3
	}
	if p.statedTwice(i) {
		s += 2
	}
	return s - p.subtitle(i)
}

// subtitle is 2 when a better placed candidate stands just above: titles come first.
func (p *savedPage) subtitle(i int) int {
	if i == 0 {
		return 0
	}
	above := p.units[i-1]
	if !above.furniture && above.label == plainLabel && above.words >= 4 && !isByline(above.text) && !dateOnly(above.text) {
		return 2
	}
	return 0
}

// headerFollows says whether a byline, a date or a line for sharing stands within the next
// four units, above the first sentence.
func (p *savedPage) headerFollows(i int) bool {
	for j := i + 1; j < min(i+5, p.lead); j++ {
		if u := p.units[j]; isByline(u.text) || dateOnly(u.text) {
			return true
		}
	}
	return false
}

// statedTwice says whether another unit repeats unit i, as a breadcrumb or the caption of
// the picture does.
func (p *savedPage) statedTwice(i int) bool {
	for j, u := range p.units {
		if j != i && u.words < 40 && p.units[i].words >= 4 && strings.Contains(u.key, p.units[i].key) {
			return true
		}
	}
	return false
}

// bodyWords are the longer words of the first sentences.
func (p *savedPage) bodyWords() map[string]bool {
	words := map[string]bool{}
	taken := 0
	for i := p.lead; i < len(p.units) && taken < 6; i++ {
		if !p.bodySentence(p.units[i]) {
			continue
		}
		taken++
		for _, w := range strings.Fields(p.units[i].key) {
			if w = keyOf(w); len(w) >= 4 {
				words[w] = true
			}
		}
	}
	return words
}

func (p *savedPage) overlap(u unit, body map[string]bool) int {
	n := 0
	for _, w := range strings.Fields(u.key) {
		if body[keyOf(w)] {
			n++
		}
	}
	return n
}

const personName = `(?:(?:Dr|Prof|Sir|Mr|Mrs|Ms)\.?\s+)?\p{Lu}[\p{L}'’.-]*(?:\s+(?:(?:de|del|della|la|le|van|von|der|den|di|da|dos|bin|al|el|ter|ten|st\.?)\s+)*\p{Lu}[\p{L}'’.-]*){1,4}`

var (
	nameList     = personName + `(?:(?:\s*,\s*|\s+and\s+|\s*&\s*|\s*,\s*and\s+)` + personName + `){0,4}`
	bylineBy     = regexp.MustCompile(`^(?i:(?:written |posted |published |reported |submitted |story |words |article |authored )?by:?|author:?|authors:?|reporter:?|posted by:?)\s+(` + nameList + `)(?:\s*(?:[,|•·–—(-]|\bon\b|\bin\b|\bfor\b|\d).{0,100})?$`)
	bylineOrg    = regexp.MustCompile(`^(?i:(?:written |posted |published )?by|author:)\s+((?:The\s+)?[A-Z][\w.&'-]+(?:\s+[A-Z][\w.&'-]+){0,3})(?:\s*[|•·–—-]\s*.{0,60})?$`)
	bylineTwice  = regexp.MustCompile(`^(` + personName + `)\s+(?i:by)\s+(` + personName + `)$`)
	bylineAfter  = regexp.MustCompile(`^(?i:(?:published|posted|updated|on)\b).{4,60}\b(?:by|By|BY)\s+(` + nameList + `)(?:\s*[|•·–—-].{0,60})?$`)
	bylineRole   = regexp.MustCompile(`^(` + nameList + `)\s*[,|–—-]\s*(?i:(?:\S+ ){0,4}(?:staff writer|correspondent|reporter|editor|columnist|contributor|staff|journalist|writer))(?:\W.{0,60})?$`)
	bylineMail   = regexp.MustCompile(`\s+\S+@\S+\.\w+$`)
	labelledLine = regexp.MustCompile(`^(?i)(title|headline|author|authors|byline|date|published|publication date|date published|publisher|publication|website|site|url|link|canonical|language)\s*:\s+(\S.*)$`)
)

// isByline says whether the line names an author and does nothing else.
func isByline(s string) bool { return bylineName(s) != "" }

// bylineName gives the authors that a byline names, "" when the line is none.
func bylineName(s string) string {
	if len(s) > 220 || endsSentence(s) && !strings.HasSuffix(s, "Jr.") {
		return ""
	}
	if m := bylineTwice.FindStringSubmatch(s); m != nil && strings.EqualFold(m[1], m[2]) {
		return m[1]
	}
	if d, at, found := findDay(s); found && at[0] == 0 && strings.HasPrefix(s, d.Surface) {
		s = strings.TrimLeft(s[at[1]:], " |,•·–—-") // "May 3, 2021 by Ann Lee"
	}
	s = strings.TrimSpace(bylineMail.ReplaceAllString(s, ""))
	for _, form := range []*regexp.Regexp{bylineBy, bylineAfter, bylineRole, bylineOrg} {
		if m := form.FindStringSubmatch(s); m != nil {
			return capsName(withoutMonth(withoutRole(strings.TrimRight(m[1], " .,-")), s))
		}
	}
	return ""
}

var monthEnd = regexp.MustCompile(`\s+(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)(?:uary|ruary|ch|il|e|y|ust|tember|ober|ember)?$`)

// withoutMonth takes the month of the date that follows a name in a line off it.
func withoutMonth(name, line string) string {
	at := monthEnd.FindStringIndex(name)
	if at == nil || !strings.Contains(name[:at[0]], " ") {
		return name
	}
	_, rest, _ := strings.Cut(line, name)
	if rest = strings.TrimLeft(rest, " ."); rest == "" || rest[0] < '0' || rest[0] > '9' {
		return name
	}
	return name[:at[0]]
}

var roleWords = regexp.MustCompile(`(?i)\b(?:writer|correspondent|reporter|editor|columnist|contributor|staff|journalist|bureau|desk)\b`)

// withoutRole takes ", Staff Writer" off a name.
func withoutRole(s string) string {
	if head, tail, found := strings.Cut(s, ","); found && roleWords.MatchString(tail) {
		return strings.TrimSpace(head)
	}
	return s
}

// capsName writes a name set in capitals as names are written.
func capsName(s string) string {
	if s != strings.ToUpper(s) || len(s) < 6 {
		return s
	}
	words := strings.Fields(strings.ToLower(s))
	for i, w := range words {
		if w != "and" {
			words[i] = upperParts(w)
		}
	}
	return strings.Join(words, " ")
}

func upperParts(w string) string {
	up := true
	return strings.Map(func(r rune) rune {
		was := up
		up = r == '-' || r == '\'' || r == '’'
		if was {
			return []rune(strings.ToUpper(string(r)))[0]
		}
		return r
	}, w)
}
