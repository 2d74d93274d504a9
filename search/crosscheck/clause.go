package crosscheck

import (
	"slices"
	"strings"
)

// clauseStart is the first word of the clause in which word i stands.
func (u *unit) clauseStart(i int) int {
	list := u.words
	for k := i - 1; k >= 0; k-- {
		between := u.text[list[k].end:list[k+1].start]
		if strings.ContainsAny(between, ";:") || strings.Contains(between, " -") || strings.ContainsAny(between, "—–") {
			return k + 1
		}
		if speaks(list, k) || list[k].fold == "who" || list[k].fold == "which" {
			return k + 1
		}
		if subordinators[list[k].fold] && k+1 < i && !strings.HasSuffix(list[k+1].fold, "ing") && !list[k+1].number {
			return k + 1
		}
		if joints[list[k].fold] && k+1 < i && (list[k+1].capital && !list[k+1].stop || starters[list[k+1].fold]) && u.verbBetween(k+1, i) == i {
			if list[k].fold == "and" && k > 0 && list[k-1].capital && list[k+1].capital {
				continue // two names, one subject
			}
			return k + 1
		}
	}
	return 0
}

// speechNouns are verbs of speech that are nouns as often.
var speechNouns = map[string]bool{"claims": true, "claim": true, "charges": true, "rules": true, "states": true, "shows": true, "notes": true, "ruling": true, "finding": true, "reported": true}

// speaks says whether a clause of its own begins after word k.
func speaks(list []word, k int) bool {
	if !speech[list[k].fold] || list[k].capital && k > 0 || k > 0 && passiveAt(list, k) {
		return false
	}
	if !speechNouns[list[k].fold] {
		return true
	}
	return k+1 < len(list) && (list[k+1].capital || starters[list[k+1].fold] || list[k+1].fold == "that")
}

// verbBetween is the first verb from word k on, at most word i.
func (u *unit) verbBetween(k, i int) int {
	for ; k < i; k++ {
		if pastVerb(u.words, k) {
			return k
		}
	}
	return i
}

// clauseEnd is the word at which the clause of verb i ends.
func (u *unit) clauseEnd(i int) int {
	list := u.words
	for k := i + 1; k < len(list); k++ {
		between := u.text[list[k-1].end:list[k].start]
		if strings.ContainsAny(between, ";:") || strings.Contains(between, " - ") {
			return k
		}
		if k > i+1 && (speaks(list, k) || list[k].fold == "who" || list[k].fold == "which") {
			return k
		}
	}
	return len(list)
}

// subject is the first name of a clause before its verb that hangs on no preposition,
// or what a pronoun there stands for. known is false where none is named.
func (u *unit) subject(start, verb int) (phrase, bool) {
	list := u.words
	if start > 0 && (list[start-1].fold == "who" || list[start-1].fold == "which") {
		names := u.phrases(max(0, start-12), start-1)
		if len(names) > 0 {
			return names[len(names)-1], true
		}
		return phrase{}, false
	}
	for _, p := range u.phrases(start, verb) {
		if governor(list, p.from) == "" || p.from == start {
			return p, true
		}
	}
	if start > 0 && start < verb && list[start].fold == "it" && speech[list[start-1].fold] {
		return u.subject(u.clauseStart(start-1), start-1)
	}
	return phrase{}, false
}

// phrases are the names among words from to end: capitals running, and the parties of
// the document. A heading in capitals has none.
func (u *unit) phrases(from, end int) (out []phrase) {
	list := u.words
	for i := from; i < end; i++ {
		if !u.properAt(i) {
			continue
		}
		j := i + 1
		for j < end && (list[j].capital && !list[j].number && joined(u.text[list[j-1].end:list[j].start]) || list[j].fold == "of" && j+1 < end && list[j+1].capital) {
			j++
		}
		p := phrase{from: i, to: j}
		var parts []string
		for _, w := range list[i:j] {
			if !w.stop {
				parts = append(parts, possessive(w.fold))
			}
		}
		p.fold = strings.Join(parts, " ")
		out = append(out, p)
		i = j - 1
	}
	return out
}

// properAt says whether a name may begin at word i. A capital at the head of a sentence
// tells nothing: there the word must be a name elsewhere, or be followed by another; in a claim, by a verb.
func (u *unit) properAt(i int) bool {
	w := u.words[i]
	if !w.capital || w.stop || w.number || calendar(w) {
		return false
	}
	head := i == 0 || strings.Contains(u.text[u.words[i-1].end:w.start], " -")
	if !head || u.proper[possessive(w.fold)] {
		return true
	}
	if u.claimed && !modifiers[w.fold] && !titleWords[w.fold] && i+1 < len(u.words) {
		next := u.words[i+1]
		_, verb := frameVerb(u.words, i+1)
		if verb || pastVerb(u.words, i+1) || auxiliaries[next.fold] || next.fold == "and" || possessive(w.fold) != w.fold {
			return true
		}
	}
	return i+1 < len(u.words) && u.words[i+1].capital && !u.words[i+1].stop && joined(u.text[w.end:u.words[i+1].start])
}

// possessive takes the 's from a name.
func possessive(fold string) string {
	return strings.TrimSuffix(strings.TrimSuffix(fold, "'s"), "’s")
}

// joined says whether the text between two words lets them be one name.
func joined(between string) bool {
	switch strings.TrimSpace(between) {
	case "", "-", "&", "'", ".", "<":
		return true
	}
	return false
}

// calendar tells capitals that are no names: months and days.
func calendar(w word) bool {
	return len(w.fold) >= 3 && (slices.Contains(months, w.fold[:3]) && monthNames[w.fold] || dayNames[w.fold])
}

var monthNames = map[string]bool{"january": true, "february": true, "march": true, "april": true, "may": true, "june": true, "july": true, "august": true, "september": true, "october": true, "november": true, "december": true,
	"jan": true, "feb": true, "mar": true, "apr": true, "jun": true, "jul": true, "aug": true, "sep": true, "sept": true, "oct": true, "nov": true, "dec": true}

var dayNames = map[string]bool{"monday": true, "tuesday": true, "wednesday": true, "thursday": true, "friday": true, "saturday": true, "sunday": true}
