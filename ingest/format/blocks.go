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
// offer and has at least two, with as many other lines at most.
func (p *savedPage) markPromoBlocks() {
	for _, b := range p.blocks() {
		n := b.to - b.from
		if first := p.units[b.from].label; n < 3 || n > largestOffer || first != promoLabel && first != openerLabel {
			continue
		}
		offers := 0
		for i := b.from; i < b.to; i++ {
			if l := p.units[i].label; l == promoLabel || l == openerLabel || l == chromeLabel {
				offers++
			}
		}
		for i := b.from; offers >= 3 && offers*2 >= n && i < b.to; i++ {
			p.units[i].furniture = true
		}
	}
}
