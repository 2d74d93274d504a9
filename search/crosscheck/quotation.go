package crosscheck

import (
	"context"
	"fmt"
	"strings"

	"averment/evidence"
)

// The results of checking a quotation.
const (
	Exact        = "exact"
	MarkedChange = "marked-change"
	Altered      = "altered"
	Spliced      = "spliced"
	WrongSpeaker = "wrong-speaker"
	Missing      = "not-found"
)

const (
	// shortQuote is the fewest words of a quotation that is checked.
	shortQuote = 2
	// gapWords is the most words that an ellipsis may leave out.
	gapWords = 60
	// piece is the fewest words of one part of a spliced quotation.
	piece = 3
)

// quotations checks every quotation that begins in a unit of the text.
func (c *Checker) quotations(ctx context.Context, s *source, u *unit) ([]Quotation, error) {
	out := []Quotation{}
	for i := range s.doc.Quotations {
		q := &s.doc.Quotations[i]
		if q.Scare && len(strings.Fields(q.Text)) < 5 || len(q.Spans) == 0 {
			continue
		}
		if at := q.Spans[0]; s.at(at) != u {
			continue
		}
		one, ok, err := c.quote(ctx, s, q)
		if err != nil {
			return out, err
		}
		if ok {
			out = append(out, one)
		}
	}
	return out, nil
}

// quote checks one quotation against the documents nearest to its words.
func (c *Checker) quote(ctx context.Context, s *source, q *evidence.Quotation) (Quotation, bool, error) {
	words := readQuote(q.Text)
	if len(words.plain) < shortQuote {
		return Quotation{}, false, nil
	}
	found, err := c.finder.find(ctx, q.Text, 30)
	if err != nil {
		return Quotation{}, false, fmt.Errorf("check a quotation: %w", err)
	}
	out := Quotation{Text: q.Text, Result: Missing, Speaker: q.Speaker, Diff: [][2]string{}}
	hits := matches(words, found)
	if len(hits) > 0 {
		best, wrong := c.rightful(s, q.Speaker, hits)
		fillQuote(&out, best)
		out.Diff = best.diff(words)
		if out.Result = best.result(); wrong {
			out.Result, out.Speaker = WrongSpeaker, best.source.saidBy(best)
		}
		return out, true, nil
	}
	near, close := nearest(words, found)
	parts := splice(words, found)
	switch {
	case len(parts) > 0 && !(close && near.inOneUnit() && (near.cost <= 1 || near.covers(parts))):
		fillQuote(&out, parts[0])
		out.Result = Spliced
		out.Diff = pieces(words, parts)
	case close:
		fillQuote(&out, near)
		out.Result, out.Diff = Altered, near.diff(words)
	}
	return out, true, nil
}

// rightful chooses the hit whose speaker is the one named. wrong is set where documents
// name another speaker and none names this one.
func (c *Checker) rightful(s *source, speaker string, hits []hit) (best hit, wrong bool) {
	best = hits[0]
	if speaker == "" {
		return best, false
	}
	for _, h := range hits {
		said := h.source.saidBy(h)
		switch {
		case said == "":
		case s.sameVoice(speaker, said) || h.source.sameVoice(speaker, said):
			return h, false
		case !wrong:
			best, wrong = h, true
		}
	}
	return best, wrong
}

func fillQuote(out *Quotation, h hit) {
	out.Document = h.source.doc.ID
	first, last := h.tokens[h.from], h.tokens[h.to-1]
	at := evidence.Span{Page: first.page, Start: first.start, End: last.end}
	if last.page != first.page {
		at = h.overPages()
	}
	out.Passage = Passage{at.Page, at.Start, at.End, at.Text(h.source.doc.Pages), at.Continues}
}

// overPages is the place of a hit that runs from one page to another: on each page what
// stands between its first and its last word there.
func (h hit) overPages() evidence.Span {
	var out *evidence.Span
	next := &out
	for _, t := range h.tokens[h.from:h.to] {
		if *next == nil {
			*next = &evidence.Span{Page: t.page, Start: t.start}
		} else if (*next).Page != t.page {
			next = &(*next).Continues
			*next = &evidence.Span{Page: t.page, Start: t.start}
		}
		(*next).End = t.end
	}
	return *out
}

// quoted is a quotation as words and marks. plain leaves the marks out.
type quoted struct {
	literal []token // with ellipses and brackets as printed
	plain   []token
	steps   []step
	text    string
}

// step is one element of a quotation with marks: a word, a gap, or a bracketed insertion.
type step struct {
	word   token
	gap    bool
	insert bool
}

