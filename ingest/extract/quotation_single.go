package extract

// closesSingle says whether an apostrophe closes a quotation rather than marking a
// possessive: something other than a letter follows it, and no noun of a plural owner.
func closesSingle(p *pageView, k int) bool {
	t := p.at(k)
	if t.low != "'" && t.low != "’" || t.space {
		return false
	}
	next := p.at(k + 1)
	if !next.space && next.kind != punct && next.start == t.end {
		return false
	}
	if t.kind != clitic || next.kind == punct || k+1 >= len(p.tokens) {
		return true
	}
	return !closesBehind(p, k)
}

// farthestClose is how many tokens behind a plural owner its quotation is looked for an end.
const farthestClose = 120

// closesBehind says whether a mark behind the apostrophe at k closes the quotation that is open
// there, so that k only marks a plural owner, as in ‘… attorneys' fees and more,’ he said. A mark
// behind a stop or comma closes; an opening mark before any says that k closed.
func closesBehind(p *pageView, k int) bool {
	stops := false // a sentence ended, behind which only a stop before a mark tells
	for n := k + 1; n < k+farthestClose && n < len(p.tokens) && !p.tokens[n].para; n++ {
		x := p.at(n)
		switch {
		case x.low == "‘", x.low == "'" && x.space && x.kind == punct && !p.at(n+1).space:
			return false
		case (x.low == "'" || x.low == "’") && !x.space && p.at(n-1).is(",", ".", "?", "!"):
			return true
		case !stops && n < k+40 && (x.low == "'" && !x.space && x.kind == clitic || x.low == "’" && !x.space):
			return true
		case x.low == ".":
			stops = true
		}
	}
	return false
}
