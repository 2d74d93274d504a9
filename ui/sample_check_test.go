package ui

import (
	"context"
	"strings"

	"averment/evidence"
)

func (s *sample) Claim(ctx context.Context, claim string) (*CheckAnswer, error) {
	out := &CheckAnswer{Version: 1, Sentences: []Sentence{}}
	return out, s.Check(ctx, strings.ReplaceAll(claim, ".", ","), func(one Sentence) error {
		out.Sentences = append(out.Sentences, one)
		return nil
	})
}

func (s *sample) Check(_ context.Context, text string, yield func(Sentence) error) error {
	five, three := 5000.0, 3000.0
	for one := range strings.SplitSeq(text, ".") {
		if one = strings.TrimSpace(one); one == "" {
			continue
		}
		st := Sentence{Text: one + ".", Summary: "differs", Verdicts: []Verdict{
			{Document: sha(2), Title: "Rail company accused of changed logs", Verdict: "attributes", Speaker: "a complaint", Stance: "alleges", Passage: Passage{Page: 1, Start: 17, End: 60, Text: "Larkspur Rail changed its signal logs"}, Score: .9},
			{Document: sha(2), Title: "Rail company accused of changed logs", Verdict: "differs", Slot: "amount", Yours: "$3,000", Theirs: "$5,000", YoursValue: &three, TheirsValue: &five, Rule: "same relief, amount differs", Passage: Passage{Page: 1, Start: 17, End: 60, Text: "a complaint seeking $5,000 for each rider"}, Score: .8}},
			Quotations: []QuotationCheck{{Text: "logs are right", Result: "altered", Document: sha(1), Passage: Passage{Page: 1}, Diff: [][2]string{{"=", "The logs are "}, {"-", "right"}, {"+", "as the machine wrote them"}}}}}
		if err := yield(st); err != nil {
			return err
		}
	}
	return nil
}

func (s *sample) Claims(_ context.Context, _ string) (*Claims, error) {
	cell := func(n int, stance, speaker, text string, start int) Cell {
		return Cell{Document: sha(n), Stance: stance, Speaker: speaker, Text: text, Page: 1, Span: evidence.Span{Page: 1, Start: start, End: start + len(text)}}
	}
	return &Claims{Version: 1, Snapshot: "5nap", Groups: []Group{
		{ID: "1", Claim: "Larkspur Rail changed its signal logs in March 2025", Documents: 2, Independent: 2, Cells: []Cell{cell(1, "denies", "Larkspur Rail, Inc.", "denies that its signal logs were altered", 10), cell(2, "reports", "", "Larkspur Rail changed its signal logs", 17)}, Differences: []Difference{}},
		{ID: "2", Claim: "The complaint seeks an amount for each rider", Documents: 2, Independent: 1, Cells: []Cell{cell(2, "seeks", "the complaint", "seeking $5,000 for each rider", 40), cell(3, "reports", "", "asks $3,000 for each", 3)},
			Differences: []Difference{{Slot: "amount", Hard: true, Values: []Value{{Value: "$5,000", Normal: "5000 USD", Documents: []string{sha(2)}}, {Value: "$3,000", Normal: "3000 USD", Documents: []string{sha(3)}}}}}}}}, nil
}
