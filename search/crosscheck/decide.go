package crosscheck

import (
	"cmp"
	"slices"
	"strings"

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
	if !ok {
		return nil
	}
	out := []Verdict{verdictFor(f, best)}
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
	f.coverage = m.share
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
	case c.event != "" && u.open(c.event) && !c.unit.open(c.event):
		f.rule = "says only that it would be so"
	case f.stance == evidence.Seeks && len(c.unit.amounts) > 0 && !c.seeks():
		f.rule = "is only sought"
	case slots.differs != nil:
		f.rule = "gives another " + slots.differs.slot + ", perhaps of another event"
	case slots.lacks != "":
		f.rule = "does not give the " + slots.lacks
	case added(c, u) != "":
		f.rule = "does not say “" + added(c, u) + "”"
	case f.stance == evidence.Questions:
		f.rule = "asks whether"
	case f.stance == evidence.Denies || f.stance == evidence.LacksKnowledge:
		if c.stance == evidence.Denies {
			f.verdict, f.rule = Asserts, "tells of the denial"
		} else if !genericDenial(u) {
			f.verdict, f.rule = Denies, "denied"
		}
	default:
		f.verdict, f.rule = support(c, s, f)
	}
	return f, true
}

// neither says whether a unit tells that somebody neither admits nor denies: a turn of
// settlements that denies nothing of what stands beside it.
func neither(u *unit) bool {
	low := foldText(u.text)
	for _, p := range []string{"without admitting or denying", "without denying or admitting", "neither admitted nor denied", "neither admit nor deny", "neither admitting nor denying", "neither admits nor denies", "did not admit or deny"} {
		if strings.Contains(low, p) {
			return true
		}
	}
	return false
}

