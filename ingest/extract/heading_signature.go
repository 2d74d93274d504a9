package extract

import (
	"slices"
	"strings"

	"averment/evidence"
)

// signer is who signed a filing or appeared: the names over "Attorneys for Defendant Harbor Inc".
type signer struct {
	names  []string
	client string // as printed, with the word of the side: "Defendant Harbor Inc"
}

// readSignature reads the judge and the counsel of the signature block on the last pages, and the
// counsel who appear in a transcript.
func readSignature(doc *evidence.Document, h *heading) {
	lines := tailLines(doc)
	for i := len(lines) - 1; i > 0; i-- {
		switch {
		case h.judge == "" && (h.kind == "order" || h.kind == "opinion") && judgeLine(lines[i]):
			h.judge = signedName(lines[i-1])
		case beginsWith(lines[i], "counsel of record") && h.client() != "":
			h.signers = append(h.signers, signer{[]string{signedName(lines[i-1])}, h.client()})
		case counselLine(lines[i]):
			h.signers = append(h.signers, signersOver(lines, i))
		case beginsWith(lines[i], "signature of lawyer for ", "signature of counsel for ", "signature of solicitor for ") && i+1 < len(lines):
			s := signer{client: clientOf(lines[i])}
			s.take("/s/ " + lines[i+1])
			h.signers = append(h.signers, s)
		case pleads[h.kind] != "" && silk(lines[i]) != "":
			h.signers = append(h.signers, signer{[]string{silk(lines[i])}, pleads[h.kind]})
		}
	}
	h.signers = append(h.signers, appearances(doc)...)
}

// client is whom a brief is for by its title: "Reply Brief for Petitioner"; "" where it tells nobody.
func (h *heading) client() string {
	_, client, ok := strings.Cut(h.paper, " for ")
	if !ok || h.kind != "brief" && h.kind != "complaint" && h.kind != "motion" {
		return ""
	}
	client = strings.TrimPrefix(client, "the ")
	if partyWords[strings.ToLower(firstWord(client))] == "" {
		return ""
	}
	return client
}

// pleads is the side that a pleading is of, by its type.
var pleads = map[string]string{"complaint": "Claimant", "answer": "Defendant"}

// silk is the name of an English barrister on a line of a pleading's end, "FIONA GREAVES KC"; ""
// for any other line.
func silk(l string) string {
	for _, rank := range []string{" KC", " QC", " K.C.", " Q.C."} {
		if name, ok := strings.CutSuffix(l, rank); ok {
			return signedName(name)
		}
	}
	return ""
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
				out = append(out, lastColumn(l))
			}
		}
	}
	return out
}

// lastColumn is what stands on the right of a line of a signature block whose left is the date:
// "Dated: May 2, 2024            HALL & OSTER LLP".
func lastColumn(l string) string {
	if before, after, _ := cutGap(l, 4); after != "" && beginsWith(before, "dated", "date:", "executed") {
		return after
	}
	return l
}

// signedName is the name on a line of a signature, "" when the line is none.
func signedName(l string) string {
	for _, mark := range []string{"By:", "BY:", "/s/", "s/", "Hon.", "HON.", "Name:"} {
		l = strings.TrimSpace(strings.TrimPrefix(l, mark))
	}
	l, _, _ = strings.Cut(l, " (")
	for _, behind := range []string{", Esq", ", ESQ", ", WSBA", ", OSB", ", SBN", ", Bar No", ", State Bar", " #", ", ABA", ", Attorney", ", Pro Hac", ", pro hac"} {
		l, _, _ = strings.Cut(l, behind)
	}
	words := strings.Fields(l)
	if len(words) < 2 || len(words) > 7 || strings.ContainsAny(l, "0123456789@:_") || strings.HasSuffix(l, ".") && !strings.HasSuffix(l, "r.") && !dotted(words[len(words)-1]) {
		return ""
	}
	for _, w := range words {
		if (w[0] < 'A' || w[0] > 'Z') && !firmJoint[w] {
			return ""
		}
	}
	if len(words) > 5 && !slices.ContainsFunc(words, func(w string) bool { return firmJoint[w] }) {
		return ""
	}
	return printed(strings.TrimRight(l, ","))
}

