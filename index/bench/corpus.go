package bench

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"math"
	"math/rand/v2"
	"strings"

	"averment/evidence"
)

// Corpus is a generated case. It is an index.Source.
type Corpus struct {
	Size      int      // documents, numbered from 1
	Seed      uint64   // another seed is another case
	Sentences []string // of real texts, mixed in; may be empty
}

// ID names the case.
func (c *Corpus) ID() string { return fmt.Sprintf("bench-%d-%d", c.Seed, c.Size) }

// Queue, LastQueue and TrimQueue say that nothing waits: the index builds itself from
// Numbers.
func (c *Corpus) Queue(uint64, int, func(seq, number uint64) error) error { return nil }

// LastQueue is always 0.
func (c *Corpus) LastQueue() uint64 { return 0 }

// TrimQueue does nothing.
func (c *Corpus) TrimQueue(uint64) error { return nil }

// Numbers yields 1 to Size.
func (c *Corpus) Numbers(yield func(n uint64) error) error {
	for n := range c.Size {
		if err := yield(uint64(n + 1)); err != nil {
			return err
		}
	}
	return nil
}

// ByNumber makes document n: one page of news length, with facts at spans of its text.
func (c *Corpus) ByNumber(n uint64) (*evidence.Document, error) {
	if n == 0 || n > uint64(c.Size) {
		return nil, evidence.ErrNotFound
	}
	w := &writer{corpus: c, r: rand.New(rand.NewPCG(c.Seed, n))}
	sum := sha256.Sum256(fmt.Appendf(nil, "%d/%d", c.Seed, n))
	d := &evidence.Document{ID: hex.EncodeToString(sum[:]), Kind: pick(w.r, evidence.Article, evidence.Article, evidence.Filing, evidence.Policy)}
	w.heading(d)
	w.body(d)
	d.Normalize()
	return d, nil
}

// writer makes one document.
type writer struct {
	corpus *Corpus
	r      *rand.Rand
	text   strings.Builder
	page   evidence.Page
}

func pick[T any](r *rand.Rand, list ...T) T { return list[r.IntN(len(list))] }

func (w *writer) heading(d *evidence.Document) {
	d.Title = w.sentence(4 + w.r.IntN(7))
	d.Publisher = fmt.Sprintf("Gazette %d", w.zipf(200))
	d.Author = fmt.Sprintf("Reporter %d", w.zipf(5000))
	d.Custodian = fmt.Sprintf("Custodian %d", w.zipf(20))
	d.Collection = fmt.Sprintf("Production %d", w.zipf(12))
	date := w.date()
	d.Published = &date
	if d.Kind == evidence.Filing {
		d.Docket = &evidence.Docket{Number: fmt.Sprintf("1:%02d-cv-%05d", 10+w.r.IntN(15), w.zipf(20000)), Court: pick(w.r, "nysd", "cand", "ca9", "txed"), Filed: &date}
	}
}

func (w *writer) date() evidence.Date {
	v := fmt.Sprintf("%d-%02d-%02d", 2004+w.zipf(21), 1+w.r.IntN(12), 1+w.r.IntN(28))
	return evidence.Date{Value: v, Precision: evidence.Day, Resolved: true, Surface: v}
}

// zipf gives a number from 1 to n, small ones far more often.
func (w *writer) zipf(n int) int {
	return int(math.Exp(w.r.Float64() * math.Log(float64(n))))
}

// body writes paragraphs of sentences, some of which state a fact.
func (w *writer) body(d *evidence.Document) {
	w.page = evidence.Page{Number: 1, State: evidence.PageText}
	for range 6 + w.r.IntN(10) {
		w.page.Paragraphs = append(w.page.Paragraphs, w.text.Len())
		for range 1 + w.r.IntN(4) {
			w.unit(d)
		}
		w.text.WriteString("\n\n")
	}
	w.page.Text = w.text.String()
	d.Pages = []evidence.Page{w.page}
}

