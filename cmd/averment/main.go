// Command averment says who said what, and when, with the page to prove it.
//
// It takes in news articles, court filings and policy documents, keeps every original,
// and lets a person search them and check a claim against all of them. There is one
// file for each command; this is the only package that joins the others.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"
)

func main() {
	if len(os.Args) > 1 && os.Args[1] == "worker" {
		runWorker()
		return
	}
	os.Exit(run(os.Args[1:]))
}

// run is the whole program but for its exit, so that a test can start it.
func run(args []string) int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	a := newApp(os.Stdin, os.Stdout, os.Stderr)
	root := a.rootCommand()
	root.SetArgs(args)
	return a.exitCode(root.ExecuteContext(ctx))
}
