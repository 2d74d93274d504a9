package extract

// markLetters notes the letters of lists, "A.", "B.", that begin paragraphs of the document, on all
// of its pages.
func (v *view) markLetters() {
	var letters uint32
	for i := range v.pages {
		p := &v.pages[i]
		for k := range p.tokens {
			if n := p.letterAt(k); n >= 0 {
				letters |= 1 << n
			}
		}
	}
	for i := range v.pages {
		v.pages[i].letters = letters
	}
}

// letterAt is the letter, from 0 for A, that opens a paragraph at token k with a stop behind it; -1
// for none.
func (p *pageView) letterAt(k int) int {
	t := &p.tokens[k]
	if !t.para || t.end-t.start != 1 || !t.capital || t.kind != word {
		return -1
	}
	if next := p.at(k + 1); next.low != "." || next.space || !p.at(k+2).space {
		return -1
	}
	return int(p.text[t.start] - 'A')
}

// listLetter says whether token k is the letter of a list and no initial: another paragraph begins
// with the letter before it, or with "B." where it is "A.".
func (p *pageView) listLetter(k int) bool {
	if k < 0 || k >= len(p.tokens) {
		return false
	}
	n := p.letterAt(k)
	if n == 0 {
		return p.letters>>1&1 != 0
	}
	return n > 0 && n < 26 && p.letters>>(n-1)&1 != 0
}

// leaveLetters takes the letters of lists from the units of an agreement, so that "C. Harbor denies"
// is what Harbor denies.
func (s *speech) leaveLetters() {
	if s.voice.form != "agreement" && s.voice.form != "report" {
		return
	}
	for n := range s.units {
		if u := &s.units[n]; u.end-u.first > 3 && s.p.listLetter(u.first) {
			u.first += 2
		}
	}
}
