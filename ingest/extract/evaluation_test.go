package extract_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strconv"
	"strings"
	"testing"

	"averment/evidence"
	"averment/ingest/extract"
	"averment/ingest/format"
)

// The gold of the evaluation stands in testdata/evaluation: NAME.gold beside NAME.txt, or
// seed-PREFIX.gold for a report in ../shared/seeds. A line holds a kind and its fields,
// parted by tabs; | parts alternatives, ? is an unresolved date:
//
//	published	2025-01-24
//	kind	article                 kind of the document; form complaint for a pleading
//	date	Tuesday night	2025-01-21
//	amount	1000 USD /person <bound> for relief [law]
//	quote	opening words	speaker       or scare
//	say	cue	speaker	stance
type gold struct {
	name, published, kind, form, publisher string
	rows                                   [][]string
}

// score counts what was found, what should have been, and what agrees.
type score struct{ right, found, wanted int }

func (s score) String() string {
	p, r := ratio(s.right, s.found), ratio(s.right, s.wanted)
	f := 0.0
	if p+r > 0 {
		f = 2 * p * r / (p + r)
	}
	return fmt.Sprintf("P %.2f  R %.2f  F1 %.2f  (%d of %d found, %d wanted)", p, r, f, s.right, s.found, s.wanted)
}

func (s score) f1() float64 { return ratio(2*s.right, s.found+s.wanted) }

func ratio(a, b int) float64 {
	if b == 0 {
		return 0
	}
	return float64(a) / float64(b)
}

// floors are the F1 below which a kind has got worse.
var floors = map[string]float64{"dates": .9, "amounts": .9, "amounts: what for": .85, "amounts: law": .8,
	"quotations: speaker": .9, "attribution: cue and speaker": .85, "attribution: stance": .85}

func TestEvaluation(t *testing.T) {
	files, err := filepath.Glob("testdata/evaluation/*.gold")
	if err != nil || len(files) == 0 {
		t.Fatal("no gold in testdata/evaluation", err)
	}
	total := map[string]*score{}
	for _, file := range files {
		g := readGold(t, file)
		doc := g.document(t)
		if doc == nil {
			continue
		}
		extract.Facts(doc)
		one := map[string]*score{}
		g.compare(t, doc, one)
		for kind, s := range one {
			if total[kind] == nil {
				total[kind] = &score{}
			}
			total[kind].right += s.right
			total[kind].found += s.found
			total[kind].wanted += s.wanted
		}
	}
	for _, kind := range sorted(total) {
		t.Logf("%-30s %s", kind, total[kind])
		if f := total[kind].f1(); f < floors[kind] {
			t.Errorf("%s: F1 %.2f is below %.2f", kind, f, floors[kind])
		}
	}
}

func sorted(m map[string]*score) []string {
	var out []string
	for k := range m {
		out = append(out, k)
	}
	sort.Strings(out)
	return out
}

func readGold(t *testing.T, file string) gold {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	g := gold{name: strings.TrimSuffix(filepath.Base(file), ".gold"), kind: "article"}
	for line := range strings.Lines(string(data)) {
		f := strings.Split(strings.TrimRight(line, "\n"), "\t")
		switch f[0] {
		case "published":
			g.published = f[1]
		case "kind":
			g.kind = f[1]
		case "form":
			g.form = f[1]
		case "publisher":
			g.publisher = f[1]
		case "":
		default:
			g.rows = append(g.rows, f)
		}
	}
	return g
}

// document reads the text that the gold is about; nil when it is not at hand.
func (g gold) document(t *testing.T) *evidence.Document {
	t.Helper()
	if prefix, ok := strings.CutPrefix(g.name, "seed-"); ok {
		return seed(t, prefix)
	}
	text, err := os.ReadFile("testdata/evaluation/" + g.name + ".txt")
	if err != nil {
		t.Fatal(err)
	}
	doc := &evidence.Document{Kind: evidence.Kind(g.kind), Publisher: g.publisher,
		Pages: []evidence.Page{{Number: 1, Text: string(text), State: evidence.PageText}}}
	if g.form != "" {
		doc.Filing = &evidence.Caption{Type: g.form}
	}
	if g.published != "" {
		d, err := evidence.ParseDate(g.published)
		if err != nil {
			t.Fatal(err)
		}
		doc.Published = &d
	}
	return doc
}

// seed reads one of the saved reports, furniture marked, as an import would.
func seed(t *testing.T, prefix string) *evidence.Document {
	t.Helper()
	found, _ := filepath.Glob(filepath.Join(shared(), "seeds", prefix+"*"))
	if len(found) == 0 {
		if os.Getenv("AVERMENT_REQUIRE_SHARED") == "1" {
			t.Fatal("needs ../shared/seeds")
		}
		t.Log("needs ../shared/seeds: gold of " + prefix + " left out")
		return nil
	}
	data, err := os.ReadFile(found[0])
	if err != nil {
		t.Fatal(err)
	}
	result, err := format.Read(context.Background(), found[0], data, format.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return result.Document
}

// shared is the folder beside the module.
func shared() string {
	dir, _ := os.Getwd()
	for dir != "/" {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			return filepath.Join(filepath.Dir(dir), "shared")
		}
		dir = filepath.Dir(dir)
	}
	return ""
}

