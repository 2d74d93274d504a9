package extract

import (
	"strings"
	"sync"
	"unicode"

	"averment/evidence"
)

// law is a cause of action or a named act.
type law struct {
	name    string
	statute string // where the act begins, "" at common law
	common  bool   // an everyday word too: needs a word of claiming near it
	capital bool   // printed with a capital
	acronym bool
	// unlisted says that the act is of no table and was read from its form.
	unlisted bool
}

// laws compiles data/acts.tsv and data/causes.tsv.
var laws = sync.OnceValue(func() *trie[law] {
	t := &trie[law]{table: inLawHeads}
	for _, row := range rows("acts.tsv") {
		for _, name := range append([]string{row[0]}, splitBar(column(row, 2))...) {
			t.add(name, law{name: row[0], statute: column(row, 1), capital: unicode.IsUpper(rune(name[0])), acronym: strings.ToUpper(name) == name && !strings.Contains(name, " ")})
		}
	}
	for _, row := range rows("causes.tsv") {
		others := splitBar(column(row, 1))
		common := len(others) > 0 && others[0] == "+"
		if common {
			others = others[1:]
		}
		t.add(row[0], law{name: row[0], common: common})
		for _, name := range others {
			t.add(name, law{name: row[0]})
		}
	}
	return t
})

// actsByStatute finds an act by the citation of its first section.
var actsByStatute = sync.OnceValue(func() map[string]law {
	m := map[string]law{}
	for _, row := range rows("acts.tsv") {
		m[column(row, 1)] = law{name: row[0], statute: column(row, 1)}
	}
	return m
})

// sharedAcronyms mean other things too; they count only where the text also names the act.
var sharedAcronyms = set("sca", "ada", "faa", "fca", "fha", "idea", "ina", "apa", "fal", "dsa", "dma", "cipa", "fsia", "dppa", "efta", "glba", "cafa", "rcra")

// lawSeen is one place where a law is named.
type lawSeen struct {
	law
	span    evidence.Span
	mention bool
	short   bool
}

// findCauses reads the causes of action and the laws that the document relies on. A law that
// the text names about somebody who is no party to the suit, or in a document about no suit,
// is only a mention.
func findCauses(v *view) []evidence.Cause {
	var seen []lawSeen
	f := finder{v: v, lawsuit: aboutLawsuit(v) || accuses(v)}
	for i := range v.pages {
		for _, s := range v.pages[i].sentences {
			seen = f.sentence(seen, i, s)
		}
	}
	seen = f.cited(seen)
	return mergeLaws(seen)
}

// finder walks the sentences of one document for laws.
type finder struct {
	v       *view
	lawsuit bool
	roles   []roleSpan // made where a law is named
}

// roleSpan is a place where a person or organisation is named, and whether it is on a side of
// the suit.
type roleSpan struct {
	span evidence.Span
	side bool
}

// roleSpans lists the places of persons and organisations, unverified ones left out.
func roleSpans(doc *evidence.Document) []roleSpan {
	var out []roleSpan
	for _, p := range doc.Parties {
		if p.Type == evidence.Court || p.Type == evidence.Judge || p.Proposed {
			continue
		}
		side := p.Type == evidence.Group
		for _, r := range p.Roles {
			switch evidence.RoleWord(r) {
			case "plaintiff", "defendant", "petitioner", "respondent", "appellant", "appellee", "owner", "subsidiary", "counsel":
				side = true
			}
		}
		for _, s := range p.Spans {
			out = append(out, roleSpan{s, side})
		}
	}
	return out
}

func (f *finder) sentence(seen []lawSeen, page int, s sentence) []lawSeen {
	p := &f.v.pages[page]
	for k := s.first; k < s.end; k++ {
		if !mayNameLaw(&p.tokens[k]) {
			continue
		}
		l, first, end, ok := f.lawAt(p, s, k)
		if !ok {
			continue
		}
		span := p.span(first, end)
		mention := !f.lawsuit || !claimCue(p, s) && !forbids(p, end) || jurisdiction(p, s) || pastMatter(p, s) || elsewhere(p, s, first) || f.otherMatter(span, p, s)
		seen = append(seen, lawSeen{l, span, mention, l.acronym && sharedAcronyms[p.tokens[k].low]})
		k = end - 1
	}
	return seen
}

// mayNameLaw says whether lawAt may find something at the token, as it does at few.
func mayNameLaw(t *token) bool {
	return t.kind == word && (t.in(inLawHeads) || t.low == "act" || strings.HasPrefix(t.low, "infring"))
}

// lawAt reads the law that a table names at token k, or the unlisted act that ends there;
// first to end are its tokens.
func (f *finder) lawAt(p *pageView, s sentence, k int) (l law, first, end int, ok bool) {
	l, end = laws().match(p.tokens[:s.end], k, false)
	if end == k {
		if l, first, end, ok = infringes(p, s, k); ok {
			return l, first, end, true
		}
		return unlistedAct(p, s, k)
	}
	if l.capital && !l.acronym && !s.heading && longerName(p, s, k, end) {
		if longer, first, last, ok := unlistedAct(p, s, end-1); ok && first < k {
			return longer, first, last, true
		}
	}
	if l.name == "battery" && storesPower(p, k) || !fits(p, l, k) || l.common && !claimed(p, s, k) && !headedByCount(p, s) || foreignAct(p, s, l, k) {
		return law{}, 0, 0, false
	}
	return l, k, end, true
}

