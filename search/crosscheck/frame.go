package crosscheck

import (
	"slices"
	"strings"
)

// frame is a verb of a unit with the names that take part in what it tells: the one who
// acts, and those to whom it is done or from whom something comes. Converse verbs are
// one: "A sold to B" is "B bought from A".
type frame struct {
	at      int    // the verb among the words of the unit
	verb    string // its class, the same for converse verbs
	agent   []string
	others  []string // in the order of the text
	object  string   // the first of them that hangs on no preposition
	around  []string // all names before the verb in its clause
	kin     []string // where no name acts: those in "the suit by NAME"
	passive bool
	open    bool // under a modal: it may not come to pass
	surface string
}

// phrase is a name or a pronoun among the words of a unit.
type phrase struct {
	from, to int // words
	fold     string
}

// prepositions take the name after them out of the running for subject.
var prepositions = map[string]bool{"of": true, "at": true, "by": true, "for": true, "against": true, "with": true, "from": true, "in": true, "to": true, "on": true,
	"over": true, "under": true, "into": true, "between": true, "about": true, "through": true, "near": true, "off": true}

// numerals are numbers in words, which "to" does not make verbs.
var numerals = map[string]bool{"one": true, "two": true, "three": true, "four": true, "five": true, "six": true, "seven": true, "eight": true, "nine": true, "ten": true, "eleven": true, "twelve": true, "fifteen": true, "twenty": true, "thirty": true, "forty": true, "fifty": true}

// subordinators always begin a clause with a subject of its own, unless a verb follows.
var subordinators = map[string]bool{"while": true, "when": true, "after": true, "before": true, "because": true, "although": true, "though": true, "since": true, "if": true, "that": true, "until": true}

// speech are verbs after which a clause of its own begins.
var speech = map[string]bool{"said": true, "says": true, "say": true, "saying": true, "charged": true, "charges": true, "charging": true, "ruled": true, "rules": true, "ruling": true,
	"found": true, "finding": true, "alleged": true, "alleges": true, "alleging": true, "claimed": true, "claims": true, "claiming": true, "announced": true, "told": true,
	"added": true, "reported": true, "declared": true, "that": true, "contends": true, "contended": true, "affirmed": true, "denied": true,
	"allege": true, "claim": true, "argue": true, "argued": true, "argues": true, "arguing": true, "believe": true, "believed": true, "believes": true, "suggested": true, "suggests": true, "showed": true, "shows": true,
	"noted": true, "notes": true, "warned": true, "testified": true, "stated": true, "states": true, "revealed": true, "accusing": true, "contend": true, "insisted": true, "asserted": true, "asserts": true, "concluded": true}

// joints begin a clause where a subject stands after them.
var joints = map[string]bool{"and": true, "but": true, "or": true, "while": true, "when": true, "after": true, "before": true, "because": true, "although": true, "though": true, "since": true, "if": true, "as": true}

// starters are words that begin a subject.
var starters = map[string]bool{"he": true, "she": true, "it": true, "they": true, "the": true, "a": true, "an": true, "its": true, "his": true, "her": true, "their": true, "there": true}

// frames reads the verbs of a unit.
func (u *unit) readFrames() {
	for i := range u.words {
		verb, ok := frameVerb(u.words, i)
		if !ok {
			continue
		}
		u.frames = append(u.frames, u.frameAt(i, verb))
	}
}

// frameVerb gives the class of a verb that a frame hangs on.
func frameVerb(list []word, i int) (string, bool) {
	w := list[i]
	if w.number || numerals[w.fold] || w.capital && i > 0 {
		return "", false
	}
	if described(list, i) {
		return "", false
	}
	if filesSuit(list, i) {
		return "sue", true
	}
	after := i > 0 && (list[i-1].fold == "to" || isModal(list, i-1))
	if verb := words().action[w.fold]; verb != "" {
		switch {
		case after || i == 0:
			return verb, true
		case w.fold == verb: // "offer" is a noun as often
			return "", false
		case strings.HasSuffix(w.fold, "s") && (list[i-1].stop || list[i-1].number):
			return "", false
		}
		return verb, true
	}
	if w.class != "" && (pastVerb(list, i) || after) && !noEvents[w.fold] {
		return w.class, true
	}
	return "", false
}

// bodyNouns are nouns that act as what they are "of": "the state of Illinois sued".
var bodyNouns = map[string]bool{"state": true, "city": true, "county": true, "government": true, "province": true, "republic": true, "commonwealth": true, "town": true, "people": true,
	"shares": true, "stock": true, "suit": true, "lawsuit": true, "complaint": true, "board": true, "directors": true, "shareholders": true}

// bodyOf says whether a name hangs by "of" on a noun that acts for it.
func bodyOf(list []word, i int) bool {
	for k := i - 1; k >= max(1, i-3); k-- {
		if list[k].fold == "of" {
			return bodyNouns[list[k-1].fold]
		}
	}
	return false
}

// described says whether a participle stands before its noun: "the failed bank".
func described(list []word, i int) bool {
	if i == 0 || i+1 >= len(list) || list[i+1].stop || !strings.HasSuffix(list[i].fold, "ed") {
		return false
	}
	switch list[i-1].fold {
	case "the", "a", "an", "its", "his", "her", "their", "of":
		return true
	}
	return false
}

