package extract

import "testing"

func TestEventOfDate(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"Effective August 14, 2024", "effective"},
		{"The order is effective March 3, 2025.", "effective order"},
		{"The rules take effect on Jan. 1, 2025.", "take effect"},
		{"The hearing is set for June 4, 2025.", "set hearing"},
		{"The trial is scheduled for June 4, 2025.", "scheduled trial"},
		{"Harrow Bank filed the complaint on May 5, 2024.", "filed complaint"},
		{"The ferry firm said on May 5, 2024 that it fined nobody.", "said"},
		{"The mayor said she signed the lease on May 5, 2024.", "signed lease"},
		{"The firm plans to open a depot in May 2025.", "open depot"},
		{"They drove to court on May 5, 2024.", "drove"},
		{"We expect the new policy in August 2024.", "expect new policy"},
		{"In May 2024, the harbour was dredged.", "dredged harbour"},
		{"A letter of 5 May 2024.", ""},
	} {
		got := datesOf(tt.text, "")
		if len(got) != 1 || got[0].Event != tt.want {
			t.Errorf("%q: %+v, want the event %q", tt.text, got, tt.want)
		}
	}
}
