package search

import (
	"context"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"averment/evidence"
	"averment/index"
)

// sharedCase holds the saved pages beside the module, as plain text.
func sharedCase(t *testing.T) *memory {
	t.Helper()
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			break
		}
		if dir == filepath.Dir(dir) {
			t.Fatal("no go.mod above the test")
		}
		dir = filepath.Dir(dir)
	}
	files, err := filepath.Glob(filepath.Join(dir, "..", "shared", "seeds", "*.txt"))
	if err != nil {
		t.Fatal(err)
	}
	if len(files) == 0 {
		if os.Getenv("AVERMENT_REQUIRE_SHARED") == "1" {
			t.Fatal("no files in ../shared/seeds")
		}
		t.Skip("needs ../shared/seeds, saved news pages as text")
	}
	m := &memory{}
	for _, f := range files {
		raw, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		body := strings.ToValidUTF8(strings.ReplaceAll(string(raw), "\x00", ""), string(utf8.RuneError))
		m.add(filepath.Base(f), &evidence.Document{Kind: evidence.Article, Pages: text(body)})
	}
	return m
}

// TestSharedPhrases takes random phrases and pairs of words out of real pages and looks
// for them: each finds the pages whose words say so.
func TestSharedPhrases(t *testing.T) {
	m := sharedCase(t)
	e := m.engine(t)
	tokens := make([][]string, len(m.docs))
	for i, d := range m.docs {
		for _, k := range index.Tokens(d.Pages[0].Text) {
			if !k.Alt {
				tokens[i] = append(tokens[i], k.Text)
			}
		}
	}
	r := rand.New(rand.NewPCG(5, 5))
	for range 300 {
		list := tokens[r.IntN(len(tokens))]
		at, n := r.IntN(len(list)-12), 2+r.IntN(3)
		phrase := list[at : at+n]
		check(t, m, e, `"`+strings.Join(phrase, " ")+`"`, tokens, func(w []string) bool { return hasRun(w, phrase) })
		a, b := list[at], list[at+1+r.IntN(10)]
		if a != b && plain(a) && plain(b) {
			check(t, m, e, `"`+a+`" w/4 "`+b+`"`, tokens, func(w []string) bool { return hasNear(w, a, b, 4) })
		}
	}
}

// plain words have one form; others may also stand at a position under another form.
func plain(w string) bool { return strings.Trim(w, "abcdefghijklmnopqrstuvwxyz") == "" }

func check(t *testing.T, m *memory, e *Engine, query string, tokens [][]string, holds func([]string) bool) {
	t.Helper()
	var want []string
	for i, d := range m.docs {
		if holds(tokens[i]) {
			want = append(want, m.names[d.ID])
		}
	}
	a, err := e.Search(context.Background(), Request{Query: query, Limit: 100})
	if err != nil {
		t.Errorf("%s: %v", query, err)
		return
	}
	var got []string
	for _, h := range a.Hits {
		got = append(got, m.names[h.ID])
		if len(h.Excerpts) == 0 || len(h.Excerpts[0].Marks) == 0 {
			t.Errorf("%s: nothing is marked in %s", query, m.names[h.ID])
		}
	}
	slices.Sort(got)
	slices.Sort(want)
	// Possessives and joined forms stand at positions of other words, so more may be found.
	for _, w := range want {
		if !slices.Contains(got, w) {
			t.Errorf("%s: found %v, want %v", query, got, want)
		}
	}
}

func hasRun(words, run []string) bool {
	for i := 0; i+len(run) <= len(words); i++ {
		if slices.Equal(words[i:i+len(run)], run) {
			return true
		}
	}
	return false
}

func hasNear(words []string, a, b string, n int) bool {
	for i, w := range words {
		if w == a && (slices.Contains(words[max(0, i-n):i], b) || slices.Contains(words[i+1:min(len(words), i+n+1)], b)) {
			return true
		}
	}
	return false
}
