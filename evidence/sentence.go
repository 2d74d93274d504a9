package evidence

import "iter"

// Sentences walks the sentences of the pages in order. One that runs over a page break
// comes once, with its rest in Continues. Ranges that lie outside their page are left out.
func Sentences(pages []Page) iter.Seq[Span] {
	return func(yield func(Span) bool) {
		for i := range pages {
			for n := range pages[i].Sentences {
				if n == 0 && carriedInto(pages, i) {
					continue
				}
				if s, ok := sentenceSpan(pages, i, n); ok && !yield(s) {
					return
				}
			}
		}
	}
}

// carriedInto says whether the first sentence of page i began on the page before.
func carriedInto(pages []Page, i int) bool {
	return i > 0 && pages[i-1].Carries > 0 && pages[i-1].Carries <= len(pages[i-1].Sentences)
}

func sentenceSpan(pages []Page, i, n int) (Span, bool) {
	r := pages[i].Sentences[n]
	s := Span{Page: i + 1, Start: r.Start, End: r.End}
	if r.Start < 0 || r.Start >= r.End || r.End > len(pages[i].Text) {
		return s, false
	}
	if pages[i].Carries == n+1 && i+1 < len(pages) && len(pages[i+1].Sentences) > 0 {
		if rest, ok := sentenceSpan(pages, i+1, 0); ok {
			s.Continues = &rest
		}
	}
	return s, true
}
