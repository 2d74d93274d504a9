package extract

import (
	"strings"
	"sync"
)

// readOrigin lists the outlets that a report credits: "according to Reuters", "as
// reported by X", "the BBC reported", "Source: Reuters", "(Reuters) -" in a dateline.
// Credit lines often stand at the foot among the furniture, so the pages are searched
// whole for them; everything else is read from the body.
func readOrigin(v *view) []string {
	var out []string
	add := func(name string) {
		name = strings.Trim(strings.TrimSpace(name), ".,;")
		if name != "" && len(name) < 60 && !strings.EqualFold(name, v.doc.Publisher) && !containsFold(out, name) {
			out = append(out, name)
		}
	}
	for i := range v.pages {
		p := &v.pages[i]
		for _, name := range credits(p.text) {
			add(name)
		}
		for k := range p.tokens {
			if n, ok := outletAt(p, k); ok && creditedAt(p, k, n) {
				add(p.str(k, n))
			}
		}
	}
	return out
}

func containsFold(list []string, s string) bool {
	for _, x := range list {
		if strings.EqualFold(x, s) {
			return true
		}
	}
	return false
}

// credits reads lines such as "Source: Reuters" and "Via: The Northern Post".
func credits(text string) []string {
	var out []string
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		out = append(out, barred(line)...)
		label, rest, found := strings.Cut(line, ":")
		if !found || len(line) > 120 || !creditLabels[strings.ToLower(strings.TrimSpace(label))] {
			continue
		}
		out = append(out, strings.FieldsFunc(rest, func(c rune) bool { return strings.ContainsRune(",;|/", c) })...)
	}
	return out
}

// barred reads a line of outlets with bars between them: "BBC | The Northern Post | AP".
func barred(line string) []string {
	if len(line) > 200 || strings.Count(line, "|") < 2 {
		return nil
	}
	names := strings.Split(line, "|")
	known := 0
	for i, n := range names {
		names[i] = strings.TrimSpace(n)
		if outlets[strings.ToLower(names[i])] {
			known++
		}
		if len(strings.Fields(n)) > 4 {
			return nil
		}
	}
	if known < 2 {
		return nil
	}
	return names
}

var creditLabels = set("source", "sources", "via", "reporting by", "credit", "originally published by", "first published by", "h/t")

// outlets are news agencies and papers by which reports commonly credit their news.
var outlets = set("reuters", "bbc", "bbc news", "ap", "associated press", "the associated press", "afp", "agence france-presse", "bloomberg",
	"bloomberg news", "bloomberg law", "cnn", "cnbc", "nbc", "nbc news", "abc news", "cbs news", "fox news", "npr", "dpa", "pa media", "press association", "xinhua", "kyodo",
	"new york times", "the new york times", "wall street journal", "the wall street journal", "washington post", "the washington post",
	"financial times", "the financial times", "guardian", "the guardian", "times", "the telegraph", "daily mail", "politico", "axios",
	"techcrunch", "the verge", "wired", "ars technica", "itpro", "independent", "the register", "law360", "the independent", "usa today", "los angeles times",
	"al jazeera", "sky news", "itv news", "forbes", "business insider", "the information", "upi", "ansa", "tass", "interfax", "nikkei", "dow jones")

// outletHeads are the first words of outlets, which rule out nearly every token at once.
var outletHeads = sync.OnceValue(func() map[string]bool {
	heads := map[string]bool{}
	for name := range outlets {
		head, _, _ := strings.Cut(name, " ")
		heads[head] = true
	}
	return heads
})

// outletAt reads the name of an outlet at token k and gives its end.
func outletAt(p *pageView, k int) (int, bool) {
	if t := p.at(k); t.kind != word || !t.capital && t.low != "the" || !t.in(inOutletHeads) {
		return 0, false
	}
	for n := 4; n >= 1; n-- {
		if k+n <= len(p.tokens) && p.tokens[k+n-1].kind == word && p.tokens[k+n-1].capital && outlets[lower(p.str(k, k+n))] {
			return k + n, true
		}
	}
	return 0, false
}

// creditedAt says whether the outlet at tokens k to n is credited with the news there.
func creditedAt(p *pageView, k, n int) bool {
	before, after := p.at(k-1), p.at(n)
	switch {
	case before.low == "to" && p.at(k-2).low == "according":
		return true
	case before.low == "by" && p.at(k-2).is("reported", "seen", "cited", "obtained", "published", "confirmed"):
		return true
	case before.is("told", "to") && p.at(k-2).is("spokesperson", "spokesman", "statement"):
		return true
	case after.is("reported", "reports", "said", "says", "writes", "wrote", "notes", "noted", "revealed", "report") && before.low != "for":
		return true
	case before.low == "(" && after.low == ")":
		return true
	case before.is("told"):
		return true
	case after.low == "," && p.at(n+1).is("which", "citing"), before.is("citing", "via"):
		return true
	}
	return false
}
