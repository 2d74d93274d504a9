package extract

import (
	"go/ast"
	"go/parser"
	gotoken "go/token"
	"path/filepath"
	"strconv"
	"testing"
)

// TestRuleWordsAreThoseOfTheRules reads the cases of the passes of readRoles out of the sources:
// a word that a rule names and roleTriggers lacks would never reach the rule.
func TestRuleWordsAreThoseOfTheRules(t *testing.T) {
	known, bodies := roleTriggers(), methodsOf(t, "reader")
	passes := passesOf(bodies["readRoles"])
	if len(passes) < 8 {
		t.Fatalf("only the passes %v found", passes)
	}
	for _, pass := range append(passes, "lawyerNoun") {
		for _, w := range caseWords(bodies[pass]) {
			if !known[w] {
				t.Errorf("%s has a case for %q: add it to ruleWords in party_trigger.go", pass, w)
			}
		}
	}
}

// methodsOf are the bodies of the methods of the type, and of readRoles, by name.
func methodsOf(t *testing.T, receiver string) map[string]ast.Node {
	files, err := filepath.Glob("party*.go")
	if err != nil {
		t.Fatal(err)
	}
	bodies := map[string]ast.Node{}
	for _, name := range files {
		file, err := parser.ParseFile(gotoken.NewFileSet(), name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range file.Decls {
			f, ok := d.(*ast.FuncDecl)
			if !ok || f.Recv == nil {
				continue
			}
			star, _ := f.Recv.List[0].Type.(*ast.StarExpr)
			if star != nil && star.X.(*ast.Ident).Name == receiver || f.Name.Name == "readRoles" {
				bodies[f.Name.Name] = f.Body
			}
		}
	}
	return bodies
}

// passesOf are the names of the methods in "(*reader).side".
func passesOf(body ast.Node) []string {
	var out []string
	ast.Inspect(body, func(n ast.Node) bool {
		if s, ok := n.(*ast.SelectorExpr); ok {
			if _, ok := s.X.(*ast.ParenExpr); ok {
				out = append(out, s.Sel.Name)
			}
		}
		return true
	})
	return out
}

// caseWords are the string constants in the cases of a function.
func caseWords(body ast.Node) []string {
	var out []string
	ast.Inspect(body, func(n ast.Node) bool {
		if c, ok := n.(*ast.CaseClause); ok {
			for _, e := range c.List {
				if l, ok := e.(*ast.BasicLit); ok && l.Kind == gotoken.STRING {
					w, _ := strconv.Unquote(l.Value)
					out = append(out, w)
				}
			}
		}
		return true
	})
	return out
}
