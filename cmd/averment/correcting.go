package main

import (
	"context"
	"strconv"
	"time"

	"averment/index"
	"averment/store"
	"averment/ui"
)

// EditParties keeps corrections of parties, and waits a moment for searches to follow.
func (s *session) EditParties(edits []ui.PartyEdit, touched []string) ([]ui.PartyEdit, error) {
	stored := make([]store.PartyEdit, len(edits))
	for i, e := range edits {
		stored[i] = store.PartyEdit{Op: store.PartyOp(e.Op), Name: e.Name, To: e.To, Aliases: e.Aliases, Document: e.Document, By: e.By}
	}
	kept, err := s.store.EditParties(stored, touched)
	if err != nil {
		return nil, err
	}
	s.follow()
	return shownEdits(kept), nil
}

// PartyEdits gives the corrections of parties in the order in which they were made.
func (s *session) PartyEdits() ([]ui.PartyEdit, error) {
	kept, err := s.store.PartyEdits()
	return shownEdits(kept), err
}

// RemovePartyEdit takes a correction back, with those that were made together with it.
func (s *session) RemovePartyEdit(id uint64, by string) error {
	touched, err := s.correctedBy(id)
	if err != nil {
		return err
	}
	if err := s.store.RemovePartyEdit(id, by, touched...); err != nil {
		return err
	}
	s.follow()
	return nil
}

// correctedBy gives the documents which a correction, or one made together with it,
// changed, those that came later too; never nil.
func (s *session) correctedBy(id uint64) ([]string, error) {
	ctx := context.Background()
	if err := s.index.Sync(ctx); err != nil { // what is not indexed yet may have it
		return nil, err
	}
	edits, err := s.store.PartyEdits()
	if err != nil {
		return nil, err
	}
	act := id
	for _, e := range edits {
		if e.ID == id && e.Act != 0 {
			act = e.Act
		}
	}
	ask := index.Request{Filters: map[string][]string{}}
	for _, e := range edits {
		if e.ID == id || e.Act == act {
			ask.Filters["correction"] = append(ask.Filters["correction"], strconv.FormatUint(e.ID, 10))
		}
	}
	found, err := s.index.Search(ctx, ask)
	if err != nil {
		return nil, err
	}
	touched := []string{}
	if ask.Limit = found.Total; ask.Limit == 0 {
		return touched, nil
	}
	if found, err = s.index.Search(ctx, ask); err != nil {
		return nil, err
	}
	for _, h := range found.Hits {
		touched = append(touched, h.ID)
	}
	return touched, nil
}

// followWait is how long a person waits for the index after a correction; what takes
// longer goes on behind.
const followWait = 2 * time.Second

// follow brings the index up to what was corrected.
func (s *session) follow() {
	ctx, cancel := context.WithTimeout(context.Background(), followWait)
	defer cancel()
	if s.index.Sync(ctx) != nil {
		s.index.Notify()
	}
}

func shownEdits(list []store.PartyEdit) []ui.PartyEdit {
	out := make([]ui.PartyEdit, len(list))
	for i, e := range list {
		out[i] = ui.PartyEdit{ID: e.ID, Act: e.Act, Op: string(e.Op), Name: e.Name, To: e.To, Aliases: e.Aliases, Document: e.Document, By: e.By, At: e.At}
	}
	return out
}
