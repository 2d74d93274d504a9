// Package textdiff compares two texts word by word.
//
// Diff finds a shortest edit script with the linear-space algorithm of Myers (1986):
// the middle of an optimal path is searched from both ends, and both halves are solved
// the same way. Texts that differ nearly everywhere would cost time with the square of
// their length; the search is then cut off and gives a script that is right, if not the
// shortest.
package textdiff

import (
	"strings"
)

// Op says what becomes of the words of an edit.
type Op byte

// The operations, as they are printed.
const (
	Equal  Op = '='
	Delete Op = '-' // only in the first text
	Insert Op = '+' // only in the second
)

// Edit is a run of words with the same fate. A and B are the places of its first word in
// the first and the second text; for Insert, A is where the words would stand, and the
// other way round for Delete.
type Edit struct {
	Op    Op
	Words []string
	A, B  int
}

// Diff gives the edits that turn a into b, runs joined, deletions before insertions.
// Deleting and keeping what is not inserted gives a back; inserting and keeping gives b.
func Diff(a, b []string) []Edit {
	d := &differ{a: a, b: b}
	d.keepA, d.keepB = make([]bool, len(a)), make([]bool, len(b))
	size := 2*(len(a)+len(b)) + 4
	d.forward, d.backward = make([]int, size), make([]int, size)
	d.solve(0, len(a), 0, len(b))
	return d.edits()
}

// Words cuts a text into words with the punctuation that clings to them.
func Words(text string) []string { return strings.Fields(text) }

type differ struct {
	a, b              []string
	keepA, keepB      []bool
	forward, backward []int
}

// solve marks the kept words of a[a0:a1] and b[b0:b1].
func (d *differ) solve(a0, a1, b0, b1 int) {
	for a0 < a1 && b0 < b1 && d.a[a0] == d.b[b0] {
		d.keepA[a0], d.keepB[b0] = true, true
		a0, b0 = a0+1, b0+1
	}
	for a0 < a1 && b0 < b1 && d.a[a1-1] == d.b[b1-1] {
		a1, b1 = a1-1, b1-1
		d.keepA[a1], d.keepB[b1] = true, true
	}
	if a0 == a1 || b0 == b1 {
		return
	}
	x, y := d.middle(a0, a1, b0, b1)
	if x == a0 && y == b0 || x == a1 && y == b1 {
		return
	}
	d.solve(a0, x, b0, y)
	d.solve(x, a1, y, b1)
}

// costCap bounds the search for the middle: beyond so many edits the furthest point that
// was reached has to do.
const costCap = 1024

// middle finds a point on a shortest path from (a0,b0) to (a1,b1), searching from both
// ends in turn. Diagonal k holds the points with x-y = k.
func (d *differ) middle(a0, a1, b0, b1 int) (x, y int) {
	n, m := a1-a0, b1-b0
	delta, zero := n-m, n+m+1
	vf, vb := d.forward[:2*(n+m)+3], d.backward[:2*(n+m)+3]
	vf[zero+1], vb[zero+1] = 0, 0
	for cost := 0; cost <= (n+m+1)/2; cost++ {
		if cost > costCap {
			return d.furthest(a0, b0, n, m, cost-1, vf, zero)
		}
		for k := -cost; k <= cost; k += 2 {
			px := step(vf, zero, k, cost)
			for px < n && px-k < m && px-k >= 0 && d.a[a0+px] == d.b[b0+px-k] {
				px++
			}
			vf[zero+k] = px
			if r := delta - k; delta%2 != 0 && r >= -(cost-1) && r <= cost-1 && px+vb[zero+r] >= n {
				return clampPoint(a0, b0, px, px-k, n, m)
			}
		}
		for k := -cost; k <= cost; k += 2 {
			px := step(vb, zero, k, cost)
			for px < n && px-k < m && px-k >= 0 && d.a[a1-1-px] == d.b[b1-1-px+k] {
				px++
			}
			vb[zero+k] = px
			if r := delta - k; delta%2 == 0 && r >= -cost && r <= cost && px+vf[zero+r] >= n {
				return clampPoint(a0, b0, n-px, m-(px-k), n, m)
			}
		}
	}
	return a0, b0
}

// step gives the furthest x on diagonal k with one more edit than before.
func step(v []int, zero, k, cost int) int {
	if k == -cost || k != cost && v[zero+k-1] < v[zero+k+1] {
		return v[zero+k+1]
	}
	return v[zero+k-1] + 1
}

func clampPoint(a0, b0, x, y, n, m int) (int, int) {
	return a0 + max(0, min(x, n)), b0 + max(0, min(y, m))
}

// furthest gives the point that the forward search brought furthest.
func (d *differ) furthest(a0, b0, n, m, cost int, vf []int, zero int) (int, int) {
	bestX, bestY := 0, 0
	for k := -cost; k <= cost; k += 2 {
		x := min(vf[zero+k], n)
		y := x - k
		if y >= 0 && y <= m && x+y > bestX+bestY {
			bestX, bestY = x, y
		}
	}
	return a0 + bestX, b0 + bestY
}

// edits joins the marks to runs.
func (d *differ) edits() []Edit {
	var out []Edit
	for i, j := 0, 0; i < len(d.a) || j < len(d.b); {
		startA, startB := i, j
		for i < len(d.a) && !d.keepA[i] {
			i++
		}
		for j < len(d.b) && !d.keepB[j] {
			j++
		}
		if i > startA {
			out = append(out, Edit{Delete, d.a[startA:i], startA, startB})
		}
		if j > startB {
			out = append(out, Edit{Insert, d.b[startB:j], i, startB})
		}
		startA, startB = i, j
		for i < len(d.a) && j < len(d.b) && d.keepA[i] && d.keepB[j] {
			i, j = i+1, j+1
		}
		if j > startB {
			out = append(out, Edit{Equal, d.b[startB:j], startA, startB})
		}
	}
	return out
}