// unit writes one sentence.
func (w *writer) unit(d *evidence.Document) {
	start := w.text.Len()
	switch w.r.IntN(5) {
	case 0:
		w.attributed(d)
	case 1:
		w.dated(d)
	default:
		w.text.WriteString(w.plain())
	}
	w.page.Sentences = append(w.page.Sentences, evidence.Range{Start: start, End: w.text.Len()})
	w.text.WriteString(" ")
}

func (w *writer) plain() string {
	if len(w.corpus.Sentences) > 0 && w.r.IntN(2) == 0 {
		return pick(w.r, w.corpus.Sentences...)
	}
	return w.sentence(8+w.r.IntN(25)) + "."
}

// attributed writes that a party says something.
func (w *writer) attributed(d *evidence.Document) {
	name := fmt.Sprintf("%s %s", capital(w.word()), pick(w.r, "Corporation", "Holdings", "Bank", "LLC"))
	start := w.text.Len()
	w.text.WriteString(name)
	party := evidence.Span{Page: 1, Start: start, End: w.text.Len()}
	w.text.WriteString(" " + pick(w.r, "said", "alleges", "denies") + " that " + w.plain())
	d.Parties = append(d.Parties, evidence.Party{Name: name, Roles: []string{pick(w.r, "plaintiff", "defendant", "mentioned", "source")}, Spans: []evidence.Span{party}})
	d.Statements = append(d.Statements, evidence.Statement{Speaker: name, Stance: pick(w.r, evidence.States, evidence.Alleges, evidence.Denies, evidence.Reports),
		Spans: []evidence.Span{{Page: 1, Start: start, End: w.text.Len()}}})
}

// dated writes a date and an amount.
func (w *writer) dated(d *evidence.Document) {
	date := w.date()
	start := w.text.Len()
	w.text.WriteString(date.Value)
	d.Dates = append(d.Dates, evidence.DateFact{Date: date, Spans: []evidence.Span{{Page: 1, Start: start, End: w.text.Len()}}})
	w.text.WriteString(" " + w.sentence(4+w.r.IntN(8)) + " ")
	value := float64(w.zipf(10_000_000))
	start = w.text.Len()
	fmt.Fprintf(&w.text, "$%.0f", value)
	d.Amounts = append(d.Amounts, evidence.Amount{Value: value, Currency: "USD", Spans: []evidence.Span{{Page: 1, Start: start, End: w.text.Len()}}})
	w.text.WriteString(" " + w.sentence(3+w.r.IntN(8)) + ".")
	d.Causes = append(d.Causes, evidence.Cause{Name: pick(w.r, "breach of contract", "negligence", "fraud", "unjust enrichment")})
}

func (w *writer) sentence(words int) string {
	var b strings.Builder
	for i := range words {
		if i == 0 {
			b.WriteString(capital(w.word()))
			continue
		}
		b.WriteByte(' ')
		b.WriteString(w.word())
	}
	return b.String()
}

// word draws from a vocabulary that grows with the case.
func (w *writer) word() string {
	return Word(w.zipf(20_000 + w.corpus.Size/2))
}

func capital(s string) string { return strings.ToUpper(s[:1]) + s[1:] }

// common are the most frequent words of English by rank.
var common = strings.Fields(`the of and to a in that is was for on it with as be by at he his not this
 are from or have which had an they were you we her she will would there their been has when who him
 more if no out so said what up its about into than them can only other new some time could these two
 may then do first any my now such like our over man me even most made after also did many before
 must through years where much your way well down should because each just those people how too little
 state good very make world still own see men work long get here between both life being under court
 contract company data breach party privacy agreement claim law user action evidence public policy`)

// Word gives the word of a rank, from 1: common English first, then made-up ones.
func Word(rank int) string {
	if rank <= len(common) {
		return common[rank-1]
	}
	consonants, vowels := "bcdfghjklmnprstvwz", "aeiou"
	n := rank
	var b strings.Builder
	for n > 0 {
		b.WriteByte(consonants[n%len(consonants)])
		n /= len(consonants)
		b.WriteByte(vowels[n%len(vowels)])
		n /= len(vowels)
	}
	if b.Len() < 4 {
		b.WriteString("ren")
	}
	return b.String()
}
