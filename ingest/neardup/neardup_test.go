package neardup

import (
	"fmt"
	"math"
	"math/rand/v2"
	"strings"
	"testing"
	"unicode"
)

// prose makes n words from a seed.
func prose(seed uint64, n int) []string {
	r := rand.New(rand.NewPCG(seed, 1))
	words := make([]string, n)
	for i := range words {
		words[i] = fmt.Sprintf("w%d", r.IntN(3000))
	}
	return words
}

func TestSimilarityTracksLikeness(t *testing.T) {
	base := prose(1, 800)
	for _, changed := range []int{0, 4, 20, 60, 150, 400} {
		t.Run(fmt.Sprint(changed), func(t *testing.T) {
			other := append([]string{}, base...)
			for i := range changed {
				other[i*len(other)/changed] = fmt.Sprintf("x%d", i)
			}
			a, b := strings.Join(base, " "), strings.Join(other, " ")
			want, got := likeness(a, b), Similarity(Signature(a), Signature(b))
			if math.Abs(want-got) > 0.13 {
				t.Errorf("%d words changed: estimated %.2f, likeness %.2f", changed, got, want)
			}
		})
	}
}

func TestSignature(t *testing.T) {
	tests := []struct {
		a, b string
		want float64
	}{
		{"The court ruled on Monday that it may go on.", "the court ruled — on MONDAY, that it may go on", 1},
		{"one two", "One, two!", 1},
		{"one two", "two one", 0},
		{"a b c d e f g", "h i j k l m n", 0},
		{"", "", 0},
		{"...", "word", 0},
		{"Über Öl und Ärger im Land", "über öl und ärger im land", 1},
	}
	for _, tt := range tests {
		if got := Similarity(Signature(tt.a), Signature(tt.b)); got != tt.want {
			t.Errorf("%q and %q: %.2f, want %.2f", tt.a, tt.b, got, tt.want)
		}
	}
}

func FuzzSignature(f *testing.F) {
	f.Add("a b c", "a b c d")
	f.Fuzz(func(t *testing.T, a, b string) {
		x, y := Signature(a), Signature(b)
		if s := Similarity(x, y); s < 0 || s > 1 || s != Similarity(y, x) {
			t.Errorf("similarity %v", s)
		}
		if x != nil && Similarity(x, Signature(a)) != 1 {
			t.Error("a text is not like itself")
		}
	})
}

func BenchmarkSignature(b *testing.B) {
	text := strings.Join(prose(3, 5000), " ")
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		Signature(text)
	}
}

// likeness is the exact share of common shingles, what the signatures estimate.
func likeness(a, b string) float64 {
	x, y := shingles(a), shingles(b)
	common := 0
	for s := range x {
		if y[s] {
			common++
		}
	}
	if all := len(x) + len(y) - common; all > 0 {
		return float64(common) / float64(all)
	}
	return 0
}

func shingles(text string) map[string]bool {
	words := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	out := map[string]bool{}
	for i := 0; i+shingle <= len(words) || i == 0 && len(words) > 0; i++ {
		out[strings.Join(words[i:min(len(words), i+shingle)], " ")] = true
	}
	return out
}
