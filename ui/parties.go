package ui

import (
	"cmp"
	"math"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"averment/evidence"
)

type partiesPage struct {
	Chrome
	Party    *partyProfile // nil on the list
	Name     string
	Lists    []partyList
	Roles    []countView
	Aliases  []countView
	Stances  []stanceCount
	Docs     []*partyDocument
	Sure     int // documents in which it stands for sure, or all of one that is only proposed
	Guessed  int // the others
	More     int // documents that are not listed
	Kinds    []countView
	Graph    *graphView
	With     []withView
	Others   []string
	First    *partyDocument
	Last     *partyDocument
	SearchIt string
	Total    int
	Made     []Act // corrections, those of the party on its page
	Types    []string
	AllRoles []string // that a party can have
}

type countView struct {
	Name, URL string
	N         int
	Current   bool
}

type stanceCount struct {
	Sign sign
	N    int
	URL  string
}

type partyList struct {
	Label string
	Names []countView
}

type withView struct {
	Name, URL, Role string
	N               int
	Doc             string
}

type graphView struct {
	Width, Height int
	Lines         []graphLine
	Nodes         []graphNode
}

type graphLine struct {
	X1, Y1, X2, Y2 int
	Width          float64
}

type graphNode struct {
	X, Y, R, TextY int
	Name, Full     string
	URL            string
	N              int
	Shape          string // circle, square, diamond
	Me             bool
}

// partiesPage lists who is in the case, and draws who appears with whom.
func (s *Server) partiesPage(q *request) error {
	d, err := s.digest()
	if err != nil {
		return err
	}
	v := &partiesPage{Lists: partyLists(d, ""), Total: len(d.Parties)}
	v.Title, v.Section = "Parties", "parties"
	top := ranked(d, func(*partyProfile) int { return 0 })
	v.Graph = graph(d, nil, top[:min(12, len(top))])
	if v.Made, err = s.corrections(nil); err != nil {
		return err
	}
	return s.render(q, http.StatusOK, "parties", v)
}

// partyPage is the profile of one party.
func (s *Server) partyPage(q *request) error {
	d, err := s.digest()
	if err != nil {
		return err
	}
	p := d.party(q.Param("name"))
	if p == nil {
		return noParty(q.Param("name"))
	}
	v := &partiesPage{Party: p, Name: p.Name, Lists: partyLists(d, p.Name), Total: len(d.Parties), AllRoles: evidence.RoleWords()}
	v.Title, v.Section, v.SearchIt = p.Name, "parties", searchFor(p)
	v.profile(d, p)
	for _, t := range evidence.PartyTypes() {
		v.Types = append(v.Types, string(t))
	}
	for _, o := range ranked(d, func(*partyProfile) int { return 0 }) {
		if o != p && len(v.Others) < offered {
			v.Others = append(v.Others, o.Name)
		}
	}
	slices.Sort(v.Others)
	if v.Made, err = s.corrections(p); err != nil {
		return err
	}
	return s.render(q, http.StatusOK, "parties", v)
}

// offered is how many names are offered to merge with; any other can be typed.
const offered = 300

// searchFor finds the documents of a party. One that is only proposed stands in no facet,
// so that its words are searched for.
func searchFor(p *partyProfile) string {
	if p.Proposed {
		return "/?q=" + url.QueryEscape(`"`+strings.ReplaceAll(p.Name, `"`, " ")+`"`)
	}
	return "/?" + chosen("party", p.Name)
}

func (v *partiesPage) profile(d *caseDigest, p *partyProfile) {
	v.Roles, v.Aliases = counted(p.Roles), counted(p.Aliases)
	for stance, n := range p.Stances {
		v.Stances = append(v.Stances, stanceCount{stanceOf(stance), n, "/?" + chosen("speaker", p.Name) + "&" + chosen("stance", stance)})
	}
	slices.SortFunc(v.Stances, func(a, b stanceCount) int { return cmp.Or(b.N-a.N, strings.Compare(a.Sign.Word, b.Sign.Word)) })
	kinds := map[string]int{}
	for _, doc := range p.Documents {
		v.Docs = append(v.Docs, doc)
		if !doc.Proposed || p.Proposed {
			kinds[doc.Kind]++
			v.Sure++
		}
	}
	v.Guessed = len(v.Docs) - v.Sure
	slices.SortFunc(v.Docs, func(a, b *partyDocument) int {
		return cmp.Or(strings.Compare(cmp.Or(a.Date, "later"), cmp.Or(b.Date, "later")), strings.Compare(a.Name, b.Name), strings.Compare(a.ID, b.ID))
	})
	v.Kinds = counted(kinds)
	for i := range v.Kinds {
		v.Kinds[i].URL = v.SearchIt + "&" + chosen("kind", v.Kinds[i].Name)
	}
	for _, doc := range v.Docs {
		if doc.Date != "" {
			if v.First == nil {
				v.First = doc
			}
			v.Last = doc
		}
	}
	v.More = max(0, len(v.Docs)-docsListed)
	v.Docs = v.Docs[:len(v.Docs)-v.More]
	shared := func(o *partyProfile) int { return common(p, o) }
	near := slices.DeleteFunc(ranked(d, shared), func(o *partyProfile) bool { return o == p || common(p, o) == 0 })
	near = near[:min(11, len(near))]
	for _, o := range near {
		w := withView{Name: o.Name, URL: partyURL(o.Name), N: common(p, o), Role: firstName(o.Roles)}
		for id := range o.Documents {
			if doc := p.Documents[id]; doc != nil && (w.Doc == "" || doc.ID < w.Doc) {
				w.Doc = doc.ID
			}
		}
		v.With = append(v.With, w)
	}
	v.Graph = graph(d, p, near)
}

