package main

import (
	"bufio"
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"averment/evidence"
	"averment/ingest/format"
	"averment/ingest/worker"
	"averment/search/crosscheck"
)

// claimLine is one line of check --jsonl.
type claimLine struct {
	ID        string            `json:"id"`
	Claim     string            `json:"claim"`
	Documents []json.RawMessage `json:"documents"`
}

func readAll(f io.ReadCloser) (string, error) {
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, 16<<20))
	return string(data), err
}

func digest(text string) string {
	sum := sha256.Sum256([]byte(text))
	return "sha256:" + hex.EncodeToString(sum[:])
}

// checkLines answers each line in its order. The case is opened when a line first needs it.
func (a *app) checkLines(ctx context.Context, k checking) error {
	p := a.newProgress("checking")
	defer p.done()
	pool, err := a.newLightPool(p)
	if err != nil {
		return err
	}
	defer pool.Close()
	first, rest, err := peekLine(a.in)
	if err != nil || len(first) == 0 {
		return err
	}
	l := lineChecker{app: a, pool: pool, limit: k.limit}
	if l.needsCase(first) {
		return a.withCase(func(s *session) error {
			if err := s.upToDate(ctx, a); err != nil {
				return err
			}
			l.checker = s.checker(l.pool.Facts)
			return l.all(ctx, rest)
		})
	}
	return l.all(ctx, rest)
}

// peekLine gives the first line, and a reader that still has it.
func peekLine(in io.Reader) ([]byte, *bufio.Reader, error) {
	r := bufio.NewReaderSize(in, 1<<20)
	line, err := r.ReadBytes('\n')
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, nil, err
	}
	return line, bufio.NewReaderSize(io.MultiReader(bytes.NewReader(line), r), 1<<20), nil
}

// lineChecker answers claims, each against its own documents or against the case.
type lineChecker struct {
	app     *app
	pool    *worker.Pool
	checker *crosscheck.Checker // of the case, nil without one
	limit   int
	failed  bool
}

func (l *lineChecker) needsCase(line []byte) bool {
	var c claimLine
	return json.Unmarshal(line, &c) == nil && c.Documents == nil
}

func (l *lineChecker) all(ctx context.Context, in io.Reader) error {
	out := &app{out: l.app.out}
	err := eachLine(in, func(s source) error {
		answer, err := l.one(ctx, s.data)
		var bad badLine
		switch {
		case errors.As(err, &bad):
			l.failed = true
			return out.printJSON(map[string]any{"version": 1, "id": bad.id, "error": apiError{Code: "bad-line", Message: s.name + ": " + bad.Error()}})
		case err != nil:
			return err
		}
		return out.printJSON(answer)
	})
	if err == nil && l.failed {
		return exitError(exitPartly)
	}
	return err
}

// badLine is a line that cannot be answered; the others go on.
type badLine struct {
	id string
	error
}

func (l *lineChecker) one(ctx context.Context, line []byte) (*crosscheck.Answer, error) {
	var c claimLine
	if err := json.Unmarshal(line, &c); err != nil {
		return nil, badLine{"", fmt.Errorf("no JSON object: %w", err)}
	}
	if c.Claim == "" {
		return nil, badLine{c.ID, errors.New("no claim")}
	}
	checker := l.checker
	if c.Documents != nil {
		docs, err := l.documents(ctx, c)
		if err != nil {
			return nil, err
		}
		checker = crosscheck.Against(docs, nil).Read(l.pool.Facts)
	}
	if checker == nil {
		return nil, badLine{c.ID, errors.New("no documents, and the first line did not ask the case either")}
	}
	return checker.Claim(ctx, c.Claim, crosscheck.CheckOptions{ID: c.ID, Limit: l.limit})
}

// documents reads the documents of a line, each as a JSON line of its own.
func (l *lineChecker) documents(ctx context.Context, c claimLine) ([]*evidence.Document, error) {
	var docs []*evidence.Document
	for _, raw := range c.Documents {
		out, err := l.pool.Read(ctx, worker.Job{Name: c.ID, Data: raw, MediaType: format.MediaLine})
		if refused := (*evidence.ReadError)(nil); errors.As(err, &refused) {
			return nil, badLine{c.ID, refused}
		}
		if err != nil {
			return nil, err
		}
		docs = append(docs, out.Document)
	}
	return docs, nil
}
