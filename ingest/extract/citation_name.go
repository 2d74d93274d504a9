package extract

import (
	"strings"
	"sync"
)

// signals are words before a case name that do not belong to it.
var signals = sync.OnceValue(func() map[string]bool {
	return set("see", "cf", "e", "g", "e.g", "accord", "but", "also", "compare", "with", "contra", "generally", "citing",
		"quoting", "in", "under", "from", "by", "and", "or", "to", "on", "as", "that", "accompanying", "discussing", "following",
		"applying", "overruling", "distinguishing", "relying", "like", "per", "since", "because", "after", "although", "though",
		"court", "courts", "held", "at", "than", "collecting", "overruled", "affirming", "reversing", "aff'd", "rev'd", "cited",
		"here", "both", "where", "while", "when", "unlike", "again", "id", "similarly", "thus", "however", "even", "only",
		"decision", "case", "cases", "opinion", "rule", "ruling", "holding")
})

// caseName scans backward from a full citation for "X v. Y," or "In re X,".
func (c *citer) caseName(n *cite) {
	end := n.first
	if c.p.at(end-1).low == "," {
		end--
	}
	end = c.beforeDocket(c.beforeYear(n, end))
	v := c.versus(end)
	if v < 0 {
		c.inRe(n, end)
		return
	}
	start := c.plaintiffStart(v)
	if start == v {
		return
	}
	n.nameFirst = start
	n.plaintiff = c.p.str(start, v)
	defendant := v + 1
	if c.p.at(defendant).low == "." {
		defendant++
	}
	if defendant >= end {
		return
	}
	n.defendant = c.p.str(defendant, end)
	n.Name = c.printedName(start, end)
}

// printedName is the name on one line, without the tags of HTML.
func (c *citer) printedName(start, end int) string {
	name := c.p.str(start, end)
	for {
		open := strings.IndexByte(name, '<')
		shut := strings.IndexByte(name, '>')
		if open < 0 || shut < open {
			return strings.TrimRight(strings.Join(strings.Fields(name), " "), ", ")
		}
		name = name[:open] + name[shut+1:]
	}
}

// beforeYear reads the parenthesis of the style in which court and year stand behind the
// name, "Hale v. Orr (9th Cir. 1999) 12 F.3d 34", and gives the position before it.
func (c *citer) beforeYear(n *cite, end int) int {
	if c.p.at(end-1).low != ")" {
		return end
	}
	for k := end - 2; k > 0 && k > end-12; k-- {
		if c.p.at(k).low != "(" {
			continue
		}
		if n.Year = c.yearIn(k+1, end-1); n.Year != "" {
			if court := courtNamed(c.p.tokens, k+1, end-1); court != "" {
				n.Court = court
			}
			return k
		}
		break
	}
	return end
}

// beforeDocket steps back over ", No. 12-cv-345 (ABC)" before a database citation.
func (c *citer) beforeDocket(end int) int {
	for k := end - 1; k > end-22 && k > 0; k-- {
		if t := c.p.at(k); (t.low == "no" || t.low == "nos" || t.low == "case") && t.capital && c.p.at(k-1).low == "," {
			return k - 1
		}
	}
	return end
}

// versus is the position of the "v" that stands before end, -1 when another citation or
// the end of a sentence comes first.
func (c *citer) versus(end int) int {
	for k := end - 1; k >= 0 && k > end-40; k-- {
		t := c.p.at(k)
		switch {
		case (t.low == "v" || t.low == "vs") && t.kind == word:
			return k
		case t.low == ";" || t.low == ")" && k != end-1 || t.low == "§":
			return -1
		case t.low == "." && c.endsSentence(k):
			return -1
		case t.para && k < end:
			return -1
		}
	}
	return -1
}

// endsSentence says whether the stop at k ends a sentence rather than an abbreviation.
func (c *citer) endsSentence(k int) bool {
	s := c.p.sentenceAt(c.p.at(k).start)
	return s >= 0 && c.p.sentences[s].end == k+1
}

// plaintiffStart walks back from the "v" at v over the plaintiff's name.
func (c *citer) plaintiffStart(v int) int {
	start := v
	for k := v - 1; k >= 0 && k > v-30; k-- {
		t := c.p.at(k)
		switch {
		case t.low == "." && c.endsSentence(k), t.is(";", ":", "“", "”", "\"", "[", "]", "§"):
			return c.trimSignal(start, v)
		case t.low == ")":
			if k != v-1 {
				return c.trimSignal(start, v)
			}
		case t.kind == word && !t.capital && (!t.in(inNameParticles) || t.low == "in" && c.p.at(k-1).low == ","):
			return c.trimSignal(start, v)
		case t.kind == word && t.capital, t.kind == mixed, t.kind == number && k > 0 && k < v-1 && c.p.at(k+1).kind == word && start == k+1:
			start = k
		}
		if t.para {
			break
		}
	}
	return c.trimSignal(start, v)
}

// nameParticle are small words inside names of cases and organisations.
var nameParticle = set("of", "the", "and", "for", "de", "la", "du", "von", "van", "der", "den", "del", "di", "da", "ex", "rel",
	"on", "behalf", "et", "al", "a", "in", "re", "to", "s", "at", "by", "le", "el", "y", "dos", "ter")

// trimSignal drops "See", "In" and the like from the start of a name, and leading parts
// that end with a comma before a capital phrase ("In Texas, Smith v. Jones").
func (c *citer) trimSignal(start, v int) int {
	for start < v {
		t := c.p.at(start)
		drop := signals()[t.low] && !(t.low == "in" && c.p.at(start+1).low == "re") || t.kind == punct || t.kind == number && start+1 < v && (signals()[c.p.at(start+1).low] || c.p.at(start+1).in(inNameParticles)) ||
			t.in(inNameParticles) && !t.capital || t.low == "the" && c.p.at(start+1).low == "court"
		if !drop {
			return start
		}
		start++
	}
	return v
}

// inRe reads names without an opponent: "In re X", "Ex parte X", "Matter of X", "Estate of X".
func (c *citer) inRe(n *cite, end int) {
	for k := end - 1; k >= 0 && k > end-20; k-- {
		t, next := c.p.at(k), c.p.at(k+1)
		if t.low == ";" || t.low == "." && c.endsSentence(k) || t.low == ")" && k != end-1 || t.kind == number && k > end-3 {
			return
		}
		if t.low == "in" && next.low == "re" || t.low == "ex" && next.low == "parte" ||
			(t.low == "matter" || t.low == "estate" || t.low == "application" || t.low == "petition") && t.capital && next.low == "of" {
			n.Name = strings.Join(strings.Fields(c.p.str(k, end)), " ")
			n.nameFirst = k
			n.defendant = c.p.str(min(k+2, end-1), end)
			return
		}
		if t.para {
			return
		}
	}
}

// shortName is the name before a short form or supra: "Roe, 410 U.S. at 116".
func (c *citer) shortName(i int) string {
	end := i
	if c.p.at(end-1).low == "," {
		end--
	}
	start := end
	for k := end - 1; k >= 0 && k > end-8; k-- {
		t := c.p.at(k)
		if t.kind == word && t.capital && !signals()[t.low] || t.low == "&" || t.kind == clitic ||
			t.low == "." && !c.endsSentence(k) || t.kind == word && t.in(inNameParticles) && t.low != "in" {
			start = k
			if t.para {
				break
			}
			continue
		}
		break
	}
	for start < end && (!c.p.at(start).capital || signals()[c.p.at(start).low]) {
		start++
	}
	return c.p.str(start, end)
}
