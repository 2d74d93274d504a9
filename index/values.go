package index

import (
	"fmt"
	"slices"
	"sort"
	"strconv"
	"strings"
	"unicode/utf8"

	"averment/evidence"
)

// FieldKind says how In and Value read a field.
type FieldKind int

// Text fields are searched word by word, value fields value by value, date fields by
// DocDate.
const (
	TextField FieldKind = iota
	ValueField
	DateField
)

// kindOf gives the kind of one field.
func kindOf(name string) (kind FieldKind, known bool) {
	switch {
	case slices.Contains(valueFields, name):
		return ValueField, true
	case slices.Contains(textFields, name):
		return TextField, true
	}
	_, known = dateLetters[name]
	return DateField, known
}

// textFields are those with words, read only.
var textFields = []string{"title", "furniture", "subject"}

// valueFields are those with whole values, read only.
var valueFields = []string{
	"kind", "publisher", "author", "docket", "court", "judge", "cause", "citation",
	"party", "role", "stance", "speaker", "amount", "year", "tag", "state", "custodian",
	"collection", "from", "to", "cc", "bates", "path", "lang", "parent", "source_id", "type", "origin", "correction",
}

// FacetNames are the facets that Search counts, in the order of the JSON.
func FacetNames() []string {
	return []string{"kind", "party", "author", "docket", "custodian", "collection", "role", "cause",
		"court", "publisher", "stance", "speaker", "citation", "amount", "year", "tag", "state"}
}

// dateLetters begin the terms of the field "docdate", read only. "own" is the date by
// which documents are sorted.
var dateLetters = map[string]byte{"own": 'o', "published": 'p', "filed": 'f', "sent": 's', "added": 'a'}

// values are the whole values of a document, by field.
type values map[string]map[string]bool

func (v values) add(name string, list ...string) {
	for _, s := range list {
		s = strings.TrimSpace(s)
		if s == "" {
			continue
		}
		if v[name] == nil {
			v[name] = map[string]bool{}
		}
		v[name][cutRunes(s, 512)] = true
	}
}

// cutRunes cuts a string to at most n bytes at the start of a character.
func cutRunes(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for n > 0 && !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:n]
}

// documentValues gathers the values of all value fields.
func documentValues(doc *evidence.Document) values {
	v := values{}
	v.add("kind", string(doc.Kind))
	v.add("publisher", doc.Publisher)
	v.add("author", doc.Author)
	v.add("custodian", doc.Custodian)
	v.add("collection", doc.Collection)
	v.add("tag", doc.Tags...)
	v.add("bates", doc.Bates)
	v.add("path", doc.Source.Path)
	v.add("lang", doc.Language)
	v.add("parent", doc.Parent)
	v.add("source_id", doc.SourceID)
	v.add("origin", doc.Origin...)
	for _, number := range doc.Corrections {
		v.add("correction", strconv.FormatUint(number, 10))
	}
	v.heading(doc)
	v.facts(doc)
	for _, p := range doc.Pages {
		v.add("state", string(p.State))
	}
	if r, ok := daysOf(doc.Date()); ok {
		if y := timeOf(r.from).Year(); y == timeOf(r.to-1).Year() {
			v.add("year", fmt.Sprintf("%04d", y))
		}
	}
	return v
}

func (v values) heading(doc *evidence.Document) {
	if d := doc.Docket; d != nil {
		v.add("docket", d.Number)
		v.add("court", d.Court)
		v.add("judge", d.Judge)
	}
	if c := doc.Filing; c != nil {
		v.add("type", c.Type)
		v.add("judge", c.Judge)
		if doc.Docket == nil || doc.Docket.Court == "" {
			v.add("court", c.Court)
		}
	}
	if m := doc.Mail; m != nil {
		v.add("from", m.From)
		v.add("to", m.To...)
		v.add("cc", m.Cc...)
	}
}

func (v values) facts(doc *evidence.Document) {
	for _, p := range doc.Parties {
		if p.Proposed {
			continue
		}
		v.add("party", p.Name)
		v.add("role", roleWords(p)...)
		if p.HasRole("judge") {
			v.add("judge", p.Name)
		}
	}
	for _, c := range doc.Causes {
		if !c.Proposed && !c.Mention {
			v.add("cause", causeName(c))
		}
	}
	for _, c := range doc.Citations {
		if c.Target == 0 {
			v.add("citation", citationName(c))
		}
	}
	for _, s := range doc.Statements {
		v.add("stance", string(s.Stance))
		v.add("speaker", s.Speaker)
	}
	for _, a := range doc.Amounts {
		if a.Money() && !a.Proposed {
			v.add("amount", Band(a.Value, a.Currency))
		}
	}
}

func causeName(c evidence.Cause) string {
	if c.Name == "" {
		return c.Statute
	}
	return c.Name
}

func citationName(c evidence.Citation) string {
	if c.Normal == "" {
		return c.Text
	}
	return c.Normal
}

// Band names the power of ten that an amount lies in, such as "USD 1k–10k".
func Band(value float64, currency string) string {
	names := []string{"1k", "10k", "100k", "1M", "10M", "100M", "1B"}
	if value < 1000 {
		return currency + " under 1k"
	}
	limit := 10000.0
	for i := 1; i < len(names); i++ {
		if value < limit {
			return currency + " " + names[i-1] + "–" + names[i]
		}
		limit *= 10
	}
	return currency + " 1B and more"
}

// fields makes one keyword field for each field that has values.
func (v values) fields() []*field {
	names := make([]string, 0, len(v))
	for name := range v {
		names = append(names, name)
	}
	sort.Strings(names)
	var out []*field
	for _, name := range names {
		inv := newInverter(len(v[name]))
		for value := range v[name] {
			inv.id([]byte(value))
		}
		out = append(out, inv.field(name, keyword, 1, false))
	}
	return out
}

// documentDates makes the terms of the field "docdate".
func documentDates(doc *evidence.Document) *inverter {
	v := newInverter(4)
	put := func(name string, d *evidence.Date) {
		if r, ok := daysOf(d); ok {
			v.id(append([]byte{dateLetters[name]}, r.bytes()...))
		}
	}
	put("own", doc.Date())
	put("published", doc.Published)
	if doc.Published == nil {
		put("published", doc.Date())
	}
	if doc.Docket != nil {
		put("filed", doc.Docket.Filed)
	}
	if doc.Mail != nil {
		put("sent", doc.Mail.Sent)
	}
	if added, err := evidence.ParseDate(doc.Source.Added); err == nil {
		put("added", &added)
	}
	return v
}

// titleKey is what sorting by title compares; a number at the front sorts by value.
func titleKey(title string) string {
	var b strings.Builder
	for i, t := range Tokens(title) {
		if t.Alt {
			continue
		}
		if i > 0 {
			b.WriteByte(' ')
		}
		if n, err := strconv.Atoi(t.Text); err == nil && n >= 0 && len(t.Text) < 10 {
			fmt.Fprintf(&b, "%09d", n)
			continue
		}
		b.WriteString(t.Text)
	}
	return cutRunes(b.String(), 96)
}
