package format

import (
	"strings"
	"unicode"

	"averment/evidence"
)

// scanWords is how few words, the stamp left out, a page with a large picture may have
// and still be taken for a scan.
const scanWords = 25

// judge sets the state of a page and its flags.
func (s *sheet) judge(p *evidence.Page) {
	switch {
	case s.scanned():
		p.State = evidence.PageImageOnly
	case garbled(p.Text):
		p.State = evidence.PageGarbled
	}
	if s.hidesText() {
		p.Flags = append(p.Flags, "text under a drawn box")
	}
}

// scanned says whether a picture covers more than half of the page and hardly any word
// remains besides the furniture.
func (s *sheet) scanned() bool {
	words := 0
	for _, l := range s.lines {
		if l.role == roleBody {
			words += len(l.words)
		}
	}
	covered := 0.0
	for _, r := range s.images {
		covered += r.area()
	}
	return words < scanWords && covered > s.width*s.height/2
}

// garbled says whether the text is mostly characters that no writing uses: private use,
// replacement and control characters, as fonts without a map give, or letters shifted
// into symbols so that hardly a vowel is left.
func garbled(text string) bool {
	letters, vowels, odd, all := 0, 0, 0, 0
	for _, r := range text {
		if unicode.IsSpace(r) {
			continue
		}
		all++
		switch {
		case r == unicode.ReplacementChar || unicode.Is(unicode.Co, r) || unicode.IsControl(r):
			odd++
		case r < 0x80 && unicode.IsLetter(r):
			letters++
			if strings.ContainsRune("aeiouyAEIOUY", r) {
				vowels++
			}
		}
	}
	if all < 40 {
		return false
	}
	return odd*5 > all || letters*2 > all && vowels*10 < letters
}

// hidesText says whether words stand under dark boxes, as a careless redaction leaves
// them: painted before the box, and not painted again on it.
func (s *sheet) hidesText() bool {
	for _, b := range s.boxes {
		if b.box.area() > s.width*s.height/2 {
			continue
		}
		for _, l := range s.lines {
			for _, w := range l.words {
				if len(w.text) > 1 && s.covers(b, w.box) {
					return true
				}
			}
		}
	}
	return false
}

// covers says whether the box was painted over the middle of a word.
func (s *sheet) covers(b painted, word rect) bool {
	x, y := word.middle()
	if !b.box.holds(x, y) || b.box.height() < word.height()*0.7 {
		return false
	}
	under := false
	for _, t := range s.texts {
		if !t.box.holds(x, y) {
			continue
		}
		if t.order > b.order {
			return false
		}
		under = true
	}
	return under
}
