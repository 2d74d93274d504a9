package crosscheck

import (
	"slices"
	"strings"
)

// tells says whether a part tells most of what the claim tells, in whatever words.
func (p *part) tells() bool {
	t := p.near
	if p.against() || t.content == 0 && t.names < 4 {
		return false
	}
	return t.names >= 4 && t.recall >= 0.6 || t.content >= 1 && (t.event || t.content >= 2) && (t.recall >= 0.5 || t.recall >= 0.3 && t.event && t.content+t.names >= 2 || t.inside >= 0.5 && t.content+t.names >= 2)
}

// against says whether a part says that the matter of the claim is not so, whoever says it.
func (p *part) against() bool {
	if p.debunks() || p.refuses() {
		return true
	}
	return !p.questions() && (p.deniesAtOnce() || p.negates() && !p.claim.lacks() && (!p.claim.ends() || p.notDone()))
}

// lacks says whether a claim says of something that it is not there or cannot be, so that a
// negation says the same: "drives without a licence".
func (c *claim) lacks() bool {
	return slices.ContainsFunc(c.unit.words, func(w word) bool { return w.fold == "without" || w.fold == "lacks" || plainNegator(w.fold) })
}

// asks says whether a part ends in a question.
func (p *part) asks() bool {
	text := strings.TrimRight(strings.TrimSpace(p.text), "\"”’')")
	return strings.Contains(text[len(strings.TrimRight(text, "?!")):], "?")
}

// askers begin a question.
var askers = map[string]bool{"did": true, "does": true, "do": true, "is": true, "are": true, "was": true, "were": true, "has": true, "have": true, "had": true, "will": true, "would": true, "can": true, "could": true, "should": true, "what": true, "why": true, "who": true, "how": true, "where": true, "when": true}

// questions says whether the part is a question from its first word on.
func (p *part) questions() bool {
	return p.asks() && len(p.words) > 0 && (askers[p.words[0].fold] || !slices.ContainsFunc(p.words, func(w word) bool { return askers[w.fold] }))
}

// debunks says whether a turn in the part takes the whole tale back, and leaves it not open.
func (p *part) debunks() bool {
	for _, q := range p.cues {
		if (q.kind == cueDebunk || q.kind == cueTwist && p.headline) && !p.open(q) {
			return true
		}
	}
	return false
}

// takesBack says whether a sentence debunks the tale in the report's own voice, or by the
// word of somebody who has no part in it.
func (p *part) takesBack() bool {
	if !p.debunks() || p.has(cueDeny) {
		return false
	}
	for i, w := range p.words {
		if (sayings[w.fold] || opinions[w.fold]) && (!p.office(i) || p.party(i)) {
			return false
		}
	}
	return true
}

// opinions are verbs of those who only think so.
var opinions = map[string]bool{"assert": true, "argue": true, "believe": true, "believes": true, "suggest": true, "suggests": true, "suspect": true, "suspects": true, "wonder": true, "think": true}

// open says whether a turn stands under a modal, a negation, or in a question.
func (p *part) open(q cue) bool {
	if p.asks() && q.to == len(p.words) {
		return true
	}
	for k := q.from - 1; k >= max(0, q.from-4); k-- {
		w := p.words[k]
		if strings.ContainsAny(p.text[w.end:p.words[k+1].start], ",;:—–.?!") || strings.Contains(p.text[w.end:p.words[k+1].start], " -") {
			return false
		}
		if (isModal(p.words, k) || p.may(k)) && w.fold != "will" || w.fold == "whether" || w.fold == "if" && k >= q.from-2 || isNegator(w.fold) || w.fold == "possibly" || w.fold == "maybe" {
			return true
		}
	}
	return false
}

// may says whether word k is the verb "may", which has a capital in headlines.
func (p *part) may(k int) bool {
	return p.words[k].fold == "may" && !month(p.words, cue{from: k, to: k + 1})
}

// deed says whether a word may stand for the verb of the claim.
func (c *claim) deed(w word) bool {
	return slices.ContainsFunc(c.terms, func(t term) bool {
		return c.isDeed(t) && kindred(t, w)
	})
}

// deniesAtOnce says whether a part begins with "No,", "Sorry," or "False:".
func (p *part) deniesAtOnce() bool {
	if len(p.words) < 3 {
		return false
	}
	first := p.words[0]
	between := p.text[first.end:p.words[1].start]
	if strings.ContainsAny(between, ":!") && (first.fold == "false" || first.fold == "wrong" || first.fold == "untrue") {
		return true
	}
	return strings.Contains(between, ",") && (first.fold == "no" || first.fold == "nope" || first.fold == "sorry")
}

// plainNegators turn a statement into its contrary.
var plainNegators = map[string]bool{"not": true, "no": true, "never": true, "nobody": true, "none": true, "cannot": true, "nothing": true}

func plainNegator(fold string) bool {
	return plainNegators[fold] || strings.HasSuffix(fold, "n't") || strings.HasSuffix(fold, "n’t")
}

