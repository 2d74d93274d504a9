package crosscheck

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// quoted says whether the whole of a part stands in quotation marks: somebody else says so.
func (p *part) quoted() bool {
	text := strings.TrimSpace(p.text)
	inner := strings.TrimLeft(text, "'\"‘“")
	body := strings.TrimRight(inner, "'\"’”")
	return len(inner) < len(text) && len(body) < len(inner) && !strings.ContainsAny(body, "\"”‘“") && !strings.Contains(body, "' ")
}

// distanced says whether a headline gives what the claim tells between quotation marks, as
// the words of somebody whom it does not name: "Star 'has left' band".
func (p *part) distanced() bool {
	for _, q := range quotedSpans(p.text) {
		if p.spokenBefore(q[0]) {
			continue
		}
		deed, content, length := false, 0, 0
		for _, w := range p.words {
			if q[0] <= w.start && w.end <= q[1] {
				length++
				deed = deed || p.claim.deed(w)
				if p.claim.content(w) {
					content++
				}
			}
		}
		if deed || length > 2 && (content > 1 || p.claim.event == "" && content > 0) {
			return true
		}
	}
	return false
}

// renames says whether a headline puts what the claim tells of between quotation marks and says
// what it was: "'Roman road' is a cattle track".
func (p *part) renames() bool {
	for _, q := range quotedSpans(p.text) {
		i := slices.IndexFunc(p.words, func(w word) bool { return w.start >= q[1] })
		if i < 0 || p.asks() || !slices.ContainsFunc(p.words[:i], func(w word) bool { return q[0] <= w.start && p.claim.content(w) }) {
			continue
		}
		for k := i; k+2 < min(i+6, len(p.words)); k++ {
			be, article := p.words[k].fold, p.words[k+1].fold
			if (be == "is" || be == "was" || be == "were") && (article == "a" || article == "an" || article == "just" || article == "only" || article == "really" || article == "actually" || article == "in") && !slices.ContainsFunc(p.words[k+2:min(k+4, len(p.words))], p.claim.content) {
				return true
			}
		}
	}
	return false
}

// relabels says whether a headline says of a picture, or the like, of what the claim tells, what it
// shows instead: "monster photo was floating tyre".
func (p *part) relabels() bool {
	for i := 0; i+2 < len(p.words); i++ {
		be := p.words[i+1].fold
		if pictures[p.words[i].fold] && (be == "is" || be == "was" || be == "were" || be == "shows" || be == "from") && !p.asks() && p.touch.content > 0 && !slices.ContainsFunc(p.words[i+2:], p.claim.content) {
			return true
		}
	}
	return false
}

// pictures are words for what shows something.
var pictures = map[string]bool{"photo": true, "photos": true, "picture": true, "pictures": true, "video": true, "clip": true, "footage": true, "image": true, "images": true, "photograph": true}

// disclaims says whether somebody whom the claim names says "I" and not: "Marsh: I'm not running".
func (p *part) disclaims() bool {
	for i := 0; i+2 < len(p.words); i++ {
		if !strings.Contains(p.text[p.words[i].end:p.words[i+1].start], ":") {
			continue
		}
		own := strings.FieldsFunc(p.words[i+1].fold, func(r rune) bool { return r == '\'' || r == '’' })
		return len(own) > 0 && (own[0] == "i" || own[0] == "we") && slices.ContainsFunc(p.words[:i+1], p.claim.named) &&
			slices.ContainsFunc(p.words[i+1:min(i+5, len(p.words))], func(w word) bool { return plainNegator(w.fold) || w.fold == "nowhere" })
	}
	return false
}

// insists says whether a headline says with stress that there is what the claim says there is not:
// "did pay tax".
func (p *part) insists() bool {
	if !p.claim.lacks() || p.asks() || slices.ContainsFunc(p.words, func(w word) bool { return isNegator(w.fold) }) {
		return false
	}
	for i := 1; i+1 < len(p.words); i++ {
		switch p.words[i].fold {
		case "did", "does", "do":
			next := p.words[i+1]
			return next.fold == "have" || p.claim.deed(next) || p.claim.content(next)
		}
	}
	return false
}

// spokenBefore says whether one of whom the claim tells is quoted at byte at: his name stands
// before it with a colon or a verb of speech.
func (p *part) spokenBefore(at int) bool {
	before := strings.TrimRight(p.text[:at], " '\"‘“")
	i := slices.IndexFunc(p.words, func(w word) bool { return w.end >= len(before) })
	if i < 0 {
		return false
	}
	return strings.HasSuffix(before, ":") && slices.ContainsFunc(p.words[max(0, i-3):i+1], p.claim.named) || sayings[p.words[i].fold] && p.party(i)
}

// quotedSpans are the byte ranges of a text between quotation marks. An apostrophe in or
// behind a word is none.
func quotedSpans(text string) (out [][2]int) {
	open := -1
	for i, r := range text {
		if !strings.ContainsRune("'\"‘’“”", r) {
			continue
		}
		before, _ := utf8.DecodeLastRuneInString(text[:i])
		after, _ := utf8.DecodeRuneInString(text[i+utf8.RuneLen(r):])
		switch {
		case open < 0 && (i == 0 || !letter(before)) && (letter(after) || unicode.IsDigit(after)):
			open = i + utf8.RuneLen(r)
		case open >= 0 && letter(before) && !letter(after) || open >= 0 && unicode.IsPunct(before):
			out = append(out, [2]int{open, i})
			open = -1
		}
	}
	return out
}

// letter says whether a rune may stand in a word.
func letter(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
