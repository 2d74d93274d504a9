package ui

import (
	"context"
	"fmt"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// browser is a Chromium that looks at a server, with what it complained about.
type browser struct {
	ctx    context.Context
	base   string
	s      *Server
	sample *sample

	mu       sync.Mutex
	faults   []string
	requests []string
}

// openBrowser starts Chromium, or skips where there is none.
func openBrowser(t *testing.T) *browser {
	t.Helper()
	path, err := exec.LookPath("chromium")
	if err != nil {
		if os.Getenv("AVERMENT_REQUIRE_BROWSER") == "1" {
			t.Fatal("AVERMENT_REQUIRE_BROWSER=1 and no chromium in the path")
		}
		t.Skip("needs chromium in the path: apt-get install chromium")
	}
	s, c := newServer(t)
	server := httptest.NewServer(s.Handler())
	t.Cleanup(server.Close)
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(path), chromedp.NoSandbox, chromedp.DisableGPU, chromedp.NoFirstRun,
		chromedp.Flag("disable-quic", true), chromedp.Flag("disable-background-networking", true), chromedp.Flag("disable-component-update", true), chromedp.Flag("disable-sync", true))
	alloc, cancel := chromedp.NewExecAllocator(context.Background(), options...)
	t.Cleanup(cancel)
	ctx, cancel := chromedp.NewContext(alloc)
	t.Cleanup(cancel)
	ctx, cancel = context.WithTimeout(ctx, 120*time.Second)
	t.Cleanup(cancel)
	b := &browser{ctx: ctx, base: server.URL, s: s, sample: c}
	link, err := s.SignInLink(server.URL)
	if err != nil {
		t.Fatal(err)
	}
	b.run(t, chromedp.Navigate("about:blank"))
	if err := chromedp.Listen(ctx, b.listen); err != nil {
		t.Fatal(err)
	}
	call(t, b, log.Enable, cdp.Empty{})
	call(t, b, network.Enable, network.EnableParams{})
	call(t, b, emulation.SetDeviceMetricsOverride, emulation.SetDeviceMetricsOverrideParams{Width: 1440, Height: 900, DeviceScaleFactor: 1})
	b.run(t, chromedp.Navigate(link), chromedp.WaitVisible("#q"))
	return b
}

func (b *browser) listen(ev any) {
	b.mu.Lock()
	defer b.mu.Unlock()
	switch e := ev.(type) {
	case *log.EventEntryAdded:
		b.faults = append(b.faults, e.Entry.Text)
	case *runtime.EventExceptionThrown:
		what := e.ExceptionDetails.Text
		if e.ExceptionDetails.Exception != nil {
			what += " " + e.ExceptionDetails.Exception.Description
		}
		if strings.Contains(what, "Transition was") { // the browser gave up a view transition for a newer page
			return
		}
		b.faults = append(b.faults, what)
	case *runtime.EventConsoleAPICalled:
		b.faults = append(b.faults, fmt.Sprint("console.", e.Type))
	case *page.EventJavascriptDialogOpening:
		b.faults = append(b.faults, "a dialog opened: "+e.Message)
	case *network.EventRequestWillBeSent:
		b.requests = append(b.requests, e.Request.URL)
	}
}

func (b *browser) run(t *testing.T, steps ...chromedp.Action[chromedp.Void]) {
	t.Helper()
	if err := chromedp.Do(b.ctx, steps...); err != nil {
		t.Fatal(err)
	}
}