// filesSuit reads "filed a suit" and "brought an action".
func filesSuit(list []word, i int) bool {
	switch list[i].fold {
	case "filed", "files", "file", "filing", "brought", "lodged":
	default:
		return false
	}
	for k := i + 1; k < min(i+5, len(list)); k++ {
		switch list[k].fold {
		case "suit", "lawsuit", "complaint":
			return true
		case "against", "for", "with":
			return false
		}
	}
	return false
}

func (u *unit) frameAt(i int, verb string) frame {
	list := u.words
	f := frame{at: i, verb: verb, passive: passiveAt(list, i), open: modalAt(list, i)}
	start := u.clauseStart(i)
	subject, known := u.subject(start, i)
	if i > 1 && list[i-1].fold == "to" && list[i-2].class != "" && !pastVerb(list, i-2) && words().action[list[i-2].fold] == "" {
		known = false // "asked a court to order": another acts
	}
	for _, p := range u.phrases(start, i) {
		f.around = append(f.around, p.fold)
		if g := governor(list, p.from); !known && (g == "by" || g == "of" && bodyOf(list, p.from)) {
			f.kin = append(f.kin, p.fold)
		}
	}
	end := u.clauseEnd(i)
	names := u.phrases(i+1, end)
	last := i
	add := func(list *[]string, p phrase) {
		if p.fold != "" {
			*list = append(*list, p.fold)
			last = max(last, p.to-1)
		}
	}
	by, rest := u.split(names)
	switch {
	case f.passive:
		if by != nil {
			add(&f.agent, *by)
		}
		if known && beBefore(list, i) {
			add(&f.others, subject)
		}
	default:
		if known {
			add(&f.agent, subject)
		}
		if by != nil {
			rest = append(rest, *by)
		}
	}
	for _, p := range rest {
		add(&f.others, p)
		if f.object == "" && (!f.passive || len(f.others) > 1) && governor(list, p.from) == "" {
			f.object = p.fold
		}
	}
	if f.passive && known && beBefore(list, i) {
		f.object = subject.fold
	}
	f.turn(list[i].fold, rest, u)
	from := i
	if known && subject.from < i {
		from = subject.from
	}
	f.surface = oneLine(u.text[list[from].start:list[last].end])
	return f
}

// turn brings a converse verb to the other: the agent and the first of the others change
// places where one stands after "to".
func (f *frame) turn(fold string, rest []phrase, u *unit) {
	to, converse := words().converse[fold]
	if !converse {
		return
	}
	f.verb = to
	for _, p := range rest {
		if k := governor(u.words, p.from); k == "to" || k == "from" || k == "" {
			f.agent, f.others = []string{p.fold}, append(f.agent, without(f.others, p.fold)...)
			return
		}
	}
	f.agent, f.others = nil, append(f.agent, f.others...)
}

func without(list []string, s string) []string {
	return slices.DeleteFunc(slices.Clone(list), func(x string) bool { return x == s })
}

// split takes the name after "by" from the others.
func (u *unit) split(names []phrase) (by *phrase, rest []phrase) {
	for k := range names {
		if by == nil && governor(u.words, names[k].from) == "by" {
			by = &names[k]
			continue
		}
		rest = append(rest, names[k])
	}
	return by, rest
}

// governor is the preposition that governs the name at word i: the word before it, past
// articles and at most three words in lower case. "" for none.
func governor(list []word, i int) string {
	for k := i - 1; k >= max(0, i-5); k-- {
		switch {
		case prepositions[list[k].fold]:
			return list[k].fold
		case list[k].capital && !list[k].stop, list[k].number, speech[list[k].fold]:
			return ""
		}
		if pastVerb(list, k) || words().action[list[k].fold] != "" && k > 0 && list[k-1].fold != "the" && list[k-1].fold != "a" {
			return ""
		}
	}
	return ""
}

// passiveAt says whether a form of "be" stands before a verb, adverbs between, also
// before a verb that is joined to it: "was tried and fined".
func passiveAt(list []word, i int) bool {
	if i+1 < len(list) && list[i+1].fold == "by" && strings.HasSuffix(list[i].fold, "d") || i+1 < len(list) && list[i+1].fold == "by" && words().past[list[i].fold] {
		return true
	}
	return beBefore(list, i)
}

// beBefore says whether a verb hangs on a form of "be", its own or that of the verb to
// which it is joined.
func beBefore(list []word, i int) bool {
	for k := i - 1; k >= max(0, i-3); k-- {
		switch list[k].fold {
		case "was", "were", "been", "is", "are", "be", "being":
			return true
		}
		if !strings.HasSuffix(list[k].fold, "ly") && !list[k].stop && !list[k].negated {
			break
		}
	}
	if i > 0 && list[i-1].fold == "and" {
		for k := i - 2; k >= max(0, i-10); k-- {
			if list[k].capital {
				return false
			}
			if pastVerb(list, k) {
				return beBefore(list, k)
			}
		}
	}
	return false
}

func modalAt(list []word, i int) bool {
	for k := i - 1; k >= max(0, i-2); k-- {
		if isModal(list, k) && list[k].fold != "will" {
			return true
		}
	}
	return false
}

// isModal tells the verb "may" from the month.
func isModal(list []word, k int) bool {
	if !modals[list[k].fold] {
		return false
	}
	return list[k].fold != "may" || !list[k].capital && (k+1 >= len(list) || !list[k+1].number)
}
