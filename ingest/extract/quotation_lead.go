package extract

// leadParagraphs are the first paragraphs of a report, which may tell of somebody whom the next one
// names.
const leadParagraphs = 2

// leadName is whom the lead of a report describes and the paragraph behind it names: in "A tax clerk
// who claimed … ¶ Ana Ruiz took her employer to court" the clerk is Ana Ruiz. "A federal judge" is
// the one judge of the report. It is "" where the next paragraph does not open with a full name.
func (s *speech) leadName(un int, run tokenRun) string {
	if un < 0 || s.paras[un] > leadParagraphs || s.units[un].heading || s.p != &s.v.pages[0] || run.end-run.first < 2 || !s.p.tokens[run.first].is("a", "an") {
		return ""
	}
	head := &s.p.tokens[run.end-1]
	if head.capital {
		return ""
	}
	if head.is("judge", "magistrate") {
		return s.judge
	}
	if !mayBePerson(head.low) || speaksForOthers[head.low] {
		return ""
	}
	for k := run.end; k < len(s.p.tokens) && k < run.end+250; k++ {
		if !s.p.tokens[k].para {
			continue
		}
		for s.p.tokens[k].mayTitle() && k < len(s.p.tokens)-2 {
			k++
		}
		name, stop := s.personAt(k, len(s.p.tokens))
		if name == "" || stop < k+2 {
			return ""
		}
		if g := titleGender[head.low]; g != unknownGender && s.genderOf(name, g) != g {
			return ""
		}
		return name
	}
	return ""
}

// speaksForOthers are persons in a lead who are seldom the one whom the next paragraph names.
var speaksForOthers = set("spokesman", "spokeswoman", "spokesperson", "lawyer", "attorney", "solicitor", "barrister", "counsel", "expert", "analyst", "official", "officer", "representative",
	"source", "juror", "witness", "reporter", "coroner", "adviser", "advisor", "aide")
