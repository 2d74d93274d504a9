package extract

import (
	"testing"

	"averment/evidence"
)

func TestCaptions(t *testing.T) {
	tests := []struct {
		name, text          string
		title, kind, court  string
		docket, core, judge string
		parties             map[string]string // name: type and role
	}{
		{
			name:  "district court",
			text:  "UNITED STATES DISTRICT COURT\nNORTHERN DISTRICT OF CALIFORNIA\n\nANA OKAFOR, an individual,\nPlaintiff,\nv.\nNORTHLAKE NETWORKS, INC.; and DOES 1\nthrough 10, inclusive,\nDefendants.\n\nCase No. 5:25-cv-00709-EJD\n\nCOMPLAINT FOR BREACH OF CONTRACT\n\n1. Plaintiff is a customer.",
			title: "Ana Okafor v. Northlake Networks, Inc.", kind: "complaint", court: "cand", docket: "5:25-cv-00709-EJD", core: "2500709",
			parties: map[string]string{"Ana Okafor": "person plaintiff", "Northlake Networks, Inc.": "organisation defendant"},
		},
		{
			name:  "appeal with a column",
			text:  "United States Court of Appeals\nFor the Seventh Circuit\n\nNo. 17-2411\n\nHARBOR PIPE LLC, ]\nPlaintiff-Appellant, ] Appeal from the\n] District Court\nv. ]\n] No. 1:16-cv-99\nRAY HALL, et al., ]\nDefendants-Appellees. ]\n\nO R D E R\n\nThe appeal is dismissed.",
			title: "Harbor Pipe LLC v. Ray Hall", kind: "order", court: "ca7", docket: "17-2411", core: "1702411",
			parties: map[string]string{"Harbor Pipe LLC": "organisation appellant", "Ray Hall": "person appellee"},
		},
		{
			name:  "tax court",
			text:  "T.C. Memo. 2021-7\n\nUNITED STATES TAX COURT\n\nPAUL LANE AND RUTH LANE,\nPetitioners v.\nCOMMISSIONER OF INTERNAL REVENUE, Respondent\n\nDocket No. 12345-18. Filed January 14, 2021.\n\nThe issue is small.",
			title: "Paul Lane v. Commissioner of Internal Revenue", kind: "opinion", court: "tax", docket: "12345-18", core: "1812345",
			parties: map[string]string{"Paul Lane": "person petitioner", "Ruth Lane": "person petitioner", "Commissioner of Internal Revenue": "agency respondent"},
		},
		{
			name:  "judge and motion",
			text:  "IN THE UNITED STATES DISTRICT COURT\nFOR THE SOUTHERN DISTRICT OF NEW YORK\n\nCITY OF DOVER,\n\nPlaintiff,\n\n-against-\n\nBELL & LEE LLP,\n\nDefendant.\n\n21 Civ. 4321 (JPO)\nHon. Helen Marsh\n\nMOTION TO DISMISS\n",
			title: "City of Dover v. Bell & Lee LLP", kind: "motion", court: "nysd", docket: "21 Civ. 4321 (JPO)", core: "2104321", judge: "Helen Marsh",
			parties: map[string]string{"City of Dover": "agency plaintiff", "Bell & Lee LLP": "organisation defendant", "Helen Marsh": "judge judge"},
		},
		{
			name: "in re", text: "UNITED STATES BANKRUPTCY COURT\nDISTRICT OF DELAWARE\n\nIn re: HARBOR PIPE CORP. No. 19-12345\n\nNOTICE OF HEARING\n",
			title: "In re Harbor Pipe Corp.", kind: "notice", court: "deb", docket: "19-12345", core: "1912345",
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			doc := facts(tt.text)
			if doc.Kind != evidence.Filing || doc.Filing == nil || doc.Docket == nil {
				t.Fatalf("kind %q, caption %v, docket %v", doc.Kind, doc.Filing, doc.Docket)
			}
			if f := doc.Filing; f.Title != tt.title || f.Type != tt.kind || f.Court != tt.court || f.Judge != tt.judge {
				t.Errorf("caption %+v", *f)
			}
			if d := doc.Docket; d.Number != tt.docket || d.Core != tt.core || d.Court != tt.court {
				t.Errorf("docket %+v", *d)
			}
			for name, want := range tt.parties {
				hasRole(t, doc, name, want)
			}
		})
	}
}

