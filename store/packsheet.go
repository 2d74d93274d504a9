package store

import (
	"fmt"
	"strings"
	"unicode"

	"averment/evidence"
)

// sheet says in words what is known of a document, and what the log says of it.
func sheet(doc *evidence.Document, entries []Event) string {
	var b strings.Builder
	line := func(key, value string) {
		if value != "" {
			fmt.Fprintf(&b, "%-12s %s\n", key+":", shownLine(value))
		}
	}
	b.WriteString("FACT SHEET\n\n")
	line("SHA-256", doc.ID)
	line("File", doc.Source.Path)
	line("Size", fmt.Sprintf("%d bytes", doc.Source.Size))
	line("Type", doc.Source.MediaType)
	line("Came in", doc.Source.Added)
	line("Custodian", doc.Custodian)
	line("Collection", doc.Collection)
	if doc.Parent != "" {
		line("Part of", doc.Parent+" (the SHA-256 of the file that held it)")
	}
	if doc.Error != nil {
		line("Not read", string(doc.Error.Code)+": "+doc.Error.Message)
	}
	b.WriteString("\nAs the program read it; look at the original to be sure:\n")
	line("Title", doc.Title)
	line("Kind", string(doc.Kind))
	line("Publisher", doc.Publisher)
	line("Author", doc.Author)
	if date := doc.Date(); date != nil && date.Resolved {
		line("Dated", fmt.Sprintf("%s (printed %q)", date.Value, date.Surface))
	}
	line("Pages", fmt.Sprint(doc.PageCount))
	line("Read with", doc.Reader)
	line("Sandbox", doc.Sandbox)
	for _, warning := range doc.Warnings {
		line("Warning", warning)
	}
	b.WriteString("\nWhat the custody log says of it; the whole entry is in proofs/NUMBER.entry:\n")
	for _, e := range entries {
		fmt.Fprintf(&b, "%8d  %s  %s\n", e.Seq, e.Time, shownLine(entryWords(e)))
	}
	return b.String()
}

// entryWords says in plain words what an entry of the log about a document means.
func entryWords(e Event) string {
	var words string
	switch e.Action {
	case "added":
		words = "taken in from " + e.Detail["path"] + prefixed("; it could not be read: ", e.Detail["because"])
	case "retried":
		words = "read again: " + e.Outcome
	case "seen":
		words = "the same bytes were seen again at " + e.Detail["path"]
	case "parsed":
		words = "text read, its SHA-256 is " + e.Detail["text"]
	case "vanished":
		words = "no longer at " + e.Detail["path"] + " in " + e.Detail["folder"] + "; the document stays"
	case "exported":
		words = strings.TrimSpace("exported " + prefixed("as ", e.Detail["as"]))
	default:
		words = e.Action + prefixed(": ", e.Outcome)
	}
	return words + prefixed(", by ", e.Actor)
}

// prefixed is text behind a prefix, "" for no text.
func prefixed(prefix, text string) string {
	if text == "" {
		return ""
	}
	return prefix + text
}

// contentsLine is a document in the list of a pack: hash, bytes and the file's path.
func contentsLine(doc *evidence.Document) string {
	return fmt.Sprintf("%s  %10d  %s\n", doc.ID, doc.Source.Size, shownLine(doc.Source.Path))
}

// shownLine makes one line of what a document says: line breaks are written \n, and what
// steers a terminal or turns the order of letters is written \uNNNN.
func shownLine(s string) string {
	var b strings.Builder
	for _, r := range escapeLine(s) {
		if unicode.IsControl(r) || unicode.Is(unicode.Cf, r) {
			fmt.Fprintf(&b, `\u%04x`, r)
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}
