package extract_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"averment/evidence"
	"averment/ingest/extract"
)

// quotationFloors are the least share of the invented reports of testdata/quotations whose
// quotations have the right speaker, whose statements have the right speaker and stance, and
// of their scare quotes and titles that are given to nobody (lines "N opening"; all else is
// as in testdata/stories). Each set was scored once before its misses were read, and is
// material since: quotations with the right speaker at that first score, and before any of the
// rules that the sets brought, first .87 (.87), second .80 (.79), third .91 (.84), fourth .85
// (.75), fifth .85 (.83), sixth .93 (.88).
var quotationFloors = map[string]float64{"quotations": .95, "cue and speaker": .95, "stance": .9, "said by nobody": .8}

// TestQuotationEvaluation scores the sets. Reports that cannot be kept here are scored from
// the file that QUOTATIONS names.
func TestQuotationEvaluation(t *testing.T) {
	files, _ := filepath.Glob("testdata/quotations/*.txt")
	file, outside := os.LookupEnv("QUOTATIONS")
	if outside {
		files = []string{file}
	}
	all := map[string]*score{"quotations": {}, "cue and speaker": {}, "stance": {}, "said by nobody": {}}
	for _, file := range files {
		total := scoreQuotations(t, file)
		for _, kind := range sorted(all) {
			t.Logf("%-8s %-16s %d of %d", strings.TrimSuffix(filepath.Base(file), ".txt"), kind, total[kind].right, total[kind].wanted)
			all[kind].right, all[kind].wanted = all[kind].right+total[kind].right, all[kind].wanted+total[kind].wanted
		}
	}
	for kind, least := range quotationFloors {
		if s := all[kind]; !outside && ratio(s.right, s.wanted) < least {
			t.Errorf("%s: %d of %d is below %.2f", kind, s.right, s.wanted, least)
		}
	}
}

// scoreQuotations scores the reports of one file.
func scoreQuotations(t *testing.T, file string) map[string]*score {
	total := map[string]*score{"quotations": {}, "cue and speaker": {}, "stance": {}, "said by nobody": {}}
	for _, s := range readStories(t, file) {
		doc := &evidence.Document{Pages: []evidence.Page{{Number: 1, Text: s.text, State: evidence.PageText}}}
		if d, err := evidence.ParseDate(s.published); err == nil {
			doc.Published = &d
		}
		extract.Facts(doc)
		s.scoreSpeech(t, doc, total)
		for _, words := range s.unsaid {
			total["said by nobody"].wanted++
			total["said by nobody"].right++
			for _, q := range doc.Quotations {
				if strings.HasPrefix(strings.ToLower(q.Text), strings.ToLower(words)) && q.Speaker != "" && !q.Scare {
					t.Logf("%s: nobody says %q: got %q (%s)", s.name, words, q.Speaker, q.Rule)
					total["said by nobody"].right--
					break
				}
			}
		}
	}
	return total
}
