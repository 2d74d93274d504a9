package extract

import (
	"slices"
	"strings"

	"averment/evidence"
)

// player is a party while its facts are being gathered.
type player struct {
	name    string
	tokens  []string // folded words of the name, stops and commas left out; nil where it was merged
	key     string   // those words, with blanks between them
	aliases []string
	kind    evidence.PartyType
	roles   []string
	basis   string
	firm    bool // found by a strong rule, not merely a capitalised word
	count   int  // places where the name was read
	outlet  bool
	surname string // folded, of a person
	spans   []evidence.Span
	mid     bool // seen inside a sentence
	blocked bool // a product, law or place after all
	place   int  // where it is named first: page and token in one
	acts    int  // places where a verb follows that only somebody can do
	lawyer  bool // the text calls the person a lawyer
	the     bool // "the" stands before it somewhere, as before no person's name
	apart   bool // a unit that bears its parent's name with another legal form
	header  bool // named by the headers of a mail, so that it needs no place in the text
}

// cast reads the parties of one document. A name that was read once is found at every
// place of the document, headlines included.
type cast struct {
	v           *view
	runs        []run
	players     []*player
	byKey       map[string]*player
	memory      trie[*player]
	mentions    []mention
	at          [][]int32            // per page and token: 1 + index of the mention that stands there
	lawsuit     bool                 // the text is about a lawsuit
	alone       map[string]bool      // capitalised words that stand alone somewhere
	bothSides   bool                 // the caption of the paper gave both sides
	employed    []*player            // who worked for whom, the first that is told
	written     map[string]bool      // words that were asked for, and whether the text has them
	bySurname   map[string][]*player // persons with a given name by their surnames
	general     bool                 // an attorney general sues who is not named there
	towns       map[string]bool      // the towns of datelines
	last        map[string]bool      // words that end names of two or three words
	small       map[string]bool      // words that the text also writes small
	called      map[string][]*player // the parties by the nouns that stand beside their names
	unnamed     []nameless           // where somebody sues who is only described
	pairs       []nameless           // where "the couple" sues, who were named before
	convicted   []*player            // who was judged for a crime
	suedOffices []string             // offices of those who are sued without a name
	suedNouns   []string             // plural nouns of those who are sued and only counted
}

// mention is one place where a player is named.
type mention struct {
	page, first, end int
	who              *player
}

// findParties reads the parties in the order of trust: captions, role words, forms of
// names, subjects of speech, and the memory of the document. Weak guesses are marked
// Proposed.
func findParties(v *view) []evidence.Party {
	c := &cast{v: v, byKey: map[string]*player{}, lawsuit: aboutLawsuit(v)}
	c.harvest()
	c.fromCaption()
	c.classify()
	c.byline()
	c.remember()
	c.findMentions()
	c.nameEvidence()
	c.readRoles()
	c.titleRoles()
	c.readGroups()
	c.lists()
	return c.parties()
}

// byline makes a party of the author that the document states.
func (c *cast) byline() {
	name := c.v.doc.Author
	words := strings.Fields(name)
	if c.v.doc.Kind == evidence.Filing || len(words) < 2 || len(words) > 4 || strings.ContainsAny(name, "0123456789@,/|") {
		return
	}
	for _, t := range tokenize(nil, name, 0, len(name)) {
		if t.kind == word && (!t.capital && !nameJoint[t.low] || names().has(&t, orgWord|suffixWord|agencyWord|plainWord) || t.is("staff", "desk", "team", "newsroom", "editorial", "admin")) {
			return
		}
	}
	who := c.player(name)
	who.header = true
	who.setKind(evidence.Person, "byline")
	who.role("author", "byline")
}

// aboutLawsuit says whether the text speaks of a suit at all.
func aboutLawsuit(v *view) bool {
	if v.doc.Filing != nil {
		return true
	}
	for i := range v.pages {
		for k := range v.pages[i].tokens {
			t := &v.pages[i].tokens[k]
			if t.in(inSuitWords) || litigious(&v.pages[i], k) {
				return true
			}
		}
	}
	return false
}

// suitWords are the words that only texts about suits use.
var suitWords = set("lawsuit", "lawsuits", "suit", "sued", "sues", "plaintiff", "plaintiffs", "defendant", "complaint", "litigation", "court", "jury", "prosecutors", "convicted", "indicted", "tribunal", "judge", "sue", "suing", "counterclaim", "countersuit", "defendants", "claimant", "claimants", "proceedings", "appellant", "respondent", "alleges",
	"jurors", "injunction", "verdict", "barrister")

// litigious says whether two words at k are such as stand in reports of suits: "class action", "legal
// challenge", "seeking damages".
func litigious(p *pageView, k int) bool {
	t, next := p.at(k), p.at(k+1)
	switch t.low {
	case "class":
		return next.low == "action"
	case "legal":
		return next.is("challenge", "action", "battle", "fight", "bid")
	case "judicial":
		return next.low == "review"
	case "damages":
		return p.at(k-1).is("in", "for", "seeking", "punitive", "seeks")
	case "trial":
		return p.at(k-1).is("face", "faces", "facing", "on", "stand", "to") && next.is("over", "on", "in", "for", "accused")
	case "claim", "action", "case", "claims":
		return next.is("against", "pits") || next.low == "brought" && p.at(k+2).low == "by"
	}
	return false
}

