package crosscheck

import (
	"regexp"
	"slices"
	"strings"

	"averment/evidence"
)

// relation is what a claim says of how two parties stand to each other, or one to the case:
// who sued whom, who is whose counsel, who owns whom, who is a side, who is the judge.
type relation struct {
	kind  string // "sue", "counsel", "own", "judge", or a role: "plaintiff", "defendant" …
	a, b  string // names as printed
	whole bool   // the claim says nothing else
}

// nameForm is a name as a claim prints it: capitalised words with what joins them.
const nameForm = `((?:(?:the|The|Judge|Justice) )?[A-Z][\w&.’'-]*(?:,? (?:[A-Z&][\w&.’'-]*|of|de|van|von|the|and))*)`

// relationForms are the ways to say a relation. swap has the second name act.
var relationForms = []struct {
	kind string
	swap bool
	form *regexp.Regexp
}{
	{"sue", true, regexp.MustCompile(`^` + nameForm + ` (?:was|were|is being|has been|had been) sued by ` + nameForm + rest)},
	{"sue", false, regexp.MustCompile(`^` + nameForm + ` (?:has |had )?(?:sued|sues|is suing) ` + nameForm + rest)},
	{"sue", false, regexp.MustCompile(`^` + nameForm + ` (?:has |had )?(?:filed|brought|lodged) (?:a|an) (?:[\w-]+ ){0,3}(?:suit|lawsuit|complaint|action|case) against ` + nameForm + rest)},
	{"counsel", false, regexp.MustCompile(`^` + nameForm + ` (?:represents|represented|is representing|acts for|acted for|is (?:a |an |the |lead )*(?:lawyer|attorney|counsel|solicitor|barrister) (?:for|of)) ` + nameForm + rest)},
	{"counsel", true, regexp.MustCompile(`^` + nameForm + ` (?:is|was) represented by ` + nameForm + rest)},
	{"counsel", true, regexp.MustCompile(`^` + nameForm + `['’]s (?:lead )?(?:lawyer|attorney|counsel|solicitor) (?:is|was) ` + nameForm + rest)},
	{"own", true, regexp.MustCompile(`^` + nameForm + ` (?:is|was) (?:wholly |fully )?(?:owned|controlled) by ` + nameForm + rest)},
	{"own", true, regexp.MustCompile(`^` + nameForm + ` (?:is|was) (?:a |an |the )?(?:[\w-]+ )?(?:unit|subsidiary|division|arm) of ` + nameForm + rest)},
	{"own", false, regexp.MustCompile(`^` + nameForm + ` (?:owns|controls|is the (?:owner|parent|parent company) of) ` + nameForm + rest)},
}

var (
	roleForm  = regexp.MustCompile(`^` + nameForm + ` (?:is|was) (?:named (?:as )?)?(?:a |an |the |one of the )?(plaintiff|defendant|petitioner|respondent|appellant|appellee)s?` + rest)
	judgeForm = regexp.MustCompile(`^(?:U\.S\. District )?(?:Judge|Justice|Magistrate) ` + nameForm + ` (?:presided|presides|heard|hears|is hearing|oversaw|oversees|is overseeing)(?: over)? (?:the|this) (?:trial|case|suit|lawsuit)()` + rest)
)

// rest is what may follow a relation: nothing, or the suit, which adds nothing; all else is
// more than the relation.
const rest = `((?: in (?:the|this|a) (?:suit|lawsuit|case|action|complaint))?[.!]?$|[ ,].*$)`

// relationOf reads the relation that a claim states.
func relationOf(text string) (relation, bool) {
	text = oneLine(text)
	for _, f := range relationForms {
		if m := f.form.FindStringSubmatch(text); m != nil {
			r := relation{kind: f.kind, a: m[1], b: m[2], whole: closes(m[3])}
			if f.swap {
				r.a, r.b = r.b, r.a
			}
			return r.trimmed(), true
		}
	}
	if m := roleForm.FindStringSubmatch(text); m != nil {
		return relation{kind: m[2], a: m[1], whole: closes(m[3])}.trimmed(), true
	}
	if m := judgeForm.FindStringSubmatch(text); m != nil {
		return relation{kind: "judge", a: m[1], whole: closes(m[3])}.trimmed(), true
	}
	return relation{}, false
}

