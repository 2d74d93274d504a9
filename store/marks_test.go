package store

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"averment/evidence"
)

func TestMarksOutliveReadingAgain(t *testing.T) {
	c := newCase(t)
	d := sample("a", "Text of a.")
	add(t, c, d, sample("b", "Text of b."))
	last := c.LastQueue()
	note, err := c.AddNote(d.ID, evidence.Note{Text: "Ask about this.", By: "Rivera", Span: &evidence.Span{Page: 1, Start: 0, End: 4}})
	err = errors.Join(err, c.Tag(d.ID, "hot", "Rivera"), c.Tag(d.ID, "hot", "Rivera"), c.Tag(d.ID, "privileged", "Okafor"))
	if err != nil {
		t.Fatal(err)
	}
	if c.LastQueue() == last {
		t.Error("the index does not learn of the tags")
	}
	if err := c.Replace(sample("a", "A better reading.")); err != nil {
		t.Fatal(err)
	}
	c = reopen(t, c)
	full, err := c.Full(d.ID)
	if err != nil {
		t.Fatal(err)
	}
	if full.Pages[0].Text != "A better reading." || fmt.Sprint(full.Tags) != "[hot privileged]" ||
		len(full.Notes) != 1 || full.Notes[0].ID != note.ID || full.Notes[0].Span.End != 4 {
		t.Errorf("tags %v, notes %+v", full.Tags, full.Notes)
	}
	if tags, _ := c.Tags(); tags["hot"] != 1 || len(tags) != 2 {
		t.Errorf("tags %v", tags)
	}
	if err := errors.Join(c.Untag(d.ID, "hot", "Rivera"), c.RemoveNote(d.ID, note.ID, "Rivera")); err != nil {
		t.Fatal(err)
	}
	if err := c.RemoveNote(d.ID, note.ID, "Rivera"); !errors.Is(err, evidence.ErrNotFound) {
		t.Errorf("removed twice: %v", err)
	}
	if tags, _ := c.Tags(); tags["hot"] != 0 {
		t.Errorf("tags %v", tags)
	}
	if err := c.Tag(strings.Repeat("0", 64), "hot", "x"); !errors.Is(err, evidence.ErrNotFound) {
		t.Errorf("a tag on nothing: %v", err)
	}
}

func TestPartyEdits(t *testing.T) {
	facts := func() []evidence.Party {
		return []evidence.Party{
			{Name: "Northlake Networks, Inc.", Aliases: []string{"Northlake", "the Company"}, Roles: []string{"defendant"}, Spans: []evidence.Span{{Page: 1, Start: 5, End: 9}}},
			{Name: "Northlake Corp.", Roles: []string{"mentioned"}, Proposed: true, Spans: []evidence.Span{{Page: 1, Start: 1, End: 3}}},
			{Name: "Ana Okafor", Roles: []string{"plaintiff"}},
		}
	}
	tests := []struct {
		edits []PartyEdit
		want  string // NAME(aliases)[roles] and a mark for verified, in order
	}{
		{[]PartyEdit{{Op: Confirm, Name: "Northlake Corp."}}, "Northlake Networks, Inc.(Northlake,the Company)[defendant] Northlake Corp.()[mentioned]! Ana Okafor()[plaintiff]"},
		{[]PartyEdit{{Op: Rename, Name: "ana okafor", To: "Anna Okafor"}}, "Northlake Networks, Inc.(Northlake,the Company)[defendant] Northlake Corp.()[mentioned] Anna Okafor(Ana Okafor)[plaintiff]!"},
		{[]PartyEdit{{Op: Merge, Name: "Northlake Corp.", To: "Northlake Networks, Inc."}}, "Northlake Networks, Inc.(Northlake Corp.,Northlake,the Company)[defendant]! Ana Okafor()[plaintiff]"},
		{[]PartyEdit{{Op: Split, Name: "Northlake Networks, Inc.", To: "The Company LLC", Aliases: []string{"the Company"}}},
			"Northlake Networks, Inc.(Northlake)[defendant]! Northlake Corp.()[mentioned] Ana Okafor()[plaintiff] The Company LLC(the Company)[defendant]!"},
		{[]PartyEdit{{Op: Rename, Name: "Ana Okafor", To: "A"}, {Op: Rename, Name: "A", To: "B"}}, "Northlake Networks, Inc.(Northlake,the Company)[defendant] Northlake Corp.()[mentioned] B(Ana Okafor,A)[plaintiff]!"},
		{[]PartyEdit{{Op: Rename, Name: "nobody", To: "A"}}, "Northlake Networks, Inc.(Northlake,the Company)[defendant] Northlake Corp.()[mentioned] Ana Okafor()[plaintiff]"},
	}
	for _, tt := range tests {
		c := newCase(t)
		d := sample("a", "Some text of the document.")
		d.Parties = facts()
		add(t, c, d)
		for _, e := range tt.edits {
			if _, err := c.EditParty(e, d.ID); err != nil {
				t.Fatal(err)
			}
		}
		again := sample("a", "Some text of the document, read again.")
		again.Parties = facts()
		if err := c.Replace(again); err != nil {
			t.Fatal(err)
		}
		got, err := c.Document(d.ID)
		if err != nil || describe(got.Parties) != tt.want {
			t.Errorf("%+v: %s, want %s (%v)", tt.edits, describe(got.Parties), tt.want, err)
		}
		edits, _ := c.PartyEdits()
		for _, e := range slices.Backward(edits) {
			if err := c.RemovePartyEdit(e.ID, "Rivera"); err != nil {
				t.Fatal(err)
			}
		}
		if got, _ := c.Document(d.ID); describe(got.Parties) != describe(facts()) {
			t.Errorf("taken back: %s", describe(got.Parties))
		}
	}
	c := newCase(t)
	for _, bad := range []PartyEdit{{Op: Rename, Name: "x"}, {Op: "delete", Name: "x"}, {Op: Split, Name: "x", To: "y"}, {Op: Confirm}} {
		if _, err := c.EditParty(bad); !errors.Is(err, evidence.ErrInvalid) {
			t.Errorf("%+v: %v", bad, err)
		}
	}
}

