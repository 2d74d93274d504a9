package format

import "strings"

// classify labels a unit by its words alone.
func classify(u *unit) label {
	switch {
	case u.key == "":
		return plainLabel
	case outletList.MatchString(u.text):
		return barLabel(u.text)
	case creditLine.MatchString(u.text) && u.words <= 30:
		return creditLabel
	case promoStart.MatchString(u.text[:min(len(u.text), 200)]):
		return promoLabel
	case bannerStart.MatchString(u.text[:min(len(u.text), 200)]):
		return bannerLabel
	case u.words > 30:
		return plainLabel
	}
	if l, found := pagePhrases[once(u.key)]; found && !u.prose {
		return l
	}
	return classifyShape(u)
}

// once gives half of a key that says the same twice, as links for screen readers do.
func once(key string) string {
	if n := len(key) / 2; n > 3 && (key[:n] == key[n:] || len(key)%2 == 1 && key[n] == ' ' && key[:n] == key[n+1:]) {
		return key[:n]
	}
	return key
}

// classifyShape labels the lines whose words vary but whose form does not.
func classifyShape(u *unit) label {
	t := u.text
	switch {
	case weatherLine.MatchString(t), adLine.MatchString(t), shareLine.MatchString(t), platforms.MatchString(t), copyright.MatchString(t),
		weekRow.MatchString(t), monthStep.MatchString(t), skipLine.MatchString(t) && u.words <= 8, foundAt.MatchString(t):
		return chromeLabel
	case tagLine.MatchString(t) && !u.prose, relatedLine.MatchString(t) && !u.prose:
		return chromeLabel
	case countLine.MatchString(t):
		return countLabel(t)
	case moreFrom.MatchString(t) && !u.prose:
		return openerLabel
	case breadcrumb.MatchString(t) && !u.prose && !strings.ContainsAny(t, "0123456789"):
		return chromeLabel
	case foreignOpener.MatchString(t) && !u.prose && u.words <= 8:
		return openerLabel
	case foreignRelated.MatchString(t) && strings.Contains(t, ":") && !u.prose:
		return chromeLabel
	case (aboutSite.MatchString(t) || homeCrumb.MatchString(t)) && !u.prose:
		return navLabel
	}
	return plainLabel
}

func countLabel(t string) label {
	t = strings.ToLower(t)
	for _, word := range []string{"comment", "response", "thought"} {
		if strings.Contains(t, word) {
			return commentLabel
		}
	}
	return chromeLabel
}

// barLabel tells a menu in one line from the list of outlets that a report credits.
func barLabel(t string) label {
	for _, part := range strings.Split(t, "|") {
		if _, found := pagePhrases[keyOf(strings.TrimSpace(part))]; found {
			return chromeLabel
		}
	}
	return creditLabel
}
