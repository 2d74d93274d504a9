package index

import "time"

// Expr is a node of a query. The nodes are plain values; Search checks that they are
// put together in a way that has a meaning and answers evidence.ErrInvalid otherwise.
//
// Every node says which documents match and, within a document, which spans of token
// positions. Positional nodes (see Positional) may stand inside Near, NotNear, Phrase,
// AtLeast and the Text of Says. Words are given folded, as Tokens folds them, except in
// Exact.
type Expr interface{ expr() }

// All matches every document, None no document. Neither has spans.
type (
	All  struct{}
	None struct{}
)

// Term is one folded token.
type Term struct{ Text string }

// Exact is one token as it is printed, with its case and accents.
type Exact struct{ Text string }

// Pattern is a folded token with wildcards: * stands for any run of characters, also
// the empty one, ? for one character, # for one digit.
type Pattern struct{ Text string }

// Forms is a word with its inflected forms: contract, contracts, contracted, contracting.
type Forms struct{ Text string }

// Fuzzy is a word and all that lie within Edits (1 or 2) insertions, deletions,
// substitutions or swaps of neighbours. The first Prefix characters must agree.
type Fuzzy struct {
	Text   string
	Edits  int
	Prefix int
}

// Phrase matches its parts one directly after the other. A part may be any positional
// node; one that matches several words takes them all.
type Phrase struct{ Parts []Expr }

// Unit is what a distance is counted in.
type Unit int

// The units of Near and NotNear. In any unit but Words, N has no meaning and the
// matches must lie in the same sentence, paragraph or page.
const (
	Words Unit = iota
	Sentence
	Paragraph
	PageUnit
)

// Near matches where all operands stand close together. More than two operands are
// taken from left to right: ((a w/n b) w/n c). The distance runs between the nearest
// ends, adjacent words have distance 1, and matches that overlap do not pair. Ordered
// asks that the left operand comes first. A match spans both operands.
type Near struct {
	Operands []Expr
	N        int
	Ordered  bool
	Unit     Unit
}

// NotNear matches the occurrences of A that have no occurrence of B near, in the sense
// of Near; with Ordered only a B after A counts.
type NotNear struct {
	A, B    Expr
	N       int
	Ordered bool
	Unit    Unit
}

// And, Or and Not combine documents. An Or of positional nodes is itself positional.
type (
	And struct{ Of []Expr }
	Or  struct{ Of []Expr }
	Not struct{ X Expr }
)

// AtLeast matches documents with at least N occurrences of X that do not overlap.
type AtLeast struct {
	N int
	X Expr
}

// Edge is the first or the last word of the body.
type Edge struct{ Last bool }

// In looks for X in a field instead of in the body. FieldNames lists the fields; for
// text fields X is evaluated over the words of the field, for value fields over the
// words of each single value, so that `publisher:"daily news"` finds "The Daily News".
type In struct {
	Field string
	X     Expr
}

// Value matches documents whose value field (see FieldNames) has exactly this value,
// as a facet shows it.
type Value struct{ Field, Text string }

// DocDate matches documents whose own date lies in the range as a whole: a document of
// "August 2024" is in 2024 but not in 2024-08-15. Field is published, filed, sent or
// added. From is the first day and To the day after the last; zero means open.
type DocDate struct {
	Field    string
	From, To time.Time
}

// DateIn matches dated facts in the text that lie in the range as a whole.
type DateIn struct{ From, To time.Time }

// AmountIn matches amounts of money in the text between Min and Max, both included
// unless Above or Below says otherwise. Use math.Inf for open ends. Currency is an ISO
// 4217 code, "%" or "" for any currency. An amount that is a range matches when any of
// it lies between.
type AmountIn struct {
	Min, Max     float64
	Above, Below bool // Min, Max themselves are excluded
	Currency     string
}

// PartyIs matches the places where a party is named. Name is evaluated over the words
// of the party's name and aliases (nil is any party); Role is the first word of a role,
// "" for any. Both hold of the same party.
type PartyIs struct {
	Name Expr
	Role string
}

// Says matches statements. Speaker is evaluated over the words of the speaker's name,
// Text is a positional node that must lie inside the statement; nil and "" are any.
type Says struct {
	Speaker Expr
	Stance  string
	Text    Expr
}

// IDPrefix matches the documents whose id begins with these hex digits.
type IDPrefix struct{ Hex string }

func (All) expr()      {}
func (None) expr()     {}
func (Term) expr()     {}
func (Exact) expr()    {}
func (Pattern) expr()  {}
func (Forms) expr()    {}
func (Fuzzy) expr()    {}
func (Phrase) expr()   {}
func (Near) expr()     {}
func (NotNear) expr()  {}
func (And) expr()      {}
func (Or) expr()       {}
func (Not) expr()      {}
func (AtLeast) expr()  {}
func (Edge) expr()     {}
func (In) expr()       {}
func (Value) expr()    {}
func (DocDate) expr()  {}
func (DateIn) expr()   {}
func (AmountIn) expr() {}
func (PartyIs) expr()  {}
func (Says) expr()     {}
func (IDPrefix) expr() {}

// Positional says whether e has spans in the body, and so may stand inside a phrase or
// a distance.
func Positional(e Expr) bool {
	switch e := e.(type) {
	case Term, Exact, Pattern, Forms, Fuzzy, Phrase, Near, NotNear, Edge, DateIn, AmountIn, PartyIs, Says:
		return true
	case Or:
		for _, x := range e.Of {
			if !Positional(x) {
				return false
			}
		}
		return len(e.Of) > 0
	}
	return false
}
