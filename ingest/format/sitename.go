package format

import (
	"regexp"
	"strings"
)

// maxSiteNames is how many names are weighed: a page has few, a hostile one thousands.
const maxSiteNames = 50

const siteWord = `[A-Z][\w.'’&-]*`

var (
	siteHints = []*regexp.Regexp{
		regexp.MustCompile(`^(` + siteWord + `(?:\s+` + siteWord + `){0,4}) is (?:a|an|part of|owned by|published by)\s+(?:\S+\s+){0,3}(?:publication|division|brand|unit|part|newsletter)\b`),
		regexp.MustCompile(`^(?i:discover more from|subscribe to|welcome to|more from|follow|sign up for|support|contact|about|advertise on|advertise with|write for|join|download the)\s+(` + siteWord + `(?:\s+` + siteWord + `){0,4})(?:\s+(?i:app|newsletter|on)\b.{0,20})?$`),
		regexp.MustCompile(`(?i)\binquiries:?\s+contact\s+(?-i:(` + siteWord + `(?:\s+` + siteWord + `){0,4}))$`),
	}
	siteCopyright = regexp.MustCompile(`^(?i:copyright\s*)?(?:©|\([cC]\))?\s*(?i:copyright\s*)?(?:(?:19|20)\d\d(?:\s*[-–]\s*(?:(?:19|20)?\d\d))?)?[\s,.|·•–-]*(?i:designed by|by)?\s*((?:The\s+)?` + siteWord + `(?:\s+(?:(?:&|and|of)\s+)?` + siteWord + `){0,5}?)(?:,?\s+(?:Inc|LLC|Ltd|Limited|Co|Corp|GmbH|Group|Media)\.?)*\s*(?:[.,|–•·-].*|(?i:all rights reserved|or its affiliate).*)?$`)
	notSites      = regexp.MustCompile(`(?i)^(?:us|our|your|the|this|me|all rights.*|facebook|twitter|x|linkedin|instagram|youtube|wordpress.*|newsletter.*|theme.*|rights.*|privacy.*|terms.*|cookie.*|content.*|google.*|whatsapp|telegram|advertis.*)$`)
)

// siteName finds the name that the page gives its site: from the copyright line, from
// lines such as "Discover more from NAME", and from a tagline. One mention could be
// anything, so a name needs a copyright line or two mentions in the page's furniture. A
// writer who has the copyright is no publisher.
func (p *savedPage) siteName(author string) string {
	votes := map[string]int{}
	for i, u := range p.units {
		if name, weight := p.siteVote(i, u); name != "" && !strings.EqualFold(name, author) && (votes[name] > 0 || len(votes) < maxSiteNames) {
			votes[name] += weight
		}
	}
	p.foldLonger(votes)
	best, score := "", 1
	for name, n := range votes {
		n += p.mentions(name)
		if n > score || n == score && best != "" && (len(name) < len(best) || len(name) == len(best) && name < best) {
			best, score = name, n
		}
	}
	return best
}

func (p *savedPage) siteVote(i int, u unit) (string, int) {
	if !u.furniture {
		return "", 0
	}
	if copyright.MatchString(u.text) && strings.ContainsAny(u.text, "©(C") {
		if m := siteCopyright.FindStringSubmatch(u.text); m != nil && !notSites.MatchString(m[1]) {
			name, _, _ := strings.Cut(m[1], ". A ") // "Harbour News. A Tideline Company."
			return strings.TrimRight(name, "."), 2
		}
	}
	for _, hint := range siteHints {
		if m := hint.FindStringSubmatch(u.text); m != nil && !notSites.MatchString(m[1]) {
			return m[1], 1
		}
	}
	return "", 0
}

// mentions counts the furniture that is the name alone or a tagline of it.
func (p *savedPage) mentions(name string) int {
	n := 0
	for _, u := range p.units {
		if u.furniture && (u.text == name || strings.HasPrefix(u.text, name+":") || strings.HasPrefix(u.text, name+" |") || strings.HasSuffix(u.text, "| "+name)) {
			n++
		}
	}
	return n
}

// foldLonger gives the votes of "The Harbor Tribune Company" to "The Harbor Tribune" when
// a line of furniture is the shorter name alone.
func (p *savedPage) foldLonger(votes map[string]int) {
	for _, u := range p.units {
		if !u.furniture || u.label != plainLabel || votes[u.text] > 0 {
			continue
		}
		for name, n := range votes {
			if strings.HasPrefix(name, u.text+" ") && (u.words > 1 || p.mentions(u.text) > 1) {
				votes[u.text] += n
				delete(votes, name)
			}
		}
	}
}
