package crosscheck_test

import "testing"

// TestEvaluationRumours asks what invented headlines of many newsrooms do with a rumour. The
// first file was written to find what was missing, the second before the rules; its macro F1 at
// first score was .847, and .781 before. It is material like the first since.
func TestEvaluationRumours(t *testing.T) {
	for file, floor := range map[string]float64{"rumours1.txt": 0.87, "rumours2.txt": 0.84} {
		t.Run(file, func(t *testing.T) {
			got := macroF1(t, readHeadlines(t, "testdata/"+file), func(x tale) string { return x.headline })
			t.Logf("macro F1 %.3f", got)
			if got < floor {
				t.Errorf("macro F1 %.3f", got)
			}
		})
	}
}

// TestEvaluationReports asks the same of headlines with the opening of their report. The first
// macro F1 of the second file was .751, and .750 before.
func TestEvaluationReports(t *testing.T) {
	for file, floor := range map[string]float64{"reports1.txt": 0.85, "reports2.txt": 0.82} {
		t.Run(file, func(t *testing.T) {
			got := macroF1(t, readTales(t, "testdata/"+file), func(x tale) string { return x.headline + "\n\n" + x.body })
			t.Logf("macro F1 %.3f", got)
			if got < floor {
				t.Errorf("macro F1 %.3f", got)
			}
		})
	}
}

// TestEvaluationMismatched gives claims the headlines of other claims, which must be left
// undecided: fewer than one in a hundred may not be.
func TestEvaluationMismatched(t *testing.T) {
	list := readHeadlines(t, "testdata/rumours2.txt")
	pairs, decided := 0, 0
	for i, x := range list {
		for d := 7; d < len(list); d += 13 {
			y := list[(i+d)%len(list)]
			if y.claim == x.claim {
				continue
			}
			pairs++
			if got := stanceOf(t, x.claim, y.headline); got != "o" {
				decided++
				t.Logf("%s: %s | %s", got, x.claim, y.headline)
			}
		}
	}
	t.Logf("%d of %d decided", decided, pairs)
	if 100*decided > pairs {
		t.Errorf("%d of %d decided", decided, pairs)
	}
}

// TestContraryHeadlines shows how headlines tell that what a claim says is not so without
// denying it.
func TestContraryHeadlines(t *testing.T) {
	for _, c := range []struct{ claim, text, want string }{
		{"The carmaker Velda will close its plant in Osk", "Velda shelves plan to close Osk plant", "a"},
		{"The carmaker Velda will close its plant in Osk", "Velda may shelve plan to close Osk plant", "o"},
		{"The carmaker Velda will open a plant in Osk", "Velda pulls the plug on Osk plant", "a"},
		{"The carmaker Velda will stop making vans", "Velda ditches vans", "f"},
		{"The carmaker Velda will stop making vans", "Velda to keep making vans", "a"},
		{"The judge Ruth Amberg resigned", "Ruth Amberg: \"I'm not going\"", "a"},
		{"The judge Ruth Amberg resigned", "Ruth Amberg 'has resigned'", "o"},
		{"The judge Ruth Amberg resigned", "Ruth Amberg will resign, friends say", "o"},
		{"The hiker Jan Pell was found alive", "Body of hiker Jan Pell found", "a"},
		{"The hiker Jan Pell was found alive", "Hiker Jan Pell found alive and well", "f"},
		{"A monster was filmed in lake Serra", "Lake Serra 'monster' turns out to be a log", "a"},
		{"The singer Alina Moss paid no tax", "Alina Moss did pay tax", "a"},
		{"Guards took a child from its mother", "Mother says guards took her child", "o"},
		{"Guards took a child from its mother", "Guards take child from mother", "f"},
	} {
		if got := stanceOf(t, c.claim, c.text); got != c.want {
			t.Errorf("%q: %q is %s, want %s", c.claim, c.text, got, c.want)
		}
	}
}
