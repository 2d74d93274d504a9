package ui

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"net/http"
	"strconv"
	"strings"

	"averment/evidence"
)

//go:embed openapi.json
var openAPI []byte

func (s *Server) json(q *request, v any) error {
	b, err := json.Marshal(v)
	if err != nil {
		return fmt.Errorf("write the answer: %w", err)
	}
	q.Writer.Header().Set("Content-Type", "application/json; charset=utf-8")
	return s.send(q, http.StatusOK, append(b, '\n'))
}

func (s *Server) apiSearch(q *request) error {
	a, err := readAsk(q.Request.URL.Query())
	if err != nil {
		return err
	}
	answer, err := s.Search.Search(q.Request.Context(), a.Request)
	if err != nil {
		return err
	}
	if err := s.searched(q, a, answer.Total); err != nil {
		return err
	}
	return s.json(q, answer)
}

func (s *Server) apiDocument(q *request) error {
	sha, err := s.Documents.Resolve(q.Param("id"))
	if err != nil {
		return err
	}
	doc, err := s.Documents.Full(sha)
	if err != nil {
		return err
	}
	doc.Normalize()
	if err := s.record(q, "viewed", sha, "ok", map[string]string{"through": "API"}); err != nil {
		return err
	}
	return s.json(q, doc)
}

// pageAnswer is one page with its document.
type pageAnswer struct {
	Version  int           `json:"version"`
	Document string        `json:"document"`
	SourceID string        `json:"source_id,omitempty"`
	Page     evidence.Page `json:"page"`
}

// apiPage gives a page as JSON, or as PNG when the address ends so.
func (s *Server) apiPage(q *request) error {
	if strings.HasSuffix(q.Param("page"), ".png") {
		return s.pageImage(q)
	}
	doc, err := s.document(q)
	if err != nil {
		return err
	}
	n, err := strconv.Atoi(q.Param("page"))
	if err != nil || n < 1 || n > doc.PageCount {
		return fmt.Errorf("page %q: %w", clip(q.Param("page"), 20), evidence.ErrNotFound)
	}
	p, err := s.Documents.Page(doc.ID, n)
	if err != nil {
		return err
	}
	if p.Furniture == nil {
		p.Furniture = []evidence.Range{}
	}
	if err := s.record(q, "viewed", doc.ID, "ok", map[string]string{"page": strconv.Itoa(n), "through": "API"}); err != nil {
		return err
	}
	return s.json(q, pageAnswer{1, doc.ID, doc.SourceID, p})
}

func (s *Server) apiUpload(q *request) error {
	rows, err := s.take(q)
	if err != nil {
		return err
	}
	return s.json(q, summary(rows))
}

// apiTerms takes queries as q=… as often as wanted, or one a line in the body.
func (s *Server) apiTerms(q *request) error {
	lines := q.QueryArray("q")
	if q.Request.Method == http.MethodPost {
		b, err := q.GetRawData()
		if err != nil {
			return err
		}
		lines = append(lines, termLines(string(b))...)
	}
	if len(lines) == 0 {
		return invalid("There is no query.", "Send q=QUERY as often as wanted, or one query a line as the body of a POST.")
	}
	r, err := s.termReport(q, lines, q.Query("dialect"))
	if err != nil {
		return err
	}
	return s.json(q, r)
}

// checkAsk is the body of a check: text, or claim for one claim taken whole.
type checkAsk struct {
	ID    string `json:"id"`
	Text  string `json:"text"`
	Claim string `json:"claim"`
}

// apiCheck checks a text sent as JSON, or as the body itself.
func (s *Server) apiCheck(q *request) error {
	if s.Checker == nil {
		return notOffered("Checking")
	}
	b, err := q.GetRawData()
	if err != nil {
		return err
	}
	in := checkAsk{Text: string(b)}
	if strings.HasPrefix(q.GetHeader("Content-Type"), "application/json") {
		in = checkAsk{}
		if err := json.Unmarshal(b, &in); err != nil {
			return invalid("The body is no JSON: "+err.Error(), `Send {"text":"…"} or {"claim":"…"}.`)
		}
	}
	text := in.Text
	if text == "" {
		text = in.Claim
	}
	if strings.TrimSpace(text) == "" || len(text) > maxDraft {
		return invalid("A check needs a text of up to "+bytesWord(maxDraft)+".", `Send {"text":"…"}.`)
	}
	out, err := s.answer(q, in)
	if err != nil {
		return err
	}
	if err := s.recordCheck(q, text, len(out.Sentences)); err != nil {
		return err
	}
	return s.json(q, out)
}

// answer checks a claim whole, or each sentence of a text.
func (s *Server) answer(q *request, in checkAsk) (*CheckAnswer, error) {
	if in.Text == "" {
		out, err := s.Checker.Claim(q.Request.Context(), in.Claim)
		if err == nil {
			out.ID = in.ID
		}
		return out, err
	}
	level := s.Status.Level()
	out := &CheckAnswer{Version: 1, ID: in.ID, Snapshot: level.Snapshot, Searched: level.Searchable, Unsearchable: level.Unsearchable, Sentences: []Sentence{}}
	return out, s.Checker.Check(q.Request.Context(), in.Text, func(one Sentence) error {
		out.Sentences = append(out.Sentences, one)
		return nil
	})
}

func (s *Server) apiClaims(q *request) error {
	if s.Checker == nil {
		return notOffered("Claims")
	}
	claims, err := s.Checker.Claims(q.Request.Context(), q.Query("q"))
	if err != nil {
		return err
	}
	return s.json(q, claims)
}

func (s *Server) apiLedger(q *request) error {
	if s.Ledger == nil {
		return notOffered("The ledger")
	}
	live, err := s.importState()
	if err != nil {
		return err
	}
	a := ledgerAnswer{Waiting: live.Waiting, UnderWay: live.UnderWay}
	a.Version, a.Files = 1, []evidence.LedgerRow{}
	state := evidence.State(q.Query("state"))
	err = s.Ledger.Rows(LedgerQuery{State: state}, func(r evidence.LedgerRow) error {
		if r.Warnings == nil {
			r.Warnings = []string{}
		}
		a.Count(r) // while files come in, only the rows themselves agree with the rows
		return nil
	})
	if state != "" {
		a.Seen = live.Found - live.Waiting
		a.Indexed, a.Duplicate, a.Exception, a.Ignored = live.Indexed, live.Duplicate, live.Exception, live.Ignored
	}
	if err != nil {
		return err
	}
	return s.json(q, a)
}

// ledgerAnswer is the ledger with what has no row yet.
type ledgerAnswer struct {
	evidence.Summary
	Waiting  int        `json:"waiting"`   // files under way
	UnderWay []UnderWay `json:"under_way"` // some of them
}

func (s *Server) apiOpenAPI(q *request) error {
	q.Writer.Header().Set("Content-Type", "application/json; charset=utf-8")
	return s.send(q, http.StatusOK, openAPI)
}
