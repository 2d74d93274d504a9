package main

import (
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
)

// creameries is a small case in which two firms are written in several ways.
var creameries = map[string]string{
	"a.txt": "Dairy is sued over stale milk\nBy Otis Wren\nThe Fell Gazette, 12 May 2024\n\nIona Pell sued Tarn Valley Dairy, Inc. on Friday over stale milk. Tarn Valley Dairy, Inc. denied the claims.\n",
	"b.txt": "Dairy answers\nBy Otis Wren\nThe Fell Gazette, 2 June 2024\n\nTarn Valley Dairy Inc. said that its milk was fresh. Tarn Valley Dairy Inc. will answer in July.\n",
	"c.txt": "A rival opens\nBy Otis Wren\nThe Fell Gazette, 9 June 2024\n\nLarch Creamery LLC said on Sunday that it would open two shops.\n",
}

// script runs JavaScript in the page and gives its string.
func (b *watched) script(t *testing.T, js string) string {
	t.Helper()
	out, err := chromedp.Run(b.ctx, chromedp.Evaluate[string](js))
	if err != nil {
		t.Fatalf("%s: %v", js, err)
	}
	return out
}

// counts gives the values of a facet with their counts as the search page shows them.
func (b *watched) counts(t *testing.T, base, query, facet string) string {
	t.Helper()
	b.do(t, chromedp.Navigate(base+"/?"+query))
	return b.script(t, fmt.Sprintf(`[...document.querySelectorAll("#facets>details")].filter(d=>d.querySelector("summary").textContent==%q)
		.flatMap(d=>[...d.querySelectorAll("li a")]).map(a=>a.firstChild.textContent.trim()+" "+a.querySelector(".num").textContent).join("; ")`, facet))
}

// press fills a form of the page of a party, presses a button of it, and waits for the page
// that answers.
func (b *watched) press(t *testing.T, fill, op string) {
	t.Helper()
	before := b.script(t, `document.querySelectorAll("details").forEach(d=>d.open=true); window.stays="yes"; window.stays`)
	b.script(t, fill+`; document.querySelector("button[value='`+op+`']").click(); ""`)
	for deadline := time.Now().Add(20 * time.Second); time.Now().Before(deadline); time.Sleep(50 * time.Millisecond) {
		now, err := chromedp.Run(b.ctx, chromedp.Evaluate[string](`document.readyState=="complete" ? String(window.stays) : "yes"`))
		if err == nil && now != before {
			return
		}
	}
	t.Fatalf("nothing answered %s", op)
}

// TestPartiesAreCorrectedInBrowser merges two firms on the page of one, sees the facets
// follow, gives a role and a type, and takes all of it back.
func TestPartiesAreCorrectedInBrowser(t *testing.T) {
	path, err := exec.LookPath("chromium")
	if err != nil {
		if os.Getenv("AVERMENT_REQUIRE_BROWSER") == "1" {
			t.Fatal("AVERMENT_REQUIRE_BROWSER=1 and no chromium in the path")
		}
		t.Skip("needs chromium in the path: apt-get install chromium")
	}
	in, dir, keys := t.TempDir(), filepath.Join(t.TempDir(), "case"), t.TempDir()
	for name, text := range creameries {
		put(t, filepath.Join(in, name), text)
	}
	s := serve(t, dir, keys, "--watch", in)
	s.until("Dairy OR rival", len(creameries), time.Minute)
	b := watchedBrowser(t, path)
	b.signIn(t, s)
	expect := func(what, got, want string) {
		t.Helper()
		if !strings.Contains(got, want) {
			t.Errorf("%s: %q, want %q", what, got, want)
		}
	}
	tarn := s.base + "/parties/" + url.PathEscape("Tarn Valley Dairy Inc.")
	expect("parties", b.counts(t, s.base, "", "Party"), "Tarn Valley Dairy, Inc. 2")
	expect("chosen by another spelling", b.counts(t, s.base, "facet="+url.QueryEscape("party=Tarn Valley Dairy Inc."), "Party"), "Tarn Valley Dairy, Inc. 2")

	b.do(t, chromedp.Navigate(s.base+"/parties/"+url.PathEscape("Larch Creamery LLC")))
	b.press(t, `document.querySelector("#mer").value="Tarn Valley Dairy Inc."`, "merge")
	expect("the page after a merge", b.script(t, `document.querySelector("h1").textContent`), "Tarn Valley Dairy, Inc.")
	expect("parties merged", b.counts(t, s.base, "", "Party"), "Tarn Valley Dairy, Inc. 3")
	expect("speakers merged", b.counts(t, s.base, "", "Speaker"), "Tarn Valley Dairy, Inc. 3")

	b.do(t, chromedp.Navigate(tarn))
	b.press(t, `document.querySelector("#typ").value="agency"`, "type")
	expect("what it is", b.script(t, `document.querySelector("h1+p").textContent`), "agency")
	b.press(t, `document.querySelector("#rol").value="owner"; document.querySelector("#who").value="Iona Pell"`, "role")
	expect("its roles", b.script(t, `document.querySelector(".paper").textContent`), "owner of Iona Pell in 3 documents")
	expect("what was corrected", b.script(t, `document.querySelector(".paper").textContent`), "Larch Creamery LLC is the same as Tarn Valley Dairy, Inc.")

	for n := 3; n > 0; n-- { // the newest first
		b.press(t, `const f=document.querySelector("form[action^='/corrections']"); f.querySelector("button").value="back"`, "back")
	}
	all := b.counts(t, s.base, "", "Party")
	expect("taken back", all, "Tarn Valley Dairy, Inc. 2")
	expect("taken back", all, "Larch Creamery LLC 1")
	expect("the log", b.look(t, s.base+"/audit"), "taken back")
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, what := range b.faults {
		t.Errorf("the browser says: %s", what)
	}
}
