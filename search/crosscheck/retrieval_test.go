package crosscheck_test

import (
	"context"
	"fmt"
	"maps"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"averment/evidence"
	"averment/index"
	"averment/ingest/extract"
	"averment/search/crosscheck"
)

// The parts of invented claims that were checked, and the looser words in which people
// pass such claims on.
var (
	rumourWho   = strings.Fields("mayor senator actress footballer singer governor surgeon teacher pilot professor minister farmer chef bishop general princess drummer boxer novelist astronaut")
	rumourNames = strings.Fields("Alder Brandt Corwin Delacroix Eastman Falk Greer Halloran Ibsen Jessup Kovacs Lindqvist Marlowe Norrell Okonjo Pryce Quill Rasmus Selkirk Tolliver Underhill Vasquez Wexford Yarrow Zeller")
	rumourPlace = strings.Fields("Ashford Brackwater Caldera Dunmore Elkhorn Fairhaven Glenrock Harwick Ironton Jasper Kestrel Lorne Milbrook Norwood Ostend Pinehurst Quarry Redcliff Stanmere Thornbury")
	rumourThing = []string{"a vaccine", "school lunches", "the water supply", "a flag", "voting machines", "a lottery ticket", "a statue", "the census", "driving licences", "a hospital wing", "traffic cameras", "a stray dog", "the library", "a wind farm", "plastic bags", "a gold mine", "the zoo", "a toll bridge", "bread prices", "a cathedral"}
	rumourDeed  = [][2]string{{"banned", "outlawed"}, {"secretly bought", "quietly acquired"}, {"paid for", "funded"}, {"refused to fund", "wont pay for"}, {"burned down", "torched"}, {"blamed the weather on", "says the storms come from"},
		{"promised free", "giving away"}, {"was arrested over", "got jailed because of"}, {"invented", "came up with"}, {"hid the cost of", "covered up the price of"}, {"sold", "flogged off"}, {"apologised for", "sorry about"}}
	chatter = strings.Fields("omg wow really unbelievable share wake people media wont tell you this just heard cant believe thread please retweet so true lol hmm honestly folks everyone")
)

// rumours makes n documents of claims that were checked, and a loose wording of every
// fifth, by its number. Every document has neighbours that share all its parts but one.
func rumours(n int) (docs []*evidence.Document, queries map[int]string) {
	r := rand.New(rand.NewPCG(7, 11))
	queries = map[int]string{}
	pick := func(list []string) string { return list[r.IntN(len(list))] }
	seen := map[string]bool{}
	for len(docs) < n {
		who, name, place, thing, deed := pick(rumourWho), pick(rumourNames), pick(rumourPlace), pick(rumourThing), rumourDeed[r.IntN(len(rumourDeed))]
		year := 1990 + r.IntN(30)
		text := fmt.Sprintf("The %s %s %s %s in %s in %d.", who, name, deed[0], thing, place, year)
		if seen[text] {
			continue
		}
		seen[text] = true
		title := fmt.Sprintf("Did a %s from %s do this with %s?", who, place, strings.TrimPrefix(strings.TrimPrefix(thing, "a "), "the "))
		switch len(docs) % 20 { // a third tells the claim in the title, a third in two sentences
		case 3, 4, 9, 10, 15, 16:
			title, text = strings.TrimSuffix(text, "."), fmt.Sprintf("A story that people shared says so. It began in %s.", place)
		case 0, 6, 8, 12, 18, 19:
			text = fmt.Sprintf("In %d the %s %s made news. He or she %s %s. It was in %s.", year, who, name, deed[0], thing, place)
		}
		docs = append(docs, report(fmt.Sprint(len(docs)), title, text, ""))
		if len(docs)%5 == 0 {
			queries[len(docs)-1] = loose(r, who, name, place, thing, deed, year)
		}
	}
	return docs, queries
}

