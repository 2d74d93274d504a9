package format

import (
	"testing"

	"averment/evidence"
)

func TestParseStamp(t *testing.T) {
	tests := []struct {
		in                           string
		docket, entry, filed, pageID string
		page, of                     int
		court                        string
	}{
		// District courts.
		{"Case 8:21-cv-00417-ABC-DEF Document 12 Filed 03/04/21 Page 2 of 9 Page ID #:88", "8:21-cv-00417", "12", "2021-03-04", "88", 2, 9, "cacd"},
		{"Case 1:21-cv-00417-ABC Document 12-3 Filed 03/04/21 Page 2 of 9", "1:21-cv-00417", "12-3", "2021-03-04", "", 2, 9, ""},
		{"Case: 1:18-op-45090-XYZ Doc #: 7 Filed: 01/22/18 3 of 10. PageID #: 41", "1:18-op-45090", "7", "2018-01-22", "41", 3, 10, ""},
		{"Case: 1:19-cv-01234 Document #: 1 Filed: 02/21/19 Page 1 of 30 PageID #:1", "1:19-cv-01234", "1", "2019-02-21", "1", 1, 30, ""},
		{"Case 4:20-cv-01999 Document 8 Filed on 06/10/20 in TXSD Page 4 of 11", "4:20-cv-01999", "8", "2020-06-10", "", 4, 11, "txsd"},
		{"Case 9:20-cv-80123-QQ Document 5 Entered on FLSD Docket 07/01/2020 Page 1 of 6", "9:20-cv-80123", "5", "2020-07-01", "", 1, 6, "flsd"},
		{"Case 1:20-cv-00333-RM Document 20 Filed 02/05/20 USDC Colorado Page 7 of 8", "1:20-cv-00333", "20", "2020-02-05", "", 7, 8, "cod"},
		{"Case 2:20-cv-10999-TL-MM ECF No. 21 filed 05/06/20 PageID.310 Page 5 of 20", "2:20-cv-10999", "21", "2020-05-06", "310", 5, 20, ""},
		{"Case 3:20-cr-00011-J Document 2 Filed 01/02/20 Page 1 of 1 PageID 5", "3:20-cr-00011", "2", "2020-01-02", "5", 1, 1, ""},
		{"Case MDL No. 2999 Document 4 Filed 05/05/20 Page 1 of 3", "MDL No. 2999", "4", "2020-05-05", "", 1, 3, "jpml"},
		// Bankruptcy courts print two dates.
		{"Case 19-10412-jlg Doc 33 Filed 02/11/19 Entered 02/12/19 21:02:11 Desc Main Document Page 2 of 4", "19-10412", "33", "2019-02-11", "", 2, 4, ""},
		{"19-10412-jlg Doc 33 Filed 02/11/19", "", "", "", "", 0, 0, "-"},
		// Courts of appeals.
		{"Case: 20-1999 Document: 00117600001 Page: 3 Date Filed: 12/22/2020 Entry ID: 6390000", "20-1999", "00117600001", "2020-12-22", "", 3, 0, "ca1"},
		{"Case 17-3999, Document 1-1, 10/31/2017, 2161999, Page1 of 2", "17-3999", "1-1", "2017-10-31", "", 1, 2, "ca2"},
		{"Case: 17-2999 Document: 003112600000 Page: 1 Date Filed: 08/03/2017", "17-2999", "003112600000", "2017-08-03", "", 1, 0, "ca3"},
		{"Appeal: 17-2999 Doc: 17 Filed: 10/31/2017 Pg: 1 of 5", "17-2999", "17", "2017-10-31", "", 1, 5, "ca4"},
		{"USCA4 Appeal: 21-1999 Doc: 40-2 Filed: 11/02/2021 Pg: 3 of 12", "21-1999", "40-2", "2021-11-02", "", 3, 12, "ca4"},
		{"Case: 21-50999 Document: 00516200000 Page: 4 Date Filed: 03/16/2022", "21-50999", "00516200000", "2022-03-16", "", 4, 0, "ca5"},
		{"Case: 17-3999 Document: 1-3 Filed: 09/20/2017 Page: 2", "17-3999", "1-3", "2017-09-20", "", 2, 0, "ca6"},
		{"Case: 17-2999 Document: 3 Filed: 07/13/2017 Pages: 1", "17-2999", "3", "2017-07-13", "", 1, 0, "ca7"},
		{"Appellate Case: 19-1999 Page: 2 Date Filed: 05/06/2019 Entry ID: 4780000", "19-1999", "", "2019-05-06", "", 2, 0, "ca8"},
		{"Case: 20-16999, 08/05/2020, ID: 11778000, DktEntry: 19, Page 2 of 15", "20-16999", "19", "2020-08-05", "", 2, 15, "ca9"},
		{"Appellate Case: 21-800 Document: 010110460000 Date Filed: 01/11/2021 Page: 1", "21-800", "010110460000", "2021-01-11", "", 1, 0, "ca10"},
		{"USCA11 Case: 20-12999 Date Filed: 08/05/2020 Page: 1 of 10", "20-12999", "", "2020-08-05", "", 1, 10, "ca11"},
		{"Case: 12-12999 Date Filed: 01/02/2013 Page: 3 of 20", "12-12999", "", "2013-01-02", "", 3, 20, "ca11"},
		{"USCA Case #17-5999 Document #1685000 Filed: 07/25/2017 Page 1 of 40", "17-5999", "1685000", "2017-07-25", "", 1, 40, "cadc"},
		{"Case: 14-1999 Document: 3 Page: 1 Filed: 03/18/2014", "14-1999", "3", "2014-03-18", "", 1, 0, "cafc"},
		// No stamps.
		{"Case No. 8:21-cv-00417 ABC (DEFx)", "", "", "", "", 0, 0, "-"},
		{"Case 8:21-cv-00417 was filed on 03/04/21 after the parties had met on page 2 of the record", "", "", "", "", 0, 0, "-"},
		{"In Case 21-417, Document 3, the court held that the motion was late and denied it", "", "", "", "", 0, 0, "-"},
		{"Filed 03/04/21 Page 1 of 2", "", "", "", "", 0, 0, "-"},
		{"", "", "", "", "", 0, 0, "-"},
	}
	for _, tt := range tests {
		s, ok := parseStamp(tt.in)
		if ok == (tt.court == "-") {
			t.Errorf("%q: stamp is %v", tt.in, ok)
			continue
		}
		if !ok {
			continue
		}
		filed := ""
		if s.Filed != nil {
			filed = s.Filed.Value
		}
		if s.Docket != tt.docket || s.Entry != tt.entry || filed != tt.filed || s.PageID != tt.pageID || s.Page != tt.page || s.Of != tt.of || s.Court != tt.court {
			t.Errorf("%q:\n got %+v filed %s", tt.in, s, filed)
		}
	}
}

