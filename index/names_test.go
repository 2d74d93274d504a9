package index

import (
	"cmp"
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"averment/evidence"
)

func company(name string, aliases ...string) evidence.Party {
	return evidence.Party{Name: name, Type: evidence.Organisation, Aliases: aliases}
}

func person(name string, aliases ...string) evidence.Party {
	return evidence.Party{Name: name, Type: evidence.Person, Aliases: aliases}
}

// families gives the names that each name leads, itself among them.
func families(documents [][]evidence.Party) []string {
	c := NewCensus()
	seen := map[string]bool{}
	for _, parties := range documents {
		c.Add(&evidence.Document{Parties: parties})
		for _, p := range parties {
			seen[p.Name] = true
		}
	}
	names := c.Names()
	by := map[string][]string{}
	for name := range seen {
		by[names.Lead(name)] = append(by[names.Lead(name)], name)
	}
	var out []string
	for lead, list := range by {
		slices.Sort(list)
		out = append(out, lead+": "+strings.Join(list, " | "))
	}
	slices.Sort(out)
	return out
}

func TestNamesOfAPartyAreOne(t *testing.T) {
	judge := evidence.Party{Name: "Lena Q. Ost", Type: evidence.Judge}
	confirmed, guess := company("ALDER RAIL INC"), company("Alder Rail LLC")
	confirmed.Verified, guess.Proposed = true, true
	apart, left := company("Alder Rail, Inc."), company("Alder Rail")
	apart.Apart, left.Proposed = []string{"alder rail inc"}, true
	for _, tt := range []struct {
		name      string
		documents [][]evidence.Party
		want      []string
	}{
		{"legal form, case and dots", [][]evidence.Party{{company("Alder Rail, Inc.")}, {company("ALDER RAIL INC")}, {company("Alder Rail, Inc.")}, {company("Alder Rail")}},
			[]string{"Alder Rail, Inc.: ALDER RAIL INC | Alder Rail | Alder Rail, Inc."}},
		{"an article, and a curled apostrophe", [][]evidence.Party{{company("The Miller's Guild")}, {company("Miller’s Guild")}}, []string{"The Miller's Guild: Miller’s Guild | The Miller's Guild"}},
		{"two forms", [][]evidence.Party{{company("Alder Rail, Inc.")}, {company("Alder Rail LLC")}, {company("Alder Rail")}},
			[]string{"Alder Rail LLC: Alder Rail LLC", "Alder Rail, Inc.: Alder Rail, Inc.", "Alder Rail: Alder Rail"}},
		{"a guess of a second form moves nothing", [][]evidence.Party{{company("Alder Rail, Inc.")}, {guess}, {company("Alder Rail")}},
			[]string{"Alder Rail LLC: Alder Rail LLC", "Alder Rail, Inc.: Alder Rail | Alder Rail, Inc."}},
		{"a guess joins what is sure", [][]evidence.Party{{company("Alder Rail, Inc.")}, {left}, {left}}, []string{"Alder Rail, Inc.: Alder Rail | Alder Rail, Inc."}},
		{"one that a person confirmed leads", [][]evidence.Party{{company("Alder Rail, Inc.")}, {company("Alder Rail, Inc.")}, {confirmed}}, []string{"ALDER RAIL INC: ALDER RAIL INC | Alder Rail, Inc."}},
		{"initials", [][]evidence.Party{{judge}, {person("Lena Ost")}}, []string{"Lena Q. Ost: Lena Ost | Lena Q. Ost"}},
		{"two initials", [][]evidence.Party{{judge}, {person("Lena Ost")}, {person("Lena R. Ost")}},
			[]string{"Lena Ost: Lena Ost", "Lena Q. Ost: Lena Q. Ost", "Lena R. Ost: Lena R. Ost"}},
		{"short name of one company", [][]evidence.Party{{company("Alder Rail, Inc.", "Alder")}, {company("Alder")}}, []string{"Alder Rail, Inc.: Alder | Alder Rail, Inc."}},
		{"short name in another spelling", [][]evidence.Party{{company("Alder Rail, Inc.", "The Quill Bay Co.")}, {company("QUILL BAY CO")}}, []string{"Alder Rail, Inc.: Alder Rail, Inc. | QUILL BAY CO"}},
		{"short name of two", [][]evidence.Party{{company("Alder Rail, Inc.", "Alder")}, {company("Alder Foods, Inc.", "Alder")}, {company("Alder")}},
			[]string{"Alder Foods, Inc.: Alder Foods, Inc.", "Alder Rail, Inc.: Alder Rail, Inc.", "Alder: Alder"}},
		{"a surname", [][]evidence.Party{{person("Lena Ost", "Ost")}, {person("Ost")}}, []string{"Lena Ost: Lena Ost", "Ost: Ost"}},
		{"a surname like a legal form", [][]evidence.Party{{person("Maria Sa")}, {person("Maria")}}, []string{"Maria Sa: Maria Sa", "Maria: Maria"}},
		{"taken apart by a person", [][]evidence.Party{{apart}, {company("ALDER RAIL INC")}}, []string{"ALDER RAIL INC: ALDER RAIL INC", "Alder Rail, Inc.: Alder Rail, Inc."}},
	} {
		if got := families(tt.documents); !slices.Equal(got, tt.want) {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}

func TestSpeakersAreParties(t *testing.T) {
	c := NewCensus()
	c.Add(&evidence.Document{Parties: []evidence.Party{company("Alder Rail, Inc."), person("Lena Ost"), company("Bay Mills LLC"), company("Bay Mills Inc.")}})
	c.Names()
	for name, want := range map[string]string{"the Alder Rail": "Alder Rail, Inc.", "Lena B. Ost": "Lena Ost", "Alder": "Alder", "Bay Mills": "Bay Mills", "bay mills llc": "Bay Mills LLC", "the complaint": "the complaint"} {
		if got := c.Speaker(name); got != want {
			t.Errorf("%s is %s, want %s", name, got, want)
		}
	}
}

// randomNames gives a document a few parties and speakers, whose names are variants.
func randomNames(r *rand.Rand, d *evidence.Document) {
	variant := func() string {
		base := fmt.Sprint([]string{"Alder ", "Birch ", "Cedar "}[r.IntN(3)], 1+r.IntN(5))
		if r.IntN(3) == 0 {
			base = strings.ToUpper(base)
		}
		return base + []string{"", "", ", Inc.", " Inc", " LLC"}[r.IntN(5)]
	}
	for range r.IntN(4) {
		p := company(variant())
		p.Verified, p.Proposed = r.IntN(40) == 0, r.IntN(5) == 0
		if r.IntN(4) == 0 {
			p.Aliases = []string{fmt.Sprint([]string{"Alder ", "Quill "}[r.IntN(2)], 1+r.IntN(5))}
		}
		if r.IntN(20) == 0 {
			p.Apart = []string{variant()}
		}
		d.Parties = append(d.Parties, p)
	}
	for range r.IntN(4) {
		name := variant()
		if r.IntN(3) == 0 {
			name = []string{"the court", "The Court", "the complaint", "The complaint"}[r.IntN(4)]
		}
		d.Statements = append(d.Statements, evidence.Statement{Speaker: name, Stance: evidence.States})
	}
}

// plainNames says by hand which name leads a name over documents, for firms without short
// names that nobody took apart.
func plainNames(docs []*evidence.Document) map[string]string {
	uses, confirmed, rests := map[string]int{}, map[string]bool{}, map[string]map[string]bool{}
	for _, d := range docs {
		for name := range namesIn(d) {
			uses[name]++
		}
		for _, p := range d.Parties {
			if !p.Proposed {
				confirmed[p.Name] = confirmed[p.Name] || p.Verified
				base, rest := takenApart(p.Name)
				if rests[base] == nil {
					rests[base] = map[string]bool{}
				}
				rests[base][rest] = true
			}
		}
	}
	groups := map[string][]string{}
	for name := range uses {
		base, rest := takenApart(name)
		if n := len(rests[base]); n > 2 || n == 2 && !rests[base][""] {
			base += " / " + rest
		}
		groups[base] = append(groups[base], name)
	}
	lead := map[string]string{}
	score := func(name string) int {
		n := uses[name]
		if name != strings.ToUpper(name) {
			n += 1 << 20
		}
		if confirmed[name] {
			n += 1 << 21
		}
		return n
	}
	for _, group := range groups {
		best := slices.MaxFunc(group, func(a, b string) int { return cmp.Or(score(a)-score(b), len(a)-len(b), strings.Compare(a, b)) })
		for _, name := range group {
			lead[name] = best
		}
	}
	return lead
}

func namesIn(d *evidence.Document) map[string]bool {
	out := map[string]bool{}
	for _, p := range d.Parties {
		if !p.Proposed {
			out[p.Name] = true
		}
	}
	return out
}

func takenApart(name string) (base, rest string) {
	name = strings.NewReplacer(",", "", ".", "").Replace(strings.ToLower(name))
	for _, rest := range []string{" inc", " llc"} {
		if base, ok := strings.CutSuffix(name, rest); ok {
			return base, rest
		}
	}
	return name, ""
}

func TestNamesAgainstBruteForce(t *testing.T) {
	for seed := range uint64(60) {
		r := rand.New(rand.NewPCG(seed, 8))
		var docs []*evidence.Document
		c := NewCensus()
		for range 1 + r.IntN(60) {
			d := &evidence.Document{}
			randomNames(r, d)
			for i := range d.Parties {
				d.Parties[i].Aliases, d.Parties[i].Apart = nil, nil
			}
			docs = append(docs, d)
			c.Add(d)
		}
		names := c.Names()
		for name, want := range plainNames(docs) {
			if got := names.Lead(name); got != want {
				t.Errorf("seed %d: %s is %s, want %s", seed, name, got, want)
			}
			if all := names.All(name); !slices.Contains(all, name) || all[0] != want {
				t.Errorf("seed %d: all of %s are %q", seed, name, all)
			}
		}
	}
}

// TestFacetsOfNamesAgainstBruteForce counts parties and speakers of random documents, with
// deletions and over several segments, and compares with counts made document by document
// from a census of the documents as they are.
func TestFacetsOfNamesAgainstBruteForce(t *testing.T) {
	r := rand.New(rand.NewPCG(21, 5))
	x, m := indexed(t)
	var docs []*evidence.Document
	change := func(i int) *evidence.Document {
		d := faceted(r, i)
		d.Parties = nil
		randomNames(r, d)
		return d
	}
	for round := range 12 {
		for range 40 {
			d := change(len(docs))
			docs = append(docs, d)
			m.add(d)
		}
		for range 9 {
			at := r.IntN(len(docs))
			docs[at] = change(at)
			m.replace(uint64(at+1), docs[at])
		}
		if err := x.Sync(context.Background()); err != nil {
			t.Fatal(err)
		}
		of := leadsBySight(docs)
		for range 12 {
			compareNames(t, fmt.Sprint("round ", round), r, x, docs, of)
		}
	}
}

// leadsBySight gives the values of the documents' facets under the names that lead: by a
// census for parties, and for speakers beside it by the most frequent of one spelling.
func leadsBySight(docs []*evidence.Document) func(d *evidence.Document, facet string) map[string]bool {
	c := NewCensus()
	for _, d := range docs {
		sure := *d
		sure.Parties = slices.DeleteFunc(slices.Clone(d.Parties), func(p evidence.Party) bool { return p.Proposed })
		c.Add(&sure)
	}
	names := c.Names()
	spoken := map[string]int{}
	for _, d := range docs {
		for _, s := range valuesIn(d, "speaker") {
			spoken[s]++
		}
	}
	speaker := func(name string) string {
		if lead := c.Speaker(name); lead != name || names.All(name)[0] == name && len(names.All(name)) > 1 {
			return lead
		}
		if _, party := c.book.ids[name]; party || len(c.book.bases[spell(name, false).key().base]) > 0 {
			return name
		}
		best := name
		for other, n := range spoken {
			if spell(other, false) == spell(name, false) && (n > spoken[best] || n == spoken[best] && other > best) {
				best = other
			}
		}
		return best
	}
	return func(d *evidence.Document, facet string) map[string]bool {
		out := map[string]bool{}
		for _, v := range valuesIn(d, facet) {
			if facet == "party" {
				out[names.Lead(v)] = true
			} else {
				out[speaker(v)] = true
			}
		}
		return out
	}
}

// compareNames counts the facets of names for a random word and random chosen names, of
// which any spelling may be asked for.
func compareNames(t *testing.T, where string, r *rand.Rand, x *Index, docs []*evidence.Document, of func(*evidence.Document, string) map[string]bool) {
	t.Helper()
	word := []string{"alpha", "beta", "end"}[r.IntN(3)]
	req := Request{Expr: Term{word}, Facets: namedFields, FacetLimit: []int{2, 1000}[r.IntN(2)], Filters: map[string][]string{}}
	chosen := map[string]map[string]bool{"party": {}, "speaker": {}}
	for _, f := range namedFields {
		for range r.IntN(3) {
			d := docs[r.IntN(len(docs))]
			for _, v := range valuesIn(d, f) {
				req.Filters[f] = append(req.Filters[f], v)
				one := &evidence.Document{Parties: []evidence.Party{{Name: v}}, Statements: []evidence.Statement{{Speaker: v}}}
				for lead := range of(one, f) {
					chosen[f][lead] = true
				}
				break
			}
		}
	}
	has := func(d *evidence.Document, f string) bool {
		return len(chosen[f]) == 0 || slices.ContainsFunc(slices.Collect(keysOf(of(d, f))), func(v string) bool { return chosen[f][v] })
	}
	res, err := x.Search(context.Background(), req)
	if err != nil {
		t.Fatal(err)
	}
	total, counts := 0, map[string]map[string]int{"party": {}, "speaker": {}}
	for _, d := range docs {
		if !slices.ContainsFunc(Tokens(d.Pages[0].Text), func(t Token) bool { return t.Text == word }) {
			continue
		}
		party, speaker := has(d, "party"), has(d, "speaker")
		if party && speaker {
			total++
		}
		for f, passes := range map[string]bool{"party": speaker, "speaker": party} {
			for v := range of(d, f) {
				if passes {
					counts[f][v]++
				}
			}
		}
	}
	if res.Total != total {
		t.Errorf("%s: %s %v finds %d, want %d", where, word, req.Filters, res.Total, total)
	}
	for _, f := range namedFields {
		want := ascending(counts[f])
		slices.SortStableFunc(want, byCount)
		if want = want[:min(len(want), req.FacetLimit)]; fmt.Sprint(res.Facets[f]) != fmt.Sprint(want) {
			t.Errorf("%s: %s %v, facet %s: %v, want %v", where, word, req.Filters, f, res.Facets[f], want)
		}
		for i, c := range res.Chosen[f] {
			if counts[f][c.Value] != c.Count || !chosen[f][c.Value] {
				t.Errorf("%s: %v, chosen %s %d is %v, want %d", where, req.Filters, f, i, c, counts[f][c.Value])
			}
		}
	}
}
