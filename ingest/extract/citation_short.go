package extract

import (
	"cmp"
	"slices"
	"strings"
)

// id reads "Id." and "Ibid.", with its pin cite.
func (c *citer) id(i int) int {
	t := &c.p.tokens[i]
	stop := c.p.at(i + 1)
	if t.upper && t.low == "id" && !(c.p.at(i+2).low == "at" && c.p.at(i+3).kind == number) {
		return i // an identity
	}
	if stop.low != "." || stop.space || c.p.at(i-1).is(".", "-", "'", "/") && !t.space {
		if t.low != "ibid" {
			return i
		}
		return c.addID(i, i+1)
	}
	return c.addID(i, i+2)
}

func (c *citer) addID(i, end int) int {
	n := cite{first: i, end: end}
	n.Type = "id"
	n.after, n.Pin = c.pinAt(end)
	c.add(n)
	return n.after
}

// pinAt reads a pin cite that is introduced by "at", "§" or "¶".
func (c *citer) pinAt(i int) (after int, pin string) {
	k := i
	if c.p.at(k).low == "," {
		k++
	}
	switch t := c.p.at(k); {
	case t.low == "at" && !t.para:
		return c.pin(i)
	case t.low == "§" || t.low == "¶":
		at, _ := c.sectionMark(k)
		if _, end := c.sectionAt(at); end > at {
			end = c.subsections(end)
			return end, c.p.str(k, end)
		}
	}
	return i, ""
}

// supra reads "Roe, supra, at 5" and "supra note 12".
func (c *citer) supra(i int) int {
	n := cite{first: i, end: i + 1}
	n.Type = "supra"
	n.Name = c.shortName(i)
	n.after, n.Pin = c.pinAt(i + 1)
	if k := i + 1; c.p.at(k).is("note", "notes", "part") {
		n.after = min(k+2, len(c.p.tokens))
		n.after, _ = c.pinAt(n.after)
		n.Pin = c.p.str(k, n.after)
	}
	n.after = min(n.after, len(c.p.tokens))
	c.add(n)
	return n.after
}

// serviceWords are in the names of looseleaf services.
var serviceWords = set("cch", "bna", "p-h", "ria", "rep", "guide", "cas", "serv", "bca", "rptr", "dec", "manual")

// serviceOpening are abbreviations that begin the name of a service.
var serviceOpening = set("pens", "prod", "liab", "comm", "bankr", "copyr", "cong", "unempl", "cont", "corp", "cosm", "sec", "fut", "mgmt", "trans", "util", "env", "empl", "prac", "lab", "rel")

// service reads a looseleaf service that is cited by paragraph, with or without a volume:
// "Fed. Sec. L. Rep. (CCH) ¶ 93,123", "93-1 BCA ¶ 25,508".
func (c *citer) service(i int) int {
	first, known, words := i, false, 0
	for k := i - 1; k >= 0 && k > i-20 && !c.p.at(k+1).para; k-- {
		t := c.p.at(k)
		switch {
		case t.kind == word && t.capital:
			first, words = k, words+1
			known = known || serviceWords[t.low]
			continue
		case t.low == "." && (!c.endsSentence(k) || serviceOpening[c.p.at(k-1).low]), t.is("&", "(", ")", "[", "]"):
			continue
		}
		break
	}
	at, name := i, i
	if c.p.at(i).low == "(" { // the publisher ends the name: "Fed. Sec. L. Rep. (CCH) 97,410"
		for at < len(c.p.tokens) && c.p.at(at).low != ")" {
			at++
		}
		at++
		name, known = at, true
	}
	page, end := c.pageAt(at)
	if !known || words == 0 || end == at || page == "" || signals()[c.p.at(first).low] || c.cited(first) || words == 1 && c.p.at(first-1).kind != number {
		return i
	}
	n := cite{first: first, end: end}
	n.Type, n.Reporter, n.Page = "case", c.p.str(first, name), page
	if c.p.at(first-1).kind == number && !c.cited(first-1) {
		n.first, n.Volume = c.volumeAt(first - 1)
	}
	n.Normal = strings.TrimLeft(n.Volume+" "+n.Reporter+" ¶ "+page, " ")
	return c.addCase(n)
}

