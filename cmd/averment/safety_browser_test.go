package main

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"averment/ingest/worker/hostile"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// TestHostileInBrowser shows documents that try to run scripts and to call home, by their
// text, their titles, subjects and file names, in a real browser. A canary listens: nothing
// may reach it, nothing may run, and the words must be there to read.
func TestHostileInBrowser(t *testing.T) {
	path, err := exec.LookPath("chromium")
	if err != nil {
		if os.Getenv("AVERMENT_REQUIRE_BROWSER") == "1" {
			t.Fatal("AVERMENT_REQUIRE_BROWSER=1 and no chromium in the path")
		}
		t.Skip("needs chromium in the path: apt-get install chromium")
	}
	var sung atomic.Int64
	canary := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { sung.Add(1) }))
	defer canary.Close()
	in, dir, keys := t.TempDir(), filepath.Join(t.TempDir(), "case"), t.TempDir()
	for name, text := range calling(canary.URL + "/") {
		put(t, filepath.Join(in, name), text)
	}
	s := serve(t, dir, keys, "--watch", in)
	s.until("harmless", len(calling("")), time.Minute)
	b := watchedBrowser(t, path)
	b.signIn(t, s)
	for _, where := range s.everywhere() {
		text := b.look(t, s.base+where)
		if strings.HasPrefix(where, "/documents/") && !strings.Contains(text, "harmless words") {
			t.Errorf("%s: the words are not there: %.300q", where, text)
		}
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, what := range b.faults {
		t.Errorf("the browser says: %s", what)
	}
	for _, r := range b.requests {
		if !strings.HasPrefix(r, s.base) && !strings.HasPrefix(r, "data:") && !strings.HasPrefix(r, "about:") {
			t.Errorf("a request left the origin: %s", r)
		}
	}
	if n := sung.Load(); n > 0 || len(b.requests) == 0 {
		t.Errorf("the canary was called %d times, in %d requests", n, len(b.requests))
	}
	t.Logf("%d pages, %d requests, %d of them to the canary", len(s.everywhere()), len(b.requests), sung.Load())
}

// calling are documents that call a server when they are shown as what they are.
func calling(home string) map[string]string {
	trick := `<img src="` + home + `x" onerror="fetch('` + home + `y')"><script>fetch('` + home + `z')</script>`
	title, err := json.Marshal(trick + " harmless title")
	must := func(b []byte, err error) string {
		if err != nil {
			return ""
		}
		return string(b)
	}
	svg := `<svg xmlns="http://www.w3.org/2000/svg" onload="fetch('` + home + `s')"><script href="` + home + `t"/><image href="` + home + `i"/></svg>`
	return map[string]string{
		"page.html": hostile.Scripts(home),
		"mail.eml": "From: \"" + strings.ReplaceAll(trick, `"`, "'") + "\" <a@example.org>\r\nTo: b@example.org\r\nSubject: " + trick + "\r\nDate: Mon, 6 Jan 2025 10:00:00 +0000\r\nMIME-Version: 1.0\r\nContent-Type: text/html\r\n\r\n" +
			"<p>These are harmless words of a message.</p>" + trick,
		`"><img src=x onerror=alert(1)>.txt`: "These are harmless words of a file whose name is not.\n\n" + trick + "\njavascript:fetch('" + home + "j')\n" + svg,
		"line.jsonl":                         `{"title":` + must(title, err) + `,"publisher":` + must(title, nil) + `,"author":` + must(title, nil) + `,"url":"javascript:fetch('` + home + `u')","text":"These are harmless words of a line."}` + "\n",
		"sheet.csv":                          "name,note\n\"=HYPERLINK(\"\"" + home + "h\"\")\",These are harmless words of a table.\n",
	}
}

// everywhere is every page that shows something of the documents.
func (s *served) everywhere() []string {
	s.Helper()
	all := []string{"/", "/?q=harmless", "/?q=" + "%3Cscript%3E", "/claims", "/timeline", "/parties", "/imports", "/audit", "/check?text=These+are+harmless+words."}
	for _, r := range s.rows() {
		if r.ID != "" && r.Pages > 0 {
			all = append(all, "/documents/"+r.ID[:12]+"?q=harmless")
		}
	}
	return all
}

// watched is a browser with what it asked for and complained about.
type watched struct {
	ctx      context.Context
	mu       sync.Mutex
	faults   []string
	requests []string
}

func watchedBrowser(t *testing.T, path string) *watched {
	t.Helper()
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(path), chromedp.NoSandbox, chromedp.DisableGPU, chromedp.NoFirstRun,
		chromedp.Flag("disable-background-networking", true), chromedp.Flag("disable-component-update", true), chromedp.Flag("disable-sync", true))
	alloc, cancel := chromedp.NewExecAllocator(context.Background(), options...)
	t.Cleanup(cancel)
	ctx, cancel := chromedp.NewContext(alloc)
	t.Cleanup(cancel)
	ctx, cancel = context.WithTimeout(ctx, 2*time.Minute)
	t.Cleanup(cancel)
	b := &watched{ctx: ctx}
	b.do(t, chromedp.Navigate("about:blank"))
	if err := chromedp.Listen(ctx, b.listen); err != nil {
		t.Fatal(err)
	}
	if _, err := chromedp.Call(ctx, log.Enable, cdp.Empty{}); err != nil {
		t.Fatal(err)
	}
	if _, err := chromedp.Call(ctx, network.Enable, network.EnableParams{}); err != nil {
		t.Fatal(err)
	}
	return b
}

func (b *watched) listen(ev any) {
	b.mu.Lock()
	defer b.mu.Unlock()
	switch e := ev.(type) {
	case *log.EventEntryAdded:
		b.faults = append(b.faults, e.Entry.Text)
	case *runtime.EventExceptionThrown:
		b.faults = append(b.faults, e.ExceptionDetails.Text)
	case *page.EventJavascriptDialogOpening:
		b.faults = append(b.faults, "a dialog opened: "+e.Message)
	case *network.EventRequestWillBeSent:
		b.requests = append(b.requests, e.Request.URL)
	}
}

func (b *watched) do(t *testing.T, steps ...chromedp.Action[chromedp.Void]) {
	t.Helper()
	if err := chromedp.Do(b.ctx, steps...); err != nil {
		t.Fatal(err)
	}
}

// signIn gives the browser the session of the client.
func (b *watched) signIn(t *testing.T, s *served) {
	t.Helper()
	at, err := url.Parse(s.base)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range s.client.Jar.Cookies(at) {
		if _, err := chromedp.Call(b.ctx, network.SetCookie, network.SetCookieParams{Name: c.Name, Value: c.Value, URL: s.base}); err != nil {
			t.Fatal(err)
		}
	}
}

// look opens a page, waits for what it may start, and gives its text.
func (b *watched) look(t *testing.T, address string) string {
	t.Helper()
	b.do(t, chromedp.Navigate(address), chromedp.WaitReady("body"))
	time.Sleep(300 * time.Millisecond)
	text, err := chromedp.Run(b.ctx, chromedp.Text("body"))
	if err != nil {
		t.Fatal(fmt.Errorf("read %s: %w", address, err))
	}
	return text
}
