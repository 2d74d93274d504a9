package crosscheck

import (
	"slices"
	"strings"

	"averment/evidence"
)

// differences finds the slots on which the statements of a group do not agree.
func differences(items []*item) []Difference {
	out := []Difference{}
	add := func(d *Difference) {
		if d != nil {
			out = append(out, *d)
		}
	}
	for _, slot := range []string{"amount", "count", "percentage"} {
		add(amountsOf(items, slot))
	}
	add(lawsOf(items))
	add(datesOf(items))
	add(titlesOf(items))
	add(quotesOf(items))
	add(promisesOf(items))
	add(listsOf(items))
	return out
}

// valued is a value of a slot in one document.
type valued struct{ surface, normal, document string }

// gather makes a difference of values; those with one normal form are one value.
func gather(slot, rule string, hard bool, list []valued) *Difference {
	d := &Difference{Slot: slot, Hard: hard, Rule: rule, Values: []Value{}}
	for _, v := range list {
		i := slices.IndexFunc(d.Values, func(x Value) bool { return x.Normal == v.normal })
		if i < 0 {
			i = len(d.Values)
			d.Values = append(d.Values, Value{Value: v.surface, Normal: v.normal, Documents: []string{}})
		}
		if !slices.Contains(d.Values[i].Documents, v.document) {
			d.Values[i].Documents = append(d.Values[i].Documents, v.document)
		}
	}
	if len(d.Values) < 2 {
		return nil
	}
	return d
}

// amountsOf compares amounts of one slot between documents.
func amountsOf(items []*item, slot string) *Difference {
	var list []valued
	hard, soft := false, false
	for i, a := range items {
		for _, x := range a.amounts {
			if slotOf(x) != slot {
				continue
			}
			for j, b := range items {
				if i == j || a.source == b.source {
					continue
				}
				for _, y := range b.amounts {
					if slotOf(y) != slot || !sameKind(x, y) || !sameHead(x, y) || sharedLaw(x, y) < 0 {
						continue
					}
					switch {
					case !SameAmount(x, y) && !has(b.amounts, x) && !has(a.amounts, y):
						hard = true
					case SameAmount(x, y) && NormalAmount(x) != NormalAmount(y):
						soft = true
					default:
						continue
					}
					list = append(list, valued{x.Surface, NormalAmount(x), a.source.doc.ID})
				}
			}
		}
	}
	if !hard && !soft {
		return nil
	}
	rule := "same head, values exclude each other"
	if !hard {
		rule = "same within bounds, printed less exactly"
	}
	return gather(slot, rule, hard, list)
}

func has(list []*evidence.Amount, a *evidence.Amount) bool {
	return slices.ContainsFunc(list, func(t *evidence.Amount) bool { return sameKind(a, t) && SameAmount(a, t) })
}

// lawsOf finds a value that one document hangs on a law which others give another value.
func lawsOf(items []*item) *Difference {
	var list []valued
	for _, a := range items {
		for _, x := range a.amounts {
			if x.Law == "" || !x.Money() {
				continue
			}
			for _, b := range items {
				if a.source == b.source {
					continue
				}
				for _, y := range b.amounts {
					if y.Law == "" || y.Law == x.Law || !sameKind(x, y) || !SameAmount(x, y) {
						continue
					}
					if sharedLaw(x, y) < 0 || givesOther(b.source, x) || givesOther(a.source, y) {
						list = append(list, valued{x.Law, x.Law, a.source.doc.ID})
					}
				}
			}
		}
	}
	return gather("law", "same value, another cause", true, list)
}

// givesOther says whether a document ties one of the laws of an amount to another value.
func givesOther(s *source, x *evidence.Amount) bool {
	for i := range s.doc.Amounts {
		y := &s.doc.Amounts[i]
		if y.For == x.For && sharedLaw(x, y) > 0 && (!sameKind(x, y) || !SameAmount(x, y)) {
			return true
		}
	}
	return false
}

// datesOf compares dates of the same event.
func datesOf(items []*item) *Difference {
	var list []valued
	hard, soft := false, false
	for _, a := range items {
		for _, x := range a.dates {
			for _, b := range items {
				if a.source == b.source {
					continue
				}
				for _, y := range b.dates {
					if !sameEvent(x, y) || x.Value == y.Value {
						continue
					}
					if SameDate(&x.Date, &y.Date) {
						soft = true
					} else {
						hard = true
					}
					list = append(list, valued{x.Surface, x.Value, a.source.doc.ID})
				}
			}
		}
	}
	if !hard && !soft {
		return nil
	}
	rule := "same event, dates exclude each other"
	if !hard {
		rule = "same event, one date is less exact"
	}
	return gather("date", rule, hard, list)
}

