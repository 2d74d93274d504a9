package extract

import (
	"testing"

	"averment/evidence"
)

// TestFramesOfASuit reads verbs and nouns that leave a side open elsewhere.
func TestFramesOfASuit(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"Harbor Pipe Inc won a $4 million jury verdict against Pelham Corp on Monday.", "Harbor Pipe Inc = plaintiff; Pelham Corp = defendant"},
		{"Harbor Pipe Inc filed a counterclaim accusing Pelham Corp of fraud.", "Harbor Pipe Inc = defendant; Pelham Corp = plaintiff"},
		{"Harbor Pipe Inc has dropped the patent suit that it brought against Pelham Corp.", "Harbor Pipe Inc = plaintiff; Pelham Corp = defendant"},
		{"The suit was filed by three tenants, including Ana Ruiz, against Pelham Corp.", "Ana Ruiz = plaintiff; Pelham Corp = defendant"},
		{"Ana Ruiz sued Pelham Corp. Norvane Ltd, which was not sued, owns a stake.", "Ana Ruiz = plaintiff; Pelham Corp = defendant"},
		{"The tribunal, chaired by Lena Ostrow, heard the suit by Ana Ruiz.", "Lena Ostrow = judge; Ana Ruiz = plaintiff"},
		{"Hikers sued the Kestrel Park Authority. The other plaintiffs include:\n\nHarrow Hiking Club is a group.\n\nThe Norvane Trail Society keeps paths.", "Kestrel Park Authority = defendant; Harrow Hiking Club = plaintiff; Norvane Trail Society = plaintiff"},
		{"Justices Lena Ostrow and Harold Finch agreed with the court below.", "Lena Ostrow = judge; Harold Finch = judge"},
	} {
		t.Run(tt.text[:40], func(t *testing.T) { sidesAre(t, facts(tt.text), tt.want) })
	}
}

// TestWhose reads for whom counsel acts, who owns whom and who is a source.
func TestWhose(t *testing.T) {
	for _, tt := range []struct{ text, name, role string }{
		{"Ana Ruiz sued Pelham Corp. Wayne Oster is a lawyer for Pelham Corp.", "Wayne Oster", "counsel for Pelham Corp"},
		{"Ana Ruiz sued Peter Lane. Her KC, Roy Dale, told the court that she was cheated.", "Roy Dale", "counsel for Ana Ruiz"},
		{"Ana Ruiz sued trustee Peter Lane. The trustee is represented by Roy Dale of Day Lee LLP.", "Day Lee LLP", "counsel for Peter Lane"},
		{"Pelham Corp was sued by Ana Ruiz. Pelham Corp has retained Roy Dale to argue the case.", "Roy Dale", "counsel for Pelham Corp"},
		{"Appearing for Ana Ruiz in the High Court, advocate Roy Dale said she was cheated. Ana Ruiz sued Pelham Corp.", "Roy Dale", "counsel for Ana Ruiz"},
		{"Dunmore Motors Corp said its Canadian unit, Dunmore Motors Ltd, was sued by Ana Ruiz.", "Dunmore Motors Ltd", "subsidiary of Dunmore Motors Corp"},
		{"Pelham Corp faces a suit by Ana Ruiz. Norvane Ltd, which acquired Pelham Corp in 2021, declined to comment.", "Norvane Ltd", "owner of Pelham Corp"},
		{"Novelists Ana Ruiz and Tom Waite sued Pelham Corp. Roy Dale, a lawyer for the authors, called it a start.", "Roy Dale", "counsel for Tom Waite"},
		{"Ana Ruiz and Tom Waite sued Norvane Ltd and Pelham Corp. Roy Dale represents the companies.", "Roy Dale", "counsel for Norvane Ltd"},
		{"Pelham Corp was bought by Dunmore Group, a Reno company that also owns the lender Norvane Ltd.", "Norvane Ltd", "subsidiary of Dunmore Group"},
		{"Ana Ruiz worked at Norvane Clinic, the smallest of the six clinics Pelham Corp owns.", "Pelham Corp", "owner of Norvane Clinic"},
		{"Pelham Corp, which counts the lender Norvane Ltd among its subsidiaries, was sued.", "Pelham Corp", "owner of Norvane Ltd"},
		{"Pelham Corp was sued. The deal does not bind Dunmore Group, the conglomerate that bought Pelham Corp last spring.", "Dunmore Group", "owner of Pelham Corp"},
		{"Pelham Corp is held through a Reno company, Dunmore Holdings.", "Dunmore Holdings", "owner of Pelham Corp"},
		{"Pelham Corp is a unit of the ASX-listed miner Dunmore Metals.", "Dunmore Metals", "owner of Pelham Corp"},
		{"Ana Ruiz sued Pelham Corp. Pelham Corp has hired Day & Dale for all three cases.", "Day & Dale", "counsel for Pelham Corp"},
		{"Ana Ruiz sued Pelham Corp. Pelham's lawyers said no. In closing, Roy Dale of Day Lee LLP said the claim was old.", "Roy Dale", "counsel for Pelham Corp."},
		{"Ana Ruiz sued Pelham Corp. She is represented by the Harrow Law Center. Its executive director, Roy Dale, said so.", "Roy Dale", "counsel for Ana Ruiz"},
		{"Ana Ruiz sued Pelham Corp. Her lawyer in the civil case, Roy Dale, said so.", "Roy Dale", "counsel for Ana Ruiz"},
		{"Ana Ruiz sued Pelham Corp. Pelham was defended by the Reno office of Day Lee LLP.", "Day Lee LLP", "counsel for Pelham Corp"},
		{"Ana Ruiz sued Pelham Corp. Her complaint, signed by Roy Dale of Day Lee LLP, says so.", "Day Lee LLP", "counsel for Ana Ruiz"},
		{"Ana Ruiz sued Pelham Corp. Ruiz is represented by the solicitors Day Lee, and Pelham by Kent Hall LLP.", "Kent Hall LLP", "counsel for Pelham Corp"},
		{"Ana Ruiz sued Pelham Corp. Roy Dale and other attorneys from Day Lee LLP are representing her.", "Roy Dale", "counsel"},
		{"Joshua Pell and Tom Waite sued Pelham Corp. \"It is right,\" said the Waites' attorney, Roy Dale.", "Roy Dale", "counsel for Tom Waite"},
		{"Drivers sued Pelham Corp. The Harrow Law Center represented the drivers along with the law firm Day Lee.", "Day Lee", "counsel"},
		{"Drivers sued Pelham Corp. The suit was filed by the Harrow Law Center and the law firm Day Lee LLP.", "Harrow Law Center", "counsel"},
		{"State filings list Roy Dale as the sole owner of Pelham Corp, which was sued.", "Roy Dale", "owner of Pelham Corp"},
		{"Ana Ruiz sued Pelham Corp. Norvane Ventures, which has owned a controlling stake in Pelham Corp since May, said nothing.", "Norvane Ventures", "owner of Pelham Corp"},
		{"The suit names Pelham Corp. \"It is awful,\" said resident Tom Waite.", "Tom Waite", "source"},
	} {
		t.Run(tt.name+" "+tt.role, func(t *testing.T) {
			for _, p := range facts(tt.text).Parties {
				for _, role := range p.Roles {
					if p.Name == tt.name && (role == tt.role || tt.role == evidence.RoleWord(role)) {
						return
					}
				}
			}
			t.Errorf("%q: no %s = %s in %+v", tt.text, tt.name, tt.role, facts(tt.text).Parties)
		})
	}
}
