package ui

import (
	"encoding/xml"
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"averment/search"
)

type termsPage struct {
	Chrome
	Text   string
	Report *search.TermReport
}

// maxTerms is how many queries one report has.
const maxTerms = 500

// termsPage runs a list of queries.
func (s *Server) termsPage(q *request) error {
	v := &termsPage{Chrome: Chrome{Title: "Terms", Section: "terms"}, Text: q.Query("terms")}
	if q.Request.Method == http.MethodPost {
		v.Text = q.PostForm("terms")
	}
	if lines := termLines(v.Text); len(lines) > 0 {
		r, err := s.termReport(q, lines, q.PostForm("dialect"))
		if err != nil {
			return err
		}
		if q.PostForm("do") == "csv" {
			return s.termsCSV(q, r)
		}
		v.Report = r
	}
	return s.render(q, http.StatusOK, "terms", v)
}

func (s *Server) termsCSV(q *request, r *search.TermReport) error {
	if q.who.Role < custodian {
		return &webError{http.StatusForbidden, "forbidden", "Exporting needs the role custodian.", "Ask an administrator of this case.", nil}
	}
	if err := s.record(q, "exported", "term report", plural(len(r.Terms), "query"), nil); err != nil {
		return err
	}
	s.startCSV(q, "terms.csv")
	return r.WriteCSV(q.Writer)
}

func termLines(text string) []string {
	var out []string
	for line := range strings.Lines(text) {
		if line = strings.TrimSpace(line); line != "" && !strings.HasPrefix(line, "#") {
			out = append(out, line)
		}
	}
	return out
}

func (s *Server) termReport(q *request, lines []string, dialect string) (*search.TermReport, error) {
	if len(lines) > maxTerms {
		return nil, invalid("One report has at most "+strconv.Itoa(maxTerms)+" queries.", "Send them in parts, or use: averment terms FILE")
	}
	d, err := search.ParseDialect(dialect)
	if err != nil {
		return nil, err
	}
	r, err := s.Search.Terms(q.Request.Context(), lines, d)
	if err != nil {
		return nil, err
	}
	return r, s.record(q, "searched", "term report", plural(len(lines), "query"), nil)
}

type auditPage struct {
	Chrome
	Events                []Event
	Actor, Action, Object string
	Older                 string
	Actions               []string
}

const auditShown = 100

// auditPage shows the custody log, newest first.
func (s *Server) auditPage(q *request) error {
	v := &auditPage{Chrome: Chrome{Title: "Audit", Section: "audit"}, Actor: q.Query("actor"), Action: q.Query("action"), Object: q.Query("object"),
		Actions: []string{"added", "seen", "parsed", "viewed", "searched", "exported", "tagged", "untagged", "noted", "checked", "signed in", "refused", "configured"}}
	before, err := strconv.ParseUint("0"+q.Query("before"), 10, 64)
	if err != nil {
		return invalid("before must be the number of an entry", "")
	}
	ask := AuditQuery{Actor: v.Actor, Action: v.Action, Object: v.Object, Before: before, Limit: auditShown + 1}
	err = s.Custody.Audit(ask, func(e Event) error {
		v.Events = append(v.Events, e)
		return nil
	})
	if err != nil {
		return err
	}
	if len(v.Events) > auditShown {
		v.Events = v.Events[:auditShown]
		u := url.Values{"before": {strconv.FormatUint(v.Events[auditShown-1].Seq, 10)}}
		for name, text := range map[string]string{"actor": v.Actor, "action": v.Action, "object": v.Object} {
			if text != "" {
				u.Set(name, text)
			}
		}
		v.Older = "/audit?" + u.Encode()
	}
	return s.render(q, http.StatusOK, "audit", v)
}

// openSearch describes the search to a browser, so that its address bar searches the
// case (OpenSearch 1.1, draft 6).
func (s *Server) openSearch(q *request) error {
	scheme := "http"
	if s.TLS {
		scheme = "https"
	}
	base := scheme + "://" + q.Request.Host
	type address struct {
		Type     string `xml:"type,attr"`
		Template string `xml:"template,attr"`
	}
	doc := struct {
		XMLName       xml.Name `xml:"http://a9.com/-/spec/opensearch/1.1/ OpenSearchDescription"`
		ShortName     string
		Description   string
		InputEncoding string
		URL           address `xml:"Url"`
	}{ShortName: "averment", Description: "Search this case", InputEncoding: "UTF-8", URL: address{"text/html", base + "/?q={searchTerms}"}}
	b, err := xml.MarshalIndent(doc, "", " ")
	if err != nil {
		return err
	}
	q.Writer.Header().Set("Content-Type", "application/opensearchdescription+xml; charset=utf-8")
	_, err = q.Writer.Write(append([]byte(xml.Header), b...))
	return err
}
