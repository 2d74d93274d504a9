package ui

import (
	"net/http"
	"net/url"
	"os/user"
	"strings"
)

type signInPage struct {
	Chrome
	Next     string
	Wrong    bool
	Used     bool // the one-time link was used before
	Accounts bool
}

// askSignIn sends people to the sign-in page and tells programs that a token is needed.
func (s *Server) askSignIn(q *request) {
	if isAPI(q.Request) {
		q.Writer.Header().Set("WWW-Authenticate", `Bearer realm="averment"`)
		s.fail(q, &webError{http.StatusUnauthorized, "unauthorized", "Sign in, or send a token.", "Make one with: averment token create", nil})
		return
	}
	if q.Request.Method != http.MethodGet && q.Request.Method != http.MethodHead {
		s.fail(q, &webError{http.StatusUnauthorized, "unauthorized", "You are not signed in, so nothing was done.", "Sign in and send it again.", nil})
		return
	}
	q.Redirect(http.StatusSeeOther, "/signin?next="+url.QueryEscape(q.Request.URL.RequestURI()))
}

// signInPage takes a one-time link, or asks for name and password.
func (s *Server) signInPage(q *request) error {
	page := &signInPage{Chrome: Chrome{Title: "Sign in"}, Next: localPath(q.Query("next"))}
	if key := q.Query("key"); key != "" {
		if s.links.use(key) {
			if err := s.begin(q, session{User: localName(), Role: admin.String(), Local: true}); err != nil {
				return err
			}
			q.Redirect(http.StatusSeeOther, page.Next)
			return nil
		}
		page.Used = true
		s.refused(q.Request, "one-time link used or over")
	}
	users, err := s.people.Users()
	if err != nil {
		return err
	}
	page.Accounts = len(users) > 0
	return s.render(q, http.StatusOK, "signin", page)
}

// signIn takes name and password.
func (s *Server) signIn(q *request) error {
	name := strings.TrimSpace(q.PostForm("name"))
	u, err := s.people.CheckPassword(name, q.PostForm("password"))
	if err != nil {
		return err
	}
	next := localPath(q.PostForm("next"))
	if u == nil {
		s.refused(q.Request, "wrong name or password", clip(name, 100))
		page := &signInPage{Chrome: Chrome{Title: "Sign in"}, Next: next, Wrong: true, Accounts: true}
		return s.render(q, http.StatusUnauthorized, "signin", page)
	}
	if err := s.begin(q, session{User: u.Name, Role: u.Role}); err != nil {
		return err
	}
	q.Redirect(http.StatusSeeOther, next)
	return nil
}

// signOut ends the session.
func (s *Server) signOut(q *request) error {
	if q.who.key != "" {
		if err := s.people.records.DeleteRecord(sessionRecords, q.who.key); err != nil {
			return err
		}
		if err := s.record(q, "signed out", q.who.Name, "ok", nil); err != nil {
			return err
		}
	}
	http.SetCookie(q.Writer, &http.Cookie{Name: s.cookieName(), Path: "/", MaxAge: -1, HttpOnly: true, Secure: s.TLS, SameSite: http.SameSiteLaxMode})
	q.Redirect(http.StatusSeeOther, "/signin")
	return nil
}

// localName is the name of the person at this machine.
func localName() string {
	if u, err := user.Current(); err == nil && u.Username != "" {
		return u.Username
	}
	return "owner"
}

// localPath keeps a path of our own, so that no link of ours leads elsewhere.
func localPath(next string) string {
	u, err := url.Parse(next)
	if err != nil || u.IsAbs() || u.Host != "" || !strings.HasPrefix(next, "/") || strings.HasPrefix(next, "//") || strings.ContainsAny(next, "\\\r\n\t") || strings.HasPrefix(next, "/signin") {
		return "/"
	}
	return next
}
