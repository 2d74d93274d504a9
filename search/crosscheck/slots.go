package crosscheck

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"averment/evidence"
)

// slotDifference is a slot with another value in the document.
type slotDifference struct {
	slot, yours, theirs, rule string
	yoursNormal, theirsNormal string
	yoursValue, theirsValue   *float64
	sure                      bool // the head and what the value is for are the same too
	verb                      bool // the verb itself is what differs
}

// share of the claim that must be said for the difference to count.
func (d *slotDifference) share(m match) float64 {
	switch {
	case d.sure && m.told:
		return differShare - 0.12
	case d.sure:
		return differShare
	case !m.told && !d.verb:
		return differShare + 1.5*tellShare
	}
	return differShare
}

// content is the share of the words that are no names that must be said.
func (d *slotDifference) content(m match) float64 {
	switch {
	case d.sure && m.told:
		return 0.3
	case d.verb:
		return 0.3
	case d.sure:
		return 0.6
	case !m.told && !d.verb:
		return 0.8
	}
	return 0.34
}

// comparison is what comparing all slots gave: the first difference and the first slot
// that the passage lacks.
type comparison struct {
	differs *slotDifference
	lacks   string
	same    int // slots with the same value
}

func compareSlots(c *claim, s *source, u *unit, m match) comparison {
	var out comparison
	note := func(d *slotDifference, lacks string) {
		if out.differs == nil {
			out.differs = d
		}
		if out.lacks == "" {
			out.lacks = lacks
		}
	}
	for _, a := range c.unit.amounts {
		d, lacks := compareAmount(a, c.unit, u, m)
		if d == nil && lacks == "" {
			out.same++
		}
		note(d, lacks)
	}
	for _, d := range c.unit.dates {
		note(compareDate(d, c, s, u, m))
	}
	note(compareTitles(c.unit, u))
	note(compareOutcome(c, u), "")
	note(compareRuling(c, s, u))
	note(compareRoles(c, s, u))
	for _, cause := range c.unit.causes {
		if !s.causeNear(u, cause) {
			note(nil, "cause "+cause)
		}
	}
	return out
}

// compareAmount finds the amount of a passage that stands where the claim's stands.
func compareAmount(a *evidence.Amount, cu, u *unit, m match) (*slotDifference, string) {
	if a.Bound == "unspecified" && !slices.ContainsFunc(u.amounts, func(t *evidence.Amount) bool { return t.For == a.For }) {
		return nil, "amount"
	}
	if !a.Money() && u.countsOf(a.Value) {
		return nil, ""
	}
	var other *evidence.Amount
	closest := otherThing
	mine := cu.hang(a)
	for _, t := range u.amounts {
		if !sameKind(a, t) || vague(t.Surface) && !vague(a.Surface) {
			continue
		}
		if SameAmount(a, t) {
			if d := compareLaw(a, t); d != nil {
				return d, ""
			}
			return nil, ""
		}
		if takenBy(t, cu) || !sameHead(a, t) {
			continue
		}
		if l := mine.compare(u.hang(t), a, t); l > closest {
			other, closest = t, l
		}
	}
	if other == nil {
		return nil, "amount"
	}
	if sharedLaw(a, other) < 0 {
		return nil, "amount"
	}
	return amountDifference(a, other, closest == sameThing), ""
}

// takenBy says whether an amount of the passage equals another amount of the claim.
func takenBy(t *evidence.Amount, cu *unit) bool {
	return slices.ContainsFunc(cu.amounts, func(a *evidence.Amount) bool { return sameKind(a, t) && SameAmount(a, t) })
}

func amountDifference(a, t *evidence.Amount, sure bool) *slotDifference {
	slot, rule := "amount", "same event, amount differs"
	switch {
	case a.Currency == "%":
		slot, rule = "percentage", "same event, percentage differs"
	case !a.Money():
		slot, rule = "count", "same event, count differs"
	case a.For != "":
		rule = "same " + a.For + ", amount differs"
	}
	yours, theirs := a.Value, t.Value
	return &slotDifference{slot: slot, yours: a.Surface, theirs: t.Surface, rule: rule, sure: sure,
		yoursNormal: NormalAmount(a), theirsNormal: NormalAmount(t), yoursValue: &yours, theirsValue: &theirs}
}

