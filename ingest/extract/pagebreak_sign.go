package extract

// goesOn says whether the paragraph before the break goes on behind it: it is no heading,
// its sentence has not ended, and what follows begins neither a paragraph nor a heading. A
// quotation that was opened before and is closed behind goes on too.
func (b *pageBreak) goesOn() bool {
	if allUpper(b.before) || opensItem(b.q, b.after) || numberLine(b.after) {
		return false
	}
	last := b.before[len(b.before)-1]
	switch {
	case b.quoteEnd() > 0 && prosaic(b.before):
		return true
	case ended(b.before):
		return b.abbreviated()
	case smallStart(b.after):
		return last.kind != punct || !last.is("|", "_", "*")
	case last.low == ":" || !prosaic(b.before) || headed(b.after):
		return false
	case last.is(",", "-", "–", "(", "“", "$", "§", "&") || leadsOver[last.low]:
		return true
	}
	return len(b.before) >= 8 && (b.noted || b.flowing || b.fullLine())
}

// ended says whether the tokens end with a stop, closing marks aside.
func ended(tokens []token) bool {
	for i := len(tokens) - 1; i >= 0; i-- {
		if !tokens[i].is("\"", "”", "'", "’", ")", "]") {
			return tokens[i].is(".", "?", "!", "…")
		}
	}
	return true
}

// abbreviated says whether the stop before the break belongs to an abbreviation that does
// not end sentences ("v.", "No."), or ends a word that may and a small word follows.
func (b *pageBreak) abbreviated() bool {
	i := len(b.before) - 1
	if i < 1 || b.before[i].low != "." || b.before[i].space || b.before[i-1].kind != word {
		return false
	}
	if b.after[0].low == "§" || insideCitation(b.p.text, &b.before[i], &b.after[0]) {
		return true
	}
	switch classOf(b.p.text, b.before, i) {
	case inner:
		return !b.after[0].in(inStarters)
	case open:
		return smallStart(b.after)
	}
	return false
}

// leadsOver are words that no sentence ends with.
var leadsOver = set("a", "an", "the", "of", "to", "and", "or", "nor", "but", "for", "from", "with", "by", "at", "as", "into", "upon", "under",
	"against", "between", "among", "than", "that", "which", "who", "whose", "whom", "where", "when", "while", "because", "if", "unless",
	"is", "are", "was", "were", "be", "been", "has", "have", "had", "will", "would", "shall", "should", "may", "might", "must", "can",
	"could", "did", "does", "not", "its", "his", "her", "their", "our", "my", "your", "this", "these", "those", "such", "any", "each",
	"every", "no", "v", "vs", "defendant", "defendants", "plaintiff", "plaintiffs", "mr", "mrs", "ms", "dr", "section", "paragraph", "exhibit",
	"january", "february", "march", "april", "june", "july", "august", "september", "october", "november", "december")

// smallStart says whether the tokens begin with a small word, marks of opening aside.
func smallStart(tokens []token) bool {
	for i, t := range tokens {
		switch {
		case t.kind == word:
			return !t.capital && !(i == 0 && len(tokens) > 1 && len(t.low) < 5 && tokens[1].is(".", ")") && smallRoman(t.low))
		case !t.is("“", "\"", "‘", "'", "(", "["):
			return false
		}
	}
	return false
}

// opensItem says whether the tokens begin an item of a list or a numbered paragraph: "12.",
// "(b)", "iv)", "•", "Q.", "¶ 3".
func opensItem(p *pageView, tokens []token) bool {
	t := &tokens[0]
	if bullet(p.text, t) || t.low == "¶" {
		return true
	}
	if len(tokens) < 3 {
		return false
	}
	if t.low == "(" {
		return listMark(&tokens[1]) && tokens[2].low == ")"
	}
	return listMark(t) && tokens[1].is(".", ")", ":") && !tokens[1].space && (tokens[1].low != "." || tokens[2].space)
}

func listMark(t *token) bool {
	return t.digits(3) || t.kind == word && (len(t.low) == 1 || smallRoman(t.low))
}

// prosaic says whether the tokens look like running text: small words among the others.
func prosaic(tokens []token) bool {
	small, words := 0, 0
	for _, t := range tokens {
		if t.kind == word {
			words++
			if !t.capital && !t.in(inNameParticles) {
				small++
			}
		}
	}
	return small >= 2 && small*3 >= words
}

// headed says whether a page begins with a heading: a paragraph without a stop of which
// the first two words are in capitals, or all of it in titles' spelling.
func headed(tokens []token) bool {
	return allUpper(tokens[:min(len(tokens), 2)]) || !stopped(tokens) && !prosaic(tokens) && len(tokens) < 14
}

// fullLine says whether the last line before the break reaches the right margin and the
// page behind it does not begin with an indented line.
func (b *pageBreak) fullLine() bool {
	width := wrapWidth(b.p.text)
	if width == 0 {
		return false
	}
	end := b.before[len(b.before)-1].end
	first := end
	for first > 0 && b.p.text[first-1] != '\n' {
		first--
	}
	at := b.after[0].start
	indented := at > 1 && b.q.text[at-1] == ' ' && b.q.text[at-2] == ' '
	return (end-first)*5 >= width*4 && !indented
}
