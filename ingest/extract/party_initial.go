package extract

// nicknameEnd is the position of the word behind the nickname in quotation marks at k, with that word:
// "Donald “Duke” Farnsworth", "Angelo 'Fish' Marin"; k for none.
func nicknameEnd(p *pageView, i, k, limit int) int {
	if !p.at(k).is("“", "\"", "'", "‘") || !p.at(k).space || p.at(k-1).kind != word || k-i > 3 || !names().has(p.at(i), firstName) {
		return k
	}
	n := k + 1
	for n < limit && n < k+4 && p.at(n).capital && p.at(n).kind == word {
		n++
	}
	if n > k+1 && p.at(n).is("”", "\"", "'", "’") && !p.at(n).space && p.at(n+1).capital && p.at(n+1).kind == word && p.at(n+1).space && n+1 < limit {
		return n + 2
	}
	return k
}

// initialOrSuffix says whether the stop at k belongs to the name that began at i.
func initialOrSuffix(p *pageView, i, k, limit int) bool {
	prev := p.at(k - 1)
	if k+1 < limit && len(prev.low) == 1 && prev.capital {
		next := p.at(k + 1)
		if outlineMark(p, i, k, limit) {
			return false
		}
		return next.capital && (!starters()[next.low] || len(next.low) == 1 && p.at(k+2).low == ".") || next.low == ","
	}
	if abbreviationSuffix[prev.low] && k-1 > i {
		return k+1 < limit
	}
	return k+1 < limit && prev.is("mr", "mrs", "ms", "dr", "sen", "gov", "rep", "st", "ste", "mt", "ft", "lt", "gen", "prof", "col", "capt", "hon") && p.at(k+1).capital
}

// outlineMark says whether the letter before the stop at k is that of a heading, "B. Breach of
// contract", or ends a sentence, "see Part C.", rather than an initial.
func outlineMark(p *pageView, i, k, limit int) bool {
	if k-1 > i {
		return p.at(k-2).is("part", "section", "count", "exhibit", "schedule", "appendix", "annex", "plan", "option")
	}
	if !p.at(i).para || p.at(i).low > "k" || !p.at(k+1).space {
		return false
	}
	if _, end := laws().match(p.tokens[:limit], k+1, false); end > k+1 || outlineWords[p.at(k+1).low] {
		return true
	}
	behind := p.at(k + 2)
	return k+2 < limit && !behind.para && behind.kind == word && !behind.capital && !nameJoint[behind.low] && !speechVerbs()[behind.low] && !agentVerbs()[behind.low]
}

// outlineWords begin the headings of filings and reports.
var outlineWords = set("background", "facts", "factual", "procedural", "introduction", "conclusion", "standing", "jurisdiction", "venue", "standard", "legal", "analysis",
	"discussion", "liability", "damages", "remedies", "parties", "statutory", "relief", "argument", "summary", "overview", "findings", "merits", "timeliness", "preemption",
	"causation", "scope", "motion", "plaintiff", "plaintiffs", "defendant", "defendants", "state", "federal", "personal", "subject", "equitable", "declaratory", "injunctive")

var abbreviationSuffix = set("inc", "corp", "co", "ltd", "jr", "sr", "bros", "cos", "sdn", "bhd", "pty", "pte", "pvt", "ltda", "cia")
