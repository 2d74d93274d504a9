package crosscheck

import (
	"slices"
	"strings"
)

// sayings are verbs by which a headline credits somebody.
var sayings = map[string]bool{"says": true, "say": true, "said": true, "tells": true, "told": true, "warns": true, "insists": true, "thinks": true, "think": true, "complain": true, "complains": true, "complaining": true, "swears": true, "boasts": true, "boasted": true}

// authorities are nouns for those whose word a report takes for its own.
var authorities = []string{"police", "official", "officials", "authorities", "court", "judge", "ministry", "minister", "government", "agency", "regulator", "spokesman", "spokeswoman", "spokesperson", "company", "doctors", "hospital", "scientists", "researchers", "study", "experts", "investigators", "prosecutors", "prosecutor", "records", "documents", "coroner", "agent", "publisher", "ceo", "executive", "chief", "president", "governor", "mayor", "director", "department", "committee", "council", "bank", "club", "airline", "university", "institute", "officer", "inquiry", "report", "manager", "school", "fbi", "nasa", "board", "commission", "authority", "county", "state", "secretary", "founder", "chairman"}

// outlets close a headline that passes on what others print: ": report", "- sources".
var outlets = map[string]bool{"report": true, "reports": true, "source": true, "sources": true, "rumor": true, "rumour": true, "rumors": true, "rumours": true, "claim": true, "claims": true, "analyst": true, "analysts": true, "blog": true, "cnn": true, "cnbc": true, "bbc": true, "reuters": true, "tmz": true, "witness": true, "witnesses": true, "leak": true}

// credits says whether a part gives the matter as the word of somebody whose word does not
// settle it: a passenger, sources, another outlet.
func (p *part) credits() bool {
	if p.outlet() {
		return true
	}
	for i, w := range p.words {
		if sayings[w.fold] && !p.authority(i) {
			return true
		}
	}
	return false
}

// outlet says whether the headline begins or ends with one who reports: "Report: …",
// "…: sources".
func (p *part) outlet() bool {
	n := len(p.words)
	if n < 4 {
		return false
	}
	first, last := p.words[0], p.words[n-1]
	return outlets[first.fold] && strings.ContainsAny(p.text[first.end:p.words[1].start], ":—–-") ||
		outlets[last.fold] && strings.ContainsAny(p.text[p.words[n-2].end:last.start], ":-–—,[(")
}

// authority says whether the one who says so at word i, before it or after, speaks with
// authority on the claim: an office, or a name of the claim itself.
func (p *part) authority(i int) bool { return p.office(i) || p.party(i) }

// office says whether somebody in office stands beside the verb of speech at word i.
func (p *part) office(i int) bool {
	return slices.ContainsFunc(p.words[max(0, i-4):min(i+4, len(p.words))], func(w word) bool { return slices.Contains(authorities, w.fold) })
}

// party says whether a name of the claim stands right before the verb of speech at word i.
func (p *part) party(i int) bool {
	return slices.ContainsFunc(p.words[max(0, i-1):i], p.claim.named)
}

// sure says whether a part takes the matter for settled: somebody in office, or one of whom
// the claim tells, confirms or announces it.
func (p *part) sure() bool {
	return slices.ContainsFunc(p.cues, func(q cue) bool { return q.kind == cueSure && (q.to-q.from > 1 || p.authority(q.from)) })
}
