package extract

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"averment/evidence"
)

// filingOf is a filing of the type given whose text is a file of the evaluation.
func filingOf(t *testing.T, form, file string) *evidence.Document {
	t.Helper()
	text, err := os.ReadFile("testdata/evaluation/" + file)
	if err != nil {
		t.Fatal(err)
	}
	doc := articleOf(string(text))
	doc.Kind, doc.Filing = evidence.Filing, &evidence.Caption{Type: form}
	doc.Parties = []evidence.Party{
		{Name: "Jane Okafor", Type: evidence.Person, Roles: []string{"plaintiff"}},
		{Name: "Northlake Networks, Inc.", Aliases: []string{"Northlake"}, Type: evidence.Organisation, Roles: []string{"defendant"}}}
	return doc
}

func TestComplaint(t *testing.T) {
	_, statements := readSpeech(newView(filingOf(t, "complaint", "complaint.txt")))
	paragraphs := map[int]bool{}
	for _, s := range statements {
		if s.Stance == evidence.Alleges && s.Speaker == "Jane Okafor" {
			paragraphs[s.Paragraph] = true
		}
		if s.Paragraph == 4 && !s.Hedged {
			t.Errorf("information and belief is not hedged: %q", s.Text)
		}
		if s.Paragraph == 5 && s.Stance == evidence.Alleges && !s.Negated {
			t.Errorf("never is not negated: %q", s.Text)
		}
	}
	for n := 1; n <= 5; n++ {
		if !paragraphs[n] {
			t.Errorf("paragraph %d is not alleged by the plaintiff", n)
		}
	}
}

func TestAnswer(t *testing.T) {
	_, statements := readSpeech(newView(filingOf(t, "answer", "answer.txt")))
	want := map[int][]evidence.Stance{1: {evidence.LacksKnowledge, evidence.Denies}, 2: {evidence.Admits},
		3: {evidence.Admits, evidence.Denies}, 4: {evidence.Denies}, 5: {evidence.Denies}}
	got := map[int][]evidence.Stance{}
	for _, s := range statements {
		if s.Stance != evidence.States {
			got[s.Answers] = append(got[s.Answers], s.Stance)
			if s.Speaker != "Northlake Networks, Inc." {
				t.Errorf("paragraph %d is answered by %q", s.Paragraph, s.Speaker)
			}
		}
	}
	for n, stances := range want {
		if len(got[n]) != len(stances) {
			t.Errorf("paragraph %d: %q, want %q", n, got[n], stances)
			continue
		}
		for i := range stances {
			if got[n][i] != stances[i] {
				t.Errorf("paragraph %d: %q, want %q", n, got[n], stances)
			}
		}
	}
}

func TestOpinion(t *testing.T) {
	doc := articleOf("Okafor argues that the lease was never signed. We disagree. The record contains a signed copy. We hold that the lease binds her. The judgment is AFFIRMED.")
	doc.Kind, doc.Filing = evidence.Filing, &evidence.Caption{Type: "opinion"}
	want := []said{
		{"Okafor", "alleges", "argues", "the lease was never signed", true},
		{"the court", "finds", "", "The record contains a signed copy", false},
		{"the court", "holds", "hold", "the lease binds her", false},
		{"the court", "holds", "", "The judgment is AFFIRMED", false}}
	if got := saidIn(doc); !sameSaid(got, want) {
		t.Errorf(" got %v\nwant %v", got, want)
	}
}

func TestPolicy(t *testing.T) {
	text, err := os.ReadFile("testdata/evaluation/policy.txt")
	if err != nil {
		t.Fatal(err)
	}
	doc := articleOf(string(text))
	doc.Kind, doc.Publisher = evidence.Policy, "Harbour Mail"
	_, statements := readSpeech(newView(doc))
	promises := map[string]bool{} // cue to negated
	for _, s := range statements {
		if s.Effective != "2023-05-01" {
			t.Errorf("%q holds from %q", s.Text, s.Effective)
		}
		if s.Stance == evidence.Promises {
			promises[s.Cue] = s.Negated
		}
	}
	for cue, negated := range map[string]bool{"we will not": true, "we do not": true, "you may": false, "we will": false, "we collect": false} {
		if got, ok := promises[cue]; !ok || got != negated {
			t.Errorf("%q: promised %v, negated %v, want negated %v", cue, ok, got, negated)
		}
	}
}

func TestUndertaking(t *testing.T) {
	for text, want := range map[string]evidence.Stance{
		"We record audio when motion is detected, and for up to 60 seconds afterwards.": evidence.Promises,
		"When motion is detected, we encrypt the clip.":                                 evidence.Promises,
		"Harbour Mail will not sell your data.":                                         evidence.Promises,
		"Harbour encrypts each message.":                                                evidence.Promises,
		"The data we record helps our engineers.":                                       evidence.States,
		"We believe that trust matters.":                                                evidence.States,
		"We updated the design last year.":                                              evidence.States,
	} {
		doc := articleOf("Harbour Mail Privacy Policy\n\n" + text)
		doc.Kind, doc.Publisher = evidence.Policy, "Harbour Mail"
		_, statements := readSpeech(newView(doc))
		if n := len(statements); n == 0 || statements[n-1].Stance != want {
			t.Errorf("%q: got %+v, want %s", text, statements, want)
		}
	}
}

