package index

import "strings"

// formsWord finds the inflected forms of a word: plurals and third persons in -s and -es,
// past forms in -ed, participles in -ing, with a dropped e, a doubled consonant and y
// for i; and the irregular forms of common verbs. It does not go from one part of speech
// to another: contract~ does not find contractor.
func formsWord(text string) word {
	own := bases(text)
	prefix := text
	for _, b := range own {
		prefix = common(prefix, strings.TrimSuffix(strings.TrimSuffix(b, "e"), "y"))
	}
	for _, group := range irregularOf(own) {
		for _, w := range group {
			prefix = common(prefix, w)
		}
	}
	return word{func(f, _ string) bool { return sameWord(text, own, f) }, false, prefix}
}

// sameWord says whether a term shares a base with the word. A base that is neither of
// them counts only when both reach it by taking off the same kind of ending; that keeps
// filing and filling apart.
func sameWord(text string, own []string, term string) bool {
	if term == text {
		return true
	}
	theirs := bases(term)
	for _, a := range own {
		for _, b := range theirs {
			if a == b && (a == text || b == term || plausible(text, term, a)) {
				return true
			}
		}
	}
	for _, group := range irregularOf(own) {
		for _, w := range group {
			for _, b := range theirs {
				if b == w {
					return true
				}
			}
		}
	}
	return false
}

// plausible judges a base that both words reach by taking endings off: both must have
// doubled its last consonant, or neither; the ending -s never doubles and says nothing.
func plausible(a, b, base string) bool {
	if a == base+"s" || b == base+"s" {
		return true
	}
	return doubled(a, base) == doubled(b, base) && len(base) > 2
}

func doubled(w, base string) bool {
	n := len(base)
	return len(w) > n && strings.HasPrefix(w, base) && w[n] == base[n-1] && !strings.HasSuffix(base, "s")
}

// bases are the words that w may be a form of, w itself first.
func bases(w string) []string {
	out := []string{w}
	if len(w) > 3 && strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss") {
		out = append(out, w[:len(w)-1])
	}
	if stem, ok := strings.CutSuffix(w, "es"); ok && len(stem) > 2 && sibilant(stem) {
		out = append(out, stem)
	}
	for _, end := range []string{"ies", "ied"} {
		if stem, ok := strings.CutSuffix(w, end); ok && len(stem) > 1 {
			out = append(out, stem+"y")
		}
	}
	for _, end := range []string{"ed", "ing"} {
		if stem, ok := strings.CutSuffix(w, end); ok && len(stem) > 1 && hasVowel(stem) {
			out = append(out, stem, stem+"e")
			if n := len(stem); n > 3 && stem[n-1] == stem[n-2] && stem[n-1] != 's' && stem[n-1] != 'l' || n > 3 && stem[n-1] == 'l' && stem[n-2] == 'l' {
				out = append(out, stem[:n-1])
			}
		}
	}
	if stem, ok := strings.CutSuffix(w, "ying"); ok && len(stem) > 0 && len(stem) < 3 {
		out = append(out, stem+"ie") // lying, dying
	}
	return out
}

func sibilant(s string) bool {
	for _, end := range []string{"s", "x", "z", "ch", "sh", "o"} {
		if strings.HasSuffix(s, end) {
			return true
		}
	}
	return false
}

func hasVowel(s string) bool { return strings.ContainsAny(s, "aeiouy") }

// common is the longest common prefix.
func common(a, b string) string {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return a[:n]
}

// irregular are verbs and nouns whose forms no rule reaches, read only.
var irregular = strings.Fields(`say,said pay,paid make,made hold,held find,found write,wrote,written
 give,gave,given take,took,taken tell,told know,knew,known see,saw,seen sell,sold buy,bought
 bring,brought think,thought seek,sought teach,taught catch,caught keep,kept leave,left lose,lost
 mean,meant meet,met send,sent spend,spent lend,lent build,built bind,bound begin,began,begun
 break,broke,broken choose,chose,chosen speak,spoke,spoken steal,stole,stolen swear,swore,sworn
 bear,bore,borne,born wear,wore,worn draw,drew,drawn drive,drove,driven fall,fell,fallen
 grow,grew,grown show,shown throw,threw,thrown withdraw,withdrew,withdrawn hide,hid,hidden
 lead,led read run,ran come,came become,became stand,stood understand,understood win,won
 strike,struck,stricken arise,arose,arisen rise,rose,risen forbid,forbade,forbidden forget,forgot,forgotten
 get,got,gotten go,went,gone do,did,done have,had,has be,is,are,was,were,been,being
 overcome,overcame undertake,undertook,undertaken mistake,mistook,mistaken foresee,foresaw,foreseen
 uphold,upheld withhold,withheld hear,heard deal,dealt sit,sat fight,fought feel,felt
 man,men woman,women child,children person,people foot,feet tooth,teeth
 analysis,analyses crisis,crises thesis,theses basis,bases datum,data memorandum,memoranda
 appendix,appendices index,indices life,lives wife,wives half,halves thief,thieves`)

// irregularOf gives the groups of irregular forms that one of the bases belongs to.
func irregularOf(own []string) [][]string {
	var out [][]string
	for _, line := range irregular {
		group := strings.Split(line, ",")
		for _, b := range own {
			for _, w := range group {
				if w == b {
					out = append(out, group)
				}
			}
		}
	}
	return out
}
