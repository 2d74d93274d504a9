package extract

import (
	"strings"
	"testing"

	"averment/evidence"
)

const headOfFiling = "UNITED STATES DISTRICT COURT\nDISTRICT OF COLORADO\n\nCivil Action No. 1:23-cv-00871-RMR\n\nANA RUIZ,\n     Plaintiff,\nv.\nHARBOR PIPE LLC,\n     Defendant.\n\n"

// stancesOf are the statements of a text as "stance: text".
func stancesOf(text string) string {
	var out []string
	for _, s := range facts(text).Statements {
		out = append(out, string(s.Stance)+": "+strings.Join(strings.Fields(s.Text), " "))
	}
	return strings.Join(out, "\n")
}

// The number of a paragraph is no part of what a declarant states.
func TestDeclarationParagraphs(t *testing.T) {
	got := stancesOf(headOfFiling + "DECLARATION OF RAY HALL\n\nI, Ray Hall, declare as follows:\n\n1. I am the controller of Harbor Pipe LLC.\n\n2. On March 3, 2021, I approved a wire of $250,000.\n\nDated: June 2, 2023\n\n/s/ Ray Hall\n")
	for _, want := range []string{"states: I am the controller of Harbor Pipe LLC", "states: On March 3, 2021, I approved a wire of $250,000"} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
}

// What a court concludes it finds, and what it tells a party to do it decides.
func TestOrderFindsAndDirects(t *testing.T) {
	got := stancesOf(headOfFiling + "ORDER ON MOTION FOR SUMMARY JUDGMENT\n\nPlaintiff argues that the transfer was fraudulent. The Court concludes that Harbor gave no value for the land. Plaintiff shall file an amended complaint by July 7, 2023.\n\nIT IS SO ORDERED.\n")
	for _, want := range []string{"alleges: the transfer was fraudulent", "finds: Harbor gave no value for the land", "holds: Plaintiff shall file an amended complaint by July 7, 2023"} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
}

// The day of a decision that is cited is no date of the paper, and what an answer says behind
// "otherwise" it says itself.
func TestCitedDayAndOtherwise(t *testing.T) {
	doc := facts(headOfFiling + "ANSWER\n\n1. Defendant admits that it is a Nevada company but otherwise denies the allegations in Paragraph 1. See Hall v. Orr, No. 21-cv-4410, 2023 WL 118822, at *6 (N.D. Cal. Jan. 9, 2023); Hall v. Orr, 512 U.S. 218 (1994).\n\n2. Defendant received it on March 3, 2021.\n")
	if len(doc.Dates) != 1 || doc.Dates[0].Value != "2021-03-03" {
		t.Errorf("dates %v", doc.Dates)
	}
	denied := false
	for _, s := range doc.Statements {
		denied = denied || s.Stance == evidence.Denies && s.Speaker == "Harbor Pipe LLC" && s.Answers == 1
	}
	if !denied {
		t.Errorf("nobody denies paragraph 1: %v", doc.Statements)
	}
}

// Who does not promise something promises nothing.
func TestDeniedPromise(t *testing.T) {
	for _, s := range facts("To: File\nFrom: Ana Ruiz\nDate: April 2, 2024\nRe: Filters\n\nThe vendor does not guarantee a result. The audit found three gaps.").Statements {
		if s.Stance == evidence.Promises {
			t.Errorf("promises: %q", s.Text)
		}
	}
}

// The head of a section of a statute names no agency.
func TestSectionNamesNoAgency(t *testing.T) {
	for _, p := range facts("SEC. 4. DATA RETENTION.\n\n(a) A covered entity shall not retain data for more than 90 days.\n\nSEC. 5. PENALTY.\n\nA covered entity is liable for $500.").Parties {
		if p.Name == "SEC" || p.Type == evidence.Agency {
			t.Errorf("party %q", p.Name)
		}
	}
}