const filingHead = "UNITED STATES DISTRICT COURT\nWESTERN DISTRICT OF WASHINGTON\n\nCORVID TIMBER CO., Plaintiff,\nv.\n" +
	"ALDER BAY PORT DISTRICT (the “Port”) and JUNOT FREIGHT LINES, INC., Defendants.\nCase No. 3:24-cv-05118\n\n"

// pleadings lists the statements of a filing as "stance speaker [answers]: text".
func pleadings(text string) []string {
	doc := &evidence.Document{Pages: []evidence.Page{{Number: 1, Text: filingHead + text, State: evidence.PageText}}}
	Facts(doc)
	var out []string
	for _, s := range doc.Statements {
		answers := ""
		if s.Answers > 0 {
			answers = fmt.Sprintf(" [%d]", s.Answers)
		}
		out = append(out, fmt.Sprintf("%s %s%s: %s", s.Stance, s.Speaker, answers, oneLine(s.Text)))
	}
	return out
}

func TestResponses(t *testing.T) {
	head := "DEFENDANT ALDER BAY PORT DISTRICT'S ANSWER TO COMPLAINT\n\n"
	const port = "Alder Bay Port District"
	for _, tt := range []struct {
		text string
		want []string
	}{
		{"1. Denied.\n\n2. Admitted.", []string{"denies " + port + " [1]: Denied", "admits " + port + " [2]: Admitted"}},
		{"1. Admitted.\n\n7-9. Denied.", []string{"admits " + port + " [1]: Admitted", "denies " + port + " [7]: Denied", "denies " + port + " [8]: Denied", "denies " + port + " [9]: Denied"}},
		{"1. The allegations in Paragraphs 4 and 6 are denied.", []string{"denies " + port + " [4]: The allegations in Paragraphs 4 and 6 are denied", "denies " + port + " [6]: The allegations in Paragraphs 4 and 6 are denied"}},
		{"1. Defendant is without sufficient knowledge to admit or deny the allegations of Paragraph 1.", []string{"lacks-knowledge " + port + " [1]: Defendant is without sufficient knowledge to admit or deny the allegations of Paragraph 1"}},
		{"1. This paragraph states a legal conclusion, to which no response is required.", []string{"states " + port + " [1]: This paragraph states a legal conclusion, to which no response is required"}},
	} {
		if got := pleadings(head + tt.text); !equal(got, tt.want) {
			t.Errorf("%q\n got %q\nwant %q", tt.text, got, tt.want)
		}
	}
}

// TestResponsesBounded: a text that answers the same paragraphs without end gains no facts
// without end.
func TestResponsesBounded(t *testing.T) {
	got := pleadings("DEFENDANT'S ANSWER TO COMPLAINT\n\n" + strings.Repeat("The allegations in Paragraphs 1 through 300 are denied. ", 400))
	if len(got) < 400 || len(got) > mostExpanded+1_000 {
		t.Errorf("%d statements", len(got))
	}
}

func TestPrayer(t *testing.T) {
	got := pleadings("COMPLAINT\n\n1. Corvid Timber Co. (“Corvid”) leased a yard from the Port (the “Lease”).\n\nPRAYER FOR RELIEF\n\n" +
		"WHEREFORE, Plaintiff prays for judgment as follows:\n\n(a) damages of $250,000;\n\n(b) an injunction; and\n\n(c) costs of suit.\n\n" +
		"DATED this 3rd day of May, 2024.\n\n/s/ Ana Ruiz\nAna Ruiz\n")
	want := []string{"alleges Corvid Timber Co.: Corvid Timber Co. (“Corvid”) leased a yard from the Port (the “Lease”)", "seeks Corvid Timber Co.: Plaintiff prays for judgment as follows",
		"seeks Corvid Timber Co.: damages of $250,000", "seeks Corvid Timber Co.: an injunction", "seeks Corvid Timber Co.: costs of suit"}
	if !equal(got, want) {
		t.Errorf("got %q\nwant %q", got, want)
	}
}

func TestRulings(t *testing.T) {
	got := pleadings("ORDER ON MOTION TO DISMISS\n\nHaving considered the briefs, the Court GRANTS the motion in part and DENIES it in part. " +
		"We deny the motion for sanctions. The Port denies that it flooded the yard.\n")
	want := []string{"holds the court: DENIES it in part", "holds the court: Having considered the briefs, the Court GRANTS the motion in part",
		"holds the court: We deny the motion for sanctions", "denies Port: it flooded the yard"}
	if !equal(got, want) {
		t.Errorf("got %q\nwant %q", got, want)
	}
}
