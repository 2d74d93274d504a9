package search

import (
	"errors"
	"strings"
	"testing"
)

// TestHabits gives queries as other programs want them, with what they are read as here
// and the other reading that the warning offers; "" for no warning.
func TestHabits(t *testing.T) {
	for _, c := range []struct{ in, out, other string }{
		{`lease BUT NOT rent`, `lease AND NOT rent`, ``},
		{`lease but not w/5 rent`, `lease NOT w/5 rent`, ``},
		{`lease –rent`, `lease AND NOT rent`, ``},
		{`lease −"ground rent"`, `lease AND NOT "ground rent"`, ``},
		{`lease –(rent OR dues)`, `lease AND NOT (rent OR dues)`, ``},
		{`lease – rent`, `lease AND rent`, ``},
		{`2019 –2020`, `2019 AND 2020`, ``},
		{`atl3(lease)`, `atleast3(lease)`, ``},
		{`lease % rent`, `lease AND rent`, `lease AND NOT rent`},
		{`50% of rent`, `50 AND of AND rent`, ``},
		{`le%ase`, `le%ase`, `lease~1`},
		{`lease w5 rent`, `lease AND w5 AND rent`, `lease w/5 rent`},
		{`lease w / 5 rent`, `lease AND w AND 5 AND rent`, `lease w/5 rent`},
		{`lease NEAR3 rent`, `lease AND NEAR3 AND rent`, `lease w/3 rent`},
		{`lease AROUND(4) rent`, `lease AND AROUND AND 4 AND rent`, `lease w/4 rent`},
		{`lease adj2 rent`, `lease AND adj2 AND rent`, `lease pre/2 rent`},
		{`lease onear/2 rent`, `lease AND onear/2 AND rent`, `lease pre/2 rent`},
		{`lease pre5 rent`, `lease AND pre5 AND rent`, `lease pre/5 rent`},
		{`lease within 4 words of rent`, `lease AND within AND 4 AND words AND of AND rent`, `lease w/4 rent`},
		{`notice within 30 days`, `notice AND within AND 30 AND days`, ``},
		{`lease WITHIN 4 rent`, `lease AND WITHIN AND 4 AND rent`, `lease w/4 rent`},
		{`lease NEAR rent`, `lease AND NEAR AND rent`, `lease w/10 rent`},
		{`a house near water`, `a AND house AND near AND water`, ``},
		{`lease ADJ rent`, `lease AND ADJ AND rent`, `lease pre/1 rent`},
		{`atleast 3(lease)`, `atleast AND 3(lease)`, `atleast3(lease)`},
		{`'ground rent'`, `ground AND rent`, `"ground rent"`},
		{`‘ground rent’`, `ground AND rent`, `"ground rent"`},
		{`the tenants' dues and landlords' claims`, `the AND tenants AND dues AND landlords AND claims`, ``},
		{`Ames v. Bell`, `Ames AND v AND Bell`, `"Ames v. Bell"`},
		{`"Ames v. Bell"`, `"Ames v Bell"`, ``},
		{`"lease w5 rent"`, `"lease w5 rent"`, ``},
		{`March 5, 2024`, `March AND 5 AND 2024`, `date:"March 5, 2024"`},
		{`date:2024-01 to 2024-03`, `date:2024-01 AND to AND 2024-03`, `date:2024-01..2024-03`},
		{`amount:3 million`, `amount:3 AND million`, `amount:"3 million"`},
		{`1. lease w/5 rent`, `1 AND (lease w/5 rent)`, `lease w/5 rent`},
		{`titel:lease`, `titel:lease`, `title:lease`},
		{`filename:lease`, `filename:lease`, `path:lease`},
		{`wholly:lease`, `wholly:lease`, ``},
		{`year:2024`, `year:2024`, ``},
		{`date:"Q3 2024"`, `date:2024-Q3`, ``},
		{`date:08/2024`, `date:2024-08`, ``},
		{`date:20240801`, `date:2024-08-01`, ``},
	} {
		q, err := Parse(c.in, Averment)
		if err != nil {
			t.Errorf("%s: %v", c.in, err)
			continue
		}
		var others []string
		for _, w := range q.Warnings {
			if len(w.Alternatives) > 1 {
				others = append(others, w.Alternatives[1].Query)
			}
		}
		if q.String() != c.out || strings.Join(others, "; ") != c.other {
			t.Errorf("%s\n got %s, offers %q\nwant %s, %q", c.in, q.String(), others, c.out, c.other)
		}
		roundTrip(t, q)
	}
}

// TestRepairs gives queries that cannot be read with the one that each error offers.
// Every error of the syntax offers one.
func TestRepairs(t *testing.T) {
	for in, want := range map[string]string{
		`lease w/ 5 rent`:             `lease w/5 rent`,
		`lease w/5rent`:               `lease w/5 rent`,
		`lease w/seg rent`:            `lease w/5 rent`,
		`lease w/5 NOT rent`:          `lease NOT w/5 rent`,
		`lease and not w/5 rent`:      `lease not w/5 rent`,
		`lease NOT w/5 (a AND b)`:     `(lease NOT w/5 a) AND (lease NOT w/5 b)`,
		`="ground rent"`:              `"=ground =rent"`,
		`"lease * rent"`:              `lease pre/2 rent`,
		`"the ground * * lease of" a`: `"the ground" pre/3 "lease of" a`,
		`"* lease"`:                   `lease`,
		`12) lease w/5 rent`:          `lease w/5 rent`,
		`from:*@larkspur.example`:     `from:"larkspur example"`,
		`path:*.pdf`:                  `path:pdf`,
		`title:=Lease`:                `title:Lease`,
		`kind:(filing AND mail)`:      `kind:(filing OR mail)`,
		`speaker:`:                    `speaker:"a value"`,
		`atleast2(lease AND rent)`:    `atleast2(lease) AND atleast2(rent)`,
		`amount:$1m-$5m`:              `amount:$1m..$5m`,
		`amount:5k..1k`:               `amount:1k..5k`,
		`date:2024-08-01-2024-09-01`:  `date:2024-08-01..2024-09-01`,
		`date:August 2024 lease`:      `date:"August 2024" lease`,
		`date:[2024-01 TO 2024-12]`:   `date:2024-01..2024-12`,
		`published:today`:             `published:2024`,
		`AND`:                         `"AND"`,
		`NOT`:                         `"NOT"`,
		``:                            `*`,
		`""`:                          `*`,
		`() lease`:                    `lease`,
		`lease OR (rent AND "dues`:    `lease OR (rent AND "dues")`,
	} {
		_, err := Parse(in, Averment)
		var e *Error
		if !errors.As(err, &e) {
			t.Errorf("%s: no error", in)
			continue
		}
		if e.Suggestion != want {
			t.Errorf("%s: offers %q, want %q", in, e.Suggestion, want)
		}
	}
}