// negates says whether a negation in the part bears on what the claim tells.
func (p *part) negates() bool {
	for i, w := range p.words {
		if !plainNegator(w.fold) || p.within(i, cueOpen) || p.within(i, cueIdle) || fixed(p.words, i) || p.advises(i) {
			continue
		}
		if p.bears(i) {
			return true
		}
	}
	return false
}

// advises says whether the negation at word i heads a headline as advice: "Don't open this".
func (p *part) advises(i int) bool {
	return i == 0 && p.headline && (strings.HasPrefix(p.words[0].fold, "don") || p.words[0].fold == "never")
}

// within says whether word i belongs to a turn of a kind.
func (p *part) within(i int, kind string) bool {
	return slices.ContainsFunc(p.cues, func(q cue) bool { return q.kind == kind && q.from <= i && i < q.to })
}

// bears says whether the clause after a negation has a word of the claim that is no name.
func (p *part) bears(i int) bool {
	for k := i + 1; k < min(i+9, len(p.words)); k++ {
		between := p.text[p.words[k-1].end:p.words[k].start]
		if breaks(between) || strings.ContainsAny(between, "—–") || k > i+1 && (p.words[k].fold == "but" || p.words[k].fold == "because" || p.words[k].fold == "until") {
			return false
		}
		if p.claim.content(p.words[k]) || (k < i+5 || p.headline) && (p.claim.named(p.words[k]) || p.claim.numbered(p.words[k])) {
			return true
		}
	}
	return false
}

// content says whether a word may stand for a word of the claim that is no name.
func (c *claim) content(w word) bool {
	return slices.ContainsFunc(c.terms, func(t term) bool { return !t.name && kindred(t, w) })
}

// numbered says whether a word with a figure in it, "MH370", stands in the claim.
func (c *claim) numbered(w word) bool {
	return w.number && slices.ContainsFunc(c.unit.words, func(v word) bool { return v.fold == w.fold })
}

// named says whether a word is one of the names of the claim.
func (c *claim) named(w word) bool {
	return slices.ContainsFunc(c.terms, func(t term) bool { return t.name && t.class == w.class })
}

// hedged says whether a part only reports the matter, asks, or leaves it open.
func (p *part) hedged() bool {
	return p.asks() || p.headline && (p.wonders() || p.quoted() || p.distanced()) || p.has(cueHedge) || p.has(cueOpen) || p.has(cueVow) || p.headline && p.coming() || p.credits()
}

// tales are words for what is told, when a report speaks of it as such.
var tales = map[string]bool{"story": true, "stories": true, "report": true, "reports": true, "claim": true, "claims": true, "rumor": true, "rumors": true, "rumour": true, "rumours": true, "video": true, "clip": true, "photo": true, "photograph": true, "picture": true, "pictures": true, "image": true, "post": true, "posts": true, "tale": true, "letter": true, "article": true, "allegation": true, "allegations": true, "hoax": true, "news": true, "chart": true, "website": true, "site": true, "account": true, "headline": true, "quote": true, "meme": true, "theory": true, "piece": true}

// coming says whether a headline tells as still to come what the claim tells as done: "will
// free hostages", "set to land".
func (p *part) coming() bool {
	if p.claim.ahead() || p.claim.event == "" {
		return false
	}
	for i, w := range p.words {
		if !p.claim.deed(w) {
			continue
		}
		before := p.words[max(0, i-3):i]
		to := i > 0 && p.words[i-1].fold == "to"
		if slices.ContainsFunc(before, func(v word) bool { return v.fold == "will" && !v.capital || to && outlook[v.fold] }) {
			return true
		}
	}
	return false
}

// outlook are words that with "to" tell what is to come.
var outlook = map[string]bool{"set": true, "due": true, "plans": true, "plan": true, "planning": true, "about": true, "ready": true, "prepares": true, "preparing": true, "expected": true, "poised": true, "likely": true, "scheduled": true}

// reserved says whether a part leaves the matter open, whoever says it: it asks, doubts, or
// passes it on.
func (p *part) reserved() bool {
	return p.asks() || p.wonders() || p.quoted() || p.has(cueHedge) || p.has(cueOpen) || p.outlet() || p.speaks()
}

// onDeed says whether a part speaks of the deed of the claim, so that what it denies is that.
func (p *part) onDeed() bool {
	t := p.touch
	if (p.deniesAtOnce() || p.headline && p.refuses()) && t.about() || p.headline && p.debunks() && t.content+t.names >= 2 {
		return true
	}
	return t.close() || t.recall >= 0.5 || t.content+t.names >= 3 && t.inside >= 0.4 || p.debunks() && t.about()
}

// ofTale says whether a turn that debunks stands beside a word for the tale.
func (p *part) ofTale() bool {
	for _, q := range p.cues {
		near := p.words[max(0, q.from-5):min(len(p.words), q.to+4)]
		if p.headline {
			near = p.words
		}
		if (q.kind == cueDebunk || q.kind == cueTwist) && slices.ContainsFunc(near, func(w word) bool { return tales[w.fold] }) {
			return true
		}
	}
	return false
}
