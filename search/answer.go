package search

import (
	"averment/evidence"
	"averment/index"
)

// Answer is what a search gives; it marshals to the JSON of the command and of the API.
type Answer struct {
	Version      int                           `json:"version"`
	Query        Echo                          `json:"query"`
	Total        int                           `json:"total"`
	Searched     int                           `json:"searched"`
	Unsearchable int                           `json:"unsearchable"`
	Pending      int                           `json:"pending"`
	Snapshot     string                        `json:"snapshot"`
	TookMS       float64                       `json:"took_ms"`
	Hits         []Hit                         `json:"hits"`
	Facets       map[string][]index.FacetCount `json:"facets"`
	// Chosen are the chosen values of facets in their order, with their counts; of parties
	// and speakers under the name that leads in the case.
	Chosen    map[string][]index.FacetCount `json:"-"`
	Histogram []index.FacetCount            `json:"histogram"` // documents per month of their own date
	Cursor    string                        `json:"cursor"`    // asks for the next page, "" on the last
}

// Echo says the query back.
type Echo struct {
	Text     string    `json:"text"`
	Dialect  Dialect   `json:"dialect"`
	Reads    string    `json:"reads"`
	Warnings []Warning `json:"warnings"`
}

// Hit is a document that was found.
type Hit struct {
	ID          string         `json:"id"`
	SourceID    string         `json:"source_id,omitempty"`
	Title       string         `json:"title"`
	Kind        evidence.Kind  `json:"kind"`
	Publisher   string         `json:"publisher"`
	Author      string         `json:"author"`
	Published   *evidence.Date `json:"published"`
	Path        string         `json:"path"`
	Docket      string         `json:"docket"`
	Score       float64        `json:"score"`
	Occurrences int            `json:"occurrences"`
	Excerpts    []Excerpt      `json:"excerpts"`
	TitleMarks  [][2]int       `json:"title_marks"` // bytes of the title, where only the title has the words
	Number      uint64         `json:"-"`
}

// Excerpt is a passage of one page. Start and End are bytes of the page's text, Marks
// are bytes of the excerpt's own text.
type Excerpt struct {
	Page  int      `json:"page"`
	Start int      `json:"start"`
	End   int      `json:"end"`
	Text  string   `json:"text"`
	Marks [][2]int `json:"marks"`
	// Place cites what is marked by page and line, "45:12–14", where lines are numbered.
	Place string `json:"place"`
}

// emptyFacets has every facet with nothing in it.
func emptyFacets() map[string][]index.FacetCount {
	out := map[string][]index.FacetCount{}
	for _, name := range index.FacetNames() {
		out[name] = []index.FacetCount{}
	}
	return out
}

// describe fills in what a hit shows of its document.
func (h *Hit) describe(doc *evidence.Document) {
	h.SourceID, h.Title, h.Kind = doc.SourceID, doc.Title, doc.Kind
	h.Publisher, h.Author, h.Published = doc.Publisher, doc.Author, doc.Date()
	h.Path = doc.Source.Path
	if doc.Docket != nil {
		h.Docket = doc.Docket.Number
	}
}
