package main

import (
	"encoding/csv"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"averment/evidence"
	"averment/search"
	"averment/store"

	"github.com/spf13/cobra"
)

func (a *app) ledgerCommand() *cobra.Command {
	var state string
	var asCSV bool
	cmd := &cobra.Command{
		Use:   "ledger",
		Short: "List what came in, what did not, and why",
		Long: `List every file that was ever seen, with what became of it: indexed, duplicate, exception
(with the reason and what to do) or ignored (with the rule). The sums add up.`,
		Args: cobra.NoArgs,
		Example: `  averment ledger --state exception
  averment ledger --csv > ledger.csv`,
		RunE: func(*cobra.Command, []string) error {
			filter := evidence.State(state)
			switch filter {
			case "", evidence.Indexed, evidence.Duplicate, evidence.Exception, evidence.Ignored:
			default:
				return usageError{fmt.Errorf("no state %q; the states are indexed, duplicate, exception, ignored", state)}
			}
			return a.withStore(func(c *store.Case) error { return a.ledger(c, filter, asCSV) })
		},
	}
	cmd.Flags().StringVar(&state, "state", "", "only rows in this `state`: indexed, duplicate, exception or ignored")
	cmd.Flags().BoolVar(&asCSV, "csv", false, "write CSV")
	return cmd
}

func (a *app) ledger(c *store.Case, state evidence.State, asCSV bool) error {
	sums, err := c.LedgerSums()
	if err != nil {
		return err
	}
	sums.Version, sums.Files = 1, []evidence.LedgerRow{}
	err = c.Ledger(store.LedgerFilter{State: state}, func(r evidence.LedgerRow) error {
		sums.Files = append(sums.Files, r)
		return nil
	})
	switch {
	case err != nil:
		return err
	case a.json:
		return a.printJSON(sums)
	case asCSV:
		return a.ledgerCSV(sums.Files)
	}
	for _, r := range sums.Files {
		a.printRow(r)
	}
	a.printSums(sums)
	return nil
}

// printRow prints a row of the ledger for people.
func (a *app) printRow(r evidence.LedgerRow) {
	words := ""
	switch r.State {
	case evidence.Exception, evidence.Ignored:
		words = r.Reason + ": " + r.Detail
	case evidence.Indexed:
		words = string(r.Kind) + ", " + count(r.Pages, "page")
	}
	fmt.Fprintf(a.out, "%-10s %-12s %s  %s\n", r.State, short(r.ID), line(r.Path), line(words))
	for _, w := range r.Warnings {
		fmt.Fprintf(a.out, "%-10s %-12s   %s\n", "", "", line(w))
	}
}

func (a *app) printSums(s evidence.Summary) {
	fmt.Fprintf(a.out, "%s seen = %d indexed + %d duplicate + %d exception + %d ignored\n",
		count(s.Seen, "file"), s.Indexed, s.Duplicate, s.Exception, s.Ignored)
}

func (a *app) ledgerCSV(rows []evidence.LedgerRow) error {
	w := csv.NewWriter(a.out)
	err := w.Write([]string{"number", "at", "path", "state", "id", "kind", "pages", "reason", "detail", "warnings", "size", "attempts", "parent", "custodian", "collection", "note"})
	for _, r := range rows {
		err = errors.Join(err, w.Write(safeCells(strconv.FormatUint(r.Number, 10), r.At, r.Path, string(r.State), r.ID, string(r.Kind), strconv.Itoa(r.Pages), r.Reason, r.Detail,
			strings.Join(r.Warnings, "; "), strconv.FormatInt(r.Size, 10), strconv.Itoa(r.Attempts), r.Parent, r.Custodian, r.Collection, r.Note)))
	}
	w.Flush()
	return errors.Join(err, w.Error())
}

// safeCells keeps spreadsheets from taking text for a formula.
func safeCells(cells ...string) []string {
	for i, c := range cells {
		cells[i] = search.Cell(c)
	}
	return cells
}
