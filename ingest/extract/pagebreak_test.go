package extract

import (
	"fmt"
	"strings"
	"testing"

	"averment/evidence"
)

// paged makes a document of pages; what stands between ‹ and › is furniture.
func paged(texts ...string) *evidence.Document {
	d := &evidence.Document{}
	for i, text := range texts {
		p := evidence.Page{Number: i + 1, State: evidence.PageText}
		for {
			before, rest, ok := strings.Cut(text, "‹")
			p.Text += before
			if !ok {
				break
			}
			mark, after, _ := strings.Cut(rest, "›")
			p.Furniture = append(p.Furniture, evidence.Range{Start: len(p.Text), End: len(p.Text) + len(mark)})
			p.Text, text = p.Text+mark, after
		}
		d.Pages = append(d.Pages, p)
	}
	return d
}

func TestSentencesOverPageBreaks(t *testing.T) {
	tests := []struct {
		name  string
		pages []string
		want  string // the sentence that runs over, "" for none
	}{
		{"small word", []string{"It rained. The mill kept its gates", "open until noon. Then it closed."}, "The mill kept its gates open until noon."},
		{"furniture between", []string{"The mill kept its gates\n\n‹- 4 -›", "‹Case 1:20-cv-00001 Page 5 of 9›\n\nopen until noon. Then it closed."}, "The mill kept its gates open until noon."},
		{"hyphen that cuts", []string{"The carrier signed the con-\n‹3›", "tract of sale."}, "The carrier signed the contract of sale."},
		{"hyphen of the word", []string{"A part of three was sold. The jury heard a three-", "part story of the sale. That part was short."}, "The jury heard a three-part story of the sale."},
		{"function word, capital", []string{"The papers were served on the registered agent of", "Harbour Tin Company in March. It answered."}, "The papers were served on the registered agent of Harbour Tin Company in March."},
		{"case name", []string{"The rule was settled long ago in Osgood v.", "Pell Harbour Co., 12 F.3d 14 (2d Cir. 1999). It holds."}, "The rule was settled long ago in Osgood v. Pell Harbour Co., 12 F.3d 14 (2d Cir. 1999)."},
		{"amount", []string{"The board agreed to pay the widow a sum of $", "40,000 in two parts. She took it."}, "The board agreed to pay the widow a sum of $ 40,000 in two parts."},
		{"heading behind", []string{"The mill kept its gates open and the workers of the", "ARGUMENT\n\nThe gates were open."}, ""},
		{"paragraph behind", []string{"The mill kept its gates open until noon.", "then it closed."}, ""},
		{"numbered paragraph behind", []string{"The following was sold to the buyer", "12. The buyer paid nothing."}, ""},
		{"item behind", []string{"The buyer shall pay for the following;", "(b) the cost of carriage."}, ""},
		{"heading before", []string{"It rained.\n\nSTATEMENT OF FACTS", "The mill was old and the roof was thin."}, ""},
		{"signature", []string{"The motion should be granted.\n\nRespectfully submitted,", "Ana Ruiz\nCounsel for the defendant"}, ""},
		{"page number nobody marked", []string{"The mill kept its gates\n\n12", "open until noon. Then it closed."}, "The mill kept its gates open until noon."},
		{"footnote nobody marked", []string{"The mill kept its gates\n\n4 See the report of the warden.", "open until noon. Then it closed."}, "The mill kept its gates open until noon."},
		{"footnote above the number of the text", []string{"The gates were open.\n\n2 Thus, the\n\n2 See the report, which was written for the purpose\n\n‹7›", "warden was at fault. Then it closed."}, "2 Thus, the warden was at fault."},
		{"footnote and a capital", []string{"The sum was paid in May to the widow of\n\n* Not to be published.", "Osgood Pell by the harbour. Then it closed."}, "The sum was paid in May to the widow of Osgood Pell by the harbour."},
		{"printed page of a slip opinion", []string{"The gates of the mill were kept", "[*8] open until noon. Then it closed."}, "The gates of the mill were kept open until noon."},
		{"three pages", []string{"The mill kept its gates", "open for the whole of that", "long day. Then it closed."}, "The mill kept its gates open for the whole of that long day."},
		{"colon and a block", []string{"The warden wrote the following words to the board:", "The gates are old."}, ""},
		{"question ended", []string{"Why were the gates of the mill left open?", "nobody knows."}, ""},
	}
	for _, test := range tests {
		d := paged(test.pages...)
		Facts(d)
		got := ""
		for s := range evidence.Sentences(d.Pages) {
			if s.Continues != nil {
				got = s.Text(d.Pages)
			}
		}
		if got = oneLine(got); got != test.want {
			t.Errorf("%s: %q, want %q", test.name, got, test.want)
		}
	}
}

