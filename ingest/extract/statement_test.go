package extract

import (
	"testing"

	"averment/evidence"
)

// articleOf is a report of one page.
func articleOf(text string) *evidence.Document {
	return &evidence.Document{Kind: evidence.Article, Pages: []evidence.Page{{Number: 1, Text: text, State: evidence.PageText}}}
}

// said is what a statement should be; text is how it begins.
type said struct {
	speaker string
	stance  evidence.Stance
	cue     string
	text    string
	negated bool
}

func saidIn(doc *evidence.Document) []said {
	_, statements := readSpeech(newView(doc))
	var out []said
	for _, s := range statements {
		out = append(out, said{s.Speaker, s.Stance, s.Cue, s.Text, s.Negated})
	}
	return out
}

func TestStatements(t *testing.T) {
	for _, tt := range []struct {
		text string
		want []said
	}{
		{"The ministry said that talks had stalled.", []said{{"the ministry", "states", "said", "talks had stalled", false}}},
		{"Talks had stalled, the ministry said on Monday.", []said{{"the ministry", "states", "said", "Talks had stalled", false}}},
		{"Talks had stalled, said Ivo Brandt, a negotiator.", []said{{"Ivo Brandt", "states", "said", "Talks had stalled", false}}},
		{"Talks, he said, had stalled.", []said{{"", "states", "said", "Talks, he said, had stalled", false}}},
		{"Ms Rowe, the mayor, said that talks had stalled.", []said{{"Ms Rowe", "states", "said", "talks had stalled", false}}},
		{"Ms Rowe said at a hearing on Monday that talks had stalled.", []said{{"Ms Rowe", "states", "said", "talks had stalled", false}}},
		{"According to the union, talks had stalled.", []said{{"the union", "states", "according to", "talks had stalled", false}}},
		{"Talks had stalled, according to the union.", []said{{"the union", "states", "according to", "Talks had stalled", false}}},
		{"As the Courier reported, talks had stalled.", []said{{"the Courier", "reports", "reported", "talks had stalled", false}}},
		{"A lawsuit accusing the bank of hiding losses was filed on Tuesday.", []said{
			{"the complaint", "alleges", "accusing", "the bank of hiding losses was filed on Tuesday", false}}},
		{"The suit, which accuses the bank of hiding losses, names two directors.", []said{
			{"the complaint", "alleges", "accuses", "the bank of hiding losses", false},
			{"", "states", "", "The suit, which accuses the bank of hiding losses, names two directors", false}}},
		{"The bank is accused by savers of hiding losses.", []said{{"savers", "alleges", "is accused", "The bank is accused by savers of hiding losses", false}}},
		{"It was claimed that losses were hidden.", []said{{"", "alleges", "was claimed", "losses were hidden", false}}},
		{"The bank denied the charges and said it would appeal.", []said{
			{"the bank", "denies", "denied", "The bank denied the charges", false},
			{"the bank", "states", "said", "it would appeal", false}}},
		{"The bank called the charges \"baseless\".", []said{{"the bank", "denies", "called", "the charges \"baseless\"", false}}},
		{"The bank admitted that it erred.", []said{{"the bank", "admits", "admitted", "it erred", false}}},
		{"The lawsuit seeks $500 per driver for negligence as well as unspecified damages for fraud.", []said{
			{"the complaint", "seeks", "seeks", "The lawsuit seeks $500 per driver for negligence", false},
			{"the complaint", "seeks", "seeks", "unspecified damages for fraud", false}}},
		{"The jury found that the driver was not at fault.", []said{{"the jury", "finds", "found", "the driver was not at fault", true}}},
		{"The judge denied the motion.", []said{{"the judge", "holds", "denied", "The judge denied the motion", false}}},
		{"The firm had no comment.", []said{{"the firm", "no-comment", "no comment", "The firm had no comment", false}}},
		{"The firm did not immediately respond to a request for comment.", []said{
			{"the firm", "silent", "not immediately respond", "The firm did not immediately respond to a request for comment", false}}},
		{"The firm has not yet issued a response.", []said{{"the firm", "silent", "not yet issued", "The firm has not yet issued a response", false}}},
		{"The firm declined to comment.", []said{{"the firm", "declined", "declined to comment", "The firm declined to comment", false}}},
		{"The firm declined to buy the mine.", []said{{"", "states", "", "The firm declined to buy the mine", true}}},
		{"The ministry would neither confirm nor deny the report.", []said{
			{"the ministry", "declined", "neither confirm nor deny", "The ministry would neither confirm nor deny the report", false}}},
		{"The firm reportedly paid a ransom.", []said{{"", "reports", "reportedly", "The firm reportedly paid a ransom", false}}},
		{"The lawsuit was filed on Tuesday.", []said{{"", "states", "", "The lawsuit was filed on Tuesday", false}}},
		{"The firm pledged to repay every saver.", []said{{"the firm", "promises", "pledged", "The firm pledged to repay every saver", false}}},
		{"Critics question whether the plan works.", []said{{"critics", "questions", "question", "whether the plan works", false}}},
		{"The United States and its claims remain.", []said{{"", "states", "", "The United States and its claims remain", false}}},
		{"The firm announced a deal valued at $5m.", []said{{"", "states", "", "The firm announced a deal valued at $5m", false}}},
		{"The firm paused the use of phones and never sold data.", []said{{"", "states", "", "The firm paused the use of phones and never sold data", true}}},
	} {
		got := saidIn(articleOf(tt.text))
		if !sameSaid(got, tt.want) {
			t.Errorf("%q\n got %v\nwant %v", tt.text, got, tt.want)
		}
	}
}

func sameSaid(a, b []said) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

func TestSpeakerMemory(t *testing.T) {
	doc := articleOf("Northlake Networks makes routers. The company said it was surprised. Nora Quist is its lawyer. She said nothing was wrong.")
	doc.Parties = []evidence.Party{{Name: "Northlake Networks", Type: evidence.Organisation}, {Name: "Nora Quist", Type: evidence.Person}}
	var got []string
	for _, s := range saidIn(doc) {
		if s.cue != "" {
			got = append(got, s.speaker)
		}
	}
	if want := []string{"Northlake Networks", "Nora Quist"}; !equal(got, want) {
		t.Errorf("speakers %q, want %q", got, want)
	}
}

func TestStatementSpans(t *testing.T) {
	doc := articleOf("“We won,” the coach said. Fans, who had waited, said the same and denied any riot.")
	_, statements := readSpeech(newView(doc))
	if len(statements) == 0 {
		t.Fatal("nothing found")
	}
	for _, s := range statements {
		if got := s.Spans[0].Text(doc.Pages); got != s.Text {
			t.Errorf("span holds %q, text is %q", got, s.Text)
		}
		if s.CueSpan != nil && lower(s.CueSpan.Text(doc.Pages)) != s.Cue {
			t.Errorf("cue span holds %q, cue is %q", s.CueSpan.Text(doc.Pages), s.Cue)
		}
	}
}
