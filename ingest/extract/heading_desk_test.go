package extract

import (
	"strings"
	"testing"

	"averment/evidence"
)

// What a page says of itself or to its reader gives no party, date, amount or statement, and
// what a report says in like words gives them still.
func TestDesk(t *testing.T) {
	const report = "Drivers for Quillan Freight Ltd. filed a lawsuit on Monday that seeks $4 million.\n\nThe firm denied the claims, its lawyer said.\n\nIt runs vans in the north.\n\n"
	for _, line := range []string{
		"Copyright 2019 Orlan Media LLC. All rights reserved.",
		"This article was originally published on March 1, 2019 and has been corrected.",
		"Orlan Press writer Tom Lund contributed to this report.",
		"Reporting by Tom Lund in Dover; editing by Lena Oster",
		"Sign up for our newsletter. Join 250,000 readers. Delivered every Friday.",
		"Keep reading for $1. Unlimited access for $1 for 6 months. Cancel by December 31, 2031.",
		"Ana Ruiz covers courts for the Ledger. She joined the paper in 2015 from Orlan Media LLC.",
		"Updated 3 hours ago",
		"Want more news like this? Text NEWS to Orlan Media LLC for $0.99.",
		"Tom Lund is the labor reporter at The Ledger. Before that he spent six years at Orlan Media LLC.",
		"Editor’s note: An earlier version misstated the share of Orlan Media LLC.",
		"Do you have information about this story? Contact Tom Lund or Orlan Media LLC at 555-0101.",
		"Our journalism is paid for by 14,000 members. Support us from $5 a month.",
		"Read the latest edition of the Ledger, delivered for $2.50 by Orlan Media LLC.",
		"About the author\n\nTom Lund has reported on labor since 2003. He lives in Salem with two dogs.",
		"Originally Published: May 11, 2031 at 6:00 a.m.",
		"Tom Lund says: June 3, 2031 at 4:12 pm\n\nThey owe me $2,000, and Orlan Media LLC does too.",
		"Are you affected? Call Orlan Finch LLP for a free case review. No fee unless you win.",
	} {
		doc := &evidence.Document{Kind: evidence.Article, Title: "Drivers sue Quillan", Author: "Ana Ruiz", Publisher: "The Ledger", Pages: []evidence.Page{*page(report + line)}}
		doc.Published = &evidence.Date{Value: "2031-05-14", Precision: evidence.Day, Resolved: true}
		Facts(doc)
		for _, p := range doc.Parties {
			if strings.Contains(p.Name, "Orlan") || strings.Contains(p.Name, "Lund") || strings.Contains(p.Name, "Oster") {
				t.Errorf("%s\n party %s", line, p.Name)
			}
		}
		if len(doc.Dates) != 1 || len(doc.Amounts) != 1 {
			t.Errorf("%s\n dates %v\n amounts %v", line, doc.Dates, doc.Amounts)
		}
		for _, s := range doc.Statements {
			if s.Spans[0].Start >= len(report) {
				t.Errorf("%s\n states %q", line, s.Text)
			}
		}
	}
	for _, line := range []string{
		"Copyright infringement claims against Orlan Media LLC were dismissed.",
		"Reporting by Orlan Media LLC showed that the mine was unsafe.",
		"Advertisements for Orlan Media LLC ran all year.",
		"You can file a claim against Orlan Media LLC until June 3.",
		"Get ready for a fight, Orlan Media LLC told its rivals.",
		"Unlimited access to the files was given to Orlan Media LLC.",
	} {
		doc := &evidence.Document{Kind: evidence.Article, Pages: []evidence.Page{*page(report + line)}}
		Facts(doc)
		found := false
		for _, p := range doc.Parties {
			found = found || strings.HasPrefix(p.Name, "Orlan Media")
		}
		if !found {
			t.Errorf("%s: no party", line)
		}
	}
}
