package ui

import (
	"fmt"
	"net"
	"net/http"
	"runtime/debug"
	"strings"

	"averment/evidence"

	"github.com/gin-gonic/gin"
)

// policy is the content security policy of every page.
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

// guard are the headers of every response, whatever becomes of the request.
func (s *Server) guard(h http.Header) {
	h.Set("Content-Security-Policy", policy)
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Referrer-Policy", "no-referrer")
	h.Set("Cross-Origin-Opener-Policy", "same-origin")
	h.Set("Cross-Origin-Resource-Policy", "same-origin")
	h.Set("Permissions-Policy", "camera=(), geolocation=(), microphone=()")
	h.Set("X-Frame-Options", "DENY")
	h.Set("Cache-Control", "no-store")
	if s.TLS {
		h.Set("Strict-Transport-Security", "max-age=31536000")
	}
}

// outer is the part of the chain that knows nothing of routes: headers, recover, host,
// origin, path, body limit.
func (s *Server) outer(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		s.guard(w.Header())
		defer func() {
			if fault := recover(); fault != nil {
				s.Log("fault in %s %s: %v\n%s", r.Method, r.URL.Path, fault, debug.Stack())
				s.plainError(w, r, http.StatusInternalServerError, "internal", "Something went wrong in the program. The case is not harmed.")
			}
		}()
		switch {
		case !s.hosts[hostOf(r.Host)]:
			s.plainError(w, r, http.StatusMisdirectedRequest, "misdirected", "This server does not answer under that name. Start it with --host NAME to allow one.")
		case s.cross.Check(r) != nil:
			s.refused(r, "cross-origin")
			s.plainError(w, r, http.StatusForbidden, "cross-origin", "The request came from another site and was refused.")
		case !cleanPath(r.URL.Path):
			s.plainError(w, r, http.StatusBadRequest, "invalid", "The address holds characters that no page of ours has.")
		default:
			limit := s.MaxBody
			if !uploads(r.URL.Path) {
				limit = 4 << 20
			}
			if r.ContentLength > limit {
				s.plainError(w, r, http.StatusRequestEntityTooLarge, "too-large", fmt.Sprintf("At most %s may be sent.", bytesWord(limit)))
				return
			}
			r.Body = http.MaxBytesReader(w, r.Body, limit)
			next.ServeHTTP(w, r)
		}
	})
}

// hostOf is the host name without its port, in lower case.
func hostOf(hostport string) string {
	host := strings.ToLower(hostport)
	if h, _, err := net.SplitHostPort(host); err == nil {
		host = h
		if strings.Contains(h, ":") {
			host = "[" + h + "]"
		}
	}
	return host
}

func cleanPath(path string) bool {
	if strings.ContainsFunc(path, func(r rune) bool { return r < ' ' || r == 0x7f || r == '\\' }) {
		return false
	}
	for part := range strings.SplitSeq(path, "/") {
		if part == ".." || part == "." {
			return false
		}
	}
	return strings.HasPrefix(path, "/")
}

func uploads(path string) bool {
	return path == "/imports" || path == "/api/v1/documents"
}

// plainError answers before a page could be rendered.
func (s *Server) plainError(w http.ResponseWriter, r *http.Request, status int, code, message string) {
	if isAPI(r) {
		writeJSON(w, status, errorBody{1, apiError{Code: code, Message: message, At: -1}})
		return
	}
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	w.WriteHeader(status)
	fmt.Fprintln(w, message)
}

func isAPI(r *http.Request) bool { return strings.HasPrefix(r.URL.Path, "/api/") }

// request is what a handler gets: gin's context and who asks.
type request struct {
	*gin.Context
	who  Identity
	rule route
}

// enter is the part of the chain that belongs to a route: session or token, role, handler.
func (s *Server) enter(rule route) gin.HandlerFunc {
	return func(c *gin.Context) {
		q := &request{Context: c, rule: rule}
		who, err := s.identify(q)
		if err != nil {
			s.fail(q, err)
			return
		}
		q.who = who
		switch {
		case rule.role == public || who.Role >= rule.role:
			if err := rule.handle(s, q); err != nil {
				s.fail(q, err)
			}
		case who.Role == 0:
			s.askSignIn(q)
		default:
			s.refused(c.Request, "role "+rule.role.String()+" needed", who.Name)
			s.fail(q, &webError{http.StatusForbidden, "forbidden", "Your role is " + who.Role.String() + "; this needs " + rule.role.String() + ".", "Ask an administrator of this case.", nil})
		}
	}
}

// refused writes a refusal to the log; a failure to do so is a fault of the machine and
// must not turn the refusal into anything else.
func (s *Server) refused(r *http.Request, why string, who ...string) {
	e := Event{Actor: strings.Join(who, ""), Action: "refused", Object: r.Method + " " + clip(r.URL.Path, 200), Outcome: why}
	if e.Actor == "" {
		e.Actor = "nobody"
	}
	if err := s.Custody.Record(e); err != nil {
		s.Log("custody log: %v", err)
	}
}

// record writes what was done to the custody log.
func (s *Server) record(q *request, action, object, outcome string, detail map[string]string) error {
	err := s.Custody.Record(Event{Actor: q.who.Name, Action: action, Object: object, Outcome: outcome, Detail: detail})
	if err != nil {
		return fmt.Errorf("write the custody log: %w", err)
	}
	return nil
}

// document resolves the id of the address.
func (s *Server) document(q *request) (*evidence.Document, error) {
	sha, err := s.Documents.Resolve(q.Param("id"))
	if err != nil {
		return nil, err
	}
	return s.Documents.Document(sha)
}
