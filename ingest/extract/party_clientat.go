package extract

import (
	"averment/evidence"
)

// client reads whom counsel acts for at n: a name, a side, "her", "the publisher, Harbor Ltd".
func (r *reader) client(n int) (name string, after int) {
	from := n
	for r.p.at(n).is("the", "lead", "named", "proposed", "company") {
		n++
	}
	if who, m := r.who(n); who != nil && m.first == n {
		if r.groupAt(m.end) {
			return "", n
		}
		return who.name, m.end
	}
	if role := partyWords[r.p.at(n).low]; role != "" {
		after = n + 1
		if r.p.at(after).low == "," {
			after++
		}
		if who, m := r.who(after); who != nil && m.first == after && (who.has(role) || after == n+1 && who.kind != evidence.Court) {
			return who.name, m.end
		}
		return r.clientName(r.c.sole(role), "the "+r.p.at(n).low), n + 1
	}
	if t := r.p.at(n); t.is("him", "her") && !r.nounFollows(n+1) {
		return r.clientName(r.personBefore(n, true), ""), n + 1
	}
	return r.describedClient(from)
}

// describedClient reads "the publisher, Harbor Ltd", "novelist Ana Ruiz" and "the publisher" at n.
func (r *reader) describedClient(n int) (name string, after int) {
	if who, end := r.definite(n, nil); who != nil {
		if named, m := r.who(end + 1); r.p.at(end).low == "," && named != nil && m.first == end+1 && r.p.at(r.afterName(m.end)).is(",", ".") {
			return named.name, m.end
		}
		return who.name, end
	}
	if at := r.skipDescription(n); at > n {
		if who, m := r.who(at); who != nil && m.first == at && r.p.at(m.end).kind != clitic && !r.groupAt(m.end) && who.kind != evidence.Court && !(who.kind == evidence.Person && r.p.at(at-1).low == "," && !personNoun(r.p.at(at-2))) {
			return who.name, m.end
		}
	}
	return "", n
}

// personNoun says whether the noun means a person, as "the novelist" before a name does and "the county" does
// not.
func personNoun(t *token) bool {
	return tradeNouns[t.low] || isTrade(t.low) || peopleNouns[t.low] || names().has(t, roleNoun) || titleGender[t.low] != unknownGender || partyWords[t.low] != "" || callsPerson(t.low)
}

func (r *reader) clientName(w *player, other string) string {
	if w != nil {
		return w.name
	}
	return other
}
