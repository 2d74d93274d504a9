package extract

import (
	"strings"

	"averment/evidence"
)

// groupNouns are the heads of groups on whose behalf suits are filed.
var groupNouns = set("users", "customers", "subscribers", "shareholders", "investors", "employees", "members", "consumers", "residents", "drivers",
	"workers", "patients", "students", "authors", "artists", "purchasers", "buyers", "policyholders", "borrowers", "tenants", "creditors",
	"stockholders", "depositors", "retirees", "homeowners", "families", "owners", "players", "musicians", "publishers", "developers", "advertisers", "passengers", "athletes", "couriers", "riders", "inmates", "prisoners", "detainees", "growers", "ranchers", "franchisees", "guards", "veterans", "merchants", "retailers", "fans", "applicants", "servers", "clerks", "truckers", "pilots", "attendants", "donors", "voters")

// readGroups reads the groups for which a suit is filed: "on behalf of millions of Harbor
// Premium subscribers", "representing millions of …", "Premium users have filed the lawsuit".
func (c *cast) readGroups() {
	if !c.lawsuit {
		return
	}
	for i := range c.v.pages {
		p := &c.v.pages[i]
		for _, s := range p.sentences {
			r := &reader{c, i, p, s}
			for k := s.first; k+3 < s.end; k++ {
				switch t := &p.tokens[k]; {
				case t.low == "behalf" && p.at(k+1).low == "of" && !p.at(k-2).is("appeared", "appearing", "argued", "arguing", "spoke", "speaking"):
					r.group(k + 2)
				case t.low == "representing" && r.suitBefore(k):
					r.group(k + 1)
				}
			}
		}
	}
}

// group reads the group at k and makes it a plaintiff.
func (r *reader) group(k int) {
	for r.p.at(k).is("a", "an", "the", "all", "other", "millions", "thousands", "hundreds", "dozens", "of", "more", "than", "about", "some", "over", "proposed", "class", "tens", "similarly", "situated", "its") || r.p.at(k).kind == number {
		k++
	}
	if r.p.at(k).low == "us" || r.p.at(k).low == "u" {
		return
	}
	for end := k; end < r.s.end && end < k+7; end++ {
		t := r.p.at(end)
		if t.kind != word && t.low != "-" {
			return
		}
		if groupNouns[t.low] {
			if !(t.capital && r.p.at(end+1).capital) { // not the "Harbor Workers Trust"
				r.addGroup(k, end+1)
			}
			return
		}
	}
}

func (r *reader) addGroup(first, end int) {
	name := strings.Join(strings.Fields(r.p.str(first, end)), " ")
	who := r.c.player(name)
	who.kind = evidence.Group
	who.role("plaintiff", "group on whose behalf")
	who.spans = append(who.spans, r.p.span(first, end))
}

// groupBefore makes the group that is the subject of the verb at k a plaintiff: "Harbor
// Premium users have filed the suit".
func (r *reader) groupBefore(k int) {
	b := k - 1
	for b > r.s.first && r.p.at(b).is("have", "had", "has", "also", "recently") {
		b--
	}
	if !groupNouns[r.p.at(b).low] {
		return
	}
	first := b
	for first > r.s.first && first > b-5 {
		t := r.p.at(first - 1)
		if t.kind != word || starters()[t.low] && !t.is("all", "some") || t.is("of", "million", "millions", "thousands") {
			break
		}
		first--
	}
	if first < b || r.p.at(b).capital {
		r.addGroup(first, b+1)
	}
}
