package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"averment/evidence"
	"averment/ingest/worker"
	"averment/search"
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
}

func (a *app) checkCommand() *cobra.Command {
	var k checking
	cmd := &cobra.Command{
		Use:   "check [FILE|-]",
		Short: "Check a claim, or every sentence of a text, against the case",
		Long: `For each sentence: who asserts it, who attributes it to somebody, who denies it, and
where a number, a date, a law or a title differs, each with its passage. Quotations are
compared word by word. The text is not stored; its hash is in the custody log.

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
	return crosscheck.New(crosscheck.Options{Statements: s.index, Documents: s.store, Reading: reading, Unreadable: func() int {
		n, err := s.unkept()
		if err != nil {
			return 0
		}
		return n
	}})
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
	return text, c.Check(ctx, text, o, func(one crosscheck.Sentence) error { a.printSentence(one); return nil })
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

func (a *app) printCheck(x *crosscheck.Answer, k checking) error {
	switch {
	case a.json:
		return a.printJSON(x)
	case k.markdown:
		return crosscheck.WriteCheckMarkdown(a.out, x)
	case k.csv:
		return crosscheck.WriteCheckCSV(a.out, x)
	}
	for _, s := range x.Sentences {
		a.printSentence(s)
	}
	fmt.Fprintf(a.out, "%d documents searched, %d could not be\n", x.Searched, x.Unsearchable)
	return nil
}

func (a *app) printSentence(s crosscheck.Sentence) {
	fmt.Fprintf(a.out, "%s\n  %s\n", line(s.Text), strings.ToUpper(s.Summary))
	for _, v := range s.Verdicts {
		words := strings.Join(nonEmpty(v.Verdict, v.Speaker, v.Stance), ", ")
		if v.Slot != "" {
			words += fmt.Sprintf("; %s: yours %s, theirs %s", v.Slot, line(v.Yours), line(v.Theirs))
		}
		fmt.Fprintf(a.out, "  - %s: %s (p. %d, %s)\n    %s\n", line(words), line(v.Passage.Text), v.Passage.Page, short(v.Document), line(v.Rule))
	}
	for _, q := range s.Quotations {
		fmt.Fprintf(a.out, "  quotation %s: \u201c%s\u201d\n", q.Result, line(q.Text))
	}
	fmt.Fprintln(a.out)
}

func (a *app) claimsCommand() *cobra.Command {
	var k checking
	cmd := &cobra.Command{
		Use:   "claims [QUERY]",
		Short: "Claims across documents: who asserts, alleges, denies, and what differs",
		Long:  "Group the statements that say the same, of all documents or of those that QUERY finds.",
		Example: `  averment claims
  averment claims 'collection:linkedin' --markdown > matrix.md`,
		RunE: func(cmd *cobra.Command, args []string) error {
			a.query = strings.Join(args, " ")
			return a.withCase(func(s *session) error {
				if err := s.upToDate(cmd.Context(), a); err != nil {
					return err
				}
				groups, err := s.claims(cmd.Context(), a.query)
				if err != nil {
					return err
				}
				return a.printClaims(groups, k)
			})
		},
	}
	cmd.Flags().BoolVar(&k.markdown, "markdown", false, "write Markdown, for a file")
	cmd.Flags().BoolVar(&k.csv, "csv", false, "write CSV")
	return cmd
}

// claims groups the statements of what a query finds, of everything for "".
func (s *session) claims(ctx context.Context, query string) (*crosscheck.Groups, error) {
	var ids []string
	if strings.TrimSpace(query) != "" {
		ids = []string{}
		err := s.engine.All(ctx, search.Request{Query: query, Excerpts: -1}, func(h search.Hit) error {
			ids = append(ids, h.ID)
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	return s.checker(nil).Claims(ctx, ids)
}

func (a *app) printClaims(g *crosscheck.Groups, k checking) error {
	switch {
	case a.json:
		return a.printJSON(g)
	case k.markdown:
		return crosscheck.WriteClaimsMarkdown(a.out, g)
	case k.csv:
		return crosscheck.WriteClaimsCSV(a.out, g)
	}
	for _, one := range g.Groups {
		fmt.Fprintf(a.out, "%s\n  %s, %d independent\n", line(one.Claim), count(one.Documents, "document"), one.Independent)
		for _, c := range one.Cells {
			fmt.Fprintf(a.out, "  - %s %s: %s (p. %d, %s)\n", line(c.Speaker), c.Stance, line(c.Text), c.Page, short(c.Document))
		}
		for _, d := range one.Differences {
			words := "soft"
			if d.Hard {
				words = "hard"
			}
			var values []string
			for _, v := range d.Values {
				values = append(values, line(v.Value))
			}
			fmt.Fprintf(a.out, "  \u2260 %s (%s): %s\n", d.Slot, words, strings.Join(values, " / "))
		}
		fmt.Fprintln(a.out)
	}
	return nil
}
