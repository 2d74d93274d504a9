package extract

import (
	"strings"
	"testing"

	"averment/evidence"
)

// citations reads the citations of one page of text.
func citations(text string) []evidence.Citation {
	doc := &evidence.Document{Pages: []evidence.Page{*page(text)}}
	return findCitations(newView(doc))
}

func TestCitationTexts(t *testing.T) {
	tests := []struct{ in, want string }{ // want: type text, one after the other
		{"See Okafor v. Bell, 410 U.S. 113, 120-25 (1973).", "case 410 U.S. 113"},
		{"Okafor v. Bell, 12 F.3d 34 (9th Cir. 1999)", "case 12 F.3d 34"},
		{"Okafor v. Bell, 12 F. Supp. 2d 34, 36 n.2 (S.D.N.Y. 1999)", "case 12 F. Supp. 2d 34"},
		{"in 5 U.S. (1 Cranch) 137 (1803)", "case 5 U.S. (1 Cranch) 137"},
		{"593 U. S. ___ (2021)", "case 593 U. S. ___"},
		{"410 U.S. 113, 93 S. Ct. 705, 35 L. Ed. 2d 147 (1973)", "case 410 U.S. 113; case 93 S. Ct. 705; case 35 L. Ed. 2d 147"},
		{"Day v. Lee, No. 12-cv-345, 2015 WL 123456, at *3 (N.D. Cal. Mar. 3, 2015)", "docket 12-cv-345; case 2015 WL 123456"},
		{"2015 U.S. Dist. LEXIS 4321", "case 2015 U.S. Dist. LEXIS 4321"},
		{"State v. Roy, 2010-Ohio-1234, ¶ 8", "case 2010-Ohio-1234"},
		{"2015 UT 23, ¶ 4, 345 P.3d 12", "case 2015 UT 23; case 345 P.3d 12"},
		{"2011 IL App (1st) 101234-U", "case 2011 IL App (1st) 101234-U"},
		{"T.C. Memo. 2015-123", "case T.C. Memo. 2015-123"},
		{"145 T.C. 12 (2015); 500 B.R. 1; 60 M.J. 4; 22 Vet. App. 7", "case 145 T.C. 12; case 500 B.R. 1; case 60 M.J. 4; case 22 Vet. App. 7"},
		{"64 NYS2d 1; 47 SW 3d 8; Ames v. Roe, 3 Day 100 (1808)", "case 64 NYS2d 1; case 47 SW 3d 8; case 3 Day 100"},
		{"24 N.Y.3d 5, 18 A.D.3d 6, 9 Misc. 3d 7, 44 N.Y.S.3d 8", "case 24 N.Y.3d 5; case 18 A.D.3d 6; case 9 Misc. 3d 7; case 44 N.Y.S.3d 8"},
		{"52 Cal.4th 1; 30 Cal. App. 4th 2; 21 Cal. Rptr. 3d 3", "case 52 Cal.4th 1; case 30 Cal. App. 4th 2; case 21 Cal. Rptr. 3d 3"},
		{"123 Harv. L. Rev. 456, 460 (2010)", "journal 123 Harv. L. Rev. 456"},
		{"90 Yale L.J. 1", "journal 90 Yale L.J. 1"},
		{"It sued under 18 U.S.C. § 2701(a)(1).", "statute 18 U.S.C. § 2701"},
		{"42 U.S.C. §§ 1981-1983 and 42 U.S.C. § 2000e-5(f)", "statute 42 U.S.C. §§ 1981-1983; statute 42 U.S.C. § 2000e-5"},
		{"29 C.F.R. § 1604.11(a) (2020)", "regulation 29 C.F.R. § 1604.11"},
		{"85 Fed. Reg. 1234 (Jan. 5, 2020)", "regulation 85 Fed. Reg. 1234"},
		{"Pub. L. No. 104-191, 110 Stat. 1936", "statute Pub. L. No. 104-191; statute 110 Stat. 1936"},
		{"Cal. Bus. & Prof. Code § 17200 et seq.", "statute Cal. Bus. & Prof. Code § 17200"},
		{"Mass. Gen. Laws ch. 93A, § 2", "statute Mass. Gen. Laws ch. 93A, § 2"},
		{"N.Y. Gen. Bus. Law § 349; CPLR 3211(a)(7)", "statute N.Y. Gen. Bus. Law § 349; statute CPLR 3211"},
		{"735 ILCS 5/2-619; ORS 12.110; N.J.S.A. 2A:14-1; RCW 19.86.020", "statute 735 ILCS 5/2-619; statute ORS 12.110; statute N.J.S.A. 2A:14-1; statute RCW 19.86.020"},
		{"Tex. Civ. Prac. & Rem. Code Ann. § 16.003", "statute Tex. Civ. Prac. & Rem. Code Ann. § 16.003"},
		{"dismissed under Fed. R. Civ. P. 12(b)(6)", "rule Fed. R. Civ. P. 12(b)(6)"},
		{"Federal Rule of Evidence 702", "rule Federal Rule of Evidence 702"},
		{"U.S. Const. amend. XIV, § 1; U.S. Const. art. I, § 8, cl. 3", "constitution U.S. Const. amend. XIV, § 1; constitution U.S. Const. art. I, § 8, cl. 3"},
		{"Article 6(1) of the GDPR and GDPR Article 5", "regulation Article 6(1) of the GDPR; regulation GDPR Article 5"},
		{"under § 13(b) below", "unknown § 13(b)"},
		{"Case No. 5:25-cv-00709-EJD and No. 21-1234", "docket 5:25-cv-00709-EJD; docket 21-1234"},
		{"97 Civ. 4321 (ABC)", "docket 97 Civ. 4321 (ABC)"},
		{"12 Fish. Pat. Cas. 34", "case 12 Fish. Pat. Cas. 34"},
		{"Title 18, United States Code, Section 3500", "statute 18, United States Code, Section 3500"},
		{"Fed. Sec. L. Rep. (CCH) ¶ 93,123 and 93-1 BCA ¶ 25,508", "case Fed. Sec. L. Rep. (CCH) ¶ 93,123; case 93-1 BCA ¶ 25,508"},
		{"Tex. Empl. Code Ann. § 25.2", "statute Tex. Empl. Code Ann. § 25.2"},
		{"12 Iowa, 299", ""},
		{"7 How. Pr. Rep., 305.", "case 7 How. Pr. Rep., 305"},
		// one volume, no volume number
		{"as in Hempst. 318; Deady, 207; Abb. Adm. 55.", "case Hempst. 318; case Deady, 207; case Abb. Adm. 55"},
		{"L.R.A. 1917B, 77 and Mass. Adv. Sh. (1980) 14", "case L.R.A. 1917B, 77; case Mass. Adv. Sh. (1980) 14"},
		// between reporter and page
		{"9 U.S. (5 Cranch) 61; 4 Bibb (Ky.) 12; 13 Leg. Int. (1856) 8", "case 9 U.S. (5 Cranch) 61; case 4 Bibb (Ky.) 12; case 13 Leg. Int. (1856) 8"},
		{"38 N.C. (3 Ired. Eq.) 14; 20 Pac. (2d) 9", "case 38 N.C. (3 Ired. Eq.) 14; case 20 Pac. (2d) 9"},
		{"11 F. Cas. page 31; 6 So. 3d XLI; 593 U. S. _", "case 11 F. Cas. page 31; case 6 So. 3d XLI; case 593 U. S. _"},
		// looseleaf services
		{"30 Cont. Cas. Fed. (CCH) P70,123 and Fed. Sec. L. Rep. (CCH) 95,001", "case 30 Cont. Cas. Fed. (CCH) P70,123; case Fed. Sec. L. Rep. (CCH) 95,001"},
		{"51 Empl. Prac. Dec. (CCH) par. 39,001", "case 51 Empl. Prac. Dec. (CCH) par. 39,001"},
		{"7 Bus. Franchise Guide (CCH) 210", "case 7 Bus. Franchise Guide (CCH) 210"},
		// neutral and dockets of courts
		{"2019COA77; 31 Fla. L. Weekly D415; 2007-0412 (La. App. 3 Cir. 6/6/07)", "case 2019COA77; case 31 Fla. L. Weekly D415; case 2007-0412 (La. App. 3 Cir. 6/6/07)"},
		{"SCDB 1901-044; 2018 MT 12N; 2012 OK CIV APP 9", "case SCDB 1901-044; case 2018 MT 12N; case 2012 OK CIV APP 9"},
		// agencies, patents, laws by title
		{"ASBCA No. 51234; CBCA No. 1234-R; U.S. Patent No. 7,123,456 B1", "regulation ASBCA No. 51234; regulation CBCA No. 1234-R; regulation U.S. Patent No. 7,123,456 B1"},
		{"Me. Stat. tit. 14, § 741; 60 Fed. Reg. 100-105", "statute Me. Stat. tit. 14, § 741; regulation 60 Fed. Reg. 100"},
		{"12 Ill. Comp. Stat. 5 / 3-101", "statute 12 Ill. Comp. Stat. 5 / 3-101"},
		// not citations
		{"On 12 Jan. 1999 he paid 5 U.S. dollars for 3 A 4 sheets.", ""},
		{"He has 2 Dr. 5 notes; ID 7 is his. The No. 1 player won 12 P 4 points.", ""},
		{"In 2015 OK Foods paid 5 people.", ""},
		{"Deady, 42, said it. Holmes, 26, left. Gilmer 44 votes, Crabbe 2 in the final.", ""},
		{"It ended 7 Smith 21. At 20 Dallas 3 it was over. He scored 12 Hall 15.", ""},
		{"Dial 8 Call 911 at 7 A.M. 5 times; Baldwin, 66, led 20 Day 100 plans. Registration No. 5 is open.", ""},
		{"Meet at 10 PM 5 days later. Suite 12 WA 98101. At 1 Pet. 3:7 and 2 Tim. 1:7.", ""},
		{"12 Main St. 45 people; 100 Ft. 20 wide; on 5 Mar. 1999 and 17 Sept. 2011; 2022 FTC 6.", ""},
	}
	for _, tt := range tests {
		var got []string
		for _, c := range citations(tt.in) {
			got = append(got, c.Type+" "+c.Text)
		}
		if g := strings.Join(got, "; "); g != tt.want {
			t.Errorf("%s\n got %s\nwant %s", tt.in, g, tt.want)
		}
	}
}

