package ui

import (
	"context"
	"io"
	"os"

	"averment/evidence"
	"averment/search"
)

// Searcher answers queries; *search.Engine is one.
type Searcher interface {
	Search(ctx context.Context, r search.Request) (*search.Answer, error)
	All(ctx context.Context, r search.Request, yield func(search.Hit) error) error
	Places(ctx context.Context, query string, d search.Dialect, id string) ([]search.Place, error)
	Terms(ctx context.Context, queries []string, d search.Dialect) (*search.TermReport, error)
	RunSaved(ctx context.Context, list []search.Saved) ([]search.SavedResult, error)
}

// Documents gives documents by their hash. Resolve turns a prefix of at least 8 hex
// digits into the hash; Document leaves the text of pages out, Full has it; Page also has
// the boxes of the words. Documents gives all, without text, in the order they came in.
type Documents interface {
	Resolve(prefix string) (string, error)
	Document(sha string) (*evidence.Document, error)
	Full(sha string) (*evidence.Document, error)
	Page(sha string, number int) (evidence.Page, error)
	Documents(yield func(*evidence.Document) error) error
}

// Relative is a document that belongs to another one.
type Relative struct {
	ID         string
	Relation   string  // "holds this", "held by this", "same family", "near-duplicate", "version"
	Similarity float64 // 0 to 1, for near-duplicates and versions
}

// Kin gives the family, the near-duplicates and the versions of a document.
type Kin interface {
	Relatives(sha string) ([]Relative, error)
}

// LedgerQuery chooses rows of the ledger. After is the number of the last row seen; with
// Newest the rows come newest first. Its fields are those of the store's filter.
type LedgerQuery struct {
	State  evidence.State
	ID     string
	After  uint64
	Limit  int
	Newest bool
}

// Ledger gives the rows of the files that were ever seen, and their sums.
type Ledger interface {
	Rows(q LedgerQuery, yield func(evidence.LedgerRow) error) error
	LedgerSums() (evidence.Summary, error)
}

// Saved is a search that somebody keeps; its fields are those of the store's.
type Saved struct {
	ID        uint64 `json:"id"`
	Name      string `json:"name"`
	Query     string `json:"query"`
	Dialect   string `json:"dialect"`
	By        string `json:"by"`
	At        string `json:"at"`
	LastTotal int    `json:"last_total"`
}

// PartyEdit is a correction of a party: Op is confirm, rename, merge, split, dismiss, type,
// role or no-role. Its fields are those of the store's.
type PartyEdit struct {
	ID       uint64   `json:"id"`
	Act      uint64   `json:"act"` // the first of those that were made, and are taken back, together
	Op       string   `json:"op"`
	Name     string   `json:"name"`
	To       string   `json:"to"`
	Aliases  []string `json:"aliases"`
	Document string   `json:"document"`
	By       string   `json:"by"`
	At       string   `json:"at"`
}

// Marks are what people leave on documents.
type Marks interface {
	Tag(sha, tag, by string) error
	Untag(sha, tag, by string) error
	Tags() (map[string]int, error)
	AddNote(sha string, n evidence.Note) (evidence.Note, error)
	RemoveNote(sha string, id uint64, by string) error
}

// Keeper keeps searches.
type Keeper interface {
	SavedQueries() ([]Saved, error)
	SaveQuery(q Saved) (Saved, error)
	DeleteQuery(id uint64, by string) error
}

// Corrector keeps the corrections of parties, and takes them back with those that were
// made together with them. EditParties keeps all or none, and is given the documents that
// they touch by their hashes.
type Corrector interface {
	EditParties(edits []PartyEdit, touched []string) ([]PartyEdit, error)
	PartyEdits() ([]PartyEdit, error)
	RemovePartyEdit(id uint64, by string) error
}

// Labels say where material came from.
type Labels struct{ Custodian, Collection, Note, By string }

// Intake takes files in. Take reads r to its end and gives the row when the file is
// stored and searchable, or failed. Retry reads the file of a row again.
type Intake interface {
	Take(ctx context.Context, name string, r io.Reader, l Labels) (evidence.LedgerRow, error)
	Retry(ctx context.Context, row uint64, password, by string) (evidence.LedgerRow, error)
}

// Pages draws pages and opens originals. Render gives a PNG; the caller closes the file.
type Pages interface {
	Render(ctx context.Context, sha string, page, dpi int) ([]byte, error)
	Original(sha string) (*os.File, error)
}

// Event is an entry of the custody log; its fields are those of the store's.
type Event struct {
	Seq     uint64
	Time    string // RFC 3339
	Actor   string
	Action  string
	Object  string
	Outcome string
	Detail  map[string]string
}

// AuditQuery chooses entries of the log, newest first. Before is the entry that the last
// page ended with, 0 for the newest.
type AuditQuery struct {
	Actor, Action, Object string
	Before                uint64
	Limit                 int
}

// Custody is the log of who did what. Record is durable when it returns.
type Custody interface {
	Record(e Event) error
	Audit(q AuditQuery, yield func(Event) error) error
}

// Records keeps accounts, tokens and sessions, opaque to whoever keeps them.
type Records interface {
	GetRecord(kind, key string) ([]byte, bool, error)
	PutRecord(kind, key string, value []byte) error
	DeleteRecord(kind, key string) error
	Records(kind string, yield func(key string, value []byte) error) error
}

// Checker compares sentences with the case. Check yields a sentence as soon as it is
// done; Claim takes a claim whole; Claims gives the claim groups of what a query finds.
type Checker interface {
	Check(ctx context.Context, text string, yield func(Sentence) error) error
	Claim(ctx context.Context, claim string) (*CheckAnswer, error)
	Claims(ctx context.Context, query string) (*Claims, error)
}

// Versions compares the versions of policies and pleadings among what a query finds, ""
// for all.
type Versions interface {
	Changes(ctx context.Context, query string) (*Changes, error)
}

// Reader turns an uploaded file into text without storing it, for the check page.
type Reader interface {
	ReadText(ctx context.Context, name string, data []byte) (string, error)
}

// UnderWay is a file that is being taken in. Step is found, stored, parsed or indexing;
// of a watched file settling (it may still be written to), waiting or reading.
type UnderWay struct {
	Path string `json:"path"`
	Step string `json:"step"`
	Size int64  `json:"size"`
	Note string `json:"note"`
}

// Level is the state of the case and of the machine.
type Level struct {
	Searchable   int    // documents with text that a search sees
	Unsearchable int    // the other documents, and files that could not be read
	Pending      int    // stored, not yet searchable
	Snapshot     string // changes whenever answers may change
	Rebuilding   bool
	Sandbox      string // level reached
	OCR          string // languages, "" for none
	FreeBytes    uint64
	Watching     []string
	UnderWay     []UnderWay // some of those under way
	Waiting      int        // how many are under way; never less than UnderWay has
	ReadOnly     string     // why nothing can be written, "" when it can
}

// Status tells the state of the case.
type Status interface {
	Level() Level
}
