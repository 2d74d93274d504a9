package search

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"averment/evidence"
)

// TestLike looks for what is like a document, a page of it, and a passage.
func TestLike(t *testing.T) {
	m := &memory{}
	m.add("one", &evidence.Document{Title: "One", Pages: text("The arbitration of the tannery dispute about leather and hides.", "Menu apples. Minutes of the orchard society: apples were pressed. Then came the matter of a lighthouse keeper and his lamp.")})
	m.docs[0].Pages[1].Furniture = []evidence.Range{{Start: 0, End: 12}}
	m.add("two", &evidence.Document{Title: "Two", Kind: evidence.Filing, Pages: text("Leather hides from the tannery were late.")})
	m.add("three", &evidence.Document{Title: "Three", Pages: text("The orchard society pressed apples and the weather was fine.")})
	m.add("four", &evidence.Document{Title: "Four", Pages: text("A lighthouse keeper trims the lamp.")})
	m.add("five", &evidence.Document{Title: "Five", Pages: text("Nothing of this at all happened on Friday.")})
	for i := range 12 { // so that common words are common
		m.add(fmt.Sprint("other", i), &evidence.Document{Pages: text(fmt.Sprintf("The clerk then came and wrote of the number %d.", i))})
	}
	e := m.engine(t)
	id := m.docs[0].ID
	page := m.docs[0].Pages[1].Text
	at := strings.Index(page, "Then")
	for _, c := range []struct{ query, first, never string }{
		{"like:" + id, "", "one five"},
		{"like:" + id[:8], "", "one five"},
		{"like:" + id[:12] + ":1", "two", "one three four five"},
		{"like:" + id[:12] + ":2", "", "one five"},
		{"like:" + likeValue(id, 2, at, len(page)), "four", "one two three five"},
		{"like:" + id + " AND kind:filing", "two", "one three four five"},
		{"like:" + id + ":1 -hides", "", "one two three four five"},
	} {
		a, err := e.Search(context.Background(), Request{Query: c.query})
		if err != nil {
			t.Errorf("%s: %v", c.query, err)
			continue
		}
		var names []string
		for _, h := range a.Hits {
			names = append(names, m.names[h.ID])
			if strings.Contains(" "+c.never+" ", " "+m.names[h.ID]+" ") {
				t.Errorf("%s finds %s", c.query, m.names[h.ID])
			}
		}
		if c.first != "" && (len(names) == 0 || names[0] != c.first) {
			t.Errorf("%s finds %v, want %s first", c.query, names, c.first)
		}
		if a.Query.Reads == "" || len(names) == 0 && c.first != "" {
			t.Errorf("%s reads %q", c.query, a.Query.Reads)
		}
		q, _ := Parse(c.query, Averment)
		roundTrip(t, q)
	}
	for _, query := range []string{"like:00000000", "like:" + id + ":0", "like:xyz", "like:" + id + ":1:9-3", "like:" + id + " w/5 lamp"} {
		_, err := e.Search(context.Background(), Request{Query: query})
		var own *Error
		if !errors.As(err, &own) || own.Suggestion == "" {
			t.Errorf("%s: %v", query, err)
		}
	}
}

func likeValue(id string, page, start, end int) string {
	return (&Like{ID: id, Page: page, Start: start, End: end}).text()
}
