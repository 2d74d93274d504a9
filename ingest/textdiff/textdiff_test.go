package textdiff

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

func show(edits []Edit) string {
	var out []string
	for _, e := range edits {
		out = append(out, string(e.Op)+strings.Join(e.Words, " "))
	}
	return strings.Join(out, "|")
}

func TestDiff(t *testing.T) {
	tests := []struct{ a, b, want string }{
		{"", "", ""},
		{"a", "a", "=a"},
		{"a b", "", "-a b"},
		{"", "a b", "+a b"},
		{"a pattern of trying to hide", "a pattern of attempting to hide", "=a pattern of|-trying|+attempting|=to hide"},
		{"we will not share it", "we will share it", "=we will|-not|=share it"},
		{"x a b c", "a b c y", "-x|=a b c|+y"},
		{"a b", "c d", "-a b|+c d"},
		{"a b c a b b a", "c b a b a c", ""},
	}
	for _, tt := range tests {
		a, b := Words(tt.a), Words(tt.b)
		edits := Diff(a, b)
		check(t, a, b, edits)
		if got := show(edits); tt.want != "" && got != tt.want {
			t.Errorf("%q to %q: %s, want %s", tt.a, tt.b, got, tt.want)
		}
	}
}

// check rebuilds both texts from the edits.
func check(t *testing.T, a, b []string, edits []Edit) {
	t.Helper()
	var x, y []string
	for _, e := range edits {
		if e.A != len(x) && e.Op != Insert || e.B != len(y) {
			t.Errorf("edit %v stands at %d,%d, want %d,%d", e, e.A, e.B, len(x), len(y))
		}
		if e.Op != Insert {
			x = append(x, e.Words...)
		}
		if e.Op != Delete {
			y = append(y, e.Words...)
		}
	}
	if !slices.Equal(x, a) || !slices.Equal(y, b) {
		t.Errorf("edits %s do not lead from %q to %q", show(edits), a, b)
	}
}

// longestCommon is the textbook table, for checking that scripts are shortest.
func longestCommon(a, b []string) int {
	row := make([]int, len(b)+1)
	for _, x := range a {
		diagonal := 0
		for j, y := range b {
			above := row[j+1]
			if x == y {
				row[j+1] = diagonal + 1
			} else {
				row[j+1] = max(row[j+1], row[j])
			}
			diagonal = above
		}
	}
	return row[len(b)]
}

func TestDiffIsShortest(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 5))
	for range 3000 {
		a, b := letters(r, r.IntN(14)), letters(r, r.IntN(14))
		edits := Diff(a, b)
		check(t, a, b, edits)
		kept := 0
		for _, e := range edits {
			if e.Op == Equal {
				kept += len(e.Words)
			}
		}
		if want := longestCommon(a, b); kept != want {
			t.Fatalf("%q to %q keeps %d words, want %d: %s", a, b, kept, want, show(edits))
		}
	}
}

func letters(r *rand.Rand, n int) []string {
	out := make([]string, n)
	for i := range out {
		out[i] = string(rune('a' + r.IntN(4)))
	}
	return out
}

func numbered(seed uint64, n int) []string {
	r := rand.New(rand.NewPCG(seed, 2))
	out := make([]string, n)
	for i := range out {
		out[i] = fmt.Sprint(r.IntN(2000))
	}
	return out
}

func TestDiffOfUnlikeTextsIsRight(t *testing.T) {
	a, b := numbered(1, 4000), numbered(2, 4000)
	check(t, a, b, Diff(a, b))
}

func FuzzDiff(f *testing.F) {
	f.Add("a b c", "a c d")
	f.Fuzz(func(t *testing.T, x, y string) {
		a, b := Words(x), Words(y)
		check(t, a, b, Diff(a, b))
	})
}

func BenchmarkDiffVersions(b *testing.B) {
	old := numbered(1, 10_000)
	revised := append([]string{}, old...)
	for i := 0; i < len(revised); i += 100 {
		revised[i] = "changed"
	}
	b.ReportAllocs()
	for b.Loop() {
		Diff(old, revised)
	}
}
