package main

import (
	"context"
	"fmt"
	"os"
	"strings"

	"averment/evidence"
	"averment/store"

	"github.com/spf13/cobra"
)

func (a *app) retryCommand() *cobra.Command {
	var passwordFile string
	cmd := &cobra.Command{
		Use:   "retry ID",
		Short: "Read the file of an exception again",
		Long:  "Read the original of an exception again. ID is that of the document, as the ledger prints it.",
		Args:  cobra.ExactArgs(1),
		Example: `  averment retry 5250ac84a25a
  averment retry --password-file password.txt 5250ac84a25a`,
		RunE: func(cmd *cobra.Command, args []string) error {
			password, err := readPassword(passwordFile)
			if err != nil {
				return err
			}
			return a.withCase(func(s *session) error { return a.retry(cmd.Context(), s, args[0], password) })
		},
	}
	cmd.Flags().StringVar(&passwordFile, "password-file", "", "a `file` that holds the password")
	return cmd
}

func readPassword(file string) (string, error) {
	if file == "" {
		return "", nil
	}
	data, err := os.ReadFile(file)
	if err != nil {
		return "", fmt.Errorf("read the password: %w", err)
	}
	return strings.TrimRight(string(data), "\r\n"), nil
}

func (a *app) retry(ctx context.Context, s *session, prefix, password string) error {
	id, err := s.store.Resolve(prefix)
	if err != nil {
		return err
	}
	var number uint64
	err = s.store.Ledger(store.LedgerFilter{ID: id, State: evidence.Exception}, func(r evidence.LedgerRow) error {
		number = r.Number
		return nil
	})
	if err != nil {
		return err
	}
	if number == 0 {
		return evidence.WithHint(fmt.Errorf("retry %s: %w: it is no exception", short(id), evidence.ErrInvalid), "averment ledger --state exception lists those that can be tried again")
	}
	p := a.newProgress("reading")
	defer p.done()
	pool, err := a.newPool(p)
	if err != nil {
		return err
	}
	defer pool.Close()
	row, err := s.retry(ctx, pool, number, password, "")
	if err != nil {
		return err
	}
	if err := s.index.Sync(ctx); err != nil {
		return err
	}
	var sum evidence.Summary
	sum.Count(row)
	if a.json {
		err = a.printJSON(sum)
	} else {
		a.printRow(row)
	}
	if err == nil && row.State == evidence.Exception {
		return exitError(exitPartly)
	}
	return err
}