func firstName(m map[string]int) string {
	if list := counted(m); len(list) > 0 {
		return list[0].Name
	}
	return ""
}

// chosen chooses a value of a facet.
func chosen(facet, value string) string { return "facet=" + url.QueryEscape(facet+"="+value) }

func partyURL(name string) string { return "/parties/" + url.PathEscape(name) }

func common(a, b *partyProfile) int {
	n := 0
	for id := range a.Documents {
		if b.Documents[id] != nil {
			n++
		}
	}
	return n
}

// ranked gives the parties by a score, then by documents; proposed ones are left out.
func ranked(d *caseDigest, score func(*partyProfile) int) []*partyProfile {
	var out []*partyProfile
	for _, p := range d.Parties {
		if !p.Proposed {
			out = append(out, p)
		}
	}
	slices.SortFunc(out, func(a, b *partyProfile) int {
		return cmp.Or(score(b)-score(a), len(b.Documents)-len(a.Documents), strings.Compare(a.Name, b.Name))
	})
	return out
}

func counted(m map[string]int) []countView {
	out := []countView{}
	for name, n := range m {
		out = append(out, countView{Name: name, N: n})
	}
	slices.SortFunc(out, func(a, b countView) int { return cmp.Or(b.N-a.N, strings.Compare(a.Name, b.Name)) })
	return out
}

const (
	listed     = 60  // names in one list
	docsListed = 200 // documents of a party
)

// partyLists groups the parties as a reader looks for them.
func partyLists(d *caseDigest, current string) []partyList {
	lists := []partyList{{Label: "Parties to the case"}, {Label: "Organisations and agencies"}, {Label: "Court and counsel"}, {Label: "People"}, {Label: "Proposed, unreviewed"}}
	for _, p := range d.Parties {
		i := listOf(p)
		lists[i].Names = append(lists[i].Names, countView{p.Name, partyURL(p.Name), len(p.Documents), p.Name == current})
	}
	for i := range lists {
		slices.SortFunc(lists[i].Names, func(a, b countView) int { return cmp.Or(b.N-a.N, strings.Compare(a.Name, b.Name)) })
		lists[i].Names = lists[i].Names[:min(len(lists[i].Names), listed)]
	}
	return slices.DeleteFunc(lists, func(l partyList) bool { return len(l.Names) == 0 })
}

func listOf(p *partyProfile) int {
	if p.Proposed {
		return 4
	}
	for role := range p.Roles {
		switch evidence.RoleWord(role) {
		case "plaintiff", "defendant", "petitioner", "respondent", "appellant", "appellee":
			return 0
		case "judge", "court", "counsel":
			return 2
		}
	}
	switch evidence.PartyType(p.Type) {
	case evidence.Organisation, evidence.Agency, evidence.Group:
		return 1
	case evidence.Judge, evidence.Court:
		return 2
	}
	return 3
}

// graph puts one party in the middle, or all in a ring, and joins those that share
// documents. It is the same for the same case.
func graph(d *caseDigest, me *partyProfile, others []*partyProfile) *graphView {
	if len(others) == 0 {
		return nil
	}
	g := &graphView{Width: 760, Height: 460}
	at := map[*partyProfile][2]int{}
	all := others
	if me != nil {
		at[me] = [2]int{380, 220}
		all = append([]*partyProfile{me}, others...)
	}
	for i, p := range others {
		angle := 2*math.Pi*float64(i)/float64(len(others)) - math.Pi/2
		at[p] = [2]int{380 + int(275*math.Cos(angle)), 220 + int(170*math.Sin(angle))}
	}
	for i, a := range all {
		for _, b := range all[i+1:] {
			if n := common(a, b); n > 0 && (me == nil || a == me || n > 1) {
				g.Lines = append(g.Lines, graphLine{at[a][0], at[a][1], at[b][0], at[b][1], 1 + 1.2*math.Sqrt(float64(n))})
			}
		}
	}
	for _, p := range all {
		r := 12 + int(2.5*math.Sqrt(float64(len(p.Documents))))
		r = min(r, 26)
		node := graphNode{X: at[p][0], Y: at[p][1], R: r, TextY: at[p][1] + r + 16, Name: clip(p.Name, 26), Full: p.Name, URL: partyURL(p.Name), N: len(p.Documents), Me: p == me, Shape: "square"}
		switch evidence.PartyType(p.Type) {
		case evidence.Person:
			node.Shape = "circle"
		case evidence.Judge, evidence.Court:
			node.Shape = "diamond"
		}
		g.Nodes = append(g.Nodes, node)
	}
	return g
}
