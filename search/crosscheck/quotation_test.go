package crosscheck_test

import (
	"context"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"strings"
	"testing"
	"unicode"

	"averment/evidence"
	"averment/fixtures"
	"averment/ingest/extract"
	"averment/ingest/format"
	"averment/search/crosscheck"
)

// sample reads the files of the sample case that have text without a PDF reader.
func sample(t testing.TB, names ...string) (out []*evidence.Document) {
	t.Helper()
	for _, name := range names {
		b, err := fs.ReadFile(fixtures.Files(), name)
		if err != nil {
			t.Fatal(err)
		}
		r, err := format.Read(context.Background(), name, b, format.Options{})
		if err != nil {
			t.Fatal(err)
		}
		r.Document.ID = name
		r.Document.Source.Path = name
		extract.Facts(r.Document)
		out = append(out, r.Document)
	}
	return out
}

var reports = []string{"linkedin/1-security-digest.html", "linkedin/2-continent-tech.txt", "linkedin/3-brief.txt", "linkedin/4-wire-rewrite.txt", "linkedin/5-daily.html",
	"northlake/08-faq.html", "northlake/12-courier-fine.html", "northlake/13-wire-fine.txt"}

// said is a sentence of a document, to make quotations of.
type said struct {
	doc   *evidence.Document
	words []string
}

func sentencesOf(docs []*evidence.Document) (out []said) {
	for _, d := range docs {
		for _, p := range d.Pages {
			for _, r := range p.Sentences {
				text := p.Text[r.Start:r.End]
				if words := strings.Fields(text); len(words) >= 12 && !strings.ContainsAny(text, "“”\"[]…‘()") && !strings.Contains(text, "...") {
					out = append(out, said{d, words})
				}
			}
		}
	}
	return out
}

// alterations make a quotation of a sentence, and say what must be found of it.
var alterations = []struct {
	name, want string
	make       func(r *rand.Rand, s said, all []said) string
}{
	{"exact", "exact", func(r *rand.Rand, s said, _ []said) string { return strings.Join(cutOf(r, s), " ") }},
	{"word changed", "altered", func(r *rand.Rand, s said, _ []said) string {
		w := cutOf(r, s)
		w[1+r.IntN(len(w)-2)] = "zebra"
		return strings.Join(w, " ")
	}},
	{"word dropped", "altered", func(r *rand.Rand, s said, _ []said) string {
		w := cutOf(r, s)
		i := 1 + r.IntN(len(w)-2)
		return strings.Join(append(w[:i:i], w[i+1:]...), " ")
	}},
	{"word added", "altered", func(r *rand.Rand, s said, _ []said) string {
		w := cutOf(r, s)
		i := 1 + r.IntN(len(w)-2)
		return strings.Join(append(append(w[:i:i], "evidently"), w[i:]...), " ")
	}},
	{"order", "altered", func(r *rand.Rand, s said, _ []said) string {
		w := cutOf(r, s)
		for i := 1; i+1 < len(w); i++ {
			if plainWord(w[i]) != plainWord(w[i+1]) {
				w[i], w[i+1] = w[i+1], w[i]
				break
			}
		}
		return strings.Join(w, " ")
	}},
	{"ellipsis", "marked-change", func(r *rand.Rand, s said, _ []said) string {
		w := cutOf(r, s)
		return strings.Join(w[:3], " ") + [3]string{" … ", "... ", " . . . "}[r.IntN(3)] + strings.Join(w[len(w)-3:], " ")
	}},
	{"brackets", "marked-change", func(r *rand.Rand, s said, _ []said) string {
		w := cutOf(r, s)
		w[2+r.IntN(len(w)-4)] = "[the firm]"
		return strings.Join(w, " ")
	}},
	{"splice", "spliced", func(r *rand.Rand, s said, all []said) string {
		other := all[r.IntN(len(all))]
		for strings.Join(other.words, " ") == strings.Join(s.words, " ") {
			other = all[r.IntN(len(all))]
		}
		return strings.Join(s.words[:5], " ") + " " + strings.Join(other.words[len(other.words)-5:], " ")
	}},
}

// cutOf takes eight to twelve words running of a sentence.
func cutOf(r *rand.Rand, s said) []string {
	n := 8 + r.IntN(5)
	i := r.IntN(len(s.words) - n + 1)
	return append([]string(nil), s.words[i:i+n]...)
}

func plainWord(w string) string {
	return strings.ToLower(strings.TrimFunc(w, func(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsDigit(c) }))
}

