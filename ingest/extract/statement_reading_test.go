package extract

import (
	"slices"
	"testing"
)

// TestNotStated lists what looks like somebody's statement and is none: the speakers that a
// text has, and no others.
func TestNotStated(t *testing.T) {
	for _, tt := range []struct {
		text     string
		speakers []string // of statements with a cue
	}{
		{"The judge dismissed the breach of contract claim because the papers were late.", []string{"the judge"}},
		{"The company report came late, and the water charge rose.", nil},
		{"The police claim that he fled. The managers claim that he stayed.", []string{"the police", "the managers"}},
		{"The complaint does not say which promise was broken.", nil},
		{"The spokesman did not say which promise was broken.", []string{"the spokesman"}},
		{"Judge Ana Ruiz has not yet ruled on whether the case may go forward.", nil},
		{"In a motion filed Friday, the company said it would pay.", []string{"the company"}},
		{"Privacy scholar Ingrid Solheim of the University of Tacoma, who is not involved, said such clauses are common.", []string{"Ingrid Solheim"}},
	} {
		var got []string
		for _, s := range facts(tt.text).Statements {
			if s.Cue != "" && !slices.Contains(got, s.Speaker) {
				got = append(got, s.Speaker)
			}
		}
		if !slices.Equal(got, tt.speakers) {
			t.Errorf("%s\n got %q, want %q", tt.text, got, tt.speakers)
		}
	}
	for _, s := range facts("In a motion filed Friday, the company said it would pay.").Statements {
		if s.Cue == "" {
			t.Errorf("a phrase that opens a sentence is stated: %q", s.Text)
		}
	}
}
