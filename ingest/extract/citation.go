package extract

import (
	"strings"

	"averment/evidence"
)

// cite is a citation on its way: its tokens, and where reading goes on behind its pin
// cite and parenthesis.
type cite struct {
	evidence.Citation
	page       int // position in view.pages
	first, end int // tokens of the citation's text
	after      int // position behind the pin cite, before a parenthesis
	joined     bool
	nameFirst  int // first token of the case name, or of the citation
	closed     int // position behind the parenthesis
	plaintiff  string
	defendant  string
}

// citer reads the citations of one document.
type citer struct {
	v    *view
	p    *pageView
	page int
	out  []cite
	held []bool // per token of the page: part of a citation found already
}

// findCitations reads cases, short forms, id., supra, statutes, regulations, rules,
// constitutions, journals and dockets, in the order of the text. Text is the citation
// proper (volume, reporter and page; title, code and section); the pin cite, court,
// year and case name stand in their own fields. Short forms point to the full citation
// they mean.
func findCitations(v *view) []evidence.Citation {
	c := &citer{v: v}
	for i := range v.pages {
		c.page, c.p, c.held = i, &v.pages[i], nil
		c.scan()
		c.references()
	}
	c.sortByPlace()
	c.resolve()
	c.mask()
	out := make([]evidence.Citation, len(c.out))
	for i := range c.out {
		out[i] = c.out[i].Citation
	}
	return out
}

// mask marks the tokens of the citations in the view, so that no party is read from them.
// A docket number masks itself only.
func (c *citer) mask() {
	c.v.cited = make([][]bool, len(c.v.pages))
	for i := range c.v.pages {
		c.v.cited[i] = make([]bool, len(c.v.pages[i].tokens))
	}
	for i := range c.v.pages {
		maskSections(c.v.pages[i].tokens, c.v.cited[i])
	}
	c.v.markDesk()
	for _, k := range c.out {
		first := k.first
		if k.Type == "case" && k.nameFirst > 0 && k.nameFirst < first {
			first = k.nameFirst
		}
		for n := first; n < max(k.end, k.after, k.closed) && n < len(c.v.cited[k.page]); n++ {
			c.v.cited[k.page][n] = true
		}
	}
}

// maskSections marks the "SEC. 4." that heads a section of a statute, which names no agency.
func maskSections(tokens []token, cited []bool) {
	for i := 0; i+2 < len(tokens); i++ {
		if t := &tokens[i]; t.para && t.low == "sec" && tokens[i+1].low == "." && tokens[i+2].wordyNumber() {
			cited[i], cited[i+1], cited[i+2] = true, true, true
		}
	}
}

// scan walks the tokens of the current page once.
func (c *citer) scan() {
	tokens := c.p.tokens
	for i := 0; i < len(tokens); {
		end := i
		switch t := tokens[i]; {
		case t.kind == number || t.kind == mixed:
			if end = c.byVolume(i); end == i {
				end = c.docket(i)
			}
		case t.low == "(" && publishers[tokenLow(tokens, i+1)]:
			end = c.service(i)
		case t.kind == word:
			end = c.byWord(i)
		case t.low == "§":
			end = c.section(i)
		case t.low == "¶":
			end = c.service(i)
		case t.low == "[":
			end = c.bracketed(i)
		}
		i = max(end, i+1)
	}
}

// tokenLow is the folded text of token k, "" behind the last.
func tokenLow(tokens []token, k int) string {
	if k < len(tokens) {
		return tokens[k].low
	}
	return ""
}

// byWord reads a citation that begins with a word.
func (c *citer) byWord(i int) int {
	t := &c.p.tokens[i]
	switch t.low {
	case "p", "par", "para":
		if end := c.service(i); end > i {
			return end
		}
	case "id", "ibid":
		return c.id(i)
	case "supra":
		return c.supra(i)
	case "art", "article", "articles", "gdpr", "section", "regulation", "directive":
		if end := c.instrument(i); end > i {
			return end
		}
	case "rule":
		if end := c.namedRule(i); end > i {
			return end
		}
	case "no", "nos", "mdl", "case", "civ", "docket":
		if end := c.docket(i); end > i {
			return end
		}
	}
	if t.capital && editions().alone.begins(t.low) {
		if end := c.alone(i); end > i {
			return end
		}
	}
	if t.capital && len(t.low) > 2 && t.low[0] == 'p' && t.low[1] <= '9' {
		if end := c.service(i); end > i {
			return end
		}
	}
	if t.capital && codes().begins(t.low) {
		if end := c.byCode(i); end > i {
			return end
		}
	}
	if t.capital && (t.low == "t" || t.low == "slip" || t.low == "u" || t.low == "scdb") {
		return c.unnumbered(i)
	}
	return i
}

// add stores a citation whose text is the tokens first to end.
func (c *citer) add(k cite) *cite {
	k.page = c.page
	k.Text = unwrap(c.p.str(k.first, k.end))
	k.Pin, k.Reporter, k.Normal = unwrap(k.Pin), unwrap(k.Reporter), unwrap(k.Normal)
	k.Spans = []evidence.Span{c.p.span(k.first, k.end)}
	if k.Normal == "" {
		k.Normal = k.Text
	}
	k.after = max(k.after, k.end)
	c.hold(k)
	c.out = append(c.out, k)
	return &c.out[len(c.out)-1]
}

// unwrap joins text that was broken over lines.
func unwrap(s string) string {
	if strings.IndexByte(s, '\n') < 0 && !strings.Contains(s, "  ") {
		return s
	}
	return strings.ReplaceAll(strings.Join(strings.Fields(s), " "), "- ", "-")
}

// last is the citation found before, nil when there is none on this page.
func (c *citer) last() *cite {
	if n := len(c.out); n > 0 && c.out[n-1].page == c.page {
		return &c.out[n-1]
	}
	return nil
}
