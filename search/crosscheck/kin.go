package crosscheck

import (
	_ "embed"
	"math"
	"slices"
	"strings"
	"sync"
)

//go:embed data/kin.txt
var kinText string

//go:embed data/deeds.txt
var deedText string

// kinTable is which words tell of one thing in headlines: by folded word, or by two words
// joined by an underscore, the classes it is in, and the deeds of which it tells the
// contrary.
type kinTable struct {
	classes, contraries map[string][]int
	verbs               map[string]bool // forms of verbs
	opposed             map[int]bool    // classes of which a contrary is known
	close               int             // how many classes, from the first, are of data/kin.txt
}

// opposable says whether a contrary of a class is known.
func (k kinTable) opposable(class int) bool { return k.opposed[class] }

// kin are the classes of data/kin.txt and data/deeds.txt.
var kin = sync.OnceValue(func() kinTable {
	k := kinTable{map[string][]int{}, map[string][]int{}, map[string]bool{}, map[int]bool{}, len(lines(kinText))}
	add := func(to map[string][]int, w string, class int) {
		for _, f := range verbForms(w) {
			if !slices.Contains(to[f], class) {
				to[f] = append(to[f], class)
			}
			k.verbs[f] = k.verbs[f] || strings.HasSuffix(w, "+")
		}
	}
	for i, line := range append(lines(kinText), lines(deedText)...) {
		to := k.classes
		for _, w := range line {
			if w == "|" {
				to, k.opposed[i] = k.contraries, true
				continue
			}
			add(to, w, i)
		}
	}
	return k
})

// verbForms are the forms of a verb that a table marks with a plus, or the word itself. Forms
// that no verb has do no harm.
func verbForms(w string) []string {
	base, verb := strings.CutSuffix(w, "+")
	if !verb {
		return []string{w}
	}
	out := []string{base, base + "s", base + "es", base + "ed", base + "ing"}
	if cut, ok := strings.CutSuffix(base, "e"); ok {
		out = append(out, base+"d", cut+"ing", cut+"al")
	}
	if cut, ok := strings.CutSuffix(base, "y"); ok {
		out = append(out, cut+"ies", cut+"ied")
	}
	last := base[len(base)-1:]
	return append(out, base+last+"ed", base+last+"ing")
}

// paired marks the words of a list that tell of something together with the next.
func paired(list []word) []word {
	list = slices.Clone(list)
	for i := 0; i+1 < len(list); i++ {
		if pair := list[i].fold + "_" + list[i+1].fold; kin().classes[pair] != nil || kin().contraries[pair] != nil {
			list[i].pair = pair
		}
	}
	return list
}

// kindred says whether a word may stand for a term of a claim: of one class, of one stock,
// or kin.
func kindred(k term, w word) bool { return kindredIn(k, w, math.MaxInt) }

// kindredIn is kindred with only the first classes of the tables.
func kindredIn(k term, w word, classes int) bool {
	if w.fold == "" || w.stop && w.pair == "" {
		return false
	}
	if !w.stop && (k.class == w.class || stock(possessive(k.fold), possessive(w.fold))) {
		return true
	}
	return share(kin().classes, kin().classes, k, w, classes)
}

// share says whether a term is, in one table, of a class of which a word is in another, of the
// first classes only.
func share(terms, others map[string][]int, k term, w word, classes int) bool {
	for _, f := range []string{possessive(w.fold), w.pair} {
		for _, i := range others[f] {
			if i >= classes {
				continue
			}
			if slices.Contains(terms[possessive(k.fold)], i) || k.pair != "" && slices.Contains(terms[k.pair], i) {
				return true
			}
		}
	}
	return false
}

// stock says whether two words begin alike and differ in their endings only: "Argentina",
// "Argentine"; "segregate", "segregation".
func stock(a, b string) bool {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	short, long := a, b
	if len(short) > len(long) {
		short, long = long, short
	}
	if n >= 5 && len(long)-n <= 5 && len(short)-n <= 3 {
		return true
	}
	return n >= 4 && n == len(short) && len(long)-n <= 3 && strings.ContainsRune("ins", rune(long[len(long)-1]))
}
