package format

import (
	"regexp"
	"strings"

	"averment/evidence"
)

// headerReach is how many units around the title may hold byline and date.
const headerReach = 10

// describe fills what the page states about itself; what it does not state stays empty.
func (p *savedPage) describe(d *evidence.Document) {
	if p.title >= 0 {
		d.Title = p.units[p.title].text
	}
	p.labelled(d)
	if d.Author == "" {
		d.Author = p.byline()
	}
	if d.Published == nil {
		d.Published = p.published()
	}
	if d.Publisher == "" {
		d.Publisher = p.siteName(d.Author)
	}
	d.Origin = p.origins()
}

// labelled reads "Title: …" lines at the top of the text.
func (p *savedPage) labelled(d *evidence.Document) {
	for i := 0; i < min(p.lead, headerReach); i++ {
		m := labelledLine.FindStringSubmatch(p.units[i].text)
		if m == nil {
			continue
		}
		value := strings.TrimSpace(m[2])
		switch strings.ToLower(m[1]) {
		case "title", "headline":
			d.Title = value
		case "author", "authors", "byline":
			d.Author = strings.TrimPrefix(strings.TrimPrefix(value, "By "), "by ")
		case "date", "published", "publication date", "date published":
			if day, _, ok := findDay(value); ok && d.Published == nil {
				d.Published = stated(day, "text", "high")
			}
		case "publisher", "publication", "website", "site":
			d.Publisher = value
		case "url", "link", "canonical":
			d.URL = value
		}
	}
}

// header gives the units in which byline and date may stand: under the title down to the
// second long sentence, since a summary and captions may stand between; without title, the
// two units above the first sentence.
func (p *savedPage) header() run {
	if p.lead == len(p.units) {
		return run{}
	}
	if p.title < 0 {
		return run{max(0, p.lead-2), p.lead}
	}
	long := 0
	for i := p.title + 1; i < min(len(p.units), p.title+1+headerReach); i++ {
		if p.bodySentence(p.units[i]) && p.units[i].words >= 18 {
			long++
		}
		if long == 2 || i > p.lead && p.units[i].label == openerLabel {
			return run{p.title, i}
		}
	}
	return run{p.title, min(len(p.units), p.title+1+headerReach)}
}

// byline finds the author under the title, or just above it.
func (p *savedPage) byline() string {
	h := p.header()
	for i := h.from; i < h.to; i++ {
		if name := bylineName(p.units[i].text); name != "" {
			return name
		}
	}
	if name := p.readerName(h); name != "" {
		return name
	}
	if i := h.from - 1; i >= 0 && p.title >= 0 && !p.units[i].furniture {
		if name := bylineName(p.units[i].text); name != "" {
			return name
		}
	}
	return p.closingByline()
}

var (
	hostLine = regexp.MustCompile(`^(?:www\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,10}$`)
	roleLine = regexp.MustCompile(`(?i)^(?:\S+ ){0,4}(?:correspondent|reporter|columnist|staff writer|writer|bureau chief|(?:deputy |senior |managing )?editor)$`)
	onlyName = regexp.MustCompile(`^` + personName + `$`)
)

// readerName finds an author who stands under the title as a bare name: in a copy from a
// browser's reader mode, which begins with the site's host, or above the date where the
// copyright line has the same name, or above the role or the name of the site. Without such evidence a bare name may be a section.
func (p *savedPage) readerName(h run) string {
	if p.title < 0 {
		return ""
	}
	for i := h.from + 1; i < h.to; i++ {
		u := p.units[i]
		if u.words > 4 || u.furniture || !onlyName.MatchString(u.text) {
			continue
		}
		if p.title == 1 && i == 2 && hostLine.MatchString(p.units[0].text) || i+1 < h.to && (dateOnly(p.units[i+1].text) && p.owns(u.key) || roleLine.MatchString(p.units[i+1].text) || p.owns(p.units[i+1].key)) {
			return capsName(u.text)
		}
	}
	return ""
}

// owns says whether the copyright line names nobody but the owner of this key.
func (p *savedPage) owns(key string) bool {
	for _, u := range p.units {
		if m := siteCopyright.FindStringSubmatch(u.text); m != nil && strings.ContainsAny(u.text, "©") && keyOf(m[1]) == key {
			return true
		}
	}
	return false
}

// closingByline finds "Written by NAME" right under the last sentence.
func (p *savedPage) closingByline() string {
	for i := p.last + 1; i < min(p.last+3, len(p.units)); i++ {
		u := p.units[i]
		if low := strings.ToLower(u.text); !u.furniture && (strings.HasPrefix(low, "written by") || strings.HasPrefix(low, "by ") || strings.HasPrefix(low, "author:")) {
			return bylineName(u.text)
		}
	}
	return ""
}

// published finds the date in the header or in a wire dateline. A date that says it is an
// update counts only when no other stands there.
func (p *savedPage) published() *evidence.Date {
	h := p.header()
	var updated *evidence.Date
	for i := h.from; i < h.to; i++ {
		d, ok := headerDate(p.units[i].text)
		if !ok || p.units[i].furniture && p.units[i].label != chromeLabel {
			continue
		}
		if low := strings.ToLower(p.units[i].text); updateFirst(low) && !strings.Contains(low, "publ") && !strings.Contains(low, "posted") {
			updated = stated(d, "byline", "medium")
			continue
		}
		return stated(d, "byline", "high")
	}
	if updated != nil {
		return updated
	}
	return p.publishedElsewhere(h)
}

// updateFirst says whether a line dates an update before it dates anything else.
func updateFirst(low string) bool {
	word := strings.Index(low, "updated")
	_, at, ok := findDay(low)
	return word >= 0 && (!ok || word < at[0])
}

// publishedElsewhere tries the line above the title, when it is no masthead with today's
// date among a menu, and the dateline of the first sentence.
func (p *savedPage) publishedElsewhere(h run) *evidence.Date {
	if i := h.from - 1; p.title > 0 && i >= 0 && !p.units[i].furniture && (i == 0 || !p.units[i-1].furniture || p.releaseDate(i)) {
		if d, ok := headerDate(p.units[i].text); ok {
			if p.releaseDate(i) {
				return stated(d, "byline", "high")
			}
			return stated(d, "byline", "medium")
		}
	}
	if p.lead < len(p.units) {
		if d, ok := wireDateline(p.units[p.lead].text); ok {
			return stated(d, "text", "medium")
		}
	}
	return nil
}
