package format

import (
	"bytes"
	"context"
	"image"
	"image/gif"
	"image/jpeg"
	"image/png"
	"os"
	"os/exec"
	"strings"
	"testing"

	"github.com/klippa-app/go-pdfium/requests"
	"golang.org/x/image/bmp"
	"golang.org/x/image/tiff"

	"averment/evidence"
)

func TestPageOfTSV(t *testing.T) {
	row := func(par, line, x, y string, conf, word string) string {
		return strings.Join([]string{"5", "1", "1", par, line, "1", x, y, "100", "30", conf, word}, "\t")
	}
	tsv := strings.Join([]string{
		"level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext",
		"4\t1\t1\t1\t1\t0\t200\t800\t900\t30\t-1\t",
		row("1", "1", "200", "800", "96.5", "Plain"), row("1", "1", "310", "800", "95", "con-"),
		row("1", "2", "200", "850", "91", "tract"), row("1", "2", "310", "850", "12", "~|"),
		row("1", "2", "400", "850", "90", "words"), "garbage", "5\t1\tx",
	}, "\n")
	p := pageOfTSV([]byte(tsv), Picture{Width: 1700, Height: 2200, DPI: 200})
	if p.Text != "Plain contract\nwords" && p.Text != "Plain contract words" {
		t.Errorf("text %q", p.Text)
	}
	if p.State != evidence.PageOCR || p.Layout.Width != 612 || p.Layout.Height != 792 {
		t.Errorf("page %s %v", p.State, p.Layout)
	}
	if b := p.Layout.Boxes[0]; b.X0 != 72 || b.Y0 != 288 {
		t.Errorf("box %+v", b)
	}
	if len(p.Flags) != 0 {
		t.Errorf("flags %q", p.Flags)
	}
	doubtful := pageOfTSV([]byte(row("1", "1", "200", "800", "41", "Plaim")), Picture{Width: 10, Height: 10, DPI: 200})
	if len(doubtful.Flags) != 1 || !strings.Contains(doubtful.Flags[0], "41%") {
		t.Errorf("flags %q", doubtful.Flags)
	}
}

// tesseract gives the program, or skips the test.
func tesseract(t *testing.T) Tesseract {
	t.Helper()
	path, err := exec.LookPath("tesseract")
	if err != nil {
		t.Skip("needs tesseract")
	}
	return Tesseract{Program: path}
}

// TestRecognisedWords renders pages whose words are known and reads them by OCR.
func TestRecognisedWords(t *testing.T) {
	ocr := tesseract(t)
	for _, file := range corpus(t) {
		if !strings.Contains(file, "cacd.652774") && !strings.Contains(file, "ca5_") {
			continue
		}
		page := readFiling(t, file, Options{}).Pages[1]
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		f, err := testPDF(t).open(data, nil)
		if err != nil {
			t.Fatal(err)
		}
		var pic Picture
		err = f.draw(1, ocrDPI, requests.RenderImageFormatGrayscale, func(img image.Image) error {
			pic = pictureOf(img, ocrDPI)
			return nil
		})
		f.close()
		if err != nil {
			t.Fatal(err)
		}
		read, err := ocr.Read(context.Background(), pic)
		if err != nil {
			t.Fatal(err)
		}
		f1 := wordF1(page.Text, read.Text)
		t.Logf("word F1 %.4f", f1)
		if f1 < 0.95 {
			t.Errorf("%s: word F1 of OCR %.4f", file, f1)
		}
	}
}

// fixedOCR reads the same words in every picture.
type fixedOCR struct{ seen Picture }

func (f *fixedOCR) Read(_ context.Context, p Picture) (evidence.Page, error) {
	f.seen = p
	return evidence.Page{Text: "recognised", State: evidence.PageOCR, Reader: ocrReader, Paragraphs: []int{0}}, nil
}

func TestPictures(t *testing.T) {
	img := image.NewRGBA(image.Rect(0, 0, 30, 20))
	formats := map[string]func(*bytes.Buffer) error{
		"png":  func(b *bytes.Buffer) error { return png.Encode(b, img) },
		"jpeg": func(b *bytes.Buffer) error { return jpeg.Encode(b, img, nil) },
		"gif":  func(b *bytes.Buffer) error { return gif.Encode(b, img, nil) },
		"bmp":  func(b *bytes.Buffer) error { return bmp.Encode(b, img) },
		"tiff": func(b *bytes.Buffer) error { return tiff.Encode(b, img, nil) },
	}
	for kind, encode := range formats {
		var b bytes.Buffer
		if err := encode(&b); err != nil {
			t.Fatal(err)
		}
		ocr := &fixedOCR{}
		res, err := Read(context.Background(), "x", b.Bytes(), Options{OCR: ocr})
		if err != nil {
			t.Errorf("%s: %v", kind, err)
			continue
		}
		if p := res.Document.Pages[0]; p.Text != "recognised" || p.State != evidence.PageOCR || p.Number != 1 {
			t.Errorf("%s: page %+v", kind, p)
		}
		if ocr.seen.Width != 30 || ocr.seen.Height != 20 || len(ocr.seen.Gray) != 600 {
			t.Errorf("%s: picture of %d by %d", kind, ocr.seen.Width, ocr.seen.Height)
		}
		without, err := Read(context.Background(), "x", b.Bytes(), Options{})
		if err != nil || without.Document.Pages[0].State != evidence.PageImageOnly || len(without.Document.Warnings) == 0 {
			t.Errorf("%s without OCR: %v, %v", kind, without, err)
		}
	}
}

func TestTransparentIsPaper(t *testing.T) {
	p := pictureOf(image.NewRGBA(image.Rect(5, 5, 7, 7)), 200)
	for _, g := range p.Gray {
		if g != 255 {
			t.Fatalf("pixels %v", p.Gray)
		}
	}
}
