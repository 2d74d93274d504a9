package extract

import (
	"strings"
	"sync"
)

// wordClass is what a capitalised word tells about the name it stands in; a word may
// belong to several classes.
type wordClass uint16

const (
	firstName wordClass = 1 << iota
	suffixWord
	orgWord
	agencyWord
	lawWord
	thingWord
	titleWord
	judgeWord
	roleNoun
	peopleWord
	plainWord // capitalised in print without being a name
)

// is says whether the class has a word class.
func (c wordClass) is(class wordClass) bool { return c&class != 0 }

// bodyKind is what a name is known to be without looking at the text.
type bodyKind uint8

const (
	unknownBody bodyKind = iota
	knownOrg
	knownOutlet
	knownRegulator
	knownAgency
	knownPlace
)

// gazetteer holds the words and names that tell parties from other capitalised words.
type gazetteer struct {
	words  map[string]wordClass
	bodies trie[bodyKind]
}

var wordClasses = map[string]wordClass{"suffix": suffixWord, "organisation": orgWord, "agency": agencyWord, "law": lawWord,
	"thing": thingWord, "title": titleWord, "judge": judgeWord, "role": roleNoun, "people": peopleWord, "word": plainWord}

var bodyKinds = map[string]bodyKind{"known": knownOrg, "outlet": knownOutlet, "outlet2": knownOutlet, "regulator": knownRegulator,
	"regulator2": knownRegulator, "agency2": knownAgency, "agency3": knownAgency, "place": knownPlace}

// names compiles the name tables of data/.
var names = sync.OnceValue(func() *gazetteer {
	g := &gazetteer{words: make(map[string]wordClass, 1<<15)}
	g.bodies.table = inBodyHeads
	for _, row := range rows("firstnames.tsv") {
		g.class(firstName, row[0])
	}
	for _, row := range rows("genders.tsv") {
		g.class(firstName, column(row, 1))
	}
	for _, table := range []string{"corporate.tsv", "titles.tsv", "places.tsv"} {
		for _, row := range rows(table) {
			if class := wordClasses[row[0]]; class != 0 {
				g.class(class, column(row, 1))
			} else if kind := bodyKinds[row[0]]; kind != unknownBody {
				g.enter(kind, column(row, 1))
			}
		}
	}
	for _, row := range rows("districts.tsv") {
		g.bodies.add(row[0], knownPlace)
		for district := range strings.SplitSeq(column(row, 3), "|") {
			_, cities, _ := strings.Cut(district, ":")
			for city := range strings.SplitSeq(cities, ",") {
				g.bodies.add(city, knownPlace)
			}
		}
	}
	return g
})

func (g *gazetteer) class(c wordClass, words string) {
	for _, w := range strings.Fields(words) {
		g.words[lower(w)] |= c
	}
}

// enter adds bodies of one word, blank separated, or of several, separated by bars.
func (g *gazetteer) enter(kind bodyKind, list string) {
	split := strings.Fields
	if strings.Contains(list, "|") {
		split = splitBar
	}
	for _, name := range split(list) {
		g.bodies.add(name, kind)
	}
}

// has says whether the token is a word of the class.
func (g *gazetteer) has(t *token, class wordClass) bool {
	if t.lex != nil {
		return t.lex.names&class != 0
	}
	return g.words[t.low]&class != 0
}

// speechVerbs follow somebody who speaks; agentVerbs somebody who acts.
var (
	speechVerbs = sync.OnceValue(func() map[string]bool {
		return set(strings.Fields(`said says stated told added noted wrote argued argues claimed claims alleged alleges denied denies
			announced announces declined confirmed insisted insists contends contended testified explained replied responded
			warned acknowledged admitted maintained maintains asserted reported reports commented declared estimated predicted`)...)
	})
	agentVerbs = sync.OnceValue(func() map[string]bool {
		return set(strings.Fields(`agreed agrees filed files sued sues acquired acquires bought buys sold sells launched launches paused
			introduced introduces owns owned operates employs hired fired appealed appeals violated breached updated changed rejected
			accused accuses faces faced settled settles won lost paid pays offered offers plans planned wants seeks sought refused
			dismissed revised concealed shared collected used uses makes made reached asked asks earned raised has had was is will
			would could should may did does can were are disclosed implemented exempted pledged boasts attracted described`)...)
	})
)

// productNouns stand before the name of a product.
var productNouns = set("model", "models", "app", "apps", "tool", "tools", "software", "chatbot", "product", "products", "feature", "features",
	"device", "devices", "game", "drug", "drugs", "vehicle", "film", "movie", "song", "book", "series", "smartphone", "assistant", "browser",
	"aircraft", "jet", "ship", "tanker", "entitled", "titled", "called", "messages", "like")
