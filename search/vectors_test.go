package search

import (
	"strings"
	"testing"

	"averment/evidence"
)

// rowsCase holds a few words for each row of the operator table.
func rowsCase() *memory {
	m := &memory{}
	m.add("joe", &evidence.Document{Pages: text("Joe A B C Bloggs")})
	m.add("statue", &evidence.Document{Pages: text("The Statue of Liberty")})
	m.add("far", &evidence.Document{Pages: text("apple " + words(30) + " apple pear")})
	m.add("close", &evidence.Document{Pages: text("apple one pear banana")})
	m.add("grape", &evidence.Document{Pages: text("pear and grape beside a banana")})
	m.add("standard", &evidence.Document{Pages: text("It must be clear and convincing evidence.")})
	m.add("mixed", &evidence.Document{Pages: text("The evidence is convincing and clear.")})
	m.add("touch", &evidence.Document{Pages: text("Please touch base for John.")})
	m.add("with", &evidence.Document{Pages: text("Please touch base with John.")})
	m.add("breaches", &evidence.Document{Pages: text("They breached contract terms. The breach was early.\n\nA contract ended.", "Texaco's good-will remains.")})
	m.add("goodwill", &evidence.Document{Pages: text("Their goodwill and good will in the Café of Mr. O'Neil.")})
	m.add("cafe", &evidence.Document{Pages: text("The cafe serves Term loans; the term ends. Contracting contracts.")})
	m.add("spelling", &evidence.Document{Pages: text("The defendant met women and a woman; discrimination, discriminatory.")})
	m.add("typo", &evidence.Document{Pages: text("The defendent wrote litigation litigation litigation.")})
	m.add("names", &evidence.Document{Pages: text("Butler & Jones LLP, and Johnny Smith.")})
	m.add("numbers", &evidence.Document{Pages: text("Case 1:21-cv-01234 of 01/25/24 wants $1,000 under 18 U.S.C. § 2701. Exhibit p1234 has 17 parts.")})
	furnished := &evidence.Document{Title: "Quarterly Zebra", Pages: text("Subscribe now\nThe zebra body.")}
	furnished.Pages[0].Furniture = []evidence.Range{{Start: 0, End: 13}}
	m.add("furniture", furnished)
	m.facts()
	return m
}

// facts adds documents with typed facts.
func (m *memory) facts() {
	f := &evidence.Document{Kind: evidence.Filing, Title: "Complaint", Publisher: "", Pages: text("Acme seeks $5 million over its policy of September 2024 from Beta.", "Acme denies it: the claim has no merit.")}
	f.Docket = &evidence.Docket{Number: "8:16-cv-01261", Court: "cacd", Entry: "40", Judge: "Ann Rowe", Filed: day("2024-10-02")}
	f.Parties = []evidence.Party{
		{Name: "Acme, Inc.", Aliases: []string{"Acme"}, Type: evidence.Organisation, Roles: []string{"plaintiff"}, Spans: at(f, 1, "Acme")},
		{Name: "Beta LLC", Aliases: []string{"Beta"}, Type: evidence.Organisation, Roles: []string{"defendant"}, Spans: at(f, 1, "Beta")}}
	f.Amounts = []evidence.Amount{{Value: 5e6, Currency: "USD", Surface: "$5 million", Spans: at(f, 1, "$5 million")}}
	f.Dates = []evidence.DateFact{{Date: *day("2024-09"), Spans: at(f, 1, "September 2024")}}
	f.Causes = []evidence.Cause{{Name: "breach of warranty", Spans: at(f, 1, "policy")}}
	f.Citations = []evidence.Citation{{Type: "statute", Text: "18 U.S.C. § 2701", Normal: "18 U.S.C. § 2701", Spans: at(f, 1, "policy")}}
	f.Statements = []evidence.Statement{{Text: "the claim has no merit", Speaker: "Acme", Stance: evidence.Denies, Spans: at(f, 2, "the claim has no merit")}}
	m.add("filing", f)
	a := &evidence.Document{Kind: evidence.Article, Title: "Acme in court", Publisher: "The Daily News", Author: "Ida Holm", Published: day("2025-01-21"), Language: "en", Custodian: "Ruiz", Collection: "press", Pages: text("Gamma said the suit has merit. It costs €300.")}
	a.Amounts = []evidence.Amount{{Value: 300, Currency: "EUR", Surface: "€300", Spans: at(a, 1, "€300")}}
	a.Statements = []evidence.Statement{{Text: "the suit has merit", Speaker: "Gamma", Stance: evidence.States, Spans: at(a, 1, "the suit has merit")}}
	a.Tags = []string{"hot"}
	m.add("article", a)
	mail := &evidence.Document{Kind: evidence.Mail, Title: "lunch plans", Pages: text("See you at noon."), Bates: "ABC000123", Source: evidence.Source{Path: "inbox/lunch.eml", Added: "2025-03-01T10:00:00Z"}}
	mail.Mail = &evidence.Headers{From: "ann@example.org", To: []string{"bob@example.org"}, Cc: []string{"eve@example.org"}, Subject: "lunch plans", Sent: day("2023-05-06")}
	m.add("mail", mail)
}

