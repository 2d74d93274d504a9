package crosscheck

import (
	"cmp"
	"slices"

	"averment/evidence"
)

// Shares of a claim's content that a passage must say.
const (
	assertShare  = 0.55 // to say the claim
	differShare  = 0.45 // to be about the same event, where a slot has another value
	denyShare    = 0.50
	relatedShare = 0.20
	// tellShare is how much more of a claim must be said where its verb is not.
	tellShare = 0.13
	// contextShare is what a word counts that stands in a sentence beside.
	contextShare = 0.4
	// farShare is what a name counts that a short document has, but not near.
	farShare = 0.5
	// shortUnits is up to how many sentences a document is about one matter throughout.
	shortUnits = 12
)

// finding is what one passage does with a claim.
type finding struct {
	verdict  string
	unit     int
	coverage float64
	told     bool // it tells of the deed that the claim tells of
	speaker  string
	stance   evidence.Stance
	slot     *slotDifference
	rule     string
}

// strength orders the findings of one document.
var strength = map[string]int{Asserts: 4, Attributes: 4, Differs: 3, Denies: 3, Related: 1}

// decide gives the verdict on a document: its most telling passage, and a denial beside
// it where the document tells of one. A document that says nothing near gives none.
func decide(c *claim, f candidate) []Verdict {
	best, ok := bestFinding(c, f)
	if r, found := answerOf(c, f.source); found {
		best, ok = r, true
	} else if ok && c.response != "" && best.verdict != Related {
		best.verdict, best.rule, best.slot = Related, "tells of no answer by "+c.speaker, nil
	}
	if st, found := standingOf(c, f.source); found && c.response == "" {
		best, ok = st, true
	}
	told := best
	if t, found := tenorOf(c, f.source, best, ok); found {
		best, ok = t, true
	}
	if !ok {
		return nil
	}
	out := []Verdict{verdictFor(f, best)}
	if best.verdict == Denies && told.verdict == Attributes {
		out = append(out, verdictFor(f, told))
	}
	if d, found := denialBeside(c, f.source, best); found {
		out = append(out, verdictFor(f, d))
	}
	return out
}

func bestFinding(c *claim, f candidate) (best finding, ok bool) {
	for _, i := range around(f) {
		one, found := weigh(c, f.source, i)
		if found && (!ok || better(one, best)) {
			best, ok = one, true
		}
	}
	return best, ok
}

// around are the units of a candidate and those beside the best of them.
func around(f candidate) []int {
	out := slices.Clone(f.units)
	for _, i := range f.units[:min(3, len(f.units))] {
		for _, j := range []int{i - 1, i + 1} {
			if j >= 0 && j < len(f.source.units) && !slices.Contains(out, j) {
				out = append(out, j)
			}
		}
	}
	return out
}

// better prefers a passage that says much more of the claim, then one that decides.
func better(a, b finding) bool {
	if sa, sb := strength[a.verdict], strength[b.verdict]; sa != sb {
		if sa >= 3 && sb >= 3 && a.told != b.told {
			return a.told
		}
		if sa >= 3 && sb >= 3 {
			margin := a.coverage - b.coverage
			return sa > sb && margin > -0.25 || sa < sb && margin > 0.25
		}
		return sa > sb
	}
	return cmp.Compare(a.coverage, b.coverage) > 0
}

