package crosscheck_test

import (
	"context"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"averment/evidence"
	"averment/ingest/extract"
	"averment/search/crosscheck"
)

// cellsById are the documents of each group by its id.
func cellsById(t *testing.T, docs []*evidence.Document) map[string][]string {
	t.Helper()
	g, err := crosscheck.Against(docs, extract.Facts).Claims(context.Background(), nil)
	if err != nil {
		t.Fatal(err)
	}
	out := map[string][]string{}
	for _, one := range g.Groups {
		for _, c := range one.Cells {
			out[one.ID] = append(out[one.ID], c.Document+" "+c.Text)
		}
	}
	return out
}

// TestGroupsKeepTheirIDs brings documents in in another order, and others that have
// nothing to do with them.
func TestGroupsKeepTheirIDs(t *testing.T) {
	docs, _ := readWire(t, "wire1.txt")
	first := cellsById(t, docs)
	if len(first) < 3 {
		t.Fatalf("%d groups", len(first))
	}
	again, _ := readWire(t, "wire1.txt")
	r := rand.New(rand.NewPCG(3, 4))
	r.Shuffle(len(again), func(i, j int) { again[i], again[j] = again[j], again[i] })
	if got := cellsById(t, again); !reflect.DeepEqual(first, got) {
		t.Errorf("another order gives other groups:\n%v\n%v", first, got)
	}
	more, _ := readWire(t, "wire1.txt")
	for i := range 8 {
		more = append(more, report(fmt.Sprintf("field%d", i), "Harvest", fmt.Sprintf("The cooperative of Vale %d picked plums by lamplight. Its wagons carried barrels over the ridge before dawn.", i), "1986-01-01"))
	}
	got := cellsById(t, more)
	kept := 0
	for id := range first {
		if reflect.DeepEqual(first[id], got[id]) {
			kept++
		}
	}
	if kept < len(first) {
		t.Errorf("%d of %d groups kept their id and their cells beside documents that have nothing to do with them", kept, len(first))
	}
}

// TestIndependentSources counts copies and reports that credit one origin together.
func TestIndependentSources(t *testing.T) {
	const story = "Harbor Freight Line agreed on Tuesday to pay $9 million to the families of seven dockers who drowned when its crane fell into the basin at Port Sable last winter."
	docs := []*evidence.Document{
		report("wire", "", story, "2024-03-06"),
		report("copy", "", story+" The company has 400 workers.", "2024-03-07"),
		report("credits", "", "Harbor Freight Line will pay $9 million to the families of seven dockers who drowned at Port Sable, the Sable Courier reported.", "2024-03-08"),
		report("courier", "", "Harbor Freight Line pays $9 million to the families of seven drowned dockers of Port Sable.", "2024-03-05"),
		report("own", "", "The families of seven dockers who drowned at Port Sable get $9 million from Harbor Freight Line, their lawyer said.", "2024-03-09"),
	}
	docs[2].Origin, docs[3].Publisher = []string{"Sable Courier"}, "Sable Courier"
	g, err := crosscheck.Against(docs, extract.Facts).Claims(context.Background(), nil)
	if err != nil {
		t.Fatal(err)
	}
	i := slices.IndexFunc(g.Groups, func(one crosscheck.Group) bool { return one.Documents == 5 })
	if i < 0 {
		b, _ := json.Marshal(g.Groups)
		t.Fatalf("no group of all five: %s", b)
	}
	if got := g.Groups[i]; got.Independent != 3 || got.First != "courier" {
		t.Errorf("%d independent, first %s; want 3 and courier", got.Independent, got.First)
	}
}
