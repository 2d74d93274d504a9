package format

import (
	"regexp"
	"strings"
)

// run is a stretch of units between two sentences of the article: units[from:to].
type run struct{ from, to int }

// runs gives the stretches without a sentence of the article.
func (p *savedPage) runs() []run {
	var out []run
	from := 0
	for i := 0; i <= len(p.units); i++ {
		if i < len(p.units) && !p.bodySentence(p.units[i]) {
			continue
		}
		if i > from {
			out = append(out, run{from, i})
		}
		from = i + 1
	}
	return out
}

// markRuns marks the short lines that stand among furniture, each stretch by the evidence
// in it. A block that a heading opened may go on behind a stray sentence.
func (p *savedPage) markRuns() {
	opened := false
	for _, r := range p.runs() {
		switch {
		case r.to <= p.lead && (p.title < 0 || p.title >= r.from):
			p.markHead(r)
		case p.markAfterOpener(r, opened):
			opened = true
		default:
			p.markMenu(r)
		}
	}
}

// markAfterOpener marks what follows the first heading of furniture in the stretch. It
// reports whether there was one.
func (p *savedPage) markAfterOpener(r run, opened bool) bool {
	at := p.opener(r, opened)
	if at < 0 {
		return false
	}
	to := r.to
	if p.subhead(r, at) {
		to--
	}
	for i := at; i < to; i++ {
		u := &p.units[i]
		u.furniture = u.furniture || !u.docket && (u.label != creditLabel || outletList.MatchString(u.text))
	}
	return true
}

// opener finds where furniture begins in the stretch: at a heading of furniture or, behind
// the article or an earlier block, at the first unit that is furniture by itself while
// another follows.
func (p *savedPage) opener(r run, opened bool) int {
	tail := r.from > p.last
	for i := r.from; i < r.to; i++ {
		u := p.units[i]
		switch {
		case !u.furniture && u.label != openerLabel:
		case u.label == openerLabel && u.furniture, u.label == commentLabel && tail, u.label == promoLabel && tail:
			return i
		case tagLine.MatchString(u.text) && tail, copyright.MatchString(u.text) && tail:
			return i
		case (tail || opened) && u.furniture && p.evidence(run{i, r.to}) >= 3:
			return i
		}
	}
	return -1
}

// subhead says whether the last unit of the stretch heads the sentence after it instead of
// ending the list of links before it.
func (p *savedPage) subhead(r run, opener int) bool {
	last := r.to - 1
	if r.to >= len(p.units) || last <= opener {
		return false
	}
	u, before := p.units[last], p.units[last-1]
	return !u.furniture && u.label == plainLabel && !u.bullet && !u.cut && u.gap && p.units[r.to].gap &&
		last-1 > opener && u.words <= 8 && (before.bullet || !before.gap)
}

// evidence counts the units of the stretch whose words make them furniture, entries of
// menus as well.
func (p *savedPage) evidence(r run) int {
	n := 0
	for _, u := range p.units[r.from:r.to] {
		if u.furniture || u.label == navLabel || u.label == openerLabel {
			n++
		}
	}
	return n
}

// markMenu marks the short lines of a stretch that is mostly a menu.
func (p *savedPage) markMenu(r run) {
	n := p.evidence(r)
	if n < 3 || n*4 < r.to-r.from {
		return
	}
	for i := r.from; i < r.to; i++ {
		u := &p.units[i]
		if u.label == navLabel || u.label == openerLabel || u.label == plainLabel && p.amongFurniture(i, r) {
			u.furniture = true
		}
	}
}

// amongFurniture says whether furniture or menu entries stand both above and below unit i
// within three units in the stretch.
func (p *savedPage) amongFurniture(i int, r run) bool {
	above, below := false, false
	for j := max(r.from, i-3); j < min(r.to, i+4); j++ {
		u := p.units[j]
		if u.furniture || u.label == navLabel {
			above = above || j < i
			below = below || j > i
		}
	}
	return above && below
}

// markHead marks the menus above the title.
func (p *savedPage) markHead(r run) {
	to := r.to
	if p.title >= 0 {
		to = p.title
	}
	head := run{r.from, min(to, r.to)}
	if n := max(p.evidence(head), p.menuRow(head)); n < 3 && !(n >= 1 && head.to-head.from <= 3*n) {
		return
	}
	for i := head.from; i < head.to; i++ {
		p.units[i].furniture = p.units[i].furniture || p.units[i].label != creditLabel && !p.releaseDate(i)
	}
}

// menuRow counts the entries of a menu that stand one under the other: short lines of which
// one is a known entry.
func (p *savedPage) menuRow(r run) int {
	best, n, known := 0, 0, false
	for i := r.from; i < r.to; i++ {
		u := p.units[i]
		if u.words > 2 || u.prose || u.gap || u.label == creditLabel {
			n, known = 0, false
		}
		if u.words <= 2 && !u.prose && u.label != creditLabel {
			n, known = n+1, known || u.label == navLabel
		}
		if known && n >= 4 {
			best = max(best, n)
		}
	}
	return best
}

var releaseLine = regexp.MustCompile(`(?i)^(?:for (?:immediate|public) release|(?:press|news|media) (?:release|statement|advisory))\W*$`)

