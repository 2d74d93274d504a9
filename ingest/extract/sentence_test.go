package extract

import (
	"strings"
	"testing"

	"averment/evidence"
)

// cutSentences fills in the sentences of a page.
func cutSentences(p *evidence.Page) {
	d := &evidence.Document{Pages: []evidence.Page{*p}}
	newView(d)
	*p = d.Pages[0]
}

func page(text string) *evidence.Page {
	return &evidence.Page{Number: 1, Text: text, State: evidence.PageText}
}

// sentences splits text and gives the sentences as printed.
func sentences(text string) []string {
	p := page(text)
	cutSentences(p)
	var out []string
	for _, r := range p.Sentences {
		out = append(out, text[r.Start:r.End])
	}
	return out
}

func TestSentences(t *testing.T) {
	tests := []struct{ name, in string }{ // | marks each boundary
		{"plain", "The court ruled.| The firm will appeal."},
		{"versus", "In Okafor v. Northlake Networks, Inc. the court agreed.| It was late."},
		{"number sign", "See Case No. 12 and Nos. 4 and 5 below.| Then stop."},
		{"statute", "It sued under 18 U.S.C. § 2701.| It lost under 42 U.S.C. § 1983 again."},
		{"citation", "See Smith v. Jones, 12 F.3d 34, 36 (9th Cir. 1999); Cal. Civ. Code § 1709.| Id. at 37.| The motion is denied."},
		{"corporate end", "He joined Acme Inc.| The firm grew."},
		{"firm after firm", "They sued Acme Corp.| Day Lee PC, the law firm for Acme, was silent."},
		{"firm speaks after firm", "The jury ruled for Dorne & Co. Ltd.| Kestrel said it would sue."},
		{"officer after firm", "The suit was filed by Harbor Inc. Treasurer Ana Ruiz, who left."},
		{"corporate inside", "He joined Acme Inc. Tuesday and left Acme Corp. Chairman Bell stayed."},
		{"initials", "J. R. Ewing and Mary K. Stone testified.| They left."},
		{"quote after stop", "“It failed.”| Mr. Day agreed."},
		{"quote goes on", "“Is it over?” he asked.| “No!” she said."},
		{"straight quotes", "\"It failed.\"| Mr. Day agreed."},
		{"glued quote", "This had already taken place.|\"Their acts show a pattern,\" the suit said."},
		{"glued word", "The deal had closed.|Shares rose."},
		{"ellipsis inside", "Their acts... show a pattern and … a plan.| So it goes."},
		{"spaced ellipsis", "The acts . . . show a pattern.| It is plain."},
		{"number end", "It happened in 2024.| The firm paid $1.7 million.| Then it left."},
		{"decimal and domain", "It lost 1.5 percent at Booking.com and went on."},
		{"list number", "27. Defendant copied the data.\n\n|28. It hid this."},
		{"us open", "It left the U.S.| The rest stayed."},
		{"us inside", "The U.S. District Court agreed."},
		{"time", "It filed at 5 p.m. Tuesday.| It closed at 6 p.m.| The next day it reopened."},
		{"bracket", "It left (see Dkt. 4).| It came back.| (It was late.)| So."},
		{"no stop", "A heading without a stop"},
		{"paragraph of a pleading", "It leaked.| (See Compl. ¶ 4.)| Answer ¶ 5 denies it."},
		{"firm with a mark", "Yahoo! Inc. settled.| It paid."},
		{"parts", "It failed as shown.| See also fig. 3 and app. 2."},
		{"month", "On Sept. 3 it came.| On Jan. 4 it left."},
		{"doctor", "Dr. Bell saw Gov. Hall and Sen. Ruiz in St. Louis.| All agreed."},
		{"semicolon", "It came; it went.| It stayed."},
		{"quote then stop", "They aimed to “minimise scrutiny”.| It failed."},
		{"quoted word at end", "It called them \"false claims with no merit\".| The plaintiffs disagree."},
		{"heading", "Legal and Financial Stakes\n\n|Filed in May, the suit seeks damages."},
		{"wrapped lines", "The company, which makes pipes and valves for the oil\ntrade, said on Monday that it would not pay its\ncreditors until March. |It gave no reason for the delay and shares fell.\n|    A spokesman for the company declined to say when the\nsum would be paid."},
		{"possessive plural", "It sold its users' data.| The users' lawyers objected."},
		{"section sign", "It violates Cal. Bus. & Prof. Code § 17200 et seq. and Cal. Penal Code § 502."},
		{"id with pin", "The rule is plain.| Id. at 12.| See id. § 4."},
		{"question", "Who knew?| Nobody did."},
		{"word no", "The answer is no.| They left."},
		{"bullets", "• First item of the list\n|• Second item of the list"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var want []string
			for s := range strings.SplitSeq(tt.in, "|") {
				want = append(want, strings.TrimSpace(s))
			}
			got := sentences(strings.ReplaceAll(tt.in, "|", ""))
			if g, w := strings.Join(got, "|"), strings.Join(want, "|"); g != w {
				t.Errorf("\n got %s\nwant %s", g, w)
			}
		})
	}
}

func TestSentencesLeaveFurnitureOut(t *testing.T) {
	const text = "Home\nAbout us\nThe court ruled. It was late.\nRead more"
	p := page(text)
	p.Furniture = []evidence.Range{{Start: 0, End: 14}, {Start: strings.Index(text, "Read"), End: len(text)}}
	cutSentences(p)
	if len(p.Sentences) != 2 || text[p.Sentences[0].Start:p.Sentences[0].End] != "The court ruled." {
		t.Errorf("sentences %v", p.Sentences)
	}
}

func TestSentencesFollowGivenParagraphs(t *testing.T) {
	const text = "A heading\nThe court\nruled"
	p := page(text)
	p.Paragraphs = []int{0, 10}
	cutSentences(p)
	if len(p.Sentences) != 2 || p.Sentences[1].End != len(text) {
		t.Errorf("sentences %v", p.Sentences)
	}
}

func FuzzSentences(f *testing.F) {
	f.Add("A v. B, Inc. said \"no.\" It’s … 1.2\n\n• x", 2, 5)
	f.Add("“A.”B’s", 0, 0)
	f.Fuzz(func(t *testing.T, text string, a, b int) {
		text = strings.ToValidUTF8(text, "?")
		p := page(text)
		if 0 <= a && a < b && b <= len(text) {
			p.Furniture = []evidence.Range{{Start: a, End: b}}
		}
		cutSentences(p)
		last := 0
		for _, s := range p.Sentences {
			if s.Start < last || s.End <= s.Start || s.End > len(text) {
				t.Fatalf("sentence %v after %d in %q", s, last, text)
			}
			if p.InFurniture(s) {
				t.Fatalf("sentence %v in furniture", s)
			}
			last = s.End
		}
	})
}
