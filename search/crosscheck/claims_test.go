package crosscheck_test

import (
	"context"
	"os"
	"path"
	"slices"
	"strings"
	"testing"

	"averment/evidence"
	"averment/fixtures"
	"averment/ingest/extract"
	"averment/ingest/format"
	"averment/search/crosscheck"
)

// northlake reads the whole sample case, PDFs included.
func northlake(t testing.TB) (out []*evidence.Document) {
	t.Helper()
	pdf, err := format.NewPDF(os.TempDir() + "/averment-pdf")
	if err != nil {
		t.Skip("needs the PDF reader: ", err)
	}
	defer pdf.Close()
	entries, err := fixtures.Files().ReadDir("northlake")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		b, err := fixtures.Files().ReadFile(path.Join("northlake", e.Name()))
		if err != nil {
			t.Fatal(err)
		}
		r, err := format.Read(context.Background(), e.Name(), b, format.Options{PDF: pdf})
		if err != nil {
			continue
		}
		r.Document.ID = strings.TrimSuffix(e.Name(), path.Ext(e.Name()))
		r.Document.Source.Path = e.Name()
		extract.Facts(r.Document)
		out = append(out, r.Document)
	}
	return out
}

func show(t *testing.T, g *crosscheck.Groups) {
	for _, one := range g.Groups {
		t.Logf("%s docs %d indep %d undenied %v first %s: %.100q", one.ID, one.Documents, one.Independent, one.Undenied, one.First, one.Claim)
		for _, d := range one.Differences {
			t.Logf("    ! %s hard=%v %v", d.Slot, d.Hard, d.Values)
		}
		for _, c := range one.Cells {
			t.Logf("    %s ¶%d %s [%s] %.110q", c.Document, c.Paragraph, c.Stance, c.Speaker, c.Text)
		}
	}
}

func groupsOf(t *testing.T, docs []*evidence.Document) *crosscheck.Groups {
	t.Helper()
	g, err := crosscheck.Against(docs, extract.Facts).Claims(context.Background(), nil)
	if err != nil {
		t.Fatal(err)
	}
	if os.Getenv("CROSSCHECK_TRACE") != "" {
		show(t, g)
	}
	return g
}

// TestNorthlake holds what must be seen in the sample case.
func TestNorthlake(t *testing.T) {
	docs := northlake(t)
	g := groupsOf(t, docs)
	t.Run("allegations and answers", func(t *testing.T) {
		for n := 1; n <= 15; n++ {
			if !slices.ContainsFunc(g.Groups, func(one crosscheck.Group) bool {
				return hasCell(one, "01-complaint", n) && hasCell(one, "02-answer", n)
			}) {
				t.Errorf("paragraph %d has no answer beside it", n)
			}
		}
	})
	t.Run("undenied", func(t *testing.T) {
		want := map[int]bool{2: true, 3: true, 7: true, 8: true, 12: true}
		for _, one := range g.Groups {
			for n := 1; n <= 15; n++ {
				if hasCell(one, "01-complaint", n) && hasCell(one, "02-answer", n) && one.Undenied != want[n] {
					t.Errorf("paragraph %d: undenied is %v", n, one.Undenied)
				}
			}
		}
	})
	t.Run("the fine", func(t *testing.T) {
		found := map[string]bool{}
		for _, one := range g.Groups {
			for _, d := range one.Differences {
				if d.Hard && in(d, "12-courier-fine") && in(d, "13-wire-fine") {
					found[d.Slot] = true
				}
			}
		}
		if !found["amount"] || !found["date"] {
			t.Errorf("hard differences of the two reports: %v", found)
		}
	})
	t.Run("the policy", func(t *testing.T) {
		list, err := crosscheck.Against(docs, extract.Facts).Policies(context.Background(), nil)
		if err != nil {
			t.Fatal(err)
		}
		found := 0
		for _, c := range list {
			if c.Before != nil && c.After != nil {
				t.Logf("%v %.60q -> %.60q", c.Changed, c.Before.Text, c.After.Text)
			}
			if c.Changed && c.Before != nil && c.After != nil && strings.Contains(c.Before.Text, "not disclose direct messages") && strings.Contains(c.After.Text, "may share direct messages") &&
				c.FromBefore == "2024-07-15" && c.FromAfter == "2024-08-14" {
				found++
			}
		}
		if found != 1 {
			t.Errorf("%d clauses, want the change of the promise once", found)
		}
	})
}

func hasCell(g crosscheck.Group, document string, paragraph int) bool {
	return slices.ContainsFunc(g.Cells, func(c crosscheck.Cell) bool { return c.Document == document && c.Paragraph == paragraph })
}

func in(d crosscheck.Difference, document string) bool {
	return slices.ContainsFunc(d.Values, func(v crosscheck.Value) bool { return slices.Contains(v.Documents, document) })
}

// seedGroups are the claims that the saved reports share: the number of the report and a
// few words of the statement.
var seedGroups = [][]string{
	{"0 It seeks $1,000", "1 $1,000 per person", "3 it demands $1,000", "4 seeks $1,000 per"},
	{"0 an unspecified amount", "1 It demands unspecified", "3 seeks damages for breach"},
	{"0 misusing their private", "1 giving third parties access", "1 shared their private chats", "2 is accused of sharing", "2 breached its contractual", "3 sharing their private messages"},
	{"0 it has not enabled", "1 had exempted clients", "2 policies exempt users"},
	{"0 false claims with no merit", "1 false claims with no merit", "4 false claims with no merit", "2 has denied the claims", "2 allegations lack merit"},
	{"0 Given its role", "1 These communications contain"},
	{"0 hiding its actions", "3 a month later, on September", "4 concealed the actions"},
	{"0 already taken place", "3 opting out would not impact", "4 opting out will not"},
	{"1 in September 2024 to cease", "4 paused the use"},
	{"1 launched a $500 billion", "3 $500 billion investment"},
	{"1 filed the complaint on Tuesday", "3 lawsuit was filed on Tuesday"},
	{"1 attempt to “cover", "3 attempting to “cover"},
	{"1 launched a privacy setting", "1 secretly implemented", "3 introduced in August"},
	{"0 This behaviour suggests", "4 This behaviour suggests"},
	{"0 indicate a pattern", "4 indicate a pattern"},
	{"0 more than one billion", "4 over one billion"},
	{"0 $1.7bn", "4 $1.7 billion"},
}

// TestEvaluationGroups compares pairs of statements that stand in one group.
func TestEvaluationGroups(t *testing.T) {
	g := groupsOf(t, seeds(t))
	var keys []string
	gold, got := map[string]int{}, map[string]int{}
	for n, group := range seedGroups {
		for _, key := range group {
			keys = append(keys, key)
			gold[key], got[key] = n, -1-len(keys)
		}
	}
	for n, one := range g.Groups {
		for _, c := range one.Cells {
			for _, key := range keys {
				if strings.HasPrefix(key, strings.TrimPrefix(c.Document, "seed")+" ") && strings.Contains(c.Text, key[2:]) && got[key] < 0 {
					got[key] = n
				}
			}
		}
	}
	var s score
	for i, a := range keys {
		for _, b := range keys[i+1:] {
			s.count(gold[a] == gold[b], got[a] == got[b])
		}
	}
	t.Logf("pairs in groups: %v", s)
	if s.f1() < 0.75 {
		t.Error("below the aim of the page")
	}
}
