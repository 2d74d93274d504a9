package extract

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"averment/evidence"
)

// leastCaptions is the F1 below which the reading of captions has become worse.
const leastCaptions = 0.85

// sideRoles are the roles that a caption gives.
var sideRoles = []string{"plaintiff", "defendant", "petitioner", "respondent", "appellant", "appellee", "judge"}

// TestEvaluationCaptions scores court, docket, type, and parties in their roles on invented
// first pages of many kinds of papers. A paper begins with lines "key value", up to a rule.
func TestEvaluationCaptions(t *testing.T) {
	files, err := filepath.Glob("testdata/captions/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no captions", err)
	}
	var parties, head score
	for _, file := range files {
		raw, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		gold, text, _ := strings.Cut(string(raw), "----\n")
		name := strings.TrimSuffix(filepath.Base(file), ".txt")
		doc := facts(text)
		var wantHead, wantParties []string
		for _, l := range strings.Split(strings.TrimSpace(gold), "\n") {
			if key, value, _ := strings.Cut(l, " "); slices.Contains(sideRoles, key) {
				wantParties = append(wantParties, key+" "+plainName(value))
			} else {
				wantHead = append(wantHead, key+" "+value)
			}
		}
		head.add(t, name, headFacts(doc, gold), wantHead)
		parties.add(t, name, sideFacts(doc, gold), wantParties)
	}
	t.Logf("court, docket, type     %s", head)
	t.Logf("parties in their roles  %s", parties)
	if f := parties.f1(); f < leastCaptions {
		t.Errorf("parties: F1 %.2f is below %.2f", f, leastCaptions)
	}
}

// headFacts are those facts of the head that the gold speaks of.
func headFacts(doc *evidence.Document, gold string) (out []string) {
	if doc.Docket == nil {
		doc.Docket = &evidence.Docket{}
	}
	if doc.Filing == nil {
		doc.Filing = &evidence.Caption{}
	}
	for key, value := range map[string]string{"court": doc.Filing.Court, "docket": strings.TrimRight(doc.Docket.Number, " "), "type": doc.Filing.Type} {
		if value != "" && strings.Contains("\n"+gold, "\n"+key+" ") {
			out = append(out, key+" "+value)
		}
	}
	for i, v := range out { // the initials of the judge behind a docket number are no part of the question
		if want, ok := strings.CutPrefix(v, "docket "); ok {
			for _, l := range strings.Split(gold, "\n") {
				if g, is := strings.CutPrefix(l, "docket "); is && strings.HasPrefix(want, g) && len(want) < len(g)+12 {
					out[i] = "docket " + g
				}
			}
		}
	}
	return out
}

func sideFacts(doc *evidence.Document, gold string) (out []string) {
	for _, p := range doc.Parties {
		for _, role := range p.Roles {
			if slices.Contains(sideRoles, role) && !p.Proposed && (role != "judge" || strings.Contains(gold, "judge ")) {
				out = append(out, role+" "+plainName(p.Name))
			}
		}
	}
	return out
}

// plainName is a name without what may be printed either way: case, stops, commas.
func plainName(name string) string {
	return strings.Join(strings.Fields(strings.ToLower(strings.NewReplacer(",", "", ".", "").Replace(name))), " ")
}

// score counts what was found of what was wanted.
type score struct{ right, found, wanted int }

func (s *score) add(t *testing.T, name string, got, want []string) {
	for _, g := range got {
		if slices.Contains(want, g) {
			s.right++
		} else if testing.Verbose() {
			t.Logf("%s: extra %q", name, g)
		}
	}
	for _, w := range want {
		if !slices.Contains(got, w) && testing.Verbose() {
			t.Logf("%s: missing %q", name, w)
		}
	}
	s.found, s.wanted = s.found+len(got), s.wanted+len(want)
}

func (s score) f1() float64 {
	if s.found+s.wanted == 0 {
		return 0
	}
	return 2 * float64(s.right) / float64(s.found+s.wanted)
}

func (s score) String() string {
	return fmt.Sprintf("P %.2f  R %.2f  F1 %.2f  (%d of %d found, %d wanted)", float64(s.right)/float64(max(1, s.found)), float64(s.right)/float64(max(1, s.wanted)), s.f1(), s.right, s.found, s.wanted)
}