// jurisdiction says whether the sentence only tells why the court may hear the case, which
// is no claim under the law it names.
func jurisdiction(p *pageView, s sentence) bool {
	if s.end-s.first > longestSentence {
		return false
	}
	for _, t := range p.sentenceTokens(s) {
		switch t.low {
		case "jurisdiction", "jurisdictional", "venue":
			return true
		case "violated", "violation", "violations", "violating", "violates":
			return false
		}
	}
	return false
}

// forbids says whether the law that ends before token k is said to forbid something, which
// a paper of a suit says of the law that is claimed: "the Act forbids a provider to …".
func forbids(p *pageView, k int) bool {
	return p.at(k).is("forbids", "forbid", "prohibits", "prohibit", "outlaws", "proscribes")
}

// fits checks the capitals: acts are names, acronyms stand in capitals.
func fits(p *pageView, l law, k int) bool {
	t := p.at(k)
	if l.acronym {
		return t.upper
	}
	return !l.capital || t.capital
}

// claimed says whether a word of claiming stands just before k: "sued for fraud", "claims of
// negligence and fraud".
func claimed(p *pageView, s sentence, k int) bool {
	for b := k - 1; b >= s.first && b > k-12; b-- {
		switch p.at(b).low {
		case "claim", "claims", "alleging", "alleges", "alleged", "count", "counts", "charges", "charge", "charged", "sued", "suing", "liable", "action",
			"actions", "lawsuit", "suit", "complaint", "accusing", "accuses", "accused", "cause", "causes", "allegations", "violation", "violations", "damages", "guilty", "convicted":
			return true
		}
	}
	return false
}

// claimCue says whether the sentence speaks of claims rather than only of the law.
func claimCue(p *pageView, s sentence) bool {
	for _, t := range p.sentenceTokens(s) {
		if claimWords[t.low] {
			return true
		}
	}
	return s.heading || s.matter == captionMatter || s.matter == headingMatter
}

var claimWords = set("violation", "violations", "violating", "violates", "violated", "violate", "alleged", "alleges", "alleging", "allege", "allegedly", "allegation",
	"allegations", "claim", "claims", "claimed", "claiming", "sue", "sues", "sued", "suing", "suit", "lawsuit", "lawsuits", "complaint", "count", "counts",
	"cause", "causes", "accuses", "accused", "accusing", "accuse", "damages", "seeks", "seek", "seeking", "sought", "charges", "charged", "charge", "liable",
	"liability", "breach", "breached", "breaching", "infringed", "infringing", "infringement", "demands", "brings", "brought", "asserts", "pursuant", "under", "guilty", "judgment", "verdict", "convicted", "convicts", "acquitted", "indicted")

// otherMatter says whether the law is named about somebody who is not on a side of this
// suit: the person or organisation named last before it in the sentence.
func (f *finder) otherMatter(span evidence.Span, p *pageView, s sentence) bool {
	if f.roles == nil {
		f.roles = roleSpans(f.v.doc)
	}
	best, side := -1, true
	for _, r := range f.roles {
		if r.span.Page == span.Page && r.span.Start >= s.Start && r.span.End <= span.Start && r.span.Start > best {
			best, side = r.span.Start, r.side
		}
	}
	return best >= 0 && !side && f.anySide()
}

// anySide says whether the sides of the suit are known at all.
func (f *finder) anySide() bool {
	for _, r := range f.roles {
		if r.side {
			return true
		}
	}
	return false
}

// cited adds the acts whose section is cited instead of named.
func (f *finder) cited(seen []lawSeen) []lawSeen {
	for _, c := range f.v.doc.Citations {
		if c.Type != "statute" {
			continue
		}
		l, ok := actsByStatute()[c.Normal]
		if !ok {
			continue
		}
		p := &f.v.pages[c.Spans[0].Page-1]
		i := p.sentenceAt(c.Spans[0].Start)
		mention := !f.lawsuit || i < 0 || !claimCue(p, p.sentences[i]) || jurisdiction(p, p.sentences[i]) || pastMatter(p, p.sentences[i]) || f.otherMatter(c.Spans[0], p, p.sentences[i])
		seen = append(seen, lawSeen{law: l, span: c.Spans[0], mention: mention})
	}
	return seen
}

// mergeLaws makes one cause of all places that name the same law. A place that is only a
// mention is left out where others rely on the law.
func mergeLaws(seen []lawSeen) []evidence.Cause {
	named := map[string]bool{}
	for _, l := range seen {
		if !l.short {
			named[l.name] = true
		}
	}
	var out []evidence.Cause
	at := map[string]int{}
	longer := shortActs(seen)
	for _, l := range seen {
		if l.short && !named[l.name] {
			continue
		}
		if long, ok := longer[l.name]; ok && l.unlisted {
			l.law = long
		}
		i, old := at[l.name]
		if !old {
			i = len(out)
			at[l.name] = i
			rule := "cause of action"
			switch {
			case l.unlisted:
				rule = "act by the form of its name"
			case l.statute != "":
				rule = "act by name"
			}
			out = append(out, evidence.Cause{Name: l.name, Statute: l.statute, Mention: true, Rule: rule})
		}
		c := &out[i]
		if c.Mention && !l.mention {
			c.Mention = false
		}
		c.Spans = append(c.Spans, l.span)
	}
	return out
}
