package main

import (
	"context"
	"errors"
	"io"
	"maps"
	"os"
	"slices"
	"sync"

	"averment/evidence"
	"averment/ingest"
	"averment/ingest/watch"
	"averment/ingest/worker"
	"averment/search/crosscheck"
	"averment/store"
	"averment/ui"
)

// desk is the case as the web pages see it. Whatever changes a document wakes the index.
type desk struct {
	*session
	pool     *worker.Pool
	imports  *ingest.Importer
	check    *crosscheck.Checker
	watching []string

	mu       sync.Mutex
	underWay map[string]ui.UnderWay // uploads
	watchers []*watch.Watcher
}

func newDesk(s *session, pool *worker.Pool, watching []string) *desk {
	return &desk{session: s, pool: pool, imports: ingest.New(shelf{s.store}, pool, ingest.Options{Forget: true}),
		check: s.checker(pool.Facts), watching: watching, underWay: map[string]ui.UnderWay{}}
}

// Relatives gives the family, the near-duplicates and the versions of a document.
func (d *desk) Relatives(sha string) ([]ui.Relative, error) {
	family, err := d.store.Family(sha)
	if err != nil {
		return nil, err
	}
	var out []ui.Relative
	known := map[string]bool{sha: true}
	add := func(relation string, likeness float64, ids ...string) {
		for _, id := range ids {
			if !known[id] {
				known[id] = true
				out = append(out, ui.Relative{ID: id, Relation: relation, Similarity: likeness})
			}
		}
	}
	add("holds this", 0, family.Parents...)
	add("held by this", 0, family.Children...)
	add("same family", 0, family.Members...)
	similar, err := d.store.Similar(sha)
	for _, s := range similar {
		relation := "near-duplicate"
		if s.Version {
			relation = "version"
		}
		add(relation, s.Similarity, s.ID)
	}
	return out, err
}

// Rows gives rows of the ledger.
func (d *desk) Rows(q ui.LedgerQuery, yield func(evidence.LedgerRow) error) error {
	return d.store.Ledger(store.LedgerFilter(q), yield)
}

// LedgerSums gives the sums of the ledger.
func (d *desk) LedgerSums() (evidence.Summary, error) { return d.store.LedgerSums() }

// Record writes an entry of the custody log.
func (d *desk) Record(e ui.Event) error { return d.store.Record(store.Event(e)) }

// Audit gives entries of the custody log, the newest first.
func (d *desk) Audit(q ui.AuditQuery, yield func(ui.Event) error) error {
	f := store.AuditFilter{Actor: q.Actor, Action: q.Action, Object: q.Object, After: q.Before, Limit: q.Limit, Newest: true}
	return d.store.Audit(f, func(e store.Event) error { return yield(ui.Event(e)) })
}

// Level tells the state of the case and of the machine.
func (d *desk) Level() ui.Level {
	st := d.index.Status()
	level := ui.Level{Searchable: st.Searchable, Unsearchable: st.Unsearchable, Pending: st.Pending, Snapshot: st.Snapshot,
		Rebuilding: st.Rebuilding, Sandbox: d.pool.Level().String(), OCR: d.pool.Level().OCR, Watching: d.watching}
	if free, _, err := store.FreeSpace(d.store.Dir()); err == nil {
		level.FreeBytes = free
	}
	if err := d.store.Writable(); err != nil {
		level.ReadOnly = err.Error()
	}
	level.Waiting, level.UnderWay = d.onTheWay()
	return level
}

// underWayShown bounds the files under way that are named; all are counted.
const underWayShown = 50

// onTheWay counts the uploads and the watched files under way, and names the foremost.
func (d *desk) onTheWay() (total int, some []ui.UnderWay) {
	d.mu.Lock()
	total = len(d.underWay)
	for _, path := range slices.Sorted(maps.Keys(d.underWay)) {
		some = append(some, d.underWay[path])
	}
	watchers := d.watchers
	d.mu.Unlock()
	for _, w := range watchers {
		n, files := w.UnderWay(underWayShown)
		total += n
		for _, f := range files {
			some = append(some, ui.UnderWay{Path: f.Path, Step: f.Step, Size: f.Size})
		}
	}
	return total, some[:min(len(some), underWayShown)]
}

