package ui

import (
	"io"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/PuerkitoBio/goquery"
)

// fill makes an address of a route's path.
func fill(path string) string {
	return strings.NewReplacer(":id", sha(1)[:12], ":page", "1.png", ":name", "Larkspur%20Rail%2C%20Inc.", ":row", "5", ":note", "1").Replace(path)
}

// TestRoutesByRole asks every route as everybody: who may not, is told so, and who may,
// is not.
func TestRoutesByRole(t *testing.T) {
	s, _ := newServer(t)
	roles := append([]string{""}, RoleNames()...)
	for _, r := range table() {
		if !r.role.valid() {
			t.Errorf("%s %s has no role", r.method, r.path)
		}
		if r.path == "/imports/events" {
			continue // never ends; its role is asked for below
		}
		for i, name := range roles {
			res := as(t, s, name).do(r.method, fill(r.path), "")
			io.Copy(io.Discard, res.Body)
			allowed := r.role == public || Role(i) >= r.role
			refused := res.StatusCode == http.StatusForbidden || res.StatusCode == http.StatusUnauthorized ||
				res.StatusCode == http.StatusSeeOther && strings.HasPrefix(res.Header.Get("Location"), "/signin?next=")
			if r.path == "/signin" && r.method == post || r.path == "/settings/password" && allowed {
				refused = false // refuses a wrong password, whoever asks
			}
			if allowed == refused {
				t.Errorf("%s %s as %q: %d, allowed %v", r.method, r.path, name, res.StatusCode, allowed)
			}
			guarded(t, r.method+" "+r.path+" as "+name, res)
			if res.StatusCode >= 500 {
				t.Errorf("%s %s as %q: %d", r.method, r.path, name, res.StatusCode)
			}
		}
	}
	if res := as(t, s, "").do(get, "/imports/events", ""); res.StatusCode != http.StatusSeeOther {
		t.Errorf("events for nobody: %d", res.StatusCode)
	}
}

// guarded demands the headers that every response has.
func guarded(t *testing.T, what string, res *http.Response) {
	t.Helper()
	h := res.Header
	csp := h.Get("Content-Security-Policy")
	if csp != policy && csp != "default-src 'none'; sandbox" {
		t.Errorf("%s: policy %q", what, csp)
	}
	for name, want := range map[string]string{"X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer", "Cross-Origin-Opener-Policy": "same-origin", "Cross-Origin-Resource-Policy": "same-origin"} {
		if h.Get(name) != want {
			t.Errorf("%s: %s is %q", what, name, h.Get(name))
		}
	}
	if h.Get("Cache-Control") == "" {
		t.Errorf("%s: no Cache-Control", what)
	}
}

func TestHostileRequests(t *testing.T) {
	s, c := newServer(t)
	v := as(t, s, "admin")
	for _, q := range []struct {
		what, method, target string
		set                  []string
		want                 int
	}{
		{"foreign host", get, "/", []string{"Host", "evil.example"}, 421},
		{"trailing dot", get, "/", []string{"Host", "localhost."}, 421},
		{"no host", get, "/", []string{"Host", ""}, 421},
		{"host with a user", get, "/", []string{"Host", "localhost@evil.example"}, 421},
		{"host that begins right", get, "/", []string{"Host", "localhost.evil.example"}, 421},
		{"foreign host on the API", get, "/api/v1/search?q=x", []string{"Host", "evil.example"}, 421},
		{"forwarded host is not believed", get, "/", []string{"Host", "evil.example", "X-Forwarded-Host", "localhost"}, 421},
		{"forwarded host does no harm", get, "/help", []string{"X-Forwarded-Host", "evil.example"}, 200},
		{"IPv6 loopback", get, "/help", []string{"Host", "[::1]:8480"}, 200},
		{"other port of this machine", post, "/hits", []string{"Origin", "http://localhost:9999"}, 403},
		{"null origin", post, "/hits", []string{"Origin", "null"}, 403},
		{"foreign origin", post, "/imports", []string{"Origin", "https://evil.example"}, 403},
		{"cross-site fetch", post, "/hits", []string{"Sec-Fetch-Site", "cross-site"}, 403},
		{"same-site other host", post, "/hits", []string{"Sec-Fetch-Site", "same-site"}, 403},
		{"own origin passes", post, "/preferences", []string{"Origin", "http://localhost:8480"}, 303},
		{"climbing", get, "/assets/..%2f..%2fetc%2fpasswd", nil, 400},
		{"double encoding", get, "/documents/%252e%252e%252f", nil, 404},
		{"NUL", get, "/documents/%00", nil, 400},
		{"backslash", get, "/documents/..%5c..", nil, 400},
		{"page that is not there", get, "/documents/" + sha(1)[:12] + "?page=99", nil, 404},
		{"page that is no number", get, "/documents/" + sha(1)[:12] + "?page=x", nil, 404},
		{"bad method", http.MethodDelete, "/documents/" + sha(1)[:12], nil, 405},
		{"unknown", get, "/nowhere", nil, 404},
	} {
		res := v.do(q.method, q.target, "", q.set...)
		if res.StatusCode != q.want {
			t.Errorf("%s: %d, want %d", q.what, res.StatusCode, q.want)
		}
		guarded(t, q.what, res)
	}
	if !slices.ContainsFunc(c.events, func(e Event) bool { return e.Action == "refused" && e.Outcome == "cross-origin" }) {
		t.Error("a refused request is not in the log")
	}
}

