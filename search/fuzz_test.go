package search

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"
)

// checkParse holds for every input: either an error that points into it and suggests
// what parses, or a tree that prints and parses back to itself without a warning of
// mixed operators.
func checkParse(t *testing.T, text string, d Dialect) {
	q, err := Parse(text, d)
	if err != nil {
		var e *Error
		if !errors.As(err, &e) || e.At < 0 || e.At > len(text) || e.Message == "" {
			t.Fatalf("%q: error %#v", text, err)
		}
		if _, err := Parse(e.Suggestion, d); e.Suggestion != "" && err != nil {
			t.Fatalf("%q suggests %q: %v", text, e.Suggestion, err)
		}
		return
	}
	if q.Reads() == "" {
		t.Fatalf("%q reads as nothing", text)
	}
	for _, w := range q.Warnings {
		for _, a := range w.Alternatives {
			if _, err := Parse(a.Query, d); err != nil {
				t.Fatalf("%q offers %q: %v", text, a.Query, err)
			}
		}
	}
	compile(q.Root)
	again, err := Parse(q.String(), d)
	var e *Error
	if errors.As(err, &e) && e.Code == CodeTooLarge {
		return // the print has more parentheses than the query
	}
	if err != nil {
		t.Fatalf("%q prints as %q: %v", text, q.String(), err)
	}
	if !reflect.DeepEqual(q.Root, again.Root) {
		t.Fatalf("%q prints as %q, which reads as %q", text, q.String(), again.String())
	}
	if len(again.mixedWarnings()) > 0 {
		t.Fatalf("%q prints as %q, which is still mixed", text, q.String())
	}
}

func (q *Query) mixedWarnings() []Warning {
	var out []Warning
	for _, w := range q.Warnings {
		if strings.HasPrefix(w.Message, "AND and OR meet") {
			out = append(out, w)
		}
	}
	return out
}

// pieces are what random queries are made of.
var pieces = []string{
	"apple", "pear", "Smith", "and", "OR", "NOT", "w/5", "pre/3", "not w/2", "/s", "+p", "w/page", "(", ")", `"`, `"a b"`, "-", "*", "disc*", "wom?n", "x!", "go~", "go~1", "~", "=Term",
	"atleast2(", "xfirstword", "title:", "kind:filing", "date:2024", "date:", "amount:>1k", `party("A", defendant)`, `says(A, denies, "x y")`, "1:21-cv-01234", "$1,000", "18 U.S.C. § 2701", "01/05/24", "good-will", "foo:bar", "don’t", "§", "&", "|", "é", "中文", "\u0301", "contains", "%", "12~~15", "a%b", "p==", "date(2024-01)", ",", "12(b)(6)", "“", "\x00", "2024..2025", ":",
}

func randomQuery(r *rand.Rand) string {
	var b strings.Builder
	for range 1 + r.IntN(9) {
		b.WriteString(pieces[r.IntN(len(pieces))])
		if r.IntN(5) > 0 {
			b.WriteByte(' ')
		}
	}
	return b.String()
}

func TestRandomQueries(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 20000 {
		q := randomQuery(r)
		checkParse(t, q, Averment)
		checkParse(t, q, DTSearch)
	}
}

func FuzzParse(f *testing.F) {
	for _, p := range pieces {
		f.Add(p, false)
		f.Add(p+" w/3 ("+p+" or x)", true)
	}
	f.Add(`pArtY("0"0)`, false)
	f.Add(`*'''=!0`, true)
	f.Add(`kind:( like: ""`, false)
	f.Add("a! b OR?", false)
	f.Add("a NOT?", false)
	f.Fuzz(func(t *testing.T, text string, dt bool) {
		if dt {
			checkParse(t, text, DTSearch)
		} else {
			checkParse(t, text, Averment)
		}
	})
}

// TestParseLimits gives inputs that would be deep or large.
func TestParseLimits(t *testing.T) {
	for name, text := range map[string]string{
		"parentheses": strings.Repeat("(", 5000) + "a" + strings.Repeat(")", 5000),
		"nots":        strings.Repeat("NOT ", 5000) + "a",
		"minuses":     strings.Repeat("-(", 5000) + "a" + strings.Repeat(")", 5000),
		"words":       strings.Repeat("a ", 20000),
		"bytes":       strings.Repeat("a", MaxBytes+1),
		"distances":   strings.Repeat("a w/5 ", 200) + "b",
		"pairs":       "(" + strings.Repeat("a AND ", 200) + "a) w/5 (" + strings.Repeat("b OR ", 200) + "b)",
		"phrase":      `"` + strings.Repeat("a ", 20000) + `"`,
	} {
		_, err := Parse(text, Averment)
		var e *Error
		if !errors.As(err, &e) || e.Code != CodeTooLarge {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := Parse("a\xff", Averment); err == nil {
		t.Error("invalid UTF-8 is read")
	}
	if _, err := Parse("a", "latin"); err == nil {
		t.Error("an unknown dialect is read")
	}
}

func BenchmarkParse(b *testing.B) {
	for name, text := range map[string]string{
		"short": `"breach of contract" w/10 (damages OR remed*)`,
		"kB":    strings.Repeat(`(apple OR "clear and convincing") w/5 18 U.S.C. § 2701 AND date:2024 -x `, 14),
		"nears": strings.Repeat("a w/5 b w/3 ", 40) + "a",
		"cites": strings.Repeat("1 A. B. C. D. ", 70),
		"marks": strings.Repeat("§ -- ;", 160) + "a",
		"mixed": strings.Repeat("(a OR b AND c) ", 66),
		"deep":  strings.Repeat("(a OR ", 60) + "b" + strings.Repeat(")", 60),
	} {
		b.Run(fmt.Sprintf("%s-%dB", name, len(text)), func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				if _, err := Parse(text, Averment); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
