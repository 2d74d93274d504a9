package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"os"
	"strings"

	"averment/evidence"
	"averment/ingest"

	"github.com/spf13/cobra"
)

// importFlags are those of every command that imports.
type importFlags struct {
	options      ingest.Options
	kind         string
	passwordFile string
}

func (f *importFlags) flags(cmd *cobra.Command) {
	set := cmd.Flags()
	set.StringVar(&f.options.Labels.Custodian, "custodian", "", "whose files they are")
	set.StringVar(&f.options.Labels.Collection, "collection", "", "name of the collection they came in")
	set.StringVar(&f.options.Labels.Note, "note", "", "a remark kept with each file's row")
	set.StringVar(&f.kind, "kind", "", "what they are: article, filing, policy, mail or other")
	set.StringVar(&f.passwordFile, "password-file", "", "a `file` with one password per line, tried on encrypted files")
	set.BoolVar(&f.options.Compare, "compare-readers", false, "have a second reader read every page of PDFs, and not only a sample, and warn where the two differ: slower")
}

// build checks the flags and reads the passwords.
func (f *importFlags) build() error {
	switch k := evidence.Kind(f.kind); k {
	case "", evidence.Article, evidence.Filing, evidence.Policy, evidence.Mail, evidence.Other:
		f.options.Kind = k
	default:
		return usageError{fmt.Errorf("no kind %q; the kinds are article, filing, policy, mail, other", f.kind)}
	}
	if f.passwordFile == "" {
		return nil
	}
	file, err := os.Open(f.passwordFile)
	if err != nil {
		return fmt.Errorf("read the passwords: %w", err)
	}
	defer file.Close()
	lines := bufio.NewScanner(file)
	for lines.Scan() {
		if word := strings.TrimRight(lines.Text(), "\r"); word != "" {
			f.options.Passwords = append(f.options.Passwords, word)
		}
	}
	return lines.Err()
}

func (a *app) addCommand() *cobra.Command {
	var f importFlags
	cmd := &cobra.Command{
		Use:   "add PATH...",
		Short: "Import files and folders",
		Long: `Import files and folders. Every file ends in exactly one of indexed, duplicate,
exception (with the reason) and ignored (with the rule); the sums are printed at the
end. The files themselves are not changed. When the command returns, everything that it
calls indexed can be found.

What has no reader is refused in words that say what to do. A file that twice kills its
reader, or the program itself, is quarantined: an exception that "averment retry" reads
again. A very long text is given in parts, with a warning.

JSON lines and CSV files of documents (columns id, title, publisher, author, published,
url, kind, text) become one document per line.`,
		Args: cobra.MinimumNArgs(1),
		Example: `  averment add --case smith ~/smith-v-jones
  averment add --case smith --custodian "J. Smith" --collection "laptop" mail.mbox
  averment add --case smith --password-file passwords.txt encrypted.pdf
  averment add --case smith --compare-readers scans-and-exports/`,
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := f.build(); err != nil {
				return err
			}
			if err := ingest.CheckPaths(args); err != nil {
				return err
			}
			return a.withNewCase(func(s *session) error { return a.add(cmd.Context(), s, args, f.options) })
		},
	}
	f.flags(cmd)
	return cmd
}

func (a *app) add(ctx context.Context, s *session, paths []string, o ingest.Options) error {
	sum, err := a.importPaths(ctx, s, paths, o)
	return a.endImport(sum, err)
}

// endImport prints what came in, also of an import that was cut off, and gives the exit.
func (a *app) endImport(sum evidence.Summary, err error) error {
	switch {
	case err != nil && sum.Seen == 0:
		return err
	case err != nil && a.json:
		answer := struct {
			evidence.Summary
			Error apiError `json:"error"`
		}{complete(sum), apiError{codeOf(err), err.Error(), evidence.Hint(err), nil}}
		return errors.Join(a.printJSON(answer), exitError(exitFailed))
	}
	if printErr := a.printImport(sum); printErr != nil {
		return printErr
	}
	if err == nil && sum.Exception > 0 {
		return exitError(exitPartly)
	}
	return err
}

// printImport prints the reconciled summary; of the rows, people see those that need a look.
func (a *app) printImport(sum evidence.Summary) error {
	if a.json {
		return a.printJSON(complete(sum))
	}
	for _, r := range sum.Files {
		if r.State == evidence.Exception || len(r.Warnings) > 0 {
			a.printRow(r)
		}
	}
	a.printSums(sum)
	if sum.Exception > 0 && !a.quiet {
		fmt.Fprintln(a.err, "what could not be read is kept; see: averment ledger --state exception")
	}
	return nil
}

// complete makes every list of a summary one that JSON writes as [].
func complete(sum evidence.Summary) evidence.Summary {
	sum.Version = 1
	if sum.Files == nil {
		sum.Files = []evidence.LedgerRow{}
	}
	for i, r := range sum.Files {
		if r.Warnings == nil {
			sum.Files[i].Warnings = []string{}
		}
	}
	return sum
}
