package evidence

// Range is a half-open interval of byte offsets into the text of one page.
type Range struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// Len is the number of bytes in the range.
func (r Range) Len() int { return r.End - r.Start }

// Contains says whether the whole of o lies in r.
func (r Range) Contains(o Range) bool { return r.Start <= o.Start && o.End <= r.End }

// Overlaps says whether r and o share at least one byte.
func (r Range) Overlaps(o Range) bool { return r.Start < o.End && o.Start < r.End }

// Span is a passage: a page (from 1) and byte offsets into its UTF-8 text.
// A passage that crosses a page break goes on in Continues.
type Span struct {
	Page      int   `json:"page"`
	Start     int   `json:"start"`
	End       int   `json:"end"`
	Continues *Span `json:"continues,omitempty"`
}

// Range is the part of the span on its own page.
func (s Span) Range() Range { return Range{s.Start, s.End} }

// Contains says whether o lies in s, on the same page.
func (s Span) Contains(o Span) bool { return s.Page == o.Page && s.Range().Contains(o.Range()) }

// Overlaps says whether s and o share at least one byte.
func (s Span) Overlaps(o Span) bool { return s.Page == o.Page && s.Range().Overlaps(o.Range()) }

// Before orders spans by page and start.
func (s Span) Before(o Span) bool {
	if s.Page != o.Page {
		return s.Page < o.Page
	}
	return s.Start < o.Start
}

// Text cuts the span out of the pages; parts on different pages are joined by a space.
// An offset outside its page gives "".
func (s Span) Text(pages []Page) string {
	if s.Page < 1 || s.Page > len(pages) {
		return ""
	}
	text := pages[s.Page-1].Text
	if s.Start < 0 || s.End > len(text) || s.Start > s.End {
		return ""
	}
	out := text[s.Start:s.End]
	if s.Continues != nil {
		out += " " + s.Continues.Text(pages)
	}
	return out
}
