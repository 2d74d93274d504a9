package extract

import "testing"

func TestOrigin(t *testing.T) {
	for _, tt := range []struct {
		text string
		want []string
	}{
		{"According to Reuters, the mine closed.", []string{"Reuters"}},
		{"The mine closed, the BBC reported.", []string{"BBC"}},
		{"LONDON (Reuters) - The mine closed.", []string{"Reuters"}},
		{"The mine closed.\n\nSource: The Upland Courier", []string{"The Upland Courier"}},
		{"The mine closed.\n\nBBC | Reuters | Upland Courier", []string{"BBC", "Reuters", "Upland Courier"}},
		{"A guardian said the mine closed. She works for Reuters.", nil},
	} {
		if got := readOrigin(newView(articleOf(tt.text))); !equal(got, tt.want) {
			t.Errorf("%q: got %q, want %q", tt.text, got, tt.want)
		}
	}
}
