package ui

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"strings"
	"time"

	"github.com/gin-gonic/gin"
)

// Server serves one case.
type Server struct {
	Options
	pages   *renderer
	assets  *assets
	people  *People
	links   *links
	hosts   map[string]bool
	cross   *http.CrossOriginProtection
	digests digestCache
	handler http.Handler
}

// New makes a server; templates and assets are proved here, not by the first visitor.
func New(o Options) (*Server, error) {
	if err := o.check(); err != nil {
		return nil, err
	}
	a, err := loadAssets()
	if err != nil {
		return nil, err
	}
	r, err := loadTemplates(a)
	if err != nil {
		return nil, err
	}
	s := &Server{Options: o, pages: r, assets: a, people: NewPeople(o.Records, o.Now), links: newLinks(o.Now),
		hosts: map[string]bool{}, cross: http.NewCrossOriginProtection()}
	for _, h := range append([]string{"localhost", "127.0.0.1", "[::1]"}, o.Hosts...) {
		s.hosts[strings.ToLower(h)] = true
	}
	s.handler, err = s.routes()
	return s, err
}

// routes joins the table to gin, and wraps it in the outer chain.
func (s *Server) routes() (http.Handler, error) {
	gin.SetMode(gin.ReleaseMode)
	g := gin.New()
	g.RedirectTrailingSlash, g.RedirectFixedPath, g.HandleMethodNotAllowed = false, false, true
	if err := g.SetTrustedProxies(nil); err != nil {
		return nil, fmt.Errorf("ui: %w", err)
	}
	for _, r := range table() {
		if !r.role.valid() {
			return nil, fmt.Errorf("ui: route %s %s has no role", r.method, r.path)
		}
		g.Handle(r.method, r.path, s.enter(r))
		if r.method == http.MethodGet {
			g.Handle(http.MethodHead, r.path, s.enter(r))
		}
	}
	g.NoRoute(s.enter(route{role: reader, handle: (*Server).noPage}))
	g.NoMethod(s.enter(route{role: reader, handle: (*Server).noMethod}))
	return s.outer(g), nil
}

// Handler serves every page and the API.
func (s *Server) Handler() http.Handler { return s.handler }

// SignInLink makes a link that signs in once, as the administrator of this machine. base
// is the address people reach the server at, such as http://127.0.0.1:8480.
func (s *Server) SignInLink(base string) (string, error) {
	key, err := s.links.issue()
	return strings.TrimRight(base, "/") + "/signin?key=" + key, err
}

// ErrExposed refuses to serve others without TLS and accounts.
var ErrExposed = errors.New("this address can be reached from other machines")

// CheckAddress refuses an address beyond this machine without TLS and at least one user.
func (s *Server) CheckAddress(addr string) error {
	host, _, err := net.SplitHostPort(addr)
	if err != nil {
		return fmt.Errorf("serve: %w", err)
	}
	ip := net.ParseIP(host)
	if host == "localhost" || ip != nil && ip.IsLoopback() {
		return nil
	}
	users, err := s.people.Users()
	if err != nil {
		return err
	}
	if !s.TLS || len(users) == 0 {
		return fmt.Errorf("serve on %s: %w: it needs TLS (--tls-cert and --tls-key, or --tls-self-signed) and at least one user (averment user add)", addr, ErrExposed)
	}
	return nil
}

// HTTPServer is a server with our limits; the caller gives it a listener.
func (s *Server) HTTPServer() *http.Server {
	return &http.Server{
		Handler: s.handler, ReadHeaderTimeout: 5 * time.Second, ReadTimeout: 30 * time.Minute,
		WriteTimeout: 30 * time.Minute, IdleTimeout: 2 * time.Minute, MaxHeaderBytes: 64 << 10,
	}
}

// Serve answers on l until ctx ends; then it lets requests finish for ten seconds.
// A listener of TLS is the caller's to make.
func (s *Server) Serve(ctx context.Context, l net.Listener) error {
	if err := s.CheckAddress(l.Addr().String()); err != nil {
		return errors.Join(err, l.Close())
	}
	server := s.HTTPServer()
	server.BaseContext = func(net.Listener) context.Context { return ctx }
	done := make(chan error, 1)
	go func() { done <- server.Serve(l) }()
	select {
	case err := <-done:
		return fmt.Errorf("serve: %w", err)
	case <-ctx.Done():
	}
	grace, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	if err := server.Shutdown(grace); err != nil {
		return errors.Join(fmt.Errorf("serve: %w", err), server.Close())
	}
	return nil
}
