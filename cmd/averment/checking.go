package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"averment/evidence"
	"averment/ingest/worker"
	"averment/search/crosscheck"
	"averment/store"

	"github.com/spf13/cobra"
)

// checking is what the flags of check say.
type checking struct {
	claim    string
	against  []string
	jsonl    bool
	limit    int
	markdown bool
	csv      bool
	related  bool
}

func (a *app) checkCommand() *cobra.Command {
	var k checking
	cmd := &cobra.Command{
		Use:   "check [FILE|-]",
		Short: "Check a claim, or every sentence of a text, against the case",
		Long: `For each sentence: who asserts it, who attributes it to somebody, who denies it, and
where a number, a date, a law, a role or a title differs, each with its passage, page and
document. Passages that are only on the subject are counted; --related shows them.
Quotations are compared word by word. A sentence that claims nothing is said to. A claim
that a policy was changed is held against both versions. The text is not stored; its hash
is in the custody log.

With --against, the sentences are checked against files instead of a case. With --jsonl,
lines {"id","claim","documents":[{"id","text","published"}]} are read from standard input
and one answer is written per line; without documents the case is asked.`,
		Args: cobra.MaximumNArgs(1),
		Example: `  averment check --claim "Northlake was fined 12 million dollars."
  averment check draft.txt --markdown > report.md
  averment check --against report.html,order.pdf --claim "The fine was $12 million."
  averment check --jsonl < claims.jsonl`,
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := k.build(args); err != nil {
				return err
			}
			return a.check(cmd.Context(), k, args)
		},
	}
	f := cmd.Flags()
	f.StringVar(&k.claim, "claim", "", "one claim, taken whole")
	f.StringSliceVar(&k.against, "against", nil, "check against these `files` instead of a case")
	f.BoolVar(&k.jsonl, "jsonl", false, "read claims as JSON lines from standard input")
	f.IntVar(&k.limit, "limit", 0, "verdicts per sentence; 0 is 20")
	f.BoolVar(&k.markdown, "markdown", false, "write Markdown, for a file")
	f.BoolVar(&k.csv, "csv", false, "write CSV")
	f.BoolVar(&k.related, "related", false, "show passages that are only on the subject too")
	return cmd
}

func (k checking) build(args []string) error {
	given := 0
	for _, is := range []bool{k.claim != "", k.jsonl, len(args) > 0} {
		if is {
			given++
		}
	}
	if given != 1 {
		return usageError{errors.New("give a FILE (- for standard input), --claim, or --jsonl")}
	}
	if k.jsonl && len(k.against) > 0 {
		return usageError{errors.New("with --jsonl the documents are in the lines; leave --against out")}
	}
	return nil
}

func (a *app) check(ctx context.Context, k checking, args []string) error {
	switch {
	case k.jsonl:
		return a.checkLines(ctx, k)
	}
	p := a.newProgress("reading")
	defer p.done()
	pool, err := a.newLightPool(p)
	if err != nil {
		return err
	}
	defer pool.Close()
	if len(k.against) > 0 {
		return a.checkAgainst(ctx, pool, k, args)
	}
	return a.withCase(func(s *session) error {
		if err := s.upToDate(ctx, a); err != nil {
			return err
		}
		text, err := a.checkOne(ctx, pool, s.checker(pool.Facts), k, args)
		if err != nil {
			return err
		}
		return s.store.Record(store.Event{Action: "checked", Object: digest(text), Outcome: "ok"})
	})
}

// checker compares sentences with the case.
// The texts to check are read by reading; nil will do where there are none.
func (s *session) checker(reading crosscheck.Reading) *crosscheck.Checker {
	return crosscheck.New(crosscheck.Options{Statements: s.index, Documents: s.store, Reading: reading, Unreadable: s.unkept})
}

// checkOne checks a claim or a text, prints the answer and gives back what was checked.
func (a *app) checkOne(ctx context.Context, pool *worker.Pool, c *crosscheck.Checker, k checking, args []string) (string, error) {
	o := crosscheck.CheckOptions{Limit: k.limit}
	if k.claim != "" {
		answer, err := c.Claim(ctx, k.claim, o)
		if err != nil {
			return "", err
		}
		return k.claim, a.printCheck(answer, k)
	}
	text, err := a.draft(ctx, pool, args[0])
	if err != nil {
		return "", err
	}
	if a.json || k.markdown || k.csv {
		answer, err := c.Draft(ctx, text, o)
		if err != nil {
			return "", err
		}
		return text, a.printCheck(answer, k)
	}
	if err := c.Check(ctx, text, o, func(one crosscheck.Sentence) error { a.printSentence(one, k.related); return nil }); err != nil {
		return "", err
	}
	state, err := c.Answer("")
	if err != nil {
		return "", err
	}
	a.printStanding(state)
	return text, nil
}

// draft reads the text to check: plain text from standard input, any format from a file.
func (a *app) draft(ctx context.Context, pool *worker.Pool, name string) (string, error) {
	if name == "-" {
		f, err := a.openInput(name)
		if err != nil {
			return "", err
		}
		return readAll(f)
	}
	docs, err := readFiles(ctx, pool, []string{name})
	if err != nil {
		return "", err
	}
	return bodyText(docs[0]), nil
}

// readFiles reads files behind the wall, with their facts.
func readFiles(ctx context.Context, pool *worker.Pool, files []string) ([]*evidence.Document, error) {
	var docs []*evidence.Document
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			return nil, evidence.WithHint(err, "check the spelling of the path")
		}
		out, err := pool.Read(ctx, worker.Job{Name: filepath.Base(name), Data: data})
		if err != nil {
			return nil, fmt.Errorf("read %s: %w", name, err)
		}
		identify(source{name: name, data: data}, out.Document)
		docs = append(docs, out.Document)
	}
	return docs, nil
}

func (a *app) checkAgainst(ctx context.Context, pool *worker.Pool, k checking, args []string) error {
	docs, err := readFiles(ctx, pool, k.against)
	if err != nil {
		return err
	}
	_, err = a.checkOne(ctx, pool, crosscheck.Against(docs, nil).Read(pool.Facts), k, args)
	return err
}
