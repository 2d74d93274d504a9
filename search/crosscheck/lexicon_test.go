package crosscheck

import "testing"

// TestSynonymsDoNotCollide finds words whose stem stands in two classes.
func TestSynonymsDoNotCollide(t *testing.T) {
	class := map[string]string{}
	for _, line := range lines(synonymText) {
		for _, w := range line {
			if was, seen := class[stem(w)]; seen && was != line[0] {
				t.Errorf("%q stands in the classes %s and %s", w, was, line[0])
			}
			class[stem(w)] = line[0]
		}
	}
}

func TestStem(t *testing.T) {
	for _, pair := range [][2]string{{"disclosed", "disclosure"}, {"violating", "violations"}, {"companies", "company"}, {"trained", "training"}, {"filed", "files"}, {"plaintiff's", "plaintiffs"}, {"settled", "settle"}} {
		if stem(pair[0]) != stem(pair[1]) {
			t.Errorf("%s is cut to %s, %s to %s", pair[0], stem(pair[0]), pair[1], stem(pair[1]))
		}
	}
	if stem("process") == stem("proceed") || stem("pass") != "pass" {
		t.Errorf("too much is cut: %s %s %s", stem("process"), stem("proceed"), stem("pass"))
	}
}
