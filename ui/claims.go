package ui

import (
	"cmp"
	"fmt"
	"net/http"
	"slices"
	"strings"

	"averment/evidence"
)

type claimsPage struct {
	Chrome
	Query   string
	Show    string // all, differing, denied, one
	Filters []link
	Heads   []claimHead
	Columns []claimColumn
	Rows    []claimRow
	Diffs   []diffView
	Total   int
	Key     []sign
	CSV     string
}

type claimHead struct {
	Name  string
	Count int
}

type claimColumn struct {
	ID, Name, URL, Detail, Date string
	First                       bool // of its group
	group                       int
}

type claimRow struct {
	ID, Claim   string
	Documents   int
	Independent int
	Differs     []string // slots
	Cells       []claimCell
}

type claimCell struct {
	Sign   sign
	URL    string
	Note   string
	First  bool
	Silent bool
	Title  string
}

type diffView struct {
	ID, Slot, Claim string
	Hard            bool
	Values          []diffValue
	Passages        []passageView
}

type diffValue struct {
	Value string
	Count int
}

type passageView struct {
	Sign         sign
	Source, Date string
	Parts        []part
	URL, Cite    string
}

var sourceGroups = []string{"Pleadings", "Rulings", "Evidence", "Policy", "Press"}

// maxRows is how many claim groups stand on the page.
const maxRows = 60

// claimsPage is the matrix of claims and sources.
func (s *Server) claimsPage(q *request) error {
	if s.Checker == nil {
		return notOffered("The claims page")
	}
	claims, err := s.Checker.Claims(q.Request.Context(), q.Query("q"))
	if err != nil {
		return err
	}
	v := &claimsPage{Query: q.Query("q"), Show: q.Query("show"), Total: len(claims.Groups), CSV: "/claims.csv?q=" + escapeQuery(q.Query("q"))}
	v.Title, v.Section, v.Wide = "Claims", "claims", true
	for _, name := range []string{"alleges", "seeks", "denies", "lacks-knowledge", "admits", "finds", "promises", "reports", "states"} {
		v.Key = append(v.Key, stanceOf(name))
	}
	v.Key = append(v.Key, verdictOf("differs"))
	groups := v.filter(claims.Groups)
	docs, err := s.claimDocuments(groups)
	if err != nil {
		return err
	}
	v.columns(docs)
	for _, g := range groups {
		v.row(g, docs)
	}
	return s.render(q, http.StatusOK, "claims", v)
}

// filter counts the ways to narrow and applies the chosen one.
func (v *claimsPage) filter(all []Group) []Group {
	keep := map[string]func(Group) bool{
		"":          func(Group) bool { return true },
		"differing": func(g Group) bool { return len(g.Differences) > 0 },
		"denied": func(g Group) bool {
			return slices.ContainsFunc(g.Cells, func(c Cell) bool { return c.Stance == "denies" })
		},
		"one": func(g Group) bool { return g.Independent <= 1 },
	}
	var out []Group
	for _, f := range [][2]string{{"", "all"}, {"differing", "differing"}, {"denied", "denied"}, {"one", "one source only"}} {
		n := 0
		for _, g := range all {
			if keep[f[0]](g) {
				n++
				if f[0] == v.Show {
					out = append(out, g)
				}
			}
		}
		u := "/claims?q=" + escapeQuery(v.Query)
		if f[0] != "" {
			u += "&show=" + f[0]
		}
		v.Filters = append(v.Filters, link{fmt.Sprintf("%s %d", f[1], n), u, v.Show == f[0]})
	}
	slices.SortStableFunc(out, func(a, b Group) int { return cmp.Or(len(b.Differences)-len(a.Differences), b.Documents-a.Documents) })
	return out[:min(len(out), maxRows)]
}

func (s *Server) claimDocuments(groups []Group) (map[string]*evidence.Document, error) {
	docs := map[string]*evidence.Document{}
	for _, g := range groups {
		for _, c := range g.Cells {
			if docs[c.Document] != nil {
				continue
			}
			d, err := s.Documents.Document(c.Document)
			if err != nil {
				return nil, err
			}
			docs[c.Document] = d
		}
	}
	return docs, nil
}

// sourceGroup says which part of the matrix a document stands in.
func sourceGroup(d *evidence.Document) int {
	kind := ""
	if d.Filing != nil {
		kind = d.Filing.Type
	}
	switch {
	case d.Kind == evidence.Article:
		return 4
	case d.Kind == evidence.Policy:
		return 3
	case d.Kind == evidence.Filing && (kind == "order" || kind == "opinion" || kind == "judgment"):
		return 1
	case d.Kind == evidence.Filing && kind != "exhibit" && kind != "letter":
		return 0
	}
	return 2
}

