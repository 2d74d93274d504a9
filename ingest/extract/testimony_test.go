package extract

import (
	"slices"
	"strings"
	"testing"

	"averment/evidence"
)

const deposition = headOfFiling + `DEPOSITION OF RAY HALL
June 7, 2022

APPEARANCES:

     MARSH & LOWE LLP
     Attorneys for Plaintiff
     BY:  NORA LOWE, ESQ.

For the Defendant:    PAUL STRAND
                      Strand & Keel, P.C.

RAY HALL, called as a witness, having been duly sworn, was
examined and testified as follows:

EXAMINATION BY
MS. LOWE:

     Q.   Good morning. What did you do with the pump on
December 3, 2019?
     A.   I sent the pump to the yard. It leaked for a week.
     Q.   Who told you to send it?
          MR. STRAND:  Objection. That assumes a fact.
          THE WITNESS:  The foreman told me to wait until spring.

                  CROSS-EXAMINATION
BY MR. STRAND:

     Q.   You never kept the receipt, did you?
     A.   No, I did not keep it.

          (Recess taken.)
`

// In a transcript each answer is the witness's, each question that of whoever examines, and what
// stands behind another label is said by the one it names.
func TestTestimony(t *testing.T) {
	doc := facts(deposition)
	hasRole(t, doc, "Ray Hall", "person witness")
	for name, want := range map[string]string{"Nora Lowe": "counsel for Ana Ruiz", "Marsh & Lowe LLP": "counsel for Ana Ruiz", "Paul Strand": "counsel for Harbor Pipe LLC"} {
		if !slices.ContainsFunc(doc.Parties, func(p evidence.Party) bool { return p.Name == name && slices.Contains(p.Roles, want) }) {
			t.Errorf("%s is not %s", name, want)
		}
	}
	var got []string
	for _, s := range doc.Statements {
		got = append(got, s.Speaker+" "+string(s.Stance)+": "+strings.Join(strings.Fields(s.Text), " "))
	}
	all := strings.Join(got, "\n")
	for _, want := range []string{
		"Nora Lowe questions: What did you do with the pump on December 3, 2019",
		"Ray Hall states: I sent the pump to the yard",
		"Ray Hall states: It leaked for a week",
		"Paul Strand states: That assumes a fact",
		"the foreman states: to wait until spring",
		"Paul Strand questions: You never kept the receipt, did you",
		"Ray Hall states: No, I did not keep it",
	} {
		if !strings.Contains(all, want) {
			t.Errorf("no %q in\n%s", want, all)
		}
	}
}

// A list with letters is no transcript.
func TestLettersAreNoTurns(t *testing.T) {
	doc := facts(headOfFiling + "ORDER\n\nA.   The motion to compel\n\nHarbor moved in May.\n\nQ.   Queries\n\nNone was raised by the parties.\n")
	for _, s := range doc.Statements {
		if s.Speaker == "the witness" {
			t.Errorf("%+v", s)
		}
	}
	if doc.Kind != evidence.Filing {
		t.Errorf("kind %q", doc.Kind)
	}
}
