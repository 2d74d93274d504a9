package ui

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"averment/evidence"
	"averment/search"
)

// pinpoint is the place that a citation of this page names, the way its kind of document
// is cited: the paragraph of a pleading, page and line of a transcript, the page of the
// court, the page of the file. It is that of the hit or of the passage that the address
// leads to, and "" for the only page of a document without such places.
func (v *documentPage) pinpoint(places []search.Place) string {
	row := v.rowLedTo()
	if strings.HasPrefix(row.Cite, "¶") {
		return row.Cite
	}
	place := row.Place
	if i := v.HitNow - 1; i >= 0 && i < len(places) && places[i].Span.Page == v.Page.Number {
		place = cmp.Or(places[i].Place, place)
	}
	if place != "" {
		return "at " + place
	}
	if v.Doc.PageCount > 1 {
		return "at " + citedPage(v.Page)
	}
	return ""
}

// rowLedTo is the row of the hit that is walked to, or of the place in the address.
func (v *documentPage) rowLedTo() paragraph {
	for _, is := range []func(segment) bool{
		func(s segment) bool { return s.Now },
		func(s segment) bool { return slices.Contains(s.IDs, "at") },
	} {
		for _, r := range v.Rows {
			if slices.ContainsFunc(r.Segments, is) {
				return r
			}
		}
	}
	return paragraph{}
}

// citedPage is the number under which a page is cited.
func citedPage(p evidence.Page) string {
	switch {
	case p.Lines != nil && len(p.Lines.More) > 0: // several printed pages on one sheet
		return p.Lines.Page + "–" + p.Lines.More[len(p.Lines.More)-1].Page
	case p.Lines != nil && p.Lines.Page != "":
		return p.Lines.Page
	case p.Stamp != nil && p.Stamp.Page > 0:
		return strconv.Itoa(p.Stamp.Page)
	}
	return strconv.Itoa(p.Number)
}
