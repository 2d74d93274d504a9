package evidence

// Kind is what sort of document it is.
type Kind string

// The kinds, in the order in which they are tried.
const (
	Filing  Kind = "filing"
	Mail    Kind = "mail"
	Policy  Kind = "policy"
	Article Kind = "article"
	Other   Kind = "other"
)

// Document is everything known of one original: where it came from, its text and
// the facts read from it. Page text may be left out (Pages nil, PageCount set) where
// a caller asked for metadata only.
type Document struct {
	Version   int    `json:"version"` // of the JSON; always 1
	ID        string `json:"id"`      // SHA-256 of the original, lower-case hex
	SourceID  string `json:"source_id,omitempty"`
	Kind      Kind   `json:"kind"`
	Title     string `json:"title"`
	Publisher string `json:"publisher"`
	Author    string `json:"author"`
	Published *Date  `json:"published"`
	Source    Source `json:"source"`
	Language  string `json:"language"` // ISO 639-1, "" when unknown
	URL       string `json:"url"`      // canonical URL that the document states

	Pages     []Page  `json:"pages"`
	PageCount int     `json:"page_count"`
	Docket    *Docket `json:"docket"`

	Parties    []Party     `json:"parties"`
	Dates      []DateFact  `json:"dates"`
	Causes     []Cause     `json:"causes"`
	Citations  []Citation  `json:"citations"`
	Amounts    []Amount    `json:"amounts"`
	Quotations []Quotation `json:"quotations"`
	Statements []Statement `json:"statements"`

	Parent   string   `json:"parent"`   // document that holds this one (mail, archive), or ""
	Children []string `json:"children"` // documents held by this one
	Mail     *Headers `json:"mail"`
	Filing   *Caption `json:"caption"`
	// Origin lists sources that a report credits, such as a wire service or another outlet.
	Origin []string `json:"origin"`

	Custodian  string   `json:"custodian"`
	Collection string   `json:"collection"`
	Tags       []string `json:"tags"`
	Notes      []Note   `json:"notes"`
	Bates      string   `json:"bates"`
	Bookmarks  []Mark   `json:"bookmarks"`
	Warnings   []string `json:"warnings"`
	Reader     string   `json:"reader"` // reader and version that gave the text, such as "pdfium/1"
	Sandbox    string   `json:"sandbox"`
	Error      *Failure `json:"error,omitempty"`
	// Credentials of reading, kept for the custody log.
	Signature []uint64 `json:"-"` // MinHash of word shingles
	// Corrections are the numbers of those that people made and that changed the parties.
	Corrections []uint64 `json:"-"`
}

// Source says where the bytes came from.
type Source struct {
	Path      string `json:"path"`
	MediaType string `json:"media_type"`
	Size      int64  `json:"size"`
	SHA256    string `json:"sha256"`
	Added     string `json:"added"` // RFC 3339, "" when not in a case
}

// PageState says where the text of a page came from.
type PageState string

// The states of a page.
const (
	PageText      PageState = "text"
	PageOCR       PageState = "ocr"
	PageImageOnly PageState = "image-only"
	PageGarbled   PageState = "garbled"
)

// Page is one page, sheet, slide or message body.
//
// Paragraphs holds the byte offset of each paragraph's start, ascending; Sentences
// the sentences of the body, ascending and disjoint, furniture left out. Both are
// byte offsets into Text, which is valid UTF-8 without NUL. Carries is 1 plus the index of
// the sentence that goes on as the first of the next page, 0 where none does.
type Page struct {
	Number     int       `json:"number"` // from 1
	Text       string    `json:"text"`
	State      PageState `json:"state"`
	Furniture  []Range   `json:"furniture"` // ascending, disjoint
	Paragraphs []int     `json:"paragraphs,omitempty"`
	Sentences  []Range   `json:"sentences,omitempty"`
	Carries    int       `json:"carries,omitempty"`
	Stamp      *Stamp    `json:"stamp,omitempty"`
	Label      string    `json:"label,omitempty"` // sheet name, slide title, printed page number
	Reader     string    `json:"reader,omitempty"`
	Flags      []string  `json:"flags,omitempty"` // "check by eye", "text under a drawn box", …
	Layout     *Layout   `json:"layout,omitempty"`
	Lines      *Lines    `json:"lines,omitempty"` // where the lines have numbers
}

// InFurniture says whether the range touches furniture.
func (p Page) InFurniture(r Range) bool {
	for _, f := range p.Furniture {
		if f.Overlaps(r) {
			return true
		}
	}
	return false
}

