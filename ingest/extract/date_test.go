package extract

import (
	"testing"

	"averment/evidence"
)

// datesOf reads the dates of a text that was published on the day given, "" for unknown.
func datesOf(text, published string) []evidence.DateFact {
	doc := &evidence.Document{Kind: evidence.Article, Pages: []evidence.Page{{Number: 1, Text: text, State: evidence.PageText}}}
	if published != "" {
		d, _ := evidence.ParseDate(published)
		doc.Published = &d
	}
	return readDates(newView(doc), nil)
}

func TestDates(t *testing.T) {
	const friday = "2025-01-24"
	for _, tt := range []struct {
		text, published string
		want            []string // values; "?" for unresolved
	}{
		{"The bank settled on March 3, 2024.", "", []string{"2024-03-03"}},
		{"It closed on 3 March 2024 and reopened on the 5th of April 2024.", "", []string{"2024-03-03", "2024-04-05"}},
		{"MADRID, MARCH 9, 1987 - THE MINISTRY SAID", "", []string{"1987-03-09"}},
		{"Hearings ran March 3-7, 2024.", "", []string{"2024-03-03/2024-03-07"}},
		{"Dated 2024-08-15T14:30 by the clerk.", "", []string{"2024-08-15"}},
		{"The form is dated 10/26/89.", "", []string{"1989-10-26"}},
		{"The form is dated 26/10/1989 and 3/4/1990.", "", []string{"1989-10-26", "1990-04-03"}},
		{"The form is dated 3/4/1990.", "", []string{"?"}},
		{"Stand: 15.08.2024.", "", []string{"2024-08-15"}},
		{"He was arrested on Tuesday night.", friday, []string{"2025-01-21"}},
		{"He was arrested on Tuesday night.", "", []string{"?"}},
		{"The court will hear the case on Tuesday.", friday, []string{"2025-01-28"}},
		{"He said Friday that sales rose.", friday, []string{"2025-01-24"}},
		{"The store opened last Friday.", friday, []string{"2025-01-17"}},
		{"Last August, the firm moved.", friday, []string{"2024-08"}},
		{"The firm moved in August.", friday, []string{"2024-08"}},
		{"Anyone who bought before September 18 may join.", friday, []string{"2024-09-18"}},
		{"The trial is scheduled for September 18.", friday, []string{"2025-09-18"}},
		{"They have until May 27 to respond. The clerk gave them until March 3.", friday, []string{"2025-05-27", "2025-03-03"}},
		{"The judge has set a hearing for June 18.", friday, []string{"2025-06-18"}},
		{"A hearing had been held on June 18.", friday, []string{"2024-06-18"}},
		{"DATED this 30th day of July, 2025, at Tacoma.", "", []string{"2025-07-30"}},
		{"It broke in Oct '0 and in Oct '04.", friday, []string{"2004-10"}},
		{"It was done that same day.", friday, []string{"?"}},
		{"The mine shut in August 2024. A month later, it reopened.", friday, []string{"2024-08", "2024-09"}},
		{"The mine shut on 4 May 2024. It reopened the following day.", friday, []string{"2024-05-04", "2024-05-05"}},
		{"It changed the rules last year. It hid this a month later.", "", []string{"?", "?"}},
		{"It changed the rules last year.", friday, []string{"2024"}},
		{"Two years ago and earlier this year they met yesterday.", friday, []string{"2023", "2025", "2025-01-23"}},
		{"Profit fell in the third quarter of 1989.", "", []string{"1989-Q3"}},
		{"Profit fell in Q3 2024 and in the fourth quarter.", friday, []string{"2024-Q3", "2024-Q4"}},
		{"They met in the summer of 2024 and last winter.", friday, []string{"2024-SU", "2023-WI"}},
		{"Fiscal 1989 beat fiscal year 1988 and FY2024.", "", []string{"1989", "1988", "2024"}},
		{"The week of March 3, 2025 is free.", "", []string{"2025-W10"}},
		{"From June 2021 to August 2022 it paid rent.", "", []string{"2021-06/2022-08"}},
		{"From June 1 through June 30, 2021 it paid rent.", "", []string{"2021-06-01/2021-06-30"}},
		{"Revenue in 2023 beat 2,022 stores and 1990s fashion.", "", []string{"2023"}},
		{"It sold 2000 cars to 1999 people at 2010 Main Street.", friday, nil},
		{"The April figures were good and the March sales rose.", friday, []string{"2024-04", "2024-03"}},
		{"Sun Microsystems and Theresa May met the second panel on Route 2015.", friday, nil},
		{"Fares rose in October of that year.", friday, []string{"?"}},
		{"The mine shut in May 2019 and reopened in October of that year.", friday, []string{"2019-05", "2019-10"}},
		{"Profit rose in the first half of 1989.", "", []string{"1989-01/1989-06"}},
		{"They may march on the sun for a second, we said.", friday, nil},
		{"May Smith and April Jones met Mark March.", friday, nil},
		{"It fell the week of Sunday Times fame on Black Friday.", friday, nil},
		// holidays
		{"Schools close on Christmas Day and met on New Year's Eve 2019.", friday, []string{"2024-12-25", "2019-12-31"}},
		{"Memorial Day sales were up; they will meet on Labor Day.", friday, []string{"2024-05-27", "2025-09-01"}},
		{"The shelter fed 900 on Thanksgiving, and last Easter. It sold Christmas trees to Easter shoppers by Halloween fans.", friday, []string{"2024-11-28", "2024-03-31"}},
		{"Security changed after 9/11, and since the Sept. 11 attacks it has cost more; 19/11 came on 10/19/11.", friday, []string{"2001-09-11", "2001-09-11", "2011-10-19"}},
		// counts that a day or a period fixes
		{"Two Fridays ago it rained; a week ago Tuesday it snowed.", friday, []string{"2025-01-10", "2025-01-14"}},
		{"Thirty years ago this month the mine flooded, and fifteen years ago it shut.", friday, []string{"1995-01", "2010"}},
		{"The order came one day after Tuesday's hearing and a week after the Jan. 3 vote.", friday, []string{"2025-01-22", "2025-01-21", "2025-01-10", "2025-01-03"}},
		{"It was slow in August and September 2022, and met on March 3 and 4, 2021, and on Oct. 5 and Nov. 6, 2020.", friday, []string{"2022-08", "2022-09", "2021-03-03", "2021-03-04", "2020-10-05", "2020-11-06"}},
		// habits are no dates
		{"The court sits every Monday and Thursday. The shop is open Monday through Friday, and each Sunday.", friday, nil},
		{"His term runs out in March, and the rule takes effect June 1.", friday, []string{"2025-03", "2025-06-01"}},
		{"The rate for March and output in the 12 months to April fell from 2005 levels.", friday, []string{"2024-03", "2024-04", "2005"}},
		{"It opened in the spring of 2022 and shut that autumn.", friday, []string{"2022-SP", "2022-AU"}},
		{"Production began in mid-2022 and ended in late May.", friday, []string{"2022", "2024-05"}},
		{"Just hours earlier, the president spoke.", friday, []string{"?"}},
		{"On the evening of Jan. 5 he fled.", friday, []string{"2025-01-05"}},
		{"The crop of 1986/87 was poor.", "", []string{"1986/1987"}},
		{"Net rose from 3 mln dlrs a year earlier.", "1987-03-09", []string{"1986"}},
		// ends and parts of periods
		{"The sale should be done by the end of the year, and the mill will shut by year-end.", friday, []string{"2025", "2025"}},
		{"It was paid at end-March 1987 and drawn down by end-1988.", "", []string{"1987-03", "1988"}},
		{"The plant ran in 2011 and sold well until the end of the year.", friday, []string{"2011", "2011"}},
		{"The strike began earlier in the week.", friday, []string{"2025-W04"}},
		{"Talks went on over the weekend.", "2025-01-20", []string{"2025-01-18/2025-01-19"}},
		{"It will open for the weekend; it reopens over the weekend.", friday, []string{"2025-01-25/2025-01-26"}},
		{"It should be ready by summer. It was dry in the spring, in the spring of hope.", friday, []string{"2025-SU", "2024-SP"}},
		{"The spring term and the fall of the mark were long; spring water fell in fall fashion.", friday, nil},
		{"The rent is due on the 28th. He left on the 30th, from the 5th floor.", friday, []string{"2025-01-28", "2024-12-30"}},
		// quarters as reports print them
		{"In the latest quarter, sales rose from the year-ago quarter.", friday, []string{"2024-Q4", "2023-Q4"}},
		{"Third-quarter profit fell from $3 million in the year-earlier period.", "1989-11-02", []string{"1989-Q3", "1988-Q3"}},
		{"4th qtr 1986 net and 1986 fourth quarter net; 1987's first quarter.", "", []string{"1986-Q4", "1986-Q4", "1987-Q1"}},
		{"It lost 3 mln dlrs in the first quarter, against 2 mln in the same period last year.", "1988-05-04", []string{"1988-Q1", "1987-Q1"}},
		{"Sales in the third quarter of 1986 beat the same 1985 period and the same quarter of 1984.", "", []string{"1986-Q3", "1985-Q3", "1984-Q3"}},
		{"In the same period of grace they met.", friday, nil},
		{"In the first half of the year it lost money.", "1989-11-02", []string{"1989-01/1989-06"}},
		// decades
		{"Built in the 1960s, rebuilt in the mid-1980s and the '90s.", "", []string{"1960/1969", "1980/1989", "1990/1999"}},
		{"In the 1900s they wore 1990s coats at 80s prices.", "", nil},
		// without a tense: the nearest a few weeks ahead, else the past
		{"Dividend payable Feb. 20 to holders of record Feb. 3.", friday, []string{"2025-02-20", "2025-02-03"}},
		{"A photograph from June 3.", friday, []string{"2024-06-03"}},
		{"1986 net includes a gain. 1987 people came.", "", []string{"1986"}},
		{"Orders for September fell from August.", friday, []string{"2024-09", "2024-08"}},
		{"A seat for May; the flight is planned for April.", friday, []string{"2025-04"}},
		{"The deal closed three days ago, last week and last month.", friday, []string{"2025-01-21", "2025-W03", "2024-12"}},
	} {
		got := datesOf(tt.text, tt.published)
		var values []string
		for _, d := range got {
			v := d.Value
			if !d.Resolved {
				v = "?"
			}
			values = append(values, v)
		}
		if !equal(values, tt.want) {
			t.Errorf("%q\n got %q\nwant %q", tt.text, values, tt.want)
		}
	}
}

func equal(a, b []string) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}
