package ui

import (
	"slices"

	"averment/evidence"
)

func (s *sample) Tag(id, tag, _ string) error {
	for _, d := range s.docs {
		if d.ID == id {
			d.Tags = append(slices.Clone(d.Tags), tag)
		}
	}
	return nil
}

func (s *sample) Untag(id, tag, _ string) error {
	for _, d := range s.docs {
		if d.ID == id {
			d.Tags = slices.DeleteFunc(slices.Clone(d.Tags), func(t string) bool { return t == tag })
		}
	}
	return nil
}

func (s *sample) Tags() (map[string]int, error) { return map[string]int{"key": 1}, nil }

func (s *sample) AddNote(id string, n evidence.Note) (evidence.Note, error) {
	for _, d := range s.docs {
		if d.ID == id {
			n.ID = uint64(len(d.Notes) + 1)
			d.Notes = append(slices.Clone(d.Notes), n)
		}
	}
	return n, nil
}

func (s *sample) RemoveNote(string, uint64, string) error { return nil }

func (s *sample) SavedQueries() ([]Saved, error) { return s.saved, nil }

func (s *sample) SaveQuery(q Saved) (Saved, error) {
	q.ID = uint64(len(s.saved) + 1)
	s.saved = append(s.saved, q)
	return q, nil
}

func (s *sample) DeleteQuery(id uint64, _ string) error {
	s.saved = slices.DeleteFunc(s.saved, func(q Saved) bool { return q.ID == id })
	return nil
}

func (s *sample) EditParties(edits []PartyEdit, touched []string) ([]PartyEdit, error) {
	s.touched = touched
	act := uint64(len(s.edits) + 1)
	edits = slices.Clone(edits)
	for i := range edits {
		edits[i].ID, edits[i].Act = uint64(len(s.edits)+1), act
		s.edits = append(s.edits, edits[i])
	}
	return edits, nil
}

func (s *sample) PartyEdits() ([]PartyEdit, error) { return s.edits, nil }

func (s *sample) RemovePartyEdit(id uint64, _ string) error {
	for _, act := range acts(s.edits) {
		if slices.ContainsFunc(act, func(e PartyEdit) bool { return e.ID == id }) {
			s.edits = slices.DeleteFunc(s.edits, func(e PartyEdit) bool { return e.Act == act[0].Act })
		}
	}
	return nil
}

func (s *sample) Record(e Event) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	e.Seq, e.Time = uint64(len(s.events)), "2025-11-05T10:00:00Z"
	s.events = append(s.events, e)
	return nil
}

func (s *sample) Audit(q AuditQuery, yield func(Event) error) error {
	s.mu.Lock()
	list := slices.Clone(s.events)
	s.mu.Unlock()
	for _, e := range slices.Backward(list) {
		if q.Object != "" && e.Object != q.Object || q.Actor != "" && e.Actor != q.Actor || q.Action != "" && e.Action != q.Action {
			continue
		}
		if err := yield(e); err != nil {
			return err
		}
	}
	return nil
}

func (s *sample) GetRecord(kind, key string) ([]byte, bool, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	b, ok := s.records[kind][key]
	return b, ok, nil
}

func (s *sample) PutRecord(kind, key string, value []byte) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.records[kind] == nil {
		s.records[kind] = map[string][]byte{}
	}
	s.records[kind][key] = value
	return nil
}

func (s *sample) DeleteRecord(kind, key string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	delete(s.records[kind], key)
	return nil
}

func (s *sample) Records(kind string, yield func(string, []byte) error) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, k := range sortedKeys(s.records[kind]) {
		if err := yield(k, s.records[kind][k]); err != nil {
			return err
		}
	}
	return nil
}
