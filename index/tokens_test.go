package index

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestTokens(t *testing.T) {
	tests := []struct{ text, want string }{
		{"Don't stop", "1don't 2stop"},
		{"Texaco's case", "1texaco's 1=texaco 2case"},
		{"Texaco’s users’ ‘mail’", "1texaco's 1=texaco 2users 3mail"},
		{"good-will", "1good 2will 1=goodwill"},
		{"state-of-the-art idea", "1state 2of 3the 4art 1=stateoftheart 5idea"},
		{"non‑breaking", "1non 2breaking 1=nonbreaking"},
		{"well- known -x", "1well 2known 3x"},
		{"1:21-cv-01234", "11 221 3cv 401234 2=21cv01234"},
		{"$1,000 § 2701 U.S.C.", "11 2000 32701 4u 5s 6c"},
		{"Butler & Jones", "1butler 2jones"},
		{"Café Škoda straße ﬁling", "1cafe 2skoda 3strasse 4filing"},
		{"cafe\u0301s", "1cafes"},
		{"soft\u00adhyphen", "1softhyphen"},
		{"日本 語", "1日 2本 3語"},
		{"Привет, мир", "1привет 2мир"},
		{"snake_case a.b", "1snake 2case 3a 4b"},
		{"rock 'n' roll", "1rock 2n 3roll"},
		{"", ""},
		{"--- ''", ""},
	}
	for _, tt := range tests {
		var out []string
		for _, tok := range Tokens(tt.text) {
			mark := ""
			if tok.Alt {
				mark = "="
			}
			out = append(out, fmt.Sprintf("%d%s%s", tok.Pos, mark, tok.Text))
		}
		if got := strings.Join(out, " "); got != tt.want {
			t.Errorf("%q: %q, want %q", tt.text, got, tt.want)
		}
	}
}

func TestForms(t *testing.T) {
	tests := []struct {
		word, yes, no string
	}{
		{"contract", "contract contracts contracted contracting", "contractor contraction contra"},
		{"contracted", "contract contracts contracting", "contractor"},
		{"filing", "file files filed filing filings", "fill filling filled"},
		{"stop", "stops stopped stopping", "stoop"},
		{"stopped", "stop stops stopping", "stoop"},
		{"party", "parties", "part parts"},
		{"deny", "denies denied denying", "den dens"},
		{"breach", "breaches breached breaching", "reach"},
		{"write", "wrote written writes writing", "writ writer"},
		{"said", "say says saying", "sad"},
		{"class", "classes", "clas"},
	}
	for _, tt := range tests {
		w := formsWord(tt.word)
		for _, f := range strings.Fields(tt.yes) {
			if !w.match(f, f) || !strings.HasPrefix(f, w.prefix) {
				t.Errorf("%s~ does not find %s (prefix %q)", tt.word, f, w.prefix)
			}
		}
		for _, f := range strings.Fields(tt.no) {
			if w.match(f, f) {
				t.Errorf("%s~ finds %s", tt.word, f)
			}
		}
	}
}

func TestGlob(t *testing.T) {
	tests := []struct {
		pattern, s string
		want       bool
	}{
		{"discrim*", "discrimination", true}, {"discrim*", "discrim", true}, {"discrim*", "discri", false},
		{"*ation", "nation", true}, {"*ation", "nations", false}, {"wom?n", "women", true}, {"wom?n", "womn", false},
		{"a*b*c", "axxbyyc", true}, {"a*b*c", "axxbyy", false}, {"##", "12", true}, {"#", "a", false},
		{"?", "é", true}, {"caf?", "café", true}, {"*", "", true}, {"", "", true}, {"", "a", false},
	}
	for _, tt := range tests {
		if got := glob(tt.pattern, tt.s); got != tt.want {
			t.Errorf("glob(%q, %q) = %v", tt.pattern, tt.s, got)
		}
	}
}

func FuzzTokens(f *testing.F) {
	for _, s := range []string{"Texaco's good-will", "1:21-cv-01234", "café\u0301 日本語-x", "a\xff-\x80b", "’’'-", strings.Repeat("a-", 40)} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		last, start := 0, 0
		for _, tok := range Tokens(text) {
			switch {
			case tok.Text == "" || len(tok.Text) > maxToken+1:
				t.Fatalf("%q: form %q", text, tok.Text)
			case tok.Start < 0 || tok.End > len(text) || tok.Start >= tok.End:
				t.Fatalf("%q: bytes %d to %d", text, tok.Start, tok.End)
			case tok.Alt:
				continue
			case tok.Pos != last+1 || tok.Start < start:
				t.Fatalf("%q: position %d after %d", text, tok.Pos, last)
			}
			last, start = tok.Pos, tok.Start
			printed := text[tok.Start:tok.End]
			if utf8.ValidString(printed) && len(printed) < 40 && foldToken(printed) != tok.Text {
				t.Fatalf("%q: %q folds to %q alone, %q inside", text, printed, foldToken(printed), tok.Text)
			}
		}
	})
}

func BenchmarkTokens(b *testing.B) {
	text := strings.Repeat("The complaint says that Northlake's good-will was harmed; users don't agree. ", 200)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		n := 0
		s := scanner{text: text, emit: func(*scanner, []byte, int, int, bool) { n++ }}
		s.run(0, len(text))
	}
}
