package format

import (
	"context"
	"strings"

	"averment/evidence"
)

const (
	cardReader = "card/1"
	// MediaCalendar is an appointment (RFC 5545), MediaCard a person's card (RFC 6350).
	MediaCalendar = "text/calendar"
	MediaCard     = "text/vcard"
)

var cardWords = strings.NewReplacer(`\n`, "\n", `\N`, "\n", `\,`, ",", `\;`, ";", `\\`, `\`)

// readCard reads appointments and cards: a line for each property, folded ones joined.
func readCard(_ context.Context, _ string, data []byte, _ Options) (*Result, error) {
	source := strings.NewReplacer("\n ", "", "\n\t", "").Replace(decodeText(data, ""))
	d := &evidence.Document{Kind: evidence.Other, Reader: cardReader}
	var lines []string
	for _, line := range strings.Split(source, "\n") {
		name, value, found := strings.Cut(line, ":")
		name, _, _ = strings.Cut(name, ";")
		switch name = strings.ToUpper(strings.TrimSpace(name)); {
		case !found, name == "BEGIN", name == "END", name == "PRODID", name == "VERSION", name == "PHOTO":
			continue
		case d.Title == "" && (name == "SUMMARY" || name == "FN"):
			d.Title = oneLine(cardWords.Replace(value))
		}
		lines = append(lines, cardWords.Replace(line))
	}
	d.Pages = []evidence.Page{plainPage(1, strings.Join(lines, "\n"), cardReader)}
	d.Language = language(d.Pages[0].Text)
	return &Result{Document: d}, nil
}
