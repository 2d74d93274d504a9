package store

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"sync"

	"averment/evidence"

	bolt "go.etcd.io/bbolt"
)

// Level is how grave a finding is.
type Level string

// The levels. Damage is what is missing or not readable, as a failing disk leaves it;
// tampering is what can be read well and contradicts the log or a signed checkpoint. A
// remark is neither.
const (
	Remark    Level = "remark"
	Damage    Level = "damage"
	Tampering Level = "tampering"
)

// Finding is one thing that is not as it must be.
type Finding struct {
	Object  string `json:"object"` // what: a path in the case, "log entry 12", "document …"
	Problem string `json:"problem"`
	Advice  string `json:"advice"`
	Level   Level  `json:"level"`
}

// VerifyOptions say how much is looked at.
type VerifyOptions struct {
	ReadData bool // hash every original again
	// Index compares the index with the store, where the caller has one; nil leaves it out.
	Index func(*Case) ([]Finding, error)
	// Trust lists the public keys that may have signed first, as known from elsewhere;
	// nil trusts the key that is pinned in the case.
	Trust []string
	// Progress is told what is done of a stage; it may be nil and is called from one
	// goroutine at a time.
	Progress func(stage string, done, total int)
}

// Report is the outcome of verify.
type Report struct {
	Version     int       `json:"version"`
	Code        int       `json:"code"` // 0 fine, 1 damaged, 2 tampered
	Findings    []Finding `json:"findings"`
	Fingerprint string    `json:"fingerprint"` // of the key that is trusted
	Keys        []string  `json:"keys"`        // public keys, the trusted one first
	Entries     uint64    `json:"entries"`     // of the log
	Root        string    `json:"root"`        // RFC 6962 hash over the whole log, base64
	Checkpoints int       `json:"checkpoints"`
	Documents   int       `json:"documents"`
	Originals   int       `json:"originals"`
	Rows        int       `json:"rows"`
}

// mostFindings bounds a report; what is beyond is counted.
const mostFindings = 1000

// Summary says in a sentence what a code means.
func (r Report) Summary() string {
	switch r.Code {
	case 0:
		return "the case is whole and agrees with its signed checkpoints"
	case 1:
		return "the case is damaged"
	}
	return "the case has been tampered with"
}

// verifier is one run.
type verifier struct {
	c       *Case
	o       VerifyOptions
	report  Report
	dropped int
	log     logFacts
	mu      sync.Mutex // guards the report while several goroutines look
}

func (v *verifier) find(level Level, object, advice, problem string, args ...any) {
	code := map[Level]int{Damage: 1, Tampering: 2}[level]
	v.report.Code = max(v.report.Code, code)
	if len(v.report.Findings) >= mostFindings {
		v.dropped++
		return
	}
	v.report.Findings = append(v.report.Findings, Finding{object, fmt.Sprintf(problem, args...), advice, level})
}

func (v *verifier) progress(stage string, done, total int) {
	if v.o.Progress != nil {
		v.o.Progress(stage, done, total)
	}
}

// Verify proves the case whole and untampered, or names what is not. The error is for
// what kept it from looking, not for what it saw.
func (c *Case) Verify(o VerifyOptions) (Report, error) {
	v := &verifier{c: c, o: o}
	err := v.guarded("store.db", v.all)
	return v.finish(), err
}

// VerifyDir verifies a case that nobody has open, also one that cannot be opened.
func VerifyDir(dir string, options Options, o VerifyOptions) (Report, error) {
	options.ReadOnly, options.anySize = true, true
	options = options.filled()
	v := &verifier{o: o}
	err := v.guarded(dbName, func() error {
		c, err := Open(dir, options)
		if err != nil {
			return err
		}
		defer c.Close()
		v.c = c
		return v.all()
	})
	if v.c == nil && err != nil {
		if errors.Is(err, ErrLocked) || (errors.Is(err, ErrNoCase) && !errors.Is(err, ErrDamaged)) || errors.Is(err, os.ErrPermission) {
			return v.finish(), err
		}
		v.find(Damage, dbName, hintOr(err, "restore the case from a backup into another folder"), "%v", err)
		err = nil
	}
	return v.finish(), err
}

func hintOr(err error, otherwise string) string {
	if hint := evidence.Hint(err); hint != "" {
		return hint
	}
	return otherwise
}

func (v *verifier) finish() Report {
	r := &v.report
	r.Version = 1
	if v.dropped > 0 {
		r.Findings = append(r.Findings, Finding{"report", fmt.Sprintf("%d more findings", v.dropped), "settle these first", Remark})
	}
	if r.Findings == nil {
		r.Findings = []Finding{}
	}
	if r.Keys == nil {
		r.Keys = []string{}
	}
	slices.SortStableFunc(r.Findings, func(a, b Finding) int { return rank(b.Level) - rank(a.Level) })
	return *r
}

func rank(l Level) int { return map[Level]int{Damage: 1, Tampering: 2}[l] }

// guarded runs a part of the checks so that a database that makes its reader stumble
// or reach into nowhere is a finding, not the end of the program.
func (v *verifier) guarded(object string, check func() error) error {
	err := steady(check)
	if errors.Is(err, ErrDamaged) {
		v.find(Damage, object, hintOr(err, "restore the case from a backup into another folder"), "%v", err)
		return nil
	}
	return err
}

func (v *verifier) all() error {
	if whole, err := v.pages(); err != nil || !whole {
		return err
	}
	for _, check := range []func() error{v.checkLog, v.checkRows, v.checkDocuments, v.checkOriginals, v.checkIndex} {
		if err := v.guarded(dbName, check); err != nil {
			return err
		}
	}
	return nil
}

// errMoved: others wrote so much meanwhile that the head of the file is of another
// transaction.
var errMoved = errors.New("the head of the file changed")

// pages walks the database file under a transaction, so that no page it sees is reused.
func (v *verifier) pages() (whole bool, err error) {
	f, err := os.Open(filepath.Join(v.c.dir, dbName))
	if err != nil {
		return false, fmt.Errorf("verify: %w", err)
	}
	defer f.Close()
	for range 100 {
		if err = v.c.view(func(tx *bolt.Tx) error { return walkPages(f, uint64(tx.ID())) }); !errors.Is(err, errMoved) {
			break
		}
	}
	if errors.Is(err, errPages) || errors.Is(err, errMoved) || errors.Is(err, ErrDamaged) {
		v.find(Damage, dbName, "restore the case from a backup into another folder; keep this one as it is", "%v", err)
		return false, nil
	}
	return err == nil, err
}

// walkPages walks the tree of one transaction.
func walkPages(f *os.File, txid uint64) error {
	for _, m := range readMetas(f) {
		if m.txid != txid {
			continue
		}
		st, err := f.Stat()
		if err != nil {
			return err
		}
		return checkPages(f, st.Size(), m)
	}
	return errMoved
}

func (v *verifier) checkIndex() error {
	if v.o.Index == nil {
		return nil
	}
	found, err := v.o.Index(v.c)
	if err != nil {
		return fmt.Errorf("compare index and store: %w", err)
	}
	for _, f := range found {
		v.find(f.Level, f.Object, f.Advice, "%s", f.Problem)
	}
	return nil
}