// give runs an action that has a result.
func give[T any](t *testing.T, b *browser, a chromedp.Action[T]) T {
	t.Helper()
	v, err := chromedp.Run(b.ctx, a)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func call[P, R any](t *testing.T, b *browser, c cdp.Command[P, R], params P) R {
	t.Helper()
	v, err := chromedp.Call(b.ctx, c, params)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// clean fails on any complaint of the browser and on any request that left the origin.
func (b *browser) clean(t *testing.T, where string) {
	t.Helper()
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, f := range b.faults {
		t.Errorf("%s: browser says: %s", where, f)
	}
	for _, r := range b.requests {
		if !strings.HasPrefix(r, b.base) && !strings.HasPrefix(r, "data:") && !strings.HasPrefix(r, "about:") {
			t.Errorf("%s: a request left the origin: %s", where, r)
		}
	}
	b.faults, b.requests = nil, nil
}

// everyPage are the pages that are looked at.
var everyPage = [][2]string{
	{"search", "/?q=logs+of"}, {"search-all", "/"}, {"fault", "/?q=logs+AND+(rail"}, {"nothing", "/?q=zebra"},
	{"document", "/documents/" + sha(1)[:12] + "?q=logs+denies&hit=1"}, {"article", "/documents/" + sha(2)[:12] + "?q=logs"}, {"hostile", "/documents/" + sha(3)[:12]},
	{"compare", "/documents/" + sha(2)[:12] + "/compare?with=" + sha(3)[:12]}, {"claims", "/claims"},
	{"check", "/check?text=The+suit+seeks+%243%2C000+per+rider.+%22The+logs+are+right%22+said+Brandt."}, {"check-empty", "/check"},
	{"timeline", "/timeline"}, {"parties", "/parties"}, {"party", "/parties/Larkspur%20Rail%2C%20Inc."}, {"imports", "/imports"},
	{"terms", "/terms?terms=logs%0Arail"}, {"audit", "/audit"}, {"settings", "/settings"}, {"help", "/help"},
}

// TestBrowserPages looks at every page at three widths, light and dark: nothing may be
// blocked, overflow or complain. Pictures go to screenshots/, which git ignores.
func TestBrowserPages(t *testing.T) {
	b := openBrowser(t)
	dir := filepath.Join("..", "screenshots")
	if err := os.MkdirAll(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	axe, err := os.ReadFile(os.Getenv("AVERMENT_AXE"))
	if err != nil && os.Getenv("AVERMENT_AXE") != "" {
		t.Fatal(err)
	}
	for _, p := range everyPage {
		for _, width := range []int64{1440, 1024, 360} {
			for _, theme := range []string{"light", "dark"} {
				if theme == "dark" && width == 1024 {
					continue
				}
				b.look(t, p, width, theme, dir, string(axe))
			}
		}
		where := p[1]
		if p[0] == "fault" { // answered 400, which the browser notes
			b.mu.Lock()
			b.faults = nil
			b.mu.Unlock()
		}
		b.clean(t, where)
	}
}

func (b *browser) look(t *testing.T, p [2]string, width int64, theme, dir, axe string) {
	t.Helper()
	call(t, b, emulation.SetDeviceMetricsOverride, emulation.SetDeviceMetricsOverrideParams{Width: width, Height: 900, DeviceScaleFactor: 1, Mobile: width < 500})
	call(t, b, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: theme}, {Name: "prefers-reduced-motion", Value: "reduce"}}})
	b.run(t, chromedp.Navigate(b.base+p[1]), chromedp.WaitReady("main"))
	over := give(t, b, chromedp.Evaluate[float64]("document.documentElement.scrollWidth - innerWidth"))
	shot := give(t, b, chromedp.FullScreenshot(100))
	if over > 0 {
		t.Errorf("%s at %d: the page is %.0f px too wide", p[0], width, over)
	}
	if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("%s-%d-%s.png", p[0], width, theme)), shot, 0o644); err != nil {
		t.Fatal(err)
	}
	if axe == "" || width == 1024 {
		return
	}
	b.run(t, chromedp.Evaluate[chromedp.Void](axe+";0"))
	found := give(t, b, chromedp.Evaluate[[]string](`axe.run(document,{runOnly:['wcag2a','wcag2aa','wcag21a','wcag21aa','wcag22aa']}).then(r=>r.violations.map(v=>v.id+': '+v.nodes.slice(0,3).map(n=>n.html.slice(0,140)+' '+n.failureSummary.slice(0,160)).join(' | ')))`, chromedp.EvalAwaitPromise))
	for _, f := range found {
		t.Errorf("%s at %d %s: axe: %s", p[0], width, theme, f)
	}
}
