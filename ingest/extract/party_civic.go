package extract

// civicName is the position behind "the state of Maryland" or "city of St. Brevin" as a party, with
// a small first word: behind "by" or "against", or before a verb; else i.
func civicName(p *pageView, i, limit int) int {
	if t := p.at(i); t.capital || p.at(i+1).low != "of" || !p.at(i+2).capital || !t.is("state", "city", "county", "commonwealth", "town", "borough", "village", "township") {
		return i
	}
	end := townEnd(p, i+2, limit)
	before := p.at(i - 1)
	if before.is("the", "a") {
		before = p.at(i - 2)
	}
	if next := p.at(end); before.is("by", "against", "sued", "suing", "order", "ordered", "told", "let", "force", "require", "requires", "wants", "asked", "accuses", "accused", "names", "between", "is") || p.at(i-1).low == "the" && p.at(end).low == "to" || next.in(inSpeechVerbs) || next.in(inAgentVerbs) ||
		civicBeside(p, i, end) {
		return end
	}
	return i
}

// townEnd is the position behind the capitalised words at k with the stops of "St." and "Mt." inside.
func townEnd(p *pageView, k, limit int) int {
	for end := k; ; end++ {
		t := p.at(end)
		saint := t.low == "." && !t.space && p.at(end-1).is("st", "ste", "mt", "ft", "pt") && p.at(end+1).capital && end+1 < limit
		if end >= limit || !saint && !(t.capital && t.kind == word && (t.space || p.at(end-1).low == "-") && !t.para) {
			return end
		}
	}
}

// civicBeside says whether the town, named at i up to end, is one of two that act: "The city of Dover
// and the town of Ste. Rose were sued".
func civicBeside(p *pageView, i, end int) bool {
	first := p.at(i-1).low == "the" && (p.at(i-1).para || p.at(i-2).low == "." || p.at(i-2).low == "and" && p.at(i-3).capital)
	return first && p.at(end).low == "and" && p.at(end+1).low == "the" && p.at(end+2).is("city", "town", "village", "county", "state", "borough", "township")
}
