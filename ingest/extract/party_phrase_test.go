package extract

import (
	"strings"
	"testing"

	"averment/evidence"
)

// TestSidesOfASuit reads one sentence or two and wants exactly these roles: "name = role", parted
// by semicolons. A name that is not listed must have no side.
func TestSidesOfASuit(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"Harbor Pipe Inc sued <Colmer Group Ltd> and two of its officers.", "Harbor Pipe Inc = plaintiff; Colmer Group Ltd = defendant"},
		{"Harbor Pipe Inc said it sued Pelham Corp in March.", "Harbor Pipe Inc = plaintiff; Pelham Corp = defendant"},
		{"Pelham Corp was sued by its former chairman, Louis Perl, for libel.", "Pelham Corp = defendant; Louis Perl = plaintiff"},
		{"Ana Ruiz has taken her employer, Pelham Ltd, to an employment tribunal.", "Ana Ruiz = plaintiff; Pelham Ltd = defendant"},
		{"Pelham Corp was hit with a class action on Monday by Ana Ruiz.", "Pelham Corp = defendant; Ana Ruiz = plaintiff"},
		{"The complaint, filed by Ana Ruiz, names the Dover chemical maker Pelham Corp and its president, Karl Heinz, as defendants.",
			"Pelham Corp = defendant; Karl Heinz = defendant; Ana Ruiz = plaintiff"},
		{"Ana Ruiz filed suit. Also named in the suit are Sheriff Roy Fontenot and nurse Pam Guidry.", "Ana Ruiz = plaintiff; Roy Fontenot = defendant; Pam Guidry = defendant"},
		{"Ana Ruiz sued Pelham Corp. Norvane Ltd was not named as a defendant.", "Ana Ruiz = plaintiff; Pelham Corp = defendant"},
		{"The suit was filed against it by Harbor Pipe Inc, Pelham Corp said.", "Harbor Pipe Inc = plaintiff"},
		{"The Federal Trade Commission sued to block tile maker Pelham Corp's $2 billion purchase of Norvane Ltd.",
			"Federal Trade Commission = plaintiff; Pelham Corp = defendant; Norvane Ltd = defendant"},
		{"Pelham Corp filed a counterclaim against Harbor Pipe Inc in the case.", "Pelham Corp = defendant; Harbor Pipe Inc = plaintiff"},
		{"A jury convicted Roy Dale and Ana Ruiz of fraud.", "Roy Dale = defendant; Ana Ruiz = defendant"},
		{"The jury awarded $2 million to Ana Ruiz and found Pelham Corp liable.", "Ana Ruiz = plaintiff; Pelham Corp = defendant"},
		{"The lawsuit says Pelham Corp hid leaks. Pelham Corp denied any wrongdoing.", "Pelham Corp = defendant"},
		{"In a lawsuit filed on Monday, Ana Ruiz says she was cheated.", "Ana Ruiz = plaintiff"},
		{"The claimants, led by Thirsk farmer Peter Addy, want an order from the High Court.", "Peter Addy = plaintiff"},
		{"Circuit Judges Lena Ostrow and Harold Finch heard the suit by Ana Ruiz.", "Ana Ruiz = plaintiff; Lena Ostrow = judge; Harold Finch = judge"},
		{"The brokerage Pelham Corp's motion to dismiss the suit by Ana Ruiz was denied.", "Pelham Corp = defendant; Ana Ruiz = plaintiff"},
	} {
		t.Run(tt.text[:min(40, len(tt.text))], func(t *testing.T) { sidesAre(t, facts(tt.text), tt.want) })
	}
}

func sidesAre(t *testing.T, doc *evidence.Document, want string) {
	t.Helper()
	wanted := map[string]bool{}
	for w := range strings.SplitSeq(want, "; ") {
		wanted[w] = true
	}
	for _, p := range doc.Parties {
		for _, role := range p.Roles {
			if !sides[role] && role != "judge" || p.Type == evidence.Group {
				continue
			}
			if key := p.Name + " = " + role; !wanted[key] {
				t.Errorf("wrongly %s (%s)", key, p.Basis)
			} else {
				delete(wanted, key)
			}
		}
	}
	for w := range wanted {
		t.Errorf("missing %s in %+v", w, doc.Parties)
	}
}

