package ui

import (
	"fmt"
	"strings"

	"averment/evidence"
)

// factMarks are the marks of the facts that stand on a page.
func factMarks(d *evidence.Document, page int) []markSpan {
	var out []markSpan
	add := func(class, id string, sg sign, spans []evidence.Span) {
		for i, s := range spans {
			anchor := ""
			if i == 0 {
				anchor = id
			}
			for part := &s; part != nil; part = part.Continues {
				if part.Page == page {
					out = append(out, markSpan{Range: part.Range(), Class: class, Sign: sg, ID: anchor})
					anchor = ""
				}
			}
		}
	}
	for i, f := range d.Statements {
		add("s", fmt.Sprintf("s%d", i), stanceOf(string(f.Stance)), f.Spans)
	}
	for i, f := range d.Quotations {
		if !f.Scare {
			add("q", fmt.Sprintf("q%d", i), sign{}, f.Spans)
		}
	}
	for i, f := range d.Parties {
		add("p", fmt.Sprintf("p%d", i), sign{}, f.Spans)
	}
	for i, f := range d.Dates {
		add("d", fmt.Sprintf("d%d", i), sign{}, f.Spans)
	}
	for i, f := range d.Amounts {
		add("a", fmt.Sprintf("a%d", i), sign{}, f.Spans)
	}
	for i, f := range d.Causes {
		add("at", fmt.Sprintf("c%d", i), sign{}, f.Spans)
	}
	for i, f := range d.Citations {
		add("at", fmt.Sprintf("z%d", i), sign{}, f.Spans)
	}
	return out
}

// factView is a line of the side panel.
type factView struct {
	Text, URL string
	Value     string
	Basis     string
	Profile   string // page of the party
	Sign      *sign
	Page      int
	Here      bool // on the page that is shown
}

// factGroup is a section of the side panel.
type factGroup struct {
	Label string
	Open  bool
	Here  int
	Facts []factView
}

// factPanel lists every fact of the document, those of the page first.
func factPanel(d *evidence.Document, page int, link func(page int, anchor string) string) []factGroup {
	place := func(v factView, anchor string, spans []evidence.Span) factView {
		for i, s := range spans {
			if i == 0 {
				v.Page, v.URL = s.Page, link(s.Page, anchor)
			}
			v.Here = v.Here || s.On(page)
		}
		return v
	}
	groups := []factGroup{{Label: "Parties", Open: true}, {Label: "Dates", Open: true}, {Label: "Amounts", Open: true}, {Label: "Statements", Open: true}, {Label: "Quotations"}, {Label: "Causes"}, {Label: "Citations"}}
	for i, f := range d.Parties {
		v := factView{Text: f.Name, Value: strings.Join(f.Roles, ", "), Basis: basis(f.Basis, f.Proposed, f.Verified), Profile: partyURL(f.Name)}
		groups[0].Facts = append(groups[0].Facts, place(v, fmt.Sprintf("p%d", i), f.Spans))
	}
	for i, f := range d.Dates {
		v := factView{Text: f.Event, Value: dateWord(f.Value), Basis: dateBasis(f)}
		if v.Text == "" {
			v.Text = "“" + f.Surface + "”"
		}
		groups[1].Facts = append(groups[1].Facts, place(v, fmt.Sprintf("d%d", i), f.Spans))
	}
	for i, f := range d.Amounts {
		v := factView{Text: f.For, Value: f.Surface, Basis: basis("", f.Proposed, false)}
		if v.Text == "" {
			v.Text = "amount"
			if f.Unit != "" {
				v.Text = f.Unit
			}
		}
		groups[2].Facts = append(groups[2].Facts, place(v, fmt.Sprintf("a%d", i), f.Spans))
	}
	for i, f := range d.Statements {
		sg := stanceOf(string(f.Stance))
		v := factView{Text: clip(oneLine(f.Text), 90), Basis: f.Speaker, Sign: &sg}
		groups[3].Facts = append(groups[3].Facts, place(v, fmt.Sprintf("s%d", i), f.Spans))
	}
	for i, f := range d.Quotations {
		if !f.Scare {
			groups[4].Facts = append(groups[4].Facts, place(factView{Text: "“" + clip(oneLine(f.Text), 90) + "”", Value: f.Speaker}, fmt.Sprintf("q%d", i), f.Spans))
		}
	}
	for i, f := range d.Causes {
		groups[5].Facts = append(groups[5].Facts, place(factView{Text: f.Name, Value: f.Statute, Basis: basis("", f.Proposed, false)}, fmt.Sprintf("c%d", i), f.Spans))
	}
	for i, f := range d.Citations {
		groups[6].Facts = append(groups[6].Facts, place(factView{Text: oneLine(f.Text), Basis: f.Type}, fmt.Sprintf("z%d", i), f.Spans))
	}
	return arrange(groups)
}

// arrange leaves empty groups out and puts what is on the page first.
func arrange(groups []factGroup) []factGroup {
	var out []factGroup
	for _, g := range groups {
		var here, away []factView
		for _, f := range g.Facts {
			if f.Here {
				here = append(here, f)
			} else {
				away = append(away, f)
			}
		}
		g.Here, g.Facts = len(here), append(here, away...)
		if len(g.Facts) > 0 {
			out = append(out, g)
		}
	}
	return out
}

func basis(rule string, proposed, verified bool) string {
	how := "machine-read"
	switch {
	case verified:
		how = "confirmed"
	case proposed:
		how = "proposed, unreviewed"
	}
	if rule != "" {
		return rule + " · " + how
	}
	return how
}

func dateBasis(f evidence.DateFact) string {
	switch {
	case !f.Resolved && f.Candidate != "":
		return "not resolved: " + f.Candidate
	case !f.Resolved:
		return "not resolved"
	case f.Anchor != "":
		return "“" + f.Surface + "”, counted from " + dateWord(f.Anchor)
	case f.Precision != evidence.Day:
		return string(f.Precision) + " precision"
	}
	return ""
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
