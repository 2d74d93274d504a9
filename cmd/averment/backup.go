package main

import (
	"fmt"
	"io"

	"averment/store"

	"github.com/spf13/cobra"
)

func (a *app) backupCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "backup DIR",
		Short: "Copy the case safely",
		Long: `Copy the case into a new folder. The signing key is not part of a backup, and the
search index is not either: it is built again.`,
		Args:    cobra.ExactArgs(1),
		Example: "  averment backup --case smith /mnt/backup/smith-2025-01-24",
		RunE: func(_ *cobra.Command, args []string) error {
			return a.withStore(func(c *store.Case) error {
				if err := c.Backup(args[0]); err != nil {
					return err
				}
				return a.done("the case was copied to " + args[0])
			})
		},
	}
}

func (a *app) restoreCommand() *cobra.Command {
	return &cobra.Command{
		Use:     "restore DIR",
		Short:   "Check a copy, every byte of it, and restore it",
		Long:    "Check the backup in DIR and copy it into the folder named by --case, which must not hold a case.",
		Args:    cobra.ExactArgs(1),
		Example: "  averment restore --case smith-restored /mnt/backup/smith-2025-01-24",
		RunE: func(_ *cobra.Command, args []string) error {
			report, err := store.Restore(args[0], a.caseDir, a.storeOptions())
			if err != nil {
				return err
			}
			if a.json {
				err = a.printJSON(report)
			} else {
				a.printReport(report)
			}
			if err == nil && report.Code != 0 {
				return exitError(report.Code)
			}
			return err
		},
	}
}

// done says that something was done, as words or as JSON.
func (a *app) done(words string) error {
	if a.json {
		return a.printJSON(struct {
			Version int    `json:"version"`
			Done    string `json:"done"`
		}{1, words})
	}
	if !a.quiet {
		fmt.Fprintln(a.out, words)
	}
	return nil
}

func (a *app) witnessCommand() *cobra.Command {
	var folder string
	cmd := &cobra.Command{
		Use:   "witness FILE",
		Short: "Keep another machine's checkpoint and compare the next one with it",
		Long: `Compare a statement (the output of "averment checkpoint --json" on the machine with the
case, - for standard input) with the newest one kept of the same log, and keep it. A log that
forgot or changed what was witnessed exits 2.`,
		Args:    cobra.ExactArgs(1),
		Example: `  ssh caserver averment checkpoint --case smith --json | averment witness -`,
		RunE: func(_ *cobra.Command, args []string) error {
			f, err := a.openInput(args[0])
			if err != nil {
				return err
			}
			defer f.Close()
			data, err := io.ReadAll(io.LimitReader(f, 16<<20))
			if err != nil {
				return err
			}
			return a.witness(folder, data)
		},
	}
	cmd.Flags().StringVar(&folder, "dir", "witnessed", "the `folder` in which checkpoints are kept")
	return cmd
}
