package main

import (
	"bufio"
	"errors"
	"fmt"
	"os"
	"strings"
	"time"

	"averment/store"
	"averment/ui"

	"github.com/spf13/cobra"
	"golang.org/x/term"
)

// withPeople opens the accounts of the case.
func (a *app) withPeople(do func(*ui.People) error) error {
	return a.withStore(func(c *store.Case) error { return do(ui.NewPeople(records{c}, nil)) })
}

func (a *app) userCommand() *cobra.Command {
	cmd := &cobra.Command{Use: "user", Short: "People who may sign in",
		Example: "  averment user add --role reviewer ines\n  averment user list"}
	var role string
	add := &cobra.Command{Use: "add NAME", Short: "Add a person; the password is read from the terminal or standard input", Args: asUsage(cobra.ExactArgs(1)),
		RunE: func(_ *cobra.Command, args []string) error {
			password, err := a.askPassword()
			if err != nil {
				return err
			}
			return a.withPeople(func(p *ui.People) error {
				if err := p.AddUser(args[0], password, role); err != nil {
					return err
				}
				return a.done(args[0] + " may sign in as " + role)
			})
		}}
	add.Flags().StringVar(&role, "role", "reader", strings.Join(ui.RoleNames(), ", "))
	list := &cobra.Command{Use: "list", Short: "List the people", Args: asUsage(cobra.NoArgs),
		RunE: func(*cobra.Command, []string) error { return a.withPeople(a.listUsers) }}
	remove := &cobra.Command{Use: "remove NAME", Short: "Remove a person and end their sessions", Args: asUsage(cobra.ExactArgs(1)),
		RunE: func(_ *cobra.Command, args []string) error {
			return a.withPeople(func(p *ui.People) error {
				if err := p.RemoveUser(args[0]); err != nil {
					return err
				}
				return a.done(args[0] + " was removed")
			})
		}}
	password := &cobra.Command{Use: "password NAME", Short: "Set a new password", Args: asUsage(cobra.ExactArgs(1)),
		RunE: func(_ *cobra.Command, args []string) error {
			word, err := a.askPassword()
			if err != nil {
				return err
			}
			return a.withPeople(func(p *ui.People) error {
				if err := p.SetPassword(args[0], word); err != nil {
					return err
				}
				return a.done("the password of " + args[0] + " was set")
			})
		}}
	cmd.AddCommand(add, list, remove, password)
	return cmd
}

func (a *app) listUsers(p *ui.People) error {
	users, err := p.Users()
	if err != nil {
		return err
	}
	if a.json {
		type person struct {
			Name    string `json:"name"`
			Role    string `json:"role"`
			Created string `json:"created"`
		}
		list := []person{}
		for _, u := range users {
			list = append(list, person{u.Name, u.Role, u.Created})
		}
		return a.printJSON(map[string]any{"version": 1, "users": list})
	}
	for _, u := range users {
		fmt.Fprintf(a.out, "%-20s %s\n", line(u.Name), u.Role)
	}
	return nil
}

// askPassword reads a password without showing it.
func (a *app) askPassword() (string, error) {
	if f, ok := a.in.(*os.File); ok && term.IsTerminal(int(f.Fd())) {
		fmt.Fprint(a.err, "Password: ")
		word, err := term.ReadPassword(int(f.Fd()))
		fmt.Fprintln(a.err)
		return string(word), err
	}
	word, err := bufio.NewReader(a.in).ReadString('\n')
	if word = strings.TrimRight(word, "\r\n"); word == "" {
		return "", errors.Join(errors.New("no password was given on standard input"), err)
	}
	return word, nil
}

func (a *app) tokenCommand() *cobra.Command {
	cmd := &cobra.Command{Use: "token", Short: "Tokens for programs that use the API",
		Example: "  averment token create --role reader --days 90 scraper\n  averment token list"}
	var role string
	var days int
	create := &cobra.Command{Use: "create NAME", Short: "Make a token; it is shown this once", Args: asUsage(cobra.ExactArgs(1)),
		RunE: func(_ *cobra.Command, args []string) error {
			return a.withPeople(func(p *ui.People) error {
				secret, err := p.CreateToken(args[0], role, time.Duration(days)*24*time.Hour)
				if err != nil {
					return err
				}
				if a.json {
					return a.printJSON(map[string]any{"version": 1, "token": secret})
				}
				fmt.Fprintln(a.out, secret)
				return nil
			})
		}}
	create.Flags().StringVar(&role, "role", "reader", strings.Join(ui.RoleNames(), ", "))
	create.Flags().IntVar(&days, "days", 90, "days until it expires")
	list := &cobra.Command{Use: "list", Short: "List the tokens", Args: asUsage(cobra.NoArgs),
		RunE: func(*cobra.Command, []string) error { return a.withPeople(a.listTokens) }}
	revoke := &cobra.Command{Use: "revoke ID", Short: "End a token", Args: asUsage(cobra.ExactArgs(1)),
		RunE: func(_ *cobra.Command, args []string) error {
			return a.withPeople(func(p *ui.People) error {
				if err := p.RevokeToken(args[0]); err != nil {
					return err
				}
				return a.done("token " + args[0] + " was ended")
			})
		}}
	cmd.AddCommand(create, list, revoke)
	return cmd
}

func (a *app) listTokens(p *ui.People) error {
	tokens, err := p.Tokens()
	if err != nil {
		return err
	}
	if a.json {
		if tokens == nil {
			tokens = []ui.Token{}
		}
		return a.printJSON(map[string]any{"version": 1, "tokens": tokens})
	}
	for _, t := range tokens {
		fmt.Fprintf(a.out, "%-10s %-20s %-10s until %s\n", t.ID, line(t.Name), t.Role, t.Expires)
	}
	return nil
}
