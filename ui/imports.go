package ui

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"mime/multipart"
	"net/http"
	"strconv"
	"strings"
	"time"

	"averment/evidence"
)

type importsPage struct {
	Chrome
	Live       importState
	Exceptions []evidence.LedgerRow
	Rows       []evidence.LedgerRow
	State      string
	States     []link
	Older      string
	Offered    bool
	Said       []evidence.LedgerRow // what was just taken in
}

// importState is the ledger's sums and what is under way; Found is always their sum.
type importState struct {
	Found     int        `json:"found"`
	Indexed   int        `json:"indexed"`
	Duplicate int        `json:"duplicate"`
	Exception int        `json:"exception"`
	Ignored   int        `json:"ignored"`
	Waiting   int        `json:"waiting"`
	Pending   int        `json:"pending"` // of the indexed, not yet searchable
	UnderWay  []UnderWay `json:"under_way"`
}

// More is how many are under way beside those that are named.
func (n importState) More() int { return n.Waiting - len(n.UnderWay) }

func (s *Server) importState() (importState, error) {
	sums, err := s.Ledger.LedgerSums()
	if err != nil {
		return importState{}, err
	}
	level := s.Status.Level()
	n := importState{Indexed: sums.Indexed, Duplicate: sums.Duplicate, Exception: sums.Exception, Ignored: sums.Ignored,
		Waiting: max(level.Waiting, len(level.UnderWay)), Pending: level.Pending, UnderWay: append([]UnderWay{}, level.UnderWay...)}
	n.Found = n.Indexed + n.Duplicate + n.Exception + n.Ignored + n.Waiting
	return n, nil
}

const ledgerShown = 100

// importsPage is the ledger.
func (s *Server) importsPage(q *request) error {
	if s.Ledger == nil {
		return notOffered("The ledger")
	}
	v := &importsPage{State: q.Query("state"), Offered: s.Intake != nil}
	if err := s.ledgerView(q, v); err != nil {
		return err
	}
	return s.render(q, http.StatusOK, "imports", v)
}

func (s *Server) ledgerView(q *request, v *importsPage) (err error) {
	v.Title, v.Section = "Imports", "imports"
	if v.Live, err = s.importState(); err != nil {
		return err
	}
	for _, st := range []struct {
		name string
		n    int
	}{{"", v.Live.Found - v.Live.Waiting}, {"indexed", v.Live.Indexed}, {"duplicate", v.Live.Duplicate}, {"exception", v.Live.Exception}, {"ignored", v.Live.Ignored}} {
		l := link{fmt.Sprintf("%s %s", st.name, countWord(st.n)), "/imports?state=" + st.name, v.State == st.name}
		if st.name == "" {
			l.Text, l.URL = "all "+countWord(st.n), "/imports"
		}
		v.States = append(v.States, l)
	}
	err = s.Ledger.Rows(LedgerQuery{State: evidence.Exception, Newest: true, Limit: 50}, func(r evidence.LedgerRow) error {
		v.Exceptions = append(v.Exceptions, r)
		return nil
	})
	if err != nil {
		return err
	}
	after, err := strconv.ParseUint("0"+q.Query("before"), 10, 64)
	if err != nil {
		return invalid("before must be the number of a row", "")
	}
	err = s.Ledger.Rows(LedgerQuery{State: evidence.State(v.State), Newest: true, After: after, Limit: ledgerShown + 1}, func(r evidence.LedgerRow) error {
		v.Rows = append(v.Rows, r)
		return nil
	})
	if len(v.Rows) > ledgerShown {
		v.Rows = v.Rows[:ledgerShown]
		v.Older = fmt.Sprintf("/imports?state=%s&before=%d", v.State, v.Rows[ledgerShown-1].Number)
	}
	return err
}

// How often the live ledger looks, and how long one connection lasts.
const (
	liveEvery = 500 * time.Millisecond
	liveLife  = 20 * time.Minute
)

