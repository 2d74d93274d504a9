package extract

// accuses says whether the document tells of a charge or an accusation, so that a law in it is
// claimed although no word of a lawsuit stands there: "accused of", "charged with".
func accuses(v *view) bool {
	for i := range v.pages {
		p := &v.pages[i]
		for k, t := range p.tokens {
			switch t.low {
			case "accuse", "accuses", "accused", "accusing", "indictment", "indicts":
				return true
			case "charged", "charges":
				if nearWithin(p, k, 8, "with") {
					return true
				}
			}
		}
	}
	return false
}

// nearWithin says whether the word stands among the n tokens behind k.
func nearWithin(p *pageView, k, n int, w string) bool {
	for i := k + 1; i <= k+n && i < len(p.tokens); i++ {
		if p.tokens[i].low == w {
			return true
		}
		if p.tokens[i].para || p.tokens[i].low == "." && p.at(i+1).capital && p.at(i+1).space {
			return false
		}
	}
	return false
}

// infringedThings are what is infringed, with the cause of action.
var infringedThings = map[string]string{"patent": "patent infringement", "patents": "patent infringement", "copyright": "copyright infringement",
	"copyrights": "copyright infringement", "copyrighted": "copyright infringement", "trademark": "trademark infringement", "trademarks": "trademark infringement", "mark": "trademark infringement",
	"marks": "trademark infringement"}

// storesPower says whether the battery at token k is a thing and no tort: "the battery of the van",
// "two batteries", "battery pack".
func storesPower(p *pageView, k int) bool {
	if p.at(k+1).is("pack", "packs", "cell", "cells", "life", "charger", "chargers", "fire", "fires", "maker", "makers", "plant", "powered", "park", "storage", "electric") {
		return true
	}
	prev := p.at(k - 1)
	return determiners[prev.low] || prev.low == "'s" || prev.is("its", "his", "her", "their", "our", "my", "your", "lithium", "ion", "car", "vehicle", "phone", "laptop", "defective", "faulty", "replacement", "electric", "spare", "new", "old", "dead")
}

// infringes reads "infringing three of its patents" and "the patents that it infringed" at
// token k; end is behind the words read.
func infringes(p *pageView, s sentence, k int) (l law, first, end int, ok bool) {
	switch p.at(k).low {
	case "infringing", "infringed", "infringes", "infringe":
	default:
		return law{}, 0, 0, false
	}
	for i := k + 1; i < k+8 && i < s.end; i++ {
		if name := infringedThings[p.at(i).low]; name != "" {
			return law{name: name}, k, i + 1, true
		}
	}
	return law{}, 0, 0, false
}

// headedByCount says whether the line before a short sentence, or the sentence itself where it
// is a heading, numbers a claim: "THIRD CAUSE OF ACTION" over "(Conversion)".
func headedByCount(p *pageView, s sentence) bool {
	if s.end-s.first > 8 {
		return false
	}
	n := p.sentenceAt(s.Start)
	for i := n; i >= 0 && i > n-2; i-- {
		for _, t := range p.sentenceTokens(p.sentences[i]) {
			if t.is("count", "cause", "claim") && t.capital {
				return i == n || p.sentences[i].end-p.sentences[i].first < 9
			}
		}
	}
	return false
}

// elsewhere says whether the words before token k speak of another case than this one: "the
// ruling in another case under", "resembles a suit against the chain that invoked".
func elsewhere(p *pageView, s sentence, k int) bool {
	for i := max(s.first, k-longestSentence); i+1 < k; i++ {
		switch p.tokens[i].low {
		case "another", "separate", "similar", "unrelated", "different":
			for n := i + 1; n <= i+2 && n < k; n++ {
				if p.tokens[n].is("case", "cases", "lawsuit", "lawsuits", "suit", "suits", "matter", "company", "firm", "proceeding", "ruling") {
					return true
				}
			}
		}
	}
	return false
}

// longerName says whether the act at tokens k to end is the end of a longer name, "Consumer Data
// Protection Act", of which the table knows the end only.
func longerName(p *pageView, s sentence, k, end int) bool {
	t := p.at(k - 1)
	return k > s.first+1 && t.kind == word && t.capital && !t.upper && !isFunction(t.low) && p.at(end-1).low == "act" && placeEnd(p, k-1) == k-1
}

// pastMatter says whether the sentence tells of an older matter than the one that the document
// is about: a fine or a settlement that lies back.
func pastMatter(p *pageView, s sentence) bool {
	ended, back := false, false
	tokens := p.sentenceTokens(s)
	for i, t := range tokens {
		switch t.low {
		case "fined", "fine", "settled", "settlement", "penalty", "penalised", "penalized", "paid":
			ended = true
		case "earlier", "previously", "already", "once", "ago":
			back = true
		case "last", "previous":
			back = back || i+1 < len(tokens) && tokens[i+1].is("year", "month", "case")
		case "in":
			back = back || i+1 < len(tokens) && tokens[i+1].digits(4) && tokens[i+1].end-tokens[i+1].start == 4
		case "suit", "lawsuit", "complaint", "sued", "plaintiff", "plaintiffs", "seeks", "seek", "alleges", "accuses":
			return false
		}
	}
	return ended && back
}
