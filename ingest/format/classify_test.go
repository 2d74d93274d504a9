package format

import (
	"testing"

	"averment/evidence"
)

// TestClassify keeps what an article could say apart from what only a page says.
func TestClassify(t *testing.T) {
	tests := []struct {
		in   string
		want label
	}{
		{"Next-Gen Platters Promise 80 Terabytes", plainLabel},
		{"Next: Dock strike enters third week", chromeLabel},
		{"Photo-sharing app sued over terms", plainLabel},
		{"Photo: Dana Ruiz", creditLabel},
		{"Source: Reuters", creditLabel},
		{"Sources said that the talks had ended without a deal.", plainLabel},
		{"BBC | The National | Tech Weekly", creditLabel},
		{"Home | News | Sport", chromeLabel},
		{"Subscribe to our newsletter", promoLabel},
		{"Subscribers sued the company over its newsletter on Monday.", plainLabel},
		{"Sign up for our daily newsletter and never miss a story.", promoLabel},
		{"The site says: we use cookies to improve your visit.", plainLabel},
		{"We use cookies to improve your visit.", bannerLabel},
		{"News", navLabel},
		{"3 Comments", commentLabel},
		{"Comments by the judge were sharp and drew laughter in the room.", plainLabel},
		{"Share on FacebookShare on Twitter", chromeLabel},
		{"Share prices fell by a third after the ruling.", plainLabel},
		{"Shares of the company", plainLabel},
		{"© 2025 The Harbor Tribune", chromeLabel},
		{"The copyright notice of 2019 was at issue in the case.", plainLabel},
		{"Home Depot Sues Supplier Over Faulty Drills", plainLabel},
		{"Home » Courts » Ruling", chromeLabel},
		{"Related claims are pending in two states.", plainLabel},
		{"M T W T F S S", chromeLabel},
		{"5 min read", chromeLabel},
		{"Tags: courts, privacy", chromeLabel},
		{"Click here to read the full ruling", promoLabel},
		{"He was told to click here to agree, the complaint says.", plainLabel},
		{"Follow the money, the prosecutor told the jury on Friday.", plainLabel},
	}
	for _, tt := range tests {
		u := makeUnit(tt.in, evidence.Range{End: len(tt.in)})
		if got := classify(&u); got != tt.want {
			t.Errorf("%q: label %d, want %d", tt.in, got, tt.want)
		}
	}
}
