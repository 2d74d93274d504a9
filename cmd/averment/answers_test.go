package main

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"math/rand/v2"
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"
)

// sampleWords stand in the sample case, in more or fewer of its documents.
var sampleWords = strings.Fields("northlake privacy policy messages court fined subscribers data board complaint denies million contract breach claim linkedin premium members training setting default order motion")

// sampleQuery makes up a query that is well formed.
func sampleQuery(r *rand.Rand) string {
	w := func() string { return sampleWords[r.IntN(len(sampleWords))] }
	switch r.IntN(12) {
	case 0:
		return w() + " " + w()
	case 1:
		return w() + " OR " + w()
	case 2:
		return w() + " AND NOT " + w()
	case 3:
		return fmt.Sprintf("%s w/%d %s", w(), 1+r.IntN(20), w())
	case 4:
		return fmt.Sprintf("%s %s %s", w(), []string{"w/s", "w/p", "+s", "pre/4", "not w/5"}[r.IntN(5)], w())
	case 5:
		return w()[:4] + "* " + w() + "~"
	case 6:
		return `"` + w() + " " + w() + `" OR ` + w()
	case 7:
		return []string{"kind:filing", "kind:(article OR policy)", "role:defendant", "stance:denies", "year:2025", "date:2024", "amount:>1000", "party:Northlake", `says("Northlake", denies)`}[r.IntN(9)] + " " + w()
	case 8:
		return fmt.Sprintf("atleast%d(%s)", 1+r.IntN(5), w())
	case 9:
		return "title:" + w() + " OR (" + w() + " AND " + w() + ")"
	case 10:
		return "-" + w() + " " + w()
	}
	return w()
}

// TestOneNumberEverywhere asks 200 queries on the search page, as CSV, in the term report
// and of the API, through the server: all give the same number of documents, and every
// count of a facet is what choosing that value finds.
func TestOneNumberEverywhere(t *testing.T) {
	client, base := startDemo(t)
	r := rand.New(rand.NewPCG(20, 25))
	queries := make([]string, 200)
	for i := range queries {
		queries[i] = sampleQuery(r)
	}
	var report struct {
		Terms []struct {
			Query     string
			Documents int
			Error     *string
		}
	}
	fetch(t, client, base+"/api/v1/terms?"+url.Values{"q": queries}.Encode(), &report)
	if len(report.Terms) != len(queries) {
		t.Fatalf("%d terms in the report of %d", len(report.Terms), len(queries))
	}
	different := map[int]bool{}
	for i, q := range queries {
		var answer apiAnswer
		fetch(t, client, base+"/api/v1/search?q="+url.QueryEscape(q), &answer)
		page, table := pageTotal(t, client, base, q), csvRows(t, client, base, q)
		term := report.Terms[i]
		if term.Error != nil || answer.Total != page || answer.Total != table || answer.Total != term.Documents {
			t.Errorf("%s: API %d, page %d, CSV %d, report %d %v", q, answer.Total, page, table, term.Documents, term.Error)
		}
		different[answer.Total] = true
		if i%20 == 0 {
			checkFacets(t, client, base, q, answer)
		}
	}
	if len(different) < 8 {
		t.Errorf("the queries find only %d different numbers of documents", len(different))
	}
}

type apiAnswer struct {
	Total  int
	Facets map[string][]struct {
		Value string
		Count int
	}
}

// checkFacets chooses each value of each facet.
func checkFacets(t *testing.T, client *http.Client, base, q string, answer apiAnswer) {
	t.Helper()
	for name, values := range answer.Facets {
		for _, v := range values[:min(3, len(values))] {
			var chosen apiAnswer
			fetch(t, client, base+"/api/v1/search?"+url.Values{"q": {q}, "facet": {name + "=" + v.Value}}.Encode(), &chosen)
			if chosen.Total != v.Count {
				t.Errorf("%s: facet %s says %d for %q, choosing it finds %d", q, name, v.Count, v.Value, chosen.Total)
			}
		}
	}
}

func fetch(t *testing.T, client *http.Client, address string, into any) {
	t.Helper()
	res, err := client.Get(address)
	if err != nil {
		t.Fatal(err)
	}
	defer res.Body.Close()
	body, err := io.ReadAll(res.Body)
	if err != nil || res.StatusCode != http.StatusOK {
		t.Fatalf("%s: %s %s %v", address, res.Status, body, err)
	}
	if err := json.Unmarshal(body, into); err != nil {
		t.Fatalf("%s: %v", address, err)
	}
}

var totalHeading = regexp.MustCompile(`^(\d+|No|no) documents?`)

// pageTotal reads the number off the search page.
func pageTotal(t *testing.T, client *http.Client, base, q string) int {
	t.Helper()
	page := get(t, client, base+"/?q="+url.QueryEscape(q))
	for _, text := range page.Find("main h2").Map(func(_ int, s *goquery.Selection) string { return strings.TrimSpace(s.Text()) }) {
		m := totalHeading.FindStringSubmatch(text)
		if m == nil {
			continue
		}
		n := 0
		fmt.Sscan(m[1], &n)
		return n
	}
	t.Errorf("%s: the page names no number of documents", q)
	return -1
}

func csvRows(t *testing.T, client *http.Client, base, q string) int {
	t.Helper()
	res, err := client.Get(base + "/search.csv?q=" + url.QueryEscape(q))
	if err != nil {
		t.Fatal(err)
	}
	defer res.Body.Close()
	rows, err := csv.NewReader(res.Body).ReadAll()
	if err != nil || res.StatusCode != http.StatusOK || len(rows) == 0 {
		t.Fatalf("%s: %s %v", q, res.Status, err)
	}
	return len(rows) - 1
}
