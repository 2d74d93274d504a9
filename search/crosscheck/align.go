package crosscheck

import "strings"

// nearest finds the run of words that is most like a quotation, near the best units.
func nearest(q quoted, found []candidate) (best hit, ok bool) {
	most := 0.0
	for _, f := range found {
		for _, list := range f.source.streams()[:1] {
			for _, w := range windows(f, list) {
				from, to, matched, cost := fit(q.plain, list[w[0]:w[1]])
				n := float64(len(q.plain))
				score := float64(matched) - 0.3*float64(cost)
				alike := float64(matched) >= 0.6*n && float64(cost) <= 0.85*n || to > from && rearranged(q.plain, list[w[0]+from:w[0]+to], list[w[0]:w[1]])
				if alike && (!ok || score > most) {
					best, ok, most = hit{f.source, list, w[0] + from, w[0] + to, false, cost}, true, score
				}
			}
		}
	}
	return best, ok
}

// windows are the words of each unit of a candidate with those of the units beside it.
func windows(f candidate, list []token) (out [][2]int) {
	for _, i := range f.units {
		first, last := f.source.units[max(0, i-1)], f.source.units[min(len(f.source.units)-1, i+1)]
		from, to := len(list), 0
		for k, t := range list {
			if before(first.page, first.start, t.page, t.start) && before(t.page, t.start, last.page, last.end) {
				from, to = min(from, k), max(to, k+1)
			}
		}
		if from < to {
			out = append(out, [2]int{from, to})
		}
	}
	return out
}

func before(page, at, otherPage, other int) bool {
	return page < otherPage || page == otherPage && at <= other
}

// rearranged says whether a passage near has nearly all words of the quotation in
// another order.
func rearranged(want, run, window []token) bool {
	n := len(want)
	for i := 0; i+n <= len(window); i++ {
		have := map[string]int{}
		for _, t := range window[i : i+n] {
			have[t.norm]++
		}
		got := 0
		for _, t := range want {
			if have[t.norm] > 0 {
				have[t.norm]--
				got++
			}
		}
		if float64(got) >= 0.9*float64(n) && n >= 3 {
			return true
		}
	}
	return false
}

// fit aligns all of a quotation with a part of a text: the cost counts words left out
// or put in. The part is text[from:to].
func fit(want, text []token) (from, to, matched, cost int) {
	rows, cols := len(want)+1, len(text)+1
	costs, starts := make([]int, cols), make([]int, cols)
	hits := make([]int, cols)
	for j := range cols {
		starts[j] = j
	}
	for i := 1; i < rows; i++ {
		diagonal, diagonalStart, diagonalHits := costs[0], starts[0], hits[0]
		costs[0], starts[0], hits[0] = i, 0, 0
		for j := 1; j < cols; j++ {
			up, upStart, upHits := costs[j], starts[j], hits[j]
			best, start, n := up+1, upStart, upHits
			if costs[j-1]+1 < best {
				best, start, n = costs[j-1]+1, starts[j-1], hits[j-1]
			}
			if want[i-1].same(text[j-1]) && diagonal <= best {
				best, start, n = diagonal, diagonalStart, diagonalHits+1
			}
			diagonal, diagonalStart, diagonalHits = up, upStart, upHits
			costs[j], starts[j], hits[j] = best, start, n
		}
	}
	end := 0
	for j := range cols {
		if costs[j] < costs[end] || costs[j] == costs[end] && hits[j] > hits[end] {
			end = j
		}
	}
	return starts[end], end, hits[end], costs[end]
}

// diff gives the difference between a quotation and the passage, words as printed.
func (h hit) diff(q quoted) [][2]string {
	mine, theirs := q.plain, h.tokens[h.from:h.to]
	long := make([][]int, len(mine)+1)
	for i := range long {
		long[i] = make([]int, len(theirs)+1)
	}
	for i := len(mine) - 1; i >= 0; i-- {
		for j := len(theirs) - 1; j >= 0; j-- {
			if mine[i].same(theirs[j]) {
				long[i][j] = long[i+1][j+1] + 1
			} else {
				long[i][j] = max(long[i+1][j], long[i][j+1])
			}
		}
	}
	out := [][2]string{}
	i, j := 0, 0
	for i < len(mine) || j < len(theirs) {
		switch {
		case i < len(mine) && j < len(theirs) && mine[i].same(theirs[j]):
			out = put(out, "=", q.text[mine[i].start:mine[i].end])
			i, j = i+1, j+1
		case i < len(mine) && (j == len(theirs) || long[i+1][j] >= long[i][j+1]):
			out = put(out, "-", q.text[mine[i].start:mine[i].end])
			i++
		default:
			t := theirs[j]
			out = put(out, "+", h.source.doc.Pages[t.page-1].Text[t.start:t.end])
			j++
		}
	}
	return out
}

// put adds a word to the last run of the same sign or begins a new one.
func put(list [][2]string, sign, word string) [][2]string {
	if n := len(list); n > 0 && list[n-1][0] == sign {
		list[n-1][1] += " " + word
		return list
	}
	return append(list, [2]string{sign, word})
}

// splice finds parts of a quotation, in order, in different places. nil where the parts
// do not make up the whole.
func splice(q quoted, found []candidate) []hit {
	return parts(q.plain, found, 4)
}

func parts(want []token, found []candidate, most int) []hit {
	if most == 0 || len(want) < piece {
		return nil
	}
	for n := len(want); n >= piece; n-- {
		if rest := len(want) - n; rest > 0 && rest < piece {
			continue
		}
		h, ok := anywhere(want[:n], found)
		if !ok {
			continue
		}
		if n == len(want) {
			return []hit{h}
		}
		if tail := parts(want[n:], found, most-1); tail != nil {
			return append([]hit{h}, tail...)
		}
	}
	return nil
}

func anywhere(want []token, found []candidate) (hit, bool) {
	for _, f := range found {
		for _, list := range f.source.streams() {
			if i := run(list, want, 0); i >= 0 {
				return hit{f.source, list, i, i + len(want), true, 0}, true
			}
		}
	}
	return hit{}, false
}

// inOneUnit says whether a hit stands in one sentence.
func (h hit) inOneUnit() bool {
	a, b := h.tokens[h.from], h.tokens[h.to-1]
	return h.source.index(a.page, a.start) == h.source.index(b.page, b.start)
}

// covers says whether all parts can be read inside the hit, so that words were dropped
// or moved rather than taken from elsewhere.
func (h hit) covers(list []hit) bool {
	for _, p := range list {
		if run(h.tokens[h.from:h.to], p.tokens[p.from:p.to], 0) < 0 {
			return false
		}
	}
	return true
}

// pieces shows the parts of a spliced quotation, a "+" between them.
func pieces(q quoted, list []hit) [][2]string {
	out := [][2]string{}
	at := 0
	for i, p := range list {
		if i > 0 {
			out = append(out, [2]string{"+", ellipsis})
		}
		n := p.to - p.from
		var words []string
		for _, t := range q.plain[at:min(len(q.plain), at+n)] {
			words = append(words, q.text[t.start:t.end])
		}
		out = append(out, [2]string{"=", strings.Join(words, " ")})
		at += n
	}
	return out
}