func (v *claimsPage) columns(docs map[string]*evidence.Document) {
	for id, d := range docs {
		c := claimColumn{ID: id, Name: clip(nameOf(d.Title, d.Source.Path, d.ID), 40), URL: "/documents/" + short(id), Detail: d.Publisher, Date: isoDate(d.Date()), group: sourceGroup(d)}
		if d.Docket != nil && d.Docket.Entry != "" {
			c.Detail = "ECF " + d.Docket.Entry
		}
		if d.Kind == evidence.Article && d.Publisher != "" {
			c.Name, c.Detail = d.Publisher, d.Author
		}
		v.Columns = append(v.Columns, c)
	}
	slices.SortFunc(v.Columns, func(a, b claimColumn) int {
		return cmp.Or(a.group-b.group, strings.Compare(a.Date, b.Date), strings.Compare(a.ID, b.ID))
	})
	for i := range v.Columns {
		c := &v.Columns[i]
		if c.First = i == 0 || v.Columns[i-1].group != c.group; c.First {
			v.Heads = append(v.Heads, claimHead{sourceGroups[c.group], 0})
		}
		v.Heads[len(v.Heads)-1].Count++
	}
}

// stanceRank says which cell of a document is shown where it has several.
var stanceRank = map[string]int{"holds": 9, "finds": 8, "denies": 7, "admits": 6, "lacks-knowledge": 5, "seeks": 4, "alleges": 4, "promises": 3, "states": 2, "reports": 1}

func (v *claimsPage) row(g Group, docs map[string]*evidence.Document) {
	r := claimRow{ID: "g-" + g.ID, Claim: g.Claim, Documents: g.Documents, Independent: g.Independent}
	odd := map[string]string{}
	for i, d := range g.Differences {
		if !slices.Contains(r.Differs, d.Slot) {
			r.Differs = append(r.Differs, d.Slot)
		}
		v.Diffs = append(v.Diffs, difference(fmt.Sprintf("%s-%d", r.ID, i), g, d, docs))
		if d.Hard {
			oddOnes(d, odd)
		}
	}
	for _, col := range v.Columns {
		r.Cells = append(r.Cells, cellFor(g, col, odd))
	}
	v.Rows = append(v.Rows, r)
}

// oddOnes names the documents that give another value than most do.
func oddOnes(d Difference, odd map[string]string) {
	most := 0
	for i, val := range d.Values {
		if len(val.Documents) > len(d.Values[most].Documents) {
			most = i
		}
	}
	for i, val := range d.Values {
		for _, doc := range val.Documents {
			if i != most {
				odd[doc] = val.Value
			}
		}
	}
}

func cellFor(g Group, col claimColumn, odd map[string]string) claimCell {
	var best *Cell
	for i := range g.Cells {
		c := &g.Cells[i]
		if c.Document == col.ID && (best == nil || stanceRank[c.Stance] > stanceRank[best.Stance]) {
			best = c
		}
	}
	if best == nil {
		return claimCell{Silent: true, First: col.First, Sign: stanceOf("silent")}
	}
	cell := claimCell{Sign: stanceOf(best.Stance), URL: passageURL(best.Document, best.Page, best.Span.Start), Note: fmt.Sprintf("page %d", best.Page), First: col.First, Title: best.Speaker}
	if value, ok := odd[col.ID]; ok {
		cell.Sign, cell.Note = verdictOf("differs"), value
	}
	return cell
}

// difference sets the passages of the values side by side, one for each value.
func difference(id string, g Group, d Difference, docs map[string]*evidence.Document) diffView {
	v := diffView{ID: id, Slot: d.Slot, Claim: g.Claim, Hard: d.Hard}
	for _, val := range d.Values {
		v.Values = append(v.Values, diffValue{val.Value, len(val.Documents)})
		i := slices.IndexFunc(g.Cells, func(c Cell) bool {
			return slices.Contains(val.Documents, c.Document) && strings.Contains(c.Text, val.Value)
		})
		if i < 0 {
			i = slices.IndexFunc(g.Cells, func(c Cell) bool { return slices.Contains(val.Documents, c.Document) })
		}
		if i < 0 {
			continue
		}
		c := g.Cells[i]
		p := passageView{Sign: stanceOf(c.Stance), Parts: markValue(oneLine(c.Text), val.Value), URL: passageURL(c.Document, c.Page, c.Span.Start), Cite: fmt.Sprintf("page %d", c.Page)}
		if doc := docs[c.Document]; doc != nil {
			p.Source, p.Date = nameOf(doc.Title, doc.Source.Path, doc.ID), isoDate(doc.Date())
		}
		v.Passages = append(v.Passages, p)
	}
	return v
}

func markValue(text, value string) []part {
	if i := strings.Index(text, value); value != "" && i >= 0 {
		return cutMarks(text, [][2]int{{i, i + len(value)}})
	}
	return []part{{text, false}}
}

// claimsCSV writes every cell of every group.
func (s *Server) claimsCSV(q *request) error {
	if s.Checker == nil {
		return notOffered("The claims page")
	}
	claims, err := s.Checker.Claims(q.Request.Context(), q.Query("q"))
	if err != nil {
		return err
	}
	var rows [][]string
	for _, g := range claims.Groups {
		for _, c := range g.Cells {
			rows = append(rows, []string{g.ID, g.Claim, fmt.Sprint(g.Documents), fmt.Sprint(g.Independent), c.Document, c.Stance, c.Speaker, fmt.Sprint(c.Page), oneLine(c.Text)})
		}
	}
	if err := s.record(q, "exported", "claims "+q.Query("q"), plural(len(claims.Groups), "group"), nil); err != nil {
		return err
	}
	return s.writeCSV(q, "claims.csv", []string{"group", "claim", "documents", "independent", "document", "stance", "speaker", "page", "text"}, rows)
}