// watch takes the watchers, whose files under way are shown.
func (d *desk) watch(watchers []*watch.Watcher) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.watchers = watchers
}

// Render draws a page of a PDF.
func (d *desk) Render(ctx context.Context, sha string, page, dpi int) ([]byte, error) {
	f, err := d.store.Original(sha)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	data, err := io.ReadAll(f)
	if err != nil {
		return nil, err
	}
	return d.pool.Render(ctx, data, page, dpi)
}

// Original opens the original bytes.
func (d *desk) Original(sha string) (*os.File, error) { return d.store.Original(sha) }

// Take takes an uploaded file in and waits until it can be found.
func (d *desk) Take(ctx context.Context, name string, r io.Reader, l ui.Labels) (evidence.LedgerRow, error) {
	data, err := io.ReadAll(r)
	if err != nil {
		return evidence.LedgerRow{}, err
	}
	d.step(ui.UnderWay{Path: name, Step: "found", Size: int64(len(data))})
	defer d.step(ui.UnderWay{Path: name})
	var row evidence.LedgerRow
	c := ingest.FromBytes(name, data, ingest.Labels{Custodian: l.Custodian, Collection: l.Collection, Note: l.Note})
	c.Settled = func(r evidence.LedgerRow) { row = r }
	queue := make(chan ingest.Candidate, 1)
	queue <- c
	close(queue)
	if _, err := d.imports.Import(ctx, queue); err != nil {
		return row, err
	}
	d.step(ui.UnderWay{Path: name, Step: "indexing", Size: row.Size})
	return row, d.index.Sync(ctx)
}

// step shows how far an upload is; an empty step ends it.
func (d *desk) step(u ui.UnderWay) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if u.Step == "" {
		delete(d.underWay, u.Path)
		return
	}
	d.underWay[u.Path] = u
}

// Retry reads the file of a row again, with a password where one is given.
func (d *desk) Retry(ctx context.Context, number uint64, password, by string) (evidence.LedgerRow, error) {
	row, err := d.retry(ctx, d.pool, number, password, by)
	if err != nil {
		return row, err
	}
	return row, d.index.Sync(ctx)
}

// retry reads the file of a row again.
func (s *session) retry(ctx context.Context, pool *worker.Pool, number uint64, password, by string) (evidence.LedgerRow, error) {
	row, err := s.store.Row(number)
	if err != nil {
		return row, err
	}
	var data []byte
	if row.ID != "" {
		f, err := s.store.Original(row.ID)
		if err != nil {
			return row, err
		}
		defer f.Close()
		if data, err = io.ReadAll(f); err != nil {
			return row, err
		}
	}
	o := ingest.Options{Forget: true}
	if password != "" {
		o.Passwords = []string{password}
	}
	now, err := ingest.New(shelf{s.store}, pool, o).Retry(ctx, row, data)
	outcome := string(now.State)
	if err != nil {
		outcome = err.Error()
	}
	return now, errors.Join(err, s.store.Record(store.Event{Actor: by, Action: "retried", Object: row.ID, Outcome: outcome}))
}

// Check compares each sentence of a text with the case.
func (d *desk) Check(ctx context.Context, text string, yield func(ui.Sentence) error) error {
	return d.check.Check(ctx, text, crosscheck.CheckOptions{}, yield)
}

// Claim compares a claim, taken whole, with the case.
func (d *desk) Claim(ctx context.Context, claim string) (*ui.CheckAnswer, error) {
	return d.check.Claim(ctx, claim, crosscheck.CheckOptions{})
}

// Claims groups the statements of what a query finds.
func (d *desk) Claims(ctx context.Context, query string) (*ui.Claims, error) {
	return d.claims(ctx, query)
}

// Changes compares versions of policies and pleadings.
func (d *desk) Changes(ctx context.Context, query string) (*ui.Changes, error) {
	return d.versions(ctx, query)
}

// ReadText reads a file without storing it, for the check page.
func (d *desk) ReadText(ctx context.Context, name string, data []byte) (string, error) {
	out, err := d.pool.Read(ctx, worker.Job{Name: name, Data: data})
	if err != nil {
		return "", err
	}
	return bodyText(out.Document), nil
}