func TestBodyLimit(t *testing.T) {
	s, _ := newServer(t, func(o *Options) { o.MaxBody = 1000 })
	v := as(t, s, "admin")
	r := httptest.NewRequest(post, "/imports", nil)
	r.Host, r.ContentLength = "localhost", 10<<30
	r.Header.Set("Authorization", "Bearer "+v.secret)
	w := httptest.NewRecorder()
	s.Handler().ServeHTTP(w, r)
	if w.Code != http.StatusRequestEntityTooLarge {
		t.Errorf("ten gigabytes: %d", w.Code)
	}
}

func TestRedirectsStayHere(t *testing.T) {
	for _, c := range [][2]string{{"/documents/abc?q=1", "/documents/abc?q=1"}, {"//evil.example", "/"}, {"https://evil.example", "/"}, {`/\evil.example`, "/"}, {"", "/"}, {"/signin?next=/", "/"}, {"javascript:alert(1)", "/"}, {"/\tx", "/"}} {
		if got := localPath(c[0]); got != c[1] {
			t.Errorf("localPath(%q) = %q, want %q", c[0], got, c[1])
		}
	}
}

// TestNothingOfADocumentIsActive looks at every page for what the hostile document tries.
func TestNothingOfADocumentIsActive(t *testing.T) {
	s, _ := newServer(t)
	v := as(t, s, "admin")
	for _, p := range append(everyPage, [2]string{"", "/documents/" + sha(3)[:12] + "?q=%3Cscript%3Ealert(9)%3C/script%3E"}, [2]string{"", "/?q=%22%3E%3Cscript%3E"}) {
		res := v.do(get, p[1], "")
		doc, err := goquery.NewDocumentFromReader(res.Body)
		if err != nil {
			t.Fatal(err)
		}
		if n := doc.Find("script:not([src^='/assets/']), style, img[onerror], svg[onload], [style], iframe, object, base").Length(); n > 0 {
			t.Errorf("%s: %d active or inline elements", p[1], n)
		}
		html, _ := doc.Html()
		if strings.ContainsAny(html, "\u202e\u200b") {
			t.Errorf("%s: a hidden character came through", p[1])
		}
		doc.Find("*").Each(func(_ int, e *goquery.Selection) {
			for _, a := range e.Nodes[0].Attr {
				if strings.HasPrefix(a.Key, "on") || strings.HasPrefix(strings.TrimSpace(a.Val), "javascript:") {
					t.Errorf("%s: <%s %s=%q>", p[1], e.Nodes[0].Data, a.Key, a.Val)
				}
			}
		})
	}
	res := v.do(get, "/documents/"+sha(3)[:12]+"/original", "")
	if res.Header.Get("Content-Type") != "application/octet-stream" || !strings.HasPrefix(res.Header.Get("Content-Disposition"), "attachment") || !strings.Contains(res.Header.Get("Content-Security-Policy"), "sandbox") {
		t.Errorf("original: %v", res.Header)
	}
}

// TestOneViewOneEntry: each look at a document is in the log exactly once.
func TestOneViewOneEntry(t *testing.T) {
	s, c := newServer(t)
	v := as(t, s, "reader")
	for _, target := range []string{"/documents/" + sha(1)[:12], "/documents/" + sha(1) + "?page=2", "/api/v1/documents/" + sha(1)[:12], "/api/v1/documents/" + sha(1)[:12] + "/pages/1"} {
		before := len(c.events)
		v.do(get, target, "")
		if got := c.events[before:]; len(got) != 1 || got[0].Action != "viewed" || got[0].Object != sha(1) || got[0].Actor != "token reader" {
			t.Errorf("%s: %v", target, got)
		}
	}
	before := len(c.events)
	v.do(post, "/api/v1/check", `{"text":"A secret draft."}`, "Content-Type", "application/json")
	for _, e := range c.events[before:] {
		if strings.Contains(e.Object+e.Outcome, "secret") || !strings.HasPrefix(e.Object, "sha256:") {
			t.Errorf("the log holds what was pasted: %v", e)
		}
	}
}

