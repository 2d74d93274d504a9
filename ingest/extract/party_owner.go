package extract

import "averment/evidence"

// unitNouns are words for what an owner owns.
var unitNouns = set("unit", "subsidiary", "division", "arm", "platform", "network", "affiliate", "business", "brand", "service", "site",
	"company", "firm", "label", "channel", "offshoot", "spinoff", "vehicle")

// owner reads who owns whom: "X, owned by Y", "the Y-owned X", "X, a unit of Y", "Y, X's
// parent company".
func (r *reader) owner(k int) {
	t := r.p.at(k)
	switch t.low {
	case "owned", "controlled":
		if r.p.at(k+1).low == "it" && !r.passive(k) {
			r.holds(k)
		} else if r.p.at(k-1).low == "-" && !r.p.at(k-2).is("majority", "wholly", "partly", "jointly", "family", "state", "part") {
			r.ownedWord(k)
		} else if r.p.at(k+1).low == "by" {
			owner := r.whoDescribed(k + 2)
			r.owns(owner, r.ownedThing(k))
			if r.p.at(k-1).is("are", "were") && r.p.at(k-2).low == "both" {
				for _, owned := range r.lastTwo(false) {
					r.owns(owner, owned)
				}
			} else if r.p.at(k-1).is("are", "were") {
				for _, owned := range r.suers(k) {
					r.owns(owner, owned)
				}
			}
		}
	case "unit", "subsidiary", "division", "affiliate", "arm", "property", "brand":
		if owner, m := r.who(k - 1); owner != nil && m.end == k && r.p.at(m.first-1).is("a", "an", "the") && r.p.at(m.first-2).low == "," {
			r.owns(owner, r.lastBefore(m.first-2)) // "Stay Puck LLC, a Summit subsidiary"
		} else if r.p.at(k+1).low == "of" {
			n := k + 2
			if r.p.at(n).low == "the" {
				n++
			}
			r.owns(r.whoDescribed(n), r.described(k))
		} else {
			r.possessedUnit(k)
		}
	case "units", "subsidiaries", "divisions", "brands", "affiliates":
		if b := k - 1; r.p.at(k+1).low == "of" {
			for r.p.at(b).is("both", "all", "also", "wholly", "owned", "now") {
				b--
			}
			if r.p.at(b).is("are", "were") {
				for _, owned := range r.suers(b) {
					r.owns(r.whoDescribed(k+2), owned)
				}
			}
		}
	case "belongs":
		if r.p.at(k+1).low == "to" {
			for _, owned := range r.suers(k) {
				r.owns(r.whoDescribed(k+2), owned)
			}
		}
	case "part":
		if r.p.at(k+1).low == "of" && (r.p.at(k-1).is(",", "is", "now", "(") || r.p.at(k-1).low == "are") {
			if owner := r.whoDescribed(k + 2); owner != nil && owner.kind == evidence.Organisation && owner.firm {
				r.owns(owner, r.described(k))
			}
		}
	case "sold":
		if n := r.soldTo(k); n > 0 && r.passive(k) && len(r.suers(k)) == 1 {
			if buyer := r.whoDescribed(n); buyer != nil && buyer.kind != evidence.Person {
				r.owns(buyer, r.suers(k)[0])
			}
		}
	case "taken":
		if r.p.at(k+1).low == "over" {
			r.acquired(k)
		}
	case "acquired", "bought", "purchased":
		r.acquired(k)
	case "parent", "owner", "owners":
		r.parent(k)
	case "its":
		r.itsUnit(k)
	case "owns", "controls", "runs", "operates":
		if (t.low == "runs" || t.low == "operates") && !r.p.at(k-1).is("which", "also", "that") {
			return
		}
		r.holds(k)
	case "stake":
		r.holdsStake(k)
	case "among":
		r.countedAmong(k)
	case "held":
		if n := k + 1; r.passive(k) && r.p.at(n).is("by", "through") && r.shareAhead(n) {
			if doers := r.suers(k); len(doers) == 1 && doers[0].kind == evidence.Organisation {
				r.owns(r.whoDescribed(n+1), doers[0])
			}
		}
	}
}