func titlesOf(items []*item) *Difference {
	var list []valued
	for _, a := range items {
		for _, b := range items {
			if a.source == b.source {
				continue
			}
			if d, _ := compareTitles(a.unit, b.unit); d != nil {
				list = append(list, valued{d.yours, d.yoursNormal, a.source.doc.ID})
			}
		}
	}
	return gather("title", "same person, another title", true, list)
}

// quotesOf finds quotations of one text that are printed in different words.
func quotesOf(items []*item) *Difference {
	var list []valued
	for _, a := range items {
		for _, x := range quotesIn(a) {
			for _, b := range items {
				if a.source == b.source {
					continue
				}
				for _, y := range quotesIn(b) {
					if otherWords(x, y) {
						list = append(list, valued{x.text, foldText(x.text), a.source.doc.ID})
					}
				}
			}
		}
	}
	return gather("quotation", "different words inside quotation marks", true, list)
}

func quotesIn(it *item) (out []quoted) {
	for i := range it.source.doc.Quotations {
		q := &it.source.doc.Quotations[i]
		if !q.Scare && within(it.st.Spans, q.Spans) {
			out = append(out, readQuote(q.Text))
		}
	}
	return out
}

// otherWords says whether two quotations are of one text and cannot both be its words.
func otherWords(x, y quoted) bool {
	short, long := x, y
	if len(short.plain) > len(long.plain) {
		short, long = long, short
	}
	if len(short.plain) < 4 || short.marked() || long.marked() || run(long.plain, short.plain, 0) >= 0 {
		return false
	}
	_, _, matched, cost := fit(short.plain, long.plain)
	n := float64(len(short.plain))
	return cost > 0 && (float64(matched) >= 0.6*n && float64(cost) <= 0.8*n || n >= 8 && float64(matched) >= 0.5*n)
}

// promisesOf compares what two versions of a policy promise, with the dates from which.
func promisesOf(items []*item) *Difference {
	var list []valued
	for _, a := range items {
		for _, b := range items {
			if a.source == b.source || a.st.Effective == "" || b.st.Effective == "" || a.st.Effective == b.st.Effective {
				continue
			}
			if strings.EqualFold(foldText(a.st.Text), foldText(b.st.Text)) {
				continue
			}
			list = append(list, valued{strings.TrimSpace(a.st.Text), a.st.Effective + ": " + foldText(a.st.Text), a.source.doc.ID})
		}
	}
	return gather("promise", "another wording from another date", true, list)
}

// listsOf finds members that one document gives in a list and another leaves out.
func listsOf(items []*item) *Difference {
	var list []valued
	for _, a := range items {
		x := members(a.st.Text)
		for _, b := range items {
			y := members(b.st.Text)
			if a.source == b.source || len(x) < 2 || len(y) < 2 || max(len(x), len(y)) < 3 || slices.Equal(x, y) {
				continue
			}
			if slices.ContainsFunc(x, func(m string) bool { return slices.Contains(y, m) }) {
				list = append(list, valued{strings.Join(x, ", "), strings.Join(x, ", "), a.source.doc.ID})
			}
		}
	}
	return gather("list", "a list with other members", false, list)
}

// members are the names of a list "A, B and C", folded and sorted.
func members(text string) []string {
	list := split(text)
	var out []string
	for i := 0; i < len(list); i++ {
		if !list[i].capital || list[i].class == "" {
			continue
		}
		j := i + 1
		for j < len(list) && list[j].capital && strings.TrimSpace(text[list[j-1].end:list[j].start]) == "" {
			j++
		}
		if listed(text, list, i, j) && (j == len(list) || !auxiliaries[list[j].fold]) {
			name := list[i].class
			for _, w := range list[i+1 : j] {
				if w.class != "" {
					name += " " + w.fold
				}
			}
			out = append(out, name)
		}
		i = j - 1
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// auxiliaries after a name make it the subject of a clause, not a member of a list.
var auxiliaries = map[string]bool{"had": true, "has": true, "have": true, "is": true, "was": true, "are": true, "were": true, "will": true, "would": true, "said": true, "says": true}

// listed says whether a comma or "and" joins words i to j with another name.
func listed(text string, list []word, i, j int) bool {
	if j < len(list) && strings.HasPrefix(text[list[j-1].end:], ",") && (list[j].capital || joins(list[j].fold) || list[j].fold == "the") {
		return true
	}
	if i > 0 && list[i-1].fold == "the" {
		i--
	}
	return i > 1 && (joins(list[i-1].fold) || strings.TrimSpace(text[list[i-1].end:list[i].start]) == "," && list[i-1].capital)
}

func joins(fold string) bool { return fold == "and" || fold == "or" }
