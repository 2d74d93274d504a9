package extract

// wholeName records a name whose small words tell it where one begins at i, and gives the position
// behind it, as behind an office that names no party.
func (c *cast) wholeName(page int, p *pageView, s sentence, i int) int {
	if !p.tokens[i].capital {
		return i
	}
	if end := officePortfolio(p, i, s.end); end > i {
		return end
	}
	end := campaignEnd(p, i, s.end, opens(p, s, i))
	if end > i {
		c.runs = append(c.runs, run{page: page, first: i, end: end, campaign: true})
	}
	return end
}

// ourLady says whether the name of a church begins at i: "Our Lady of the Fields".
func ourLady(p *pageView, i int) bool {
	return p.at(i).low == "our" && p.at(i).capital && p.at(i+1).low == "lady" && p.at(i+1).capital && p.at(i+2).low == "of"
}

// twoInitials says whether the letter at i is the first of two initials: "A.J. Ruiz".
func twoInitials(p *pageView, i int) bool {
	second := p.at(i + 2)
	return len(p.at(i).low) == 1 && p.at(i+1).low == "." && len(second.low) == 1 && second.capital && !second.space && p.at(i+3).low == "." && p.at(i+4).capital
}
