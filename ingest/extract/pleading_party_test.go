package extract

import (
	"strings"
	"testing"

	"averment/evidence"
)

// spokenOf are the statements of a text as "speaker stance: text".
func spokenOf(text string) string {
	var out []string
	for _, s := range facts(text).Statements {
		out = append(out, s.Speaker+" "+string(s.Stance)+": "+strings.Join(strings.Fields(s.Text), " "))
	}
	return strings.Join(out, "\n")
}

func wantLines(t *testing.T, got string, want ...string) {
	t.Helper()
	for _, w := range want {
		if !strings.Contains("\n"+got+"\n", "\n"+w+"\n") {
			t.Errorf("no %q in\n%s", w, got)
		}
	}
}

// A motion is the movant's: by its title, and by who signs where the title names nobody.
func TestMotionSpeaks(t *testing.T) {
	body := "\n\nHarbor Pipe LLC moves to dismiss the complaint.\n\nHarbor sold the tank in May 2022.\n\nDated: June 2, 2023\n\n/s/ Nora Lowe\nNora Lowe\nAttorneys for Defendant Harbor Pipe LLC\n"
	for _, title := range []string{"DEFENDANT'S MOTION TO DISMISS", "MOTION TO DISMISS"} {
		wantLines(t, spokenOf(headOfFiling+title+body), "Harbor Pipe LLC seeks: Harbor Pipe LLC moves to dismiss the complaint", "Harbor Pipe LLC states: Harbor sold the tank in May 2022")
	}
}

// What a clause of an agreement binds a party to is that party's promise; the letter of a list is
// no initial.
func TestAgreementBinds(t *testing.T) {
	got := spokenOf("SETTLEMENT AGREEMENT\n\nThis Agreement is made between Ana Ruiz (\"Plaintiff\") and Harbor Pipe LLC (\"Harbor\").\n\nRECITALS\n\nA. Plaintiff alleges that Harbor sold a bad tank.\n\nB. Harbor denies any fault.\n\n" +
		"TERMS\n\n1. Harbor shall pay $40,000 to Plaintiff by June 2, 2023.\n\n2. The settlement sum shall be paid by wire.\n")
	wantLines(t, got, "Harbor Pipe LLC promises: Harbor shall pay $40,000 to Plaintiff by June 2, 2023", "Harbor Pipe LLC denies: Harbor denies any fault")
	if strings.Contains(got, "B. Harbor") || strings.Contains(got, "promises: The settlement") {
		t.Error(got)
	}
}

// The plaintiff prays under whatever opens the prayer.
func TestPrayersOpen(t *testing.T) {
	for _, opener := range []string{"WHEREFORE Plaintiff prays for judgment as follows:", "AND THE CLAIMANT CLAIMS:"} {
		got := spokenOf(headOfFiling + "COMPLAINT\n\n1. That Harbor sold the tank in May 2022.\n\n" + opener + "\n\n(1) The sum of $40,000; and\n\n(2) Costs of the suit.\n")
		wantLines(t, got, "Ana Ruiz alleges: Harbor sold the tank in May 2022", "Ana Ruiz seeks: The sum of $40,000")
		if strings.Contains(got, "WHEREFORE Plaintiff seeks") || strings.Contains(got, "alleges: WHEREFORE") {
			t.Error(got)
		}
	}
}

// A court decides also behind "it is ordered that", and a party is called by its name; a bare
// citation and an oath state nothing.
func TestOrderNames(t *testing.T) {
	got := spokenOf(headOfFiling + "ORDER\n\nPlaintiff argues that the tank leaked. Fed. R. Civ. P. 56(a).\n\nIt is ORDERED that the motion is DENIED. For these reasons, we affirm.\n")
	wantLines(t, got, "Ana Ruiz alleges: the tank leaked", "the court holds: the motion is DENIED", "the court holds: For these reasons, we affirm")
	if strings.Contains(got, "Fed. R.") {
		t.Error(got)
	}
	if got := stancesOf(headOfFiling + "AFFIDAVIT OF RAY HALL\n\nI, Ray Hall, being duly sworn, say:\n\n1. I own the yard.\n\nSworn to before me on June 2, 2023.\n"); !strings.Contains(got, "states: I own the yard") || strings.Contains(got, "Sworn") {
		t.Error(got)
	}
}

// A line that begins with a capital goes on with the sentence where the text is wrapped.
func TestWrappedPaper(t *testing.T) {
	text := headOfFiling + "COMPLAINT\n\n1. On September 17, 2022, Plaintiff bought a used steel tank from the yard of Harbor Pipe LLC\n(\"Harbor\") for $88,450.\n\n" +
		"2. The tank was made in 2009 by a company in Denver that the sales staff of the yard called\nMile High Vessel Works.\n"
	doc := facts(text)
	doc.Pages[0].Paragraphs = nil
	for at := range text {
		if at == 0 || text[at-1] == '\n' && text[at] != '\n' {
			doc.Pages[0].Paragraphs = append(doc.Pages[0].Paragraphs, at)
		}
	}
	Facts(doc)
	for _, s := range doc.Statements {
		if strings.HasPrefix(s.Text, "(") || strings.HasPrefix(s.Text, "Mile High") {
			t.Errorf("%q", s.Text)
		}
	}
	if len(doc.Statements) < 2 || doc.Statements[0].Stance != evidence.Alleges {
		t.Errorf("%+v", doc.Statements)
	}
}

// A quotation inside a quotation is one of its own, said by whom the outer one names.
func TestQuotationInside(t *testing.T) {
	for text, want := range map[string]string{
		"Ana Ruiz said: \"My lawyer told me 'do not pay another cent' and I will not.\"":                      "my lawyer",
		"Ana Ruiz said. \"Ray Hall wrote, 'sell all of it by Friday,' and we did,\" Ana Ruiz said on Monday.": "Ray Hall",
		"“I told them ‘the tank is leaking again’ in May,” Ana Ruiz said.":                                    "Ana Ruiz",
	} {
		found := false
		for _, q := range facts(text).Quotations {
			if !strings.ContainsAny(q.Text, "'‘") && q.Rule == "inside a quotation" {
				found = true
				if q.Speaker != want {
					t.Errorf("%s: %q by %q, want %q", text, q.Text, q.Speaker, want)
				}
			}
		}
		if !found {
			t.Errorf("%s: nothing inside", text)
		}
	}
}
