package ui

import (
	"cmp"
	"fmt"
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"averment/evidence"
	"averment/search"
)

type documentPage struct {
	Chrome
	Doc       *evidence.Document
	Name      string
	Page      evidence.Page
	PageLabel string
	Rows      []paragraph
	Lines     bool // keep the line breaks of the text
	Query     string
	BackURL   string
	HitNow    int
	HitCount  int
	HitsHere  int
	PrevHit   string
	NextHit   string
	PrevPage  string
	NextPage  string
	Image     *imageView
	Facts     []factGroup
	Cites     []citeForm
	Kin       []kinView
	Sightings []evidence.LedgerRow
	Log       []Event
	Held      string // link to the list of bookmarks and so on
	PageNote  string
}

type kinView struct {
	Title, URL, Relation, Compare string
}

// imageView is the drawn page with rectangles over it, in points.
type imageView struct {
	URL           string
	Width, Height float32
	Boxes         []boxView
	Alt           string
}

type boxView struct {
	X, Y, W, H float32
	Class      string
	Now        bool
}

// documentPage shows one page of a document, its image beside its text.
func (s *Server) documentPage(q *request) error {
	doc, err := s.document(q)
	if err != nil {
		return err
	}
	v := &documentPage{Doc: doc, Query: q.Query("q"), Name: nameOf(doc.Title, doc.Source.Path, doc.ID)}
	v.Title, v.Section = v.Name, "search"
	places, err := s.places(q, doc.ID)
	if err != nil {
		return err
	}
	number, err := v.choose(q, places)
	if err != nil {
		return err
	}
	if doc.PageCount > 0 {
		if v.Page, err = s.Documents.Page(doc.ID, number); err != nil {
			return err
		}
	}
	v.show(q, places)
	if err := s.aside(q, v); err != nil {
		return err
	}
	if err := s.record(q, "viewed", doc.ID, "ok", map[string]string{"page": strconv.Itoa(number)}); err != nil {
		return err
	}
	return s.render(q, http.StatusOK, "document", v)
}

// places finds the hits of the search that led here. A query that cannot be run marks
// nothing: the document is there all the same.
func (s *Server) places(q *request, id string) ([]search.Place, error) {
	query := q.Query("q")
	if query == "" {
		return nil, nil
	}
	dialect, err := search.ParseDialect(q.Query("dialect"))
	if err != nil {
		return nil, err
	}
	places, err := s.Search.Places(q.Request.Context(), query, dialect, id)
	if err != nil {
		if status, _ := s.explain(err); status < 500 {
			return nil, nil
		}
	}
	return places, err
}

// choose finds the page and the hit that the address asks for.
func (v *documentPage) choose(q *request, places []search.Place) (int, error) {
	v.HitCount = len(places)
	page, err := optionalNumber(q.Query("page"))
	if err != nil || page > max(v.Doc.PageCount, 1) {
		return 0, fmt.Errorf("page %q of a document of %s: %w", clip(q.Query("page"), 20), plural(v.Doc.PageCount, "page"), evidence.ErrNotFound)
	}
	hit, err := optionalNumber(q.Query("hit"))
	if err != nil || hit > len(places) {
		hit = 0
	}
	if hit == 0 {
		hit = nearest(places, page, q.Query("at"))
	}
	if hit > 0 && (page == 0 || q.Query("hit") != "") {
		page = places[hit-1].Span.Page
	}
	v.HitNow = hit
	return max(page, 1), nil
}

// nearest is the first hit at or behind a place, the first of all without one.
func nearest(places []search.Place, page int, at string) int {
	offset, err := strconv.Atoi(at)
	if err != nil {
		offset = 0
	}
	for i, p := range places {
		if p.Span.Page > page || p.Span.Page == page && p.Span.Start >= offset {
			return i + 1
		}
	}
	return min(1, len(places))
}

func optionalNumber(text string) (int, error) {
	if text == "" {
		return 0, nil
	}
	n, err := strconv.Atoi(text)
	if err == nil && n < 1 {
		err = evidence.ErrInvalid
	}
	return n, err
}

// link is an address of this document that keeps the search.
func (v *documentPage) link(q *request, set map[string]int) string {
	u := url.Values{}
	for _, keep := range []string{"q", "dialect"} {
		if text := q.Query(keep); text != "" {
			u.Set(keep, text)
		}
	}
	for name, n := range set {
		u.Set(name, strconv.Itoa(n))
	}
	out := "/documents/" + v.Doc.ID[:min(16, len(v.Doc.ID))]
	if len(u) > 0 {
		out += "?" + u.Encode()
	}
	return out
}

