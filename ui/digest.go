package ui

import (
	"cmp"
	"slices"
	"strings"
	"sync"

	"averment/evidence"
	"averment/index"
)

// caseDigest is what the timeline and the parties need of all documents together.
type caseDigest struct {
	Events  []event
	Parties map[string]*partyProfile // by the name that leads
	Names   map[string]string        // every name of a party to the one that leads
	Undated []undated

	census *index.Census
	spoken map[string]map[string]int // how often a speaker takes each stance
}

func newDigest() *caseDigest {
	return &caseDigest{Parties: map[string]*partyProfile{}, census: index.NewCensus(), spoken: map[string]map[string]int{}}
}

// party finds a party by any of its names, nil for none.
func (d *caseDigest) party(name string) *partyProfile {
	if lead, ok := d.Names[name]; ok {
		name = lead
	}
	return d.Parties[name]
}

// event is something dated, with everyone who says so.
type event struct {
	Value, Text string
	Lane        int
	Sources     []eventSource
}

type eventSource struct {
	Document, Name string
	Page, Start    int
	Surface        string
	Stance         string
	Own            bool // the document's own date
}

type undated struct {
	Surface, Candidate, Name, URL string
}

// digestCache keeps the digest while the snapshot stays the same.
type digestCache struct {
	mu       sync.Mutex
	snapshot string
	made     *caseDigest
}

// digest reads all documents once per snapshot.
func (s *Server) digest() (*caseDigest, error) {
	s.digests.mu.Lock()
	defer s.digests.mu.Unlock()
	snapshot := s.Status.Level().Snapshot
	if s.digests.made != nil && s.digests.snapshot == snapshot && snapshot != "" {
		return s.digests.made, nil
	}
	d := newDigest()
	events := map[string]*event{}
	err := s.Documents.Documents(func(doc *evidence.Document) error {
		d.read(doc, events)
		return nil
	})
	if err != nil {
		return nil, err
	}
	d.gather()
	for _, e := range events {
		d.Events = append(d.Events, *e)
	}
	slices.SortFunc(d.Events, func(a, b event) int {
		return cmp.Or(strings.Compare(a.Value, b.Value), len(b.Sources)-len(a.Sources), strings.Compare(a.Text, b.Text))
	})
	s.digests.snapshot, s.digests.made = snapshot, d
	return d, nil
}

// forget makes the next digest anew, after a correction.
func (s *Server) forget() {
	s.digests.mu.Lock()
	s.digests.made = nil
	s.digests.mu.Unlock()
}

// laneOf puts a document in a lane of the timeline.
func laneOf(d *evidence.Document) int {
	switch d.Kind {
	case evidence.Filing:
		return 0
	case evidence.Policy:
		return 2
	case evidence.Article:
		return 3
	}
	return 1
}

var laneNames = []string{"Filings", "Mail and other", "Policy", "Press"}

func (d *caseDigest) read(doc *evidence.Document, events map[string]*event) {
	name := nameOf(doc.Title, doc.Source.Path, doc.ID)
	lane := laneOf(doc)
	put := func(value, text string, src eventSource) {
		key := value + "\x00" + strings.ToLower(oneLine(text))
		e := events[key]
		if e == nil {
			e = &event{Value: value, Text: text, Lane: lane}
			events[key] = e
		}
		if !slices.ContainsFunc(e.Sources, func(o eventSource) bool { return o.Document == src.Document }) {
			e.Sources = append(e.Sources, src)
		}
	}
	if v := isoDate(doc.Date()); v != "" {
		verb := map[int]string{0: "Filed: ", 1: "Dated: ", 2: "Policy of this date: ", 3: "Published: "}[lane]
		put(v, verb+name, eventSource{Document: doc.ID, Name: name, Page: 1, Own: true})
	}
	for _, f := range doc.Dates {
		if f.Proposed || len(f.Spans) == 0 {
			continue
		}
		src := eventSource{Document: doc.ID, Name: name, Page: f.Spans[0].Page, Start: f.Spans[0].Start, Surface: f.Surface, Stance: stanceAt(doc, f.Spans[0])}
		switch {
		case !f.Resolved:
			d.Undated = append(d.Undated, undated{f.Surface, f.Candidate, name, passageURL(doc.ID, src.Page, src.Start)})
		case f.Event != "":
			put(f.Value, f.Event, src)
		}
	}
	d.parties(doc, name)
}

// stanceAt is the stance of the statement around a place.
func stanceAt(doc *evidence.Document, at evidence.Span) string {
	for _, st := range doc.Statements {
		for _, sp := range st.Spans {
			if sp.Touches(at) {
				return string(st.Stance)
			}
		}
	}
	return ""
}
