package ui

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"strings"
)

type checkPage struct {
	Chrome
	Text      string
	Done      bool
	Sentences []sentenceView
	Sums      []sumView
	Words     int
	Altered   int
	Quoted    int
	At        string
}

type sumView struct {
	Sign sign
	N, X int
}

type sentenceView struct {
	Number         int
	Text, Note     string
	Sign           sign
	Slots          []Verdict
	Support, Other *verdictView
	Quotations     []quotationView
	More           []verdictView
}

type verdictView struct {
	Sign       sign
	Title, URL string
	Speaker    string
	Cite       string
	Parts      []part
	Rule       string
	Stance     sign
	HasStance  bool
}

type quotationView struct {
	Text, Result, URL string
	Sign              sign
	Diff              [][2]string
}

// maxDraft is the most text that is checked at once, in bytes.
const maxDraft = 200 << 10

func (s *Server) checkPage(q *request) error {
	if s.Checker == nil {
		return notOffered("Checking")
	}
	v := &checkPage{Chrome: Chrome{Title: "Check", Section: "check"}}
	if v.Text = q.Query("text"); v.Text != "" && len(v.Text) <= 4000 {
		return s.checked(q, v)
	}
	return s.render(q, http.StatusOK, "check", v)
}

// draft reads the pasted text or the file; neither is kept.
func (s *Server) draft(q *request) (string, error) {
	text := q.PostForm("text")
	if f, head, err := q.Request.FormFile("file"); err == nil {
		defer f.Close()
		b, err := io.ReadAll(io.LimitReader(f, 4<<20))
		if err != nil {
			return "", err
		}
		switch {
		case len(b) == 0:
		case s.Reader != nil:
			if text, err = s.Reader.ReadText(q.Request.Context(), head.Filename, b); err != nil {
				return "", err
			}
		default:
			text = string(b)
		}
	}
	if strings.TrimSpace(text) == "" {
		return "", invalid("There is nothing to check.", "Paste a text or choose a file.")
	}
	if len(text) > maxDraft {
		return "", invalid("The text is too long: "+bytesWord(int64(len(text)))+" of at most "+bytesWord(maxDraft)+".", "Check it in parts.")
	}
	return strings.ToValidUTF8(text, "\uFFFD"), nil
}

// checkText answers with the whole report.
func (s *Server) checkText(q *request) error {
	if s.Checker == nil {
		return notOffered("Checking")
	}
	text, err := s.draft(q)
	if err != nil {
		return err
	}
	return s.checked(q, &checkPage{Chrome: Chrome{Title: "Check", Section: "check"}, Text: text})
}

func (s *Server) checked(q *request, v *checkPage) error {
	v.Done, v.Words, v.At = true, len(strings.Fields(v.Text)), s.Now().UTC().Format("2 Jan 2006 15:04 UTC")
	counts := map[string]int{}
	err := s.Checker.Check(q.Request.Context(), v.Text, func(one Sentence) error {
		view := viewSentence(len(v.Sentences)+1, one)
		v.Sentences = append(v.Sentences, view)
		counts[one.Summary]++
		for _, quote := range one.Quotations {
			v.Quoted++
			if quote.Result != "exact" && quote.Result != "marked-change" {
				v.Altered++
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	x := 0
	for _, name := range []string{"asserted", "attributed", "denied", "disputed", "differs", "not-found"} {
		if n := counts[name]; n > 0 {
			v.Sums = append(v.Sums, sumView{verdictOf(name), n, x})
			x += n
		}
	}
	if err := s.recordCheck(q, v.Text, len(v.Sentences)); err != nil {
		return err
	}
	return s.render(q, http.StatusOK, "check", v)
}

// recordCheck writes the hash of what was checked, never its text.
func (s *Server) recordCheck(q *request, text string, sentences int) error {
	sum := sha256.Sum256([]byte(text))
	return s.record(q, "checked", "sha256:"+hex.EncodeToString(sum[:]), plural(sentences, "sentence"), nil)
}

// checkStream writes one rendered sentence per line as soon as it is done, as JSON.
func (s *Server) checkStream(q *request) error {
	if s.Checker == nil {
		return notOffered("Checking")
	}
	text, err := s.draft(q)
	if err != nil {
		return err
	}
	q.Writer.Header().Set("Content-Type", "application/x-ndjson; charset=utf-8")
	enc, n := json.NewEncoder(q.Writer), 0
	err = s.Checker.Check(q.Request.Context(), text, func(one Sentence) error {
		n++
		html, err := s.pages.part("check", "sentence", viewSentence(n, one))
		if err != nil {
			return err
		}
		err = enc.Encode(streamLine{Number: n, Summary: verdictOf(one.Summary).Word, Class: verdictOf(one.Summary).Class, HTML: visible(html)})
		q.Writer.Flush()
		return err
	})
	if err != nil {
		_, e := s.explain(err)
		return enc.Encode(streamLine{Error: e.Message})
	}
	if err := s.recordCheck(q, text, n); err != nil {
		return enc.Encode(streamLine{Error: err.Error()})
	}
	return enc.Encode(streamLine{Done: true, Number: n})
}

type streamLine struct {
	Number  int    `json:"number"`
	Summary string `json:"summary"`
	Class   string `json:"class"`
	HTML    string `json:"html"`
	Done    bool   `json:"done"`
	Error   string `json:"error"`
}

var supports = map[string]bool{"asserts": true, "attributes": true}
var contradicts = map[string]bool{"denies": true, "differs": true}

// viewSentence picks the best support and the best contradiction; the order of verdicts
// is that of their rank.
func viewSentence(n int, one Sentence) sentenceView {
	v := sentenceView{Number: n, Text: one.Text, Note: one.Note, Sign: verdictOf(one.Summary)}
	for _, d := range one.Verdicts {
		view := viewVerdict(d)
		switch {
		case supports[d.Verdict] && v.Support == nil:
			v.Support = &view
		case contradicts[d.Verdict] && v.Other == nil:
			v.Other = &view
			if d.Verdict == "differs" {
				v.Slots = append(v.Slots, d)
			}
		default:
			v.More = append(v.More, view)
		}
	}
	for _, quote := range one.Quotations {
		v.Quotations = append(v.Quotations, viewQuotation(quote))
	}
	return v
}

func viewVerdict(d Verdict) verdictView {
	v := verdictView{Sign: verdictOf(d.Verdict), Title: nameOf(d.Title, "", d.Document), Speaker: d.Speaker, Rule: d.Rule,
		URL: passageURL(d.Document, d.Passage.Page, d.Passage.Start), Cite: fmt.Sprintf("page %d", d.Passage.Page), Parts: markValue(oneLine(d.Passage.Text), d.Theirs)}
	if d.Stance != "" {
		v.Stance, v.HasStance = stanceOf(d.Stance), true
	}
	return v
}

func viewQuotation(c QuotationCheck) quotationView {
	v := quotationView{Text: c.Text, Result: strings.ReplaceAll(c.Result, "-", " "), Diff: c.Diff, Sign: verdictOf("differs")}
	switch c.Result {
	case "exact", "marked-change":
		v.Sign = verdictOf("asserted")
	case "not-found":
		v.Sign = verdictOf("not-found")
	}
	if c.Document != "" {
		v.URL = passageURL(c.Document, c.Passage.Page, c.Passage.Start)
	}
	return v
}
