package format

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"strings"

	"averment/evidence"
)

const lineReader = "jsonl/1"

// record is one document as JSON lines and CSV files hand it over; only text is required.
type record struct {
	ID        json.RawMessage `json:"id,omitempty"`
	Title     string          `json:"title,omitempty"`
	Publisher string          `json:"publisher,omitempty"`
	Author    string          `json:"author,omitempty"`
	Published string          `json:"published,omitempty"`
	URL       string          `json:"url,omitempty"`
	Kind      string          `json:"kind,omitempty"`
	Text      *string         `json:"text"`
}

// looksLikeLines says whether the first line is a JSON object with a text.
func looksLikeLines(data []byte) bool {
	line, _, _ := bytes.Cut(bytes.TrimLeft(data, "\xEF\xBB\xBF \t\r\n"), []byte("\n"))
	if len(line) == 0 || line[0] != '{' {
		return false
	}
	var r record
	return json.Unmarshal(line, &r) == nil && r.Text != nil
}

// readLines reads JSON lines: each line is a child. A bad line is a child with an error;
// the rest go on.
func readLines(ctx context.Context, name string, data []byte, o Options) (*Result, error) {
	res := &Result{Document: &evidence.Document{Reader: lineReader, Kind: evidence.Other}}
	data = bytes.TrimPrefix(data, []byte("\xEF\xBB\xBF"))
	for number := 1; len(data) > 0; number++ {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		line, rest, _ := bytes.Cut(data, []byte("\n"))
		data = rest
		if line = bytes.TrimSpace(line); len(line) == 0 {
			continue
		}
		if err := res.give(lineChild(name, number, line, o.Limits), o); err != nil {
			return nil, err
		}
	}
	return res, nil
}

// lineChild checks a line, but leaves its text to readLine: the line is shorter than the
// document made of it, and the lines of a file can then be read side by side.
func lineChild(name string, number int, line []byte, l Limits) Child {
	c := Child{Name: fmt.Sprintf("%s:%d", name, number), Data: line, MediaType: MediaLine, Line: number}
	r, err := parseRecord(line)
	if err == nil {
		_, err = r.stated()
	}
	if err == nil {
		c.Document = &evidence.Document{SourceID: r.sourceID()}
		return c
	}
	c.Document = &evidence.Document{Reader: lineReader, Kind: evidence.Other,
		Error: &evidence.Failure{Code: evidence.BadLine, Message: fmt.Sprintf("line %d: %v", number, err)}}
	finish(&Result{Document: c.Document}, c.Name, MediaLine, line, l)
	return c
}

// readLine reads one line of JSON lines as a document of its own, as a retry does.
func readLine(_ context.Context, _ string, data []byte, _ Options) (*Result, error) {
	r, err := parseRecord(bytes.TrimSpace(data))
	if err != nil {
		return nil, fail(evidence.BadLine, "%v", err)
	}
	d, err := r.document()
	if err != nil {
		return nil, fail(evidence.BadLine, "%v", err)
	}
	return &Result{Document: d}, nil
}

func parseRecord(line []byte) (r record, err error) {
	if err := json.Unmarshal(line, &r); err != nil {
		return r, fmt.Errorf("no JSON object: %w", err)
	}
	return r, nil
}

// document makes a document of the record. The text is all body.
func (r record) document() (*evidence.Document, error) {
	d, err := r.stated()
	if err != nil {
		return nil, err
	}
	d.Pages = []evidence.Page{plainPage(1, *r.Text, lineReader)}
	d.Language = language(d.Pages[0].Text)
	d.Origin = originsOf(strings.Split(d.Pages[0].Text, "\n"))
	return d, nil
}

// stated checks the record and gives what it states beside its text.
func (r record) stated() (*evidence.Document, error) {
	if r.Text == nil || strings.TrimSpace(*r.Text) == "" {
		return nil, fmt.Errorf("no text")
	}
	d := &evidence.Document{Reader: lineReader, SourceID: r.sourceID(), Title: oneLine(r.Title),
		Publisher: oneLine(r.Publisher), Author: oneLine(r.Author), URL: strings.TrimSpace(r.URL)}
	if err := r.kind(d); err != nil {
		return nil, err
	}
	if r.Published != "" {
		date, err := evidence.ParseDate(r.Published)
		if err != nil {
			return nil, fmt.Errorf("published: %w", err)
		}
		date.Method, date.Confidence = "given", "high"
		d.Published = &date
	}
	return d, nil
}

func (r record) kind(d *evidence.Document) error {
	switch k := evidence.Kind(strings.ToLower(strings.TrimSpace(r.Kind))); k {
	case "", evidence.Article, evidence.Filing, evidence.Policy, evidence.Mail, evidence.Other:
		d.Kind = k
		return nil
	}
	return fmt.Errorf("kind %q is none of article, filing, policy, mail, other", r.Kind)
}

// sourceID gives the id as text: a string without its quotes, a number as it is written.
func (r record) sourceID() string {
	var s string
	if json.Unmarshal(r.ID, &s) == nil {
		return s
	}
	if id := string(r.ID); id != "null" {
		return id
	}
	return ""
}

// oneLine folds white space.
func oneLine(s string) string { return strings.Join(strings.Fields(clean(s)), " ") }

// marshalRecord writes a record as one line, keys in order, so that the same row is always
// the same original.
func marshalRecord(fields map[string]string) []byte {
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	if enc.Encode(fields) != nil { // a map of strings cannot fail
		return nil
	}
	return bytes.TrimSpace(out.Bytes())
}
