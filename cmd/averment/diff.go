package main

import (
	"fmt"
	"strings"

	"averment/ingest/neardup"
	"averment/ingest/textdiff"
	"averment/store"

	"github.com/spf13/cobra"
)

func (a *app) diffCommand() *cobra.Command {
	return &cobra.Command{
		Use:     "diff A B",
		Short:   "Compare two documents word by word",
		Args:    cobra.ExactArgs(2),
		Example: "  averment diff 5250ac84a25a 39889becb285",
		RunE: func(_ *cobra.Command, args []string) error {
			return a.withStore(func(c *store.Case) error { return a.diff(c, args[0], args[1]) })
		},
	}
}

type diffAnswer struct {
	Version    int         `json:"version"`
	A          string      `json:"a"`
	B          string      `json:"b"`
	Similarity float64     `json:"similarity"`
	Diff       [][2]string `json:"diff"` // "=", "-" (only in A) or "+" (only in B), and the words
}

func (a *app) diff(c *store.Case, first, second string) error {
	x, err := compare(c, first, second)
	if err != nil {
		return err
	}
	if a.json {
		return a.printJSON(x)
	}
	fmt.Fprintf(a.out, "%s and %s, similarity %.2f\n\n", short(x.A), short(x.B), x.Similarity)
	for _, d := range x.Diff {
		words := line(d[1])
		if d[0] == "=" {
			words = shorten(words)
		}
		fmt.Fprintf(a.out, "%s %s\n", d[0], words)
	}
	return nil
}

// shorten keeps the ends of a long run that both documents have.
func shorten(words string) string {
	w := strings.Fields(words)
	if len(w) <= 24 {
		return words
	}
	return strings.Join(w[:10], " ") + " … " + strings.Join(w[len(w)-10:], " ")
}

func compare(c *store.Case, first, second string) (diffAnswer, error) {
	x := diffAnswer{Version: 1, Diff: [][2]string{}}
	var texts [2]string
	for i, prefix := range []string{first, second} {
		id, err := c.Resolve(prefix)
		if err != nil {
			return x, err
		}
		doc, err := c.Full(id)
		if err != nil {
			return x, err
		}
		texts[i] = bodyText(doc)
		if i == 0 {
			x.A = id
		} else {
			x.B = id
		}
	}
	x.Similarity = neardup.Similarity(neardup.Signature(texts[0]), neardup.Signature(texts[1]))
	for _, e := range textdiff.Diff(textdiff.Words(texts[0]), textdiff.Words(texts[1])) {
		x.Diff = append(x.Diff, [2]string{string(e.Op), strings.Join(e.Words, " ")})
	}
	return x, nil
}
