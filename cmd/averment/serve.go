package main

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"net"
	"path/filepath"
	"sync"

	"averment/evidence"
	"averment/ingest"
	"averment/ingest/watch"
	"averment/store"
	"averment/ui"

	"github.com/spf13/cobra"
)

// serving is what the flags of serve say.
type serving struct {
	addr       string
	watch      []string
	hosts      []string
	cert, key  string
	selfSigned bool
	imports    importFlags
	name       string // shown at the top
	notice     string // shown at the foot
}

func (a *app) serveCommand() *cobra.Command {
	var v serving
	cmd := &cobra.Command{
		Use:   "serve",
		Short: "Serve the web pages and the API, and watch folders",
		Long: `Serve the case on this machine and print a link that signs you in once. Another
address than loopback needs TLS and at least one user ("averment user add").`,
		Args: cobra.NoArgs,
		Example: `  averment serve --case smith
  averment serve --case smith --watch wire=/srv/incoming
  averment serve --case smith --addr 0.0.0.0:8480 --host cases.example --tls-cert c.pem --tls-key k.pem`,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if err := v.imports.build(); err != nil {
				return err
			}
			if err := checkFolders(parseFolders(v.watch)); err != nil {
				return err
			}
			return a.withNewCase(func(s *session) error { return a.serve(cmd.Context(), s, v) })
		},
	}
	f := cmd.Flags()
	f.StringVar(&v.addr, "addr", "127.0.0.1:8480", "address to listen on")
	f.StringArrayVar(&v.watch, "watch", nil, "watch a folder, `[LABEL=]DIR`; may be given several times")
	f.StringArrayVar(&v.hosts, "host", nil, "a host `name` under which people reach the server")
	f.StringVar(&v.cert, "tls-cert", "", "certificate `file`")
	f.StringVar(&v.key, "tls-key", "", "key `file` of the certificate")
	f.BoolVar(&v.selfSigned, "tls-self-signed", false, "make a certificate for this run; browsers will ask")
	v.imports.flags(cmd)
	return cmd
}

func (a *app) serve(ctx context.Context, s *session, v serving) error {
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	p := a.newProgress("serving")
	p.bar = nil // the log of a server is lines
	pool, err := a.newPool(p)
	if err != nil {
		return err
	}
	defer pool.Close()
	secure, err := v.tls()
	if err != nil {
		return err
	}
	d := newDesk(s, pool, v.watch)
	server, err := ui.New(a.webOptions(d, v, secure != nil, p))
	if err != nil {
		return err
	}
	listener, err := listen(v.addr, secure)
	if err != nil {
		return err
	}
	if err := a.announce(server, listener.Addr().String(), secure != nil); err != nil {
		listener.Close()
		return err
	}
	var background sync.WaitGroup
	defer background.Wait()
	background.Go(func() { boundMemory(ctx, leastMemory) })
	background.Go(func() { d.follow(ctx, v, p, cancel) })
	err = server.Serve(ctx, listener)
	cause := context.Cause(ctx)
	cancel(nil)
	if errors.Is(cause, context.Canceled) {
		cause = nil
	}
	return errors.Join(err, cause)
}

// follow brings the index up to date and watches folders until ctx ends.
func (d *desk) follow(ctx context.Context, v serving, p *progress, fail context.CancelCauseFunc) {
	d.index.Notify()
	folders := parseFolders(v.watch)
	if len(folders) == 0 {
		return
	}
	o := v.imports.options
	o.Forget = true
	o.Progress = func(ingest.Progress) { d.index.Notify() }
	w := watching{folders: folders, labels: o.Labels, say: p.say, begun: d.watch}
	_, err := w.run(ctx, d.session, ingest.New(shelf{d.store}, d.pool, o))
	for w.roomAgain(ctx, d.session, err) {
		_, err = w.run(ctx, d.session, ingest.New(shelf{d.store}, d.pool, o))
	}
	switch {
	case err == nil, errors.Is(err, context.Canceled), ctx.Err() != nil:
	case errors.Is(err, store.ErrReadOnly):
		p.say(fmt.Sprintf("nothing more is taken in: %v; searching goes on", err))
	default:
		fail(fmt.Errorf("watch: %w", err))
	}
}

func (a *app) webOptions(d *desk, v serving, secure bool, p *progress) ui.Options {
	name := v.name
	if name == "" {
		name = filepath.Base(d.store.Dir())
	}
	return ui.Options{Name: name, Notice: v.notice, Instance: d.store.ID(), Hosts: v.hosts, TLS: secure, Version: "1",
		Search: d.engine, Documents: d.store, Kin: d, Ledger: d, Marks: d, Keeper: d, Corrector: d, Intake: d, Pages: d, Custody: d,
		Records: records{d.store}, Reader: d, Status: d, Checker: d, Versions: d,
		Log: func(format string, args ...any) { p.say(plain(fmt.Sprintf(format, args...))) }}
}

// tls makes the settings of TLS, nil without.
func (v serving) tls() (*tls.Config, error) {
	var pair tls.Certificate
	var err error
	switch {
	case v.selfSigned:
		pair, err = selfSigned(v.hosts)
	case v.cert != "" && v.key != "":
		pair, err = tls.LoadX509KeyPair(v.cert, v.key)
	case v.cert != "" || v.key != "":
		return nil, usageError{errors.New("--tls-cert and --tls-key go together")}
	default:
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("read the certificate: %w", err)
	}
	return &tls.Config{Certificates: []tls.Certificate{pair}, MinVersion: tls.VersionTLS12}, nil
}

func listen(addr string, secure *tls.Config) (net.Listener, error) {
	l, err := net.Listen("tcp", addr)
	if err != nil {
		return nil, evidence.WithHint(fmt.Errorf("serve at %s: %w", addr, err), "choose another address and port with --addr, such as 127.0.0.1:8481")
	}
	if secure != nil {
		l = tls.NewListener(l, secure)
	}
	return l, nil
}

// announce prints the address and the link that signs in once.
func (a *app) announce(server *ui.Server, addr string, secure bool) error {
	if err := server.CheckAddress(addr); err != nil {
		return err
	}
	scheme := "http://"
	if secure {
		scheme = "https://"
	}
	link, err := server.SignInLink(scheme + addr)
	if err != nil {
		return err
	}
	if a.json {
		return a.printJSON(map[string]any{"version": 1, "address": scheme + addr, "link": link})
	}
	fmt.Fprintf(a.out, "Open this link once to sign in:\n  %s\nStop with Ctrl-C.\n", link)
	return nil
}

var _ watch.Store = pathBook{}
