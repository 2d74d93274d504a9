package extract

// trie finds the longest entry that stands at a place in a token list. Entries are
// sequences of folded tokens. Full stops are left out on both sides, so that "F.3d",
// "F. 3d" and "F 3d" are one entry.
type trie[V any] struct {
	root  trieNode[V]
	spare []trieNode[V] // nodes made ahead
	heads headFilter    // since at most places no entry begins
	table tableID       // that lists the first words too, noTable where none does
}

// headFilter tells words that begin no entry, which is quicker than looking them up: a bit for
// each mixture of length and letters.
type headFilter [32]uint64

// add lets the words that mix like w, which is not empty, pass.
func (f *headFilter) add(w string) { f[mixture(w)>>6] |= 1 << (mixture(w) & 63) }

func (f *headFilter) fits(w string) bool { return f[mixture(w)>>6]>>(mixture(w)&63)&1 != 0 }

func mixture(w string) uint {
	return (uint(len(w))*131 + uint(w[0])*37 + uint(w[len(w)>>1])*7 + uint(w[len(w)-1])*59) & 2047
}

// trieNode keeps its first child beside the map of the others: most nodes have no second.
type trieNode[V any] struct {
	word  string // leads to only
	only  *trieNode[V]
	next  map[string]*trieNode[V]
	value V
	set   bool
}

// add enters the phrase, which is tokenised like text. The first value given for a
// phrase stays.
func (t *trie[V]) add(phrase string, value V) {
	var few [12]token
	var words [12]string
	list := words[:0]
	for _, tok := range tokenize(few[:0], phrase, 0, len(phrase)) {
		list = append(list, tok.low)
	}
	t.addWords(list, value)
}

// addWords enters a phrase by its folded words.
func (t *trie[V]) addWords(words []string, value V) {
	n := &t.root
	for _, low := range words {
		if low == "." {
			continue
		}
		child := n.child(low)
		if child == nil {
			if n == &t.root {
				t.heads.add(low)
			}
			child = t.grow(n, low)
		}
		n = child
	}
	if n != &t.root && !n.set {
		n.value, n.set = value, true
	}
}

// child is the node behind the word, nil for none.
func (n *trieNode[V]) child(low string) *trieNode[V] {
	if n.only == nil || n.word == low {
		return n.only
	}
	return n.next[low]
}

// grow makes the node behind a word that has none yet.
func (t *trie[V]) grow(n *trieNode[V], low string) *trieNode[V] {
	if len(t.spare) == 0 {
		t.spare = make([]trieNode[V], 16)
	}
	child := &t.spare[0]
	t.spare = t.spare[1:]
	switch {
	case n.only == nil:
		n.word, n.only = low, child
	case n.next == nil:
		n.next = map[string]*trieNode[V]{low: child}
	default:
		n.next[low] = child
	}
	return child
}

// match gives the value of the longest entry that begins at tokens[i] and the position
// behind it; the position is i when there is none. A stop that follows the last word
// directly is part of the match when stop is true.
func (t *trie[V]) match(tokens []token, i int, stop bool) (value V, end int) {
	end = i
	if i < len(tokens) && !t.opens(&tokens[i]) {
		return value, end
	}
	n := &t.root
	for k := i; k < len(tokens); k++ {
		if tokens[k].low == "." && k > i && !tokens[k].space {
			continue
		}
		if tokens[k].para && k > i {
			break
		}
		n = n.child(tokens[k].low)
		if n == nil {
			break
		}
		if n.set {
			value, end = n.value, k+1
		}
	}
	if stop && end > i && end < len(tokens) && tokens[end].low == "." && !tokens[end].space {
		end++
	}
	return value, end
}

// opens says whether an entry may begin with the token.
func (t *trie[V]) opens(tok *token) bool {
	if t.table != noTable && tok.lex != nil {
		return tok.in(t.table)
	}
	return t.heads.fits(tok.low)
}

// firstWords are the words with which entries begin.
func (t *trie[V]) firstWords() map[string]bool {
	words := map[string]bool{}
	if t.root.only != nil {
		words[t.root.word] = true
	}
	for w := range t.root.next {
		words[w] = true
	}
	return words
}

// begins says whether an entry may begin with the word.
func (t *trie[V]) begins(low string) bool { return t.heads.fits(low) && t.root.child(low) != nil }

// replace enters the phrase with the value, in place of any it had.
func (t *trie[V]) replace(phrase string, value V) {
	n := &t.root
	t.add(phrase, value)
	for _, tok := range tokenize(nil, phrase, 0, len(phrase)) {
		if tok.low != "." {
			n = n.child(tok.low)
		}
	}
	if n != &t.root {
		n.value = value
	}
}