func TestSignIn(t *testing.T) {
	now := time.Date(2026, 1, 5, 9, 0, 0, 0, time.UTC)
	s, c := newServer(t, func(o *Options) { o.Now = func() time.Time { return now } })
	nobody := as(t, s, "")
	link, err := s.SignInLink("http://localhost:8480")
	if err != nil {
		t.Fatal(err)
	}
	res := nobody.do(get, link, "")
	if len(res.Cookies()) != 1 || res.StatusCode != http.StatusSeeOther {
		t.Fatalf("the link gave %d %v", res.StatusCode, res.Cookies())
	}
	cookie := res.Cookies()[0]
	if !cookie.HttpOnly || cookie.SameSite != http.SameSiteLaxMode || !strings.Contains(cookie.Name, "case1") {
		t.Errorf("cookie %v", cookie)
	}
	for key := range c.records[sessionRecords] {
		if strings.Contains(key, cookie.Value) {
			t.Error("the session's secret is kept in the clear")
		}
	}
	if again := nobody.do(get, link, ""); again.StatusCode != http.StatusOK || len(again.Cookies()) != 0 {
		t.Error("the link works twice")
	}
	with := func() int { return nobody.do(get, "/settings", "", "Cookie", cookie.Name+"="+cookie.Value).StatusCode }
	if got := with(); got != http.StatusOK {
		t.Errorf("signed in: %d", got)
	}
	now = now.Add(idleLife + time.Minute)
	if got := with(); got != http.StatusSeeOther {
		t.Errorf("after eight idle hours: %d", got)
	}
}

func TestPeople(t *testing.T) {
	now := time.Date(2026, 1, 5, 9, 0, 0, 0, time.UTC)
	s, c := newServer(t, func(o *Options) { o.Now = func() time.Time { return now } })
	if err := s.people.AddUser("mara", "a long password", "reviewer"); err != nil {
		t.Fatal(err)
	}
	if err := s.people.AddUser("mara", "a long password", "admin"); err == nil {
		t.Error("one name twice")
	}
	if strings.Contains(string(c.records[userRecords]["mara"]), "a long password") {
		t.Error("the password is kept in the clear")
	}
	nobody := as(t, s, "")
	res := nobody.do(post, "/signin", "name=mara&password=a+long+password&next=//evil.example")
	if res.StatusCode != http.StatusSeeOther || res.Header.Get("Location") != "/" || len(res.Cookies()) != 1 {
		t.Errorf("sign-in: %d %s", res.StatusCode, res.Header.Get("Location"))
	}
	for range 3 {
		nobody.do(post, "/signin", "name=mara&password=wrong")
	}
	if res := nobody.do(post, "/signin", "name=mara&password=a+long+password"); res.StatusCode != http.StatusTooManyRequests {
		t.Errorf("after three wrong ones: %d", res.StatusCode)
	}
	now = now.Add(time.Minute)
	if res := nobody.do(post, "/signin", "name=mara&password=a+long+password"); res.StatusCode != http.StatusSeeOther {
		t.Errorf("a minute later: %d", res.StatusCode)
	}
	secret, err := s.people.CreateToken("script", "reader", time.Hour)
	if err != nil {
		t.Fatal(err)
	}
	script := visitor{t, s, secret}
	if res := script.do(get, "/api/v1/search?q=logs", ""); res.StatusCode != http.StatusOK {
		t.Errorf("token: %d", res.StatusCode)
	}
	now = now.Add(2 * time.Hour)
	if res := script.do(get, "/api/v1/search?q=logs", ""); res.StatusCode != http.StatusUnauthorized {
		t.Errorf("token after its end: %d", res.StatusCode)
	}
}

func TestAddress(t *testing.T) {
	s, _ := newServer(t)
	if err := s.CheckAddress("127.0.0.1:8480"); err != nil {
		t.Error(err)
	}
	for _, open := range []string{"0.0.0.0:8480", "[::]:8480", "192.0.2.1:8480", ":8480"} {
		if s.CheckAddress(open) == nil {
			t.Errorf("%s is served without TLS and users", open)
		}
	}
}
