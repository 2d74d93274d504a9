package extract

import (
	"cmp"
	"strconv"
	"strings"

	"averment/evidence"
)

// voice is how a document speaks where no cue hands a sentence to somebody else: a
// report states, a complaint alleges, an opinion finds, a policy promises.
type voice struct {
	stance  evidence.Stance
	speaker string
	form    string // complaint, answer, opinion, policy, report
	first   string // whom "we" means, "" for nobody known
	// effective is the date value from which a policy holds.
	effective string
}

// voiceOf tells the voice of a document from its kind and its caption.
func voiceOf(v *view) voice {
	doc := v.doc
	own := doc.Publisher
	if own == "" {
		own = doc.Author
	}
	switch {
	case doc.Kind == evidence.Policy || helpPage(doc):
		own = bindsItself(v)
		return voice{evidence.Promises, own, "policy", own, effectiveDate(v)}
	case doc.Kind == evidence.Mail:
		own = mailbox(doc.Author)
		return voice{evidence.States, own, "mail", own, ""}
	}
	if isAgreement(v) {
		return voice{stance: evidence.States, form: "agreement"}
	}
	if doc.Kind != evidence.Filing || doc.Filing == nil {
		return voice{stance: evidence.States, speaker: own, form: "report"}
	}
	switch doc.Filing.Type {
	case "complaint", "petition":
		who := inRole(doc, "plaintiff", "petitioner")
		if who == "the plaintiff" && v.heading.agency != "" {
			who = v.heading.agency
		}
		return voice{evidence.Alleges, who, "complaint", who, ""}
	case "answer":
		who := cmp.Or(v.heading.answering(doc), inRole(doc, "defendant", "respondent"))
		return voice{evidence.States, who, "answer", who, ""}
	case "motion", "brief":
		if who := movant(v); who != "" {
			return voice{stance: evidence.States, speaker: who, form: "motion", first: who}
		}
	case "order", "opinion", "judgment":
		court := "the court"
		return voice{evidence.Finds, court, "opinion", court, ""}
	}
	if doc.Filing.Type == "notice" {
		if who := movant(v); who != "" {
			return voice{stance: evidence.States, speaker: who, form: "filing", first: who}
		}
	}
	if who := declarant(v); who != "" {
		return voice{stance: evidence.States, speaker: who, form: "filing", first: who}
	}
	return voice{stance: evidence.States, speaker: doc.Author, form: "filing"}
}

// inRole names the parties in the first of the roles that somebody has, at most two of
// them; the role itself where no name is known.
func inRole(doc *evidence.Document, roles ...string) string {
	for _, role := range roles {
		var names []string
		for _, p := range doc.Parties {
			if p.HasRole(role) && !p.Proposed {
				names = append(names, p.Name)
			}
		}
		switch {
		case len(names) == 1:
			return names[0]
		case len(names) > 1:
			return "the " + role + "s"
		}
	}
	return "the " + roles[0]
}

// paragraphNumber reads the number that opens a pleading's paragraph: "12." or "¶ 12",
// accepted when it goes on from the last one.
func (s *speech) paragraphNumber(u unit) (int, bool) {
	k := u.first
	if s.p.at(k).low == "¶" {
		k++
	}
	t := s.p.at(k)
	if !t.digits(4) || k+1 >= u.end {
		return 0, false
	}
	next := s.p.at(k + 1)
	if next.low != "." && next.low != ")" || next.space {
		return 0, false
	}
	n, err := strconv.Atoi(t.low)
	return n, err == nil && n > s.reached && n <= s.reached+4
}

// enter notes the paragraph that the unit belongs to.
func (s *speech) enter(u unit) {
	if s.voice.form != "complaint" && s.voice.form != "answer" {
		return
	}
	if u.matter == headingMatter || s.p.at(u.first).is("wherefore", "prayer") ||
		s.voice.form == "answer" && u.para && s.p.at(u.first).is("except", "unless") {
		s.paragraph, s.answered = 0, nil
	}
	if u.matter == headingMatter && s.voice.form == "complaint" && s.opensPrayer(u) {
		s.praying = "claims" // "AND THE CLAIMANT CLAIMS:"
	}
	if u.matter == headingMatter && s.defences(u) {
		s.reached, s.defending = 0, true
	}
	if s.leavesPrayer(u) {
		s.praying = ""
	}
	answer := s.voice.form == "answer"
	if first, last, ok := s.paragraphRange(u); ok && answer {
		s.paragraph, s.reached, s.answered = first, last, through(first, last)
	} else if n, ok := s.paragraphNumber(u); ok {
		s.paragraph, s.answered, s.reached = n, nil, n
		if answer && !s.defending {
			s.answered = []int{n}
		}
	}
	if answer {
		if list := s.namedParagraphs(u); len(list) > 0 {
			s.answered = list
		}
	}
}

