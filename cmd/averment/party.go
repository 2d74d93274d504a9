package main

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"averment/evidence"
	"averment/store"
	"averment/ui"

	"github.com/spf13/cobra"
)

func (a *app) partyCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "party",
		Short: "List the parties of the case, and correct them",
		Long: `List who stands in the case, each under one name, and say what is right: the name, the
type, the roles, who is the same and who is not. A correction holds for every way in
which the name is written, and for documents that come later; it is kept in the log, it
outlives "reindex --facts", and it can be taken back.`,
		Example: `  averment party list
  averment party merge 'Northlake' 'Northlake Networks, Inc.'
  averment party split 'Quill Bay' 'Quill Bay Ltd.' --called 'Quill Bay of Malta'
  averment party role 'Miriam Vance' 'counsel for Northlake Networks, Inc.'
  averment party corrections
  averment party undo 3`,
	}
	cmd.AddCommand(a.partyListCommand(), a.partyEditCommand("confirm", "confirm NAME", "Say that a party is right", 1),
		a.partyEditCommand("rename", "rename NAME NEW", "Give a party another name", 2),
		a.partyEditCommand("merge", "merge NAME OTHER", "Say that a party is the same as another", 2),
		a.partySplitCommand(),
		a.partyEditCommand("type", "type NAME TYPE", "Say what a party is: person, organisation, group, court, agency or judge", 2),
		a.partyRoleCommand(),
		a.partyEditCommand("dismiss", "dismiss NAME", "Say that a name is no party", 1),
		a.partyCorrectionsCommand(), a.partyUndoCommand())
	return cmd
}

// partyEditCommand corrects a party by its name, and by a second argument where there is
// one.
func (a *app) partyEditCommand(op, use, short string, args int) *cobra.Command {
	return &cobra.Command{Use: use, Short: short, Args: asUsage(cobra.ExactArgs(args)),
		RunE: func(_ *cobra.Command, args []string) error {
			e := ui.PartyEdit{Op: op, Name: args[0]}
			if len(args) > 1 {
				e.To = args[1]
			}
			return a.correctParty(e)
		}}
}

func (a *app) partySplitCommand() *cobra.Command {
	var called string
	cmd := &cobra.Command{Use: "split NAME OTHER…", Short: "Say that some names of a party mean somebody else", Args: asUsage(cobra.MinimumNArgs(2)),
		RunE: func(_ *cobra.Command, args []string) error {
			to := called
			if to == "" {
				to = args[1]
			}
			return a.correctParty(ui.PartyEdit{Op: "split", Name: args[0], Aliases: args[1:], To: to})
		}}
	cmd.Flags().StringVar(&called, "called", "", "the `name` of the other party; the first of its names where it is left out")
	return cmd
}

func (a *app) partyRoleCommand() *cobra.Command {
	var not bool
	var document string
	cmd := &cobra.Command{Use: "role NAME ROLE", Short: "Say which role a party has, or has not", Args: asUsage(cobra.ExactArgs(2)),
		Long: `Say which role a party has: plaintiff, defendant, petitioner, respondent, appellant,
appellee, judge, court, regulator, author, source, witness, mentioned, "counsel for NAME",
"owner of NAME" or "subsidiary of NAME".`,
		Example: `  averment party role 'Ruth Marlowe' witness
  averment party role --not 'Quill Bay' defendant --document 5250ac84a25a`,
		RunE: func(_ *cobra.Command, args []string) error {
			e := ui.PartyEdit{Op: "role", Name: args[0], To: args[1], Document: document}
			if not {
				e.Op = "no-role"
			}
			return a.correctParty(e)
		}}
	cmd.Flags().BoolVar(&not, "not", false, "the party has not this role")
	cmd.Flags().StringVar(&document, "document", "", "only in the document `ID`")
	return cmd
}

// correctParty keeps a correction for all names of a party.
func (a *app) correctParty(e ui.PartyEdit) error {
	return a.withCase(func(s *session) error {
		if e.Document != "" {
			sha, err := s.store.Resolve(e.Document)
			if err != nil {
				return err
			}
			e.Document = sha
		}
		edits, touched, err := ui.Corrected(s.store.Documents, e)
		if err != nil {
			return err
		}
		kept, err := s.EditParties(edits, touched)
		if err != nil {
			return err
		}
		return a.printCorrections(kept, s.index.Sync(context.Background()))
	})
}

func (a *app) printCorrections(edits []ui.PartyEdit, err error) error {
	if err != nil {
		return err
	}
	answer := ui.CorrectionsOf(edits)
	if a.json {
		return a.printJSON(answer)
	}
	if a.quiet {
		return nil
	}
	for _, act := range answer.Acts() {
		fmt.Fprintf(a.out, "%4d  %s  (%s, %s)\n", act.ID, line(act.Text), line(act.By), act.At)
	}
	return nil
}

func (a *app) partyCorrectionsCommand() *cobra.Command {
	return &cobra.Command{Use: "corrections", Short: "List what people corrected, with the numbers to take it back by", Args: asUsage(cobra.NoArgs),
		RunE: func(*cobra.Command, []string) error {
			return a.withStore(func(c *store.Case) error {
				edits, err := c.PartyEdits()
				return a.printCorrections(shownEdits(edits), err)
			})
		}}
}

const correctionHint = `"averment party corrections" lists them with their numbers`

func (a *app) partyUndoCommand() *cobra.Command {
	return &cobra.Command{Use: "undo NUMBER", Short: "Take a correction back", Args: asUsage(cobra.ExactArgs(1)),
		RunE: func(_ *cobra.Command, args []string) error {
			id, err := strconv.ParseUint(args[0], 10, 64)
			if err != nil {
				return usageError{evidence.WithHint(fmt.Errorf("%q is no number of a correction", args[0]), correctionHint)}
			}
			return a.withCase(func(s *session) error {
				if err := s.RemovePartyEdit(id, ""); err != nil {
					return evidence.WithHint(err, correctionHint)
				}
				if err := s.index.Sync(context.Background()); err != nil {
					return err
				}
				return a.done(fmt.Sprintf("correction %d was taken back", id))
			})
		}}
}

func (a *app) partyListCommand() *cobra.Command {
	return &cobra.Command{Use: "list [NAME]", Short: "List the parties, or one by any of its names", Args: asUsage(cobra.MaximumNArgs(1)),
		RunE: func(_ *cobra.Command, args []string) error {
			return a.withStore(func(c *store.Case) error {
				answer, err := ui.Parties(c.Documents, strings.Join(args, ""))
				switch {
				case err != nil:
					return err
				case a.json:
					return a.printJSON(answer)
				}
				for _, p := range answer.Parties {
					a.printParty(p)
				}
				return nil
			})
		}}
}

func (a *app) printParty(p ui.PartyView) {
	var words []string
	for _, r := range p.Roles {
		words = append(words, r.Role)
	}
	state := ""
	switch {
	case p.Verified:
		state = ", confirmed"
	case p.Proposed:
		state = ", proposed"
	}
	fmt.Fprintf(a.out, "%s  (%s%s; %s)  %s\n", line(p.Name), p.Type, state, count(len(p.Documents), "document"), line(strings.Join(words, ", ")))
	for _, name := range p.Names {
		if name != p.Name {
			fmt.Fprintf(a.out, "    also %s\n", line(name))
		}
	}
}
