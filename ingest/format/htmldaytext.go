package format

import (
	"regexp"
	"strings"
	"time"

	"golang.org/x/net/html"

	"averment/evidence"
)

// orderOf gives the order of day and month in numbers that a language and region write; ""
// and English without a region leave it open.
func orderOf(lang string) dayOrder {
	lang = strings.ToLower(strings.ReplaceAll(lang, "_", "-"))
	switch {
	case lang == "" || lang == "en":
		return orderUnknown
	case strings.HasPrefix(lang, "en-us") || strings.HasPrefix(lang, "en-ph"):
		return monthFirst
	}
	return dayFirst
}

var (
	dateClass = regexp.MustCompile(`(?i)(?:^|[\s_-])(?:date|datum|fecha|data|pub-?date|dateline|published|publish|posted|timestamp|time|(?:article|post|entry|news|story|publish(?:ed)?|publication|created|create|release|display|submitted|blog|content|byline|meta)[_-]?(?:date|datum|time|info|meta)|date[_-]?(?:published|created|display|time|posted)|byline|meta|submitted|info|stand)(?:$|[\s_-])|(?:Date|Datum)(?:$|\s)|^date`)
	updated   = regexp.MustCompile(`(?i)updat|modif|\bedit|aktualis|ge[äa]nder|änderung|mis [àa] jour|actualiz|aggiorn|atualiz|bijgewerkt|uppdater|обновл|joined|registr|copyright|©|gültig|expires`)
	// published names the day as that of publication, in words.
	publishedWords = regexp.MustCompile(`(?i)publi|posted|ver[öo]ffentlicht|erschienen|erstellt|datum|datiert|geplaatst|gepost|released|опубл|geschrieben|created|pubblicat|vom\b`)
)

// maxDated is how many characters an element that is there for its date may hold.
const maxDated = 120

// datedElement finds an element that is named after the date it shows ("post-date"), or
// that says in words that it is the day of publication.
func (f *dateFinder) datedElement() *evidence.Date {
	var best evidence.Date
	score := 0
	for n := range f.root.Descendants() {
		if n.Type != html.ElementNode || unreadTags[n.Data] || !dateClass.MatchString(attr(n, "class")) && !dateClass.MatchString(attr(n, "id")) {
			continue
		}
		s := shortText(n, maxDated)
		d, at, ok := findDayIn(s, f.order)
		if !ok || asideNode(n) {
			continue
		}
		if v := datedScore(s, at); v > score {
			best, score = d, v
		}
	}
	if score > 0 {
		return stated(best, "markup", "medium")
	}
	for _, b := range f.view.blocks {
		if len(b.text) > maxDated || b.node != nil && asideNode(b.node) {
			continue
		}
		if d, at, ok := findDayIn(b.text, f.order); ok && publishedWords.MatchString(b.text[:at[0]]) && !updated.MatchString(b.text[:at[0]]) {
			return stated(d, "text", "medium")
		}
	}
	return nil
}

// besideTitle reads a short line by the title that holds a day among other things, such as
// the section or the number of comments.
func (f *dateFinder) besideTitle() *evidence.Date {
	at := titleBlock(f.view, f.title)
	if at < 0 {
		return nil
	}
	lines := append([]htmlBlock{}, f.view.blocks[at+1:min(len(f.view.blocks), at+12)]...)
	for i := at - 1; i >= max(0, at-2); i-- {
		lines = append(lines, f.view.blocks[i])
	}
	for _, b := range lines {
		if len(b.text) > maxDated || b.node != nil && asideNode(b.node) {
			continue
		}
		if d, place, ok := findDayIn(b.text, f.order); ok && len(strings.Fields(b.text)) <= 14 && !updated.MatchString(b.text[:place[0]]) {
			return stated(d, "text", "medium")
		}
	}
	return nil
}

// datedScore weighs what stands around the day: 3 words of publication, 2 nothing much, 1
// more text, 0 words of an update before it.
func datedScore(s string, at []int) int {
	before := s[:at[0]]
	switch {
	case publishedWords.MatchString(before):
		return 3
	case updated.MatchString(before):
		return 0
	case len(strings.Fields(before)) <= 6:
		return 2
	}
	return 1
}

// shortText gives the text under a node, "" when it is longer than limit.
func shortText(n *html.Node, limit int) string {
	var out strings.Builder
	for c := range n.Descendants() {
		if c.Type == html.TextNode && (c.Parent == nil || !unreadTags[c.Parent.Data]) {
			out.WriteString(c.Data + " ")
			if out.Len() > 4*limit {
				return ""
			}
		}
	}
	if s := oneLine(out.String()); len(s) <= limit {
		return s
	}
	return ""
}

var utcStamp = regexp.MustCompile(`(?i)\d(?:z|[+-]00:?00|\s*(?:gmt|utc))$`)

// localMidnight is a day without a time, stored as midnight east of Greenwich: 22:00 or
// 23:00 universal time on the day before. A page in English, or in a language that it does
// not state, may as well come from where that is an hour of the afternoon.
var localMidnight = regexp.MustCompile(`(?i)T2[123]:00(?::00(?:\.0+)?)?(?:Z|\+00:?00)$`)

// localDay sets a stamp in universal time to the day on which readers of the site saw it:
// the one that the address or the line by the title states, when it is next to the stamp's.
func (f *dateFinder) localDay(d *evidence.Date) *evidence.Date {
	local, found := urlDay(f.facts.url())
	lang := strings.ToLower(f.facts.lang)
	if east := lang != "" && !strings.HasPrefix(lang, "en"); !found && east && localMidnight.MatchString(d.Surface) {
		if t, err := time.Parse(time.DateOnly, d.Value); err == nil {
			return stated(evidence.DayOf(t.AddDate(0, 0, 1), d.Surface), d.Method, "medium")
		}
	}
	if found && daysApart(local, *d) > 1 {
		d.Confidence = "medium"
	}
	if !utcStamp.MatchString(d.Surface) {
		return d
	}
	if !found || daysApart(local, *d) != 1 {
		near := f.headerText()
		if near == nil || daysApart(*near, *d) != 1 {
			return d
		}
		local = *near
	}
	local.Surface = d.Surface
	return stated(local, d.Method, d.Confidence)
}

// daysApart is the number of days between two dates, however signed.
func daysApart(a, b evidence.Date) int {
	x, err := time.Parse(time.DateOnly, a.Value)
	y, other := time.Parse(time.DateOnly, b.Value)
	if err != nil || other != nil {
		return 0
	}
	n := int(x.Sub(y).Hours() / 24)
	return max(n, -n)
}
