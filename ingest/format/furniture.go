package format

import (
	"regexp"
	"strings"

	"averment/evidence"
)

// savedPage is the text of a web page that somebody saved or copied, in units.
type savedPage struct {
	text  string
	units []unit
	// first and last are the units between which the article's sentences stand; first is
	// len(units) when there is none.
	first, last int
	lead        int // sentence with which the article begins, behind teasers in the menus
	title       int // unit of the title, -1 when none was found
	// addressed: the text itself speaks to its reader, as policies and terms do, so that
	// "we use cookies" and "you can unsubscribe" are its matter and no furniture.
	addressed bool
}

// newSavedPage cuts the text, marks the furniture and finds the title.
//
// Marking rests on evidence: words that only a page says of itself, blocks that stand
// twice, calendars, and short lines that stand among such. A sentence is furniture only
// when its own words say so, and a short line alone never is.
func newSavedPage(text string) *savedPage {
	p := &savedPage{text: text, units: splitUnits(text), title: -1}
	for i := range p.units {
		p.units[i].label = classify(&p.units[i])
	}
	if p.addressed = p.addressesReader(); p.addressed {
		p.takeAsText()
	}
	p.bounds()
	p.markPlain()
	p.markRepeats()
	p.title = p.findTitle()
	p.markRuns()
	p.markComments()
	p.markBios()
	p.markTitleAgain()
	p.markHeaderLines()
	p.markButtons()
	return p
}

var secondPerson = regexp.MustCompile(`(?i)\b(?:you|your|we|our|us)\b`)

// addressesReader says whether at least half of the sentences speak of we and you outside
// quotation marks, and enough of them are no offer.
func (p *savedPage) addressesReader() bool {
	all, plain, addressed := 0, 0, 0
	for _, u := range p.units {
		if !u.prose {
			continue
		}
		all++
		if u.label != promoLabel && u.label != bannerLabel {
			plain++
		}
		if secondPerson.MatchString(quoted.ReplaceAllString(u.text, "")) {
			addressed++
		}
	}
	return plain >= 2 && all >= 3 && addressed*2 >= all && plain*2 >= all || p.policyHead() >= 0
}

var (
	policyTitle = regexp.MustCompile(`(?i)^(?:\S+ ){0,6}(?:policy|notice|terms|agreement|conditions|terms of (?:use|service)|code of conduct|guidelines)$`)
	policyDate  = regexp.MustCompile(`(?i)^(?:last |date )?(?:updated|modified|revised|effective)\b`)
)

// policyHead finds the title of a policy: the line above the day from which it holds, at
// the top of the text or under a menu; -1 when there is none.
func (p *savedPage) policyHead() int {
	for i := 0; i+1 < min(len(p.units), 60) && !p.units[i].prose; i++ {
		if policyTitle.MatchString(p.units[i].text) && policyDate.MatchString(p.units[i+1].text) {
			return i
		}
	}
	return -1
}

var quoted = regexp.MustCompile(`“[^”]*”|"[^"]*"`)

// takeAsText drops the labels that rest on speaking to the reader, and lets the title
// be one though menus have the same words: "Privacy Policy".
func (p *savedPage) takeAsText() {
	head := max(0, p.policyHead())
	for i := range p.units {
		u := &p.units[i]
		if u.prose && (u.label == promoLabel || u.label == bannerLabel || u.label == chromeLabel && !strings.Contains(u.text, "©")) || i == head && u.label == navLabel {
			u.label = plainLabel
		}
	}
}

// bounds finds the first and the last sentence that is not a notice or an offer.
func (p *savedPage) bounds() {
	p.first, p.last = len(p.units), -1
	for i, u := range p.units {
		if p.bodySentence(u) {
			p.first = min(p.first, i)
			p.last = i
		}
	}
	p.lead = p.leadSentence()
}

