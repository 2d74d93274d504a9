package ui

import (
	"net/http"
	"slices"
)

// preferences are what a browser may keep about how it likes our pages.
var preferenceValues = map[string][]string{"theme": {"auto", "light", "dark"}, "keys": {"on", "off"}}

// preference reads one, "" when it is not set or is no value we know.
func preference(q *request, name string) string {
	c, err := q.Request.Cookie("averment_" + name)
	if err != nil || !slices.Contains(preferenceValues[name], c.Value) {
		return ""
	}
	return c.Value
}

func themeOf(q *request) string {
	if t := preference(q, "theme"); t != "auto" {
		return t
	}
	return ""
}

// setPreference keeps a choice and goes back to where it was made.
func (s *Server) setPreference(q *request) error {
	for name, values := range preferenceValues {
		if v := q.PostForm(name); slices.Contains(values, v) {
			http.SetCookie(q.Writer, &http.Cookie{Name: "averment_" + name, Value: v, Path: "/", MaxAge: 365 * 24 * 3600, HttpOnly: true, Secure: s.TLS, SameSite: http.SameSiteLaxMode})
		}
	}
	q.Redirect(http.StatusSeeOther, localPath(q.PostForm("back")))
	return nil
}

type helpPage struct{ Chrome }

func (s *Server) helpPage(q *request) error {
	return s.render(q, http.StatusOK, "help", &helpPage{Chrome{Title: "Keys and signs"}})
}
