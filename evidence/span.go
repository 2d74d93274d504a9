package evidence

import "strings"

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

// Text cuts the span out of the pages. Parts on different pages are joined by a space, but
// for a word that a hyphen parts: "con-" and "tract" are "contract" where the span leaves
// the hyphen out, "three-" and "part" keep the one that it holds. An offset outside its page
// gives "".
func (s Span) Text(pages []Page) string {
	if s.Page < 1 || s.Page > len(pages) {
		return ""
	}
	text := pages[s.Page-1].Text
	if s.Start < 0 || s.End > len(text) || s.Start > s.End {
		return ""
	}
	out := text[s.Start:s.End]
	if s.Continues == nil {
		return out
	}
	if strings.HasSuffix(out, "-") || strings.HasPrefix(text[s.End:], "-") {
		return out + s.Continues.Text(pages)
	}
	return out + " " + s.Continues.Text(pages)
}

// Touches says whether the span, or what it goes on with, shares a byte with o.
func (s Span) Touches(o Span) bool {
	for part := &s; part != nil; part = part.Continues {
		for other := &o; other != nil; other = other.Continues {
			if part.Overlaps(*other) {
				return true
			}
		}
	}
	return false
}

// On says whether a part of the span lies on the page.
func (s Span) On(page int) bool {
	for part := &s; part != nil; part = part.Continues {
		if part.Page == page {
			return true
		}
	}
	return false
}