// loose words a claim as people pass it on: parts left out, other words, chatter.
func loose(r *rand.Rand, who, name, place, thing string, deed [2]string, year int) string {
	parts := []string{name, deed[r.IntN(2)], thing}
	if r.IntN(2) == 0 {
		parts = append(parts, "in "+place)
	}
	if r.IntN(2) == 0 {
		parts = append([]string{who}, parts...)
	}
	if r.IntN(3) == 0 {
		parts = append(parts, fmt.Sprint(year))
	}
	for range r.IntN(6) {
		at := r.IntN(len(parts) + 1)
		parts = slices.Insert(parts, at, chatter[r.IntN(len(chatter))])
	}
	text := strings.Join(parts, " ")
	if r.IntN(2) == 0 {
		text = "#" + strings.ToLower(place) + " " + strings.ToLower(text) + "!!"
	}
	return text
}

// plain ranks texts by BM25 over their words, nothing else: what we must not fall behind.
type plain struct {
	counts  []map[string]int
	lengths []float64
	with    map[string]int
	mean    float64
}

func newPlain(docs []*evidence.Document) *plain {
	p := &plain{with: map[string]int{}}
	for _, d := range docs {
		counts := map[string]int{}
		n := 0.0
		for _, t := range index.Tokens(d.Title + "\n" + d.Pages[0].Text) {
			counts[t.Text]++
			n++
		}
		for w := range counts {
			p.with[w]++
		}
		p.counts, p.lengths, p.mean = append(p.counts, counts), append(p.lengths, n), p.mean+n
	}
	p.mean /= float64(len(docs))
	return p
}

func (p *plain) rank(text string, limit int) []int {
	scores := make([]float64, len(p.counts))
	words := map[string]bool{}
	for _, t := range index.Tokens(text) {
		words[t.Text] = true
	}
	sorted := slices.Sorted(maps.Keys(words))
	for i, counts := range p.counts {
		for _, w := range sorted {
			tf := float64(counts[w])
			idf := math.Log(1 + (float64(len(p.counts)-p.with[w])+0.5)/(float64(p.with[w])+0.5))
			scores[i] += idf * tf * 2.2 / (tf + 1.2*(0.25+0.75*p.lengths[i]/p.mean))
		}
	}
	order := make([]int, len(scores))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		switch {
		case scores[a] > scores[b]:
			return -1
		case scores[a] < scores[b]:
			return 1
		}
		return 0
	})
	return order[:limit]
}

// at5 is what a query with one right document adds to MAP@5.
func at5(rank int) float64 {
	if rank < 0 || rank >= 5 {
		return 0
	}
	return 1 / float64(rank+1)
}

// TestRetrieval holds the order of verdicts to that of plain BM25 over titles and texts,
// in a case and against documents in memory.
func TestRetrieval(t *testing.T) {
	docs, queries := rumours(1500)
	bm25 := newPlain(docs)
	inCase, ids := opened(t, docs)
	inMemory := crosscheck.Against(docs, extract.Facts)
	var base, cased, held float64
	for _, want := range slices.Sorted(maps.Keys(queries)) {
		text := queries[want]
		base += at5(slices.Index(bm25.rank(text, 5), want))
		cased += at5(rankOf(t, inCase, text, ids[want]))
		held += at5(rankOf(t, inMemory, text, ids[want]))
	}
	n := float64(len(queries))
	t.Logf("MAP@5 of %d claims among %d: plain BM25 %.4f, in a case %.4f, in memory %.4f", len(queries), len(docs), base/n, cased/n, held/n)
	if cased < base || held < base {
		t.Error("behind plain BM25")
	}
}

func rankOf(t *testing.T, c *crosscheck.Checker, text, id string) int {
	t.Helper()
	a, err := c.Claim(context.Background(), text, crosscheck.CheckOptions{})
	if err != nil {
		t.Fatal(err)
	}
	var order []string
	for _, v := range a.Sentences[0].Verdicts {
		if !slices.Contains(order, v.Document) {
			order = append(order, v.Document)
		}
	}
	return slices.Index(order, id)
}
