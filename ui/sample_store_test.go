package ui

import (
	"bytes"
	"context"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"averment/evidence"
)

func (s *sample) Resolve(prefix string) (string, error) {
	for _, d := range s.docs {
		if len(prefix) >= 8 && strings.HasPrefix(d.ID, prefix) {
			return d.ID, nil
		}
	}
	return "", fmt.Errorf("document %q: %w", prefix, evidence.ErrNotFound)
}

func (s *sample) Full(id string) (*evidence.Document, error) {
	for _, d := range s.docs {
		if d.ID == id {
			c := *d
			return &c, nil
		}
	}
	return nil, evidence.ErrNotFound
}

func (s *sample) Document(id string) (*evidence.Document, error) { return s.Full(id) }

func (s *sample) Page(id string, n int) (evidence.Page, error) {
	d, err := s.Full(id)
	if err != nil || n < 1 || n > len(d.Pages) {
		return evidence.Page{}, evidence.ErrNotFound
	}
	return d.Pages[n-1], nil
}

func (s *sample) Documents(yield func(*evidence.Document) error) error {
	for _, d := range s.docs {
		if err := yield(d); err != nil {
			return err
		}
	}
	return nil
}

func (s *sample) Relatives(id string) ([]Relative, error) {
	if id == sha(2) {
		return []Relative{{ID: sha(3), Relation: "near-duplicate", Similarity: .87}}, nil
	}
	return nil, nil
}

func (s *sample) Rows(q LedgerQuery, yield func(evidence.LedgerRow) error) error {
	rows := slices.Clone(s.rows)
	if q.Newest {
		slices.Reverse(rows)
	}
	n := 0
	for _, r := range rows {
		if q.State != "" && r.State != q.State || q.ID != "" && r.ID != q.ID || q.Newest && q.After > 0 && r.Number >= q.After || q.Limit > 0 && n >= q.Limit {
			continue
		}
		n++
		if err := yield(r); err != nil {
			return err
		}
	}
	return nil
}

func (s *sample) LedgerSums() (evidence.Summary, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	sum := evidence.Summary{Version: 1}
	for _, r := range s.rows {
		sum.Tally(r.State)
	}
	return sum, nil
}

func (s *sample) Take(_ context.Context, name string, r io.Reader, l Labels) (evidence.LedgerRow, error) {
	n, err := io.Copy(io.Discard, r)
	s.mu.Lock()
	defer s.mu.Unlock()
	row := evidence.LedgerRow{Number: uint64(len(s.rows) + 1), Path: name, State: evidence.Indexed, ID: sha(2), Size: n, Custodian: l.Custodian, At: "2025-11-05T10:00:00Z"}
	s.rows = append(s.rows, row)
	return row, err
}

func (s *sample) Retry(_ context.Context, row uint64, password, _ string) (evidence.LedgerRow, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for i := range s.rows {
		if s.rows[i].Number == row {
			if password == "right" {
				s.rows[i].State, s.rows[i].Reason, s.rows[i].Detail, s.rows[i].ID = evidence.Indexed, "", "", sha(1)
			} else {
				s.rows[i].Attempts++
			}
			return s.rows[i], nil
		}
	}
	return evidence.LedgerRow{}, evidence.ErrNotFound
}

func (s *sample) Render(context.Context, string, int, int) ([]byte, error) {
	im := image.NewGray(image.Rect(0, 0, 306, 396))
	for i := range im.Pix {
		im.Pix[i] = 0xff
	}
	for y := 45; y < 200; y += 12 {
		for x := 45; x < 270; x++ {
			im.SetGray(x, y, color.Gray{Y: 150})
		}
	}
	var b bytes.Buffer
	err := png.Encode(&b, im)
	return b.Bytes(), err
}

func (s *sample) Original(string) (*os.File, error) {
	name := filepath.Join(s.dir, "original")
	if err := os.WriteFile(name, []byte("<script>alert(1)</script>"), 0o600); err != nil {
		return nil, err
	}
	return os.Open(name)
}

func (s *sample) Level() Level {
	return Level{Searchable: len(s.docs), Unsearchable: 1, Snapshot: "5nap5hot5nap5hot", Sandbox: "full", OCR: "eng", FreeBytes: 9 << 30}
}