// defences is true of the heading behind which an answer no longer answers paragraphs.
func (s *speech) defences(u unit) bool {
	for k := u.first; k < u.end; k++ {
		if s.p.tokens[k].is("defense", "defenses", "defence", "defences", "counterclaim", "counterclaims") {
			return s.voice.form == "answer"
		}
	}
	return false
}

// pleaded finishes the statements of a unit of a pleading: numbers, and in an answer
// one-word responses.
func (s *speech) pleaded(u unit, list []evidence.Statement) []evidence.Statement {
	switch s.voice.form {
	case "complaint":
		list = s.prayed(u, s.alleged(u, list))
	case "answer":
		list = s.responses(u, list)
	case "opinion":
		list = s.ruled(u, list)
	case "motion":
		list = s.moves(u, s.whole(u, list))
	case "filing", "testimony":
		list = s.whole(u, list)
	case "agreement":
		list = s.agreed(u, list)
	case "policy":
		list = s.promised(u, list)
	}
	for i := range list {
		if st := &list[i]; st.Stance == evidence.Promises && st.Negated && st.Rule != "undertaking" {
			st.Stance = evidence.States // "the vendor does not guarantee a result"
		}
		list[i].Paragraph = s.paragraph
		list[i].Hedged = list[i].Hedged || s.voice.form == "complaint" && s.believed(u)
	}
	return s.eachAnswered(s.byName(list))
}

// believed is true of "upon information and belief".
func (s *speech) believed(u unit) bool {
	for k := u.first; k+2 < u.end; k++ {
		if s.p.tokens[k].low == "information" && s.p.at(k+1).low == "and" && s.p.at(k+2).low == "belief" {
			return true
		}
	}
	return false
}

// alleged gives a complaint's sentence to the plaintiff as a whole, beside the frames
// inside it, and reads prayers for relief.
func (s *speech) alleged(u unit, list []evidence.Statement) []evidence.Statement {
	for i := range list {
		if rest, ok := strings.CutPrefix(strings.ToLower(list[i].Speaker), "wherefore"); ok { // "WHEREFORE Plaintiff prays"
			list[i].Speaker = strings.TrimLeft(list[i].Speaker[len(list[i].Speaker)-len(rest):], " ,")
		}
	}
	list = s.claimsRelief(u, list)
	if u.heading && s.p.at(u.end-1).low != ":" || u.frames.first == u.frames.end || s.p.at(u.first).low == "wherefore" && len(list) > 0 {
		return s.asPlaintiff(list)
	}
	list = s.asPlaintiff(list)
	for _, st := range list {
		if st.Speaker == s.voice.speaker && !s.fragments(u, list) {
			return list
		}
	}
	first := s.body(u)
	end := s.bodyEnd(u)
	if end-first < 4 {
		return list
	}
	whole := s.own(u, tokenRun{first, end})
	whole.Rule = "paragraph of a complaint"
	out := []evidence.Statement{whole}
	for _, st := range list {
		if st.Rule != "own voice" {
			out = append(out, st)
		}
	}
	return out
}

// asPlaintiff gives what the plaintiff of a complaint says of itself to it by name.
func (s *speech) asPlaintiff(list []evidence.Statement) []evidence.Statement {
	for i := range list {
		w := strings.ToLower(withoutArticle(list[i].Speaker))
		if w == "plaintiff" || w == "plaintiffs" || w == "claimant" || w == "claimants" || w == "petitioner" || w == "petitioners" || w == "" && list[i].Stance == evidence.Seeks {
			list[i].Speaker = s.voice.speaker
		}
	}
	return list
}