// show marks the text and walks.
func (v *documentPage) show(q *request, places []search.Place) {
	n := v.Page.Number
	marks := factMarks(v.Doc, n)
	for i, p := range places {
		if p.Span.Page == n {
			v.HitsHere++
			marks = append(marks, markSpan{Range: p.Span.Range(), Class: "hit", ID: "h" + strconv.Itoa(i+1), Now: i+1 == v.HitNow})
		}
	}
	if at, err := strconv.Atoi(q.Query("at")); err == nil && at >= 0 && at < len(v.Page.Text) {
		marks = append(marks, markSpan{Range: evidence.Range{Start: at, End: len(v.Page.Text)}, Class: "at", ID: "at"})
	}
	v.Rows = paragraphs(v.Page, marks)
	v.number(n)
	v.Lines = v.Doc.Kind == evidence.Mail || v.Doc.Kind == evidence.Other
	v.Facts = factPanel(v.Doc, n, func(page int, anchor string) string { return v.link(q, map[string]int{"page": page}) + "#" + anchor })
	if n > 1 {
		v.PrevPage = v.link(q, map[string]int{"page": n - 1})
	}
	if n > 0 && n < v.Doc.PageCount {
		v.NextPage = v.link(q, map[string]int{"page": n + 1})
	}
	hit := func(i int) string { return v.link(q, map[string]int{"hit": i}) + "#h" + strconv.Itoa(i) }
	if v.HitNow > 1 {
		v.PrevHit = hit(v.HitNow - 1)
	}
	if v.HitNow < v.HitCount {
		v.NextHit = hit(v.HitNow + 1)
	}
	if v.Query != "" {
		v.BackURL = "/?q=" + escapeQuery(v.Query)
	}
	v.PageNote = pageNote(v.Page)
	v.Image = v.image(marks)
	v.Cites = citations(v.Doc, v.Name, v.pinpoint(places))
}

// number names the rows in the margin: a pleading's own paragraph where a statement
// tells it, else the row of the page.
func (v *documentPage) number(page int) {
	own := map[string]int{}
	for i, st := range v.Doc.Statements {
		own["s"+strconv.Itoa(i)] = st.Paragraph
	}
	count := 0
	for i := range v.Rows {
		r := &v.Rows[i]
		if r.Quiet {
			continue
		}
		count++
		r.ID, r.Cite = "para-"+strconv.Itoa(count), cmp.Or(r.Place, "para. "+strconv.Itoa(count))
		for _, sg := range r.Segments {
			for _, id := range sg.IDs {
				if own[id] > 0 {
					r.Cite = "¶ " + strconv.Itoa(own[id])
				}
			}
		}
	}
}

// printedPage says what a page calls itself: its number as printed, or the name of a sheet
// or a slide.
func printedPage(p evidence.Page) string {
	if p.Layout != nil || p.Lines != nil {
		return "printed page " + p.Label
	}
	return p.Label
}

func pageNote(p evidence.Page) string {
	words := map[evidence.PageState]string{evidence.PageText: "text, not OCR", evidence.PageOCR: "text by OCR: check by eye",
		evidence.PageImageOnly: "image only, not searchable", evidence.PageGarbled: "text garbled: check by eye"}
	parts := []string{}
	if st := p.Stamp; st != nil {
		if st.Entry != "" {
			parts = append(parts, fmt.Sprintf("ECF No. %s", st.Entry))
		}
		if st.Page > 0 {
			parts = append(parts, fmt.Sprintf("court page %d of %d", st.Page, st.Of))
		}
		if st.PageID != "" {
			parts = append(parts, "PageID "+st.PageID)
		}
	}
	if p.Label != "" && p.Label != strconv.Itoa(p.Number) {
		parts = append(parts, printedPage(p))
	}
	if w := words[p.State]; w != "" {
		parts = append(parts, w)
	}
	return strings.Join(append(parts, p.Flags...), " · ")
}

// image is the drawn page of a PDF, nil for what has no pages to draw.
func (v *documentPage) image(marks []markSpan) *imageView {
	l := v.Page.Layout
	if v.Doc.Source.MediaType != "application/pdf" || v.Page.Number == 0 {
		return nil
	}
	im := &imageView{URL: fmt.Sprintf("/documents/%s/pages/%d.png", short(v.Doc.ID), v.Page.Number), Width: 612, Height: 792,
		Alt: fmt.Sprintf("Image of page %d of %d. Its text stands beside it.", v.Page.Number, v.Doc.PageCount)}
	if l == nil || l.Width <= 0 || l.Height <= 0 {
		return im
	}
	im.Width, im.Height = l.Width, l.Height
	for _, m := range marks {
		if m.Class == "at" || m.Class == "s" || m.Class == "q" {
			continue
		}
		im.Boxes = append(im.Boxes, boxes(l, m)...)
	}
	return im
}

// boxes joins the words of a mark that stand on one line.
func boxes(l *evidence.Layout, m markSpan) []boxView {
	var out []boxView
	for _, b := range l.Boxes {
		if !(evidence.Range{Start: b.Start, End: b.End}).Overlaps(m.Range) {
			continue
		}
		x, y, w, h := b.X0, b.Y0, b.X1-b.X0, b.Y1-b.Y0
		if n := len(out); n > 0 && near(out[n-1].Y+out[n-1].H, y+h) && x >= out[n-1].X {
			last := &out[n-1]
			last.W = x + w - last.X
			last.Y, last.H = min(last.Y, y), max(last.H, h)
			continue
		}
		out = append(out, boxView{x, y, w, h, m.Class, m.Now})
	}
	return out
}

func near(a, b float32) bool { return a-b < 4 && b-a < 4 }
