package extract

import "strings"

// termBefore are words that introduce a title or a term.
var termBefore = set("titled", "entitled", "called", "named", "dubbed", "nicknamed", "term", "word", "phrase", "words", "called:", "labelled", "labeled",
	"headed", "headlined", "captioned", "song", "film", "book", "movie", "album", "novel", "show", "play", "magazine", "or", "hashtag", "slogan", "nickname", "marked", "codenamed")

// works are what bears a title.
var works = set("song", "film", "book", "movie", "album", "novel", "show", "play", "magazine", "hit", "single", "track", "ballad", "anthem", "poem", "painting", "series", "sitcom",
	"documentary", "episode", "memoir", "essay", "article", "column", "podcast", "exhibition", "game", "sculpture", "seminar", "course", "line", "headline", "subject", "banner", "file", "campaign", "bestseller", "musical", "opera", "mural", "lecture", "program", "programme", "label")

// termAfter are words that a term in quotation marks describes.
var termAfter = set("section", "page", "button", "feature", "setting", "settings", "clause", "list", "column", "tab", "option", "program",
	"programme", "linked", "label", "category", "tag", "file", "folder", "box", "link", "document", "sign", "mode")

// term says whether a quotation is a title or a term rather than speech.
func (s *speech) term(q quote, n int) bool {
	first, end := q.inner()
	before, after := s.p.at(q.first-1), s.p.at(q.end)
	if q.close == 0 || end-first > 9 {
		return false
	}
	last := s.p.at(end - 1)
	if (works[before.low] || before.is("named", "called", "titled", "entitled", "dubbed", "headlined")) && (s.titled(first, end) || end-first < 3) {
		return true
	}
	if last.is(",", ".", "?", "!") && end-first > 3 {
		return false
	}
	switch {
	case q.single && before.kind == clitic && end-first < 6 && !last.is(",", ".", "?", "!"):
		return true // "Harbor's 'frequently asked questions'"
	case before.low == "(" && after.low == ")" && end-first < 8:
		return true
	case before.low == ":":
		return false
	case end-first == 1 && s.p.at(first).capital && after.kind == word && !after.capital && (before.in(inDeterminers) || before.kind == word && s.p.at(q.first-2).in(inDeterminers)) && !auxiliaryVerb(after.low) && !after.in(inPrepositions) && !after.in(inSubordinators):
		return true // "its blue “Verified” badge"
	case termBefore[before.low], termAfter[after.low] && end-first < 7:
		return true
	case before.low == "known" || before.low == "as" && s.p.at(q.first-2).is("known", "defined"):
		return true
	}
	return end-first >= 2 && s.titled(first, end) && !after.is(",") && last.low != ","
}

// titled says whether all words but small ones begin with capitals, as titles do.
func (s *speech) titled(first, end int) bool {
	capitals, small := 0, 0
	for k := first; k < end; k++ {
		t := &s.p.tokens[k]
		switch {
		case t.kind != word:
		case t.capital:
			capitals++
		case len(t.low) > 3 || !t.in(inPrepositions) && !t.in(inDeterminers) && t.low != "and":
			small++
		}
	}
	return capitals >= 2 && small == 0 && !strings.Contains(s.p.str(first, end), "...")
}
