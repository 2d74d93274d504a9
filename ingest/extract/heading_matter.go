package extract

import (
	"time"

	"averment/evidence"
)

// matter says what a sentence is besides running text. What is not running text states
// nothing: no statement is read from it.
type matter uint8

const (
	prose           matter = iota
	captionMatter          // court, names, docket number and title at the head of a filing
	headingMatter          // a heading inside the document
	signatureMatter        // date, signature and address at the end
	noteMatter             // a paragraph in parentheses, which tells about the document
	deskMatter             // what a page says of itself or to its reader
)

// markMatter tells the caption, the headings and the signature of each page from running
// text. It needs the heading and the kind of the document.
func (v *view) markMatter() {
	if v.doc.Kind == evidence.Mail && len(v.pages) > 0 {
		v.markMail()
		return
	}
	filing := v.doc.Kind == evidence.Filing
	caption := filing
	for i := range v.pages {
		p := &v.pages[i]
		signed := false
		for n := range p.sentences {
			s := &p.sentences[n]
			tokens := p.sentenceTokens(*s)
			running := runs(tokens)
			switch {
			case caption && i < 2 && !running && !firstParagraph(tokens):
				s.matter = captionMatter
				continue
			case noted(p, n):
				s.matter = noteMatter
				continue
			case filing && copyrightLine(tokens):
				s.matter = deskMatter
				continue
			}
			caption = caption && i < 2 && s.matter != prose
			switch {
			case signs(p, tokens):
				s.matter, signed = signatureMatter, true
			case signed && (!running || len(tokens) < 12):
				s.matter = signatureMatter
			case running:
				signed = false
			case s.heading || allUpper(tokens) && filing && !orders(tokens):
				s.matter = headingMatter
			}
		}
	}
}

// copyrightLine says whether a sentence of a paper is the notice of whose the paper is: "© 2024 Marsh
// Law LLP".
func copyrightLine(tokens []token) bool {
	if len(tokens) < 3 || len(tokens) > 16 || !tokens[0].para {
		return false
	}
	return tokens[0].low == "©" || tokens[0].low == "copyright" && (tokens[1].low == "©" || tokens[1].digits(4))
}

// firstParagraph says whether the tokens are the first numbered paragraph of a pleading: "1.
// Denied.", or of an opinion of Ohio, "{¶ 1}", or New Mexico, "{1}". However short, it ends the caption.
func firstParagraph(tokens []token) bool {
	if len(tokens) > 4 && tokens[0].low == "{" && (tokens[1].low == "¶" || tokens[2].low == "}") {
		return true
	}
	return len(tokens) > 3 && tokens[0].low == "1" && tokens[0].para && tokens[1].low == "." && !tokens[1].space && stopped(tokens)
}

// markMail takes a mail apart and tells signatures, notices and header lines from what its
// authors write.
func (v *view) markMail() {
	var sent time.Time
	if d := v.doc.Published; d != nil && d.Resolved && d.Precision == evidence.Day {
		sent, _, _ = d.Bounds()
	}
	p := &v.pages[0]
	parts, marks := mailParts(v.doc.Pages[0].Text, mailName(v.doc.Author), sent)
	v.mail = parts
	for n := range p.sentences {
		s := &p.sentences[n]
		for _, m := range marks {
			if m.Start <= s.Start && s.Start < m.End {
				s.matter = m.matter
			}
		}
	}
}

// runs says whether the tokens are a sentence of running text: stopped or ended by a colon,
// with small words, and more than a line's worth of a caption.
func runs(tokens []token) bool {
	small, words := 0, 0
	for k := range tokens {
		t := &tokens[k]
		if t.kind != word {
			continue
		}
		words++
		if !t.capital && !t.in(inNameParticles) {
			small++
		}
	}
	if len(tokens) == 0 || small < 2 || small*3 < words {
		return false
	}
	return stopped(tokens) || tokens[len(tokens)-1].low == ":" || words > 25
}

// longNote bounds the sentences of a paragraph in parentheses.
const longNote = 60

// noted says whether sentence n of the page belongs to a paragraph in parentheses.
func noted(p *pageView, n int) bool {
	first := n
	for first > 0 && !p.sentences[first].para {
		if first--; n-first > longNote {
			return false
		}
	}
	last := n
	for last+1 < len(p.sentences) && !p.sentences[last+1].para {
		last++
	}
	open, end := p.at(p.sentences[first].first), p.sentences[last].end
	if open.low != "(" || end <= p.sentences[first].first {
		return false
	}
	depth := 0
	for k := p.sentences[first].first; k < end; k++ {
		switch p.at(k).low {
		case "(":
			depth++
		case ")":
			if depth--; depth == 0 && k < end-2 {
				return false
			}
		}
	}
	return depth == 0 && end-p.sentences[first].first > 4
}

// signs says whether a sentence opens the signature of a paper: "Dated: …", "/s/ Ana Ruiz",
// "Respectfully submitted,".
func signs(p *pageView, tokens []token) bool {
	if len(tokens) == 0 {
		return false
	}
	line := p.text[tokens[0].start:tokens[len(tokens)-1].end]
	return len(tokens) < 60 && beginsWith(line, "dated:", "dated this", "/s/", "s/ ", "by: /s/", "by: _", "respectfully submitted", "date: ", "dated ")
}

// orders says whether a line in capitals decides something, as "IT IS SO ORDERED" does.
func orders(tokens []token) bool {
	for _, t := range tokens {
		if t.is("ordered", "granted", "denied", "affirmed", "reversed", "vacated", "dismissed", "remanded", "adjudged", "decreed") {
			return stopped(tokens)
		}
	}
	return false
}
