package extract

import (
	"strings"

	"averment/evidence"
)

// findMentions finds every place of every remembered name.
func (c *cast) findMentions() {
	c.at, c.mentions = make([][]int32, len(c.v.pages)), make([]mention, 0, len(c.runs)+8)
	for i := range c.v.pages {
		p := &c.v.pages[i]
		c.at[i] = make([]int32, len(p.tokens))
		for k := 0; k < len(p.tokens); {
			who, end := (*player)(nil), k
			if t := &p.tokens[k]; t.capital || t.low == "federal" || t.low == "bankruptcy" || t.in(inCivic) && p.at(k+1).low == "of" || t.kind == mixed || t.kind == number && p.at(k+1).capital && p.at(k+1).space {
				who, end = c.memory.match(p.tokens, k, false)
			}
			if who == nil || c.v.cited[i][k] && (who.kind != evidence.Court || c.v.doc.Kind == evidence.Filing) || who.acronym() && !p.tokens[k].upper || c.insideLaw(p, end) {
				k = max(end, k+1)
				continue
			}
			who = c.namesake(p, k, end, who)
			end = c.withSuffix(p, end)
			if t := p.at(end); t.capital && t.space && !t.line && barsName[t.low] { // "Rosedale County Jail" is not the county
				k = end
				continue
			}
			c.mention(i, k, end, who)
			k = end
		}
	}
}

// barsName are words that make of the name before them the name of a thing.
var barsName = set("jail", "prison", "penitentiary", "street", "avenue", "road", "boulevard", "highway", "river", "creek", "lake", "bridge", "airport", "courthouse", "expressway", "parkway", "canyon", "reservoir", "dam")

// acronym says whether the name is a few capitals, which must be printed as capitals.
func (w *player) acronym() bool {
	return len(w.tokens) == 1 && len(w.name) < 6 && strings.ToUpper(w.name) == w.name
}

// insideLaw says whether the name goes on as the name of a law or contract ("Harbor Act").
func (c *cast) insideLaw(p *pageView, end int) bool {
	for k := end; k < end+4; k++ {
		t := p.at(k)
		if t.kind != word || !t.capital || t.para || p.at(k-1).kind != word {
			return false
		}
		if names().has(t, lawWord) {
			return true
		}
	}
	return false
}

// withSuffix goes on over a legal form behind a name.
func (c *cast) withSuffix(p *pageView, end int) int {
	return legalForm(p, end, len(p.tokens))
}

func (c *cast) mention(page, first, end int, who *player) {
	p := &c.v.pages[page]
	c.mentions = append(c.mentions, mention{page, first, end, who})
	for k := first; k < end; k++ {
		c.at[page][k] = int32(len(c.mentions))
	}
	who.spans = append(who.spans, p.span(first, end))
}

// whoAt is the player named at the token, nil for none.
func (c *cast) whoAt(page, k int) (*player, mention) {
	if k < 0 || k >= len(c.at[page]) || c.at[page][k] == 0 {
		return nil, mention{}
	}
	m := c.mentions[c.at[page][k]-1]
	if m.who.blocked {
		return nil, m
	}
	return m.who, m
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}
