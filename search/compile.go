package search

import (
	"math"
	"slices"
	"strconv"

	"averment/index"
)

// compile makes the expression that the index evaluates.
func compile(n Node) index.Expr {
	switch n := n.(type) {
	case *And:
		return index.And{Of: compileAll(n.Of)}
	case *Or:
		return index.Or{Of: compileAll(n.Of)}
	case *Not:
		return index.Not{X: compile(n.Of)}
	case *Near:
		return compileNear(n)
	case *AtLeast:
		return index.AtLeast{N: n.N, X: place(n.Of)}
	case *Literal:
		return compileLiteral(n)
	case *Field:
		return compileField(n.Name, n.Value)
	case *Dates:
		return compileDates(n)
	case *All:
		return index.All{}
	case *Like:
		if n.expr == nil {
			return index.None{}
		}
		return n.expr
	}
	return place(n)
}

func compileAll(of []Node) []index.Expr {
	out := make([]index.Expr, len(of))
	for i, n := range of {
		out[i] = compile(n)
	}
	return out
}

// place makes the expression of a node that has places in the text.
func place(n Node) index.Expr {
	switch n := n.(type) {
	case *Phrase:
		parts := make([]index.Expr, len(n.Parts))
		for i, p := range n.Parts {
			parts[i] = place(p)
		}
		return index.Phrase{Parts: parts}
	case *Or:
		of := make([]index.Expr, len(n.Of))
		for i, x := range n.Of {
			of[i] = place(x)
		}
		return index.Or{Of: of}
	case *Literal:
		return placeLiteral(n)
	case *Near:
		return nearOf(n, place(n.Left), place(n.Right))
	case *Edge:
		return index.Edge{Last: n.Last}
	case *Dates:
		return index.DateIn{From: n.From, To: n.To}
	case *Money:
		return compileMoney(n)
	case *PartyIs:
		return index.PartyIs{Name: wordsExpr(n.Name), Role: n.Role}
	case *Field:
		return index.PartyIs{Name: place(n.Value)}
	case *Says:
		return index.Says{Speaker: wordsExpr(n.Speaker), Stance: n.Stance, Text: wordsExpr(n.Text)}
	}
	return wordExpr(n)
}

func wordExpr(n Node) index.Expr {
	switch n := n.(type) {
	case *Word:
		return term(n.Text)
	case *Wildcard:
		return index.Pattern{Text: index.Fold(n.Pattern)}
	case *Forms:
		return index.Forms{Text: index.Fold(n.Text)}
	case *Fuzzy:
		return index.Fuzzy{Text: index.Fold(n.Text), Edits: n.Edits, Prefix: n.Prefix}
	case *Exact:
		return index.Exact{Text: index.Surface(n.Text)}
	case *Numbers:
		of := make([]index.Expr, 0, n.High-n.Low+1)
		for i := n.Low; i <= n.High; i++ {
			of = append(of, index.Term{Text: strconv.Itoa(i)})
		}
		return index.Or{Of: of}
	}
	return index.None{}
}

// term folds a word as the text was folded.
func term(word string) index.Expr {
	if tokens := index.Tokens(word); len(tokens) > 0 {
		return index.Term{Text: tokens[0].Text}
	}
	return index.None{}
}

// wordsExpr is the phrase of the words of a text, nil for "".
func wordsExpr(text string) index.Expr {
	words := split(text)
	if len(words) == 0 {
		return nil
	}
	return place(phraseOf(words))
}

// compileLiteral finds the words of the literal or the fact that it stands for.
func compileLiteral(n *Literal) index.Expr {
	words := placeLiteral(n)
	if n.Fact == nil {
		return words
	}
	return index.Or{Of: []index.Expr{words, compile(n.Fact)}}
}

// placeLiteral finds a literal by its words, a hyphenated word also printed as one word.
// Facts with places of their own count too.
func placeLiteral(n *Literal) index.Expr {
	of := []index.Expr{place(phraseOf(n.Words))}
	if f, ok := n.Fact.(*Field); ok && f.Name == "citation" && len(children(f.Value)) > len(n.Words) {
		of = append(of, place(f.Value)) // U.S.C. for USC
	}
	if j := joined(n.Text); j != "" {
		of = append(of, index.Term{Text: j})
	}
	switch n.Fact.(type) {
	case *Dates, *Money:
		of = append(of, place(n.Fact))
	}
	if len(of) == 1 {
		return of[0]
	}
	return index.Or{Of: of}
}

// joined is a hyphenated word as one word, folded; "" when the text is anything else.
func joined(text string) string {
	tokens := index.Tokens(text)
	if len(tokens) < 2 {
		return ""
	}
	last := tokens[len(tokens)-1]
	if last.Alt && last.Start == tokens[0].Start && last.Pos == tokens[0].Pos && last.End > tokens[0].End {
		return last.Text
	}
	return ""
}

// compileField looks for the value in the field; AND, OR and NOT of values are those of
// documents.
func compileField(name string, value Node) index.Expr {
	switch v := value.(type) {
	case *And:
		return index.And{Of: fieldAll(name, v.Of)}
	case *Or:
		return index.Or{Of: fieldAll(name, v.Of)}
	case *Not:
		return index.Not{X: compileField(name, v.Of)}
	case *All:
		return index.In{Field: name, X: index.Pattern{Text: "*"}}
	case *Word:
		if name == "id" {
			return index.IDPrefix{Hex: v.Text}
		}
		if slices.Contains(valuesOf(name), v.Text) {
			return index.Value{Field: name, Text: v.Text}
		}
	}
	if name == "party" {
		return index.PartyIs{Name: place(value)}
	}
	return index.In{Field: name, X: place(value)}
}

func fieldAll(name string, of []Node) []index.Expr {
	out := make([]index.Expr, len(of))
	for i, n := range of {
		out[i] = compileField(name, n)
	}
	return out
}

func compileDates(n *Dates) index.Expr {
	if n.Field == "date" {
		return index.DateIn{From: n.From, To: n.To}
	}
	if n.Field == "year" {
		return index.DocDate{Field: "own", From: n.From, To: n.To}
	}
	return index.DocDate{Field: n.Field, From: n.From, To: n.To}
}

func compileMoney(m *Money) index.Expr {
	e := index.AmountIn{Min: math.Inf(-1), Max: math.Inf(1), Above: m.Over, Below: m.Under, Currency: m.Currency}
	if m.Low != nil {
		e.Min = *m.Low
	}
	if m.High != nil {
		e.Max = *m.High
	}
	return e
}
