package crosscheck_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"averment/evidence"
	"averment/ingest/extract"
	"averment/search/crosscheck"
)

// tale is an invented report of a claim: f is for it, a against it, o only observes it.
type tale struct {
	claim, gold, headline, body string
}

// eachUnderClaim gives each line of a file with the claim before it, which stands after "# ".
func eachUnderClaim(t *testing.T, file string, visit func(claim, line string)) {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	claim := ""
	for line := range strings.Lines(string(text)) {
		line = strings.TrimSpace(line)
		if rest, ok := strings.CutPrefix(line, "# "); ok {
			claim = rest
		} else if line != "" {
			visit(claim, line)
		}
	}
}

// readTales reads claims with reports: a letter and the headline in a line, the body in the
// next.
func readTales(t *testing.T, file string) (out []tale) {
	t.Helper()
	eachUnderClaim(t, file, func(claim, line string) {
		if len(line) > 2 && line[1] == ' ' && strings.Contains("fao", line[:1]) && (len(out) == 0 || out[len(out)-1].body != "") {
			out = append(out, tale{claim: claim, gold: line[:1], headline: line[2:]})
		} else {
			out[len(out)-1].body = line
		}
	})
	return out
}

// stanceOf is what the first verdict on a text says of its stance.
func stanceOf(t *testing.T, claim, text string) string {
	t.Helper()
	c := crosscheck.Against([]*evidence.Document{report("doc", "", text, "2024-03-05")}, extract.Facts)
	a, err := c.Claim(context.Background(), claim, crosscheck.CheckOptions{})
	if err != nil {
		t.Fatal(err)
	}
	if list := a.Sentences[0].Verdicts; len(list) > 0 {
		switch list[0].Verdict {
		case crosscheck.Asserts:
			return "f"
		case crosscheck.Denies:
			return "a"
		}
	}
	return "o"
}

// macroF1 scores stances: the mean of the F1 of each.
func macroF1(t *testing.T, list []tale, text func(tale) string) float64 {
	t.Helper()
	scores := map[string]*score{"f": {}, "a": {}, "o": {}}
	for _, x := range list {
		got := stanceOf(t, x.claim, text(x))
		for k, s := range scores {
			s.count(x.gold == k, got == k)
		}
		if got != x.gold {
			t.Logf("%s want %s: %s | %s", got, x.gold, x.claim, x.headline)
		}
	}
	sum := 0.0
	for k, s := range scores {
		t.Logf("%s: %v", k, *s)
		sum += s.f1()
	}
	return sum / float64(len(scores))
}

// TestEvaluationStances asks what invented reports do with a rumour: say so, say that it is
// not so, or only pass it on. A judge who always gives one answer has a macro F1 of .17.
func TestEvaluationStances(t *testing.T) {
	files, err := filepath.Glob("testdata/tenor*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no reports", err)
	}
	for _, f := range files {
		list := readTales(t, f)
		t.Run(filepath.Base(f)+" headline", func(t *testing.T) {
			if got := macroF1(t, list, func(x tale) string { return x.headline }); got < 0.8 {
				t.Errorf("macro F1 %.3f", got)
			}
		})
		t.Run(filepath.Base(f)+" whole", func(t *testing.T) {
			if got := macroF1(t, list, func(x tale) string { return x.headline + "\n\n" + x.body }); got < 0.85 {
				t.Errorf("macro F1 %.3f", got)
			}
		})
	}
}
