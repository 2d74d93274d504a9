package extract

import (
	"strings"

	"averment/evidence"
)

// byName gives the speakers of a filing that stand for a party, "Plaintiff", "the Association", the
// name of that party where only one can be meant.
func (s *speech) byName(list []evidence.Statement) []evidence.Statement {
	if s.v.doc.Kind != evidence.Filing && s.voice.form != "agreement" {
		return list
	}
	for i := range list {
		if name := s.partyMeant(list[i].Speaker); name != "" {
			list[i].Speaker = name
		}
	}
	return list
}

// partyMeant is the party that a role or the first or last word of a body's name means, "" where none or
// several may be meant.
func (s *speech) partyMeant(speaker string) string {
	low := withoutArticle(strings.ToLower(speaker))
	if low == "" || strings.Contains(low, " ") {
		return ""
	}
	if name, known := s.meant[low]; known {
		return name
	}
	name, role := "", partyWords[low]
	for i := range s.v.doc.Parties {
		p := &s.v.doc.Parties[i]
		if p.Proposed || role != "" && !p.HasRole(role) || role == "" && (p.Type == evidence.Person || !foldedIn(lower(p.Name), low)) {
			continue
		}
		tokens := nameTokens(p.Name)
		if len(tokens) == 0 || role == "" && (p.Type == evidence.Judge || p.Type == evidence.Court || len(tokens) < 2 || tokens[len(tokens)-1] != low && tokens[0] != low) {
			continue
		}
		if name != "" {
			name = ""
			break
		}
		name = p.Name
	}
	if s.meant == nil {
		s.meant = map[string]string{}
	}
	s.meant[low] = name
	return name
}

// movant is the party whose motion or brief a paper is, by the title that it gives itself,
// "DEFENDANT HARBOR'S MOTION TO DISMISS", else by whom those act for who signed it; "" where
// neither tells.
func movant(v *view) string {
	title := strings.ReplaceAll(v.heading.paper, "’", "'")
	owner, _, owned := strings.Cut(title, "' ")
	if before, _, ok := strings.Cut(title, "'s "); ok && (!owned || len(before) < len(owner)) {
		owner, owned = before, true
	} else if before, _, ok := strings.Cut(title, "'S "); ok && (!owned || len(before) < len(owner)) {
		owner, owned = before, true
	}
	if owned && len(strings.Fields(owner)) < 8 {
		if name := ownerOf(v.doc, owner); name != "" {
			return name
		}
	}
	if client := v.heading.client(); client != "" {
		return ownerOf(v.doc, client)
	}
	if len(v.heading.signers) > 0 {
		return ownerOf(v.doc, v.heading.signers[0].client)
	}
	return ""
}

// ownerOf is the party that the words before the mark of possession mean: "Defendant Harbor Pipe",
// "Plaintiffs".
func ownerOf(doc *evidence.Document, owner string) string {
	low := " " + strings.Join(nameTokens(owner), " ") + " "
	for _, p := range doc.Parties {
		if name := strings.Join(nameTokens(p.Name), " "); !p.Proposed && name != "" && strings.Contains(low, " "+name+" ") {
			return p.Name
		}
	}
	for _, w := range strings.Fields(low) {
		if role := partyWords[w]; role != "" {
			return inRole(doc, role)
		}
		if w == "debtor" || w == "debtors" {
			return "the " + w
		}
	}
	return ""
}

// moves makes of what a motion says of itself, "Defendant moves to dismiss", something that the
// movant seeks.
func (s *speech) moves(u unit, list []evidence.Statement) []evidence.Statement {
	k := s.movesAt(u)
	if k < 0 {
		return list
	}
	if len(list) == 0 {
		list = append(list, s.own(u, tokenRun{s.body(u), s.bodyEnd(u)}))
	}
	for i := range list {
		if st := &list[i]; st.Rule == "own voice" {
			where := s.p.span(k, k+1)
			st.Stance, st.Cue, st.Rule, st.CueSpan = evidence.Seeks, s.p.tokens[k].low, "motion", &where
		}
	}
	return list
}

// movesAt is the verb by which a sentence of prose moves for something, -1 for none.
func (s *speech) movesAt(u unit) int {
	if u.heading || u.matter != prose {
		return -1
	}
	for k := u.first + 1; k < u.end-1; k++ {
		t, next := &s.p.tokens[k], s.p.at(k+1)
		if s.mask[k] == 0 && t.is("moves", "move") && next.is("for", "to", "this", "the", "under", "pursuant", "that") && !s.p.at(k-1).is("to", "not", "a", "the") {
			return k
		}
	}
	return -1
}
