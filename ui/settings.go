package ui

import (
	"net/http"
	"strconv"
	"strings"
	"time"
)

type settingsPage struct {
	Chrome
	Users  []User
	Tokens []Token
	Admin  bool
	Roles  []string
	Secret string // of the token just made, shown once
	Said   string
	Ver    string
	Own    bool // signed in with an account, so that a password can be changed
}

func (s *Server) settingsPage(q *request) error { return s.settings(q, "", q.Query("said")) }

func (s *Server) settings(q *request, secret, said string) error {
	v := &settingsPage{Chrome: Chrome{Title: "Settings"}, Admin: q.who.Role >= admin, Roles: RoleNames(), Secret: secret, Ver: s.Version}
	if said == "password" {
		v.Said = "The password was changed. Other sessions of yours have ended."
	}
	_, err := s.people.user(q.who.Name)
	v.Own = err == nil
	if v.Admin {
		if v.Users, err = s.people.Users(); err != nil {
			return err
		}
		if v.Tokens, err = s.people.Tokens(); err != nil {
			return err
		}
	}
	return s.render(q, http.StatusOK, "settings", v)
}

func (s *Server) addUser(q *request) error {
	name := strings.TrimSpace(q.PostForm("name"))
	if err := s.people.AddUser(name, q.PostForm("password"), q.PostForm("role")); err != nil {
		return err
	}
	return s.configured(q, "user "+name, "added as "+q.PostForm("role"))
}

func (s *Server) removeUser(q *request) error {
	if err := s.people.RemoveUser(q.Param("name")); err != nil {
		return err
	}
	return s.configured(q, "user "+q.Param("name"), "removed")
}

// createToken shows the secret once; it is kept hashed.
func (s *Server) createToken(q *request) error {
	days, err := strconv.Atoi("0" + q.PostForm("days"))
	if err != nil || days > 3660 {
		return invalid("The life of a token is a number of days, at most ten years.", "")
	}
	secret, err := s.people.CreateToken(q.PostForm("name"), q.PostForm("role"), time.Duration(days)*24*time.Hour)
	if err != nil {
		return err
	}
	if err := s.record(q, "configured", "token "+q.PostForm("name"), "created as "+q.PostForm("role"), nil); err != nil {
		return err
	}
	return s.settings(q, secret, "")
}

func (s *Server) revokeToken(q *request) error {
	if err := s.people.RevokeToken(q.Param("id")); err != nil {
		return err
	}
	return s.configured(q, "token "+q.Param("id"), "revoked")
}

func (s *Server) configured(q *request, object, outcome string) error {
	if err := s.record(q, "configured", object, outcome, nil); err != nil {
		return err
	}
	q.Redirect(http.StatusSeeOther, "/settings")
	return nil
}

// changePassword asks for the old one.
func (s *Server) changePassword(q *request) error {
	u, err := s.people.CheckPassword(q.who.Name, q.PostForm("old"))
	if err != nil {
		return err
	}
	if u == nil {
		s.refused(q.Request, "wrong password", q.who.Name)
		return &webError{http.StatusForbidden, "forbidden", "The old password is not right.", "", nil}
	}
	if err := s.people.SetPassword(u.Name, q.PostForm("password")); err != nil {
		return err
	}
	if err := s.record(q, "configured", "user "+u.Name, "password changed", nil); err != nil {
		return err
	}
	if err := s.begin(q, session{User: u.Name, Role: u.Role}); err != nil {
		return err
	}
	q.Redirect(http.StatusSeeOther, "/settings?said=password")
	return nil
}
