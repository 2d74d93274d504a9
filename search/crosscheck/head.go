package crosscheck

import (
	"slices"
	"strings"

	"averment/evidence"
)

// hanging is what an amount hangs on in its unit.
type hanging struct {
	verb  string   // class of the verb that governs it, "" for none
	nouns []string // classes of the nouns before "of" and after the amount
	kind  string   // what sort of a total: "punitive", "net"; "" for none
	mode  mode
}

// mode is how far an amount has come to pass.
type mode int

// The modes of an amount.
const (
	told      mode = iota // it is told as done or agreed
	sought                // somebody asks for it or offers it
	potential             // it could be
)

// soughtWords and potentialWords govern an amount from before it.
var soughtWords = map[string]bool{"seek": true, "seeks": true, "seeking": true, "sought": true, "ask": true, "asks": true, "asked": true, "asking": true, "demand": true, "demands": true, "demanded": true, "demanding": true,
	"request": true, "requested": true, "want": true, "wants": true, "wanted": true, "claim": true, "claims": true, "claimed": true, "sue": true, "sued": true, "suing": true,
	"offer": true, "offered": true, "offers": true, "propose": true, "proposed": true, "bid": true, "urged": true, "recommended": true}

var potentialWords = map[string]bool{"could": true, "may": true, "might": true, "would": true, "faces": true, "face": true, "facing": true, "faced": true, "expected": true, "expects": true, "estimated": true, "maximum": true,
	"possible": true, "potential": true, "likely": true}

// kinds are words that tell one sort of a sum from another.
var kinds = map[string]string{"punitive": "punitive", "exemplary": "punitive", "compensatory": "compensatory", "actual": "compensatory", "treble": "treble", "trebled": "treble", "tripled": "treble", "trebling": "treble",
	"civil": "civil", "criminal": "criminal", "net": "net", "gross": "gross", "annual": "annual", "quarterly": "quarterly", "monthly": "monthly"}

// light are verbs and nouns that tell nothing of what an amount is.
var light = map[string]bool{"make": true, "made": true, "have": true, "had": true, "take": true, "took": true, "get": true, "got": true, "gets": true, "give": true, "gave": true, "total": true, "totaled": true, "value": true, "valued": true, "worth": true, "amount": true, "sum": true, "includ": true, "added": true}

// hang reads what an amount hangs on.
func (u *unit) hang(a *evidence.Amount) hanging {
	first, end := u.wordsOf(a)
	h := hanging{}
	if first < 0 {
		return h
	}
	h.nouns = append(u.nounBefore(first), u.nounsAfter(end)...)
	if len(h.nouns) == 0 {
		h.nouns = u.nounOfTwin(first)
	}
	start := max(u.breakBefore(first), first-14)
	for k := first - 1; k >= start; k-- {
		w := u.words[k]
		switch {
		case soughtWords[w.fold] && h.mode == told:
			h.mode = sought
		case potentialWords[w.fold] && h.mode == told && (!modals[w.fold] || isModal(u.words, k)):
			h.mode = potential
		}
		if h.verb == "" {
			if v, ok := frameVerb(u.words, k); ok && !light[w.fold] {
				h.verb = v
			}
		}
	}
	for k := end; k < min(end+4, len(u.words)) && h.kind == "" && u.words[k].fold != "and"; k++ {
		h.kind = kinds[u.words[k].fold]
	}
	for k := first - 1; k >= max(0, first-4) && h.kind == "" && !u.words[k].number && u.words[k].fold != "and"; k-- {
		h.kind = kinds[u.words[k].fold]
	}
	if h.verb == "" {
		h.verb = u.verbAfter(end)
	}
	return h
}

// breakBefore is the word at which what governs an amount begins.
func (u *unit) breakBefore(first int) int {
	for k := first - 1; k >= 0; k-- {
		w := u.words[k]
		between := u.text[w.end:u.words[k+1].start]
		if strings.ContainsAny(between, ";:") || strings.Contains(between, " -") || speaks(u.words, k) || w.fold == "who" || w.fold == "which" || w.fold == "but" {
			return k + 1
		}
	}
	return 0
}

// nounOfTwin is the noun of the amount before "or": "a loss of 47 million, or 2.62 a share".
func (u *unit) nounOfTwin(first int) []string {
	if first < 2 || u.words[first-1].fold != "or" && u.words[first-1].fold != "equal" {
		return nil
	}
	for _, t := range u.amounts {
		if from, end := u.wordsOf(t); from >= 0 && end == first-1 {
			return append(u.nounBefore(from), u.nounsAfter(end)...)
		}
	}
	return nil
}

