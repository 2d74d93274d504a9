package format

import "regexp"

// blocks gives the units between empty lines as runs.
func (p *savedPage) blocks() []run {
	var out []run
	from := 0
	for i := 1; i <= len(p.units); i++ {
		if i == len(p.units) || p.units[i].gap {
			out = append(out, run{from, i})
			from = i
		}
	}
	return out
}

var docketLine = regexp.MustCompile(`(?i)^(?:case (?:information|title|number|name|no\.?)|docket (?:number|no\.?|entry)|nature of suit|date filed)\b`)

// markDockets notes the short blocks that name a case and its number, as legal news prints
// under a report: they are matter, wherever they stand.
func (p *savedPage) markDockets() {
	for _, b := range p.blocks() {
		named := false
		for i := b.from; i < b.to; i++ {
			named = named || !p.units[i].prose && docketLine.MatchString(p.units[i].text)
		}
		for i := b.from; named && b.to-b.from <= 20 && i < b.to; i++ {
			p.units[i].docket = true
		}
	}
}

// largestOffer is the number of lines that an offer to subscribe has at most.
const largestOffer = 6

// markPromoBlocks marks the sentences in a small block of offers: one that begins with an
// offer and has at least two, with as many other lines at most, or one that begins with an
// offer and ends with the field or button of a form. A long sentence behind
// the last is a paragraph that follows without an empty line.
func (p *savedPage) markPromoBlocks() {
	for _, b := range p.blocks() {
		n := b.to - b.from
		if first := p.units[b.from].label; n < 3 || n > largestOffer || first != promoLabel && first != openerLabel {
			continue
		}
		offers, lastOffer := 0, b.from
		for i := b.from; i < b.to; i++ {
			if l := p.units[i].label; l == promoLabel || l == openerLabel || l == chromeLabel {
				offers++
				lastOffer = i
			}
		}
		form := p.units[b.from].label == promoLabel && offers >= 2 && p.units[b.to-1].label == chromeLabel && p.allShort(b)
		for i := b.from; (offers >= 3 && offers*2 >= n || form) && i < b.to; i++ {
			u := &p.units[i]
			u.furniture = u.furniture || u.label != plainLabel || u.words <= mostOfForm || i < lastOffer
		}
	}
}

// mostOfForm is the number of words of a line in a form, at most.
const mostOfForm = 14

func (p *savedPage) allShort(b run) bool {
	for _, u := range p.units[b.from:b.to] {
		if u.words > mostOfForm {
			return false
		}
	}
	return true
}

// markButtons marks the button under an offer, and the numbers of likes and comments that
// have furniture above and below.
func (p *savedPage) markButtons() {
	for i := range p.units {
		u := &p.units[i]
		switch {
		case u.furniture:
		case u.label == navLabel && i > 0 && p.units[i-1].furniture && p.units[i-1].label == promoLabel:
			u.furniture = true
		case bareCount.MatchString(u.text) && p.betweenFurniture(i):
			u.furniture = true
		}
	}
}

// betweenFurniture says whether the nearest units above and below that are no number are
// furniture, or the page ends.
func (p *savedPage) betweenFurniture(i int) bool {
	above, below := i-1, i+1
	for above >= 0 && bareCount.MatchString(p.units[above].text) {
		above--
	}
	for below < len(p.units) && bareCount.MatchString(p.units[below].text) {
		below++
	}
	return above >= 0 && p.units[above].furniture && (below == len(p.units) || p.units[below].furniture)
}
