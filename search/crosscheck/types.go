package crosscheck

import "averment/evidence"

// The verdicts on one document.
const (
	Asserts    = "asserts"    // says so in its own voice
	Attributes = "attributes" // says that somebody says so
	Denies     = "denies"
	Differs    = "differs" // same event, same slot, another value
	Related    = "related" // on the subject, does not decide
)

// The summaries of a sentence.
const (
	Asserted   = "asserted"
	Attributed = "attributed"
	Denied     = "denied"
	Disputed   = "disputed"
	Differing  = "differs"
	NotFound   = "not-found"
)

// Passage is a place with its text. Page counts from 1, offsets are bytes of the page.
type Passage struct {
	Page  int    `json:"page"`
	Start int    `json:"start"`
	End   int    `json:"end"`
	Text  string `json:"text"`
	// Continues is the part on the next page where a page break cuts the passage.
	Continues *evidence.Span `json:"continues,omitempty"`
}

// Verdict is what one document does with a sentence.
type Verdict struct {
	Document     string   `json:"document"`
	SourceID     string   `json:"source_id,omitempty"`
	Title        string   `json:"title"`
	Publisher    string   `json:"publisher"`
	Published    string   `json:"published"` // Date value of the document's own date, "" when unknown
	Verdict      string   `json:"verdict"`
	Speaker      string   `json:"speaker"`
	Stance       string   `json:"stance"`
	Passage      Passage  `json:"passage"`
	Slot         string   `json:"slot"`
	Yours        string   `json:"yours"`
	Theirs       string   `json:"theirs"`
	YoursValue   *float64 `json:"yours_value"`
	TheirsValue  *float64 `json:"theirs_value"`
	YoursNormal  string   `json:"yours_normal"`
	TheirsNormal string   `json:"theirs_normal"`
	Rule         string   `json:"rule"`
	Score        float64  `json:"score"`

	coverage float64 // the share of the claim that the passage says
}

// Quotation is a quotation of the text compared word by word. Result is exact,
// marked-change, altered, spliced, wrong-speaker or not-found. Diff holds pairs of "=",
// "-" (yours) or "+" (the document's) and the words.
type Quotation struct {
	Text     string      `json:"text"`
	Result   string      `json:"result"`
	Document string      `json:"document"`
	Speaker  string      `json:"speaker"`
	Passage  Passage     `json:"passage"`
	Diff     [][2]string `json:"diff"`
}

// Sentence is one sentence of a checked text.
type Sentence struct {
	Text       string      `json:"text"`
	Summary    string      `json:"summary"`
	Note       string      `json:"note"` // why documents can hardly decide it, "" mostly
	Verdicts   []Verdict   `json:"verdicts"`
	Quotations []Quotation `json:"quotations"`
}

// Answer is a whole check.
type Answer struct {
	Version      int        `json:"version"`
	ID           string     `json:"id"`
	Snapshot     string     `json:"snapshot"`
	Searched     int        `json:"searched"`
	Unsearchable int        `json:"unsearchable"`
	Sentences    []Sentence `json:"sentences"`
}

// Groups are the claims that documents share.
type Groups struct {
	Version  int     `json:"version"`
	Snapshot string  `json:"snapshot"`
	Groups   []Group `json:"groups"`
}

// Group is one claim in any wording. First is the earliest document that has it.
type Group struct {
	ID          string       `json:"id"`
	Claim       string       `json:"claim"`
	Documents   int          `json:"documents"`
	Independent int          `json:"independent"`
	First       string       `json:"first"`
	Undenied    bool         `json:"undenied"` // an allegation that the answer does not deny
	Cells       []Cell       `json:"cells"`
	Differences []Difference `json:"differences"`
}

// Cell is what one document does with a claim. Paragraph is that of a pleading.
type Cell struct {
	Document  string        `json:"document"`
	SourceID  string        `json:"source_id,omitempty"`
	Stance    string        `json:"stance"`
	Speaker   string        `json:"speaker"`
	Text      string        `json:"text"`
	Page      int           `json:"page"`
	Span      evidence.Span `json:"span"`
	Paragraph int           `json:"paragraph"`
	Effective string        `json:"effective"`
	Values    []CellValue   `json:"values"`
}

// CellValue is a slot of a cell as printed and normalised.
type CellValue struct {
	Slot   string `json:"slot"`
	Value  string `json:"value"`
	Normal string `json:"normal"`
}

// Difference is a slot on which documents of a group do not agree. Hard means that the
// values cannot stand beside each other.
type Difference struct {
	Slot   string  `json:"slot"`
	Hard   bool    `json:"hard"`
	Rule   string  `json:"rule"`
	Values []Value `json:"values"`
}

// Value is one value of a slot with the documents that give it.
type Value struct {
	Value     string   `json:"value"`
	Normal    string   `json:"normal"`
	Documents []string `json:"documents"`
}