// TestRows gives every row of the operator table what it finds and what it does not.
func TestRows(t *testing.T) {
	m := rowsCase()
	e := m.engine(t)
	for _, c := range []struct{ query, want string }{
		// both, either, without
		{`apple pear`, `close far`}, {`apple AND banana`, `close`}, {`apple & grape`, ``}, {`apple zzz`, ``},
		{`bloggs OR liberty`, `joe statue`}, {`bloggs | liberty`, `joe statue`}, {`zzz OR yyy`, ``},
		{`apple AND NOT banana`, `far`}, {`apple -banana`, `far`}, {`apple NOT pear`, ``}, {`pear -apple`, `grape`},
		// phrases
		{`"clear and convincing evidence"`, `standard`}, {`"convincing evidence"`, `standard`}, {`"evidence convincing"`, ``},
		{`"touch base with john"`, `with`}, {`“touch base for John”`, `touch`}, {`"touch base John"`, ``},
		{`"breach* contract"`, `breaches`}, {`"(John OR Johnny) Smith"`, `names`}, {`"Butler & Jones"`, `names`},
		// distances
		{`Joe w/4 Bloggs`, `joe`}, {`Joe w/3 Bloggs`, ``}, {`statue w/2 liberty`, `statue`}, {`statue w/1 liberty`, ``},
		{`bloggs w/4 joe`, `joe`}, {`Joe /4 Bloggs`, `joe`}, {`Joe within/4 Bloggs`, `joe`}, {`Joe near/3 Bloggs`, ``},
		{`joe pre/4 bloggs`, `joe`}, {`bloggs pre/4 joe`, ``}, {`joe +4 bloggs`, `joe`}, {`bloggs +4 joe`, ``},
		{`apple not w/20 pear`, `far`}, {`apple not w/40 pear`, ``}, {`pear not w/20 apple`, `grape`},
		{`(apple or pear) w/5 banana`, `close grape`}, {`(apple w/5 banana) w/10 pear`, ``}, {`(apple w/5 pear) w/10 banana`, `close`},
		{`(apple AND pear) w/3 banana`, `close`}, {`(apple AND grape) w/3 banana`, ``}, {`(John OR Johnny) w/2 Smith`, `names`},
		{`breached w/s contract`, `breaches`}, {`breached w/s early`, ``}, {`contract +s breached`, ``}, {`breached +s contract`, `breaches`},
		{`breached w/p early`, `breaches`}, {`breached /p ended`, ``}, {`early +p breached`, ``}, {`breached +p early`, `breaches`},
		{`breached w/page ended`, `breaches`}, {`breached w/page remains`, ``},
		// wildcards, forms, spelling, exactness, number
		{`discrim*`, `spelling`}, {`discrim!`, `spelling`}, {`*criminatory`, `spelling`}, {`wom?n`, `spelling`}, {`wo?n`, ``}, {`zzz*`, ``},
		{`contract~`, `breaches cafe`}, {`contracting~`, `breaches cafe`}, {`zzzz~`, ``},
		{`defendent~1`, `spelling typo`}, {`defndent~2`, `spelling typo`}, {`defendent`, `typo`}, {`qqqqqq~2`, ``},
		{`=Term`, `cafe`}, {`=TERM`, ``}, {`=term`, `cafe`}, {`=Café`, `goodwill`}, {`=café`, ``}, {`café`, `cafe goodwill`},
		{`atleast3(litigation)`, `typo`}, {`atleast4(litigation)`, ``}, {`atleast2(apple)`, `far`},
		{`joe w/1 xfirstword`, ``}, {`a w/1 xfirstword`, `joe`}, {`c w/1 xlastword`, `joe`}, {`statue w/2 xlastword`, `statue`}, {`statue w/1 xlastword`, ``},
		// tokens
		{`goodwill`, `breaches goodwill`}, {`good-will`, `breaches goodwill`}, {`"good will"`, `breaches goodwill`},
		{`Texaco`, `breaches`}, {`texaco's`, `breaches`}, {`o'neil`, `goodwill`}, {`subscribe`, ``}, {`furniture:subscribe`, `furniture`}, {`zebra`, `furniture`}, {`quarterly`, `furniture`},
		// bare literals
		{`1:21-cv-01234`, `numbers`}, {`01/25/24`, `numbers`}, {`$1,000`, `numbers`}, {`18 U.S.C. § 2701`, `filing numbers`}, {`18 USC 2701`, `filing numbers`}, {`18 USC 2702`, ``}, {`8:16-cv-01261`, `filing`}, {`16-cv-1261`, `filing`}, {`16-cv-126`, ``}, {`2:22-cv-99999`, ``},
		// fields
		{`title:quarterly`, `furniture`}, {`title:(quarterly OR complaint)`, `filing furniture`}, {`title:"acme in"`, `article`}, {`title:gamma`, ``},
		{`kind:filing`, `filing`}, {`kind:(article OR mail)`, `article mail`}, {`publisher:"daily news"`, `article`}, {`publisher:weekly`, ``},
		{`author:holm`, `article`}, {`author:h*`, `article`}, {`court:cacd`, `filing`}, {`docket:8:16-cv-01261`, `filing`}, {`docket:01261`, `filing`}, {`judge:rowe`, `filing`}, {`judge:roe`, ``},
		{`cause:warranty`, `filing`}, {`citation:"18 U.S.C. § 2701"`, `filing`}, {`citation:2702`, ``}, {`from:ann`, `mail`}, {`to:bob`, `mail`}, {`cc:eve`, `mail`}, {`to:eve`, ``},
		{`subject:lunch`, `mail`}, {`sent:2023-05-06`, `mail`}, {`sent:2024`, ``}, {`bates:ABC000123`, `mail`}, {`custodian:ruiz`, `article`}, {`collection:press`, `article`}, {`tag:hot`, `article`}, {`tag:cold`, ``},
		{`path:inbox`, `mail`}, {`lang:en`, `article`}, {`added:2025-03`, `mail`}, {`added:2024`, ``},
		// dates
		{`date:2024`, `filing`}, {`date:2024-09`, `filing`}, {`date:2024-09-18`, ``}, {`date:2024-08..2025-01-21`, `filing`}, {`date:>=2024-09-18`, ``}, {`date:>=2024-09`, `filing`}, {`date:..2023`, ``},
		{`published:2025`, `article`}, {`published:2025-01-21`, `article`}, {`published:<2025`, `filing mail`}, {`published:<2020`, ``}, {`filed:2024-10`, `filing`}, {`filed:2023`, ``},
		// amounts
		{`amount:>1000000`, `filing`}, {`amount:>5m`, ``}, {`amount:>=5m`, `filing`}, {`amount:5musd`, `filing`}, {`amount:5meur`, ``}, {`amount:1..1k`, `article`}, {`amount:300eur`, `article`},
		// parties and statements
		{`party:Acme`, `filing`}, {`party:"Acme" role:defendant`, `filing`}, {`party("Acme", defendant)`, ``}, {`party("Beta", defendant)`, `filing`}, {`party(*, plaintiff)`, `filing`}, {`role:witness`, ``},
		{`speaker:acme stance:denies`, `filing`}, {`says("Acme", denies, "no merit")`, `filing`}, {`says("Gamma", denies, merit)`, ``}, {`says(*, states, merit)`, `article`},
		{`party("Acme") w/25 amount(>1000000)`, `filing`}, {`party("Acme") w/1 amount(>1000000)`, ``}, {`date(2024-09) w/10 policy`, `filing`}, {`date(2024-08) w/10 policy`, ``},
		{`a OR b AND bloggs`, `joe`}, {`kind:banana OR x`, `!`}, {`* -kind:other`, `article filing mail`},
	} {
		if c.want == "!" {
			if _, err := Parse(c.query, Averment); err == nil {
				t.Errorf("%s: no error", c.query)
			}
			continue
		}
		if got := strings.Join(m.found(t, e, Request{Query: c.query}), " "); got != c.want {
			t.Errorf("%s: found %q, want %q", c.query, got, c.want)
		}
	}
}
