package crosscheck

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"averment/evidence"
)

// Changes are what versions of one text change, the older version against the next.
type Changes struct {
	Version  int      `json:"version"`
	Snapshot string   `json:"snapshot"`
	Changes  []Change `json:"changes"`
}

// Change is a clause of a policy, or a paragraph of a pleading, in two versions. Before or
// After is nil where a version has nothing like it. FromBefore and FromAfter are the Date
// values from which a policy holds, or on which a pleading was filed; "" when unknown.
type Change struct {
	Kind       string        `json:"kind"` // policy or pleading
	Policy     string        `json:"policy"`
	Docket     string        `json:"docket"`
	Change     string        `json:"change"` // same, changed, added or dropped
	Before     *Clause       `json:"before"`
	After      *Clause       `json:"after"`
	FromBefore string        `json:"from_before"`
	FromAfter  string        `json:"from_after"`
	Changed    bool          `json:"changed"`
	Diff       [][2]string   `json:"diff"` // word by word, "-" for words of the older version
	Values     []ValueChange `json:"values"`
}

// Clause is what one version says. Paragraph is that of a pleading, 0 for none.
type Clause struct {
	Document  string        `json:"document"`
	Text      string        `json:"text"`
	Page      int           `json:"page"`
	Span      evidence.Span `json:"span"`
	Paragraph int           `json:"paragraph"`
}

// ValueChange is a slot with another value in the newer version; Before or After is ""
// where one version gives no value.
type ValueChange struct {
	Slot         string `json:"slot"` // amount, count, percentage, date or party
	Before       string `json:"before"`
	After        string `json:"after"`
	BeforeNormal string `json:"before_normal"`
	AfterNormal  string `json:"after_normal"`
}

// Changes compares the versions of policies and of pleadings among the documents; ids nil
// takes all.
func (c *Checker) Changes(ctx context.Context, ids []string) (*Changes, error) {
	policies, err := c.Policies(ctx, ids)
	if err != nil {
		return nil, err
	}
	pleadings, err := c.Amendments(ctx, ids)
	if err != nil {
		return nil, err
	}
	state, err := c.finder.standing()
	if err != nil {
		return nil, err
	}
	return &Changes{Version: 1, Snapshot: state.snapshot, Changes: append(policies, pleadings...)}, nil
}

// settle fills in what follows from the two sides of a change.
func (c *Change) settle(before, after facts) {
	c.Diff, c.Values = [][2]string{}, []ValueChange{}
	switch {
	case c.Before == nil:
		c.Change = "added"
	case c.After == nil:
		c.Change = "dropped"
	case foldText(c.Before.Text) == foldText(c.After.Text):
		c.Change = "same"
	default:
		c.Change = "changed"
		c.Diff = diffWords(c.Before.Text, c.After.Text)
		c.Values = valueChanges(before, after)
	}
	c.Changed = c.Change != "same"
}

// facts are the facts of one side of a change.
type facts struct {
	amounts []*evidence.Amount
	dates   []*evidence.DateFact
	parties []string
}

// valueChanges pairs the values that only one side has, in their order.
func valueChanges(a, b facts) []ValueChange {
	out := []ValueChange{}
	for _, slot := range []string{"amount", "count", "percentage"} {
		out = append(out, pairValues(slot, amountsOnly(a.amounts, b.amounts, slot), amountsOnly(b.amounts, a.amounts, slot))...)
	}
	out = append(out, pairValues("date", datesOnly(a.dates, b.dates), datesOnly(b.dates, a.dates))...)
	return append(out, pairValues("party", namesOnly(a.parties, b.parties), namesOnly(b.parties, a.parties))...)
}

func amountsOnly(list, other []*evidence.Amount, slot string) (out [][2]string) {
	for _, x := range list {
		if slotOf(x) == slot && !slices.ContainsFunc(other, func(y *evidence.Amount) bool { return sameKind(x, y) && NormalAmount(x) == NormalAmount(y) }) {
			out = append(out, [2]string{x.Surface, NormalAmount(x)})
		}
	}
	return out
}

func datesOnly(list, other []*evidence.DateFact) (out [][2]string) {
	for _, x := range list {
		if x.Resolved && !slices.ContainsFunc(other, func(y *evidence.DateFact) bool { return x.Value == y.Value }) {
			out = append(out, [2]string{x.Surface, x.Value})
		}
	}
	return out
}

func namesOnly(list, other []string) (out [][2]string) {
	for _, x := range list {
		if !slices.Contains(other, x) {
			out = append(out, [2]string{x, foldText(x)})
		}
	}
	return out
}

func pairValues(slot string, before, after [][2]string) (out []ValueChange) {
	for i := range max(len(before), len(after)) {
		v := ValueChange{Slot: slot}
		if i < len(before) {
			v.Before, v.BeforeNormal = oneLine(before[i][0]), before[i][1]
		}
		if i < len(after) {
			v.After, v.AfterNormal = oneLine(after[i][0]), after[i][1]
		}
		out = append(out, v)
	}
	return out
}

// String writes a change on one line.
func (c *Change) String() string {
	text := func(x *Clause) string {
		if x == nil {
			return "nothing"
		}
		at := ""
		if x.Paragraph > 0 {
			at = fmt.Sprintf("¶ %d ", x.Paragraph)
		}
		return at + "“" + oneLine(x.Text) + "”"
	}
	return strings.TrimSpace(c.Change + ": " + text(c.Before) + " → " + text(c.After))
}
