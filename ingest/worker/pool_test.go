package worker

import (
	"bytes"
	"context"
	"image/png"
	"os"
	"testing"

	"averment/evidence"
)

func TestReadFilings(t *testing.T) {
	p := newPool(t, PoolOptions{NoOCR: true})
	t.Log(p.Level(), p.Level().Missing)
	for _, file := range filings(t) {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		out, err := p.Read(context.Background(), Job{Name: file, Data: data})
		if err != nil {
			t.Errorf("%s: %v", file, err)
			continue
		}
		if out.Document.PageCount == 0 || out.Document.ID == "" || out.Document.Sandbox == "" {
			t.Errorf("%s: %d pages, id %q, sandbox %q", file, out.Document.PageCount, out.Document.ID, out.Document.Sandbox)
		}
	}
}

func TestRender(t *testing.T) {
	p := newPool(t, PoolOptions{Size: 1})
	data, err := os.ReadFile(filings(t)[0])
	if err != nil {
		t.Fatal(err)
	}
	img, err := p.Render(context.Background(), data, 1, 150)
	if err != nil {
		t.Fatal(err)
	}
	cfg, err := png.DecodeConfig(bytes.NewReader(img))
	if err != nil || cfg.Width < 1000 {
		t.Errorf("picture %v, %v", cfg, err)
	}
	if _, err := p.Render(context.Background(), data, 999, 150); err == nil {
		t.Error("a page that is not there was rendered")
	}
}

func TestOCR(t *testing.T) {
	p := newPool(t, PoolOptions{Size: 1})
	if p.ocr == nil {
		t.Skip("needs tesseract")
	}
	for _, file := range filings(t) {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		out, err := p.Read(context.Background(), Job{Name: file, Data: data})
		if err != nil {
			t.Errorf("%s: %v", file, err)
			continue
		}
		for _, page := range out.Document.Pages {
			if page.State == evidence.PageImageOnly {
				t.Errorf("%s page %d: still image only: %v", file, page.Number, page.Flags)
			}
		}
	}
}