func TestCounsel(t *testing.T) {
	for _, tt := range []struct{ text, name, role string }{
		{"Ana Ruiz sued. Her attorney, Doug Pell, said so.", "Doug Pell", "counsel for Ana Ruiz"},
		{"Harbor Pipe Inc was sued. Harbor attorney Philip Rusk said so.", "Philip Rusk", "counsel for Harbor Pipe Inc"},
		{"Harbor Pipe Inc was sued by Ana Ruiz. Paul Lane argued for Ruiz.", "Paul Lane", "counsel for Ana Ruiz"},
		{"Harbor Pipe Inc was sued. Harbor is represented by Ray Hall of Day & Lee LLP.", "Day & Lee LLP", "counsel for Harbor Pipe Inc"},
		{"The plaintiffs sued. The plaintiffs' lead lawyer, Corey Blount of Blount Marsden, said so.", "Corey Blount", "counsel for the plaintiffs"},
		{"Harbor Pipe Inc was sued. Counsel for Harbor included Rose Palmieri and Seth Unger.", "Seth Unger", "counsel for Harbor Pipe Inc"},
		{"Harbor Pipe Inc was sued. Day & Lee PC, the firm acting for Harbor, was silent.", "Day & Lee PC", "counsel for Harbor Pipe Inc"},
		{"Harbor Pipe Inc was sued. For Harbor: Catherine Wills of Stowe & Ames LLP.", "Catherine Wills", "counsel for Harbor Pipe Inc"},
		{"Ana Ruiz sued. Ray Hall, a partner at Day & Lee LLP who represents Ruiz, said so.", "Ray Hall", "counsel for Ana Ruiz"},
		{"A lawyer for Harbor Pipe Inc, Frank Oster of Baines and Oster, said it would appeal.", "Baines and Oster", "counsel for Harbor Pipe Inc"},
	} {
		t.Run(tt.text[:min(60, len(tt.text))], func(t *testing.T) {
			doc := facts(tt.text)
			for _, p := range doc.Parties {
				if p.Name == tt.name {
					for _, role := range p.Roles {
						if role == tt.role {
							return
						}
					}
				}
			}
			t.Errorf("%s is not %s: %+v", tt.name, tt.role, doc.Parties)
		})
	}
}

func TestOwners(t *testing.T) {
	for _, text := range []string{
		"Corvane Group and its Pelham Lines unit were silent. Pelham Lines was sued.",
		"Pelham Lines, acquired last year by Corvane Group, was sued.",
		"Pelham Lines, whose parent is New Zealand's Corvane Group, was sued.",
		"Pelham Lines, part of Corvane Group, was sued.",
		"Pelham Lines (owned by the chip maker Corvane Group) was sued.",
		"Pelham Lines, which is majority-owned by Corvane Group, was sued.",
		"Pelham Lines was sued. Pelham's owners, Corvane Group, were silent.",
		"Corvane Group was silent about the suit against Pelham Lines, its network for traders.",
	} {
		hasRole(t, facts(text), "Corvane Group", "organisation owner")
	}
}

func TestDescriptionsBeforeNames(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"Harbor Pipe Inc sued the Bermuda reinsurer Castellan Re Ltd in Dover.", "Harbor Pipe Inc = plaintiff; Castellan Re Ltd = defendant"},
		{"Harbor Pipe Inc sued former Kestrel Inc engineer Yusuf Adan.", "Harbor Pipe Inc = plaintiff; Yusuf Adan = defendant"},
		{"Harbor Pipe Inc sued its Japanese supplier, Tomei Electric Co in Dover.", "Harbor Pipe Inc = plaintiff; Tomei Electric Co = defendant"},
		{"On Monday, over the leak at the plant in the north of the state, Harbor Pipe Inc sued Chief Executive Officer Lars Wendt and Chief Financial Officer Gina Pope.", "Harbor Pipe Inc = plaintiff; Lars Wendt = defendant; Gina Pope = defendant"},
		{"Harbor Pipe Inc sued over the leak at Pelham Corp.", "Harbor Pipe Inc = plaintiff"},
	} {
		t.Run(tt.text[:min(50, len(tt.text))], func(t *testing.T) { sidesAre(t, facts(tt.text), tt.want) })
	}
}
