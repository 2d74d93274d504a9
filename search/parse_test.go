package search

import (
	"errors"
	"reflect"
	"strings"
	"testing"
)

// TestParse gives each query with its canonical print and the number of its warnings.
func TestParse(t *testing.T) {
	for _, c := range []struct {
		in, out  string
		warnings int
	}{
		{`breach contract`, `breach AND contract`, 0},
		{`breach and contract`, `breach AND contract`, 0},
		{`breach & contract`, `breach AND contract`, 0},
		{`breach OR contract`, `breach OR contract`, 0},
		{`breach | contract`, `breach OR contract`, 0},
		{`breach || contract`, `breach OR contract`, 0},
		{`NOT breach`, `NOT breach`, 0},
		{`breach AND NOT contract`, `breach AND NOT contract`, 0},
		{`breach -contract`, `breach AND NOT contract`, 0},
		{`breach NOT contract`, `breach AND NOT contract`, 0},
		{`-contract breach`, `(NOT contract) AND breach`, 0},
		{`"breach of contract"`, `"breach of contract"`, 0},
		{`“breach of contract”`, `"breach of contract"`, 0},
		{`"and"`, `"and"`, 0},
		{`"breach* contract"`, `"breach* contract"`, 0},
		{`"(John OR Johnny Boy) Smith"`, `"(John OR Johnny Boy) Smith"`, 0},
		{`"the buyer (or seller) pays"`, `"the buyer or seller pays"`, 0},
		{`a w/5 b`, `a w/5 b`, 0},
		{`a /5 b`, `a w/5 b`, 0},
		{`a within/5 b`, `a w/5 b`, 0},
		{`a NEAR/5 b`, `a w/5 b`, 0},
		{`a pre/5 b`, `a pre/5 b`, 0},
		{`a +5 b`, `a pre/5 b`, 0},
		{`a not w/5 b`, `a NOT w/5 b`, 0},
		{`a w/s b`, `a w/s b`, 0},
		{`a /s b`, `a w/s b`, 0},
		{`a +s b`, `a pre/s b`, 0},
		{`a /p b`, `a w/p b`, 0},
		{`a +p b`, `a pre/p b`, 0},
		{`a w/page b`, `a w/page b`, 0},
		{`a w/10 b w/3 c`, `a w/10 (b w/3 c)`, 0},
		{`a w/3 b w/3 c`, `(a w/3 b) w/3 c`, 0},
		{`a w/s b w/10 c`, `a w/s (b w/10 c)`, 0},
		{`discrim* discrim! *ation wom?n`, `discrim* AND discrim* AND *ation AND wom?n`, 0},
		{`contract~ defendent~1 defendent~2`, `contract~ AND defendent~1 AND defendent~2`, 0},
		{`=Term`, `=Term`, 0},
		{`atleast3(fraud)`, `atleast3(fraud)`, 0},
		{`ATLEAST3(fraud OR deceit)`, `atleast3(fraud OR deceit)`, 0},
		{`fraud w/10 xfirstword`, `fraud w/10 xfirstword`, 0},
		{`title:privacy`, `title:privacy`, 0},
		{`Title:"privacy policy"`, `title:"privacy policy"`, 0},
		{`title:(privacy OR terms)`, `title:(privacy OR terms)`, 0},
		{`date:2024`, `date:2024`, 0},
		{`date:2024-08..2025-01-21`, `date:2024-08..2025-01-21`, 0},
		{`date:>=2024-09-18`, `date:>=2024-09-18`, 0},
		{`date:..2023`, `date:..2023`, 0},
		{`date:"August 2024"`, `date:2024-08`, 0},
		{`published:2024-Q3 filed:2024`, `published:2024-Q3 AND filed:2024`, 0},
		{`amount:>1000000`, `amount:>1000000`, 0},
		{`amount:1000usd`, `amount:1000usd`, 0},
		{`amount:1k..5k`, `amount:1000..5000`, 0},
		{`amount:$1.2bn`, `amount:1200000000usd`, 0},
		{`party:"LinkedIn" role:defendant`, `party:LinkedIn AND role:defendant`, 0},
		{`party("LinkedIn", defendant)`, `party("LinkedIn", defendant)`, 0},
		{`party("Acme, Inc.")`, `party("Acme, Inc.")`, 0},
		{`speaker:"the complaint" stance:denies`, `speaker:"the complaint" AND stance:denies`, 0},
		{`says("LinkedIn", denies, "no merit")`, `says("LinkedIn", denies, "no merit")`, 0},
		{`says(*, denies)`, `says("", denies, "")`, 0},
		{`party("Acme") w/25 amount(>1000000)`, `party("Acme") w/25 amount:>1000000`, 0},
		{`date(2024-09) w/10 policy`, `date:2024-09 w/10 policy`, 0},
		{`kind:(filing OR article)`, `kind:filing OR kind:article`, 0},
		{`id:0123ABCD`, `id:0123abcd`, 0},
		{`*`, `*`, 0},
		{`1:21-cv-01234`, `1:21-cv-01234`, 0},
		{`$1,000`, `$1,000`, 0},
		{`01/25/24`, `01/25/24`, 0},
		{`01/05/24`, `01/05/24`, 1},
		{`18 U.S.C. § 2701`, `18 U.S.C. § 2701`, 0},
		{`(18 U.S.C. § 2701(a)) w/5 violat!`, `18 U.S.C. § 2701(a) w/5 violat*`, 0},
		{`Rule 12(b)(6)`, `Rule AND 12(b)(6)`, 0},
		{`§ 2701`, `§ 2701`, 0},
		{`512 F.3d 1042 fraud`, `512 F.3d 1042 AND fraud`, 0},
		{`good-will`, `good-will`, 0},
		{`don’t`, `don't`, 0},
		{`foo:bar`, `foo:bar`, 1},
		{`https://example.com/a?b=c*`, `https://example.com/a?b=c*`, 0},
		{`Re: settlement`, `Re AND settlement`, 0},
		{`Butler & Jones`, `Butler AND Jones`, 1},
		{`a OR b AND c`, `(a OR b) AND c`, 1},
		{`a OR b c`, `(a OR b) AND c`, 1},
		{`a AND NOT b AND c`, `a AND NOT (b AND c)`, 1},
		{`a OR NOT b`, `a OR (NOT b)`, 0},
		{`NOT a w/5 b`, `NOT (a w/5 b)`, 0},
		{`(a AND b) w/10 c`, `(a AND b) w/10 c`, 0},
		{`(a or b) w/5 c`, `(a OR b) w/5 c`, 0},
		{`(a w/5 b) w/10 c`, `(a w/5 b) w/10 c`, 0},
		{`w/o consent`, `w/o AND consent`, 0},
		{`12 USD`, `12 AND USD`, 0},
		{`what?`, `what?`, 1},
		{`"good-will hunting"`, `"good-will hunting"`, 0},
		{`AT&T`, `AT&T`, 0},
		{`says("Acme", *, "no merit") AND date:2024-W05`, `says("Acme", *, "no merit") AND date:2024-W05`, 0},
		{`party:Acme w/5 fraud`, `party:Acme w/5 fraud`, 0},
		{`title:*`, `title:*`, 0},
		{`title:(a w/3 b)`, `title:(a w/3 b)`, 0},
		{`((a OR b) AND c) OR d`, `((a OR b) AND c) OR d`, 0},
		{`(a OR b AND c) AND d`, `((a OR b) AND c) AND d`, 1},
		{`title:(a OR b AND c)`, `title:((a OR b) AND c)`, 1},
		{`don't* o'*`, `don't* AND o'*`, 0},
		{`a, b; c.`, `a AND b AND c`, 0},
	} {
		q, err := Parse(c.in, Averment)
		if err != nil {
			t.Errorf("%s: %v", c.in, err)
			continue
		}
		if q.String() != c.out || len(q.Warnings) != c.warnings {
			t.Errorf("%s\n got %s %v\nwant %s, %d warnings", c.in, q.String(), q.Warnings, c.out, c.warnings)
		}
		roundTrip(t, q)
	}
}

