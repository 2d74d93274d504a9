package extract

import (
	"slices"
	"strings"

	"averment/evidence"
)

// The pages that may list who appears, and the lines of that list.
const (
	appearancePages = 4
	appearanceLines = 60
)

// appearances reads the counsel that a transcript lists under "APPEARANCES": names behind or under
// "For the Plaintiff:", and firms over "Attorneys for Plaintiff" with "BY: ANA RUIZ, ESQ." under it.
func appearances(doc *evidence.Document) []signer {
	if !slices.ContainsFunc(doc.Pages[:min(len(doc.Pages), appearancePages)], listsCounsel) {
		return nil
	}
	var lines []string
	for i := range doc.Pages[:min(len(doc.Pages), appearancePages)] {
		lines = append(lines, trimmed(bodyLines(&doc.Pages[i]))...)
	}
	from := 0
	for from < len(lines) && !appearanceHead(lines[from]) {
		from++
	}
	if from == len(lines) {
		return nil
	}
	lines = lines[from+1 : min(len(lines), from+appearanceLines)]
	var out []signer
	for i, l := range lines {
		switch {
		case counselLine(l):
			out = append(out, signersOver(lines, i))
		case appearsFor(l) != "":
			out = append(out, appearing(lines[i:]))
		}
	}
	return out
}

// listsCounsel says whether a page has the heading of that list, in its body or not.
func listsCounsel(p evidence.Page) bool {
	for line := range strings.Lines(p.Text) {
		if appearanceHead(strings.TrimSpace(line)) {
			return true
		}
	}
	return false
}

// appearanceHead says whether a line is the heading of that list, spaced out or not.
func appearanceHead(l string) bool {
	l = strings.Trim(l, " .:")
	if !beginsWith(l, "a", "r", "c") || !strings.ContainsAny(l[len(l)-1:], "SNLsnl") {
		return false
	}
	bare := strings.ToUpper(strings.ReplaceAll(l, " ", ""))
	return bare == "APPEARANCES" || bare == "APPEARANCESOFCOUNSEL" || bare == "REPRESENTATION" || bare == "COUNSEL"
}

// appearsFor is the client in "For the Plaintiff:", "ON BEHALF OF THE DEFENDANTS:", "FOR PLAINTIFF
// HARBOR INC.:"; "" for any other line.
func appearsFor(l string) string {
	for _, open := range []string{"for the ", "for ", "on behalf of the ", "on behalf of "} {
		if !beginsWith(l, open) {
			continue
		}
		client, _, ok := strings.Cut(l[len(open):], ":")
		if ok && client != "" && len(client) < 80 && len(rolesIn(client)) > 0 {
			return printed(client)
		}
	}
	return ""
}

// appearing reads the names of one entry, which begins with its client and ends with a blank line
// behind the first name.
func appearing(lines []string) signer {
	s := signer{client: appearsFor(lines[0])}
	_, rest, _ := strings.Cut(lines[0], ":")
	s.take("/s/ " + strings.TrimSpace(rest))
	for _, l := range lines[1:min(len(lines), 10)] {
		if l == "" && len(s.names) > 0 || appearsFor(l) != "" || counselLine(l) {
			break
		}
		if beginsWith(l, "by:", "by ") {
			l = "/s/ " + strings.TrimSpace(l[3:])
		}
		s.take(l)
	}
	return s
}
