package extract

import (
	"testing"

	"averment/evidence"
)

// TestDoubt reads what a report thinks of a claim that it tells.
func TestDoubt(t *testing.T) {
	type want struct {
		stance  evidence.Stance
		speaker string
		text    string
		hedged  bool
	}
	for _, tt := range []struct {
		text string
		want want
	}{
		{"There is no evidence that the bridge was unsafe.", want{evidence.Denies, "The Post", "the bridge was unsafe", true}},
		{"There is no truth to the rumour that the mayor resigned.", want{evidence.Denies, "The Post", "the mayor resigned", true}},
		{"Rumours that the singer died are false.", want{evidence.Denies, "The Post", "the singer died", false}},
		{"The false claim that the moon is hollow came back.", want{evidence.Denies, "The Post", "the moon is hollow came back", false}},
		{"Unconfirmed reports that rebels took the port spread online.", want{evidence.Reports, "", "rebels took the port spread online", true}},
		{"The ministry denied reports that the dam had burst.", want{evidence.Denies, "the ministry", "The ministry denied reports that the dam had burst", false}},
		{"A viral post claims that the mint has closed. The post is a hoax.", want{evidence.Denies, "The Post", "the mint has closed", false}},
		{"The clerk said there was no proof that the ballots were lost.", want{evidence.Denies, "the clerk", "the ballots were lost", true}},
		{"Did the mayor sell the park?", want{evidence.Questions, "The Post", "Did the mayor sell the park", false}},
		{"The firm will reportedly open a plant.", want{evidence.Reports, "", "The firm will reportedly open a plant", true}},
		{"Officials debunked claims that the water was poisoned.", want{evidence.Denies, "Officials", "Officials debunked claims that the water was poisoned", false}},
	} {
		doc := articleOf(tt.text)
		doc.Publisher = "The Post"
		_, statements := readSpeech(newView(doc))
		found := false
		for _, s := range statements {
			found = found || tt.want == want{s.Stance, s.Speaker, s.Text, s.Hedged}
		}
		if !found {
			t.Errorf("%q\n got %+v\nwant %+v", tt.text, statements, tt.want)
		}
	}
}

// TestNoDoubt are sentences in which a noun, a verdict or an offer is no claim.
func TestNoDoubt(t *testing.T) {
	for _, text := range []string{"The motion needs a claim that is plausible on its face.", "The lender rejected an offer from a rival.",
		"Please confirm the date.", "The order contained a definite promise not to sell."} {
		_, statements := readSpeech(newView(articleOf(text)))
		for _, s := range statements {
			if s.Rule != "own voice" {
				t.Errorf("%q: %s by %q: %q", text, s.Stance, s.Speaker, s.Text)
			}
		}
	}
}

// TestNamedSpeaker gives the name that stands beside a description.
func TestNamedSpeaker(t *testing.T) {
	for text, want := range map[string]string{
		"Its chief executive, Dale Renner, said sales rose.":                            "Dale Renner",
		"A suit was brought by Adaeze Okafor, a subscriber, who accuses Acme of lying.": "Adaeze Okafor",
		"A former engineer said it failed. “Nobody looked,” the engineer said.":         "a former engineer",
		"Deshawn Pratt said pay fell. Pratt added that rents rose.":                     "Deshawn Pratt",
		"A page of frequently asked questions told subscribers that messages are safe.": "a page of frequently asked questions",
		"The disease, which strikes before age 10, is rare, said Ruth Adler of Tufts.":  "Ruth Adler of Tufts",
		"The firm said on Thursday its profit fell.":                                    "the firm",
	} {
		_, statements := readSpeech(newView(articleOf(text)))
		for i, s := range statements {
			if s.Cue != "" && s.Speaker != want {
				t.Errorf("%q: speaker %d is %q, want %q", text, i, s.Speaker, want)
			}
		}
	}
}