// references reads a case that is meant by one of its names with a page: "Roe at 120".
func (c *citer) references() {
	known := c.shortNames()
	if len(known) == 0 {
		return
	}
	tokens := c.p.tokens
	for i := 1; i+1 < len(tokens); i++ {
		if tokens[i].low != "at" || !tokens[i+1].digits(4) || !tokens[i+1].space {
			continue
		}
		k := i - 1
		if tokens[k].low == "," {
			k--
		}
		if k < 0 || tokens[k].kind != word || !tokens[k].capital || c.cited(k) || c.cited(i+1) {
			continue
		}
		first, ok := known[tokens[k].low]
		if !ok || first > tokens[k].start && c.page == c.out[0].page {
			continue
		}
		n := cite{first: k, end: i + 2, after: i + 2}
		n.Type, n.Name, n.Pin = "reference", c.p.str(k, k+1), "at "+tokens[i+1].low
		c.add(n)
	}
}

// shortNames are the one-word names of the cases cited so far, with the byte offset of
// the first on the current page.
func (c *citer) shortNames() map[string]int {
	known := map[string]int{}
	for _, k := range c.out {
		if k.Type != "case" {
			continue
		}
		for _, name := range []string{k.plaintiff, k.defendant} {
			low := lower(name)
			if _, old := known[low]; !old && len(low) > 2 && !strings.Contains(low, " ") {
				known[low] = 0
				if k.page == c.page {
					known[low] = k.Spans[0].Start
				}
			}
		}
	}
	return known
}

// cited says whether the token is part of a citation found already.
func (c *citer) cited(i int) bool { return i >= 0 && i < len(c.held) && c.held[i] }

// hold marks the tokens of a citation, with its pin cite.
func (c *citer) hold(k cite) {
	if c.held == nil {
		c.held = make([]bool, len(c.p.tokens))
	}
	for i := k.first; i < min(k.after, len(c.held)); i++ {
		c.held[i] = true
	}
}

func (c *citer) sortByPlace() {
	slices.SortStableFunc(c.out, func(a, b cite) int {
		return cmp.Or(cmp.Compare(a.page, b.page), cmp.Compare(a.first, b.first))
	})
}

// resolve points short forms, supra, references and id. to the full citation they mean.
// An id. after a citation that could not be resolved stays unresolved.
func (c *citer) resolve() {
	last, head := 0, 0 // head: the first of the parallel citations that the one read belongs to
	for i := range c.out {
		k := &c.out[i]
		if !k.joined {
			head = i
		}
		switch k.Type {
		case "id":
			k.Target = last
		case "short":
			k.Target = c.fullBefore(i, func(f *cite) bool { return f.Volume == k.Volume && sameReporter(f, k) })
			last = k.Target
		case "supra", "reference":
			k.Target = c.fullBefore(i, func(f *cite) bool { return k.Name != "" && namesMatch(f, k.Name) })
			last = k.Target
		case "unknown", "docket":
		default:
			last = head + 1
		}
		if k.Target > 0 && k.Name == "" {
			k.Name = c.out[k.Target-1].Name
		}
	}
}

// fullBefore is 1 + the position of the nearest full citation before i that fits, 0 for none.
func (c *citer) fullBefore(i int, fits func(*cite) bool) int {
	for n := i - 1; n >= 0; n-- {
		switch f := &c.out[n]; f.Type {
		case "case", "journal", "statute", "regulation":
			if fits(f) {
				return n + 1
			}
		}
	}
	return 0
}

func sameReporter(a, b *cite) bool {
	return squeeze(a.Reporter) == squeeze(b.Reporter)
}

func squeeze(s string) string {
	return squeezer.Replace(lower(s))
}

var squeezer = strings.NewReplacer(" ", "", ".", "", "\n", "")

func namesMatch(f *cite, name string) bool {
	low := lower(name)
	return strings.Contains(lower(f.plaintiff), low) || strings.Contains(lower(f.defendant), low) ||
		strings.Contains(lower(f.Name), low)
}