// Layout is where the words of a page stand. Units are points (1/72 inch) from the
// top left corner of the page.
type Layout struct {
	Width  float32 `json:"width"`
	Height float32 `json:"height"`
	Boxes  []Box   `json:"boxes"`
}

// Box is the rectangle around the bytes Start to End of the page's text, one word or less.
type Box struct {
	Start int     `json:"start"`
	End   int     `json:"end"`
	X0    float32 `json:"x0"`
	Y0    float32 `json:"y0"`
	X1    float32 `json:"x1"`
	Y1    float32 `json:"y1"`
}

// Stamp is what a court printed on a page when it was filed.
type Stamp struct {
	Docket string `json:"docket"`
	Entry  string `json:"entry"`
	Filed  *Date  `json:"filed"`
	Page   int    `json:"page"` // page as the court counts, 0 when not printed
	Of     int    `json:"of"`
	PageID string `json:"page_id"`
	Court  string `json:"court"`
	Range  Range  `json:"range"`
}

// Docket is the case and the entry a filing belongs to.
type Docket struct {
	Number string `json:"number"`
	Core   string `json:"core"` // two-digit year and five-digit serial; unique within a court
	Court  string `json:"court"`
	Entry  string `json:"entry"`
	Filed  *Date  `json:"filed"`
	Judge  string `json:"judge"`
}

// Caption is the heading of a pleading.
type Caption struct {
	Title string `json:"title"` // "Okafor v. Northlake Networks, Inc."
	Type  string `json:"type"`  // complaint, answer, motion, order, opinion, exhibit, brief, notice, letter, ""
	Court string `json:"court"`
	Judge string `json:"judge"`
}

// Headers are those of a mail message.
type Headers struct {
	From      string   `json:"from"`
	To        []string `json:"to"`
	Cc        []string `json:"cc"`
	Subject   string   `json:"subject"`
	Sent      *Date    `json:"sent"`
	MessageID string   `json:"message_id"`
}

// Note is a remark that a person left on a document.
type Note struct {
	ID   uint64 `json:"id"`
	Text string `json:"text"`
	By   string `json:"by"`
	At   string `json:"at"` // RFC 3339
	Span *Span  `json:"span"`
}

// Mark is a bookmark of a PDF.
type Mark struct {
	Title string `json:"title"`
	Page  int    `json:"page"`
	Level int    `json:"level"` // from 0
}

// Failure is why a file could not be read.
type Failure struct {
	Code    Code   `json:"code"`
	Message string `json:"message"`
}

// Date of the document itself: when it was published, filed or sent; nil when unknown.
func (d *Document) Date() *Date {
	switch {
	case d.Docket != nil && d.Docket.Filed != nil:
		return d.Docket.Filed
	case d.Published != nil:
		return d.Published
	case d.Mail != nil:
		return d.Mail.Sent
	}
	return nil
}

// Searchable says whether at least one page has text.
func (d *Document) Searchable() bool {
	for _, p := range d.Pages {
		if (p.State == PageText || p.State == PageOCR) && p.Text != "" {
			return true
		}
	}
	return false
}

// Normalize makes every list non-nil so that the JSON has [] where there is nothing.
func (d *Document) Normalize() {
	d.Version = 1
	fill(&d.Pages)
	for i := range d.Pages {
		fill(&d.Pages[i].Furniture)
	}
	if len(d.Pages) > 0 {
		d.PageCount = len(d.Pages)
	}
	fill(&d.Parties)
	for i := range d.Parties {
		fill(&d.Parties[i].Aliases)
		fill(&d.Parties[i].Roles)
		fill(&d.Parties[i].Spans)
	}
	fill(&d.Dates)
	for i := range d.Dates {
		fill(&d.Dates[i].Spans)
	}
	fill(&d.Causes)
	for i := range d.Causes {
		fill(&d.Causes[i].Spans)
	}
	fill(&d.Citations)
	for i := range d.Citations {
		fill(&d.Citations[i].Spans)
	}
	fill(&d.Amounts)
	for i := range d.Amounts {
		fill(&d.Amounts[i].Spans)
	}
	fill(&d.Quotations)
	for i := range d.Quotations {
		fill(&d.Quotations[i].Spans)
	}
	fill(&d.Statements)
	for i := range d.Statements {
		fill(&d.Statements[i].Spans)
	}
	fill(&d.Children)
	fill(&d.Origin)
	fill(&d.Tags)
	fill(&d.Notes)
	fill(&d.Bookmarks)
	fill(&d.Warnings)
	if d.Mail != nil {
		fill(&d.Mail.To)
		fill(&d.Mail.Cc)
	}
}

func fill[T any](s *[]T) {
	if *s == nil {
		*s = []T{}
	}
}
