package format

import (
	"strings"
	"testing"
)

// furnitureLines gives the lines of a saved page that are marked, joined by "|".
func furnitureLines(text string) string {
	var out []string
	for _, u := range newSavedPage(text).units {
		if u.furniture {
			out = append(out, u.text)
		}
	}
	return strings.Join(out, "|")
}

// TestButtonsAndForms: numbers of likes, the button under an offer and the lines of a form
// are furniture; numbers and short lines within the article are not.
func TestButtonsAndForms(t *testing.T) {
	const (
		first  = "A port operator agreed on Friday to pay workers, according to court papers that were filed in the morning.\n\n"
		second = "The company did not admit any wrongdoing, and it must also train its managers within the next six months.\n\n"
	)
	tests := []struct{ name, in, want string }{
		{"a form", "Get the Harbour newsletter in your inbox.\nThe best of the docks each Tuesday.\nDelivery: Tues\nYour Email\n\n", "Get the Harbour newsletter in your inbox.|The best of the docks each Tuesday.|Delivery: Tues|Your Email"},
		{"a button", "Subscribe to our newsletter and never miss a story from the docks.\n\nSubscribe\n", "Subscribe to our newsletter and never miss a story from the docks.|Subscribe"},
		{"a related line", "[Related: Ferry fares to rise in May]\n\n", "[Related: Ferry fares to rise in May]"},
		{"figures", "Cranes\n48\nBerths\n12\n\n", ""},
		{"short lines", "What comes next\n\nThe bids in full\n\n", ""},
	}
	for _, tt := range tests {
		if got := furnitureLines("Port operator settles suit\n\n" + first + second + tt.in + second + first + second); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}
