package worker

import (
	"context"
	"os"
	"os/exec"
	"testing"
	"time"
)

// BenchmarkFilings reads court PDFs through the pool, beside one pdftotext process a
// file over the same files: the ratio of pages a second is what counts.
func BenchmarkFilings(b *testing.B) {
	p := newPool(b, PoolOptions{NoOCR: true})
	files := filings(b)
	var data [][]byte
	for _, f := range files {
		d, err := os.ReadFile(f)
		if err != nil {
			b.Fatal(err)
		}
		data = append(data, d)
	}
	pages := 0
	for b.Loop() {
		pages += readAll(b, p, data)
	}
	b.ReportMetric(float64(pages)/b.Elapsed().Seconds(), "pages/s")
	began := time.Now()
	ours := readAll(b, p, data)
	mine := time.Since(began)
	if theirs := pdftotext(b, files); theirs > 0 && ours > 0 {
		b.ReportMetric(theirs.Seconds()/mine.Seconds(), "x-pdftotext")
	}
}

// readAll reads the documents, as many at once as the pool has children.
func readAll(b *testing.B, p *Pool, data [][]byte) int {
	type result struct {
		pages int
		err   error
	}
	done := make(chan result)
	for _, d := range data {
		go func() {
			out, err := p.Read(context.Background(), Job{Name: "x.pdf", Data: d})
			if err != nil {
				done <- result{0, err}
				return
			}
			done <- result{out.Document.PageCount, nil}
		}()
	}
	pages := 0
	for range data {
		r := <-done
		if r.err != nil {
			b.Fatal(r.err)
		}
		pages += r.pages
	}
	return pages
}

func pdftotext(b *testing.B, files []string) time.Duration {
	if _, err := exec.LookPath("pdftotext"); err != nil {
		b.Log("no pdftotext to compare with")
		return 0
	}
	began := time.Now()
	for _, f := range files {
		if err := exec.Command("pdftotext", f, os.DevNull).Run(); err != nil {
			b.Fatal(err)
		}
	}
	return time.Since(began)
}

// BenchmarkSpawn is the cost of a child that is ready to read.
func BenchmarkSpawn(b *testing.B) {
	p := newPool(b, PoolOptions{Size: 1, NoOCR: true})
	for b.Loop() {
		proc, err := p.readers.get(context.Background(), false)
		if err != nil {
			b.Fatal(err)
		}
		p.readers.put(proc, false)
	}
}

// BenchmarkText is the cost of a short text through a child that is there already.
func BenchmarkText(b *testing.B) {
	p := newPool(b, PoolOptions{Size: 1, NoOCR: true})
	for b.Loop() {
		if _, err := p.Read(context.Background(), Job{Name: "x.txt", Data: []byte("Plain words of a text.")}); err != nil {
			b.Fatal(err)
		}
	}
}
