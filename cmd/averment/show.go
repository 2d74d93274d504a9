package main

import (
	"fmt"
	"io"
	"os"

	"averment/evidence"

	"github.com/spf13/cobra"
)

func (a *app) showCommand() *cobra.Command {
	var text bool
	var original string
	cmd := &cobra.Command{
		Use:   "show ID",
		Short: "Show one document: metadata and facts",
		Long:  "Show one document. ID is the first characters of its SHA-256, at least 8, as other commands print it.",
		Args:  cobra.ExactArgs(1),
		Example: `  averment show 5250ac84a25a
  averment show --text 5250ac84a25a
  averment show --original letter.pdf 5250ac84a25a`,
		RunE: func(_ *cobra.Command, args []string) error {
			return a.withCase(func(s *session) error {
				id, err := s.store.Resolve(args[0])
				switch {
				case err != nil:
					return err
				case original != "":
					return a.saveOriginal(s, id, original)
				}
				return a.show(s, id, text)
			})
		},
	}
	cmd.Flags().BoolVar(&text, "text", false, "print the text only")
	cmd.Flags().StringVar(&original, "original", "", "copy the original bytes to this `file` (- for standard output)")
	return cmd
}

func (a *app) show(s *session, id string, text bool) error {
	doc, err := s.store.Full(id)
	if err != nil {
		return err
	}
	if err := s.viewed(id); err != nil {
		return err
	}
	doc.Normalize()
	switch {
	case text:
		for _, p := range doc.Pages {
			fmt.Fprintln(a.out, plain(p.Text))
		}
		return nil
	case a.json:
		return a.printJSON(withoutLayout(doc))
	}
	a.describe(doc)
	return nil
}

// withoutLayout leaves out where words stand on the page, which only a viewer needs.
func withoutLayout(doc *evidence.Document) *evidence.Document {
	for i := range doc.Pages {
		doc.Pages[i].Layout = nil
	}
	return doc
}

func (a *app) saveOriginal(s *session, id, to string) error {
	from, err := s.store.Original(id)
	if err != nil {
		return err
	}
	defer from.Close()
	if err := s.exported(id); err != nil {
		return err
	}
	if to == "-" {
		_, err = io.Copy(a.out, from)
		return err
	}
	f, err := os.OpenFile(to, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return evidence.WithHint(fmt.Errorf("write the original: %w", err), "choose a file that does not exist yet")
	}
	if _, err := io.Copy(f, from); err != nil {
		f.Close()
		return fmt.Errorf("write the original: %w", err)
	}
	return f.Close()
}
