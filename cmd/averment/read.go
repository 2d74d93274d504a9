package main

import (
	"bufio"
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"

	"averment/evidence"
	"averment/ingest/format"
	"averment/ingest/worker"

	"github.com/spf13/cobra"
)

// reading is what the flags of read say.
type reading struct {
	jsonl     bool
	published string
	anchor    *evidence.Date
	imports   importFlags
}

func (a *app) readCommand() *cobra.Command {
	var r reading
	cmd := &cobra.Command{
		Use:   "read FILE...",
		Short: "Read files and print what was found in them, without a case",
		Long: `Read files and print what was found in them as JSON lines, one document per file, the
same as "show --json". A JSON lines or CSV file of documents gives one line per document.
With --jsonl, documents are read as JSON lines from standard input. A file that cannot be
read gives an object with "error", and exit code 3.`,
		Example: `  averment read letter.pdf | jq .parties
  averment read --published 2025-01-24 page.txt
  averment read --jsonl < articles.jsonl > facts.jsonl`,
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := r.build(args); err != nil {
				return err
			}
			return a.read(cmd.Context(), r, args)
		},
	}
	cmd.Flags().BoolVar(&r.jsonl, "jsonl", false, "read documents as JSON lines from standard input")
	cmd.Flags().StringVar(&r.published, "published", "", "the `date` to reckon relative dates from, where a file states none")
	r.imports.flags(cmd)
	return cmd
}

func (r *reading) build(args []string) error {
	if r.jsonl == (len(args) > 0) {
		return usageError{errors.New("give files to read, or --jsonl to read standard input")}
	}
	if r.published != "" {
		d, err := evidence.ParseDate(r.published)
		if err != nil {
			return usageError{fmt.Errorf("--published: %w", err)}
		}
		d.Method, d.Confidence = "given", "high"
		r.anchor = &d
	}
	return r.imports.build()
}

func (a *app) read(ctx context.Context, r reading, files []string) error {
	p := a.newProgress("reading")
	defer p.done()
	pool, err := a.newPool(p)
	if err != nil {
		return err
	}
	defer pool.Close()
	w := bufio.NewWriter(a.out)
	line := &assembly{ctx: ctx, pool: pool, reading: r, width: 2 * runtime.GOMAXPROCS(0), out: &app{out: w}}
	feed := func(give func(source) error) error { return eachFile(files, give) }
	if r.jsonl {
		feed = func(give func(source) error) error { return eachLine(a.in, give) }
	}
	if err := errors.Join(line.run(feed), w.Flush()); err != nil {
		return err
	}
	if line.failed {
		return exitError(exitPartly)
	}
	return nil
}

// source is one thing to read.
type source struct {
	name  string
	data  []byte
	media string
	err   error // why there are no bytes
}

func eachFile(files []string, give func(source) error) error {
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err := give(source{name: name, data: data, err: err}); err != nil {
			return err
		}
	}
	return nil
}

func eachLine(in io.Reader, give func(source) error) error {
	lines := bufio.NewReaderSize(in, 1<<20)
	for n := 1; ; n++ {
		data, err := lines.ReadBytes('\n')
		if data = bytes.TrimSpace(data); len(data) > 0 {
			if err := give(source{name: fmt.Sprintf("stdin:%d", n), data: data, media: format.MediaLine}); err != nil {
				return err
			}
		}
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
	}
}

// assembly reads several sources at once and prints the answers in their order.
type assembly struct {
	ctx     context.Context
	pool    *worker.Pool
	reading reading
	width   int
	out     *app
	failed  bool
}

func (l *assembly) run(feed func(func(source) error) error) error {
	ctx, cancel := context.WithCancel(l.ctx)
	defer cancel()
	queue := make(chan chan []*evidence.Document, l.width)
	fed := make(chan error, 1)
	go func() {
		defer close(queue)
		fed <- feed(func(s source) error {
			answer := make(chan []*evidence.Document, 1)
			select {
			case queue <- answer:
			case <-ctx.Done():
				return ctx.Err()
			}
			go func() { answer <- l.documents(ctx, s) }()
			return nil
		})
	}()
	for answer := range queue {
		for _, doc := range <-answer {
			l.failed = l.failed || doc.Error != nil
			if err := l.out.printJSON(withoutLayout(doc)); err != nil {
				return err
			}
		}
	}
	return <-fed
}

// documents reads a source: one document, or those of its lines.
func (l *assembly) documents(ctx context.Context, s source) []*evidence.Document {
	if s.err != nil {
		return []*evidence.Document{failedDocument(s, &evidence.ReadError{Code: evidence.IO, Detail: s.err.Error()})}
	}
	out, err := l.pool.Read(ctx, l.job(s))
	if err != nil {
		return []*evidence.Document{failedDocument(s, err)}
	}
	if lines := l.lines(ctx, s, out); len(lines) > 0 {
		return lines
	}
	return []*evidence.Document{l.complete(s, out.Document)}
}

// lines reads the documents of a JSON lines or CSV file.
func (l *assembly) lines(ctx context.Context, s source, out *worker.Output) []*evidence.Document {
	var docs []*evidence.Document
	for _, c := range out.Children {
		if c.Line == 0 {
			return nil
		}
		part := source{name: filepath.Join(filepath.Dir(s.name), c.Name), data: c.Data, media: c.MediaType}
		if c.Document != nil && c.Document.Error != nil {
			docs = append(docs, failedDocument(part, &evidence.ReadError{Code: c.Document.Error.Code, Detail: c.Document.Error.Message}))
			continue
		}
		job := l.job(part)
		job.Document = c.Document
		read, err := l.pool.Read(ctx, job)
		if err != nil {
			docs = append(docs, failedDocument(part, err))
			continue
		}
		docs = append(docs, l.complete(part, read.Document))
	}
	return docs
}

func (l *assembly) job(s source) worker.Job {
	o := l.reading.imports.options
	return worker.Job{Name: filepath.Base(s.name), Data: s.data, MediaType: s.media, Passwords: o.Passwords, Kind: o.Kind, Compare: o.Compare, Published: l.reading.anchor}
}

func (l *assembly) complete(s source, doc *evidence.Document) *evidence.Document {
	identify(s, doc)
	return doc
}

func identify(s source, doc *evidence.Document) {
	sum := sha256.Sum256(s.data)
	doc.ID = hex.EncodeToString(sum[:])
	doc.Source.Path, doc.Source.SHA256, doc.Source.Size = s.name, doc.ID, int64(len(s.data))
	doc.Normalize()
}

func failedDocument(s source, err error) *evidence.Document {
	doc := &evidence.Document{Kind: evidence.Other, Error: &evidence.Failure{Code: evidence.IO, Message: err.Error()}}
	var refused *evidence.ReadError
	if errors.As(err, &refused) {
		doc.Error = &evidence.Failure{Code: refused.Code, Message: refused.Detail}
	}
	if s.err == nil {
		identify(s, doc)
	} else {
		doc.Source.Path = s.name
		doc.Normalize()
	}
	return doc
}
