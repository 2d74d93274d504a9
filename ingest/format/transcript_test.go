package format

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"averment/evidence"
)

// testimony is an invented transcript of two pages.
var testimony = [][]string{
	{"Q.  Please state your name for the record.", "A.  Ines Varga.", "Q.  Where do you work, Ms. Varga?", "A.  At the harbour office of Port Melin,",
		"in the berth section.", "Q.  Since when?", "A.  Since March of 2019.", "Q.  Did anybody tell you that the",
		"crane was unsafe?", "MR. OKORO:  Objection, leading.", "THE WITNESS:  Nobody told me.", "Q.  Did you see the report?", "A.  Not before the collapse, and"},
	{"not for a week after it.", "Q.  Who wrote it?", "", "A.  I was told that the surveyor did.", "Q.  Which surveyor?", "A.  Mr. Lund.", "Q.  Was he paid?",
		"A.  He got $4,000.", "Q.  By whom?", "A.  By the port.", "THE COURT:  We will rise here.", "(Recess.)"},
}

// printed sets the pages as reporters do; head and foot give the number of a page.
func printed(head, foot, margin, between string) string {
	var b strings.Builder
	for i, page := range testimony {
		if head != "" {
			fmt.Fprintf(&b, head+"\n", 45+i)
		}
		for j, l := range page {
			b.WriteString(strings.TrimRight(fmt.Sprintf(margin, j+1, l), " ") + "\n")
		}
		if foot != "" {
			fmt.Fprintf(&b, foot+"\n", 45+i)
		}
		if i == 0 {
			b.WriteString(between)
		}
	}
	return b.String()
}

func TestTranscripts(t *testing.T) {
	for name, text := range map[string]string{
		"number above":            printed("%60d", "", "%2d   %s", ""),
		"number above, form feed": printed("%04d", "", "  %2d      %s", "\f"),
		"number below, form feed": printed("", "Page %d of 90", "%2d %s", "\f"),
		"number below":            printed("", "%70d", "%2d\t%s", "\n\n"),
		"with a heading":          printed("%60d\nVARGA - DIRECT", "", "%2d   %s", "\n"),
	} {
		t.Run(name, func(t *testing.T) {
			res, err := Read(context.Background(), "day1.txt", []byte(text), Options{})
			if err != nil {
				t.Fatal(err)
			}
			pages := res.Document.Pages
			if len(pages) != 2 {
				t.Fatalf("%d pages: %+v", len(pages), pages)
			}
			for _, c := range []struct{ from, to, want string }{
				{"Ines Varga", "Ines Varga", "45:2"},
				{"harbour office", "berth section", "45:4–5"},
				{"Not before", "week after it", "45:13–46:1"},
				{"$4,000", "$4,000", "46:8"},
				{"I was told", "surveyor did", "46:4"},
			} {
				if got := evidence.Locator(pages, passageOf(t, pages, c.from, c.to)); got != c.want {
					t.Errorf("%q to %q stands at %q, want %q", c.from, c.to, got, c.want)
				}
			}
			if strings.Contains(pages[0].Text, "12") || pages[0].Label != "45" || len(pages[0].Paragraphs) < 9 {
				t.Errorf("page %q: %q, paragraphs %v", pages[0].Label, pages[0].Text, pages[0].Paragraphs)
			}
		})
	}
}

// passageOf finds the passage from one text to another.
func passageOf(t *testing.T, pages []evidence.Page, from, to string) evidence.Span {
	t.Helper()
	var s evidence.Span
	for _, p := range pages {
		if at := strings.Index(p.Text, from); at >= 0 {
			s = evidence.Span{Page: p.Number, Start: at, End: at + len(from)}
		}
		at := strings.Index(p.Text, to)
		switch {
		case at < 0 || s.Page == 0:
		case p.Number == s.Page:
			s.End = at + len(to)
			return s
		default:
			s.End = len(pages[s.Page-1].Text)
			s.Continues = &evidence.Span{Page: p.Number, End: at + len(to)}
			return s
		}
	}
	t.Fatalf("%q to %q is not there", from, to)
	return s
}

// TestNoTranscript leaves lists and tables as they are.
func TestNoTranscript(t *testing.T) {
	list := &strings.Builder{}
	for i := range 14 {
		fmt.Fprintf(list, "%2d  thing of the list\n", i+1)
	}
	for name, text := range map[string]string{
		"list":          list.String(),
		"prose":         "The port is open.\n1 ship came.\n2 ships left.\n\nNothing else was seen.",
		"numbered list": strings.ReplaceAll(list.String(), "  thing", ". thing"),
	} {
		if pages := readTranscript(text); pages != nil {
			t.Errorf("%s: taken for a transcript: %+v", name, pages)
		}
	}
}
