package search

import (
	"errors"
	"strings"
	"testing"
)

func TestParseDTSearch(t *testing.T) {
	for _, c := range []struct {
		in, out  string
		warnings int
	}{
		{`apple pie`, `"apple pie"`, 0},
		{`apple pie and poached pear`, `"apple pie" AND "poached pear"`, 0},
		{`apple pie or pear`, `"apple pie" OR pear`, 0},
		{`apple and not pear`, `apple AND NOT pear`, 0},
		{`apple w/5 pear`, `apple w/5 pear`, 0},
		{`apple pre/5 pear`, `apple pre/5 pear`, 0},
		{`apple not w/5 pear`, `apple NOT w/5 pear`, 0},
		{`(apple or pear) w/5 banana`, `(apple OR pear) w/5 banana`, 0},
		{`(apple w/5 banana) w/10 pear`, `(apple w/5 banana) w/10 pear`, 0},
		{`(apple and banana) w/10 pear`, `(apple AND banana) w/10 pear`, 0},
		{`apple pie w/10 xfirstword`, `"apple pie" w/10 xfirstword`, 0},
		{`ba%nana`, `ba%nana`, 0},
		{`b%an%ana`, `b%%anana`, 0},
		{`apply~`, `apply~`, 0},
		{`appl? appl*`, `"appl? appl*"`, 0},
		{`p12==`, `p12==`, 0},
		{`===`, `===`, 0},
		{`12~~24`, `12~~24`, 1},
		{`title contains (apple or pear)`, `title contains (apple OR pear)`, 0},
		{`title contains apple pie`, `title contains ("apple pie")`, 0},
		{`title::apple`, `title contains (apple)`, 0},
		{`filename contains inbox`, `path contains (inbox)`, 0},
		{`kind contains (filing or mail)`, `kind contains (filing) OR kind contains (mail)`, 0},
		{`published contains (2024)`, `published contains (2024)`, 0},
		{`date(jan 10 2006)`, `date(2006-01-10)`, 0},
		{`date(jan 10 2006 to jan 20 2006) w/10 apple`, `date(2006-01-10..2006-01-20) w/10 apple`, 0},
		{`"and" or "contains"`, `"and" OR "contains"`, 0},
		{`Butler & Jones`, `"Butler Jones"`, 0},
		{`apple:5 and salad`, `apple AND salad`, 1},
		{`clear and convincing`, `clear AND convincing`, 0},
		{`a and b or c`, `a AND (b OR c)`, 1},
		{`don't`, `don't`, 0},
		{`a w/5 b w/3 c`, `a w/5 (b w/3 c)`, 1},
		{`a w/3 b w/5 c`, `(a w/3 b) w/5 c`, 0},
		{`a w/5 b or c`, `(a w/5 b) OR c`, 1},
	} {
		q, err := Parse(c.in, DTSearch)
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

// TestDTSearchRefuses what the tree cannot hold exactly.
func TestDTSearchRefuses(t *testing.T) {
	for _, c := range []struct {
		in, suggestion string
	}{
		{`#smith`, `smith`}, {`fast&`, `fast`}, {`"##app.*"`, ``}, {`ba%%%nana`, `ba%%nana`},
		{`apple AndAny pear`, `apple`}, {`mail(a)`, ``}, {`creditcard(1)`, ``}, {`ap~ple`, `apple`}, {`12~~5`, `1~~10`}, {`1~~99999999`, `1~~10000`},
		{`color contains red`, ``}, {`(apple and banana) w/10 (pear and grape)`, `(apple w/10 pear) AND (apple w/10 grape) AND (banana w/10 pear) AND (banana w/10 grape)`},
		{`(apple w/10 banana) w/10 (pear and grape)`, `((apple w/10 banana) w/10 pear) AND ((apple w/10 banana) w/10 grape)`},
		{`apple (pear)`, ``}, {`apple w/ pear`, `apple w/5 pear`}, {`date(banana)`, ``}, {`apple and`, `apple`}, {`"apple`, `"apple"`},
	} {
		q, err := Parse(c.in, DTSearch)
		var e *Error
		if !errors.As(err, &e) {
			t.Errorf("%s: no error, read as %s", c.in, q.String())
			continue
		}
		if c.suggestion != "" && e.Suggestion != c.suggestion {
			t.Errorf("%s: suggests %q, want %q (%s)", c.in, e.Suggestion, c.suggestion, e.Message)
		}
	}
}

func TestDTSearchFinds(t *testing.T) {
	m := rowsCase()
	e := m.engine(t)
	for _, c := range []struct{ query, want string }{
		{`touch base with john`, `with`}, {`touch john`, ``},
		{`defend%ent`, `spelling typo`}, {`defendent%`, `typo`}, {`%defendant`, `spelling typo`},
		{`p123=`, `numbers`}, {`p12=`, ``}, {`12~~20`, `numbers`}, {`19~~25 and numbers`, ``},
		{`contract~`, `breaches cafe`}, {`apple not w/20 pear`, `far`}, {`title contains quarterly`, `furniture`}, {`date(sep 1 2024 to sep 30 2024) w/10 policy`, `filing`},
	} {
		if got := strings.Join(m.found(t, e, Request{Query: c.query, Dialect: DTSearch}), " "); got != c.want {
			t.Errorf("%s: found %q, want %q", c.query, got, c.want)
		}
	}
}
