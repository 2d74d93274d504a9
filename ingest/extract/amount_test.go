package extract

import (
	"fmt"
	"strings"
	"testing"

	"averment/evidence"
)

// amountsOf reads the amounts of a text; causes are found by their names as given.
func amountsOf(text string, causes ...string) []evidence.Amount {
	doc := &evidence.Document{Pages: []evidence.Page{{Number: 1, Text: text, State: evidence.PageText}}}
	for _, name := range causes {
		if i := strings.Index(text, name); i >= 0 {
			doc.Causes = append(doc.Causes, evidence.Cause{Name: name, Spans: []evidence.Span{{Page: 1, Start: i, End: i + len(name)}}})
		}
	}
	v := newView(doc)
	var taken []evidence.Span
	for _, d := range readDates(v, nil) {
		taken = append(taken, d.Spans...)
	}
	return readAmounts(v, taken, doc.Causes)
}

// brief writes an amount as "value[-high] currency|unit [/per] [bound] [for] [law]".
func brief(a evidence.Amount) string {
	s := fmt.Sprintf("%.6g", a.Value)
	if a.High != nil {
		s += fmt.Sprintf("-%.6g", *a.High)
	}
	for _, part := range []string{a.Currency, a.Unit} {
		if part != "" {
			s += " " + part
		}
	}
	if a.Per != "" {
		s += " /" + a.Per
	}
	if a.Bound != "" {
		s += " <" + a.Bound + ">"
	}
	if a.For != "" {
		s += " for " + a.For
	}
	if a.Law != "" {
		s += " [" + a.Law + "]"
	}
	for _, o := range a.Also {
		s += " = " + brief(o)
	}
	return s
}

func TestAmounts(t *testing.T) {
	for _, tt := range []struct {
		text   string
		causes []string
		want   []string
	}{
		{"The airline took $1.7bn in revenue.", nil, []string{"1.7e+09 USD for revenue"}},
		{"It earned 10.53 billion dlrs and 15 mln dlrs.", nil, []string{"1.053e+10 USD for profit", "1.5e+07 USD for profit"}},
		{"Prices rose 15 pct after 3-1/2 per cent.", nil, []string{"15 %", "3.5 %"}},
		{"It seeks €500 (£420) per passenger.", nil, []string{"500 EUR /person for relief = 420 GBP"}},
		{"The suit asks for between $5 and $10 million.", nil, []string{"5e+06-1e+07 USD for relief"}},
		{"A fine of up to £17.5m was possible.", nil, []string{"1.75e+07 GBP <up to> for fine"}},
		{"The chain has more than two million users, nearly a quarter of them abroad.", nil, []string{"2e+06 users <over>", "25 % <about>"}},
		{"Almost 25% of staff and half of the drivers left.", nil, []string{"25 % <about>", "50 %"}},
		{"They want unspecified damages for negligence and $700 per driver for violating the Wage Act.", []string{"negligence", "Wage Act"},
			[]string{"0 <unspecified> for relief [negligence]", "700 USD /driver for relief [Wage Act]"}},
		{"It demands $700 per driver under the Wage Act as well as an unspecified amount for negligence.", []string{"negligence", "Wage Act"},
			[]string{"700 USD /driver for relief [Wage Act]", "0 <unspecified> for relief [negligence]"}},
		{"A$5 million and US$3.2m and HK$7 billion.", nil, []string{"5e+06 AUD", "3.2e+06 USD", "7e+09 HKD"}},
		{"Shares rose to 1.50 dlrs a share from 50 cents.", nil, []string{"1.5 USD /share", "0.5 USD"}},
		{"It acts for millions of gym members.", nil, []string{"1e+06 members <at least>"}},
		{"Section 230 of Title 47 and Rule 12 and Office 365 users.", nil, nil},
		{"In 2023 the firm had 7,000-plus suppliers.", nil, []string{"7000 suppliers <over>"}},
		{"Half a million dollars, or 500,000 Canadian dollars.", nil, []string{"500000 USD", "500000 CAD"}},
		{"It was fined two hundred and no more than 40 people came.", nil, []string{"40 people <up to>"}},
		{"The shop brought them $2m; brought a $3m counter.", nil, []string{"2e+06 USD for revenue", "3e+06 USD"}},
		{"It earned $4 million from licences and raised $9 million from backers.", nil, []string{"4e+06 USD for revenue", "9e+06 USD for investment"}},
		{"They want $5,000 for each affected household and $90 per day.", nil, []string{"5000 USD /household", "90 USD /day"}},
		{"Jurors awarded her $4.2 million in compensatory damages; she had sought $9m in damages.", nil, []string{"4.2e+06 USD for award", "9e+06 USD for relief"}},
		{"It agreed to pay $7.5 million to end claims of overcharging.", nil, []string{"7.5e+06 USD for settlement"}},
		{"Lawyers take one-third of the fund, 12.5 basis points or 3 million Swiss francs.", nil, []string{"33.3333 %", "12.5 points", "3e+06 CHF"}},
		{"1 Attorneys for the plaintiff", nil, nil},
		{"One in five riders and nine out of ten drivers left; two in five days, 1 in 2019.", nil, []string{"20 %", "90 %", "5 days"}},
		{"It paid five hundred thousand dollars ($500,000) within thirty (30) days.", nil, []string{"500000 USD for payment", "30 days"}},
		{"The sum of Fifty Thousand and 00/100 Dollars ($50,000.00) is due.", nil, []string{"50000 USD"}},
		{"Fines reach 4% of global annual turnover or €20 million.", nil, []string{"4 % for fine", "2e+07 EUR for fine"}},
		{"Revenue rose to $2.3 billion from $2 billion.", nil, []string{"2.3e+09 USD for revenue", "2e+09 USD for revenue"}},
		{"The jury awarded punitive damages of $40 million.", nil, []string{"4e+07 USD for award"}},
		{"Damages range from $750 to $30,000 per work.", nil, []string{"750-30000 USD /work for relief"}},
		{"The calf weighs 200 pounds; the ticket was 90 pounds.", nil, []string{"200 pounds", "90 GBP"}},
		{"It raised $40 million in a Series B round; a pass costs $99.", nil, []string{"4e+07 USD for investment", "99 USD for price"}},
		{"The fee is capped at $500, and 40-odd members pay $20 or so.", nil, []string{"500 USD <up to> for fee", "40 members <about>", "20 USD <about> for payment"}},
		{"She paid $1,200 or more each month.", nil, []string{"1200 USD /month <at least> for payment"}},
	} {
		var got []string
		for _, a := range amountsOf(tt.text, tt.causes...) {
			got = append(got, brief(a))
			if s := a.Spans[0]; tt.text[s.Start:s.End] != a.Surface {
				t.Errorf("%q: span holds %q, surface is %q", tt.text, tt.text[s.Start:s.End], a.Surface)
			}
		}
		if !equal(got, tt.want) {
			t.Errorf("%q\n got %q\nwant %q", tt.text, got, tt.want)
		}
	}
}
