package extract

import (
	"strings"

	"averment/evidence"
)

// signer is who signed a filing: the names over "Attorneys for Defendant Harbor Inc".
type signer struct {
	names  []string
	client string // as printed, with the word of the side: "Defendant Harbor Inc"
}

// readSignature reads the judge and the counsel of the signature block on the last pages.
func readSignature(doc *evidence.Document, h *heading) {
	lines := tailLines(doc)
	for i := len(lines) - 1; i > 0; i-- {
		switch {
		case judgeLine(lines[i]) && h.judge == "" && (h.kind == "order" || h.kind == "opinion"):
			h.judge = signedName(lines[i-1])
		case counselLine(lines[i]):
			h.signers = append(h.signers, signersOver(lines, i))
		}
	}
}

// tailLines are the body lines of the last two pages.
func tailLines(doc *evidence.Document) []string {
	var out []string
	for i := max(0, len(doc.Pages)-2); i < len(doc.Pages); i++ {
		p, offset := &doc.Pages[i], 0
		for line := range strings.SplitAfterSeq(p.Text, "\n") {
			r := evidence.Range{Start: offset, End: offset + len(line)}
			offset += len(line)
			if l := strings.TrimSpace(line); l != "" && !p.InFurniture(r) && strings.Trim(l, "_- ") != "" {
				out = append(out, l)
			}
		}
	}
	return out
}

// signedName is the name on a line of a signature, "" when the line is none.
func signedName(l string) string {
	for _, mark := range []string{"By:", "/s/", "s/", "Hon.", "HON."} {
		l = strings.TrimSpace(strings.TrimPrefix(l, mark))
	}
	l, _, _ = strings.Cut(l, " (")
	words := strings.Fields(l)
	if len(words) < 2 || len(words) > 5 || strings.ContainsAny(l, "0123456789@:_") || strings.HasSuffix(l, ".") && !strings.HasSuffix(l, "r.") {
		return ""
	}
	if name := leadingName(l); len(strings.Fields(name)) == len(words) {
		return printed(strings.TrimRight(name, ","))
	}
	return ""
}

// counselLine says whether a line tells whom the lines over it act for.
func counselLine(l string) bool {
	return beginsWith(l, "attorneys for ", "attorney for ", "counsel for ", "solicitors for ", "lead counsel for ", "local counsel for ")
}

// signersOver reads the names over the line "Attorneys for …" at position at: lawyers and
// their firm, addresses left out.
func signersOver(lines []string, at int) signer {
	_, client, _ := strings.Cut(lines[at], " for ")
	s := signer{client: strings.TrimRight(strings.TrimSpace(client), ".,)")}
	for i := at - 1; i >= 0 && i > at-10; i-- {
		l := lines[i]
		if counselLine(l) || beginsWith(l, "dated", "respectfully") {
			break
		}
		name := signedName(l)
		if name == "" {
			continue
		}
		who := player{name: name, tokens: nameTokens(name)}
		tokens := tokenize(nil, name, 0, len(name))
		firm := captionKind(&who) == evidence.Organisation || names().has(&tokens[len(tokens)-1], suffixWord)
		if firm || strings.Contains(l, "/s/") || names().has(&tokens[0], firstName) || strings.Contains(l, "(") {
			s.names = append(s.names, name)
		}
	}
	return s
}

// fromSignature gives the signers of the paper their role.
func (c *cast) fromSignature() {
	for _, s := range c.v.heading.signers {
		client := c.signedFor(s.client)
		for _, name := range s.names {
			who := c.player(name)
			if who.has("plaintiff") || who.has("defendant") || client == "" {
				continue
			}
			if who.kind = captionKind(who); who.kind == evidence.Agency {
				continue
			}
			who.role("counsel for "+client, "signature")
		}
	}
}

// signedFor is the client that a signature names: the party of the caption that it names or
// that stands alone on its side, else what is printed.
func (c *cast) signedFor(client string) string {
	low := strings.Join(nameTokens(client), " ")
	for _, s := range c.v.heading.sides {
		for _, name := range s.names {
			if strings.Contains(low, strings.Join(nameTokens(name), " ")) {
				return name
			}
		}
	}
	for _, s := range c.v.heading.sides {
		for _, role := range s.roles {
			if len(s.names) == 1 && strings.HasPrefix(low, role) {
				return s.names[0]
			}
		}
	}
	return strings.TrimPrefix(client, "the ")
}
