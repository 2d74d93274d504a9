package crosscheck

import (
	"context"
	"fmt"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"averment/evidence"
)

// Check compares every sentence of a text, in order, and yields each as soon as it is
// done. Sentences are worked on side by side; yield is never called by two at once.
func (c *Checker) Check(ctx context.Context, text string, o CheckOptions, yield func(Sentence) error) error {
	s, err := c.read(ctx, text)
	if err != nil {
		return err
	}
	ctx, stop := context.WithCancel(ctx)
	var todo []int
	for i := range s.units {
		if !s.units[i].empty() {
			todo = append(todo, i)
		}
	}
	done := make([]chan checked, len(todo))
	for k := range done {
		done[k] = make(chan checked, 1)
	}
	var next atomic.Int64
	var group sync.WaitGroup
	for range min(len(todo), runtime.GOMAXPROCS(0)) {
		group.Go(func() {
			for k := int(next.Add(1)) - 1; k < len(todo); k = int(next.Add(1)) - 1 {
				one, err := c.sentence(ctx, s, todo[k], o)
				done[k] <- checked{one, err}
			}
		})
	}
	defer group.Wait()
	defer stop()
	for _, ready := range done {
		one := <-ready
		if one.err != nil {
			return one.err
		}
		if err := yield(one.sentence); err != nil {
			return err
		}
	}
	return nil
}

// checked is a sentence that is done, or why it could not be.
type checked struct {
	sentence Sentence
	err      error
}

// Draft is Check gathered into one Answer.
func (c *Checker) Draft(ctx context.Context, text string, o CheckOptions) (*Answer, error) {
	a := c.answer(o)
	err := c.Check(ctx, text, o, func(s Sentence) error {
		a.Sentences = append(a.Sentences, s)
		return nil
	})
	return a, err
}

// Claim compares a text that is one claim, however many sentences it has.
func (c *Checker) Claim(ctx context.Context, text string, o CheckOptions) (*Answer, error) {
	s, err := c.read(ctx, text)
	if err != nil {
		return nil, err
	}
	s.whole()
	one, err := c.sentence(ctx, s, 0, o)
	if err != nil {
		return nil, err
	}
	a := c.answer(o)
	a.Sentences = append(a.Sentences, one)
	return a, nil
}

// Answer gives an empty answer with the state of what is searched, for streams.
func (c *Checker) Answer(id string) *Answer { return c.answer(CheckOptions{ID: id}) }

func (c *Checker) answer(o CheckOptions) *Answer {
	a := &Answer{Version: 1, ID: o.ID, Sentences: []Sentence{}}
	a.Snapshot, a.Searched, a.Unsearchable = c.finder.standing()
	return a
}

// read makes a document of a claim or a draft.
func (c *Checker) read(ctx context.Context, text string) (*source, error) {
	text = strings.ReplaceAll(strings.ToValidUTF8(text, "\uFFFD"), "\x00", " ")
	d := &evidence.Document{Kind: evidence.Article, Pages: []evidence.Page{{Number: 1, Text: text, State: evidence.PageText}}}
	if err := c.reading(ctx, d); err != nil {
		return nil, fmt.Errorf("read the text to check: %w", err)
	}
	s := prepare(d)
	s.claims()
	return s, nil
}

func (c *Checker) sentence(ctx context.Context, s *source, i int, o CheckOptions) (Sentence, error) {
	u := &s.units[i]
	out := Sentence{Text: strings.TrimSpace(u.text), Verdicts: []Verdict{}, Quotations: []Quotation{}}
	found, err := c.finder.find(ctx, u.text, max(30, o.limit()+10))
	if err != nil {
		return out, fmt.Errorf("check a sentence: %w", err)
	}
	claim := readClaim(s, u)
	for i, f := range found {
		list := decide(claim, f)
		if len(list) == 0 && i < alwaysRanked && len(f.units) > 0 {
			list = append(list, verdictFor(f, finding{verdict: Related, unit: f.units[0], rule: "shares words with it"}))
		}
		out.Verdicts = append(out.Verdicts, list...)
	}
	contrast(out.Verdicts)
	answered(&out.Verdicts, found)
	if out.Verdicts, err = c.policyChange(ctx, claim, found, out.Verdicts); err != nil {
		return out, err
	}
	out.Summary = summarise(out.Verdicts)
	out.Verdicts = cut(out.Verdicts, o.limit())
	out.Quotations, err = c.quotations(ctx, s, u)
	return out, err
}

// alwaysRanked is how many of the nearest documents are given even where what they say
// hardly touches the claim, so that the order is that of retrieval.
const alwaysRanked = 5

// contrastShare is how much less of a claim a difference may say than the passage that
// says most of it, before it is taken for one of another event.
const contrastShare = 0.3

// contrast makes differences related that say much less of the claim than another
// document does: that one tells of the event, they tell of one like it.
func contrast(list []Verdict) {
	most := 0.0
	for _, v := range list {
		if v.Verdict == Asserts || v.Verdict == Attributes || v.Verdict == Differs {
			most = max(most, v.coverage)
		}
	}
	for i := range list {
		v := &list[i]
		if v.Verdict == Differs && v.coverage < most-contrastShare {
			*v = Verdict{Document: v.Document, SourceID: v.SourceID, Title: v.Title, Verdict: Related, Speaker: v.Speaker, Stance: v.Stance, Passage: v.Passage,
				Rule: "gives another " + v.Slot + ", perhaps of another event", Score: v.Score, coverage: v.coverage}
		}
	}
}

// cut keeps at most n verdicts: those that decide first, then the nearest; the order of
// rank stays.
func cut(list []Verdict, n int) []Verdict {
	slices.SortStableFunc(list, func(a, b Verdict) int {
		switch {
		case a.Score > b.Score:
			return -1
		case a.Score < b.Score:
			return 1
		}
		return strings.Compare(a.Document, b.Document)
	})
	if len(list) <= n {
		return list
	}
	room := n
	for _, v := range list {
		if v.Verdict != Related {
			room--
		}
	}
	out := make([]Verdict, 0, n)
	for _, v := range list {
		if v.Verdict == Related {
			if room <= 0 {
				continue
			}
			room--
		}
		if len(out) < n {
			out = append(out, v)
		}
	}
	return out
}

// summarise says what all documents together do with a sentence.
func summarise(list []Verdict) string {
	n := map[string]int{}
	for _, v := range list {
		n[v.Verdict]++
	}
	switch says := n[Asserts] + n[Attributes]; {
	case says > 0 && n[Denies] > 0:
		return Disputed
	case n[Differs] > says:
		return Differing
	case n[Asserts] > 0:
		return Asserted
	case n[Attributes] > 0:
		return Attributed
	case n[Differs] > 0:
		return Differing
	case n[Denies] > 0:
		return Denied
	}
	return NotFound
}
