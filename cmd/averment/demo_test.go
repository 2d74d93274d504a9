package main

import (
	"bufio"
	"io"
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"

	"github.com/PuerkitoBio/goquery"
)

// startDemo starts the demo as a newcomer would and gives a signed-in client and the address.
func startDemo(t *testing.T) (*http.Client, string) {
	t.Helper()
	cmd := averment(t, t.TempDir(), "demo", "--addr", "127.0.0.1:0")
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { stop(cmd) })
	link := readLink(t, out)
	jar, err := cookiejar.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	client := &http.Client{Jar: jar, Timeout: 30 * time.Second}
	get(t, client, link)
	at, err := url.Parse(link)
	if err != nil {
		t.Fatal(err)
	}
	return client, at.Scheme + "://" + at.Host
}

func stop(cmd *exec.Cmd) {
	cmd.Process.Signal(os.Interrupt)
	cmd.Wait()
}

// readLink reads what the demo prints until it prints its link.
func readLink(t *testing.T, out io.Reader) string {
	t.Helper()
	lines := bufio.NewScanner(out)
	for lines.Scan() {
		if s := strings.TrimSpace(lines.Text()); strings.HasPrefix(s, "http") {
			go io.Copy(io.Discard, out)
			return s
		}
	}
	t.Fatal("the demo printed no link")
	return ""
}

func get(t *testing.T, client *http.Client, address string) *goquery.Document {
	t.Helper()
	res, err := client.Get(address)
	if err != nil {
		t.Fatal(err)
	}
	defer res.Body.Close()
	page, err := goquery.NewDocumentFromReader(res.Body)
	if err != nil || res.StatusCode != http.StatusOK {
		t.Fatalf("%s: %s %v", address, res.Status, err)
	}
	return page
}

// TestDemo loads the sample case and searches it in the pages and the API.
func TestDemo(t *testing.T) {
	client, base := startDemo(t)
	page := get(t, client, base+"/?q="+url.QueryEscape("fined w/6 million"))
	if text := page.Find("main").Text(); !strings.Contains(text, "3 documents") {
		t.Errorf("the search page says %q", strings.Join(strings.Fields(text), " "))
	}
	if marks := page.Find("mark").Length(); marks < 4 {
		t.Errorf("%d marks on the page", marks)
	}
	link, ok := page.Find("a[href^='/documents/']").First().Attr("href")
	if !ok {
		t.Fatal("no document is linked")
	}
	if get(t, client, base+link).Find("main").Length() != 1 {
		t.Errorf("%s has no main part", link)
	}
	for _, path := range []string{"/imports", "/timeline", "/parties", "/claims", "/check", "/terms", "/audit"} {
		get(t, client, base+path)
	}
	res, err := client.Get(base + "/api/v1/search?q=" + url.QueryEscape("kind:filing"))
	if err != nil {
		t.Fatal(err)
	}
	defer res.Body.Close()
	body, err := io.ReadAll(res.Body)
	if err != nil {
		t.Fatal(err)
	}
	var answer struct{ Version, Total int }
	decode(t, body, &answer)
	if answer.Version != 1 || answer.Total < 3 {
		t.Errorf("the API answers %+v", answer)
	}
}

// TestDemoIsClosedToStrangers asks without the link.
func TestDemoIsClosedToStrangers(t *testing.T) {
	_, base := startDemo(t)
	res, err := (&http.Client{Timeout: 10 * time.Second}).Get(base + "/api/v1/search?q=x")
	if err != nil {
		t.Fatal(err)
	}
	res.Body.Close()
	if res.StatusCode != http.StatusUnauthorized {
		t.Errorf("a stranger gets %s", res.Status)
	}
}
