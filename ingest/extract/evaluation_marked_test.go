package extract_test

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"averment/evidence"
	"averment/ingest/extract"
)

// mark is one annotation of testdata/marked. The first line of a text is the day of its
// publication; marks stand in the text as {D:value|surface}, {C:cue}, {Q:speaker|words}
// and {A:value|surface}, nested where need be.
type mark struct {
	kind       byte
	value      string
	start, end int
}

// unmark strips the marks from a text and gives their places in what is left.
func unmark(text string) (string, []mark) {
	var out strings.Builder
	var marks []mark
	var open []int
	for i := 0; i < len(text); i++ {
		switch text[i] {
		case '{':
			m := mark{kind: text[i+1], start: out.Len()}
			i += 2
			if m.kind != 'C' {
				value, _, _ := strings.Cut(text[i+1:], "|")
				m.value = value
				i += len(value) + 1
			}
			open = append(open, len(marks))
			marks = append(marks, m)
		case '}':
			marks[open[len(open)-1]].end = out.Len()
			open = open[:len(open)-1]
		default:
			out.WriteByte(text[i])
		}
	}
	return out.String(), marks
}

// markedFloors are the least precision and recall of each kind.
var markedFloors = map[string][2]float64{"dates": {.95, .9}, "date values": {.9, .9}, "cues": {.88, .85}, "quotation speakers": {.92, .92}}

func TestMarkedEvaluation(t *testing.T) {
	total := scoreMarked(t, "testdata/marked", "dates", "date values", "cues", "quotation speakers", "amounts")
	for _, kind := range sorted(total) {
		s := total[kind]
		if f := markedFloors[kind]; ratio(s.right, s.found) < f[0] || ratio(s.right, s.wanted) < f[1] {
			t.Errorf("%s: %s is below P %.2f R %.2f", kind, s, f[0], f[1])
		}
	}
}

// attributedFloors are those of testdata/attributed, whose texts mark every attribution in
// the broad sense of the corpora of news: plans, views and judgements too.
var attributedFloors = map[string][2]float64{"cues": {.9, .7}, "quotation speakers": {.84, .84}}

// TestAttributedEvaluation scores the cues and the speakers of quotations. Texts that
// cannot be kept here are scored from the folder that MARKED names.
func TestAttributedEvaluation(t *testing.T) {
	if dir := os.Getenv("MARKED"); dir != "" {
		scoreMarked(t, dir, "cues", "quotation speakers")
		return
	}
	total := scoreMarked(t, "testdata/attributed", "cues", "quotation speakers")
	for kind, f := range attributedFloors {
		if s := total[kind]; ratio(s.right, s.found) < f[0] || ratio(s.right, s.wanted) < f[1] {
			t.Errorf("%s: %s is below P %.2f R %.2f", kind, s, f[0], f[1])
		}
	}
}

// scoreMarked compares the kinds of marks in the texts of a folder with what is read.
func scoreMarked(t *testing.T, dir string, kinds ...string) map[string]*score {
	t.Helper()
	files, _ := filepath.Glob(dir + "/*.txt")
	if len(files) == 0 {
		t.Fatal("no texts in " + dir)
	}
	total := map[string]*score{}
	for _, kind := range kinds {
		total[kind] = &score{}
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		published, text, _ := strings.Cut(string(data), "\n")
		compareMarks(t, filepath.Base(file), published, text, total)
	}
	for _, kind := range sorted(total) {
		t.Logf("%-30s %s", kind, total[kind])
	}
	return total
}

// oneOf says whether the value is one of the alternatives parted by ";".
func oneOf(alternatives, value string) bool {
	for _, a := range strings.Split(alternatives, ";") {
		if bare(fold(value)) == bare(fold(a)) {
			return true
		}
	}
	return false
}

func fold(s string) string { return strings.ReplaceAll(strings.ToLower(s), "’", "'") }

func compareMarks(t *testing.T, name, published, text string, total map[string]*score) {
	plain, marks := unmark(text)
	doc := &evidence.Document{Kind: evidence.Article, Pages: []evidence.Page{{Number: 1, Text: plain, State: evidence.PageText}}}
	day, err := evidence.ParseDate(published)
	if err != nil {
		t.Fatal(err)
	}
	doc.Published = &day
	extract.Facts(doc)
	var dates, values, cues, quotes, amounts []mark
	for _, d := range doc.Dates {
		value := d.Value
		if !d.Resolved {
			value = "?"
		}
		dates = append(dates, mark{'D', "", d.Spans[0].Start, d.Spans[0].End})
		values = append(values, mark{'D', value, d.Spans[0].Start, d.Spans[0].End})
	}
	for _, s := range doc.Statements {
		if s.CueSpan != nil && (len(cues) == 0 || !hasMark(cues, s.CueSpan.Start)) {
			cues = append(cues, mark{'C', "", s.CueSpan.Start, s.CueSpan.End})
		}
	}
	for _, q := range doc.Quotations {
		if !q.Scare {
			quotes = append(quotes, mark{'Q', q.Speaker, q.Spans[0].Start, q.Spans[0].End})
		}
	}
	for _, a := range doc.Amounts {
		amounts = append(amounts, mark{'A', strconv.FormatFloat(a.Value, 'f', -1, 64), a.Spans[0].Start, a.Spans[0].End})
	}
	pair := func(kind string, k byte, got []mark, compare, precision bool) {
		s := total[kind]
		if s == nil {
			return
		}
		used := make([]bool, len(got))
		for _, m := range marks {
			if m.kind != k {
				continue
			}
			s.wanted++
			hit := false
			for i, g := range got {
				if !used[i] && g.start < m.end && m.start < g.end && (!compare || oneOf(m.value, g.value)) {
					used[i], hit = true, true
					s.right++
					break
				}
			}
			if !hit {
				t.Logf("%s: %s: missing %q = %s", name, kind, plain[m.start:m.end], m.value)
			}
		}
		for i, g := range got {
			if !used[i] && precision {
				t.Logf("%s: %s: extra %q = %s in %q", name, kind, plain[g.start:g.end], g.value, plain[max(0, g.start-30):min(len(plain), g.end+30)])
			}
			if precision || used[i] {
				s.found++
			}
		}
	}
	pair("dates", 'D', dates, false, true)
	pair("date values", 'D', values, true, true)
	pair("cues", 'C', cues, false, true)
	pair("quotation speakers", 'Q', quotes, true, true)
	pair("amounts", 'A', amounts, true, false)
}

func hasMark(list []mark, start int) bool {
	for _, m := range list {
		if m.start == start {
			return true
		}
	}
	return false
}