// dotted says whether the last word of a line is a legal form printed with stops: "P.C.", "Co.".
func dotted(w string) bool { return strings.Count(w, ".") > 1 || nameEnding(w) }

// firmJoint are the small words and signs inside the names of firms and people.
var firmJoint = set("&", "and", "of", "de", "la", "van", "von", "del", "der")

// counselLine says whether a line tells whom the lines over it act for.
func counselLine(l string) bool {
	return beginsWith(l, "attorneys for ", "attorney for ", "counsel for ", "solicitors for ", "solicitor for ", "lead counsel for ", "local counsel for ", "advocate for ", "advocates for ",
		"lawyers for ", "lawyer for ", "co-counsel for ", "counsel to ", "attorneys and counsel for ", "interim counsel for ", "class counsel for ")
}

// signersOver reads the names over the line "Attorneys for …" at position at: lawyers and
// their firm, addresses left out; and the names on lines right under it that begin with "BY:".
func signersOver(lines []string, at int) signer {
	s := signer{client: clientOf(lines[at])}
	for i := at - 1; i >= 0 && i > at-10; i-- {
		l := lines[i]
		if i > 0 && beginsWith(l, "by:", "by ") && slices.ContainsFunc(lines[max(0, i-3):i], counselLine) {
			break // of the entry before
		}
		if counselLine(l) || roleLine(l) || ruled(l) || beginsWith(l, "dated", "respectfully", "appearances", "deposition of", "wherefore") || strings.HasSuffix(l, ":") {
			break
		}
		s.take(l)
	}
	if partyWords[strings.ToLower(s.client)] != "" && at+1 < len(lines) && nameLine(lines[at+1]) && !beginsWith(lines[at+1], "by:", "by ", "dated", "date") && !strings.ContainsAny(lines[at+1], "0123456789@") {
		s.client += " " + lines[at+1] // the name of the client on a line of its own
	}
	for i := at + 1; i < len(lines) && i < at+4 && beginsWith(lines[i], "by:", "by "); i++ {
		s.take("/s/ " + strings.TrimSpace(lines[i][3:]))
	}
	return s
}

// clientOf is whom a line "Attorneys for Plaintiff Ray Hall" names.
func clientOf(l string) string {
	_, client, ok := strings.Cut(l, " for ")
	if !ok {
		if _, client, ok = strings.Cut(l, " FOR "); !ok {
			_, client, _ = strings.Cut(l, " to ")
		}
	}
	client = strings.TrimSpace(client)
	if dot := strings.TrimRight(client, ".,)"); !dotted(client[strings.LastIndexByte(client, ' ')+1:]) {
		client = dot
	}
	return printed(client)
}

// take adds the lawyer or the firm that a line names.
func (s *signer) take(l string) {
	name := signedName(l)
	if name == "" || slices.Contains(s.names, name) {
		return
	}
	who := player{name: name, tokens: nameTokens(name)}
	tokens := tokenize(nil, name, 0, len(name))
	last := &tokens[len(tokens)-1]
	if len(tokens) > 1 && last.low == "." {
		last = &tokens[len(tokens)-2]
	}
	words := strings.Fields(name)
	firm := who.lawFirm() || captionKind(&who) == evidence.Organisation || names().has(last, suffixWord) || strings.Count(words[len(words)-1], ".") > 1 && dottedForms[strings.ToLower(strings.ReplaceAll(words[len(words)-1], ".", ""))]
	if firm || strings.Contains(l, "/s/") || strings.HasPrefix(l, "s/") || names().has(&tokens[0], firstName) || strings.Contains(l, "(") {
		s.names = append(s.names, name)
	}
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
			if who.lawFirm() {
				who.kind = evidence.Organisation
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
			if len(s.names) == 1 && (strings.HasPrefix(low, role) || partyWords[firstWord(low)] == role) {
				return s.names[0]
			}
		}
	}
	return strings.TrimPrefix(strings.TrimPrefix(client, "the "), "The ")
}
