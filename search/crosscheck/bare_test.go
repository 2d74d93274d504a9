package crosscheck_test

import "testing"

// readHeadlines reads claims with headlines that have no report: a letter as for tales and
// the headline.
func readHeadlines(t *testing.T, file string) (out []tale) {
	t.Helper()
	eachUnderClaim(t, file, func(claim, line string) {
		if len(line) > 2 {
			out = append(out, tale{claim: claim, gold: line[:1], headline: line[2:]})
		}
	})
	return out
}

// TestEvaluationBareHeadlines asks what invented headlines without a report do with a claim
// that they tell in other words.
func TestEvaluationBareHeadlines(t *testing.T) {
	got := macroF1(t, readHeadlines(t, "testdata/headlines.txt"), func(x tale) string { return x.headline })
	t.Logf("macro F1 %.3f", got)
	if got < 0.85 {
		t.Errorf("macro F1 %.3f", got)
	}
}

// TestEvaluationElsewhere asks whether headlines that name whom the claim names, but tell of
// something else, are left undecided.
func TestEvaluationElsewhere(t *testing.T) {
	list, right := readHeadlines(t, "testdata/elsewhere.txt"), 0
	for _, x := range list {
		if stanceOf(t, x.claim, x.headline) == "o" {
			right++
		} else {
			t.Logf("decides: %s | %s", x.claim, x.headline)
		}
	}
	t.Logf("%d of %d left undecided", right, len(list))
	if 5*right < 4*len(list) {
		t.Errorf("%d of %d left undecided", right, len(list))
	}
}

// TestOddHeadlines gives headlines of next to nothing, which must not be read beyond their ends.
func TestOddHeadlines(t *testing.T) {
	for _, text := range []string{"'a\"", "'", "?", "No,", "Velda?", "a-", "'Velda'", "Velda: -", "“”"} {
		for _, claim := range []string{"Velda closed", "V", "The carmaker Velda will close its plant in Osk"} {
			stanceOf(t, claim, text)
		}
	}
}

// TestBareHeadlines shows what a headline without a report may leave out, and what not.
func TestBareHeadlines(t *testing.T) {
	for _, c := range []struct{ claim, text, want string }{
		{"The carmaker Velda will close its plant in Osk on 4 May", "Velda to shut Osk plant", "f"},
		{"The carmaker Velda will close its plant in Osk on 4 May", "Velda to shut Osk plant? Nope", "a"},
		{"The carmaker Velda will close its plant in Osk on 4 May", "Velda's Osk plant to stay open", "a"},
		{"The carmaker Velda will close its plant in Osk on 4 May", "Velda reportedly shutting Osk plant", "o"},
		{"The carmaker Velda will close its plant in Osk on 4 May", "Is Velda shutting its Osk plant? Workers fear the worst", "o"},
		{"The carmaker Velda will close its plant in Osk on 4 May", "Velda opens museum in Osk", "o"},
		{"The carmaker Velda will pay $90 million to drivers", "Velda to pay drivers", "o"}, // the sum is what the claim is about
		{"The carmaker Velda will pay $90 million to drivers", "Velda settles with drivers for $90m", "f"},
		{"The judge Ruth Amberg resigned", "Ruth Amberg steps down", "f"},
		{"The judge Ruth Amberg resigned", "Ruth Amberg rejects calls to step down", "a"},
		{"The judge Ruth Amberg resigned", "Whispers of Ruth Amberg's resignation", "o"},
	} {
		if got := stanceOf(t, c.claim, c.text); got != c.want {
			t.Errorf("%q: %q is %s, want %s", c.claim, c.text, got, c.want)
		}
	}
}
