package extract

import (
	"testing"

	"averment/evidence"
)

func TestStatedDay(t *testing.T) {
	for _, tt := range []struct{ name, text, day, method string }{
		{"release", "Dryden Works Announces New Pump\n\nDRYDEN, Wash., Nov. 12, 2024 – Dryden Works Inc. today announced a pump that saves water.\n", "2024-11-12", "dateline"},
		{"wire", "LEEDHAM, March 3, 2024 (Wire) - The port closed on Friday after a storm, officials said.\n", "2024-03-03", "dateline"},
		{"no year", "LEEDHAM, March 3 (Wire) - The port closed on Friday after a storm, officials said.\n", "", ""},
		{"a date of an event", "On March 3, 2024 the port closed. Ships waited - as they had before - at sea, officials said.\n", "", ""},
		{"memo", "MEMORANDUM\n\nTo: Rosa Lind\nFrom: Dev Anand\nDate: November 6, 2025\nRe: Call\n\nThe pump broke yesterday.\n", "2025-11-06", "memo"},
		{"letter", "Dryden Works\n12 Quay Street\n\nJanuary 22, 2025\n\nDear Ms. Lind,\n\nThe pump broke on Monday.\n", "2025-01-22", "letter"},
		{"given", "LEEDHAM, March 3, 2024 (Wire) - The port closed on Friday after a storm, officials said.\n", "2020-01-01", ""},
	} {
		doc := &evidence.Document{Pages: []evidence.Page{{Number: 1, Text: tt.text, State: evidence.PageText}}}
		if tt.name == "given" {
			d, _ := evidence.ParseDate(tt.day)
			doc.Published = &d
		}
		Facts(doc)
		day, method := "", ""
		if doc.Published != nil {
			day, method = doc.Published.Value, doc.Published.Method
		}
		if day != tt.day || method != tt.method {
			t.Errorf("%s: %q by %q, want %q by %q", tt.name, day, method, tt.day, tt.method)
		}
	}
}
