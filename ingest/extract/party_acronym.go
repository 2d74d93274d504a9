package extract

import "strings"

// acronyms reads "Harbor Pipe Association (HPA)" and takes the letters as another name.
func (c *cast) acronyms() {
	for _, r := range c.runs {
		p := &c.v.pages[r.page]
		open, in := p.at(r.end), p.at(r.end+1)
		if in.is("\"", "“") {
			in = p.at(r.end + 2)
		}
		if open.low != "(" || !in.upper || in.kind != word || len(in.low) > 6 {
			continue
		}
		long := c.byKey[strings.Join(nameTokens(r.text(p)), " ")]
		if long == nil || long.merged() || !spells(in.low, long.tokens) {
			continue
		}
		if short := c.byKey[in.low]; short != nil && short != long && !short.merged() {
			c.merge(short, long)
		} else {
			long.alias(p.text[in.start:in.end])
			c.memory.replace(in.low, long)
		}
	}
}

// knownAcronyms joins an acronym to the only name in the text whose words it spells.
func (c *cast) knownAcronyms() {
	for _, short := range c.players {
		if len(short.tokens) != 1 || len(short.name) < 3 || len(short.name) > 5 || strings.ToUpper(short.name) != short.name {
			continue
		}
		var long *player
		for _, w := range c.players {
			if len(w.tokens) >= len(short.name) && (spells(short.tokens[0], w.tokens) || names().words[w.tokens[0]].is(peopleWord) && spells(short.tokens[0], w.tokens[1:]) || len(w.tokens) > 3 && w.tokens[1] == "of" && spells(short.tokens[0], w.tokens[2:])) {
				if long != nil && long.firm && w.firm {
					long = nil
					break
				}
				if long == nil || w.firm {
					long = w
				}
			}
		}
		if long != nil {
			c.merge(short, long)
		}
	}
}

// spells says whether the letters are the first letters of the words; small words need
// not count.
func spells(letters string, words []string) bool {
	k := 0
	for _, w := range words {
		if k < len(letters) && w[0] == letters[k] {
			k++
		} else if len(w) > 3 {
			return false
		}
	}
	return k == len(letters)
}
