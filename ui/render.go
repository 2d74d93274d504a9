package ui

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"html/template"
	"io"
	"net/http"
	"strings"
)

// Chrome is what every page has around its own matter.
type Chrome struct {
	Title      string
	Section    string // which part of the menu is current
	Case       string
	CaseDetail string
	Notice     string
	Theme      string // "", light or dark
	KeysOff    bool
	Level      Level
	Known      int // documents and exceptions
	Who        Identity
	SignedIn   bool
	Here       string // path and query, to come back to
	CanEdit    bool   // reviewer or more
	CanAdd     bool   // custodian or more
	Wide       bool
}

func (c *Chrome) chrome() *Chrome { return c }

type framed interface{ chrome() *Chrome }

// renderer holds one template set per page.
type renderer struct{ sets map[string]*template.Template }

// pageTypes names every page with an empty value of what it shows; New renders each once.
func pageTypes() map[string]framed {
	return map[string]framed{
		"search": &searchPage{}, "document": &documentPage{}, "compare": &comparePage{},
		"claims": &claimsPage{}, "changes": &changesPage{}, "check": &checkPage{}, "timeline": &timelinePage{},
		"parties": &partiesPage{}, "imports": &importsPage{}, "terms": &termsPage{},
		"audit": &auditPage{}, "settings": &settingsPage{}, "signin": &signInPage{},
		"help": &helpPage{}, "error": &errorPage{}, "first": &firstPage{},
	}
}

func loadTemplates(a *assets) (*renderer, error) {
	base, err := template.New("base").Funcs(functions(a)).ParseFS(templateFiles, "templates/base.html", "templates/part*.html")
	if err != nil {
		return nil, fmt.Errorf("ui: templates: %w", err)
	}
	r := &renderer{map[string]*template.Template{}}
	for name, empty := range pageTypes() {
		set, err := base.Clone()
		if err != nil {
			return nil, fmt.Errorf("ui: templates: %w", err)
		}
		if _, err := set.ParseFS(templateFiles, "templates/"+name+".html"); err != nil {
			return nil, fmt.Errorf("ui: template %s: %w", name, err)
		}
		if err := set.ExecuteTemplate(io.Discard, "base.html", empty); err != nil {
			return nil, fmt.Errorf("ui: template %s: %w", name, err)
		}
		r.sets[name] = set
	}
	return r, nil
}

// frame fills in the chrome of a page.
func (s *Server) frame(q *request, c *Chrome) {
	c.Case, c.CaseDetail, c.Notice = s.Name, s.Detail, s.Notice
	c.Who, c.SignedIn = q.who, q.who.Role > 0
	c.CanEdit, c.CanAdd = q.who.Role >= reviewer, q.who.Role >= custodian
	c.Theme, c.KeysOff = themeOf(q), preference(q, "keys") == "off"
	c.Here = q.Request.URL.RequestURI()
	if q.Request.Method != http.MethodGet {
		c.Here = q.Request.URL.Path
	}
	if c.SignedIn {
		c.Level = s.Status.Level()
		c.Known = c.Level.Searchable + c.Level.Unsearchable
	}
}

// render writes a whole page or nothing.
func (s *Server) render(q *request, status int, name string, page framed) error {
	s.frame(q, page.chrome())
	var b bytes.Buffer
	if err := s.pages.sets[name].ExecuteTemplate(&b, "base.html", page); err != nil {
		return fmt.Errorf("render %s: %w", name, err)
	}
	q.Writer.Header().Set("Content-Type", "text/html; charset=utf-8")
	return s.send(q, status, []byte(visible(b.String())))
}

// packFrom is the size from which a response is compressed.
const packFrom = 1400

// send writes a body, compressed where the reader takes it.
func (s *Server) send(q *request, status int, body []byte) error {
	h := q.Writer.Header()
	h.Add("Vary", "Accept-Encoding")
	if len(body) < packFrom || !accepts(q.GetHeader("Accept-Encoding"), "gzip") {
		q.Writer.WriteHeader(status)
		_, err := q.Writer.Write(body)
		return err
	}
	h.Set("Content-Encoding", "gzip")
	q.Writer.WriteHeader(status)
	gz := gzip.NewWriter(q.Writer)
	if _, err := gz.Write(body); err != nil {
		return err
	}
	return gz.Close()
}

// hidden are characters that change how text is read without being seen: zero-width
// ones, and those of Unicode's bidirectional algorithm (UAX 9). Our own pages use none,
// so the whole page is passed through, which leaves no way round it.
var hidden = hiddenReplacer()

func hiddenReplacer() *strings.Replacer {
	var pairs []string
	add := func(from, to rune) {
		for r := from; r <= to; r++ {
			pairs = append(pairs, string(r), fmt.Sprintf("⟦U+%04X⟧", r))
		}
	}
	add(0x200b, 0x200f)
	add(0x202a, 0x202e)
	add(0x2060, 0x206f)
	add(0xfeff, 0xfeff)
	add(0x061c, 0x061c)
	add(0x180e, 0x180e)
	add(0xfff9, 0xfffb)
	add(0xe0001, 0xe0001)
	add(0xe0020, 0xe007f)
	add(0x01, 0x08)
	add(0x0b, 0x0b)
	add(0x0e, 0x1f)
	add(0x7f, 0x9f)
	return strings.NewReplacer(pairs...)
}

// visible writes hidden characters out.
func visible(s string) string { return hidden.Replace(s) }

// part renders one named block of a page.
func (r *renderer) part(page, block string, v any) (string, error) {
	var b strings.Builder
	if err := r.sets[page].ExecuteTemplate(&b, block, v); err != nil {
		return "", fmt.Errorf("render %s of %s: %w", block, page, err)
	}
	return b.String(), nil
}
