package extract

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"averment/evidence"
)

// mailOf is a mail of Ines Park, sent on Friday 4 October 2024.
func mailOf(text string) *evidence.Document {
	sent, _ := evidence.ParseDate("2024-10-04")
	return &evidence.Document{Kind: evidence.Mail, Author: `"Park, Ines" <ines@example.org>`, Published: &sent,
		Mail:  &evidence.Headers{From: `"Park, Ines" <ines@example.org>`},
		Pages: []evidence.Page{{Number: 1, Text: text, State: evidence.PageText}}}
}

func TestMailParts(t *testing.T) {
	for _, tt := range []struct{ name, text, want string }{
		{"answered, quoted lines", "I expect the switch to be off.\n\n> The switch is on.\n",
			"Ines Park: the switch to be off; : The switch is on"},
		{"attribution and depth", "The valve leaks.\n\nOn Thu, Oct 3, 2024 at 4:20 PM Dev Anand <dev@example.org> wrote:\n> The valve is new.\n>\n> On Wed, Oct 2, 2024 at 8:01 AM Rosa Lind\n> <rosa@example.org> wrote:\n>> The pump was sold.\nThe pump was lent.\n",
			"Ines Park: The valve leaks; Dev Anand: The valve is new; Rosa Lind: The pump was sold; Ines Park: The pump was lent"},
		{"forwarded with fields", "The report is late.\n\n-----Original Message-----\nFrom: Dev Anand\nSent: Monday, September 30, 2024 9:12 AM\nTo: Ines Park\nSubject: Report\n\nThe report was lost.\n",
			"Ines Park: The report is late; Dev Anand: The report was lost"},
		{"signature and notices", "The report is late.\n\nKind regards,\nInes Park\nHead of Pumps at Dryden Works\n\nThis message and any attachments are confidential. If you are not the intended\nrecipient, you must delete it.\n",
			"Ines Park: The report is late"},
		{"behind two dashes", "The report is late.\n\n-- \nInes Park\nWe are hiring two engineers this year.\nSent from my phone", "Ines Park: The report is late"},
		{"a line that only begins so", "On Friday the board wrote to us.\n\nThe pump is safe.\n", "Ines Park: On Friday the board wrote to us; Ines Park: The pump is safe"},
	} {
		doc := mailOf(tt.text)
		Facts(doc)
		var got []string
		for _, s := range doc.Statements {
			got = append(got, s.Speaker+": "+s.Text)
		}
		if strings.Join(got, "; ") != tt.want {
			t.Errorf("%s:\n got %s\nwant %s", tt.name, strings.Join(got, "; "), tt.want)
		}
	}
}

func TestMailAnchors(t *testing.T) {
	doc := mailOf("It broke on Tuesday.\n\n----- Forwarded message -----\nFrom: Dev Anand\nDate: 12 March 2024\n\nIt broke on Monday.\n")
	Facts(doc)
	var got []string
	for _, d := range doc.Dates {
		got = append(got, d.Value)
	}
	if want := "[2024-10-01 2024-03-12 2024-03-11]"; fmt.Sprint(got) != want {
		t.Errorf("got %v, want %s: what is forwarded is reckoned from its own date", got, want)
	}
}

func TestUnquotedMailStaysText(t *testing.T) {
	for _, text := range []string{"A\n\u00a0> b\n", "\u2003>\u2003> b wrote:\nc"} {
		if plain := unquotedMail(text); len(plain) != len(text) || !utf8.ValidString(plain) || strings.Contains(plain, ">") {
			t.Errorf("%q became %q", text, plain)
		}
	}
}

func FuzzMailParts(f *testing.F) {
	f.Add("On 3 Oct 2024, at 10:00, A wrote:\n>> x\n> y\n--\nz")
	f.Add("From: a\nSent: b\nTo: c\n\n> \n")
	f.Fuzz(func(t *testing.T, text string) {
		plain := unquotedMail(text)
		if len(plain) != len(text) {
			t.Fatalf("%d bytes became %d", len(text), len(plain))
		}
		parts, marks := mailParts(text, "A", mailPart{}.sent)
		last := -1
		for _, p := range parts {
			if p.start <= last || p.start > len(text) {
				t.Fatalf("parts out of order: %+v", parts)
			}
			last = p.start
		}
		for _, m := range marks {
			if m.Start < 0 || m.Start > m.End || m.End > len(text) {
				t.Fatalf("mark %+v in %d bytes", m, len(text))
			}
		}
	})
}
