package main

import (
	"fmt"

	"averment/store"

	"github.com/spf13/cobra"
)

func (a *app) checkpointCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "checkpoint",
		Short: "Print the newest signed checkpoint of the custody log",
		Long: `Print the newest signed checkpoint. Keep it where the holder of the case cannot reach
it ("averment witness" on another machine): it then shows later that nothing before it was
rewritten.`,
		Args:    cobra.NoArgs,
		Example: "  averment checkpoint > checkpoint-2025-01-24.txt",
		RunE: func(*cobra.Command, []string) error {
			return a.withStore(func(c *store.Case) error {
				text, err := c.Checkpoint()
				if err != nil {
					return err
				}
				if a.json {
					return a.printJSON(struct {
						Version    int    `json:"version"`
						Checkpoint string `json:"checkpoint"`
					}{1, text})
				}
				fmt.Fprint(a.out, text)
				return nil
			})
		},
	}
}
