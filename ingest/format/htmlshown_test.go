package format

import "testing"

func TestShownTextIsSearchedABoundedNumberOfTimes(t *testing.T) {
	s := newShownText([]string{"The council met on Monday.", "It closed the bridge."})
	if !s.has(squeeze("It closed the bridge.")) || s.left != mostSought {
		t.Errorf("a block is known without a search: %d left", s.left)
	}
	if !s.has(squeeze("council met")) || s.has(squeeze("a strike began")) || s.left != mostSought-2 {
		t.Errorf("a part of a block is shown, other words are not: %d left", s.left)
	}
	for range mostSought {
		s.has("x y z")
	}
	if !s.has("a strike began") || s.left != 0 {
		t.Error("past the searches a text counts as shown")
	}
}
