package evidence

// State is where a file that was seen ended.
type State string

// The states. Seen and Queued are on the way; the others are final.
const (
	Seen      State = "seen"
	Indexed   State = "indexed"
	Duplicate State = "duplicate"
	Exception State = "exception"
	Ignored   State = "ignored"
)

// Code is the reason of an exception.
type Code string

// The codes of exceptions.
const (
	Encrypted   Code = "encrypted"
	Damaged     Code = "damaged"
	Unsupported Code = "unsupported"
	TooLarge    Code = "too-large"
	Timeout     Code = "timeout"
	Crashed     Code = "crashed"
	Bomb        Code = "bomb"
	IO          Code = "io"
	Empty       Code = "empty"
	BadLine     Code = "bad-line"
)

// LedgerRow is what became of one file, child or line that was ever seen.
type LedgerRow struct {
	Number     uint64   `json:"number"` // of the row, from 1
	Path       string   `json:"path"`   // as seen; members as "outer.zip/inner.txt", lines as "x.jsonl:12"
	State      State    `json:"state"`
	ID         string   `json:"id"` // document, also of an exception whose original is kept
	Pages      int      `json:"pages"`
	Kind       Kind     `json:"kind"`
	Warnings   []string `json:"warnings"`
	Reason     string   `json:"reason"` // code of an exception, rule of an ignored file
	Detail     string   `json:"detail"`
	Retryable  bool     `json:"retryable"`
	Attempts   int      `json:"attempts"`
	Size       int64    `json:"size"`
	At         string   `json:"at"` // RFC 3339
	SourceID   string   `json:"source_id,omitempty"`
	Custodian  string   `json:"custodian"`
	Collection string   `json:"collection"`
	Note       string   `json:"note"`
	Parent     string   `json:"parent"`
	Reader     string   `json:"reader"`
}

// Summary is the reconciled result of an import: Seen is always the sum of the others.
type Summary struct {
	Version   int         `json:"version"`
	Seen      int         `json:"seen"`
	Indexed   int         `json:"indexed"`
	Duplicate int         `json:"duplicate"`
	Exception int         `json:"exception"`
	Ignored   int         `json:"ignored"`
	Files     []LedgerRow `json:"files"`
}

// Count adds a row to the sums, and the row itself to Files.
func (s *Summary) Count(r LedgerRow) {
	s.Version = 1
	s.Tally(r.State)
	s.Files = append(s.Files, r)
}

// Tally adds a state to the sums.
func (s *Summary) Tally(state State) {
	switch state {
	case Indexed:
		s.Indexed++
	case Duplicate:
		s.Duplicate++
	case Exception:
		s.Exception++
	case Ignored:
		s.Ignored++
	default:
		return
	}
	s.Seen++
}

// Intake is one file on its way into the store, committed as one transaction.
type Intake struct {
	Row LedgerRow
	// Document is nil for a duplicate and for a file that was ignored. An exception whose
	// original was kept has one, with Error set, so that its name can be found.
	Document *Document
}
