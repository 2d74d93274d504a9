package crosscheck_test

import (
	"testing"

	"averment/ingest/extract"
	"averment/search/crosscheck"
)

// TestNorthlakeClaims pastes claims into the sample case. Documents in the order of the
// gold: complaint, answer, order, policy of July, policy of August, questions, mail,
// reply, letter, Courier, wire.
func TestNorthlakeClaims(t *testing.T) {
	docs := northlake(t)
	gold := []goldClaim{
		{"Northlake was fined $1.2 million.", "--s------sx", ""},
		{"The board fined Northlake $12 million for sharing direct messages.", "--x------xs", ""},
		{"Northlake stayed silent about the fine.", "-?-------dd", ""},
		{"Northlake Holdings declined to comment.", "---------ss", ""},
		{"Northlake Holdings is a defendant.", "-----------", ""},
		{"Fernhill paid $350,000 for the first quarter.", "ss----s----", ""},
		{"Fernhill paid $530,000 for the first quarter.", "xx----x----", ""},
		{"Northlake shared direct messages of its subscribers with Fernhill Analytics.", "sdsd??--?s?", ""},
		{"The complaint was filed on February 28, 2025.", "--s------ss", ""},
		{"The complaint was filed on March 3, 2025.", "--x------xx", ""},
		{"The suit accuses Northlake of negligence.", "-----------", ""},
		{"The audit established that messages were read.", "---------d-", ""},
		{"The court dismissed the claim for unjust enrichment.", "-??--------", ""},
		{"Direct messages are deleted within 30 days.", "---sxx-----", ""},
	}
	ids := idsOf(docs)[:11]
	documents, kinds, slots := measure(t, crosscheck.Against(docs, extract.Facts), ids, gold)
	t.Logf("documents per claim: %v", documents)
	t.Logf("with the same verdict: %v", kinds)
	t.Logf("slot differences:    %v", slots)
	if documents.f1() < 0.75 || slots.precision() < 0.85 {
		t.Error("below the aims of the page")
	}
}
