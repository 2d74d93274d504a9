package format

import (
	"regexp"
	"strings"
)

var (
	// foreignByline is a byline in another language than English: "Von Ann Lee", "Par …".
	foreignByline = regexp.MustCompile(`^(?:Von|VON|von|Par|PAR|Por|POR|Di|Door|Av|Af|Text|Texte?|Texto|Testo|Autor(?:in|a|en)?|Auteure?s?|Autor[ei]|Redacción|Interview)\s*:?\s+(?:(?:von|par|por|di)\s+)?(` + nameList + `)(?:\s*(?:[,|•·/–—(-]|\d|am\b|le\b|el\b|il\b).{0,80})?$`)
	nameLead      = regexp.MustCompile(`(?i)^(?:(?:beitrag |geschrieben |verfasst |gespeichert |ein artikel )?(?:von|vom)|par|por|text|interview|posted by|written by|author|autore?|auteur|by)\b[\s:,]+`)
	nameTail      = regexp.MustCompile(`(?:\s+(?:am|at|vor|on|le|el|um|in|for|im))+$`)
	nameDate      = regexp.MustCompile(`(?i)[\s,|]+(?:(?:last )?updated.*|edited by .*|(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)(?:uary|ruary|ch|il|ust|tember|ober|ember)?\.?(?:\s+\d.*)?|share(?: share| tweet| email)*|follow|follower)$`)
	notNamed      = regexp.MustCompile(`(?i)\b(?:updated|share|tweet|username|user name|subscribe|comments?|published|posted|said|says|read more|click|copyright|www|gmbh|edition)\b|©|\d{3,}`)
	noName        = regexp.MustCompile(`(?i)^(?:last|on|at|follow|datum|date|name|auth?ore?s?|auteure?s?|autor(?:in|en)?|admin(?:istrator)?|share|by|von|home|login|guest|editor|staff|unknown|comments?|anonymous|webmaster|n/a|null|undefined|none)$`)
)

// properName takes the words around a name off it; "" when no name is left.
func properName(s string) string {
	s = bylineMail.ReplaceAllString(nameLead.ReplaceAllString(strings.TrimSpace(s), ""), "")
	s = nameTail.ReplaceAllString(nameDate.ReplaceAllString(s, ""), "")
	s = strings.Trim(s, " ,;:|·•-")
	if noName.MatchString(s) || notNamed.MatchString(s) || strings.ContainsAny(s, "<>{}[]=@") {
		return ""
	}
	return s
}

// htmlByline gives the authors that a line names, in the languages of news pages.
func htmlByline(s string) string {
	if name := bylineName(s); name != "" {
		return name
	}
	if len(s) > 160 || endsSentence(s) {
		return ""
	}
	if m := foreignByline.FindStringSubmatch(s); m != nil {
		return capsName(strings.TrimRight(m[1], " .,-"))
	}
	return ""
}