// weigh says what one unit does with a claim.
func weigh(c *claim, s *source, i int) (finding, bool) {
	u := &s.units[i]
	f := finding{unit: i, verdict: Related, rule: "on the subject"}
	m := cover(c, s, i)
	if m.missing == "" {
		m.missing = c.rival(s, u)
	}
	f.coverage, f.told = m.share, m.told
	if m.share < relatedShare && m.plain < 2 {
		return f, false
	}
	f.speaker, f.stance = s.voice(c, u)
	if f.stance == evidence.Denies && (neither(u) || falsehood(u)) {
		f.stance = evidence.States
	}
	slots := compareSlots(c, s, u, m)
	switch {
	case m.missing != "":
		f.rule = "does not speak of " + m.missing
	case slots.differs != nil && m.far:
		f.rule = "perhaps of somebody else than " + c.topic()
	case slots.differs != nil && slots.lacks != "" && !slots.differs.verb && m.share < assertShare:
		f.rule = "does not give the " + slots.lacks
	case slots.differs != nil && m.share >= slots.differs.share(m) && m.content >= slots.differs.content(m):
		f.verdict, f.slot, f.rule = Differs, slots.differs, slots.differs.rule
	case m.flipped && m.own >= 0.5 && m.share >= denyShare && (m.told || m.subject || m.content >= 0.7):
		f.verdict, f.rule = Denies, "says the opposite"
	case m.share < assertShare || m.content < 0.5 || !m.told && (m.share < assertShare+tellShare || m.content < 0.7) && slots.same == 0:
	case quiet(f.stance) && u.length <= 8:
		f.rule = "tells that " + f.speaker + " said nothing"
	case c.event != "" && u.open(c.event) && !c.unit.open(c.event) && !(c.coming() && u.agreed(c.event)):
		f.rule = "says only that it would be so"
	case f.stance == evidence.Seeks && slices.ContainsFunc(c.unit.amounts, func(a *evidence.Amount) bool { return a.Money() }) && !c.seeks():
		f.rule = "is only sought"
	case slots.differs != nil:
		f.rule = "gives another " + slots.differs.slot + ", perhaps of another event"
	case slots.lacks != "" && (f.stance != evidence.Denies || c.stance == evidence.Denies || m.own < 0.5 || m.here < 2 || genericDenial(u)):
		f.rule = "does not give the " + slots.lacks
	case added(c, u) != "":
		f.rule = "does not say “" + added(c, u) + "”"
	case c.filedElse(u):
		f.rule = "tells of no filing"
	case f.stance == evidence.Questions:
		f.rule = "asks whether"
	case c.stance == evidence.Denies && f.stance == evidence.Admits && s.sameSpeaker(c, bare(c.attribute), bare(f.speaker)):
		f.verdict, f.rule = Denies, "tells of the admission"
	case f.stance == evidence.Denies || f.stance == evidence.LacksKnowledge:
		if c.stance == evidence.Denies {
			f.verdict, f.rule = Asserts, "tells of the denial"
		} else if !genericDenial(u) && !u.inPassing(c.event) {
			f.verdict, f.rule = Denies, "denied"
		}
	default:
		f.verdict, f.rule = support(c, s, f)
	}
	return f, true
}

// support tells a passage in the document's own voice from one that credits somebody.
func support(c *claim, s *source, f finding) (verdict, rule string) {
	own := f.speaker == "" || s.ownVoice(f.speaker, f.stance)
	if own {
		return Asserts, "says the same"
	}
	if c.attribute != "" && s.sameSpeaker(c, c.attribute, f.speaker) {
		return Asserts, "says that " + f.speaker + " says so"
	}
	return Attributes, "credits " + f.speaker
}

// ownVoice says whether a statement is the document's own.
func (s *source) ownVoice(speaker string, stance evidence.Stance) bool {
	switch stance {
	case evidence.States, evidence.Finds, evidence.Holds, evidence.Promises:
		return speaker == s.doc.Publisher || speaker == s.doc.Author || s.doc.Kind == evidence.Policy || stance == evidence.Finds || stance == evidence.Holds
	}
	return false
}

// voice gives the speaker and stance of the statement in a unit that says most of the claim.
func (s *source) voice(c *claim, u *unit) (string, evidence.Stance) {
	best, most := (*evidence.Statement)(nil), -1.0
	for _, st := range u.statements {
		has := map[string]bool{}
		s.expand(has, st.Text)
		got := 0.0
		for _, t := range c.terms {
			if has[t.class] {
				got += t.weight
			}
		}
		if got > most {
			best, most = st, got
		}
	}
	if best == nil {
		return "", ""
	}
	return best.Speaker, best.Stance
}

// added gives a word by which the claim says more than the unit, "" for none.
func added(c *claim, u *unit) string {
	x := words()
	for _, w := range c.unit.words {
		k := x.addition[w.fold]
		if k == 0 || c.additions[k] == "" {
			continue
		}
		if !slices.ContainsFunc(u.words, func(v word) bool { return x.addition[v.fold] == k }) {
			return w.fold
		}
	}
	return ""
}

// genericDenial says whether a unit only denies "the claims" and nothing in particular.
func genericDenial(u *unit) bool {
	return slices.ContainsFunc(u.statements, func(st *evidence.Statement) bool {
		return st.Stance == evidence.Denies && aboutCharges(st.Text)
	})
}

func verdictFor(c candidate, f finding) Verdict {
	d := c.source.doc
	v := Verdict{Document: d.ID, SourceID: d.SourceID, Title: d.Title, Publisher: d.Publisher, Published: ownDate(d), Verdict: f.verdict, Speaker: f.speaker, Stance: string(f.stance),
		Passage: c.source.passage(f.unit), Rule: f.rule, Score: c.score, coverage: f.coverage}
	if f.slot != nil {
		v.Slot, v.Yours, v.Theirs = f.slot.slot, f.slot.yours, f.slot.theirs
		v.YoursNormal, v.TheirsNormal = f.slot.yoursNormal, f.slot.theirsNormal
		v.YoursValue, v.TheirsValue = f.slot.yoursValue, f.slot.theirsValue
	}
	return v
}

// ownDate is the Date value of a document's own date, "" when unknown.
func ownDate(d *evidence.Document) string {
	if day := d.Date(); day != nil && day.Resolved {
		return day.Value
	}
	return ""
}
