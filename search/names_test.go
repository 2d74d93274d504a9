package search

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"averment/evidence"
)

// TestNamesOfPartiesAreOne: facets and filters know a party under one name, while party:
// and speaker: go on asking for the words of a name.
func TestNamesOfPartiesAreOne(t *testing.T) {
	m := &memory{}
	for i, name := range []string{"Tarn Dairy, Inc.", "TARN DAIRY INC", "Tarn Dairy", "Tarn Dairy, Inc.", "Larch LLC"} {
		d := &evidence.Document{Pages: text(name + " says so.")}
		d.Parties = []evidence.Party{{Name: name, Type: evidence.Organisation, Spans: at(d, 1, name)}}
		d.Statements = []evidence.Statement{{Speaker: strings.TrimSuffix(name, ", Inc."), Stance: evidence.States, Text: "so", Spans: at(d, 1, "says so")}}
		m.add(fmt.Sprint("d", i+1), d)
	}
	e := m.engine(t)
	for _, facet := range []string{"party", "speaker"} {
		for _, spelling := range []string{"Tarn Dairy, Inc.", "Tarn Dairy", "TARN DAIRY INC"} {
			a, err := e.Search(context.Background(), Request{Query: "so", Facets: map[string][]string{facet: {spelling}}})
			if err != nil {
				t.Fatal(err)
			}
			if got := fmt.Sprint(a.Facets[facet]); a.Total != 4 || got != "[{Tarn Dairy, Inc. 4} {Larch LLC 1}]" {
				t.Errorf("%s=%s: %d documents, facet %s", facet, spelling, a.Total, got)
			}
			if got := fmt.Sprint(a.Chosen[facet]); got != "[{Tarn Dairy, Inc. 4}]" {
				t.Errorf("%s=%s is chosen as %s", facet, spelling, got)
			}
		}
	}
	for query, want := range map[string]string{`party:"Tarn Dairy"`: "d1 d2 d3 d4", `party:"Tarn Dairy, Inc."`: "d1 d2 d4", `speaker:"Dairy Inc"`: "d2"} {
		got := m.found(t, e, Request{Query: query})
		slices.Sort(got)
		if strings.Join(got, " ") != want {
			t.Errorf("%s finds %v, want %s", query, got, want)
		}
	}
}
