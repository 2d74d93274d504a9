package crosscheck

import (
	"context"
	"regexp"

	"averment/evidence"
)

// changed reads "changed its privacy policy … to say that CONTENT", "updated its terms so
// that CONTENT" and "changed its policy to CONTENT".
var changed = regexp.MustCompile(`(?is)\b(?:chang|alter|revis|updat|amend|modif|rewr[io]te?|edit)\w*\s+(?:\w+\s+){0,3}?(?:policy|policies|terms|agreement|notice|conditions)\b(.{0,80}?)\b(?:to\s+(?:say|state|read|provide|allow|permit)(?:\s+that)?|so\s+that|saying\s+that|stating\s+that|to)\s+(.+)$`)

// policyChange checks a claim that a policy was changed against both versions of each
// policy that was found: what the newer one says, whether the older one said it too, and
// from when the newer one holds. Its verdicts take the place of those on these versions.
func (c *Checker) policyChange(ctx context.Context, k *claim, found []candidate, list []Verdict) ([]Verdict, error) {
	m := changed.FindStringSubmatch(oneLine(k.unit.text))
	if m == nil {
		return list, nil
	}
	inner, err := c.read(ctx, m[2])
	if err != nil || len(inner.units) == 0 {
		return list, err
	}
	inner.whole()
	said := readClaim(inner, &inner.units[0])
	for _, pair := range policyPairs(found) {
		v := verdictOnChange(k, said, pair[0], pair[1])
		list = replace(list, v)
		if v.Verdict != Related {
			list = leave(list, pair[0].source.doc.ID, "the version before, from "+effective(pair[0].source))
		}
	}
	return list, nil
}

// policyPairs are the older and the next newer version of each policy among candidates.
func policyPairs(found []candidate) (out [][2]candidate) {
	g := &grouping{common: map[string]int{}}
	for _, f := range found {
		g.sources = append(g.sources, f.source)
	}
	for _, v := range g.versions() {
		out = append(out, [2]candidate{found[v[0]], found[v[1]]})
	}
	return out
}

// verdictOnChange says what two versions of a policy do with a claimed change.
func verdictOnChange(k, said *claim, older, newer candidate) Verdict {
	before, after := clauseVerdict(said, older), clauseVerdict(said, newer)
	v := after
	from := effective(newer.source)
	switch {
	case after.Verdict == Related:
		v.Rule = "the version from " + from + " does not clearly say so"
	case after.Verdict == Differs || after.Verdict == Denies:
		v.Rule = "the version from " + from + ": " + after.Rule
	case before.Verdict == Asserts || before.Verdict == Attributes:
		v.Verdict, v.Slot, v.Rule = Differs, "change", "the version from "+effective(older.source)+" says the same already"
		v.Yours, v.Theirs = "changed", "not changed"
		v.YoursNormal, v.TheirsNormal = v.Yours, v.Theirs
	default:
		v.Rule = "the version from " + from + " says so, the one from " + effective(older.source) + " does not"
		dateOfChange(k, newer.source, from, &v)
	}
	return v
}

// clauseVerdict is the verdict of one version on the content of a change, all its units
// looked at.
func clauseVerdict(said *claim, f candidate) Verdict {
	all := candidate{source: f.source, score: f.score}
	for i := range f.source.units {
		all.units = append(all.units, i)
	}
	if list := decide(said, all); len(list) > 0 {
		return list[0]
	}
	if i := f.source.nearest(said.unit.text); i >= 0 {
		return verdictFor(all, finding{verdict: Related, unit: i})
	}
	d := f.source.doc
	return Verdict{Document: d.ID, SourceID: d.SourceID, Title: d.Title, Verdict: Related}
}

// dateOfChange compares the date of the claim with that from which a version holds.
func dateOfChange(k *claim, s *source, from string, v *Verdict) {
	theirs, err := evidence.ParseDate(from)
	if err != nil {
		return
	}
	for _, d := range k.unit.dates {
		if !d.Resolved || SameDate(&d.Date, &theirs) {
			continue
		}
		v.Verdict, v.Slot, v.Yours, v.Theirs = Differs, "date", d.Surface, printedDate(s, from)
		v.YoursNormal, v.TheirsNormal = d.Value, from
		v.Rule = "the version that says so holds from another date"
		return
	}
}

// printedDate is how a document prints a date.
func printedDate(s *source, value string) string {
	for i := range s.doc.Dates {
		if d := &s.doc.Dates[i]; d.Value == value && d.Surface != "" {
			return d.Surface
		}
	}
	return value
}

// replace puts a verdict in the place of those on the same document.
func replace(list []Verdict, v Verdict) []Verdict {
	out := make([]Verdict, 0, len(list)+1)
	for _, o := range list {
		if o.Document != v.Document {
			out = append(out, o)
		}
	}
	return append(out, v)
}

// leave makes the verdicts on a document related.
func leave(list []Verdict, id, why string) []Verdict {
	for i := range list {
		if o := &list[i]; o.Document == id {
			o.relate(why)
		}
	}
	return list
}
