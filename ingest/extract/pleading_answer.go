package extract

import (
	"slices"
	"strconv"
	"strings"

	"averment/evidence"
)

// answering is the defendant whose answer the paper is: the one that its title or its
// signature names, "" where they name none or several.
func (h *heading) answering(doc *evidence.Document) string {
	said := strings.Join(nameTokens(h.paper), " ")
	for _, s := range h.signers {
		said += " " + strings.Join(nameTokens(s.client), " ")
	}
	said += " " + strings.Join(nameTokens(opensAnswer(doc)), " ")
	who := ""
	for _, p := range doc.Parties {
		if p.Proposed || !p.HasRole("defendant") && !p.HasRole("respondent") {
			continue
		}
		if name := strings.Join(nameTokens(p.Name), " "); name != "" && strings.Contains(" "+said+" ", " "+name+" ") {
			if who != "" {
				return ""
			}
			who = p.Name
		}
	}
	return who
}

// opensAnswer is what stands before the verb in the sentence that opens an answer: "Defendant Harbor
// Pipe LLC, by its attorneys, answers the Complaint as follows"; "" where none opens it so.
func opensAnswer(doc *evidence.Document) string {
	if len(doc.Pages) == 0 {
		return ""
	}
	text := doc.Pages[0].Text
	for _, verb := range []string{" answers ", " answer ", " responds to ", " hereby answers "} {
		i := strings.Index(text, verb)
		if i < 0 {
			continue
		}
		from := max(strings.LastIndex(text[:i], "\n\n"), i-300)
		if from >= 0 && beginsWith(strings.TrimSpace(text[from:i]), "defendant", "respondent", "comes now", "now comes", "third-party defendant") {
			return strings.TrimSpace(text[from:i])
		}
	}
	return ""
}

// mostAnswered bounds the paragraphs that one response answers.
const mostAnswered = 400

// mostExpanded bounds the statements that a document gains by answering several paragraphs
// at once; behind them a response counts for the first paragraph that it names.
const mostExpanded = 10_000

// through lists the numbers first to last.
func through(first, last int) (out []int) {
	for n := first; n <= last && n < first+mostAnswered; n++ {
		out = append(out, n)
	}
	return out
}

// paragraphRange reads the numbers that open a response to several paragraphs: "16-19.".
func (s *speech) paragraphRange(u unit) (first, last int, ok bool) {
	k := u.first
	if !s.p.at(k).digits(4) || !s.p.at(k+1).is("-", "–", "through", "to") || !s.p.at(k+2).digits(4) || !s.p.at(k+3).is(".", ")", ":") {
		return 0, 0, false
	}
	first, _ = strconv.Atoi(s.p.at(k).low)
	last, _ = strconv.Atoi(s.p.at(k + 2).low)
	return first, last, first > s.reached && last > first && last-first < mostAnswered
}

// namedParagraphs reads "Answering Paragraph 12", "the allegations of Paragraphs 5, 7 and 9
// through 11".
func (s *speech) namedParagraphs(u unit) []int {
	for k := u.first; k+1 < u.end; k++ {
		if !s.p.tokens[k].is("paragraph", "paragraphs", "¶", "¶¶") || !s.p.tokens[k+1].digits(4) {
			continue
		}
		list := s.numberList(k+1, u.end)
		if s.p.tokens[k].low == "paragraph" {
			list = list[:1]
		}
		return list
	}
	return nil
}

// numberList reads the numbers from token k on: "5, 7 and 9-11".
func (s *speech) numberList(k, end int) (out []int) {
	upTo := false
	for ; k < end && len(out) < mostAnswered; k++ {
		t := &s.p.tokens[k]
		switch {
		case t.digits(4):
			n, _ := strconv.Atoi(t.low)
			if last := len(out) - 1; upTo && last >= 0 && n > out[last] {
				out = append(out, through(out[last]+1, n)...)
			} else {
				out = append(out, n)
			}
			upTo = false
		case t.is("through", "to", "-", "–"):
			upTo = true
		case !t.is(",", "and", "&"):
			return out
		}
	}
	return out
}

// eachAnswered gives the statements the paragraphs that they answer, one statement for each.
func (s *speech) eachAnswered(list []evidence.Statement) []evidence.Statement {
	if len(s.answered) == 0 {
		return list
	}
	if s.expanded += len(list) * (len(s.answered) - 1); s.expanded > mostExpanded {
		s.answered = s.answered[:1]
	}
	out := make([]evidence.Statement, 0, len(list)*len(s.answered))
	for _, st := range list {
		for _, n := range s.answered {
			st.Answers = n
			if len(s.answered) > 1 && s.paragraph <= n && s.paragraph == s.answered[0] {
				st.Paragraph = n
			}
			out = append(out, st)
		}
	}
	return out
}

