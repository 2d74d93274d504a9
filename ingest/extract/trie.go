package extract

// trie finds the longest entry that stands at a place in a token list. Entries are
// sequences of folded tokens. Full stops are left out on both sides, so that "F.3d",
// "F. 3d" and "F 3d" are one entry.
type trie[V any] struct {
	root trieNode[V]
}

type trieNode[V any] struct {
	next  map[string]*trieNode[V]
	value V
	set   bool
}

// add enters the phrase, which is tokenised like text. The first value given for a
// phrase stays.
func (t *trie[V]) add(phrase string, value V) {
	n := &t.root
	for _, tok := range tokenize(nil, phrase, 0, len(phrase)) {
		if tok.low == "." {
			continue
		}
		if n.next == nil {
			n.next = map[string]*trieNode[V]{}
		}
		child := n.next[tok.low]
		if child == nil {
			child = &trieNode[V]{}
			n.next[tok.low] = child
		}
		n = child
	}
	if n != &t.root && !n.set {
		n.value, n.set = value, true
	}
}

// match gives the value of the longest entry that begins at tokens[i] and the position
// behind it; the position is i when there is none. A stop that follows the last word
// directly is part of the match when stop is true.
func (t *trie[V]) match(tokens []token, i int, stop bool) (value V, end int) {
	end = i
	n := &t.root
	for k := i; k < len(tokens); k++ {
		if tokens[k].low == "." && k > i && !tokens[k].space {
			continue
		}
		if tokens[k].para && k > i {
			break
		}
		n = n.next[tokens[k].low]
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

// begins says whether an entry may begin with the word.
func (t *trie[V]) begins(low string) bool { return t.root.next[low] != nil }

// replace enters the phrase with the value, in place of any it had.
func (t *trie[V]) replace(phrase string, value V) {
	n := &t.root
	t.add(phrase, value)
	for _, tok := range tokenize(nil, phrase, 0, len(phrase)) {
		if tok.low != "." {
			n = n.next[tok.low]
		}
	}
	if n != &t.root {
		n.value = value
	}
}
