package crosscheck_test

import (
	"context"
	"testing"

	"averment/evidence"
	"averment/ingest/extract"
	"averment/search/crosscheck"
)

// TestExamples holds the kinds of answers that must come out right, over invented texts.
func TestExamples(t *testing.T) {
	tests := []struct {
		name, claim, text, published string
		verdict, slot, theirs        string
		speaker                      string
	}{
		{"an amount ten times too high", "Marlow Freight was fined $12 million.", "The Harbor Commission fined Marlow Freight $1.2 million on Monday for dumping oil in the bay.", "2024-03-06", "differs", "amount", "$1.2 million", ""},
		{"the amount agrees in another form", "Marlow Freight was fined $1.2m for dumping oil.", "The Harbor Commission fined Marlow Freight $1.2 million on Monday for dumping oil in the bay.", "2024-03-06", "asserts", "", "", ""},
		{"silent, though a spokesman rejected the charge", "Marlow Freight stayed silent.", "The Harbor Commission fined Marlow Freight $1.2 million. Dana Petrov, a spokeswoman for Marlow Freight, rejected the charge. Marlow Holdings declined to comment.", "2024-03-06", "denies", "", "", "Dana Petrov"},
		{"the silence of the parent is another's", "Marlow Freight declined to comment.", "Marlow Freight was fined on Monday. Its owner, Castor Group, declined to comment.", "2024-03-06", "related", "", "", ""},
		{"a filing date", "The complaint was lodged on 3 March.", "The complaint was lodged last Friday in the county court by two former dock workers.", "2025-03-03", "differs", "date", "last Friday", ""},
		{"an acting director", "Acting director Ruiz signed the permit.", "Director Ruiz signed the permit in May, the records show.", "2024-06-01", "differs", "title", "Director Ruiz", ""},
		{"an audit that was not made", "The audit established that the tanks leaked.", "No audit of the tanks has been made, the ministry said.", "2024-06-01", "denies", "", "", ""},
		{"a cause that nobody mentions", "The lawsuit accuses Marlow Freight of negligence.", "The lawsuit accuses Marlow Freight of breach of contract and asks for damages.", "2024-06-01", "related", "", "", ""},
		{"an owner is no defendant", "Castor Group is a defendant in the lawsuit.", "Two dock workers filed a lawsuit against Marlow Freight, which is owned by Castor Group.", "2024-06-01", "related", "", "", ""},
		{"a claim that adds proof", "The emails prove that Marlow Freight knew of the leak.", "The workers allege that Marlow Freight knew of the leak, citing emails.", "2024-06-01", "related", "", "", ""},
		{"a claim that adds former", "Former chairman Lindgren approved the sale of the yard.", "Chairman Lindgren approved the sale of the yard in April.", "2024-06-01", "differs", "title", "Chairman Lindgren", ""},
		{"credited to an accuser", "Marlow Freight hid the leak from inspectors.", "The lawsuit alleges that Marlow Freight hid the leak from inspectors.", "2024-06-01", "attributes", "", "", "the complaint"},
		{"a motion with the other outcome", "The judge granted the motion to dismiss the suit against Marlow Freight.", "Judge Okoye denied the motion to dismiss the suit against Marlow Freight on Tuesday.", "2024-06-01", "differs", "outcome", "denied", ""},
		{"the opposite", "Opting out affects training that has already happened.", "Opting out does not affect training that has already happened.", "2024-06-01", "denies", "", "", ""},
		{"nearly a quarter", "Almost 25% of its passengers are children.", "Nearly a quarter of its passengers are children, the ferry line said.", "2024-06-01", "attributes", "", "", ""},
		{"sterling beside dollars", "The suit seeks £812 per member.", "The suit seeks $1,000 (£812) per member for the delay.", "2024-06-01", "asserts", "", "", ""},
		{"a day inside a month", "The ferry service began in August 2024.", "The ferry service began on August 15, 2024, with two boats.", "2024-09-01", "asserts", "", "", ""},
		{"who sued whom, told of a noun", "Marlow Freight was sued by Castor Lines.", "Marlow Freight Inc rejected as groundless a lawsuit filed against it by Castor Lines Inc in Reno.", "2024-06-01", "asserts", "", "", ""},
		{"the sides of a suit in each other's place", "Marlow Freight sued Castor Lines.", "Castor Lines Inc filed a suit in Reno on Monday. Marlow Freight Inc, which was named as a defendant, said it would fight the suit.", "2024-06-01", "differs", "role", "Castor Lines Inc sued Marlow Freight Inc", ""},
		{"counsel of the other side", "Dana Petrov represents Castor Lines.", "Marlow Freight Inc sued Castor Lines Inc. Dana Petrov, a lawyer for Marlow Freight, said the suit was strong.", "2024-06-01", "differs", "role", "Dana Petrov: counsel for Marlow Freight Inc", ""},
		{"counsel as said", "Dana Petrov is a lawyer for Marlow Freight.", "Marlow Freight Inc sued Castor Lines Inc. Dana Petrov, an attorney for Marlow Freight, filed it.", "2024-06-01", "asserts", "", "", ""},
		{"an owner as said", "Marlow Freight is owned by Castor Group.", "Marlow Freight Inc, a unit of Norway's Castor Group, did not respond to a request for comment.", "2024-06-01", "asserts", "", "", ""},
		{"not named as a defendant", "Kessler Partners is a defendant in the suit.", "A shareholder sued Marlow Freight. Kessler Partners, which owned 9 percent, was not named as a defendant.", "2024-06-01", "denies", "", "", ""},
		{"cleared of what is claimed", "The jury found that Marlow Freight committed fraud.", "The jury found that Marlow Freight was negligent but cleared it of fraud.", "2024-06-01", "denies", "", "", ""},
		{"a ruling the other way", "The judge ruled in favor of Ruth Ellison.", "Judge Oakes ruled against Ruth Ellison on Monday.", "2024-06-01", "differs", "outcome", "against", ""},
		{"a ruling on another matter", "The judge ruled in favor of Ruth Ellison.", "Judge Oakes ruled that Ruth Ellison must answer the questions by Friday.", "2024-06-01", "related", "", "", ""},
		{"a part is not the whole", "The judge dismissed the whole lawsuit against Marlow Freight.", "The judge dismissed the claim of unjust enrichment from the lawsuit against Marlow Freight.", "2024-06-01", "related", "", "", ""},
		{"an answer under a short name", "Marlow says the lawsuit has no merit.", "Marlow Freight Inc rejected as groundless a lawsuit filed against it by Castor Lines Inc.", "2024-06-01", "asserts", "", "", "Marlow Freight Inc"},
		{"agreed to pay is settled", "Marlow Freight settled for $6.4 million.", "Marlow Freight agreed to pay $6.4 million to settle claims that it dumped oil.", "2024-06-01", "asserts", "", "", ""},
		{"a question", "Did Marlow Freight hide the leak from inspectors?", "The lawsuit alleges that Marlow Freight hid the leak from inspectors.", "2024-06-01", "related", "", "", ""},
		{"a sum taken is not a sum left", "Marlow Freight took $83 million from the pension fund.", "Marlow Freight said its pension fund remains overfunded by $12 million.", "2024-06-01", "related", "", "", ""},
		{"those for whom a suit was filed", "The suit was filed on behalf of 6,200 workers.", "The suit, filed in Reno on behalf of 6,200 workers, asks that the money be returned.", "2024-06-01", "attributes", "", "", "the complaint"},
		{"bankruptcy of another", "Castor Lines filed for bankruptcy.", "The settlement with Castor Lines needs the approval of a bankruptcy judge.", "2024-06-01", "related", "", "", ""},
		{"another event has that date", "Marlow Freight was fined on May 6, 2024.", "Marlow Freight was fined by the board. The yard was sold on May 9, 2024.", "2024-06-01", "related", "", "", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			c := crosscheck.Against([]*evidence.Document{report("doc", "", tt.text, tt.published)}, extract.Facts)
			a, err := c.Claim(context.Background(), tt.claim, crosscheck.CheckOptions{ID: "7"})
			if err != nil {
				t.Fatal(err)
			}
			list := a.Sentences[0].Verdicts
			if len(list) == 0 {
				t.Fatal("no verdict")
			}
			v := list[0]
			if v.Verdict != tt.verdict || v.Slot != tt.slot || v.Theirs != tt.theirs || tt.speaker != "" && v.Speaker != tt.speaker {
				t.Errorf("got %s %s theirs %q speaker %q (%s), want %s %s %q %q", v.Verdict, v.Slot, v.Theirs, v.Speaker, v.Rule, tt.verdict, tt.slot, tt.theirs, tt.speaker)
			}
		})
	}
}
