package ui

import (
	"context"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// until waits for a condition, also across the loading of another page.
func until(js string) chromedp.Action[chromedp.Void] {
	return func(ctx context.Context, t *chromedp.Target) (chromedp.Void, error) {
		var last error
		for range 200 {
			ok, err := chromedp.Evaluate[bool](js)(ctx, t)
			if err == nil && ok {
				return chromedp.Void{}, nil
			}
			last = err
			time.Sleep(50 * time.Millisecond)
		}
		return chromedp.Void{}, fmt.Errorf("never came true: %s (%v)", js, last)
	}
}

// loaded waits until the page's script has run.
var loaded = until("document.readyState === 'complete'")

// there waits for an element, seen or not.
func there(sel string) chromedp.Action[chromedp.Void] {
	return until("!!document.querySelector(" + strconv.Quote(sel) + ")")
}

// keys types single keys, each waited for by what must be there afterwards.
func (b *browser) keys(t *testing.T, keys, then string) {
	t.Helper()
	b.run(t, loaded, chromedp.KeyEvent(keys), there(then))
}

func (b *browser) text(t *testing.T, sel string) string {
	t.Helper()
	return give(t, b, chromedp.TextContent(sel))
}

// TestResearcher searches, narrows, opens, walks hits and tags, by keyboard alone.
func TestResearcher(t *testing.T) {
	b := openBrowser(t)
	b.run(t, chromedp.Navigate(b.base+"/"), chromedp.WaitVisible("#q"))
	b.keys(t, "/", "#q:focus")
	b.run(t, chromedp.SetValue("#q", "logs"), chromedp.KeyEvent(kb.Enter), chromedp.WaitVisible(".hit mark"))
	b.keys(t, "f", "#facets :focus")
	b.run(t, chromedp.KeyEvent(kb.Tab), chromedp.KeyEvent(kb.Enter), there(".chip"))
	if got := b.text(t, ".chip"); !strings.Contains(got, "Kind: filing") {
		t.Errorf("chip %q", got)
	}
	b.keys(t, "j", ".hit[aria-current]")
	b.keys(t, "x", ".hit :checked")
	b.run(t, chromedp.SetValue("#tag", "walked"), chromedp.Focus("button[value=tag]"), chromedp.KeyEvent(kb.Enter), chromedp.Sleep(500*time.Millisecond), there(".hit"))
	if tags := b.sample.docs[0].Tags; !slices.Contains(tags, "walked") {
		t.Errorf("tags %v", tags)
	}
	b.run(t, chromedp.Navigate(b.base+"/?q=logs"), chromedp.WaitVisible(".hit"))
	b.keys(t, "j", ".hit[aria-current]")
	b.keys(t, "o", ".over .now")
	b.keys(t, "n", "#h2")
	b.run(t, until("document.querySelector('[data-hit-now]')?.textContent.startsWith('Hit 2') === true"))
	b.keys(t, "p", "#h1")
	b.run(t, until("document.querySelector('[data-hit-now]')?.textContent.startsWith('Hit 1') === true"))
	b.keys(t, "?", "#keys[open]")
	b.keys(t, kb.Escape, "#keys:not([open])")
	b.run(t, loaded, chromedp.KeyEvent("g"), chromedp.KeyEvent("t"), there(".tl"))
	b.run(t, loaded, chromedp.KeyEvent("+"), until("location.search.includes('zoom=quarters')"), there(".tl"))
	b.run(t, loaded, chromedp.KeyEvent("g"), chromedp.KeyEvent("c"), there(".matrix"))
	b.clean(t, "a researcher's way")
}

// TestKeysOff: single keys do nothing once they are switched off.
func TestKeysOff(t *testing.T) {
	b := openBrowser(t)
	b.run(t, chromedp.Navigate(b.base+"/settings"), chromedp.WaitVisible("button[value=off]"), chromedp.Click("button[value=off]"), chromedp.WaitVisible("button[value=on]"),
		chromedp.Navigate(b.base+"/?q=logs"), chromedp.WaitVisible(".hit"), chromedp.KeyEvent("j"))
	if n := give(t, b, chromedp.Evaluate[int]("document.querySelectorAll('.hit[aria-current]').length")); n != 0 {
		t.Error("j moves though keys are off")
	}
	b.clean(t, "keys off")
}

// TestReporter pastes a draft, sees answers stream in, opens a contradiction, copies.
func TestReporter(t *testing.T) {
	b := openBrowser(t)
	b.run(t, chromedp.Navigate(b.base+"/check"), chromedp.WaitVisible("#draft"), chromedp.SendKeys("#draft", "The suit seeks $3,000 per rider. It is so."),
		loaded, chromedp.Click("[data-check] button"), chromedp.WaitVisible("#s2 .pair"))
	if got := b.text(t, "#s1 .slot"); !strings.Contains(got, "$5,000") {
		t.Errorf("slot %q", got)
	}
	b.run(t, chromedp.Click("#s1 .pair .differs a.cite"))
	b.run(t, chromedp.WaitVisible("#cite0"), loaded)
	b.run(t, chromedp.KeyEvent("c"),
		until("document.querySelector('[data-copied]').textContent !== ''"))
	b.clean(t, "a reporter's way")
}

// TestOperator chooses files, watches them through, and retries an exception.
func TestOperator(t *testing.T) {
	b := openBrowser(t)
	file := filepath.Join(t.TempDir(), "new.txt")
	if err := os.WriteFile(file, []byte("some text"), 0o600); err != nil {
		t.Fatal(err)
	}
	b.run(t, chromedp.Navigate(b.base+"/imports"), chromedp.WaitVisible("#files"), chromedp.SetUploadFiles("#files", []string{file}), chromedp.Click("[data-drop] button"),
		chromedp.WaitVisible(".upload a"), until("document.querySelector('[data-n=found]').textContent === '7'"),
		chromedp.SendKeys("#pw5", "right"), chromedp.Click("[data-retry]"), chromedp.WaitVisible("section[aria-label='Just taken in']"))
	if got := b.text(t, "[data-n=exception]"); got != "0" {
		t.Errorf("%s exceptions after the retry", got)
	}
	b.clean(t, "an operator's way")
}

// TestWithoutScript: search, narrow, open, walk and check with JavaScript off.
func TestWithoutScript(t *testing.T) {
	b := openBrowser(t)
	call(t, b, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true})
	follow := func(from, sel, want string) {
		t.Helper()
		b.run(t, chromedp.Navigate(b.base+from))
		link := give(t, b, chromedp.AttributeValue(sel, "href", chromedp.NodeReady))
		b.run(t, chromedp.Navigate(b.base+link.Value))
		if got := give(t, b, chromedp.OuterHTML("main", chromedp.NodeReady)); !strings.Contains(got, want) {
			t.Errorf("%s, %s: the page has no %q", from, sel, want)
		}
	}
	follow("/?q=logs", ".facets a", "btn chip")
	follow("/?q=logs", ".hit h3 a", `class="now"`)
	follow("/documents/"+sha(1)[:12]+"?q=logs", "[data-next-hit]", "Hit 2 of 2")
	follow("/check?text=It+is+so.", ".pair a.cite", "Rail company accused")
	follow("/timeline", ".opts a:not([aria-current])", "Timeline")
	b.clean(t, "without script")
}

// TestServeLimits: a slow or endless request ends.
func TestServeLimits(t *testing.T) {
	s, _ := newServer(t)
	h := s.HTTPServer()
	if h.ReadHeaderTimeout == 0 || h.ReadTimeout == 0 || h.IdleTimeout == 0 || h.MaxHeaderBytes > http.DefaultMaxHeaderBytes {
		t.Errorf("%+v", h)
	}
}