func readQuote(text string) quoted {
	q := quoted{text: text}
	scan(&q.literal, text, evidence.Range{Start: 0, End: len(text)}, 1, false, true, false)
	for len(q.literal) > 0 && q.literal[len(q.literal)-1].norm == ellipsis {
		q.literal = q.literal[:len(q.literal)-1]
	}
	for len(q.literal) > 0 && q.literal[0].norm == ellipsis {
		q.literal = q.literal[1:]
	}
	inside := false
	for i, t := range q.literal {
		switch {
		case t.norm == "[":
			inside = true
			if !glued(text, q.literal, i) {
				q.steps = append(q.steps, step{insert: true})
			}
		case t.norm == "]":
			inside = false
		case t.norm == ellipsis:
			q.steps = append(q.steps, step{gap: true})
		case inside && glued(text, q.literal, i-1):
		case inside:
			q.plain = append(q.plain, t)
		default:
			if i >= 3 && q.literal[i-1].norm == "]" && glued(text, q.literal, i-3) {
				t.norm = q.literal[i-2].norm + t.norm
			}
			q.plain = append(q.plain, t)
			q.steps = append(q.steps, step{word: t})
		}
	}
	return q
}

// glued says whether a bracket holds the changed first letter of a word: "[T]he".
func glued(text string, list []token, i int) bool {
	return i >= 0 && i+3 < len(list) && list[i].norm == "[" && list[i+2].norm == "]" && len(list[i+1].norm) == 1 &&
		list[i+2].end == list[i+3].start && list[i+3].norm != ellipsis
}

func (q *quoted) marked() bool {
	for _, s := range q.steps {
		if s.gap || s.insert {
			return true
		}
	}
	return len(q.literal) != len(q.plain)
}

// hit is a run of words of a document that a quotation was found in.
type hit struct {
	source   *source
	tokens   []token
	from, to int
	literal  bool
	cost     int // words left out or put in
}

func (h hit) result() string {
	if h.literal {
		return Exact
	}
	return MarkedChange
}

// matches finds the quotation word by word, marks allowed for.
func matches(q quoted, found []candidate) (out []hit) {
	for _, f := range found {
		for _, list := range f.source.streams() {
			if i := run(list, q.literal, 0); i >= 0 {
				out = append(out, hit{f.source, list, i, i + len(q.literal), true, 0})
				break
			}
			if !q.marked() {
				continue
			}
			if from, to, ok := follow(list, q.steps); ok {
				out = append(out, hit{f.source, list, from, to, false, 0})
				break
			}
		}
	}
	return out
}

// run finds a run of words from a position on, -1 for none.
func run(list, want []token, from int) int {
	for i := from; i+len(want) <= len(list); i++ {
		k := 0
		for k < len(want) && list[i+k].same(want[k]) {
			k++
		}
		if k == len(want) {
			return i
		}
	}
	return -1
}

// follow finds the steps of a marked quotation in order.
func follow(list []token, steps []step) (from, to int, ok bool) {
	for len(steps) > 0 && (steps[0].gap || steps[0].insert) {
		steps = steps[1:]
	}
	if len(steps) == 0 {
		return 0, 0, false
	}
	for i := range list {
		if list[i].same(steps[0].word) {
			if end := walk(list, i, steps); end > i {
				return i, end, true
			}
		}
	}
	return 0, 0, false
}

// walk follows steps from word i on and gives the position after the last, -1 for none.
func walk(list []token, i int, steps []step) int {
	for k, s := range steps {
		if s.gap || s.insert {
			room := gapWords
			if s.insert {
				room = 8
			}
			rest := steps[k+1:]
			if len(rest) == 0 {
				return i
			}
			for skip := 0; skip <= room && i+skip <= len(list); skip++ {
				if end := walk(list, i+skip, rest); end >= 0 {
					return end
				}
			}
			return -1
		}
		if i >= len(list) || !list[i].same(s.word) {
			return -1
		}
		i++
	}
	return i
}

// streams are the words of the document, with divided words joined and, where that
// makes a difference, also apart.
func (s *source) streams() [][]token {
	s.once.Do(func() {
		joined, apart := stream(s.doc, true), stream(s.doc, false)
		s.running = [][]token{joined}
		if len(apart) != len(joined) {
			s.running = append(s.running, apart)
		}
	})
	return s.running
}

// saidBy is the speaker of the words of a hit in their document, "" where it is unknown.
func (s *source) saidBy(h hit) string {
	at := h.tokens[h.from]
	for i := range s.doc.Quotations {
		q := &s.doc.Quotations[i]
		for _, sp := range q.Spans {
			if sp.Page == at.page && sp.Start <= at.end && at.start < sp.End {
				return q.Speaker
			}
		}
	}
	if s.doc.Kind == evidence.Article {
		return ""
	}
	if i := s.index(at.page, at.start); i >= 0 && len(s.units[i].statements) == 1 {
		return s.units[i].statements[0].Speaker
	}
	return ""
}

// sameVoice says whether two speakers may be one: the same name, a part of it, a
// pleading and those who bring it, or a spokesperson and the party.
func (s *source) sameVoice(a, b string) bool {
	if s.sameSpeaker(nil, a, b) {
		return true
	}
	x, y := foldText(a), foldText(b)
	if pleading[strings.TrimPrefix(x, "the ")] && strings.Contains(y, "plaintiff") || pleading[strings.TrimPrefix(y, "the ")] && strings.Contains(x, "plaintiff") {
		return true
	}
	px, py := " "+x+" ", " "+y+" "
	return strings.Contains(px, py) || strings.Contains(py, px) || s.speaksFor(x, y) || s.speaksFor(y, x)
}
