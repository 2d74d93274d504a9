package extract

import "testing"

func TestPartiesOfNews(t *testing.T) {
	tests := []struct {
		name, text string
		want       map[string]string // name: type and role; nobody else
	}{
		{"wire report", `TALCOTT <TLC> SUED OVER VENTRIX BID
    NEW YORK, Feb 26 - Talcott Industries Inc said two shareholders
filed suit in Delaware Chancery Court seeking to block its proposed
merger with Ventrix Corp <VTX>.
    The suits, filed by Robert Kahan and Moise Katz, charge that
Talcott's directors breached their fiduciary duties by agreeing to
sell the company for 42 dlrs a share.
    Ventrix is 40 pct owned by Brierson Investments Ltd.
    Named as defendants were Talcott, its chairman, Louis Perl, and
Ventrix.
 Reuter
`, map[string]string{"Talcott Industries Inc": "organisation defendant", "Ventrix Corp": "organisation defendant", "Robert Kahan": "person plaintiff",
			"Moise Katz": "person plaintiff", "Louis Perl": "person defendant", "Brierson Investments Ltd": "organisation owner", "Delaware Court of Chancery": "court court"}},
		{"counsel by company", `    PHILADELPHIA, Oct 11 - A federal judge dismissed an antitrust suit
filed by Delco Freight Systems against Amerifax Corp <AFX>,
attorneys for both companies said.
    Judge Louis Pollak ruled that Delco had failed to prove its case.
    Amerifax attorney Sheldon Raab said the company was gratified.
    Delco lawyer Marvin Frankel said an appeal was likely.
    The Justice Department had no comment.
`, map[string]string{"Amerifax Corp": "organisation defendant", "Delco Freight Systems": "organisation plaintiff", "Louis Pollak": "judge judge",
			"Sheldon Raab": "person counsel", "Marvin Frankel": "person counsel", "Justice Department": "agency mentioned"}},
		{"names with particles", `AMSTERDAM — A court ruled on Thursday that Brightside B.V., a unit of Dunmore Group, must pay the family of Joris de Vries.

The family sued Brightside and its former manager, Pieter van den Berg, in 2022.
`, map[string]string{"Brightside B.V.": "organisation subsidiary", "Dunmore Group": "organisation owner", "Joris de Vries": "person mentioned", "Pieter van den Berg": "person defendant"}},
		{"agency and state", `The Environmental Protection Agency and the State of Ohio sued Norvane Chemical Co. on Friday.

EPA Administrator Michael Regan called the spill avoidable. The complaint names Norvane and its president, Karl Heinz, as defendants.

Norvane, a subsidiary of Brinker Inc, said it was cooperating.
`, map[string]string{"Environmental Protection Agency": "agency plaintiff", "State of Ohio": "agency plaintiff", "Norvane Chemical Co.": "organisation defendant",
			"Michael Regan": "person mentioned", "Karl Heinz": "person defendant", "Brinker Inc": "organisation owner"}},
		{"owner is no defendant", `Pelham Motors, the Corvane-owned carmaker, was sued in May. A Corvane spokesman declined to comment.`,
			map[string]string{"Pelham Motors": "organisation defendant", "Corvane": "organisation owner"}},
		{"products, laws and places", `The suit says the chatbot Parrot breaks the Fair Data Act in Ohio and that Verity Labs Inc knew. Users in Dover paid in March.`,
			map[string]string{"Verity Labs Inc": "organisation mentioned"}},
		{"who is a person", `The suit is strong, said Quilla Feathers, of Feathers & Stroud. Users accepted the Terms of Service, said Orso Vant, who runs Acme Corp.`,
			map[string]string{"Quilla Feathers": "person source", "Feathers & Stroud": "organisation mentioned", "Orso Vant": "person source", "Acme Corp": "organisation mentioned"}},
		{"letters of headings", "The suit was heard.\n\nB. Promissory Estoppel\n\nC. Breach of contract. The judge saw Part D. Unjust enrichment fails, J. B. Hollis said.",
			map[string]string{"J. B. Hollis": "person source"}},
		{"acronym", `The Harbor Pilots Association (HPA) filed a lawsuit against Dover Port Inc on Monday. The HPA wants damages.`,
			map[string]string{"Harbor Pilots Association": "organisation plaintiff", "Dover Port Inc": "organisation defendant"}},
		{"witness", `Ana Ruiz, a nurse, testified that the suit was late. Dr. Paul Lane testified too.`,
			map[string]string{"Ana Ruiz": "person witness", "Paul Lane": "person witness"}},
		{"case name", `The case is Delacroix et al v. Verity Labs Inc, No. 3:25-cv-01234.`,
			map[string]string{"Delacroix": "organisation plaintiff", "Verity Labs Inc": "organisation defendant"}},
		{"authorities are no parties", `The suit by Ruiz Holdings Inc fails under Okafor v. Bell Corp., 12 F.3d 34 (9th Cir. 1999).`,
			map[string]string{"Ruiz Holdings Inc": "organisation plaintiff"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) { wantRoles(t, facts(tt.text), tt.want) })
	}
}

func TestOwnership(t *testing.T) {
	for _, text := range []string{
		"Pelham Inc, owned by Corvane Group, was sued.",
		"Pelham Inc, the Corvane Group-owned firm, was sued.",
		"Corvane Group-owned Pelham Inc was sued.",
		"Pelham Inc, a unit of Corvane Group, was sued.",
		"Pelham Inc was sued. Corvane Group, Pelham's parent company, was silent.",
		"Pelham Inc was sued. Pelham's parent company, Corvane Group, was silent.",
		"Corvane Group was silent after its shipping platform Pelham Inc was sued.",
	} {
		doc := facts(text)
		hasRole(t, doc, "Corvane Group", "organisation owner")
		hasRole(t, doc, "Pelham Inc", "organisation defendant")
		for _, p := range doc.Parties {
			if p.Name == "Corvane Group" && p.HasRole("defendant") {
				t.Errorf("%s: the owner is called a defendant", text)
			}
		}
	}
}
