package ui

import (
	"cmp"
	"fmt"
	"strings"

	"averment/evidence"
)

// citeForm is the citation in one form.
type citeForm struct{ Name, Text string }

// citations gives the citation of a place as text, Markdown and BibTeX.
func citations(d *evidence.Document, name, place string) []citeForm {
	text, md := citeText(d, name, place, false), citeText(d, name, place, true)
	key := strings.ToLower(plainName(clip(d.Publisher+name, 20))) + short(d.ID)[:min(6, len(d.ID))]
	bib := fmt.Sprintf("@misc{%s,\n  title = {%s},\n", key, bibText(name))
	for _, f := range [][2]string{{"author", d.Author}, {"howpublished", d.Publisher}, {"date", isoDate(d.Date())}, {"url", d.URL}} {
		if f[1] != "" {
			bib += fmt.Sprintf("  %s = {%s},\n", f[0], bibText(f[1]))
		}
	}
	bib += fmt.Sprintf("  note = {%s, SHA-256 %s}\n}", cmp.Or(bibText(place), "page 1"), d.ID)
	return []citeForm{{"Text", text}, {"Markdown", md}, {"BibTeX", bib}}
}

func citeText(d *evidence.Document, name, place string, markdown bool) string {
	title := name
	if markdown {
		title = "*" + strings.NewReplacer("*", `\*`, "_", `\_`, "[", `\[`, "`", "\\`").Replace(name) + "*"
	}
	var parts []string
	if d.Author != "" {
		parts = append(parts, d.Author)
	}
	parts = append(parts, title)
	if d.Docket != nil {
		if d.Filing != nil && d.Filing.Title != "" && d.Filing.Title != name {
			parts = append(parts, d.Filing.Title)
		}
		if d.Docket.Number != "" {
			parts = append(parts, "No. "+d.Docket.Number)
		}
		if d.Docket.Entry != "" {
			parts = append(parts, "ECF No. "+d.Docket.Entry)
		}
	}
	if d.Publisher != "" {
		parts = append(parts, d.Publisher)
	}
	if v := isoDate(d.Date()); v != "" {
		parts = append(parts, dateWord(v))
	}
	if place != "" {
		parts = append(parts, place)
	}
	return strings.Join(parts, ", ") + "."
}

func bibText(s string) string {
	return strings.NewReplacer("{", "", "}", "", "\\", "", "&", `\&`, "%", `\%`, "#", `\#`, "_", `\_`, "$", `\$`).Replace(s)
}

// logShown is how many entries of a document's log stand on its page.
const logShown = 12

// aside fills in family, sightings and custody.
func (s *Server) aside(q *request, v *documentPage) error {
	if s.Kin != nil {
		kin, err := s.Kin.Relatives(v.Doc.ID)
		if err != nil {
			return err
		}
		for _, k := range kin {
			view, err := s.kinView(v.Doc.ID, k)
			if err != nil {
				return err
			}
			v.Kin = append(v.Kin, view)
		}
	}
	if s.Ledger != nil {
		err := s.Ledger.Rows(LedgerQuery{ID: v.Doc.ID, Limit: 20}, func(r evidence.LedgerRow) error {
			v.Sightings = append(v.Sightings, r)
			return nil
		})
		if err != nil {
			return err
		}
	}
	return s.Custody.Audit(AuditQuery{Object: v.Doc.ID, Limit: logShown}, func(e Event) error {
		v.Log = append(v.Log, e)
		return nil
	})
}

func (s *Server) kinView(id string, k Relative) (kinView, error) {
	d, err := s.Documents.Document(k.ID)
	if err != nil {
		return kinView{}, err
	}
	v := kinView{Title: nameOf(d.Title, d.Source.Path, d.ID), URL: "/documents/" + d.ID[:min(16, len(d.ID))], Relation: k.Relation,
		Compare: "/documents/" + short(id) + "/compare?with=" + short(d.ID)}
	if k.Similarity > 0 {
		v.Relation += fmt.Sprintf(", %.0f %% alike", k.Similarity*100)
	}
	return v, nil
}
