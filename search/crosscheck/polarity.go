package crosscheck

import "strings"

// negators govern the words after them up to the end of the clause.
var negators = map[string]bool{"not": true, "no": true, "never": true, "without": true, "nor": true, "neither": true, "none": true, "cannot": true, "zero": true,
	"fail": true, "failed": true, "fails": true, "failing": true, "lack": true, "lacks": true, "lacked": true,
	"refuse": true, "refused": true, "refuses": true, "declined": true, "declines": true}

// nounNegators bear on a noun, which may have an adjective before it.
var nounNegators = map[string]bool{"no": true, "zero": true, "without": true, "lack": true, "lacks": true, "lacked": true, "none": true}

// clauseEnds are words at which the scope of a negation ends.
var clauseEnds = map[string]bool{"but": true, "although": true, "though": true, "while": true, "because": true, "however": true, "which": true, "who": true, "and": true, "after": true, "since": true, "until": true, "unless": true}

// negate marks the words that stand in the scope of a negation. Two negations cancel.
func negate(text string, list []word) {
	on, since, heads := false, 0, 0
	for i := range list {
		w := &list[i]
		if i > 0 && breaks(text[list[i-1].end:w.start]) || clauseEnds[w.fold] {
			on = false
		}
		if on && i-since > 8 {
			on = false
		}
		if isNegator(w.fold) && !fixed(list, i) {
			on, since, heads = !on, i, 1
			if nounNegators[w.fold] {
				heads = 2
			}
			continue
		}
		if w.fold == "of" && clearedBefore(list, i) {
			on, since, heads = true, i, 1
			continue
		}
		w.negated = on
		if w.stop && heads == 1 && i-since > 1 {
			heads = 0
		}
		if on && !w.stop && heads > 0 && !strings.HasSuffix(w.fold, "ly") {
			w.head = true
			heads--
		}
	}
}

// clearedBefore says whether the "of" at i follows what takes a charge away: "cleared it of
// fraud".
func clearedBefore(list []word, i int) bool {
	for k := i - 1; k >= max(0, i-4); k-- {
		switch list[k].fold {
		case "cleared", "clears", "absolved", "absolves", "exonerated", "exonerates":
			return true
		}
	}
	return false
}

func isNegator(fold string) bool {
	return negators[fold] || strings.HasSuffix(fold, "n't") || strings.HasSuffix(fold, "n’t")
}

// fixed tells turns that negate nothing: "not only", "no longer" is left to negate.
func fixed(list []word, i int) bool {
	return strings.HasPrefix(list[i].fold, "fail") && failsAt(list, i) || i+1 < len(list) && (list[i+1].fold == "only" || list[i].fold == "no" && (list[i+1].fold == "doubt" || list[i+1].number))
}

// breaks says whether the text between two words ends a clause.
func breaks(between string) bool { return strings.ContainsAny(between, ";:.!?") }

// neither says whether a unit tells that somebody neither admits nor denies, or was
// dismissed: turns that deny nothing of what stands beside them.
func neither(u *unit) bool {
	low := foldText(u.text)
	for _, p := range []string{"without admitting or denying", "without denying or admitting", "neither admitted nor denied", "neither admit nor deny", "neither admitting nor denying", "neither admits nor denies", "did not admit or deny", "was dismissed by", "were dismissed by", "been dismissed by", "was rejected by"} {
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

// inPassing says whether a verb stands only in a clause about a noun: "denied that it
// ignored a leak that spread" does not deny that it spread.
func (u *unit) inPassing(verb string) bool {
	found := false
	for _, f := range u.frames {
		if f.verb != verb || verb == "" {
			continue
		}
		if f.at == 0 {
			return false
		}
		switch u.words[f.at-1].fold {
		case "that", "which", "who":
			found = true
		default:
			return false
		}
	}
	return found
}

// failsAt says whether what failed at word i is a thing or a test: "failed a drug test" denies
// nothing, "failed to disclose" does.
func failsAt(list []word, i int) bool {
	if i+1 >= len(list) {
		return false
	}
	switch list[i+1].fold {
	case "a", "an", "the", "his", "her", "its", "their":
		return true
	}
	return false
}
