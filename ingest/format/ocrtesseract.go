package format

import (
	"bytes"
	"context"
	"fmt"
	"os/exec"

	"averment/evidence"
)

const ocrReader = "tesseract/1"

// Tesseract reads pictures with the program of that name. It runs in a worker that gets
// pixels only.
type Tesseract struct {
	Program  string // path
	Tessdata string // folder of its language data, "" for its own default
}

// Read runs the program over one picture. Text, boxes and furniture are made as those of
// a PDF page are; the page has the state ocr.
func (t Tesseract) Read(ctx context.Context, p Picture) (evidence.Page, error) {
	cmd := exec.CommandContext(ctx, t.Program, "stdin", "stdout", "--dpi", fmt.Sprint(p.DPI), "-l", "eng", "tsv")
	cmd.Env = []string{"OMP_THREAD_LIMIT=1", "LC_ALL=C"}
	if t.Tessdata != "" {
		cmd.Env = append(cmd.Env, "TESSDATA_PREFIX="+t.Tessdata)
	}
	cmd.Stdin = bytes.NewReader(p.pgm())
	var out, errs bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &errs
	if err := cmd.Run(); err != nil {
		return evidence.Page{}, fmt.Errorf("run tesseract: %w: %.200s", err, errs.String())
	}
	return pageOfTSV(out.Bytes(), p), nil
}
