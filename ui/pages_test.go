package ui

import (
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"
)

// visitor asks the server as somebody with a role.
type visitor struct {
	t      testing.TB
	s      *Server
	secret string
}

func as(t testing.TB, s *Server, role string) visitor {
	t.Helper()
	if role == "" {
		return visitor{t, s, ""}
	}
	secret, err := s.people.CreateToken(role, role, 0)
	if err != nil {
		t.Fatal(err)
	}
	return visitor{t, s, secret}
}

func (v visitor) do(method, target, body string, set ...string) *http.Response {
	v.t.Helper()
	r := httptest.NewRequest(method, target, strings.NewReader(body))
	r.Host = "localhost:8480"
	if v.secret != "" {
		r.Header.Set("Authorization", "Bearer "+v.secret)
	}
	if method == http.MethodPost {
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	}
	for i := 0; i+1 < len(set); i += 2 {
		if set[i] == "Host" {
			r.Host = set[i+1]
		}
		r.Header.Set(set[i], set[i+1])
	}
	w := httptest.NewRecorder()
	v.s.Handler().ServeHTTP(w, r)
	return w.Result()
}

func (v visitor) page(target string) *goquery.Document {
	v.t.Helper()
	res := v.do(http.MethodGet, target, "")
	if res.StatusCode != http.StatusOK {
		b, _ := io.ReadAll(res.Body)
		v.t.Fatalf("GET %s: %d %s", target, res.StatusCode, b)
	}
	doc, err := goquery.NewDocumentFromReader(res.Body)
	if err != nil {
		v.t.Fatal(err)
	}
	return doc
}

func TestPages(t *testing.T) {
	s, _ := newServer(t)
	v := as(t, s, "admin")
	for _, c := range []struct{ target, selector, want string }{
		{"/?q=logs", "h2", "3 documents"},
		{"/?q=logs", ".reads", "documents with logs"},
		{"/?q=logs", ".hit mark", "logs"},
		{"/?q=logs", ".facets a", "filing"},
		{"/?q=logs&facet=kind%3Darticle", ".chip", "Kind: article"},
		{"/?q=logs&facet=kind%3Darticle", ".facets [aria-current]", "article"},
		{"/?q=logs", ".hist a title", "Nov 2024: 1 document"},
		{"/?q=signal+logs", ".note a", `"signal logs"`},
		{"/?q=nothingatall", ".empty", "Nothing in 3"},
		{"/documents/" + sha(1), "h1", "Answer of Larkspur"},
		{"/documents/" + sha(1), ".s.denies .st", "D"},
		{"/documents/" + sha(1), ".a", "$310,000"},
		{"/documents/" + sha(1)[:12] + "?q=logs", "mark.now", "logs"},
		{"/documents/" + sha(1)[:12] + "?q=logs&hit=2", "[data-hit-now]", "Hit 2 of 2"},
		{"/documents/" + sha(1)[:12] + "?page=2", ".ev", "lacks knowledge"},
		{"/documents/" + sha(1)[:12], "#cite0", "ECF No. 31"},
		{"/documents/" + sha(1)[:12], ".cite", "¶ 31"},
		{"/documents/" + sha(2)[:12], ".furn .ev", "Home News"},
		{"/documents/" + sha(2)[:12], ".aside a", "compare"},
		{"/documents/" + sha(1)[:12], `a[href="/?q=like:` + sha(1)[:12] + `"]`, "More like this"},
		{"/documents/" + sha(1)[:12] + "?page=2", `a[href="/?q=like:` + sha(1)[:12] + `:2"]`, "like this page"},
		{"/documents/" + sha(2)[:12] + "/compare?with=" + sha(3)[:12], "del", "$5,000"},
		{"/claims", ".matrix th .claim", "amount for each rider"},
		{"/claims", ".matrix td .differs", "$3,000"},
		{"/claims", ".slot", "hard"},
		{"/claims?show=denied", ".matrix tbody th", "changed its signal logs"},
		{"/check", "textarea", ""},
		{"/check?text=Larkspur+Rail+owes+%243%2C000.", ".slot", "$5,000"},
		{"/check?text=Larkspur+Rail+owes+%243%2C000.", "del", "right"},
		{"/timeline", ".events h3", "Logs altered"},
		{"/timeline", ".tl a title", "logs altered"},
		{"/timeline?since=2025-03&until=2025-04&zoom=days", ".events h3", "Logs altered"},
		{"/parties", ".index a", "Quill"},
		{"/parties/Larkspur%20Rail%2C%20Inc.", "h1", "Larkspur Rail, Inc."},
		{"/parties/Larkspur%20Rail%2C%20Inc.", ".graph title", "Odile"},
		{"/imports", ".sum", "found"},
		{"/imports", "h3.claim", "sealed.pdf"},
		{"/imports?state=ignored", "tbody th", "~$x.docx"},
		{"/terms?terms=logs", "tbody code", "logs"},
		{"/audit", "tbody td", "viewed"},
		{"/settings", "h2", "Tokens"},
		{"/help", "code", "privacy"},
	} {
		t.Run(c.target, func(t *testing.T) {
			v.t = t
			if got := v.page(c.target).Find(c.selector); got.Length() == 0 || !strings.Contains(got.Text(), c.want) {
				t.Errorf("%s has %q, want %q", c.selector, got.Text(), c.want)
			}
		})
	}
}
