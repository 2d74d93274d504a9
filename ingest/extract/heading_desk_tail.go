package extract

import "strings"

// A report speaks of others; what follows it on its page speaks to the reader: "Do you have
// information about this story?", "Support us from $5 a month".

// readerWords address the reader, or are how a page calls itself.
var readerWords = set("you", "your", "our", "us", "we")

// askingVerbs begin what a page asks of its reader.
var askingVerbs = set("contact", "tap", "click", "get", "read", "support", "sign", "subscribe", "email", "follow", "join", "open", "share", "watch", "listen", "download",
	"donate", "register", "visit", "check", "stay", "send", "like", "enter", "try", "start", "become", "explore", "browse", "reach", "write", "do", "have", "want", "need", "looking")

// tailFrom is the sentence of the page from which on paragraphs may be addressed to the reader:
// behind the first half of a report that nowhere speaks to anybody itself; -1 where the text
// does, as columns, letters and pages of advice do.
func tailFrom(p *pageView) int {
	half := (len(p.sentences) + 1) / 2
	if len(p.sentences) < 4 {
		return -1
	}
	for n := 0; n < half; n++ {
		if addressed(p, p.sentences[n]) {
			return -1
		}
	}
	return half
}

// addressed says whether the sentence speaks of you or us outside quotation marks.
func addressed(p *pageView, s sentence) bool {
	open := false
	for k := s.first; k < s.end; k++ {
		switch t := &p.tokens[k]; {
		case t.low == "“", t.low == "\"" && !open:
			open = true
		case t.low == "”", t.low == "\"":
			open = false
		case open || len(t.low) > 4 || !readerWords[t.low]:
		case t.low != "us" || !t.upper && !t.capital:
			return true
		}
	}
	return false
}

// asksReader says whether the paragraph that sentence n opens speaks to the reader: it holds no
// quotation, and its first sentence speaks of you or us, or asks for something.
func asksReader(p *pageView, n int) bool {
	return invites(p, p.sentences[n]) && !quotesInParagraph(p, n)
}

// quotesInParagraph says whether the paragraph that sentence n opens holds a quotation mark, or
// goes on for long.
func quotesInParagraph(p *pageView, n int) bool {
	for k := n; k < len(p.sentences) && (k == n || !p.sentences[k].para); k++ {
		if strings.ContainsAny(p.text[p.sentences[k].Start:p.sentences[k].End], "“”\"") || k > n+5 {
			return true
		}
	}
	return false
}

// invites says whether a sentence speaks of you or us, or asks for something.
func invites(p *pageView, s sentence) bool {
	first, next := p.at(s.first), p.at(s.first+1)
	if askingVerbs[first.low] && p.at(s.end-1).low == "?" && s.end-s.first < 16 {
		return true // "Want more news like this?"
	}
	if askingVerbs[first.low] && s.end-s.first > 2 && !next.is(":", ",", "–") && !next.capital && !next.in(inPastWords) && !auxiliary(next.low) {
		return addressed(p, s) || asksFor(p, s)
	}
	return addressed(p, s) && !says(p, s) && (ourselves(p, s) || p.at(s.end-1).low == "?")
}

// ourselves says whether a sentence speaks of us: what it tells you alone may be news, as in
// "you can file a claim until June 3".
func ourselves(p *pageView, s sentence) bool {
	for k := s.first; k < s.end; k++ {
		if t := &p.tokens[k]; t.is("our", "we") || t.low == "us" && !t.capital {
			return true
		}
	}
	return false
}

// asksFor says whether a sentence that begins with a verb has no subject before it that could
// make it a report: it holds a mark of offers, "here", a price, an address.
func asksFor(p *pageView, s sentence) bool {
	for k := s.first; k < s.end; k++ {
		if p.tokens[k].is("here", "edition", "newsletter", "headlines", "app", "@", "$", "£", "€", "podcast", "channel", "inbox", "page") {
			return true
		}
	}
	return false
}

// says says whether the sentence hands its words to somebody: "the firm told us".
func says(p *pageView, s sentence) bool {
	for k := s.first; k < s.end; k++ {
		if p.tokens[k].is("said", "says", "told", "wrote", "added", "asked", "according", "alleges", "claims", "argued") {
			return true
		}
	}
	return false
}

// aboutAuthor says whether a heading stands over what a page tells of its author.
func aboutAuthor(text string) bool {
	return len(text) < 30 && beginsWith(text, "about the author", "about the writer", "about the reporter", "about the journalist", "meet the author", "author bio")
}

// stampLine says whether a line only tells when it was put on the page, or which paper it is:
// "Originally Published: May 15, 2024 at 6:00 a.m.", "ISSN 1234-5678".
func stampLine(text string) bool {
	if len(text) > 120 {
		return false
	}
	return beginsWith(text, "originally published:", "first published:", "published:", "updated:", "posted:", "last updated:", "issn ")
}