func TestCitationParts(t *testing.T) {
	tests := []struct {
		in   string
		want evidence.Citation
	}{
		{"But see Okafor v. Northlake Networks, Inc., 12 F.3d 34, 36 n.2 (9th Cir. 1999) (en banc).",
			evidence.Citation{Name: "Okafor v. Northlake Networks, Inc.", Volume: "12", Reporter: "F.3d", Page: "34", Pin: "36 n.2", Court: "ca9", Year: "1999", Normal: "12 F.3d 34"}},
		{"It relied on In re Harbor Pipe Corp., 500 B. R. 1 (Bankr. S.D.N.Y. 2013).",
			evidence.Citation{Name: "In re Harbor Pipe Corp.", Volume: "500", Reporter: "B. R.", Page: "1", Court: "nysb", Year: "2013", Normal: "500 B.R. 1"}},
		{"Smith v. United States ex rel. Dow, 410 U. S. 113 (1973)",
			evidence.Citation{Name: "Smith v. United States ex rel. Dow", Volume: "410", Reporter: "U. S.", Page: "113", Court: "scotus", Year: "1973", Normal: "410 U.S. 113"}},
		{"The firm won. Bank of Erie v. City of Dover, 30 Cal. App. 4th 2, 9-11 (1994)",
			evidence.Citation{Name: "Bank of Erie v. City of Dover", Volume: "30", Reporter: "Cal. App. 4th", Page: "2", Pin: "9-11", Court: "calctapp", Year: "1994", Normal: "30 Cal. App. 4th 2"}},
		{"Cf. Day v. Lee, 5 F. Supp. 3d 6, 8 (N.D. Cal. 2014)",
			evidence.Citation{Name: "Day v. Lee", Volume: "5", Reporter: "F. Supp. 3d", Page: "6", Pin: "8", Court: "cand", Year: "2014", Normal: "5 F. Supp. 3d 6"}},
		{"29 C.F.R. § 1604.11(a) (2020)",
			evidence.Citation{Volume: "29", Reporter: "C.F.R.", Page: "1604.11", Pin: "(a)", Year: "2020", Normal: "29 C.F.R. § 1604.11"}},
		{"Hale v. Orr (2d Cir. 1982) 12 F.2d 34, 36",
			evidence.Citation{Name: "Hale v. Orr", Volume: "12", Reporter: "F.2d", Page: "34", Pin: "36", Court: "ca2", Year: "1982", Normal: "12 F.2d 34"}},
		{"<em>Hale v. Orr</em>, <b>12 F.2d 34</b> (2d Cir. 1982)",
			evidence.Citation{Name: "Hale v. Orr", Volume: "12", Reporter: "F.2d", Page: "34", Court: "ca2", Year: "1982", Normal: "12 F.2d 34"}},
		{"The court, in Hale v. Orr, 2 Misc. 3d 5 [Sup Ct, NY County 2006], agreed.",
			evidence.Citation{Name: "Hale v. Orr", Volume: "2", Reporter: "Misc. 3d", Page: "5", Court: "nysupct", Year: "2006", Normal: "2 Misc. 3d 5"}},
		{"Hale v. Orr, 587 U. S. ____, ____ (2019)",
			evidence.Citation{Name: "Hale v. Orr", Volume: "587", Reporter: "U. S.", Court: "scotus", Year: "2019", Normal: "587 U.S."}},
		{"Hale, 2 U. S., at 8-9 & n.4", evidence.Citation{Name: "Hale", Volume: "2", Reporter: "U. S.", Page: "8", Pin: "8-9 & n.4", Court: "scotus", Normal: "2 U.S. 8"}},
		{"Pub. L. No. 111-148, § 1101 (2010)", evidence.Citation{Volume: "111-148", Reporter: "Pub. L.", Page: "1101", Year: "2010", Normal: "Pub. L. No. 111-148, § 1101"}},
		{"Del. Code Ann. tit. 8, § 102(b)(7) (West 2001)",
			evidence.Citation{Volume: "8", Reporter: "Del. Code Ann.", Page: "102", Pin: "(b)(7)", Year: "2001", Normal: "Del. Code Ann. tit. 8, § 102"}},
		{"1999-7 Ala. Adv. Legis. Serv. 12", evidence.Citation{Volume: "1999-7", Reporter: "Ala. Adv. Legis. Serv.", Page: "12", Year: "1999", Normal: "1999-7 Ala. Adv. Legis. Serv. 12"}},
		{"18 USC 2701", evidence.Citation{Volume: "18", Reporter: "USC", Page: "2701", Normal: "18 U.S.C. § 2701"}},
	}
	for _, tt := range tests {
		got := citations(tt.in)
		if len(got) != 1 {
			t.Errorf("%s: %d citations %+v", tt.in, len(got), got)
			continue
		}
		g := got[0]
		g.Type, g.Text, g.Spans, g.Target = "", "", nil, 0
		if g.Name != tt.want.Name || g.Volume != tt.want.Volume || g.Reporter != tt.want.Reporter || g.Page != tt.want.Page ||
			g.Pin != tt.want.Pin || g.Court != tt.want.Court || g.Year != tt.want.Year || g.Normal != tt.want.Normal {
			t.Errorf("%s\n got %+v\nwant %+v", tt.in, g, tt.want)
		}
	}
}

