package extract_test

import (
	"os"
	"strings"
	"testing"

	"averment/evidence"
	"averment/ingest/extract"
)

// The cases of testdata/suing are invented openings of news reports, one for every way in which English
// names the side that sues: a paragraph, and behind "=" the plaintiffs, a bar, and the defendants, each
// list with semicolons. a|b are alternatives where no blank stands about the bar; "?" marks a name that
// need not be found.
type suingCase struct {
	text  string
	sides [2][]string
}

func readSuing(t *testing.T, file string) []suingCase {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var out []suingCase
	for part := range strings.SplitSeq(string(data), "\n\n") {
		text, gold, ok := strings.Cut(strings.TrimSpace(part), "\n=")
		if !ok {
			continue
		}
		one := suingCase{text: text}
		for i, list := range strings.SplitN(strings.TrimSpace(gold)+" ", "| ", 2) {
			for name := range strings.SplitSeq(list, ";") {
				if name = strings.TrimSpace(name); name != "" {
					one.sides[i] = append(one.sides[i], name)
				}
			}
		}
		out = append(out, one)
	}
	return out
}

// suingFloors are the least precision and recall of the sides.
var suingFloors = [2][2]float64{{.95, .88}, {.96, .82}}

func TestWhoSues(t *testing.T) {
	total := [2]score{}
	for _, one := range readSuing(t, "testdata/suing/frames.txt") {
		doc := &evidence.Document{Pages: []evidence.Page{{Number: 1, Text: one.text + "\n", State: evidence.PageText}}}
		extract.Facts(doc)
		for i, role := range []string{"plaintiff", "defendant"} {
			one.scoreSide(t, doc, i, role, &total[i])
		}
	}
	for i, role := range []string{"plaintiff", "defendant"} {
		t.Logf("%-10s %s", role, &total[i])
		if s := total[i]; ratio(s.right, s.found) < suingFloors[i][0] || ratio(s.right, s.wanted) < suingFloors[i][1] {
			t.Errorf("%s: %s is below %v", role, &s, suingFloors[i])
		}
	}
}

// scoreSide counts one side of one case.
func (one suingCase) scoreSide(t *testing.T, doc *evidence.Document, i int, role string, sc *score) {
	used := map[string]bool{}
	for _, want := range one.sides[i] {
		hit := false
		for _, p := range doc.Parties {
			if !p.Proposed && sideHas(p, role) && suingName(want, p) && !used[p.Name] {
				hit, used[p.Name] = true, true
				break
			}
		}
		if strings.HasSuffix(want, "?") {
			continue
		}
		sc.wanted++
		sc.right += btoi(hit)
		sc.found += btoi(hit)
		if !hit {
			t.Logf("no %s %s in: %s", role, want, one.text)
		}
	}
	for _, p := range doc.Parties {
		if !p.Proposed && p.Type != evidence.Group && sideHas(p, role) && !used[p.Name] {
			sc.found++
			t.Logf("wrong %s %s (%s) in: %s", role, p.Name, p.Basis, one.text)
		}
	}
}

// sideHas says whether a party stands on the side, under whichever name its court gives it.
func sideHas(p evidence.Party, role string) bool {
	return p.HasRole(role) || role == "plaintiff" && (p.HasRole("petitioner") || p.HasRole("appellant")) || role == "defendant" && p.HasRole("respondent")
}

func suingName(want string, p evidence.Party) bool {
	for name := range strings.SplitSeq(strings.ReplaceAll(want, "?", ""), "|") {
		if sameName(name, p) {
			return true
		}
	}
	return false
}

// Who stands in a list before a semicolon is sued with the others; a place that joins something else, and
// the head of an office, bring no suit.
func TestSidesTaken(t *testing.T) {
	tests := []struct{ text, name, role, not string }{
		{"Ana Ruiz sued Harbor Corp, Pipeco Inc and Ray Hall on Monday; the judge will hear the case in May.", "Ray Hall", "defendant", ""},
		{"The plaintiffs are Ana Ruiz, 83, who uses a wheelchair; Ray Hall, a veteran; and the Harbor Tenants Union. They sued Pipeco Inc.", "Ray Hall", "plaintiff", ""},
		{"The lawsuit was filed on Monday. Poland joined the European Union in 2004, the complaint says. Ana Ruiz sued Harbor Corp.", "Poland", "", "plaintiff"},
		{"Ana Ruiz sued Harbor Corp. Oregon joined the lawsuit on Tuesday.", "Oregon", "plaintiff", ""},
		{"Ana Ruiz sued Harbor Corp. The Office of Dana Nessel declined to comment. Dana Nessel said she would not intervene in the lawsuit.", "Dana Nessel", "", "plaintiff"},
		{"Ana Ruiz worked for Harbor Corp for nine years. The Competition Appeal Tribunal will hear a claim about prices.", "Ana Ruiz", "", "plaintiff"},
		{"Ana Ruiz worked for Harbor Corp for nine years before she was sacked. A tribunal ruled the dismissal unfair.", "Ana Ruiz", "plaintiff", ""},
	}
	for _, tt := range tests {
		doc := &evidence.Document{Pages: []evidence.Page{{Number: 1, Text: tt.text, State: evidence.PageText}}}
		extract.Facts(doc)
		found := false
		for _, p := range doc.Parties {
			if p.Name != tt.name {
				continue
			}
			found = true
			if tt.role != "" && !p.HasRole(tt.role) || tt.not != "" && p.HasRole(tt.not) {
				t.Errorf("%s is %v in: %s", tt.name, p.Roles, tt.text)
			}
		}
		if !found && tt.role != "" {
			t.Errorf("no %s in: %s", tt.name, tt.text)
		}
	}
}
