package extract

import (
	"strings"

	"averment/evidence"
)

// deskOpeners begin the sentences in which a page speaks of itself or to its reader: offers,
// credits, notices. A report does not open a sentence like this.
var deskOpeners = []string{"copyright ©", "copyright 20", "copyright 19", "copyright (c)", "©", "all rights reserved", "this material may not be", "sign up for", "sign up to", "subscribe to", "subscribe now", "subscribe for",
	"subscribe today", "join our", "follow us", "follow him on", "follow her on", "follow them on", "like us on", "share this", "read more", "read also", "also read", "related:",
	"recommended:", "more from", "click here", "leave a comment", "leave a reply", "your email address will", "required fields are", "we use cookies", "this site uses cookies",
	"this website uses cookies", "by clicking accept", "download our", "download the app", "get the app", "delivered every", "delivered to your", "unsubscribe", "cancel anytime",
	"cancel any time", "cancel at any time", "cancel by", "keep reading for", "to continue reading", "already a subscriber",
	"story continues", "article continues below", "image credit", "photo:", "photo by", "photo credit", "listen to this article", "watch:",
	"additional reporting by", "don't miss out", "don’t miss out", "thank you for reading", "thanks for reading", "no fee unless", "you might also", "you may also like",
	"are you affected", "were you affected", "have you been affected", "get the latest", "get our", "have a tip", "got a tip",
	"editor's note:", "editor’s note:", "correction:", "clarification:", "disclaimer:"}

// deskPhrases stand somewhere in such sentences.
var deskPhrases = []string{"contributed to this report", "contributed to this story", "contributed to this article", "contributed reporting", "all rights reserved",
	"in your inbox", "to your inbox", "will not be published", "free case review", "free case evaluation", "free consultation", "rewritten or redistributed",
	"rewritten, or redistributed", "without the express written", "this article was originally", "this story was originally", "this post was originally", "this article was first",
	"this story was first", "this article has been updated", "this story has been updated", "this post has been updated", "this article was updated", "this story was updated",
	"this article has been corrected", "this story has been corrected", "this story has been amended", "this article was amended", "this article was produced",
	"this story was produced", "this article was translated"}

// longDesk bounds the bytes of such a sentence.
const longDesk = 260

// markDesk marks the sentences of a report that tell of the page, not of the world, so that no
// party, date, amount or statement is read from them. Quotations are left alone. It needs the
// author and the masks of the citations.
func (v *view) markDesk() {
	if v.doc.Kind != evidence.Article && v.doc.Kind != evidence.Other {
		return
	}
	author := bareAuthor(v.doc)
	for i := range v.pages {
		p := &v.pages[i]
		whole, comments, bio := false, false, false
		tail := -1
		if v.doc.Kind == evidence.Article {
			tail = tailFrom(p)
		}
		for n := range p.sentences {
			s := &p.sentences[n]
			desk := ofTheDesk(p, *s)
			if s.para {
				whole = desk && endsWithin(p, n, 5) || 2*n >= len(p.sentences) && (biography(p, *s, author) || ofTheStaff(p, *s, v.doc.Publisher))
				whole = whole || tail >= 0 && n >= tail && asksReader(p, n)
				bio = s.heading && aboutAuthor(p.text[s.Start:s.End]) || bio && !s.heading
				comments = comments || 2*n >= len(p.sentences) && commentHead(p.text[s.Start:s.End])
			}
			if desk || whole || comments || bio {
				s.matter = deskMatter
				for k := s.first; k < s.end; k++ {
					v.cited[i][k] = true
				}
			}
		}
	}
}

// endsWithin says whether the paragraph that sentence n opens has at most so many sentences.
func endsWithin(p *pageView, n, most int) bool {
	for k := n + 1; k < len(p.sentences) && k <= n+most; k++ {
		if p.sentences[k].para {
			return true
		}
	}
	return n+most >= len(p.sentences)
}