// compareLaw finds that an amount hangs on other laws than in the claim.
func compareLaw(a, t *evidence.Amount) *slotDifference {
	if sharedLaw(a, t) >= 0 {
		return nil
	}
	return &slotDifference{slot: "law", yours: a.Law, theirs: t.Law, yoursNormal: a.Law, theirsNormal: t.Law, rule: "same amount, another cause", sure: true}
}

// sharedLaw is 1 where two amounts share a law, -1 where both have one and share none.
func sharedLaw(a, t *evidence.Amount) int {
	if a.Law == "" || t.Law == "" {
		return 0
	}
	for _, l := range strings.Split(a.Law, "; ") {
		if slices.Contains(strings.Split(t.Law, "; "), l) {
			return 1
		}
	}
	return -1
}

// sameKind says whether two amounts are of one currency, both percentages, or counts of one thing.
func sameKind(a, t *evidence.Amount) bool {
	if a.Money() != t.Money() || (a.Currency == "%") != (t.Currency == "%") {
		return false
	}
	if a.Money() {
		return a.Currency == t.Currency || slices.ContainsFunc(t.Also, func(x evidence.Amount) bool { return x.Currency == a.Currency })
	}
	return a.Currency == "%" || unitClass(a.Unit) == unitClass(t.Unit)
}

// unitClass is the class of the last word of a unit: "Plus subscribers" counts subscribers.
func unitClass(unit string) string {
	list := split(unit)
	if len(list) == 0 {
		return ""
	}
	return words().classOf(list[len(list)-1].fold)
}

// sameHead says whether two amounts may stand in one slot: what they are for and per what.
func sameHead(a, t *evidence.Amount) bool {
	if (a.Per == "share") != (t.Per == "share") && !near(a.Value, t.Value) || spells[a.Per] != spells[t.Per] {
		return false
	}
	return a.Per == t.Per || a.Per == "" || t.Per == ""
}

// spells are the times for which a sum may be given.
var spells = map[string]string{"day": "day", "week": "week", "month": "month", "year": "year", "hour": "hour", "quarter": "quarter"}

// near says whether two prices are of one order, so that "54 dollars" may be a price a share.
func near(a, b float64) bool { return a < 20*b && b < 20*a }

// SameAmount says whether two amounts agree within their bounds, in any currency they
// are given in.
func SameAmount(a, t *evidence.Amount) bool {
	if a.Bound == "unspecified" || t.Bound == "unspecified" {
		return a.Bound == t.Bound
	}
	if a.Money() && a.Currency != t.Currency {
		for i := range t.Also {
			if t.Also[i].Currency == a.Currency && SameAmount(a, &t.Also[i]) {
				return true
			}
		}
		return false
	}
	al, ah := interval(a)
	tl, th := interval(t)
	return al <= th && tl <= ah
}

// interval is the values that an amount leaves open.
func interval(a *evidence.Amount) (low, high float64) {
	low, high = a.Value, a.Value
	if a.High != nil {
		high = *a.High
	}
	slack := math.Abs(a.Value) * 0.01
	switch a.Bound {
	case "over", "at least":
		if vague(a.Surface) {
			return low, high * 1000
		}
		return low - slack/2, high * 1.15
	case "under", "up to":
		return low * 0.9, high + slack/2
	case "about":
		return low * 0.94, high * 1.06
	}
	return low - 1e-9*math.Abs(low), high + 1e-9*math.Abs(high)
}

// vague says whether an amount is "millions of" or the like, which has no upper end.
func vague(surface string) bool {
	list := split(surface)
	if len(list) == 0 {
		return false
	}
	switch list[0].fold {
	case "dozens", "scores", "hundreds", "thousands", "millions", "billions", "tens":
		return true
	}
	return false
}

// NormalAmount writes an amount without regard to how it was printed: "1000 USD per person".
func NormalAmount(a *evidence.Amount) string {
	if a.Bound == "unspecified" {
		return "unspecified"
	}
	out := strconv.FormatFloat(a.Value, 'f', -1, 64)
	if a.High != nil {
		out += "–" + strconv.FormatFloat(*a.High, 'f', -1, 64)
	}
	switch {
	case a.Currency == "%":
		out += " %"
	case a.Money():
		out += " " + a.Currency
	case a.Unit != "":
		out += " " + a.Unit
	}
	if a.Per != "" {
		out += " per " + a.Per
	}
	if a.Bound != "" {
		out = a.Bound + " " + out
	}
	return out
}