// responses reads what an answer says of the paragraphs it answers: "Denied.", "the
// allegations in Paragraph 5 are denied", "admits … and denies the rest".
func (s *speech) responses(u unit, list []evidence.Statement) []evidence.Statement {
	if st, ok := s.shortAnswer(u); ok {
		return []evidence.Statement{st}
	}
	if st, ok := s.bareResponse(u); ok {
		return []evidence.Statement{st}
	}
	list = slices.DeleteFunc(list, s.unable)
	for i := range list {
		st := &list[i]
		if st.Speaker == "" || s.ownParty(st.Speaker) || st.Rule == "own voice" || noSpeaker[st.Speaker] {
			st.Speaker = s.voice.speaker
		}
		if stance, cue := s.passiveAnswer(u); st.Rule == "own voice" && cue != "" {
			st.Stance, st.Cue, st.Rule, st.Negated = stance, cue, "passive answer", false
		}
	}
	return list
}

// noSpeaker are words before the verb of a response that nobody is called by: "but otherwise
// denies", "on that basis denies".
var noSpeaker = set("otherwise", "basis", "that basis", "therefore", "accordingly", "specifically", "expressly", "generally", "further", "also")

// shortAnswers are responses of one word.
var shortAnswers = map[string]evidence.Stance{"denied": evidence.Denies, "admitted": evidence.Admits}

// shortAnswer reads "Denied." and "Denied as stated.".
func (s *speech) shortAnswer(u unit) (evidence.Statement, bool) {
	first, end := s.body(u), s.bodyEnd(u)
	if _, _, ok := s.paragraphRange(u); ok {
		first = min(u.first+4, end)
	}
	stance, ok := shortAnswers[s.p.at(first).low]
	if !ok || end-first > 3 || first >= end {
		return evidence.Statement{}, false
	}
	st := s.own(u, tokenRun{first, end})
	st.Stance, st.Cue, st.Rule, st.Negated = stance, s.p.at(first).low, "short answer", false
	where := s.p.span(first, first+1)
	st.CueSpan = &where
	return st, true
}

// bareResponse reads a response that leaves its subject out, as answers in New York do: "Denies the
// allegations contained in paragraph 4", "Admits that it owns the building", "Denies knowledge or
// information sufficient to form a belief".
func (s *speech) bareResponse(u unit) (evidence.Statement, bool) {
	first, end := s.body(u), s.bodyEnd(u)
	verb := &s.p.tokens[min(first, len(s.p.tokens)-1)]
	stance, ok := bareVerbs[verb.low]
	if !ok || !verb.capital || end-first < 3 {
		return evidence.Statement{}, false
	}
	if stance == evidence.Denies && s.p.at(first+1).is("knowledge", "information", "having") {
		stance = evidence.LacksKnowledge
	}
	content := tokenRun{first, end}
	if stance == evidence.Admits && s.p.at(first+1).low == "that" {
		content.first += 2
	}
	st := s.own(u, content)
	st.Stance, st.Cue, st.Rule, st.Negated = stance, verb.low, "response without a subject", false
	where := s.p.span(first, first+1)
	st.CueSpan = &where
	return st, true
}

// bareVerbs are the verbs that open such responses.
var bareVerbs = map[string]evidence.Stance{"denies": evidence.Denies, "deny": evidence.Denies, "admits": evidence.Admits, "admit": evidence.Admits, "lacks": evidence.LacksKnowledge, "lack": evidence.LacksKnowledge}

// unable is true of the "deny" in "without knowledge sufficient to admit or deny", which
// denies nothing yet.
func (s *speech) unable(st evidence.Statement) bool {
	if st.CueSpan == nil || st.Cue != "deny" && st.Cue != "admit" {
		return false
	}
	k := s.tokenAt(st.CueSpan.Start)
	return s.p.at(k-1).is("to", "or")
}

// tokenAt is the first token that ends behind the byte.
func (s *speech) tokenAt(at int) int {
	k, _ := slices.BinarySearchFunc(s.p.tokens, at, func(t token, at int) int {
		if t.end <= at {
			return -1
		}
		return 1
	})
	return k
}

// passiveAnswer reads a response in the passive: "the allegations are denied", "except as
// admitted, denied". A part that is denied decides, since the rest stands in its own words.
func (s *speech) passiveAnswer(u unit) (stance evidence.Stance, cue string) {
	for k := u.first; k < u.end; k++ {
		t := &s.p.tokens[k]
		before := s.p.at(k - 1)
		response := before.is("is", "are", "therefore", "accordingly", ",", "otherwise", "hereby") || k == s.body(u) || before.low == "and" && cue != ""
		switch {
		case !response:
		case t.low == "denied":
			return evidence.Denies, "denied"
		case t.low == "admitted":
			stance, cue = evidence.Admits, "admitted"
		}
	}
	return stance, cue
}

// ownParty says whether a speaker is the side that answers, by its role or by the beginning
// of its name; what has no name can only be that side.
func (s *speech) ownParty(name string) bool {
	w := strings.ToLower(withoutArticle(name))
	switch w {
	case "defendant", "defendants", "respondent", "respondents", "basis", "that basis", "therefore":
		return true
	}
	return strings.HasPrefix(strings.ToLower(s.voice.speaker), w+" ")
}