// trimmed takes the stop of the sentence off the names.
func (r relation) trimmed() relation {
	r.a, r.b = strings.TrimRight(r.a, "."), strings.TrimRight(r.b, ".")
	return r
}

func closes(rest string) bool {
	return rest == "" || strings.HasPrefix(rest, " in the ") || rest == "." || rest == "!" || courtRest.MatchString(rest)
}

// courtRest names only where a suit is.
var courtRest = regexp.MustCompile(`^ in (?:a |the )?(?:[A-Z][\w.]*,? )*(?:federal|state|district|superior|high|circuit)?(?: [Cc]ourt)(?: (?:in|for|of) .*)?[.!]?$`)

// standingOf decides a claim that says how parties stand, by the roles that were read in the
// document: the same, the contrary, or nothing where the document leaves it open.
func standingOf(c *claim, s *source) (finding, bool) {
	r := c.relation
	if r.kind == "" || slices.ContainsFunc(c.terms, func(t term) bool { return t.negated }) {
		return finding{}, false
	}
	a, b := s.party(r.a), s.party(r.b)
	if a == nil {
		return finding{}, false
	}
	same, theirs := s.stands(r, a, b)
	f := finding{coverage: 1, unit: s.unitOf(c, a, b)}
	switch {
	case f.unit < 0:
		return f, false
	case theirs != "":
		f.verdict, f.rule = Differs, "same parties, another standing"
		f.slot = &slotDifference{slot: "role", yours: oneLine(c.unit.text), theirs: theirs, yoursNormal: r.normal(), theirsNormal: theirs, rule: f.rule}
	case same && (r.whole || c.told(s)):
		f.speaker, f.stance = s.voice(c, &s.units[f.unit])
		f.verdict, f.rule = Asserts, "the same standing"
	case s.disclaims(r, a) >= 0:
		f.unit = s.disclaims(r, a)
		f.speaker, f.stance = s.voice(c, &s.units[f.unit])
		f.verdict, f.rule = Denies, "says the opposite"
	default:
		return f, false
	}
	return f, true
}

// stands says whether the document gives the relation, or which other it gives.
func (s *source) stands(r relation, a, b *evidence.Party) (same bool, theirs string) {
	switch r.kind {
	case "sue":
		if b == nil {
			return false, ""
		}
		if sideOf(a, "defendant") && sideOf(b, "plaintiff") {
			return false, b.Name + " sued " + a.Name
		}
		return sideOf(a, "plaintiff") && sideOf(b, "defendant"), ""
	case "counsel":
		return s.relates(a, "counsel for ", r.b, b)
	case "own":
		if b == nil {
			return false, ""
		}
		if owns, _ := s.relates(b, "owner of ", r.a, a); owns {
			return false, b.Name + " owns " + a.Name
		}
		return s.relates(a, "owner of ", r.b, b)
	case "judge":
		only := !slices.ContainsFunc(s.names, func(n name) bool { return n.party != a && n.party.HasRole("judge") })
		return only && a.HasRole("judge"), "" // of several, another may sit in the trial
	}
	if a.HasRole(r.kind) {
		return true, ""
	}
	if other := opposite[r.kind]; a.HasRole(other) {
		return false, a.Name + " is " + other
	}
	return false, ""
}

var opposite = map[string]string{"plaintiff": "defendant", "defendant": "plaintiff", "petitioner": "respondent", "respondent": "petitioner", "appellant": "appellee", "appellee": "appellant"}

// sideOf says whether a party has a role and not the contrary one.
func sideOf(p *evidence.Party, role string) bool {
	return p.HasRole(role) && !p.HasRole(opposite[role])
}