func TestQuotationOverPageBreak(t *testing.T) {
	d := paged("The plant closed in May. “We kept the gates open for as long as we could. It was\n‹7›", "‹The Harbour Ledger›\n\nthe right thing to do,” said Ana Ruiz, the warden. She left.")
	Facts(d)
	if len(d.Quotations) != 1 {
		t.Fatalf("%d quotations: %+v", len(d.Quotations), d.Quotations)
	}
	q := d.Quotations[0]
	if want := "We kept the gates open for as long as we could. It was the right thing to do,"; q.Text != want || q.Speaker != "Ana Ruiz" {
		t.Errorf("%q by %q", q.Text, q.Speaker)
	}
	if c := q.Spans[0].Continues; c == nil || c.Page != 2 || q.Spans[0].Text(d.Pages) != q.Text || q.SpeakerSpan.Page != 2 || q.SpeakerSpan.Text(d.Pages) != "Ana Ruiz" {
		t.Errorf("spans %+v, speaker %+v", q.Spans, q.SpeakerSpan)
	}
}

// A sentence may end at the break while the quotation in which it stands goes on.
func TestQuotationOfSentencesOverPageBreak(t *testing.T) {
	d := paged("The warden of the mill was asked about it. “We kept the gates open.", "It was the right thing to do,” said Ana Ruiz. “Nobody was hurt.”")
	Facts(d)
	if len(d.Quotations) != 2 || d.Quotations[0].Text != "We kept the gates open. It was the right thing to do," {
		t.Errorf("quotations: %+v", d.Quotations)
	}
}

func TestFactsOverPageBreaks(t *testing.T) {
	d := paged("The complaint alleges that Harbour Tin Company was paid $4\n‹2›", "‹3›\nmillion for breach of\ncontract on March", "4, 2021, in violation of 18 U.S.C.\n‹4›", "§ 2701, which it denies. The end came.")
	d.Published = nil
	Facts(d)
	got := map[string]string{}
	for _, a := range d.Amounts {
		got["amount "+fmt.Sprint(a.Value)] = a.Spans[0].Text(d.Pages)
	}
	for _, x := range d.Dates {
		got["date "+x.Value] = x.Spans[0].Text(d.Pages)
	}
	for _, c := range d.Citations {
		got["citation "+c.Normal] = c.Spans[0].Text(d.Pages)
	}
	for _, c := range d.Causes {
		got["cause "+c.Name] = oneLine(c.Spans[0].Text(d.Pages))
	}
	for key, want := range map[string]string{"amount 4e+06": "$4 million", "date 2021-03-04": "March 4, 2021",
		"citation 18 U.S.C. § 2701": "18 U.S.C. § 2701", "cause breach of contract": "breach of contract"} {
		if got[key] != want {
			t.Errorf("%s: %q in %v", key, got[key], got)
		}
	}
}