// claimsRelief makes of a sentence in which the plaintiff claims money or an order, rather than that
// something is so, what it seeks: "The plaintiff claims general damages".
func (s *speech) claimsRelief(u unit, list []evidence.Statement) []evidence.Statement {
	for k := s.body(u) + 1; k < min(u.end, u.first+12); k++ {
		if !s.p.at(k).is("claims", "claim", "seeks", "seek", "demands", "demand") || partyWords[s.low(u, k-1)] != "plaintiff" || !s.relief(k+1) {
			continue
		}
		st := s.own(u, tokenRun{s.body(u), s.bodyEnd(u)})
		where := s.p.span(k, k+1)
		st.Stance, st.Cue, st.Rule, st.CueSpan, st.Negated = evidence.Seeks, s.p.at(k).low, "claims relief", &where, false
		return []evidence.Statement{st}
	}
	return list
}

// relief says whether what is claimed from token k on is something that a court gives.
func (s *speech) relief(k int) bool {
	for n := k; n < k+4; n++ {
		if s.p.at(n).is("damages", "costs", "interest", "declaration", "injunction", "relief", "judgment", "payment", "sum", "compensation", "restitution", "order") {
			return true
		}
	}
	return false
}

// fragments says whether the voice's own share of a sentence is only a piece without a verb, "Since
// April 1, 2021", beside a frame that is none: the sentence is better kept whole.
func (s *speech) fragments(u unit, list []evidence.Statement) bool {
	for i := range list {
		if st := &list[i]; st.Rule == "own voice" && len(st.Spans) == 1 {
			first := s.tokenAt(st.Spans[0].Start)
			end := first
			for end < u.end && s.p.tokens[end].start < s.p.tokens[first].start+len(st.Text) {
				end++
			}
			opens := prepositions[s.p.at(first).low] || s.p.at(first).is("since", "during", "until")
			return !s.hasVerb(u, first, end) || opens && end-first < 10 && s.p.at(end).low == ","
		}
	}
	return false
}

// whole gives a sentence of which no frame kept anything, though it says something, to the voice
// that speaks.
func (s *speech) whole(u unit, list []evidence.Statement) []evidence.Statement {
	first, end := s.body(u), s.bodyEnd(u)
	if len(list) > 0 || u.heading || u.matter != prose || end-first < 4 || u.frames.first == u.frames.end || !s.hasVerb(u, first, end) {
		return list
	}
	if s.p.at(first).is("if", "unless", "although", "because", "except", "see", "cf") {
		return list
	}
	return append(list, s.own(u, tokenRun{first, end}))
}

// withoutArticle is a speaker's name without the article.
func withoutArticle(name string) string {
	if rest, ok := strings.CutPrefix(strings.ToLower(name), "the "); ok {
		return rest
	}
	return name
}

// body is the first token of the unit behind its paragraph number.
func (s *speech) body(u unit) int {
	k := u.first
	if s.p.listLetter(k) && k+2 < u.end {
		return k + 2
	}
	if s.p.at(k).low == "{" && s.p.at(k+1).digits(4) && s.p.at(k+2).low == "}" && k+3 < u.end {
		return k + 3 // "{12}" of New Mexico's
	}
	if s.p.at(k).low == "{" && s.p.at(k+1).low == "¶" && s.p.at(k+3).low == "}" && k+4 < u.end {
		return k + 4 // "{¶ 12}" of Ohio's opinions
	}
	if s.p.at(k).low == "¶" {
		k++
	}
	if s.voice.form == "opinion" && s.p.at(k).para && k+4 < u.end {
		if s.p.at(k).low == "[" && s.p.at(k+1).digits(3) && s.p.at(k+2).low == "]" {
			return k + 3 // "[12]" of Canadian and English judgments
		}
		if next := s.p.at(k + 1); s.p.at(k).digits(3) && next.kind == word && next.capital && next.space {
			return k + 1 // "12 The applicant" of Australian ones
		}
	}
	if s.p.at(k).kind == number && s.p.at(k+1).is(".", ")") && k+2 < u.end && (s.paragraph > 0 || s.p.at(k).para) {
		k += 2
		if s.p.at(k).low == "that" && s.voice.form == "complaint" && k+3 < u.end { // "1. That the petitioner is …"
			k++
		}
	}
	return k
}
