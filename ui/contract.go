package ui

import "averment/evidence"

// The JSON of the check and of the claims, as the interface page states it.

// Passage is a place with its text.
type Passage struct {
	Page  int    `json:"page"`
	Start int    `json:"start"`
	End   int    `json:"end"`
	Text  string `json:"text"`
}

// Verdict is what one document does with a sentence.
type Verdict struct {
	Document    string   `json:"document"`
	SourceID    string   `json:"source_id,omitempty"`
	Title       string   `json:"title"`
	Verdict     string   `json:"verdict"` // asserts, attributes, denies, differs, related
	Speaker     string   `json:"speaker"`
	Stance      string   `json:"stance"`
	Passage     Passage  `json:"passage"`
	Slot        string   `json:"slot"`
	Yours       string   `json:"yours"`
	Theirs      string   `json:"theirs"`
	YoursValue  *float64 `json:"yours_value"`
	TheirsValue *float64 `json:"theirs_value"`
	Rule        string   `json:"rule"`
	Score       float64  `json:"score"`
}

// QuotationCheck is a quotation of the text compared word by word. Diff holds pairs of
// "=", "-" or "+" and the words.
type QuotationCheck struct {
	Text     string      `json:"text"`
	Result   string      `json:"result"`
	Document string      `json:"document"`
	Passage  Passage     `json:"passage"`
	Diff     [][2]string `json:"diff"`
}

// Sentence is one sentence of a checked text.
type Sentence struct {
	Text       string           `json:"text"`
	Summary    string           `json:"summary"` // asserted, attributed, denied, disputed, differs, not-found
	Verdicts   []Verdict        `json:"verdicts"`
	Quotations []QuotationCheck `json:"quotations"`
}

// CheckAnswer is a whole check.
type CheckAnswer struct {
	Version      int        `json:"version"`
	ID           string     `json:"id"`
	Snapshot     string     `json:"snapshot"`
	Searched     int        `json:"searched"`
	Unsearchable int        `json:"unsearchable"`
	Sentences    []Sentence `json:"sentences"`
}

// Claims are the claim groups of a case.
type Claims struct {
	Version  int     `json:"version"`
	Snapshot string  `json:"snapshot"`
	Groups   []Group `json:"groups"`
}

// Group is one claim in any wording.
type Group struct {
	ID          string       `json:"id"`
	Claim       string       `json:"claim"`
	Documents   int          `json:"documents"`
	Independent int          `json:"independent"`
	Cells       []Cell       `json:"cells"`
	Differences []Difference `json:"differences"`
}

// Cell is what one document does with a claim.
type Cell struct {
	Document string        `json:"document"`
	SourceID string        `json:"source_id,omitempty"`
	Stance   string        `json:"stance"`
	Speaker  string        `json:"speaker"`
	Text     string        `json:"text"`
	Page     int           `json:"page"`
	Span     evidence.Span `json:"span"`
}

// Difference is a slot on which documents of a group do not agree.
type Difference struct {
	Slot   string  `json:"slot"`
	Hard   bool    `json:"hard"`
	Values []Value `json:"values"`
}

// Value is one value of a slot with the documents that give it.
type Value struct {
	Value     string   `json:"value"`
	Normal    string   `json:"normal"`
	Documents []string `json:"documents"`
}
