package ui

import (
	"context"
	"io"
	"strings"
	"testing"
)

// versions is a sample of two versions of a complaint.
type versions struct{}

func (versions) Changes(_ context.Context, query string) (*Changes, error) {
	if query == "nothing" {
		return &Changes{Version: 1, Changes: []Change{}}, nil
	}
	old, next := &Clause{Document: sha(1), Text: "Riders lost $40.", Page: 2, Paragraph: 7}, &Clause{Document: sha(2), Text: "Riders lost $90.", Page: 3, Paragraph: 9}
	return &Changes{Version: 1, Changes: []Change{
		{Kind: "pleading", Policy: "Complaint", Change: "same", Before: old, After: old},
		{Kind: "pleading", Policy: "Complaint", Change: "changed", Changed: true, Before: old, After: next, Diff: [][2]string{{"=", "Riders lost"}, {"-", "$40"}, {"+", "$90"}}},
		{Kind: "pleading", Policy: "Complaint", Change: "dropped", Changed: true, Before: old},
	}}, nil
}

func TestChangesPage(t *testing.T) {
	s, _ := newServer(t)
	v := as(t, s, "reader")
	for _, c := range []struct {
		target    string
		want, not []string
	}{
		{"/changes", []string{"<del>$40</del>", "<ins>$90</ins>", "¶ 9, page 3", "Nothing like it.", "1 unchanged", sha(2)[:16]}, []string{`class="st reports"`}},
		{"/changes?show=all", []string{`class="st reports"`}, nil},
		{"/changes?q=nothing", []string{"in two versions"}, []string{"<del>"}},
		{"/api/v1/changes", []string{`"version":1`, `"change":"dropped"`, `"after":null`}, nil},
	} {
		b, err := io.ReadAll(v.do(get, c.target, "").Body)
		if err != nil {
			t.Fatal(err)
		}
		for _, w := range c.want {
			if !strings.Contains(string(b), w) {
				t.Errorf("%s lacks %s", c.target, w)
			}
		}
		for _, w := range c.not {
			if strings.Contains(string(b), w) {
				t.Errorf("%s has %s", c.target, w)
			}
		}
	}
	bare, _ := newServer(t, func(o *Options) { o.Versions = nil })
	if res := as(t, bare, "reader").do(get, "/changes", ""); res.StatusCode < 400 {
		t.Errorf("without versions: %d", res.StatusCode)
	}
}
