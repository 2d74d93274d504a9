package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"

	"averment/search"

	"github.com/spf13/cobra"
)

func (a *app) exportCommand() *cobra.Command {
	var q query
	var format, out string
	cmd := &cobra.Command{
		Use:   "export QUERY",
		Short: "Write what a search found to a file",
		Long: `Write what a search found: csv has a row for each document, jsonl the whole documents
with their facts, pack a folder with the originals and what proves their custody: a BagIt
bag that sha256sum and OpenSSL can check without this program, as its README.txt says.`,
		Args: cobra.MinimumNArgs(1),
		Example: `  averment export --format csv --out hits.csv 'privacy w/s polic*'
  averment export --format jsonl --out hits.jsonl 'kind:filing'
  averment export --format pack --out pack-2025-01-24 'tag:key'`,
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := q.build(args); err != nil {
				return err
			}
			a.query = q.request.Query
			if format != "csv" && format != "jsonl" && format != "pack" {
				return usageError{fmt.Errorf("no format %q; the formats are csv, jsonl and pack", format)}
			}
			if out == "" || format == "pack" && out == "-" {
				return usageError{errors.New("--out says where to write; - is standard output, except for a pack")}
			}
			if format == "pack" {
				return a.withCase(func(s *session) error { return a.exportPack(cmd.Context(), s, q.request, out) })
			}
			return a.withCase(func(s *session) error { return a.export(cmd.Context(), s, q.request, format, out) })
		},
	}
	q.flags(cmd)
	cmd.Flags().StringVar(&format, "format", "csv", "csv, jsonl for whole documents with their facts, or pack for originals and proofs")
	cmd.Flags().StringVar(&out, "out", "", "the `file` (for a pack, the new folder) to write, - for standard output")
	return cmd
}

func (a *app) searchCSV(ctx context.Context, r search.Request) error {
	return a.withCase(func(s *session) error { return a.export(ctx, s, r, "csv", "-") })
}

func (a *app) export(ctx context.Context, s *session, r search.Request, format, out string) (err error) {
	if err := s.upToDate(ctx, a); err != nil {
		return err
	}
	w, err := a.createOutput(out)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, w.Close()) }()
	n := 0
	one, end, err := s.rows(w, format)
	if err != nil {
		return err
	}
	err = s.engine.All(ctx, r, func(h search.Hit) error { n++; return one(h) })
	if err = errors.Join(err, end()); err != nil {
		return err
	}
	if !a.quiet && out != "-" {
		fmt.Fprintf(a.err, "%s written to %s\n", count(n, "document"), out)
	}
	return s.exported(fmt.Sprintf("%s (%s)", r.Query, count(n, "document")))
}

// exportPack writes the custody pack of the documents that a search finds.
func (a *app) exportPack(ctx context.Context, s *session, r search.Request, dir string) error {
	if err := s.upToDate(ctx, a); err != nil {
		return err
	}
	var ids []string
	r.Excerpts = -1
	err := s.engine.All(ctx, r, func(h search.Hit) error { ids = append(ids, h.ID); return nil })
	if err != nil {
		return err
	}
	if err := s.store.CustodyPack(dir, ids, ""); err != nil {
		return err
	}
	return a.done(count(len(ids), "document") + " with proofs of custody written to " + dir)
}

// createOutput makes a new file, or gives standard output for "-".
func (a *app) createOutput(name string) (io.WriteCloser, error) {
	if name == "-" {
		return nopCloser{a.out}, nil
	}
	f, err := os.OpenFile(name, os.O_CREATE|os.O_WRONLY|os.O_TRUNC, 0o600)
	if err != nil {
		return nil, fmt.Errorf("write the export: %w", err)
	}
	return f, nil
}

type nopCloser struct{ io.Writer }

func (nopCloser) Close() error { return nil }

// rows writes a row for each hit, or each document whole.
func (s *session) rows(w io.Writer, format string) (one func(search.Hit) error, end func() error, err error) {
	if format == "jsonl" {
		one, end = s.jsonRows(w)
		return one, end, nil
	}
	out, err := search.NewHitWriter(w)
	if err != nil {
		return nil, nil, err
	}
	return out.Write, out.Flush, nil
}

func (s *session) jsonRows(w io.Writer) (one func(search.Hit) error, end func() error) {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	one = func(h search.Hit) error {
		doc, err := s.store.Full(h.ID)
		if err != nil {
			return err
		}
		doc.Normalize()
		return enc.Encode(withoutLayout(doc))
	}
	return one, func() error { return nil }
}