// leadSentence finds the first sentence that has two more within the next five units: a
// teaser in a menu stands alone. Without one the first sentence has to do.
func (p *savedPage) leadSentence() int {
	for i := p.first; i < len(p.units); i++ {
		n := 0
		for _, u := range p.units[i:min(i+6, len(p.units))] {
			if p.bodySentence(u) {
				n++
			}
		}
		if n >= 3 && p.bodySentence(p.units[i]) {
			return i
		}
	}
	return p.first
}

func (p *savedPage) bodySentence(u unit) bool {
	return u.prose && u.label != promoLabel && u.label != bannerLabel && u.label != chromeLabel && u.label != creditLabel
}

// markPlain marks what is furniture by itself.
func (p *savedPage) markPlain() {
	for i := range p.units {
		switch u := &p.units[i]; u.label {
		case chromeLabel, commentLabel:
			u.furniture = !u.prose || u.words < 25
		case promoLabel:
			u.furniture = u.words <= 60
		case bannerLabel:
			u.furniture = i < p.first || i > p.last
		case openerLabel:
			u.furniture = p.opens(i) || u.key == "share"
		}
	}
	p.markCalendars()
	p.markDockets()
	p.markPromoBlocks()
	p.markPosts()
	p.markTabs()
	if len(p.units) > 2 && hostLine.MatchString(p.units[0].text) {
		p.units[0].furniture = true // a copy from a browser's reader mode begins with the host
	}
}

// opens says whether the heading at i has something under it that is no article: "Related"
// may also be a heading of the article itself, with sentences under it.
func (p *savedPage) opens(i int) bool {
	if i+1 >= len(p.units) {
		return true
	}
	next := p.units[i+1]
	return !p.bodySentence(next) || next.bullet && next.cut
}

// markCalendars marks the days under a row of week days and the month above it.
func (p *savedPage) markCalendars() {
	for i := range p.units {
		if !weekRow.MatchString(p.units[i].text) {
			continue
		}
		if i > 0 && monthYear.MatchString(p.units[i-1].text) {
			p.units[i-1].furniture = true
		}
		for j := i + 1; j < len(p.units) && (dayRow.MatchString(p.units[j].text) || monthStep.MatchString(p.units[j].text)); j++ {
			p.units[j].furniture = true
		}
		p.units[i].furniture = true
	}
}

// markRepeats marks blocks of three or more short lines that stand on the page twice.
func (p *savedPage) markRepeats() {
	seen := map[string][]int{}
	for i := 0; i+2 < len(p.units); i++ {
		if p.units[i].prose || p.units[i+1].prose || p.units[i+2].prose {
			continue
		}
		key := p.units[i].key + "\n" + p.units[i+1].key + "\n" + p.units[i+2].key
		seen[key] = append(seen[key], i)
	}
	for key, at := range seen {
		if len(at) < 2 || len(key) < 8 || p.isTabular(at) {
			continue
		}
		for _, i := range at {
			for j := i; j < i+3; j++ {
				p.units[j].furniture = true
			}
		}
	}
}

// isTabular spares rows of figures and forms, which repeat in tables and transcripts, and
// repeats inside the article.
func (p *savedPage) isTabular(at []int) bool {
	outside := false
	for _, i := range at {
		if p.units[i].words == 0 || dayRow.MatchString(p.units[i].text) {
			return true
		}
		outside = outside || i < p.first || i > p.last
	}
	return !outside
}

// ranges gives the furniture as ascending ranges of the text, neighbours joined.
func (p *savedPage) ranges() []evidence.Range {
	var out []evidence.Range
	for i, u := range p.units {
		if !u.furniture {
			continue
		}
		if n := len(out); n > 0 && i > 0 && p.units[i-1].furniture {
			out[n-1].End = u.span.End
			continue
		}
		out = append(out, u.span)
	}
	return out
}

// starts gives the paragraph starts of the page.
func (p *savedPage) starts() []int {
	out := make([]int, len(p.units))
	for i, u := range p.units {
		out[i] = u.span.Start
	}
	return out
}