func TestCitationTargets(t *testing.T) {
	const text = "Okafor v. Bell, 12 F.3d 34 (9th Cir. 1999). Id. at 36. Day v. Lee, 410 U.S. 113, 93 S. Ct. 705 (1973). " +
		"Id., at 115. Okafor, 12 F.3d, at 37. Id. Bell, supra, at 38. See Okafor at 40. Nobody, supra, at 1. Id. at 2."
	want := []struct {
		kind, text string
		target     int
	}{
		{"case", "12 F.3d 34", 0}, {"id", "Id.", 1}, {"case", "410 U.S. 113", 0}, {"case", "93 S. Ct. 705", 0},
		{"id", "Id.", 3}, {"short", "12 F.3d, at 37", 1}, {"id", "Id.", 1}, {"supra", "supra", 1},
		{"reference", "Okafor at 40", 1}, {"supra", "supra", 0}, {"id", "Id.", 0},
	}
	got := citations(text)
	if len(got) != len(want) {
		t.Fatalf("%d citations, want %d: %+v", len(got), len(want), got)
	}
	for i, w := range want {
		if g := got[i]; g.Type != w.kind || g.Text != w.text || g.Target != w.target {
			t.Errorf("%d: got %s %q → %d, want %s %q → %d", i, g.Type, g.Text, g.Target, w.kind, w.text, w.target)
		}
	}
}

