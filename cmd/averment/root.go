package main

import (
	"io"
	"os"

	"github.com/spf13/cobra"
)

// app is what the commands share: where they read and write, and the common flags.
type app struct {
	in       io.Reader
	out, err io.Writer

	caseDir        string
	json           bool
	quiet          bool
	allowNoSandbox bool
	keyDir         string // of signing keys; set by tests
	query          string // as typed, to point into when it cannot be read
}

func newApp(in io.Reader, out, errs io.Writer) *app {
	return &app{in: in, out: out, err: errs, keyDir: os.Getenv("AVERMENT_KEYS")}
}

func (a *app) rootCommand() *cobra.Command {
	root := &cobra.Command{
		Use:   "averment",
		Short: "Who said what, and when, with the page to prove it",
		Long: `averment takes in news articles, court filings and policy documents, keeps every
original untouched, reads parties, dates and claims out of them, and lets you search
them and check a claim against all of them. It works offline, on this machine only.`,
		Example: `  averment demo                                  look at the sample case
  averment add --case smith ~/smith-v-jones      import a folder
  averment search --case smith 'breach w/5 contract'
  averment serve --case smith                    open the case in the browser`,
		SilenceUsage:  true,
		SilenceErrors: true,
	}
	root.SetIn(a.in)
	root.SetOut(a.out)
	root.SetErr(a.err)
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return usageError{err} })
	flags := root.PersistentFlags()
	flags.StringVar(&a.caseDir, "case", defaultCase(), "the folder of the case")
	flags.BoolVar(&a.json, "json", false, "write one JSON value to standard output")
	flags.BoolVar(&a.quiet, "quiet", false, "no progress, no remarks")
	flags.BoolVar(&a.allowNoSandbox, "allow-unsandboxed", false, "read documents even where no wall can be put around the reader")
	for _, add := range a.commands() {
		cmd := add()
		if cmd.Args != nil {
			cmd.Args = asUsage(cmd.Args)
		}
		root.AddCommand(cmd)
	}
	return root
}

func (a *app) commands() []func() *cobra.Command {
	return []func() *cobra.Command{
		a.addCommand, a.readCommand, a.watchCommand, a.serveCommand, a.searchCommand, a.termsCommand,
		a.checkCommand, a.claimsCommand, a.showCommand, a.partyCommand, a.ledgerCommand, a.retryCommand, a.exportCommand, a.verifyCommand, a.checkpointCommand,
		a.witnessCommand, a.diffCommand, a.reindexCommand, a.backupCommand, a.restoreCommand, a.benchCommand,
		a.userCommand, a.tokenCommand, a.doctorCommand, a.demoCommand, a.versionCommand,
	}
}

func defaultCase() string {
	if dir := os.Getenv("AVERMENT_CASE"); dir != "" {
		return dir
	}
	return "case"
}

// asUsage makes a wrong number of arguments a usage error.
func asUsage(check cobra.PositionalArgs) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if err := check(cmd, args); err != nil {
			return usageError{err}
		}
		return nil
	}
}