// verbAfter is the first verb of a clause after its subject, "" for none.
func (u *unit) verbAfter(end int) string {
	for k := end; k < min(end+8, len(u.words)); k++ {
		if strings.ContainsAny(u.text[u.words[k-1].end:u.words[k].start], ";:,") {
			return ""
		}
		if v, ok := frameVerb(u.words, k); ok && !light[u.words[k].fold] {
			return v
		}
	}
	return ""
}

// wordsOf are the first word of an amount and the first after it, -1 where it stands in
// another unit.
func (u *unit) wordsOf(a *evidence.Amount) (first, end int) {
	first = -1
	for _, sp := range a.Spans {
		from, to, ok := u.within(sp)
		if !ok {
			continue
		}
		for i, w := range u.words {
			if w.start >= from && w.start < to {
				if first < 0 {
					first = i
				}
				end = i + 1
			}
		}
		if first >= 0 {
			return first, end
		}
	}
	return -1, 0
}

// nounBefore is the noun of "a judgment of $4 million" and "cut pay by 4 pct", bounds
// passed over.
func (u *unit) nounBefore(first int) []string {
	for k := first - 1; k >= max(0, first-4); k-- {
		w := u.words[k]
		if k > 0 && (w.fold == "of" || w.fold == "by" || w.fold == "to" || w.fold == "at") {
			if n := u.words[k-1]; n.class != "" && !n.stop && !light[n.class] && !light[n.fold] {
				return []string{n.class}
			}
			return nil
		}
		if !w.stop && w.fold != "almost" {
			return nil
		}
	}
	return nil
}

// nounsAfter are the nouns of "$4 million judgment" and "$4 million in punitive damages".
func (u *unit) nounsAfter(end int) (out []string) {
	linked := false
	for k := end; k < min(end+4, len(u.words)); k++ {
		w := u.words[k]
		if k > 0 && strings.ContainsAny(u.text[u.words[k-1].end:w.start], ";:,.()") {
			return out
		}
		switch {
		case w.fold == "in" || w.fold == "of":
			if linked || len(out) > 0 && w.fold == "in" {
				return out
			}
			linked = true
		case w.stop && (w.fold == "the" || w.fold == "its" || w.fold == "a" || w.fold == "an"):
			if !linked {
				return out
			}
		case w.stop, w.number, w.capital:
			return out
		default:
			if _, verb := frameVerb(u.words, k); verb {
				return out
			}
			if !light[w.class] && kinds[w.fold] == "" {
				out = append(out, w.class)
			}
		}
	}
	return out
}

// likeness of two hangings.
const (
	otherThing = iota
	openThing
	sameThing
)

// compare says whether two amounts hang on one thing. What they are for, as read by the
// extractor, decides where the words themselves do not.
func (h hanging) compare(o hanging, a, t *evidence.Amount) int {
	if h.kind != "" && o.kind != "" && h.kind != o.kind || restOf(a) != restOf(t) {
		return otherThing
	}
	stage := words().stage
	if a, b := stage[h.verb], stage[o.verb]; a > 0 && b > 0 && a != b {
		return otherThing
	}
	shared := slices.ContainsFunc(h.all(), func(c string) bool { return slices.Contains(o.all(), c) })
	sameFor := a.For != "" && a.For == t.For && a.For != "value" && a.For != "payment"
	verbs := h.verb != "" && h.verb == o.verb
	switch {
	case h.mode == told && o.mode != told && !verbs:
		return otherThing
	case h.mode != o.mode && !verbs && !shared && !sameFor:
		return otherThing
	case len(h.nouns) > 0 && len(o.nouns) > 0 && !shared && !sameFor && a.Unit == "":
		return otherThing
	case a.For != "" && t.For != "" && a.For != t.For && !shared && (h.mode != sought || o.mode != sought):
		return otherThing
	case shared || sameFor:
		return sameThing
	}
	return openThing
}

// restOf says whether a count is of others than those already named: "13 other banks".
func restOf(a *evidence.Amount) bool { return strings.Contains(a.Surface, " other") }

func (h hanging) all() []string {
	if h.verb == "" {
		return h.nouns
	}
	return append(slices.Clone(h.nouns), h.verb)
}