// hasRole checks one firm party.
func hasRole(t *testing.T, doc *evidence.Document, name, want string) {
	t.Helper()
	for _, p := range doc.Parties {
		if p.Name == name && !p.Proposed {
			for _, r := range p.Roles {
				if string(p.Type)+" "+evidence.RoleWord(r) == want {
					return
				}
			}
			t.Errorf("%s: %s %v, want %s", name, p.Type, p.Roles, want)
			return
		}
	}
	t.Errorf("%s: not found", name)
}

func TestKinds(t *testing.T) {
	tests := []struct {
		name, text string
		want       evidence.Kind
	}{
		{"stamp", "", evidence.Filing},
		{"article", "DOVER, May 3 - Harbor Pipe Co said it lost the case.\nIts lawyer told reporters that it would appeal.", evidence.Article},
		{"article naming a court", "Harbor lost, a lawyer said.\n\nThe case is Okafor v. Harbor Inc, U.S. District Court for the Northern District of California, No. 3:25-cv-01234, the lawyer said.", evidence.Article},
		{"policy", "Privacy Policy\n\nWe collect your data. You may object.", evidence.Policy},
		{"news about a policy", "Harbor updated its privacy policy, lawsuit alleges\n\nHarbor changed the text, the suit said. A spokesman declined to comment.", evidence.Article},
		{"other", "Milk, eggs, flour.\n\nBring the blue bag.", evidence.Other},
	}
	for _, tt := range tests {
		doc := &evidence.Document{Pages: []evidence.Page{*page(tt.text)}}
		if tt.name == "stamp" {
			doc.Pages[0].Stamp = &evidence.Stamp{Docket: "21-1234", Court: "ca9"}
		}
		Facts(doc)
		if doc.Kind != tt.want {
			t.Errorf("%s: %s, want %s", tt.name, doc.Kind, tt.want)
		}
	}
	mail := &evidence.Document{Mail: &evidence.Headers{}, Pages: []evidence.Page{*page("Hello. He said no. She said yes.")}}
	if Facts(mail); mail.Kind != evidence.Mail {
		t.Errorf("mail: %s", mail.Kind)
	}
}

func TestCourtNames(t *testing.T) {
	tests := []struct{ in, want string }{
		{"9th Cir.", "ca9"}, {"2d Cir. 1999", "ca2"}, {"Fed. Cir.", "cafc"}, {"D.C. Cir.", "cadc"}, {"N.D. Cal. Mar. 3, 2015", "cand"},
		{"S.D.N.Y.", "nysd"}, {"D. Mass.", "mad"}, {"Bankr. D. Del.", "deb"}, {"Cal. Ct. App.", "calctapp"}, {"Cal.", "cal"}, {"Del. Ch.", "delch"},
		{"T.C.", "tax"}, {"Fed. Cl.", "uscfc"}, {"Ct. Int'l Trade", "cit"}, {"W.D. Wash.", "wawd"}, {"E.D. Va.", "vaed"}, {"D.D.C.", "dcd"},
		{"Tex. Crim. App.", "texcrimapp"}, {"J.P.M.L.", "jpml"}, {"nothing", ""},
	}
	for _, tt := range tests {
		tokens := tokenize(nil, tt.in, 0, len(tt.in))
		if got := courtNamed(tokens, 0, len(tokens)); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.in, got, tt.want)
		}
	}
}

func TestNewsCourts(t *testing.T) {
	tests := []struct {
		in, want string
		form     bool
	}{
		{"federal court in San Jose", "cand", true},
		{"San Francisco federal court", "cand", true},
		{"San Jose, California, federal court", "cand", true},
		{"U.S. District Court in Manhattan", "nysd", true},
		{"federal court in Delaware", "ded", true},
		{"California federal court", "", true},
		{"federal court in California", "", true},
		{"federal court", "", true},
		{"federal law", "", false},
	}
	for _, tt := range tests {
		tokens := tokenize(nil, tt.in, 0, len(tt.in))
		e, end := newsCourt(tokens, 0)
		if e.id != tt.want || (end > 0) != tt.form {
			t.Errorf("%s: %q to %d, want %q", tt.in, e.id, end, tt.want)
		}
	}
}

// What a form prints beside names is no part of them, and its words are no companies.
func TestWordsOfForms(t *testing.T) {
	doc := facts("UNITED STATES COURT OF APPEALS\nFOR THE TENTH CIRCUIT\n\nIn re: RAY P. HALL No. 21-801\n\nORDER\n\nA copy was sent to Ray P. Hall. He appears Pro Se in this court, as Intervenor As well.")
	for _, p := range doc.Parties {
		switch p.Name {
		case "RAY P. HALL No", "Pro Se", "Intervenor As":
			t.Errorf("party %q %s", p.Name, p.Basis)
		}
	}
}
