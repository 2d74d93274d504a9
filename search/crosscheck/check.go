package crosscheck

import (
	"context"
	"fmt"
	"runtime"
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
	a, err := c.Answer(o.ID)
	if err != nil {
		return nil, err
	}
	err = c.Check(ctx, text, o, func(s Sentence) error {
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
	a, err := c.Answer(o.ID)
	if err != nil {
		return nil, err
	}
	a.Sentences = append(a.Sentences, one)
	return a, nil
}

// Answer gives an answer without sentences, with the state of what is searched.
func (c *Checker) Answer(id string) (*Answer, error) {
	state, err := c.finder.standing()
	if err != nil {
		return nil, err
	}
	return &Answer{Version: 1, ID: id, Snapshot: state.snapshot, Searched: state.searched, Unsearchable: state.unsearchable, Sentences: []Sentence{}}, nil
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
	out.Note = claim.note()
	for i, f := range found {
		list := decide(claim, f)
		if claim.asks() {
			list = nil // nobody is for or against a question
		}
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
