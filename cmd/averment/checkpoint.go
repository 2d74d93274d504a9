package main

import (
	"fmt"

	"averment/store"

	"github.com/spf13/cobra"
)

func (a *app) checkpointCommand() *cobra.Command {
	var since int64
	cmd := &cobra.Command{
		Use:   "checkpoint",
		Short: "Print the newest signed checkpoint of the custody log",
		Long: `Print the newest signed checkpoint. Keep it where the holder of the case cannot reach
it ("averment witness" on another machine): it then shows later that nothing before it was
rewritten. With --since or --json it comes as a statement for a witness, with the keys and
the proof that the log only grew since it had that size.`,
		Args: cobra.NoArgs,
		Example: `  averment checkpoint > checkpoint-2025-01-24.txt
  averment checkpoint --since 1200 | ssh elsewhere averment witness -`,
		RunE: func(*cobra.Command, []string) error {
			return a.withStore(func(c *store.Case) error {
				if a.json || since > 0 {
					statement, err := c.Statement(since)
					if err != nil {
						return err
					}
					return a.printJSON(statement)
				}
				text, err := c.Checkpoint()
				if err != nil {
					return err
				}
				fmt.Fprint(a.out, text)
				return nil
			})
		},
	}
	cmd.Flags().Int64Var(&since, "since", 0, "size of the log that the witness knows")
	return cmd
}