// TestParseErrors gives each malformed query, where the error points and the query it
// suggests.
func TestParseErrors(t *testing.T) {
	for _, c := range []struct {
		in         string
		at         int
		suggestion string
	}{
		{``, 0, ``},
		{`§`, 0, ``},
		{`a "b`, 2, `a "b"`},
		{`(a OR b`, 0, `(a OR b)`},
		{`a )b`, 2, `a b`},
		{`a AND`, 2, `a`},
		{`AND a`, 0, `a`},
		{`a OR`, 2, `a`},
		{`a AND OR b`, 2, `a OR b`},
		{`a AND NOT`, 2, `a`},
		{`NOT`, 0, ``},
		{`a w/5`, 2, `a`},
		{`w/5 a`, 0, `a`},
		{`a w/0 b`, 4, `a w/1 b`},
		{`a not w/5`, 2, `a`},
		{`""`, 0, ``},
		{`a ()`, 2, `a`},
		{`"a b"~5`, 5, `a w/6 b`},
		{`word~3`, 5, `word~2`},
		{`a?? **`, 4, ``},
		{`=Te*m`, 0, `Te*m`},
		{`atleast0(a)`, 7, `atleast2(a)`},
		{`atleast3(`, 8, ``},
		{`date:banana`, 5, `date:2024`},
		{`date:2025..2024`, 5, `date:2024..2025`},
		{`date:`, 5, ``},
		{`date: 2024`, 5, `date:2024`},
		{`filed:2024-13`, 6, `filed:2024`},
		{`amount:banana`, 7, `amount:>1000`},
		{`kind:artcle`, 5, `kind:article`},
		{`stance:denys`, 7, `stance:denies`},
		{`id:xyz`, 3, `id:0123abcd`},
		{`party()`, 6, ``},
		{`party("Acme", defendants)`, 14, `party("Acme", defendant)`},
		{`says("Acme", denys, "x")`, 13, `says("Acme", denies, "x")`},
		{`amount(>1m`, 6, `amount(>1m)`},
		{`a w/ b`, 4, `a w/5 b`},
		{`a pre/x b`, 6, `a pre/5 b`},
		{`a w/5x b`, 4, `a w/5 b`},
		{`a pre/3`, 2, `a`},
		{`a w/s`, 2, `a`},
		{`+s a`, 0, `a`},
		{`a w/p AND b`, 2, `a AND b`},
		{`a w/page`, 2, `a`},
		{`a pre/0 b`, 6, `a pre/1 b`},
		{`a w/20000 b`, 4, `a w/10000 b`},
		{`a NOT w/5 (b AND c)`, 2, ``},
		{`xfirstword w/`, 13, ``},
		{`speaker:`, 8, ``},
		{`title:=Exact`, 0, ``},
		{`title:()`, 6, ``},
		{`kind:(filing AND mail)`, 13, ``},
		{`kind:(filing`, 5, `kind:(filing)`},
		{`date(banana) w/5 a`, 5, ``},
		{`amount(1usd..5eur)`, 7, ``},
		{`="two words"`, 0, ``},
		{`"a * b"`, 3, ``},
		{`"(a OR ) b"`, 7, ``},
		{`(NOT a) w/5 b`, 8, ``},
		{`atleast2(a AND b)`, 0, ``},
		{`-`, 0, ``},
		{`a -( b`, 3, `a -( b)`},
		{`title:fraud w/5 deceit`, 12, `title:fraud AND deceit`},
		{`(a and b) w/10 (c and d)`, 10, `(a w/10 c) AND (a w/10 d) AND (b w/10 c) AND (b w/10 d)`},
	} {
		q, err := Parse(c.in, Averment)
		var e *Error
		if !errors.As(err, &e) {
			t.Errorf("%s: no error, read as %s", c.in, q.String())
			continue
		}
		if e.At != c.at || c.suggestion != "" && e.Suggestion != c.suggestion || !strings.Contains(e.Message, " ") {
			t.Errorf("%s: at %d, suggests %q, says %q; want %d, %q", c.in, e.At, e.Suggestion, e.Message, c.at, c.suggestion)
		}
	}
}

func roundTrip(t *testing.T, q *Query) {
	t.Helper()
	again, err := Parse(q.String(), q.Dialect)
	if err != nil {
		t.Errorf("%q prints as %q, which does not parse: %v", q.Text, q.String(), err)
		return
	}
	if !reflect.DeepEqual(q.Root, again.Root) {
		t.Errorf("%q prints as %q, which reads as %q", q.Text, q.String(), again.String())
	}
}