func describe(parties []evidence.Party) string {
	var out []string
	for _, p := range parties {
		s := fmt.Sprintf("%s(%s)[%s]", p.Name, strings.Join(p.Aliases, ","), strings.Join(p.Roles, ","))
		if p.Verified {
			s += "!"
		}
		out = append(out, s)
	}
	return strings.Join(out, " ")
}

func TestSavedQueriesAndRecords(t *testing.T) {
	c := newCase(t)
	q, err := c.SaveQuery(SavedQuery{Query: "breach w/5 contract", By: "Rivera"})
	if err != nil || q.ID == 0 || q.Name != q.Query || q.At == "" {
		t.Fatalf("%+v %v", q, err)
	}
	q.LastTotal = 12
	if _, err := c.SaveQuery(q); err != nil {
		t.Fatal(err)
	}
	if list, _ := c.SavedQueries(); len(list) != 1 || list[0].LastTotal != 12 {
		t.Errorf("%+v", list)
	}
	if err := errors.Join(c.DeleteQuery(q.ID, "Rivera")); err != nil {
		t.Fatal(err)
	}
	if err := c.DeleteQuery(q.ID, "Rivera"); !errors.Is(err, evidence.ErrNotFound) {
		t.Error(err)
	}
	c.PutRecord(Users, "rivera", []byte("hash"), Event{Action: "configured", Object: "user rivera"})
	c.PutRecord(Users, "okafor", []byte("other"))
	c.PutRecord(Tokens, "t", []byte("x"))
	var names []string
	c.Records(Users, func(key string, value []byte) error { names = append(names, key+"="+string(value)); return nil })
	if fmt.Sprint(names) != "[okafor=other rivera=hash]" {
		t.Errorf("%v", names)
	}
	c.DeleteRecord(Users, "rivera")
	if _, known, err := c.GetRecord(Users, "rivera"); known || err != nil {
		t.Errorf("%v %v", known, err)
	}
}

func TestPathStates(t *testing.T) {
	c := newCase(t)
	odd := [][]byte{[]byte("a.pdf"), []byte("new\nline.txt"), {0xff, 0xfe, '/', 'x'}, []byte(strings.Repeat("n", 255))}
	for i, path := range odd {
		if err := c.SetPathState("inbox", path, PathState{Inode: uint64(i), Size: 7, State: "taken"}); err != nil {
			t.Fatal(err)
		}
	}
	c.SetPathState("inbox2", odd[0], PathState{State: "other"})
	if s, known, err := c.PathState("inbox", odd[2]); err != nil || !known || s.Inode != 2 {
		t.Errorf("%+v %v %v", s, known, err)
	}
	if _, known, _ := c.PathState("inbox", []byte("b.pdf")); known {
		t.Error("a path that was never seen is known")
	}
	n := 0
	c.PathStates("inbox", func(path []byte, s PathState) error { n++; return nil })
	if n != len(odd) {
		t.Errorf("%d paths", n)
	}
	if err := c.SetPathState("a\x00b", odd[0], PathState{}); !errors.Is(err, evidence.ErrInvalid) {
		t.Error(err)
	}
}
