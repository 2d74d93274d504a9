package extract

import (
	"os"
	"strings"
	"testing"

	"averment/evidence"
)

// citedParts prints a citation as testdata/citations.tsv does.
func citedParts(c evidence.Citation) string {
	switch c.Type {
	case "id", "supra", "reference", "unknown", "docket":
		if c.Pin == "" {
			return c.Type
		}
		return c.Type + " " + c.Pin
	}
	return c.Type + " " + c.Volume + "|" + c.Reporter + "|" + c.Page
}

func TestCitationTable(t *testing.T) {
	data, err := os.ReadFile("testdata/citations.tsv")
	if err != nil {
		t.Fatal(err)
	}
	cases := 0
	for line := range strings.Lines(string(data)) {
		line = strings.TrimRight(line, "\n")
		if line == "" || line[0] == '#' {
			continue
		}
		cases++
		text, want, _ := strings.Cut(line, "\t")
		var got []string
		for _, c := range citations(strings.ReplaceAll(text, `\n`, "\n")) {
			got = append(got, citedParts(c))
		}
		if g := strings.Join(got, "; "); g != want {
			t.Errorf("%s\n got %s\nwant %s", text, g, want)
		}
	}
	if cases < 300 {
		t.Errorf("%d cases in testdata/citations.tsv, want 300 or more", cases)
	}
}

// Texts of one endless sentence come from broken files: time must grow with their length.
func TestCitationsOfEndlessSentences(t *testing.T) {
	for _, part := range []string{"2 U.S. 15, ", "Hale v. Orr, 2 U.S. 15 (1982). Hale at 5. ", "from 1979 to "} {
		doc := facts(strings.Repeat(part, 100_000/len(part)))
		if strings.Contains(part, "U.S.") && len(doc.Citations) < 1000 {
			t.Errorf("%q: %d citations", part, len(doc.Citations))
		}
	}
}