// ownedWord reads "Y-owned X" and "X, the Y-owned firm"; k is at "owned".
func (r *reader) ownedWord(k int) {
	owner := r.lastBefore(k - 1)
	if owner == nil {
		return
	}
	n := k + 1
	for n < k+6 && r.p.at(n).kind == word && !r.p.at(n).capital {
		n++
	}
	if owned, _ := r.who(n); owned != nil && !r.p.at(n-1).is(",") {
		r.owns(owner, owned)
		return
	}
	_, m := r.who(k - 2)
	b := m.first - 1
	if r.p.at(b).is("the", "a") {
		b--
	}
	if owned := r.lastBefore(b); owned != nil && r.p.at(b).low == "," {
		r.owns(owner, owned)
		return
	}
	r.owns(owner, r.c.sole("defendant"))
}

// modified is the name that the apposition around k describes: the name before the
// nearest comma, or directly before k.
func (r *reader) modified(k int) *player {
	for b := k - 1; b >= r.s.first && b > k-16; b-- {
		t := r.p.at(b)
		if t.low == "," {
			if who := r.withOrigin(b); who != nil {
				return who
			}
			if who, m := r.who(b - 1); who != nil && m.end == b {
				return who
			}
			if who, m := r.who(b - 2); who != nil && m.end == b-1 && r.p.at(b-1).is("kc", "qc", "sc") {
				return who
			}
			if r.p.at(b-1).digits(2) && r.p.at(b-2).low == "," { // the age
				if who, m := r.who(b - 3); who != nil && m.end == b-2 {
					return who
				}
			}
			if r.p.at(b-1).low == ">" { // the ticker symbol of a wire report
				if who, _ := r.who(b - 4); who != nil {
					return who
				}
			}
			return r.beforeApposition(b)
		}
		if who, m := r.who(b); who != nil {
			if r.p.at(m.end).kind == clitic && m.end == k-1 && r.p.at(m.first-1).is(",", "the") { // "Ana Ruiz, Harbor's attorney"
				b = m.first
				continue
			}
			if m.end == k || m.end == k-1 {
				return who
			}
			return nil
		}
		if t.is(".", ";", "that", "said") {
			return nil
		}
	}
	return nil
}

// withOrigin is the person before "of Reno" or ", 46, of Reno" that the comma at k closes, nil for none.
func (r *reader) withOrigin(k int) *player {
	for b := k - 2; b > k-6 && b > r.s.first; b-- {
		if !r.p.at(b).is("of", "from") {
			continue
		}
		end := b
		if r.p.at(end-1).low == "," && r.p.at(end-2).kind == number && r.p.at(end-3).low == "," {
			end -= 3
		} else if r.p.at(end-1).low == "," {
			end--
		}
		if who, m := r.who(end - 1); who != nil && m.end == end && r.fullPerson(who, m) && r.p.at(k-1).capital {
			if firm, fm := r.who(b + 1); firm != nil && firm.firm && fm.end == k {
				return nil // "Ray Hall of Day Lee, the town's law firm"
			}
			return who
		}
		return nil
	}
	return nil
}

// beforeApposition is the name before the apposition that the comma at k closes: "Ana Ruiz, a retired
// school principal, who".
func (r *reader) beforeApposition(k int) *player {
	for b := k - 1; b > k-14 && b > r.s.first; b-- {
		t := r.p.at(b)
		if t.low == "," {
			if who, m := r.who(b - 1); who != nil && m.end == b && r.p.at(b+1).is("a", "an", "the") {
				return who
			}
			return nil
		}
		if isVerb(t) || t.kind == punct && t.low != "-" {
			return nil
		}
	}
	return nil
}

// owns records an owner and what it owns.
func (r *reader) owns(owner, owned *player) {
	if owner == nil || owned == nil || owner == owned || owner.kind == evidence.Court ||
		owned.kind == evidence.Person || owned.kind == evidence.Group || owned.kind == evidence.Court {
		return
	}
	if owner.kind == "" {
		owner.kind = evidence.Organisation
	}
	if owned.kind == "" {
		owned.kind = evidence.Organisation
	}
	owner.role("owner of "+owned.name, "ownership")
	owned.role("subsidiary of "+owner.name, "ownership")
}

// sole is the only player with the role, nil when there is none or more than one.
func (c *cast) sole(role string) *player {
	var found *player
	for _, w := range c.players {
		if w.has(role) && !w.blocked && w.kind != evidence.Group {
			if found != nil {
				return nil
			}
			found = w
		}
	}
	return found
}