// commentHead reads the line over what a reader wrote under a report: "Ana Ruiz says: June 3,
// 2024 at 4:12 pm".
func commentHead(text string) bool {
	return len(text) < 80 && strings.Contains(text, " says:") && (foldedIn(text, " am") || foldedIn(text, " pm")) && strings.Contains(text, " at ")
}

// ofTheDesk says whether the words of a sentence are those of a page about itself.
func ofTheDesk(p *pageView, s sentence) bool {
	text := p.text[s.Start:s.End]
	if len(text) > longDesk {
		return false
	}
	return speaksOfPage(p, s, text) && !strings.ContainsAny(text, "“”\"")
}

func speaksOfPage(p *pageView, s sentence, text string) bool {
	if beginsWith(text, deskOpeners...) || agoStamp(text) || stampLine(text) || credited(text) || strings.EqualFold(text, "advertisement") {
		return true
	}
	for k := s.first; k < s.end; k++ {
		if p.tokens[k].in(inDeskWords) {
			return hasPhrase(text)
		}
	}
	return false
}

// hasPhrase says whether one of deskPhrases stands in the text, or it asks to join the readers.
func hasPhrase(text string) bool {
	for _, phrase := range deskPhrases {
		if foldedIn(text, phrase) {
			return true
		}
	}
	return beginsWith(text, "join ") && (foldedIn(text, " readers") || foldedIn(text, " subscribers"))
}

// deskWords are words one of which stands in each of deskPhrases, so that most sentences are
// ruled out at once.
var deskWords = set("contributed", "reserved", "inbox", "published", "consultation", "review", "evaluation", "redistributed", "express", "originally", "updated",
	"corrected", "amended", "produced", "translated", "readers", "subscribers")

// ofTheStaff says whether a sentence introduces somebody of the paper itself: "Ana Ruiz is the
// labor reporter at the Ledger".
func ofTheStaff(p *pageView, s sentence, publisher string) bool {
	if publisher == "" || s.end-s.first > 30 || !p.at(s.first).capital || !p.at(s.first+1).capital || !foldedIn(p.text[s.Start:s.End], strings.ToLower(publisher)) {
		return false
	}
	is := s.first + 2
	if p.at(is).capital {
		is++
	}
	for k := is + 1; p.at(is).is("is", "was") && k < s.end && k < is+9; k++ {
		if p.tokens[k].is("reporter", "writer", "correspondent", "editor", "journalist", "columnist", "contributor", "fellow", "intern") {
			return true
		}
	}
	return false
}

// credited reads the line under a report that says who made it, and the price of reading on:
// "Reporting by Ana Ruiz; editing by Ray Hall", "Unlimited access for $1".
func credited(text string) bool {
	switch {
	case beginsWith(text, "reporting by"):
		return foldedIn(text, "editing by") || strings.Contains(text, ";")
	case beginsWith(text, "editing by"):
		return len(text) < 80
	case beginsWith(text, "unlimited access", "unlimited digital access"):
		return strings.ContainsAny(text, "$£€")
	}
	return false
}

// agoStamp reads "Updated 3 hours ago", "Last updated: 2 days ago", "Published an hour ago".
func agoStamp(text string) bool {
	text = strings.TrimRight(text, ".")
	return len(text) < 40 && beginsWith(text, "updated", "last updated", "published", "posted", "last modified") && strings.HasSuffix(text, " ago")
}

// biography says whether a paragraph that begins with s tells who the author is: "Ana Ruiz
// covers courts for the Ledger. She joined in 2015."
func biography(p *pageView, s sentence, author string) bool {
	text := p.text[s.Start:s.End]
	if author == "" || !strings.HasPrefix(text, author+" ") {
		return false
	}
	return beginsWith(text[len(author)+1:], "is a ", "is an ", "is the ", "covers ", "writes ", "reports ", "has covered ", "has written ", "can be reached", "joined ", "is based ")
}
