package extract

import (
	"net/mail"
	"strings"

	"averment/evidence"
)

// mailName is the name in an address of a mail, the address itself where it has none.
func mailName(address string) string {
	a, err := mail.ParseAddress(address)
	if err != nil {
		name, _, ok := strings.Cut(address, "<")
		if name = strings.Trim(name, " \"'"); ok && name != "" {
			return name
		}
		return strings.Trim(address, "<> ")
	}
	if a.Name == "" {
		return a.Address
	}
	if last, first, ok := strings.Cut(a.Name, ", "); ok && !strings.Contains(first, ",") && names().words[lower(strings.Trim(first, ". "))]&suffixWord == 0 {
		return first + " " + last // "Park, Ines"
	}
	return a.Name
}

// fromMail makes parties of the sender and the recipients of a mail.
func (c *cast) fromMail() {
	m := c.v.doc.Mail
	if m == nil {
		return
	}
	for i, address := range append(append([]string{m.From}, m.To...), m.Cc...) {
		name := mailName(address)
		if len(name) < 2 {
			continue
		}
		who := c.player(name)
		who.header, who.firm = true, true
		if who.kind == "" {
			who.kind = mailKind(who)
		}
		if i == 0 {
			who.role("author", "mail header")
		}
		who.setKind(who.kind, "mail header")
	}
}

// mailKind tells a person from a mailbox of an organisation or a list.
func mailKind(w *player) evidence.PartyType {
	if strings.Contains(w.name, "@") || len(w.tokens) < 2 {
		return evidence.Organisation
	}
	return captionKind(w)
}

// firstNames enters the given name of each person of the headers, and of whom the text calls by it
// alone, where only one has it.
func (c *cast) firstNames() {
	owner := map[string]*player{}
	for _, w := range c.players {
		if w.kind != evidence.Person || len(w.tokens) < 2 || w.merged() {
			continue
		}
		low := w.tokens[0]
		if !w.header && (names().words[low] != firstName || !c.aloneWords()[low] || !w.firm || c.byKey[low] != nil && c.byKey[low].firm) {
			continue
		}
		if _, shared := owner[low]; shared {
			w = nil
		}
		owner[low] = w
	}
	for low, w := range owner {
		if w == nil {
			continue
		}
		if who := c.byKey[low]; who == nil {
			c.memory.add(low, w)
		} else if who != w && len(who.tokens) == 1 {
			c.merge(who, w)
		}
	}
}
