package extract

import "averment/evidence"

// genderOf tells a person's gender by a title before one of its mentions, else by the given name.
func (c *cast) genderOf(w *player) gender {
	for _, m := range c.mentions {
		if m.who != w {
			continue
		}
		p := &c.v.pages[m.page]
		t := p.at(m.first - 1)
		if t.low == "." {
			t = p.at(m.first - 2)
		}
		if g := titleGender[t.low]; g != unknownGender {
			return g
		}
	}
	if len(w.tokens) > 1 {
		return givenGender()[w.tokens[0]]
	}
	return unknownGender
}

// meant says whether the pronoun may mean the person.
func (c *cast) meant(w *player, pronoun string) bool {
	if w == nil || w.kind != evidence.Person || !w.firm || w.blocked {
		return false
	}
	asked := pronounGender[pronoun]
	if asked == unknownGender {
		return true
	}
	g := c.genderOf(w)
	return g == unknownGender || g == asked
}

// personBefore is the person whom a pronoun at k means: the one named last in the sentence, else
// the subject of a sentence before, else the person named last there. Whose gender is another, or
// who is a lawyer where the pronoun tells whose lawyer somebody is (clients), is out of question.
func (r *reader) personBefore(k int, clients bool) *player {
	fits := func(w *player) bool {
		return r.c.meant(w, r.p.at(k).low) && !(clients && (w.lawyer || w.counsels()))
	}
	for b := k - 1; b >= r.s.first; b-- {
		if who, _ := r.c.whoAt(r.page, b); fits(who) {
			return who
		}
	}
	for i := r.p.sentenceAt(r.s.Start) - 1; i >= 0 && r.p.sentences[i].end > k-90; i-- {
		s := r.p.sentences[i]
		var last *player
		for b := s.first; b < s.end; b++ {
			who, m := r.c.whoAt(r.page, b)
			if !fits(who) {
				continue
			}
			if last = who; m.first <= s.first+2 && r.p.at(m.end).kind != clitic {
				return who // the subject of the sentence
			}
		}
		if last != nil {
			return last
		}
	}
	return nil
}