// TestQuotationAlterations makes a thousand alterations of sentences of the sample case
// and counts how many are named right.
func TestQuotationAlterations(t *testing.T) {
	docs := sample(t, reports...)
	c := crosscheck.Against(docs, extract.Facts)
	all := sentencesOf(docs)
	r := rand.New(rand.NewPCG(11, 7))
	right, total := 0, 0
	named := map[string]int{}
	for n := range 1000 {
		kind := alterations[n%len(alterations)]
		quote := kind.make(r, all[r.IntN(len(all))], all)
		quote = strings.TrimRight(quote, ".,;")
		total++
		if got := resultOf(t, c, "A passer-by wrote: “"+quote+"”."); got == kind.want {
			right++
		} else if named[kind.name]++; named[kind.name] < 4 {
			t.Logf("%s: got %s for %q", kind.name, got, quote)
		}
	}
	t.Logf("%d of %d named right, missed: %v", right, total, named)
	if float64(right) < 0.99*float64(total) {
		t.Error("fewer than 99 in 100")
	}
}

func resultOf(t *testing.T, c *crosscheck.Checker, text string) string {
	t.Helper()
	a, err := c.Claim(context.Background(), text, crosscheck.CheckOptions{})
	if err != nil {
		t.Fatal(err)
	}
	if len(a.Sentences) != 1 || len(a.Sentences[0].Quotations) != 1 {
		return fmt.Sprintf("%d quotations", len(a.Sentences[0].Quotations))
	}
	return a.Sentences[0].Quotations[0].Result
}

// TestQuotationSpeakers puts quotations of the sample case into the mouths of those who
// said them, and of somebody else.
func TestQuotationSpeakers(t *testing.T) {
	docs := sample(t, reports...)
	c := crosscheck.Against(docs, extract.Facts)
	n := 0
	for _, d := range docs {
		for _, q := range d.Quotations {
			if q.Scare || q.Speaker == "" || len(strings.Fields(q.Text)) < 4 || strings.ContainsAny(q.Text, "“”") {
				continue
			}
			n++
			text := strings.TrimRight(q.Text, ".,;")
			for speaker, want := range map[string]string{q.Speaker: "exact", "Zelda Morrow": "wrong-speaker"} {
				if got := resultOf(t, c, "“"+text+",” said "+speaker+"."); got != want {
					t.Errorf("%q said by %s: %s, want %s", text, speaker, got, want)
				}
			}
		}
	}
	if n < 5 {
		t.Errorf("only %d quotations", n)
	}
}

// TestQuotationText holds what is normalised before words are compared, and what is not.
func TestQuotationText(t *testing.T) {
	page := func(n int, text string, state evidence.PageState, furniture ...evidence.Range) evidence.Page {
		return evidence.Page{Number: n, Text: text, State: state, Furniture: furniture}
	}
	tests := []struct {
		name  string
		pages []evidence.Page
		quote string
		want  string
	}{
		{"hyphen at the end of a line", []evidence.Page{page(1, "The board exam-\nined every tank in the yard.", evidence.PageText)}, "examined every tank in the yard", "exact"},
		{"compound at the end of a line", []evidence.Page{page(1, "It was a class-\naction suit of the dock workers.", evidence.PageText)}, "a class-action suit of the dock workers", "exact"},
		{"ligatures and quotes", []evidence.Page{page(1, "The o\ufb03cer didn\u2019t \ufb01le the report in time.", evidence.PageText)}, "officer didn't file the report in time", "exact"},
		{"page break with a footer", []evidence.Page{page(1, "The master saw the leak and\nPage 1", evidence.PageText, evidence.Range{Start: 28, End: 34}), page(2, "told nobody of it until noon.", evidence.PageText)}, "saw the leak and told nobody of it", "exact"},
		{"scanned letters", []evidence.Page{page(1, "The rnaster saw the 1eak and told nobody.", evidence.PageOCR)}, "master saw the leak and told nobody", "exact"},
		{"the same letters in text are another word", []evidence.Page{page(1, "The modern yard saw the leak and told nobody.", evidence.PageText)}, "The modem yard saw the leak and told nobody", "altered"},
		{"a figure", []evidence.Page{page(1, "We paid $1,250 for each of the tanks.", evidence.PageText)}, "We paid $1,350 for each of the tanks", "altered"},
		{"a changed capital in brackets", []evidence.Page{page(1, "On Monday the tanks were full of oil.", evidence.PageText)}, "[T]he tanks were full of oil", "marked-change"},
		{"nothing like it", []evidence.Page{page(1, "On Monday the tanks were full of oil.", evidence.PageText)}, "Ferries run late in the winter months", "not-found"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			d := &evidence.Document{ID: "a", Kind: evidence.Other, Pages: tt.pages}
			c := crosscheck.Against([]*evidence.Document{d}, extract.Facts)
			if got := resultOf(t, c, "He wrote: “"+tt.quote+"”."); got != tt.want {
				t.Errorf("got %s, want %s", got, tt.want)
			}
		})
	}
}