// relates says whether a party has the relation to the one named, or gives the other to whom
// it has it. Sides stand for those who are on them: "counsel for the plaintiffs".
func (s *source) relates(p *evidence.Party, prefix, named string, to *evidence.Party) (same bool, theirs string) {
	for _, role := range p.Roles {
		of, ok := strings.CutPrefix(role, prefix)
		if !ok {
			continue
		}
		low := foldText(of)
		if s.same(low, foldText(named)) || to != nil && (s.same(low, foldText(to.Name)) || sideNamed(low, to)) {
			return true, ""
		}
		if to != nil && theirs == "" && (s.party(of) != nil || strings.Contains(low, "plaintiff") || strings.Contains(low, "defendant")) {
			theirs = p.Name + ": " + role
		}
	}
	return false, theirs
}

// sideNamed says whether "the plaintiffs" means a party.
func sideNamed(low string, p *evidence.Party) bool {
	for _, role := range []string{"plaintiff", "defendant"} {
		if strings.HasPrefix(low, "the "+role) {
			return p.HasRole(role)
		}
	}
	return false
}

// party is the party of the document that a claim's name means, nil for none.
func (s *source) party(printed string) *evidence.Party {
	fold := foldText(strings.TrimPrefix(strings.TrimPrefix(printed, "Judge "), "Justice "))
	if fold == "" {
		return nil
	}
	for _, n := range s.names {
		if n.covers(fold) {
			return n.party
		}
	}
	for _, n := range s.names {
		if slices.ContainsFunc(n.forms, func(f string) bool { return s.same(f, fold) }) {
			return n.party
		}
	}
	return nil
}

// unitOf is the sentence that names both parties and most of what the claim says beside
// them, else the first of the one.
func (s *source) unitOf(c *claim, a, b *evidence.Party) int {
	first, best, most := -1, -1, -1
	for _, sp := range a.Spans {
		i := s.index(sp.Page, sp.Start)
		if i < 0 {
			continue
		}
		if first < 0 {
			first = i
		}
		if b == nil {
			continue
		}
		for _, other := range b.Spans {
			if n := s.units[i].share(c); s.index(other.Page, other.Start) == i && n > most {
				best, most = i, n
			}
		}
	}
	if best >= 0 {
		return best
	}
	return first
}

// share counts the words of a claim that a unit has, in any form.
func (u *unit) share(c *claim) (n int) {
	for _, t := range c.terms {
		if u.has[t.class] || u.more[t.class] {
			n++
		}
	}
	return n
}

// told says whether the document has at least half of what a claim says beside its names, and
// the claim gives no figure and no date, which are compared apart.
func (c *claim) told(s *source) bool {
	if len(c.unit.amounts)+len(c.unit.dates)+len(c.unit.causes) > 0 {
		return false
	}
	all, found := 0, 0
	for _, t := range c.terms {
		if t.name || t.weight != contentWeight || standingWords[t.fold] {
			continue
		}
		all++
		if s.all[t.class] {
			found++
		}
	}
	return 2*found >= all
}

// standingWords are the words of a relation itself.
var standingWords = map[string]bool{"sued": true, "sues": true, "suing": true, "represents": true, "represented": true, "owned": true, "owns": true, "controlled": true, "controls": true,
	"lawyer": true, "attorney": true, "counsel": true, "unit": true, "subsidiary": true, "parent": true, "owner": true, "plaintiff": true, "defendant": true, "presided": true, "court": true}

// disclaims is a sentence that says of the party that it does not have the role, -1 for none.
func (s *source) disclaims(r relation, p *evidence.Party) int {
	if roleWords[r.kind] == "" {
		return -1
	}
	for _, sp := range p.Spans {
		i := s.index(sp.Page, sp.Start)
		if i < 0 {
			continue
		}
		for _, w := range s.units[i].words {
			if roleWords[w.fold] == r.kind && w.negated {
				return i
			}
		}
	}
	return -1
}

func (r relation) normal() string { return strings.TrimSpace(r.a + " " + r.kind + " " + r.b) }
