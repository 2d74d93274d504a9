package search

import (
	"time"

	"averment/index"
)

// Node is a node of the syntax tree. The set of nodes is closed: those of this file.
type Node interface{ isNode() }

// Word is one token, as typed.
type Word struct{ Text string }

// Wildcard is a word in which * stands for any letters, ? for one, and # for one
// digit (the = of dtSearch).
type Wildcard struct{ Pattern string }

// Forms is a word with its inflections.
type Forms struct{ Text string }

// Fuzzy is a word spelt with up to Edits differences, the first Prefix letters exactly.
type Fuzzy struct {
	Text   string
	Edits  int
	Prefix int
}

// Exact is a word in exactly this case and with these accents.
type Exact struct{ Text string }

// Numbers is a whole number from Low to High, both included, standing as a word.
type Numbers struct{ Low, High int }

// Phrase is its parts at successive positions. A part is a word of any sort or an Or
// of words and phrases.
type Phrase struct{ Parts []Node }

// Literal is a bare number, date, citation or hyphenated word: the phrase of its
// words, and where it is a docket number, date, amount or citation, the fact too.
type Literal struct {
	Text  string // as typed
	Words []string
	Fact  Node // *Field, *Dates or *Money that it also stands for; nil for none
}

// Unit is what a proximity is counted in.
type Unit int

// The units of proximity.
const (
	InWords Unit = iota
	InSentence
	InParagraph
	InPage
)

// Near is two operands close to each other: at most N positions apart, or in one
// unit of the text. Ordered wants Left first. Not keeps the occurrences of Left that
// have no Right so close.
type Near struct {
	Left, Right Node
	N           int
	Unit        Unit
	Ordered     bool
	Not         bool
}

// And is all of its operands in one document; an operand may be a Not.
type And struct{ Of []Node }

// Or is any of its operands.
type Or struct{ Of []Node }

// Not is the documents without the operand.
type Not struct{ Of Node }

// AtLeast is N or more occurrences of the operand.
type AtLeast struct {
	N  int
	Of Node
}

// Edge is the first or the last word of the document.
type Edge struct{ Last bool }

// Field is a value of a field: a Word, Wildcard, Phrase and so on, or a tree of them.
type Field struct {
	Name  string
	Value Node
}

// Dates is a date from From until before To; a zero time leaves that side open. Field
// is "date" for a dated fact of the text, else a date of the document itself.
type Dates struct {
	Field    string
	From, To time.Time
	Text     string // the value in canonical form
}

// Money is an amount between two bounds. A nil bound is open; Over and Under leave
// the bound itself out. Currency is an ISO 4217 code or "" for any.
type Money struct {
	Low, High   *float64
	Over, Under bool
	Currency    string
}

// PartyIs is one party with a name in a role; either may be "".
type PartyIs struct{ Name, Role string }

// Says is one statement by a speaker in a stance with a text; any may be "", not all.
type Says struct{ Speaker, Stance, Text string }

// Like is the documents that share telling words with a document, with one of its pages
// (Page from 1, 0 for the whole), or with the bytes Start to End of that page (End 0 for
// all of it).
type Like struct {
	ID               string // the first digits
	Page, Start, End int
	expr             index.Expr // set once the words are known
}

// All is every document.
type All struct{}

func (*Word) isNode()     {}
func (*Wildcard) isNode() {}
func (*Forms) isNode()    {}
func (*Fuzzy) isNode()    {}
func (*Exact) isNode()    {}
func (*Numbers) isNode()  {}
func (*Phrase) isNode()   {}
func (*Literal) isNode()  {}
func (*Near) isNode()     {}
func (*And) isNode()      {}
func (*Or) isNode()       {}
func (*Not) isNode()      {}
func (*AtLeast) isNode()  {}
func (*Edge) isNode()     {}
func (*Field) isNode()    {}
func (*Dates) isNode()    {}
func (*Money) isNode()    {}
func (*PartyIs) isNode()  {}
func (*Says) isNode()     {}
func (*All) isNode()      {}
func (*Like) isNode()     {}

// children gives the operands of an operator node, nil for a leaf.
func children(n Node) []Node {
	switch n := n.(type) {
	case *And:
		return n.Of
	case *Or:
		return n.Of
	case *Phrase:
		return n.Parts
	case *Not:
		return []Node{n.Of}
	case *AtLeast:
		return []Node{n.Of}
	case *Near:
		return []Node{n.Left, n.Right}
	case *Field:
		return []Node{n.Value}
	}
	return nil
}

// replace gives the tree with the node old changed for the node by. Nodes on the way
// are copied, so the tree given stays as it was.
func replace(n, old, by Node) Node {
	if n == old {
		return by
	}
	switch n := n.(type) {
	case *And:
		return &And{replaceAll(n.Of, old, by)}
	case *Or:
		return &Or{replaceAll(n.Of, old, by)}
	case *Not:
		return &Not{replace(n.Of, old, by)}
	case *Phrase:
		return &Phrase{replaceAll(n.Parts, old, by)}
	case *AtLeast:
		return &AtLeast{n.N, replace(n.Of, old, by)}
	case *Field:
		return &Field{n.Name, replace(n.Value, old, by)}
	case *Near:
		c := *n
		c.Left, c.Right = replace(n.Left, old, by), replace(n.Right, old, by)
		return &c
	}
	return n
}

func replaceAll(of []Node, old, by Node) []Node {
	out := make([]Node, len(of))
	for i, n := range of {
		out[i] = replace(n, old, by)
	}
	return out
}
