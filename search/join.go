package search

// joinOurs joins as the language says: OR, AND, AND NOT.
func joinOurs(of []Node, joints []joint) Node {
	var parts []Node
	start := 0
	for i := 0; i <= len(joints); i++ {
		if i < len(joints) && joints[i] != jointAndNot {
			continue
		}
		ands := joinOr(of[start:i+1], joints[start:i])
		if start > 0 {
			ands = []Node{&Not{one(ands, true)}}
		}
		parts = append(parts, ands...)
		start = i + 1
	}
	return one(parts, true)
}

// joinOr gives the operands of AND, those joined by OR made one.
func joinOr(of []Node, joints []joint) []Node {
	var parts []Node
	start := 0
	for i := 0; i <= len(joints); i++ {
		if i == len(joints) || joints[i] == jointAnd {
			parts = append(parts, one(of[start:i+1], false))
			start = i + 1
		}
	}
	return parts
}

// joinOther joins as programming languages do: AND and AND NOT first, then OR.
func joinOther(of []Node, joints []joint) Node {
	var alternatives, parts []Node
	for i, n := range of {
		if i > 0 && joints[i-1] == jointOr {
			alternatives, parts = append(alternatives, one(parts, true)), nil
		}
		if i > 0 && joints[i-1] == jointAndNot {
			n = &Not{n}
		}
		parts = append(parts, n)
	}
	return one(append(alternatives, one(parts, true)), false)
}

// one makes one And (or Or) of the operands; a single operand stays itself.
func one(of []Node, and bool) Node {
	switch {
	case len(of) == 1:
		return of[0]
	case and:
		return &And{of}
	}
	return &Or{of}
}

// same compares two trees made of the same leaves.
func same(a, b Node) bool {
	if a == b {
		return true
	}
	switch a := a.(type) {
	case *And:
		b, ok := b.(*And)
		return ok && sameAll(a.Of, b.Of)
	case *Or:
		b, ok := b.(*Or)
		return ok && sameAll(a.Of, b.Of)
	case *Not:
		b, ok := b.(*Not)
		return ok && same(a.Of, b.Of)
	}
	return false
}

func sameAll(a, b []Node) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if !same(a[i], b[i]) {
			return false
		}
	}
	return true
}