func TestDocketCore(t *testing.T) {
	for in, want := range map[string]string{
		"8:16-cv-01261": "1601261", "16-1261": "1601261", "2:09-md-02036": "0902036", "21-50498": "2150498", "MDL No. 2804": "", "": "",
	} {
		if got := docketCore(in); got != want {
			t.Errorf("docketCore(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestDocketOfTakesTheCaseOfMostPages(t *testing.T) {
	stamped := func(docket string) evidence.Page {
		return evidence.Page{Stamp: &evidence.Stamp{Docket: docket, Court: "x"}}
	}
	d := docketOf([]evidence.Page{{}, stamped("1:20-cv-00001"), stamped("1:21-cv-00002"), stamped("1:21-cv-00002")})
	if d == nil || d.Number != "1:21-cv-00002" || d.Core != "2100002" {
		t.Errorf("docket %+v", d)
	}
	if d := docketOf([]evidence.Page{{}}); d != nil {
		t.Errorf("docket %+v of a page without a stamp", d)
	}
}

func FuzzParseStamp(f *testing.F) {
	f.Add("Case 8:21-cv-00417-ABC Document 12 Filed 03/04/21 Page 2 of 9 Page ID #:88")
	f.Add("Case: 20-16999, 08/05/2020, ID: 11778000, DktEntry: 19, Page 2 of 15")
	f.Add("USCA4 Appeal: 21-1999 Doc: 40-2 Filed: 11/02/2021 Pg: 3 of 12")
	f.Fuzz(func(t *testing.T, text string) {
		s, ok := parseStamp(text)
		if !ok {
			return
		}
		if s.Docket == "" || s.Page < 0 || s.Of < 0 {
			t.Errorf("%q gave %+v", text, s)
		}
		if s.Filed != nil {
			if _, _, ok := s.Filed.Bounds(); !ok {
				t.Errorf("%q gave the date %q", text, s.Filed.Value)
			}
		}
	})
}