func FuzzCitations(f *testing.F) {
	for _, s := range []string{"A v. B, 1 U.S. 2, 3 (1999); Id. at 4", "18 U.S.C. §§ 1-2(a) et seq.", "§", "1-2-3 Pub. L. No. (", "5 U.S. (1 Cranch", "case SCDB 1901-"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		text = strings.ToValidUTF8(text, "?")
		for _, c := range citations(text) {
			s := c.Spans[0]
			if s.Start < 0 || s.End > len(text) || unwrap(text[s.Start:s.End]) != c.Text {
				t.Fatalf("span %v does not hold %q", s, c.Text)
			}
		}
	})
}

func TestDocketCore(t *testing.T) {
	tests := []struct{ in, want string }{
		{"8:16-cv-01261-DOC-KES", "1601261"},
		{"1:21-cv-01234", "2101234"},
		{"97cv0001-H(CM)", "9700001"},
		{"19cv38374", "1938374"},
		{"19-12345-RDD", "1912345"},
		{"21-1234", "2101234"},
		{"97 Civ. 4321 (ABC)", "9704321"},
		{"2021-cv-77", "2100077"},
		{"MDL No. 2741", ""},
		{"nonsense", ""},
	}
	for _, tt := range tests {
		if got := CoreOf(tt.in); got != tt.want {
			t.Errorf("CoreOf(%q) = %q, want %q", tt.in, got, tt.want)
		}
	}
}
