package extract

import (
	"strings"

	"averment/evidence"
)

// headlineQuotes are the most quotations of headings that are looked for in the body.
const headlineQuotes = 12

// echoes gives the quotations of headings that nobody is named for the speaker of the
// quotation in the body that holds their words: a headline repeats what the report quotes.
func echoes(list []evidence.Quotation, heads []int) {
	if len(heads) > headlineQuotes {
		heads = heads[:headlineQuotes]
	}
	var body []string // the words of each quotation, once they are asked for
	for _, n := range heads {
		x := &list[n]
		words := spokenWords(x.Text)
		if x.Speaker != "" || x.Rule == "term" || len(strings.TrimSpace(words)) < 4 {
			continue
		}
		for m := len(body); m < len(list); m++ {
			body = append(body, spokenWords(list[m].Text))
		}
		for m := range list {
			q := &list[m]
			if m != n && q.Speaker != "" && !q.Scare && strings.Contains(body[m], words) {
				x.Speaker, x.Cue, x.SpeakerSpan, x.Rule, x.Scare = q.Speaker, q.Cue, q.SpeakerSpan, "quoted in the body", false
				break
			}
		}
	}
}

// spokenWords are the folded words of a quotation, each between spaces.
func spokenWords(text string) string {
	fields := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool {
		return !(r >= 'a' && r <= 'z' || r >= '0' && r <= '9' || r > 127 && r != '’' && r != '‘' && r != '“' && r != '”' && r != '—' && r != '–')
	})
	return " " + strings.Join(fields, " ") + " "
}

// headed reads who speaks in a heading: the label before a colon, "Regulator: Badge meant
// 'nothing'", or else the person whom its sentence is about, "Mother sues maker: 'Never again'".
func (s *speech) headed(un int, q quote, x *evidence.Quotation) bool {
	if un < 0 || !s.units[un].heading {
		return false
	}
	u := s.units[un]
	for k := u.first + 1; k < q.first && k < u.first+5; k++ {
		if s.p.tokens[k].low == ":" {
			return s.speaksAs(u, tokenRun{u.first, k}, x, "label")
		}
	}
	if s.p.at(q.first-1).low != ":" {
		return false
	}
	run, ok := s.unitSubject(u, q.first)
	return ok && s.speaksAs(u, run, x, "heading")
}

// headLabel reads the label of a heading before a colon where no verb of saying stands between it
// and the quotation: "Suit: Mill raising its prices puts ‘a town at risk’".
func (s *speech) headLabel(un int, q quote, f *frame, x *evidence.Quotation) bool {
	if un < 0 || !s.units[un].heading || f == nil || !strings.HasSuffix(s.p.tokens[f.verb].low, "ing") {
		return false
	}
	u := s.units[un]
	for k := u.first + 1; k < f.cue.first && k < u.first+5; k++ {
		if s.p.tokens[k].low == ":" {
			return s.speaksAs(u, tokenRun{u.first, k}, x, "label")
		}
	}
	return false
}

// speaksAs makes the noun phrase the speaker of a quotation where it can speak.
func (s *speech) speaksAs(u unit, run tokenRun, x *evidence.Quotation, rule string) bool {
	name := s.name(u, run)
	p := s.parties[lower(name)]
	head := s.headOf(run).low
	if p == nil && s.people.byName[lower(name)] == nil && !mayBePerson(head) && !organisationWords[head] && !describers[head] && !deciders[head] && !bodies[head] {
		return false
	}
	s.spokenBy(u, run, x, rule)
	return true
}

// spokenBy makes the noun phrase the speaker of a quotation.
func (s *speech) spokenBy(u unit, run tokenRun, x *evidence.Quotation, rule string) {
	where := s.p.span(run.first, run.end)
	x.Speaker, x.SpeakerSpan, x.Rule = s.name(u, run), &where, rule
}

// bodies are nouns of headings for those who speak as one.
var bodies = set("police", "prosecutors", "lawyers", "experts", "officials", "regulator", "regulators", "residents", "families", "family", "parents", "union", "report", "study", "lawsuit", "suit",
	"complaint", "court", "charity", "watchdog", "campaigners", "critics", "feds", "witness", "witnesses", "jury", "school", "council", "city", "hospital")
