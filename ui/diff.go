package ui

import (
	"slices"
	"strings"
)

// diffPart is a run of words that both texts have (=), only the first (-), only the
// second (+).
type diffPart struct {
	Op   string
	Text string
}

// maxEdits bounds the work of a comparison; texts further apart than this are shown as
// replaced from there on.
const maxEdits = 3000

// diffWords compares two texts word by word (E. W. Myers, "An O(ND) Difference
// Algorithm", 1986). White space does not count.
func diffWords(a, b string) []diffPart {
	x, y := strings.Fields(a), strings.Fields(b)
	head := 0
	for head < len(x) && head < len(y) && x[head] == y[head] {
		head++
	}
	tail := 0
	for tail < len(x)-head && tail < len(y)-head && x[len(x)-1-tail] == y[len(y)-1-tail] {
		tail++
	}
	var d diffWriter
	d.write("=", x[:head]...)
	middle(&d, x[head:len(x)-tail], y[head:len(y)-tail])
	d.write("=", x[len(x)-tail:]...)
	return d.parts()
}

type diffWriter struct {
	out  []diffPart
	runs [][]string
}

func (d *diffWriter) write(op string, words ...string) {
	if len(words) == 0 {
		return
	}
	if n := len(d.out); n == 0 || d.out[n-1].Op != op {
		d.out, d.runs = append(d.out, diffPart{Op: op}), append(d.runs, nil)
	}
	d.runs[len(d.runs)-1] = append(d.runs[len(d.runs)-1], words...)
}

func (d *diffWriter) parts() []diffPart {
	for i := range d.out {
		d.out[i].Text = strings.Join(d.runs[i], " ")
	}
	return d.out
}

// middle walks the shortest edit path, furthest-reaching points first.
func middle(d *diffWriter, x, y []string) {
	if len(x) == 0 || len(y) == 0 {
		d.write("-", x...)
		d.write("+", y...)
		return
	}
	limit := min(len(x)+len(y), maxEdits)
	v := map[int]int{1: 0}
	var trace []map[int]int
	for n := 0; n <= limit; n++ {
		trace = append(trace, cloneRow(v, n))
		for k := -n; k <= n; k += 2 {
			i := step(v, k, n)
			for i < len(x) && i-k < len(y) && x[i] == y[i-k] {
				i++
			}
			v[k] = i
			if i >= len(x) && i-k >= len(y) {
				backtrack(d, x, y, trace)
				return
			}
		}
	}
	d.write("-", x...)
	d.write("+", y...)
}

func step(v map[int]int, k, n int) int {
	if k == -n || k != n && v[k-1] < v[k+1] {
		return v[k+1]
	}
	return v[k-1] + 1
}

func cloneRow(v map[int]int, n int) map[int]int {
	row := make(map[int]int, 2*n+3)
	for k := -n - 1; k <= n+1; k++ {
		if at, ok := v[k]; ok {
			row[k] = at
		}
	}
	return row
}

func backtrack(d *diffWriter, x, y []string, trace []map[int]int) {
	type move struct{ op, word string }
	var back []move
	i, j := len(x), len(y)
	for n := len(trace) - 1; n >= 0; n-- {
		k := i - j
		v := trace[n]
		prev := k - 1
		if k == -n || k != n && v[k-1] < v[k+1] {
			prev = k + 1
		}
		pi := v[prev]
		pj := pi - prev
		for i > pi && j > pj && i > 0 && j > 0 {
			i, j = i-1, j-1
			back = append(back, move{"=", x[i]})
		}
		if n == 0 {
			break
		}
		if i > pi {
			i--
			back = append(back, move{"-", x[i]})
		} else {
			j--
			back = append(back, move{"+", y[j]})
		}
	}
	for _, m := range slices.Backward(back) {
		d.write(m.op, m.word)
	}
}
