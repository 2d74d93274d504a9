package format

import "strings"

// leastStated is the part of a body's sentences, in hundredths, that the text stated in linked data must
// hold to be believed complete; some sites state a teaser only.
const leastStated = 60

// trimStated drops what stands before and behind the article as linked data state it, and
// short texts in between that it lacks.
func trimStated(blocks []bodyBlock, stated string) {
	if len(stated) < 400 {
		return
	}
	in := make([]bool, len(blocks))
	held, prose, last := 0, 0, -1
	for i, b := range blocks {
		if in[i] = inStated(stated, b.text); in[i] {
			last = i
		}
		if b.prose && in[i] {
			held += b.words
		}
		if b.prose {
			prose += b.words
		}
	}
	if held*100 < prose*leastStated {
		return
	}
	for i := range blocks {
		b := &blocks[i]
		if !in[i] && (i > last || b.linked >= 0.4) {
			b.drop = true
		}
	}
}

// inStated says whether a block, or the most of it by its head and tail, is stated.
func inStated(stated, s string) bool {
	key := squeeze(s)
	if n := len(key) / 2; n > 40 {
		return strings.Contains(stated, key[:40]) || strings.Contains(stated, key[len(key)-40:])
	}
	return strings.Contains(stated, key)
}