// compare scores the document's facts against the gold, and logs what differs.
func (g gold) compare(t *testing.T, doc *evidence.Document, into map[string]*score) {
	dates, amounts, purposes, laws, quotes, says, stances := g.wanted()
	var gotDates, gotAmounts, gotPurposes, gotLaws, gotQuotes, gotSays, gotStances []string
	for _, d := range doc.Dates {
		value := d.Value
		if !d.Resolved {
			value = "?"
		}
		gotDates = append(gotDates, d.Surface+" = "+value)
	}
	for _, a := range doc.Amounts {
		value := amountValue(a)
		gotAmounts = append(gotAmounts, value)
		if a.For != "" {
			gotPurposes = append(gotPurposes, value+" for "+a.For)
		}
		if a.Law != "" {
			gotLaws = append(gotLaws, value+" ["+a.Law+"]")
		}
	}
	for _, q := range doc.Quotations {
		speaker := q.Speaker
		if q.Scare {
			speaker = "scare"
		}
		gotQuotes = append(gotQuotes, q.Text+" = "+speaker)
	}
	for _, s := range doc.Statements {
		if s.CueSpan == nil || s.Rule == "undertaking" || s.Rule == "short answer" {
			continue
		}
		head := s.Cue[strings.LastIndexByte(s.Cue, ' ')+1:]
		if len(gotSays) > 0 && s.Rule != "speech carried over" && s.CueSpan.Start == lastCue(doc, s) {
			continue
		}
		gotSays = append(gotSays, head+" = "+s.Speaker)
		gotStances = append(gotStances, head+" = "+string(s.Stance))
	}
	g.tally(t, into, "dates", dates, gotDates)
	g.tally(t, into, "amounts", amounts, gotAmounts)
	g.tally(t, into, "amounts: what for", purposes, gotPurposes)
	g.tally(t, into, "amounts: law", laws, gotLaws)
	g.tally(t, into, "quotations: speaker", quotes, gotQuotes)
	g.tally(t, into, "attribution: cue and speaker", says, gotSays)
	g.tally(t, into, "attribution: stance", stances, gotStances)
}

// lastCue is the start of the cue of the statement before s in the document.
func lastCue(doc *evidence.Document, s evidence.Statement) int {
	last := -1
	for _, x := range doc.Statements {
		if x.Spans[0] == s.Spans[0] && x.Cue == s.Cue {
			return last
		}
		if x.CueSpan != nil {
			last = x.CueSpan.Start
		}
	}
	return last
}

func (g gold) wanted() (dates, amounts, purposes, laws, quotes, says, stances []string) {
	for _, f := range g.rows {
		switch f[0] {
		case "date":
			dates = append(dates, f[1]+" = "+f[2])
		case "amount":
			value, law, _ := strings.Cut(f[1], " [")
			value, purpose, _ := strings.Cut(value, " for ")
			amounts = append(amounts, value)
			if purpose != "" {
				purposes = append(purposes, value+" for "+purpose)
			}
			if law != "" {
				laws = append(laws, value+" ["+law)
			}
		case "quote":
			quotes = append(quotes, f[1]+" = "+f[2])
		case "say":
			head := f[1][strings.LastIndexByte(f[1], ' ')+1:]
			says = append(says, head+" = "+f[2])
			stances = append(stances, head+" = "+f[3])
		}
	}
	return
}

// tally pairs wanted with got: the part before " = " must open what was got, one of the
// alternatives behind it must be the rest, case aside.
func (g gold) tally(t *testing.T, into map[string]*score, kind string, wanted, got []string) {
	s := &score{found: len(got), wanted: len(wanted)}
	used := make([]bool, len(got))
	for _, w := range wanted {
		hit := false
		for i, x := range got {
			if !used[i] && agrees(w, x) {
				used[i], hit = true, true
				s.right++
				break
			}
		}
		if !hit {
			t.Logf("%s: %s: missing %q", g.name, kind, w)
		}
	}
	for i, x := range got {
		if !used[i] {
			t.Logf("%s: %s: extra %q", g.name, kind, x)
		}
	}
	into[kind] = s
}

func agrees(want, got string) bool {
	w1, w2, paired := strings.Cut(strings.ToLower(want), " = ")
	g1, g2, _ := strings.Cut(strings.ToLower(got), " = ")
	if !paired {
		return w1 == g1 || strings.HasSuffix(w1, "]") && lawAgrees(w1, g1)
	}
	if !strings.HasPrefix(g1, w1) {
		return false
	}
	for _, alternative := range strings.Split(w2, "|") {
		if bare(alternative) == bare(g2) {
			return true
		}
	}
	return false
}

// bare drops the article, which does not make another speaker.
func bare(s string) string {
	for _, a := range []string{"the ", "a ", "an "} {
		s = strings.TrimPrefix(s, a)
	}
	return s
}

// lawAgrees compares "value [law; law]": each wanted law in one that was found, and as many.
func lawAgrees(want, got string) bool {
	w, wl, _ := strings.Cut(want, " [")
	x, xl, _ := strings.Cut(got, " [")
	ws, xs := strings.Split(wl, "; "), strings.Split(xl, "; ")
	if w != x || len(ws) != len(xs) {
		return false
	}
	for i := range ws {
		if !strings.Contains(xl, strings.TrimSuffix(ws[i], "]")) {
			return false
		}
	}
	return true
}

// amountValue writes an amount without what it is for.
func amountValue(a evidence.Amount) string {
	s := strconv.FormatFloat(a.Value, 'g', 6, 64)
	if a.High != nil {
		s += "-" + strconv.FormatFloat(*a.High, 'g', 6, 64)
	}
	for _, part := range []string{a.Currency, a.Unit} {
		if part != "" {
			s += " " + part
		}
	}
	if a.Per != "" {
		s += " /" + a.Per
	}
	if a.Bound != "" {
		s += " <" + a.Bound + ">"
	}
	for _, o := range a.Also {
		s += " = " + amountValue(o)
	}
	return s
}
