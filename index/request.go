package index

import "averment/evidence"

// Sort is the order of hits. Ties are broken by date, the newest first, then by id.
type Sort string

// The orders. Documents without a date come last in both orders by date.
const (
	ByRelevance Sort = "relevance"
	Oldest      Sort = "date"
	Newest      Sort = "-date"
	ByTitle     Sort = "title"
)

// Request asks for documents.
type Request struct {
	Expr   Expr // nil is All
	Sort   Sort // "" is ByRelevance
	Limit  int  // hits wanted; 0 asks for counts only
	Offset int
	After  string // Cursor of the last hit of the page before; with it Offset counts from there
	// Filters are chosen facet values: any of the values of one facet, and all facets. A
	// name of a party or speaker stands for all names of the same.
	Filters map[string][]string
	// Published keeps documents whose own date lies between two Date values of any
	// precision ("2024-08", "2025"), both included; "" is open.
	Published [2]string
	// Facets to count; nil is none. The count of a facet leaves its own filter out.
	Facets     []string
	FacetLimit int // values per facet; 0 is 20
	Histogram  bool
	// Occurrences asks for the number of occurrences over all matching documents, Numbers
	// for their numbers, in no order.
	Occurrences, Numbers bool
	// Spots asks for the spans of each hit, Places for their page and bytes too.
	Spots, Places bool
}

// Result is what was found.
type Result struct {
	Total       int // documents, exact
	Occurrences int // over all documents, only where asked for
	Numbers     []uint64
	Hits        []Hit
	Facets      map[string][]FacetCount
	// Chosen are the values of the filters in their order, each with its own count as in
	// Facets; of parties and speakers the name that leads in the case. Only of the facets
	// that were asked for.
	Chosen    map[string][]FacetCount
	Histogram []FacetCount // months "2024-08", ascending, over the own dates of the documents
	Snapshot  string       // names the state of the index that was searched
	Status    Status
	Cut       []string // words whose expansion was cut at the cap
}

// Hit is one document.
type Hit struct {
	Number      uint64
	ID          string // SHA-256 of the original, hex
	Score       float64
	Occurrences int    // matches that do not overlap
	Spots       []Spot // ascending, what to mark; only where asked for
	Cursor      string // for Request.After; only the last hit has one
}

// Spot is a marked word or run of words: token positions from 1, End after the last.
// Page (from 1) and the bytes are set where places were asked for; a spot in a title
// that is not printed in the body has Page 0.
type Spot struct {
	Start, End         int
	Page               int
	ByteStart, ByteEnd int
}

// FacetCount is one value of a facet with the number of documents.
type FacetCount struct {
	Value string `json:"value"`
	Count int    `json:"count"`
}

// Status says how much of the case a search sees.
type Status struct {
	Searchable   int // documents with text in the index
	Unsearchable int // documents in the index that have no text
	Pending      int // documents stored and not yet indexed
	Rebuilding   bool
	Snapshot     string
	Damage       string // why the index was last built again, "" if it was not
	Err          error  // why indexing has stopped, nil when it has not
}

// Source is the case that the index is derived from.
type Source interface {
	ID() string
	// ByNumber gives a document with the text of its pages, or evidence.ErrNotFound.
	ByNumber(n uint64) (*evidence.Document, error)
	// Queue yields up to limit rows after a sequence number, ascending.
	Queue(after uint64, limit int, yield func(seq, number uint64) error) error
	LastQueue() uint64
	TrimQueue(upTo uint64) error
	Numbers(yield func(n uint64) error) error
}

// StatementRequest asks for the sentences nearest to a text.
type StatementRequest struct {
	Text    string             // its words are weighed by BM25
	Weights map[string]float64 // folded words with their own factor, beside or instead of Text
	Limit   int                // 0 is 50
	// Documents keeps statements of these documents; nil is all.
	Documents []uint64
	Stances   []evidence.Stance // nil is all
	Speaker   string            // words of the speaker's name, "" is all
}

// StatementHit is one sentence.
type StatementHit struct {
	Number   uint64 // of the document
	Document string // id of the document
	Page     int    // from 1
	Start    int    // bytes into the page
	End      int
	Score    float64
	Speaker  string
	Stance   evidence.Stance
	Order    int // running number of the sentence in its document, from 0: neighbours differ by 1
}
