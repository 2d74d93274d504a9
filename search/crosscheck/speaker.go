package crosscheck

import (
	"slices"
	"strings"

	"averment/evidence"
)

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
	if s.shortOf(a, b) || s.shortOf(b, a) {
		return true
	}
	return strings.HasPrefix(b, a+" spokes") || strings.HasPrefix(a, b+" spokes") || s.speaksFor(b, a)
}

// shortOf says whether short is what an organisation of the document is called for short: the
// beginning of its name.
func (s *source) shortOf(short, long string) bool {
	return strings.HasPrefix(long, short+" ") && len(short) > 2 && slices.ContainsFunc(s.names, func(n name) bool { return n.party.Type == evidence.Organisation && n.calls(long) })
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
