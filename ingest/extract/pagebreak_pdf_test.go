package extract

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"averment/evidence"
	"averment/ingest/format"

	"github.com/go-pdf/fpdf"
)

// drawnBrief draws a filing of several pages with a court's stamp, a running head and page
// numbers: a sentence, a quotation and a hyphened word run over its pages.
func drawnBrief(t *testing.T) []byte {
	t.Helper()
	f := fpdf.New("P", "pt", "Letter", "")
	f.SetCreationDate(time.Date(2025, 1, 1, 0, 0, 0, 0, time.UTC))
	f.SetAutoPageBreak(false, 0)
	pages := [][]string{
		{"The defendant kept the north gate of the mill open for the", "whole of the winter, and nobody was told. The board of", "the mill paid to the widow of the warden a sum of $4.5"},
		{"million on March 3, 2021. The board has said “that the", "gates were kept open for as long as the owners of the", "mill had an interest in the trade of the harbour and of"},
		{"the town.” The plaintiff denies that she was told of it", "by anybody. The agreement of the parties was a con-"},
		{"tract of sale. It ended in 2022."},
	}
	tr := f.UnicodeTranslatorFromDescriptor("")
	for i, lines := range pages {
		f.AddPage()
		f.SetFont("Helvetica", "", 9)
		f.Text(140, 24, fmt.Sprintf("Case 1:22-cv-04417-ABC Document 12 Filed 06/01/22 Page %d of 4", i+1))
		f.SetFont("Times", "", 12)
		f.Text(72, 60, "Brief of the Widow")
		for n, l := range lines {
			f.Text(72, 120+float64(n)*24, tr(l))
		}
		f.Text(300, 760, fmt.Sprint(i+1))
	}
	var b bytes.Buffer
	if err := f.Output(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestPDFOverPageBreaks reads a drawn filing from its bytes to its facts.
func TestPDFOverPageBreaks(t *testing.T) {
	pdf, err := format.NewPDF(os.TempDir() + "/averment-pdf")
	if err != nil {
		t.Skip("needs the PDF reader: ", err)
	}
	defer pdf.Close()
	r, err := format.Read(context.Background(), "brief.pdf", drawnBrief(t), format.Options{PDF: pdf})
	if err != nil {
		t.Fatal(err)
	}
	d := r.Document
	Facts(d)
	var whole []string
	for s := range evidence.Sentences(d.Pages) {
		if s.Continues != nil {
			whole = append(whole, oneLine(s.Text(d.Pages)))
		}
	}
	want := []string{"The board of the mill paid to the widow of the warden a sum of $4.5 million on March 3, 2021.",
		"The board has said “that the gates were kept open for as long as the owners of the mill had an interest in the trade of the harbour and of the town.”",
		"The agreement of the parties was a contract of sale."}
	if strings.Join(whole, "|") != strings.Join(want, "|") {
		t.Errorf("sentences %q", whole)
	}
	if len(d.Amounts) != 1 || d.Amounts[0].Value != 4.5e6 || d.Amounts[0].Spans[0].Continues == nil {
		t.Errorf("amounts %+v", d.Amounts)
	}
	for _, bad := range checkSpans(d) {
		t.Error(bad)
	}
}