// releaseDate says whether unit i is the date of a press release: under the line that says
// it is one.
func (p *savedPage) releaseDate(i int) bool {
	return i > 0 && releaseLine.MatchString(p.units[i-1].text) && dateOnly(p.units[i].text)
}

var (
	categoryLine = regexp.MustCompile(`^(?i:in|posted in|filed under|category:?|section:?)\s+[A-Z&][\w&,/ -]{1,60}$`)
	readingTime  = regexp.MustCompile(`(?i)^(?:reading time|read time|(?:\d+\s*[–-]\s*)?\d+ min(?:ute)?s? read|(?:\d+\s*[–-]\s*)?\d+ min(?:ute)?s?\b.{0,10}$)`)
)

// markHeaderLines marks the lines between title and article that are neither byline nor
// date nor text: category, reading time, counters.
func (p *savedPage) markHeaderLines() {
	for i := max(p.title, 0); p.title >= 0 && i < p.lead; i++ {
		u := &p.units[i]
		if i > p.title && (categoryLine.MatchString(u.text) && u.words <= 6 || readingTime.MatchString(u.text) || hostLine.MatchString(u.text) || (u.label == navLabel || u.label == openerLabel || p.counter(i)) && p.nearFurniture(i) || p.count(i)) {
			u.furniture = true
		}
	}
}

// counter says whether unit i is one word or number among the buttons under a title.
func (p *savedPage) counter(i int) bool {
	u := p.units[i]
	return u.words <= 1 && u.label == plainLabel && !dateOnly(u.text) && !u.bullet && p.amongFurniture(i, run{max(0, p.title), p.lead})
}

var bareCount = regexp.MustCompile(`^\d{1,3}(?:[.,]\d{1,3})?[kK]?$`)

// count says whether unit i is a number of likes or comments among buttons.
func (p *savedPage) count(i int) bool {
	if !bareCount.MatchString(p.units[i].text) {
		return false
	}
	for j := max(0, i-3); j < min(len(p.units), i+4); j++ {
		if u := p.units[j]; j != i && (u.furniture || u.label == navLabel || u.label == openerLabel || u.label == commentLabel) {
			return true
		}
	}
	return false
}

// nearFurniture says whether the line above or below is furniture or an entry of a menu.
func (p *savedPage) nearFurniture(i int) bool {
	like := func(u unit) bool { return u.furniture || u.label == navLabel }
	return i > 0 && like(p.units[i-1]) || i+1 < len(p.units) && like(p.units[i+1])
}

var bioLine = regexp.MustCompile(`(?i)\b(?:(?:reach|contact|e-?mail|follow|tweet) (?:him|her|them|the (?:reporter|writer|author)) (?:at|on|via|@)|can be reached (?:at|by|via)|follow (?:him|her|them) @?)`)

// markBios marks the note about the author behind the article, which says how to reach
// him, and the line above it that is the name alone.
func (p *savedPage) markBios() {
	for i := len(p.units)/2 + 1; i < len(p.units); i++ {
		u := &p.units[i]
		if u.furniture || u.words > 70 || !bioLine.MatchString(u.text) || quoted.MatchString(u.text) || !p.endsAt(i) {
			continue
		}
		u.furniture = true
		if above := &p.units[i-1]; !above.prose && above.words >= 2 && above.words <= 5 && strings.HasPrefix(u.key, above.key) {
			above.furniture = true
		}
	}
}

// endsAt says whether nothing of the article follows unit i: the page ends, or the next
// unit is furniture.
func (p *savedPage) endsAt(i int) bool {
	return i+1 >= len(p.units) || p.units[i+1].furniture || i >= p.last
}

// markTitleAgain marks later lines that say nothing but the title, once or more.
func (p *savedPage) markTitleAgain() {
	if p.title < 0 || p.units[p.title].words < 3 {
		return
	}
	key := p.units[p.title].key
	for i := range p.units {
		rest := strings.ReplaceAll(p.units[i].key, key, "")
		if i != p.title && rest != p.units[i].key && keyOf(rest) == "" {
			p.units[i].furniture = true
		}
	}
}

var (
	commentMeta = regexp.MustCompile(`(?i)^.{1,60}\b(?:says|said|wrote|commented)\s*(?::|on\b.{4,40}|\d+ \w+ ago)?$|^(?:on )?.{4,40}\bat \d{1,2}[:.]\d\d\s*(?:am|pm|a\.m\.|p\.m\.)?\W*(?:reply)?$|^(?:\d+|an?) (?:second|minute|hour|day|week|month|year)s? ago$`)
	commentEnd  = regexp.MustCompile(`(?i)^(?:reply|report|like|↳? ?reply to .{1,40}|log in to reply)$`)
)

// markComments marks readers' comments: what stands between a line that names a commenter
// or a time and the next "Reply", behind a heading of comments.
func (p *savedPage) markComments() {
	in := false
	for i := range p.units {
		u := &p.units[i]
		in = in || u.label == commentLabel && u.furniture && i > p.first
		if !in || !commentMeta.MatchString(u.text) || u.words > 14 {
			continue
		}
		end := i
		for end+1 < len(p.units) && end < i+12 && !commentEnd.MatchString(p.units[end].text) {
			end++
		}
		if !commentEnd.MatchString(p.units[end].text) {
			u.furniture = true
			continue
		}
		for j := i; j <= end; j++ {
			p.units[j].furniture = true
		}
	}
}