// checkSpans tells the spans of a document that lie outside their page, touch furniture,
// go backwards, or do not print the text that the fact has.
func checkSpans(d *evidence.Document) (bad []string) {
	check := func(what string, s evidence.Span, text string) {
		last := 0
		for part := &s; part != nil; part = part.Continues {
			switch {
			case part.Page <= last || part.Page > len(d.Pages) || part.Start < 0 || part.Start >= part.End || part.End > len(d.Pages[part.Page-1].Text):
				bad = append(bad, fmt.Sprintf("%s: %+v lies outside", what, *part))
				return
			case d.Pages[part.Page-1].InFurniture(evidence.Range{Start: part.Start, End: part.Start + 1}):
				bad = append(bad, fmt.Sprintf("%s: %+v begins in furniture", what, *part))
			}
			last = part.Page
		}
		if text != "" && s.Text(d.Pages) != text {
			bad = append(bad, fmt.Sprintf("%s: %q is printed %q", what, text, s.Text(d.Pages)))
		}
	}
	for i, p := range d.Pages {
		last := 0
		for _, r := range p.Sentences {
			if r.Start < last || r.End <= r.Start || r.End > len(p.Text) {
				bad = append(bad, fmt.Sprintf("page %d: sentence %v", i+1, r))
			}
			last = r.End
		}
		if p.Carries > len(p.Sentences) || p.Carries > 0 && (i+1 == len(d.Pages) || len(d.Pages[i+1].Sentences) == 0) {
			bad = append(bad, fmt.Sprintf("page %d carries sentence %d", i+1, p.Carries))
		}
	}
	for _, f := range d.Parties {
		for _, s := range f.Spans {
			check("party "+f.Name, s, "")
		}
	}
	for _, f := range d.Dates {
		check("date", f.Spans[0], f.Surface)
	}
	for _, f := range d.Amounts {
		check("amount", f.Spans[0], "")
	}
	for _, f := range d.Causes {
		for _, s := range f.Spans {
			check("cause", s, "")
		}
	}
	for _, f := range d.Citations {
		check("citation", f.Spans[0], "")
	}
	for _, f := range d.Quotations {
		check("quotation", f.Spans[0], f.Text)
		if f.SpeakerSpan != nil {
			check("speaker", *f.SpeakerSpan, "")
		}
	}
	for _, f := range d.Statements {
		check("statement", f.Spans[0], f.Text)
		if f.CueSpan != nil {
			check("cue", *f.CueSpan, "")
		}
		if f.SpeakerSpan != nil {
			check("speaker", *f.SpeakerSpan, "")
		}
	}
	return bad
}

// FuzzPageBreaks cuts a text in pieces at any two places and looks at every span.
func FuzzPageBreaks(f *testing.F) {
	f.Add("The lawsuit said “the gates were left open” in May 2020. Osgood v. Pell Co., 12 F.3d 14, held that $4 million was due.", 30, 70, "- 3 -")
	f.Add("The con-\ntract was signed; Harbour Tin Co. (“Harbour”), a com-pany, denies it.\n\n4 See id. at 12.\n\nit went on", 8, 20, "")
	f.Add("“One two. Three four.\n\n“Five six,” said Ana Ruiz, a lawyer for the plaintiff.", 10, 24, "Page 2")
	f.Fuzz(func(t *testing.T, text string, a, b int, foot string) {
		text, foot = strings.ToValidUTF8(text, ""), strings.ToValidUTF8(foot, "")
		clean := strings.NewReplacer("‹", "", "›", "", "\x00", "")
		text, foot = clean.Replace(text), clean.Replace(foot)
		if len(text) < 4 {
			return
		}
		a, b = min(abs(a)%len(text), abs(b)%len(text)), max(abs(a)%len(text), abs(b)%len(text))
		pages := []string{text[:a], text[a:b], text[b:]}
		for i := range pages {
			pages[i] = strings.ToValidUTF8(pages[i], "") + "\n‹" + foot + "›"
		}
		d := paged(pages...)
		Facts(d)
		for _, bad := range checkSpans(d) {
			t.Error(bad)
		}
	})
}

func abs(n int) int { return max(n, -max(n, -1<<62)) }