// falsehood says whether "false" in a unit is what somebody is charged with: "making
// false claims" denies nothing.
func falsehood(u *unit) bool {
	for i, w := range u.words {
		if w.fold != "false" || i == 0 || i+1 >= len(u.words) {
			continue
		}
		switch u.words[i-1].fold {
		case "making", "made", "make", "filing", "filed", "submitting", "submitted", "submit", "giving", "gave", "of":
			return true
		}
	}
	return false
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

// match is how much of a claim a unit says.
type match struct {
	share   float64
	content float64 // share of the words that are neither names nor general
	told    bool    // the unit has the verb of the claim, or the claim has none
	plain   int     // words that stand in the unit itself
	flipped bool    // negated on one side only
	missing string  // a name of the claim that is not spoken of near the unit
	subject bool    // what the claim speaks of first is what the unit says there is none of
	own     float64 // share of those words that stand in the unit itself
	far     bool    // what the claim speaks of is named, but nowhere near
	loose   bool    // a name stands only near the unit, not in it
}

// cover measures how much of the claim a unit says, with what stands around it.
func cover(c *claim, s *source, i int) match {
	u := &s.units[i]
	var m match
	got, flips, seen := 0.0, 0.0, 0.0
	topic := " " + c.topic() + " "
	content, own, all := 0.0, 0.0, 0.0
	turned := false
	m.told = u.tells(c.event)
	for _, t := range c.terms {
		w, here := u.find(t.class)
		t.name = t.name || t.initial && s.proper[t.fold]
		if !t.name && t.weight == contentWeight {
			all++
			switch {
			case here || u.more[t.class]:
				content++
				own++
			case s.title[t.class] || s.beside(i, t.class, 1):
				content += contextShare
			}
		}
		switch {
		case here:
			got += t.weight
			m.plain++
			if t.name {
				break
			}
			seen += t.weight
			if w.negated != t.negated {
				flips += t.weight
				turned = turned || w.head || t.head
				m.subject = m.subject || w.head && t.class == c.first()
			}
		case u.more[t.class]:
			got += t.weight
		case t.name && s.near(i, t.class):
			if s.close(i, t.class) {
				got += t.weight
				break
			}
			got += farShare * t.weight
			m.far = m.far || strings.Contains(topic, " "+t.fold+" ")
			m.loose = m.loose || strings.Contains(topic, " "+t.fold+" ") && !s.title[t.class] && !s.beside(i, t.class, 1)
		case s.title[t.class] || s.beside(i, t.class, 1):
			got += contextShare * t.weight
		}
		if t.name && !here && m.missing == "" && !u.more[t.class] && !s.near(i, t.class) {
			m.missing = t.class
		}
	}
	if c.weight > 0 {
		m.share = got / c.weight
	}
	if m.content, m.own = 1, 1; all > 0 {
		m.content, m.own = content/all, own/all
	}
	m.flipped = turned && !m.loose && flips >= 0.3*seen
	return m
}

// first is the class of the first word of a claim that is no name, "" for none.
func (c *claim) first() string {
	for _, t := range c.terms {
		if !t.name {
			return t.class
		}
	}
	return ""
}

// find gives the first word of a class in the unit.
func (u *unit) find(class string) (word, bool) {
	if !u.has[class] {
		return word{}, false
	}
	for _, w := range u.words {
		if w.class == class {
			return w, true
		}
	}
	return word{}, false
}

// near says whether a name stands close enough to a unit for its pronouns to mean it:
// in the title, in the opening, or in the sentences beside.
func (s *source) near(i int, class string) bool {
	return s.close(i, class) || len(s.units) <= shortUnits && s.all[class]
}

// close is near without the whole of a short document.
func (s *source) close(i int, class string) bool {
	if s.title[class] || s.beside(i, class, 3) {
		return true
	}
	for j := range min(2, len(s.units)) {
		if s.units[j].has[class] {
			return true
		}
	}
	return false
}

// beside says whether a class stands in one of the n units around unit i.
func (s *source) beside(i int, class string, n int) bool {
	for j := max(0, i-n); j <= min(len(s.units)-1, i+1); j++ {
		if j != i && (s.units[j].has[class] || s.units[j].more[class]) {
			return true
		}
	}
	return false
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
	v := Verdict{Document: d.ID, SourceID: d.SourceID, Title: d.Title, Verdict: f.verdict, Speaker: f.speaker, Stance: string(f.stance),
		Passage: c.source.passage(f.unit), Rule: f.rule, Score: c.score, coverage: f.coverage}
	if f.slot != nil {
		v.Slot, v.Yours, v.Theirs = f.slot.slot, f.slot.yours, f.slot.theirs
		v.YoursNormal, v.TheirsNormal = f.slot.yoursNormal, f.slot.theirsNormal
		v.YoursValue, v.TheirsValue = f.slot.yoursValue, f.slot.theirsValue
	}
	return v
}

// sameSpeaker says whether two names are one speaker in a document.
func (s *source) sameSpeaker(c *claim, a, b string) bool {
	a, b = bare(a), bare(b)
	if a == b || pleading[a] && pleading[b] {
		return true
	}
	if a == "" || b == "" {
		return false
	}
	if slices.Equal(sortedClasses(a), sortedClasses(b)) {
		return true
	}
	for _, n := range s.names {
		if n.calls(a) && n.calls(b) {
			return true
		}
	}
	if s.surname(a, b) || s.surname(b, a) {
		return true
	}
	return strings.HasPrefix(b, a+" spokes") || strings.HasPrefix(a, b+" spokes") || s.speaksFor(b, a)
}

// surname says whether short is the last name of a person called long.
func (s *source) surname(short, long string) bool {
	return strings.HasSuffix(long, " "+short) && slices.ContainsFunc(s.names, func(n name) bool { return n.party.Type == evidence.Person && n.calls(long) })
}

// sortedClasses are the classes of the words of a name, in any order.
func sortedClasses(name string) []string {
	_, list := vocabulary(name)
	return list
}

// bare is a folded name without its article and the legal form of a company.
func bare(name string) string {
	name = foldText(name)
	for _, article := range []string{"the ", "a ", "an "} {
		name = strings.TrimPrefix(name, article)
	}
	for _, suffix := range []string{" inc", " corp", " corporation", " co", " company", " plc", " ltd", " limited", " llc"} {
		name = strings.TrimSuffix(name, suffix)
	}
	return name
}

// seeks says whether a claim speaks of what is sought.
func (c *claim) seeks() bool {
	asks := words().stage["seek"]
	return c.stance == evidence.Seeks || c.unit.has[words().classOf("seek")] || slices.ContainsFunc(c.unit.frames, func(f frame) bool { return words().stage[f.verb] == asks })
}

// pleading are the ways to name a complaint and those who bring it.
var pleading = map[string]bool{"complaint": true, "lawsuit": true, "suit": true, "filing": true, "plaintiff": true, "plaintiffs": true, "action": true, "petition": true, "legal filing": true, "legal complaint": true}

// calls says whether a folded name means the party.
func (n name) calls(fold string) bool {
	return slices.ContainsFunc(n.forms, func(f string) bool { return f == fold || bare(f) == fold })
}

// speaksFor says whether the document introduces a speaker as a voice of a party:
// "NAME, a spokesman for PARTY".
func (s *source) speaksFor(speaker, party string) bool {
	for i := range s.units {
		low := foldText(s.units[i].text)
		k := strings.Index(low, speaker)
		if k < 0 {
			continue
		}
		rest := low[k+len(speaker):]
		rest = rest[:min(len(rest), 60)]
		if !strings.Contains(rest, "spokes") {
			continue
		}
		for _, n := range s.names {
			if n.calls(party) && slices.ContainsFunc(n.forms, func(f string) bool { return strings.Contains(rest, f) && !owned(rest, f) }) {
				return true
			}
		}
		if strings.Contains(rest, party) || strings.Contains(rest, "the company") && s.organisation(party) {
			return true
		}
	}
	return false
}

// organisation says whether a folded name is that of an organisation in the document.
func (s *source) organisation(fold string) bool {
	return slices.ContainsFunc(s.names, func(n name) bool { return n.party.Type == evidence.Organisation && n.calls(fold) })
}

func owned(text, form string) bool { return strings.Contains(text, form+" holdings") }
