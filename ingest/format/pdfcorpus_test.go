package format

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"averment/evidence"
)

// corpus finds the court PDFs beside the project.
func corpus(t testing.TB) []string {
	t.Helper()
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for dir != filepath.Dir(dir) {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			break
		}
		dir = filepath.Dir(dir)
	}
	files, err := filepath.Glob(filepath.Join(dir, "..", "shared", "corpus", "filings", "*.pdf"))
	if err != nil {
		t.Fatal(err)
	}
	if len(files) == 0 {
		if os.Getenv("AVERMENT_REQUIRE_SHARED") == "1" {
			t.Fatal("needs ../shared/corpus/filings")
		}
		t.Skip("needs ../shared/corpus/filings")
	}
	return files
}

func readFiling(t testing.TB, file string, o Options) *evidence.Document {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	o.PDF = testPDF(t)
	res, err := readPDF(context.Background(), filepath.Base(file), data, o)
	if err != nil {
		t.Fatalf("%s: %v", file, err)
	}
	return res.Document
}

// TestFilingStamps checks what the stamps of real filings say. The courts are those of
// the file names.
func TestFilingStamps(t *testing.T) {
	want := map[string]evidence.Docket{
		"ca10_010110462922":                      {Number: "21-800", Core: "2100800", Court: "ca10", Entry: "010110462922"},
		"ca1_00117684624":                        {Number: "20-1507", Core: "2001507", Court: "ca1", Entry: "00117684624"},
		"ca2_1-1":                                {Number: "17-3510", Core: "1703510", Court: "ca2", Entry: "1-1"},
		"ca3_003112692106":                       {Number: "17-2678", Core: "1702678", Court: "ca3", Entry: "003112692106"},
		"ca4_17":                                 {Number: "17-2218", Core: "1702218", Court: "ca4", Entry: "17"},
		"ca5_00516242060":                        {Number: "21-50498", Core: "2150498", Court: "ca5", Entry: "00516242060"},
		"ca6_1-3":                                {Number: "17-3994", Core: "1703994", Court: "ca6", Entry: "1-3"},
		"ca7_3":                                  {Number: "17-2400", Core: "1702400", Court: "ca7", Entry: "3"},
		"ca9_19":                                 {Number: "20-16276", Core: "2016276", Court: "ca9", Entry: "19"},
		"cafc_3":                                 {Number: "14-1326", Core: "1401326", Court: "cafc", Entry: "3"},
		"gov.uscourts.ca1.12-2209.00106475093.0": {Number: "12-2209", Core: "1202209", Court: "ca1", Entry: "00116475093"},
		"gov.uscourts.cacd.652774.40.0":          {Number: "8:16-cv-01261", Core: "1601261", Court: "cacd", Entry: "40"},
	}
	for _, file := range corpus(t) {
		name := strings.TrimSuffix(filepath.Base(file), ".pdf")
		d := readFiling(t, file, Options{})
		expected, stamped := want[name]
		if !stamped {
			if d.Docket != nil {
				t.Errorf("%s: docket %+v", name, d.Docket)
			}
			continue
		}
		if d.Docket == nil || d.Docket.Filed == nil {
			t.Errorf("%s: docket %+v", name, d.Docket)
			continue
		}
		got := *d.Docket
		got.Filed = nil
		if got != expected {
			t.Errorf("%s: docket %+v", name, got)
		}
		for i, p := range d.Pages {
			if p.Stamp == nil || p.Stamp.Page != i+1 || p.Stamp.Range.Len() == 0 {
				t.Errorf("%s page %d: stamp %+v", name, i+1, p.Stamp)
			}
		}
	}
}

// TestWordsAgainstPdftotext compares the words of each filing with those of another
// reader.
func TestWordsAgainstPdftotext(t *testing.T) {
	if _, err := exec.LookPath("pdftotext"); err != nil {
		t.Skip("needs pdftotext")
	}
	var scores []float64
	for _, file := range corpus(t) {
		d := readFiling(t, file, Options{})
		reference, err := exec.Command("pdftotext", file, "-").Output()
		if err != nil {
			t.Fatal(err)
		}
		var text strings.Builder
		for _, p := range d.Pages {
			text.WriteString(p.Text + "\n")
		}
		f1 := wordF1(text.String(), string(reference))
		scores = append(scores, f1)
		if f1 < 0.97 {
			t.Errorf("%s: word F1 %.4f", filepath.Base(file), f1)
		}
	}
	slices.Sort(scores)
	t.Logf("word F1: median %.4f, worst %.4f", scores[len(scores)/2], scores[0])
	if m := scores[len(scores)/2]; m < 0.99 {
		t.Errorf("median word F1 %.4f", m)
	}
}

// TestMargin checks that the numbers of pleading paper are no part of the body.
func TestMarginOfFiling(t *testing.T) {
	for _, file := range corpus(t) {
		if !strings.Contains(file, "cacd.652774") {
			continue
		}
		for _, p := range readFiling(t, file, Options{}).Pages {
			for _, par := range paragraphsOf(p) {
				for line := range strings.SplitSeq(par, "\n") {
					if n := strings.TrimSpace(line); len(n) <= 2 && atoi(n) > 0 {
						t.Errorf("page %d: the line number %s is in the body", p.Number, n)
					}
				}
			}
			if !slices.ContainsFunc(furnitureOf(p), func(f string) bool { return strings.HasPrefix(f, "1 2 3 ") && strings.HasSuffix(f, " 28") }) {
				t.Errorf("page %d: furniture %q", p.Number, furnitureOf(p))
			}
		}
	}
}

// TestOffsets checks the invariants of every page of the corpus.
func TestOffsets(t *testing.T) {
	for _, file := range corpus(t) {
		for _, p := range readFiling(t, file, Options{}).Pages {
			last := 0
			for _, f := range p.Furniture {
				if f.Start < last || f.End <= f.Start || f.End > len(p.Text) {
					t.Errorf("%s page %d: furniture %v", file, p.Number, p.Furniture)
				}
				last = f.End
			}
			for _, at := range p.Paragraphs {
				if p.InFurniture(evidence.Range{Start: at, End: at + 1}) {
					t.Errorf("%s page %d: a paragraph begins in furniture at %d", file, p.Number, at)
				}
			}
			end := 0
			for _, b := range p.Layout.Boxes {
				if b.Start < end || strings.ContainsAny(p.Text[b.Start:b.End], " \n") {
					t.Fatalf("%s page %d: box %+v", file, p.Number, b)
				}
				end = b.End
			}
		}
	}
}

func BenchmarkReadPDF(b *testing.B) {
	files := corpus(b)
	pages := 0
	for b.Loop() {
		for _, f := range files {
			pages += len(readFiling(b, f, Options{}).Pages)
		}
	}
	b.ReportMetric(float64(pages)/b.Elapsed().Seconds(), "pages/s")
}