// player finds or makes the player with the name.
func (c *cast) player(name string) *player {
	tokens := nameTokens(name)
	key := strings.Join(tokens, " ")
	if who := c.byKey[key]; who != nil {
		return who
	}
	who := &player{name: name, tokens: tokens, key: key}
	if key != "" {
		c.byKey[key] = who
		c.players = append(c.players, who)
	}
	return who
}

// head is the first n words of the name as a key.
func (w *player) head(n int) string {
	end := n - 1
	for _, t := range w.tokens[:n] {
		end += len(t)
	}
	return w.key[:end]
}

// nameTokens folds a name: lower case, no stops or commas, no leading "the", no legal
// form at the end, so that "Harbor Pipe, Inc." and "Harbor Pipe" are one.
func nameTokens(name string) []string {
	var few [12]token
	tokens := tokenize(few[:0], name, 0, len(name))
	out := make([]string, 0, len(tokens))
	for _, t := range tokens {
		if t.kind != punct || t.low == "&" || t.low == "-" || t.low == "/" {
			out = append(out, t.low)
		}
	}
	if len(out) == 0 {
		return nil
	}
	if len(out) > 1 && out[0] == "the" {
		out = out[1:]
	}
	if len(out) > 2 && out[0] == "us" && names().words[out[len(out)-1]]&agencyWord != 0 {
		out = out[1:]
	} else if len(out) > 3 && out[0] == "u" && out[1] == "s" && names().words[out[len(out)-1]]&agencyWord != 0 {
		out = out[2:] // "U.S. Justice Department"
	}
	for letters := 4; letters >= 2; letters-- {
		n := len(out) - letters
		if n > 0 && !slices.ContainsFunc(out[n:], func(w string) bool { return len(w) > 1 }) && dottedForms[strings.Join(out[n:], "")] {
			out = out[:n]
			break
		}
	}
	for len(out) > 1 && names().words[out[len(out)-1]]&suffixWord != 0 && out[len(out)-2] != "&" {
		out = out[:len(out)-1]
	}
	return out
}

// dottedForms are legal forms that are also printed with stops: "B.V.".
var dottedForms = set("bv", "nv", "sa", "ag", "lp", "pc", "na", "lc", "plc", "se", "spa", "srl", "llc", "llp", "pllc", "kk", "sarl", "ps", "psc", "pl", "apc", "lllp", "ulc", "pa", "sas", "sl", "sca", "sro", "doo", "ae", "aş", "oe", "epe", "ev", "wll")

// setKind takes a type unless a stronger rule gave one.
func (w *player) setKind(kind evidence.PartyType, basis string) {
	if w.kind == "" {
		w.kind = kind
	}
	if w.basis == "" {
		w.basis = basis
	}
}

// role adds a role; the rule that gave it becomes the basis of a name that was only
// proposed before.
func (w *player) role(role, basis string) {
	if w.blocked {
		return
	}
	if !w.firm || len(w.roles) == 0 {
		w.basis = basis
	}
	w.firm = true
	if !slices.Contains(w.roles, role) {
		w.roles = append(w.roles, role)
	}
}

func (w *player) has(role string) bool { return slices.Contains(w.roles, role) }

// alias records another way in which the name is printed.
func (w *player) alias(name string) {
	if name != w.name && name != "" && !slices.Contains(w.aliases, name) {
		w.aliases = append(w.aliases, name)
	}
}

// parties turns the players into facts, in the order in which they appear.
func (c *cast) parties() []evidence.Party {
	out := make([]evidence.Party, 0, len(c.players))
	for _, w := range c.players {
		if w.blocked || len(w.spans) == 0 && !w.header || !w.firm && c.v.doc.Kind == evidence.Filing && (len(w.tokens) < 2 || w.count < 2) {
			continue
		}
		if w.kind == "" {
			w.kind = evidence.Organisation
		}
		if len(w.roles) == 0 {
			w.roles = []string{"mentioned"}
		}
		if w.basis == "" {
			w.basis = "capitalised name"
		}
		out = append(out, evidence.Party{Name: w.name, Aliases: w.aliases, Type: w.kind, Roles: w.roles,
			Basis: w.basis, Proposed: !w.firm, Spans: w.spans})
	}
	if len(out) == 0 {
		return nil
	}
	slices.SortStableFunc(out, func(a, b evidence.Party) int {
		if len(a.Spans) == 0 || len(b.Spans) == 0 {
			return len(b.Spans) - len(a.Spans)
		}
		if a.Spans[0].Before(b.Spans[0]) {
			return -1
		}
		if b.Spans[0].Before(a.Spans[0]) {
			return 1
		}
		return 0
	})
	return out
}
