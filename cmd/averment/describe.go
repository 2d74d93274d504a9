package main

import (
	"fmt"
	"strings"

	"averment/evidence"
)

// describe prints what is known of a document, for people.
func (a *app) describe(d *evidence.Document) {
	row := func(name, value string) {
		if value != "" {
			fmt.Fprintf(a.out, "%-12s %s\n", name, line(value))
		}
	}
	row("title", d.Title)
	row("id", d.ID)
	row("kind", string(d.Kind))
	row("publisher", d.Publisher)
	row("author", d.Author)
	row("published", dateWords(d.Published))
	row("source", d.Source.Path)
	if k := d.Docket; k != nil {
		row("docket", strings.TrimSpace(k.Court+" "+k.Number))
		row("entry", k.Entry)
		row("filed", dateWords(k.Filed))
	}
	row("pages", fmt.Sprint(len(d.Pages)))
	for _, w := range d.Warnings {
		row("warning", w)
	}
	if d.Error != nil {
		row("not read", string(d.Error.Code)+": "+d.Error.Message)
	}
	a.describeFacts(d)
}

func (a *app) describeFacts(d *evidence.Document) {
	section := func(name string, n int, at func(i int) string) {
		if n == 0 {
			return
		}
		fmt.Fprintf(a.out, "\n%s (machine-read, unreviewed unless marked)\n", name)
		for i := range n {
			fmt.Fprintf(a.out, "  %s\n", line(at(i)))
		}
	}
	section("Parties", len(d.Parties), func(i int) string {
		p := d.Parties[i]
		return p.Name + ", " + string(p.Type) + ": " + strings.Join(p.Roles, ", ") + mark(p.Proposed, "proposed") + mark(p.Verified, "confirmed")
	})
	section("Dates", len(d.Dates), func(i int) string {
		f := d.Dates[i]
		return dateWords(&f.Date) + "  " + f.Event + "  \u201c" + f.Surface + "\u201d" + place(f.Spans)
	})
	section("Causes", len(d.Causes), func(i int) string {
		return d.Causes[i].Name + " " + d.Causes[i].Statute + mark(d.Causes[i].Mention, "mentioned only") + place(d.Causes[i].Spans)
	})
	section("Citations", len(d.Citations), func(i int) string { return d.Citations[i].Normal + place(d.Citations[i].Spans) })
	section("Amounts", len(d.Amounts), func(i int) string {
		x := d.Amounts[i]
		return x.Surface + "  " + x.For + " " + x.Law + place(x.Spans)
	})
	section("Quotations", len(d.Quotations), func(i int) string {
		return d.Quotations[i].Speaker + ": \u201c" + d.Quotations[i].Text + "\u201d" + place(d.Quotations[i].Spans)
	})
	section("Statements", len(d.Statements), func(i int) string {
		x := d.Statements[i]
		return x.Speaker + " " + string(x.Stance) + ": " + x.Text + place(x.Spans)
	})
}

func mark(on bool, word string) string {
	if on {
		return " [" + word + "]"
	}
	return ""
}

func place(spans []evidence.Span) string {
	if len(spans) == 0 {
		return ""
	}
	return fmt.Sprintf("  (p. %d)", spans[0].Page)
}
