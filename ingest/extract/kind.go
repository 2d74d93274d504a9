package extract

import (
	"slices"
	"strings"

	"averment/evidence"
)

// detectKind tells what sort of document it is: court stamp, caption or court heading make
// a filing, mail headers mail, a heading such as Privacy Policy a policy, a byline, a
// dateline, an outlet or reporting verbs an article; anything else is other.
func detectKind(v *view) evidence.Kind {
	doc := v.doc
	switch {
	case doc.Kind != "":
		return doc.Kind
	case stamped(doc), v.heading.courtName && v.heading.court != "" && v.heading.docket != "", v.heading.agency != "" && len(v.heading.sides) > 0, v.heading.courtName && (len(v.heading.sides) > 0 || v.heading.docket != "" && (v.heading.kind != "" || strings.HasPrefix(v.heading.title, "In re "))):
		return evidence.Filing
	case doc.Mail != nil:
		return evidence.Mail
	case isPolicy(v), answersLikePolicy(v):
		return evidence.Policy
	case isArticle(v):
		return evidence.Article
	}
	return evidence.Other
}

func stamped(doc *evidence.Document) bool {
	return slices.ContainsFunc(doc.Pages, func(p evidence.Page) bool { return p.Stamp != nil && p.Stamp.Docket != "" })
}

// policyNames are the headings of policies.
var policyNames = []string{"privacy policy", "privacy notice", "privacy statement", "terms of service", "terms of use", "terms and conditions",
	"terms & conditions", "user agreement", "cookie policy", "subscription agreement", "code of conduct", "acceptable use policy", "service agreement",
	"license agreement", "data processing agreement", "community guidelines", "community standards", "data protection policy", "end user license"}

// isPolicy looks at the title and the first short lines, which must be little more than
// the name of the policy.
func isPolicy(v *view) bool {
	if policyHeading(v.doc.Title) {
		return true
	}
	if len(v.pages) > 0 {
		p := &v.pages[0]
		for n, s := range p.sentences {
			if n > 5 {
				break
			}
			if s.heading && policyHeading(p.text[s.Start:s.End]) {
				return true
			}
		}
	}
	return false
}

// answersLikePolicy says whether a page of questions and answers promises as a policy does: "we
// may share", "we will not", and reports nothing.
func answersLikePolicy(v *view) bool {
	if !asksQuestions(v) {
		return false
	}
	promises, sentences := 0, 0
	for i := range v.pages {
		p := &v.pages[i]
		for _, s := range p.sentences {
			sentences++
			if promising(p.sentenceTokens(s)) {
				promises++
			}
			if line := p.text[s.Start:s.End]; foldedIn(line, " said") || foldedIn(line, "according to") {
				return false
			}
		}
	}
	return promises >= 2 && promises*8 >= sentences
}

// asksQuestions says whether the title or a heading near the head of a page calls it one of
// questions and answers.
func asksQuestions(v *view) bool {
	title := strings.ToLower(v.doc.Title)
	if strings.Contains(title, "asked questions") || strings.Contains(title, "faq") || strings.Contains(title, "questions and answers") {
		return true
	}
	for i := range v.pages {
		p := &v.pages[i]
		for _, s := range p.sentences[:min(len(p.sentences), 6)] {
			line := p.text[s.Start:s.End]
			if s.heading && (foldedIn(line, "asked questions") || strings.EqualFold(line, "faq") || strings.EqualFold(line, "faqs")) {
				return true
			}
		}
	}
	return false
}

// promising says whether the tokens have "we" before a verb of a promise.
func promising(tokens []token) bool {
	for k, t := range tokens {
		if t.low == "we" && k+1 < len(tokens) && tokens[k+1].is("may", "will", "do", "use", "collect", "share", "never", "keep", "delete", "store", "can", "must", "sell") {
			return true
		}
	}
	return false
}

func policyHeading(s string) bool {
	low := strings.ToLower(s)
	for _, name := range policyNames {
		if strings.Contains(low, name) && len(strings.Fields(s)) <= 8 && !reportsOn(low) {
			return true
		}
	}
	return false
}

// reportsOn says whether a headline tells news about a policy.
func reportsOn(low string) bool {
	for _, w := range strings.Fields(low) {
		if agentVerbs()[w] && w != "use" && w != "uses" && w != "used" && w != "can" && w != "may" || speechVerbs()[w] || w == "over" || w == "sued" || w == "lawsuit" {
			return true
		}
	}
	return false
}

// isArticle looks for a byline, an outlet or a good share of reporting verbs.
func isArticle(v *view) bool {
	if v.doc.Author != "" && v.doc.Publisher != "" || v.doc.Published != nil && v.doc.Title != "" {
		return true
	}
	reports, sentences := 0, 0
	for i := range v.pages {
		p := &v.pages[i]
		sentences += len(p.sentences)
		for k := range p.tokens {
			switch t := &p.tokens[k]; t.low {
			case "said", "told", "reported", "announced", "reportedly", "spokesman", "spokeswoman", "spokesperson", "alleges", "lawsuit", "reuters", "accused":
				reports++
			case "according":
				reports += b2i(p.at(k+1).low == "to")
			case "reuter":
				reports += 2 * b2i(t.line)
			}
		}
	}
	return reports >= 2 && reports*12 >= sentences || reports == 1 && sentences <= 6
}
