package ui

import (
	"errors"
	"fmt"
	"time"
)

// Options hold what a Server is made of. Backends that are nil leave their pages saying
// that this is not offered here; Search, Documents, Custody, Records and Status must be set.
type Options struct {
	Name     string // of the case, shown at the top
	Detail   string // court and number, beside the name
	Notice   string // at the foot, such as that the sample is invented
	Instance string // id of the case; part of the cookie's name
	Hosts    []string
	TLS      bool // the cookie is Secure, and links say https
	MaxBody  int64
	Version  string

	Search    Searcher
	Documents Documents
	Kin       Kin
	Ledger    Ledger
	Marks     Marks
	Keeper    Keeper
	Corrector Corrector
	Intake    Intake
	Pages     Pages
	Custody   Custody
	Records   Records
	Checker   Checker
	Versions  Versions
	Reader    Reader
	Status    Status

	Now func() time.Time
	Log func(format string, args ...any) // of faults; nil is silent
}

// defaultMaxBody is the greatest upload in bytes.
const defaultMaxBody = 2 << 30

func (o *Options) check() error {
	var missing []error
	for name, there := range map[string]bool{"Search": o.Search != nil, "Documents": o.Documents != nil,
		"Custody": o.Custody != nil, "Records": o.Records != nil, "Status": o.Status != nil} {
		if !there {
			missing = append(missing, fmt.Errorf("ui: option %s is not set", name))
		}
	}
	if o.Now == nil {
		o.Now = time.Now
	}
	if o.Log == nil {
		o.Log = func(string, ...any) {}
	}
	if o.MaxBody == 0 {
		o.MaxBody = defaultMaxBody
	}
	return errors.Join(missing...)
}
