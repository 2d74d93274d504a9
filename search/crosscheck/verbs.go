package crosscheck

import (
	"slices"
	"strings"
)

// auxiliary verbs and verbs of speech are never the event of a claim.
var noEvents = map[string]bool{"said": true, "told": true, "added": true, "reported": true, "stated": true, "announced": true, "alleged": true, "called": true, "based": true, "named": true, "united": true, "went": true, "limited": true, "related": true}

// modals before a verb leave open whether it comes to pass.
var modals = map[string]bool{"would": true, "may": true, "might": true, "could": true, "will": true, "should": true, "can": true}

// event is the class of the first verb of a claim that tells what happened, "" where
// none is seen.
func event(list []word) string {
	for i, w := range list {
		if verb, ok := frameVerb(list, i); ok && !noEvents[w.fold] && !light[w.fold] && !words().generic[w.class] {
			return verb
		}
	}
	return ""
}

// underWay is the class of the first verb that a list tells as going on, "is buying", "are
// patrolling", or, after such a verb that opens another, "is trying to buy"; "" for none.
func underWay(list []word) string {
	for i := 1; i < len(list); i++ {
		be := list[i-1].fold
		if (be == "is" || be == "are") && strings.HasSuffix(list[i].fold, "ing") && !list[i].stop {
			return list[i].class
		}
	}
	return ""
}

// openers are verbs that tell how far the deed has come that is told by the verb after them.
var openers = map[string]bool{"start": true, "begin": true, "began": true, "agree": true, "plan": true, "try": true, "tried": true, "attempt": true, "continue": true, "want": true, "intend": true, "decid": true, "decide": true, "refus": true, "stop": true, "help": true, "hav": true}

// secondVerb is the class of the verb that hangs on the first of a claim, by "to" or by its
// ending; "" for none.
func secondVerb(list []word, first string) string {
	for i, w := range list {
		if first == "" || w.class != first && words().action[w.fold] != first || !openers[stem(w.fold)] {
			continue
		}
		for k := i + 1; k < min(i+4, len(list)); k++ {
			if !list[k].stop && (list[k-1].fold == "to" || strings.HasSuffix(list[k].fold, "ing")) {
				return list[k].class
			}
		}
	}
	return ""
}

// lightDeed is the class of a light verb that takes a sum, "took $38 million from the fund",
// where a claim tells of no other deed; "" for none.
func lightDeed(u *unit) string {
	if len(u.amounts) == 0 {
		return ""
	}
	for i, w := range u.words {
		if (w.fold == "took" || w.fold == "take" || w.fold == "gave") && i+1 < len(u.words) && !u.words[i+1].stop {
			return w.class
		}
	}
	return ""
}

// tells says whether a unit has a verb.
func (u *unit) tells(verb string) bool {
	return verb == "" || u.has[verb] || u.more[verb] || u.has[words().classOf(verb)] || slices.ContainsFunc(u.frames, func(f frame) bool { return f.verb == verb })
}

func pastVerb(list []word, i int) bool {
	w := list[i]
	if w.stop || w.capital || w.number {
		return false
	}
	return strings.HasSuffix(w.fold, "ed") && len(w.fold) > 4 || words().past[w.fold]
}

// agreedBefore says whether "agreed" stands before word i.
func agreedBefore(list []word, i int) bool {
	for _, w := range list[:i] {
		if (w.fold == "agreed" || w.fold == "agrees") && !w.negated {
			return true
		}
	}
	return false
}

// open says whether a verb of a unit stands under a modal: "would settle".
func (u *unit) open(class string) bool {
	found := false
	for i, w := range u.words {
		if w.class != class {
			continue
		}
		found = true
		modal := false
		for k := i - 1; k >= max(0, i-2); k-- {
			modal = modal || isModal(u.words, k) || u.words[k].fold == "to"
		}
		if class == words().classOf("settle") && agreedBefore(u.words, i) {
			return false // "agreed to pay 6 million to settle" is a settlement
		}
		if !modal {
			return false
		}
	}
	return found
}

// coming says whether a claim tells its deed as under way: "is buying".
func (c *claim) coming() bool {
	for i, w := range c.unit.words {
		if i > 0 && (w.class == c.event || words().action[w.fold] == c.event) && strings.HasSuffix(w.fold, "ing") {
			switch c.unit.words[i-1].fold {
			case "is", "are", "was", "were", "be":
				return true
			}
		}
	}
	return false
}

// settledOn are verbs by which a deed that is told after "to" is under way.
var settledOn = map[string]bool{"agreed": true, "agrees": true, "set": true, "plans": true, "planned": true, "planning": true, "decided": true, "decides": true, "poised": true, "announces": true, "announced": true}

// agreed says whether a verb of a unit stands after "agreed to" or the like, or after a bare
// "to", as headlines tell the future; not under a modal.
func (u *unit) agreed(class string) bool {
	for i, w := range u.words {
		if w.class != class && words().action[w.fold] != class || i < 2 || u.words[i-1].fold != "to" {
			continue
		}
		if before := u.words[i-2]; settledOn[before.fold] || before.capital && i < 6 {
			return true
		}
	}
	return false
}