// importEvents sends the state of the ledger whenever it changes (server-sent events,
// WHATWG HTML 9.2).
func (s *Server) importEvents(q *request) error {
	if s.Ledger == nil {
		return notOffered("The ledger")
	}
	q.Writer.Header().Set("Content-Type", "text/event-stream")
	tick, end := time.NewTicker(liveEvery), time.NewTimer(liveLife)
	defer tick.Stop()
	defer end.Stop()
	last, quiet := "", 0
	for {
		now, err := s.importState()
		if err != nil {
			return err
		}
		b, err := json.Marshal(now)
		if err != nil {
			return err
		}
		if quiet++; string(b) != last || quiet > 30 {
			last, quiet = string(b), 0
			if _, err := fmt.Fprintf(q.Writer, "data: %s\n\n", b); err != nil {
				return nil // the reader has gone
			}
			q.Writer.Flush()
		}
		select {
		case <-q.Request.Context().Done():
			return nil
		case <-end.C:
			return nil
		case <-tick.C:
		}
	}
}

// take streams the files of a form into the case, one after the other.
func (s *Server) take(q *request) ([]evidence.LedgerRow, error) {
	if s.Intake == nil {
		return nil, notOffered("Taking files in")
	}
	parts, err := q.Request.MultipartReader()
	if err != nil {
		return nil, invalid("The request holds no files.", "Send them as multipart/form-data, each as a part named files.")
	}
	labels, rows := Labels{By: q.who.Name}, []evidence.LedgerRow{}
	for {
		p, err := parts.NextPart()
		if errors.Is(err, io.EOF) {
			return rows, nil
		}
		if err != nil {
			return rows, err
		}
		if p.FileName() == "" {
			err = readLabel(p, &labels)
		} else {
			var row evidence.LedgerRow
			row, err = s.Intake.Take(q.Request.Context(), p.FileName(), p, labels)
			rows = append(rows, row)
		}
		if err != nil {
			return rows, err
		}
	}
}

func readLabel(p *multipart.Part, l *Labels) error {
	b, err := io.ReadAll(io.LimitReader(p, 1000))
	text := strings.TrimSpace(string(b))
	switch p.FormName() {
	case "custodian":
		l.Custodian = text
	case "collection":
		l.Collection = text
	case "note":
		l.Note = text
	}
	return err
}

// upload takes files from the form of a page.
func (s *Server) upload(q *request) error {
	rows, err := s.take(q)
	if err != nil {
		return err
	}
	if len(rows) == 0 {
		return invalid("No file was chosen.", "Choose files, or drop them on the page.")
	}
	if strings.Contains(q.GetHeader("Accept"), "application/json") {
		writeJSON(q.Writer, http.StatusOK, summary(rows))
		return nil
	}
	v := &importsPage{Offered: true, Said: rows}
	if err := s.ledgerView(q, v); err != nil {
		return err
	}
	return s.render(q, http.StatusOK, "imports", v)
}

func summary(rows []evidence.LedgerRow) evidence.Summary {
	sum := evidence.Summary{Version: 1, Files: []evidence.LedgerRow{}}
	for _, r := range rows {
		if r.Warnings == nil {
			r.Warnings = []string{}
		}
		sum.Count(r)
	}
	return sum
}

// retry reads the file of an exception again, with a password where one is given.
func (s *Server) retry(q *request) error {
	if s.Intake == nil {
		return notOffered("Reading again")
	}
	n, err := strconv.ParseUint(q.Param("row"), 10, 64)
	if err != nil {
		return fmt.Errorf("row %q: %w", clip(q.Param("row"), 20), evidence.ErrNotFound)
	}
	row, err := s.Intake.Retry(q.Request.Context(), n, q.PostForm("password"), q.who.Name)
	if err != nil {
		return err
	}
	v := &importsPage{Offered: true, Said: []evidence.LedgerRow{row}}
	if err := s.ledgerView(q, v); err != nil {
		return err
	}
	return s.render(q, http.StatusOK, "imports", v)
}

type firstPage struct {
	Chrome
	Offered bool
	Limit   string
}

// firstRun says how documents get in.
func (s *Server) firstRun(q *request) error {
	v := &firstPage{Chrome: Chrome{Title: "New case", Section: "search"}, Offered: s.Intake != nil, Limit: bytesWord(s.MaxBody)}
	return s.render(q, http.StatusOK, "first", v)
}
