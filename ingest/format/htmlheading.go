package format

import (
	"regexp"
	"strings"

	"averment/evidence"
)

// headingReach is how many blocks at the head of a body may be lines above the article.
const headingReach = 8

// mostAbove is how many blocks between the heading and the body are shown above it.
const mostAbove = 25

var (
	numbersDay  = regexp.MustCompile(`(?:^|\D)\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d\d(?:\D|$)`)
	clockOrDate = regexp.MustCompile(`(?i)\b(?:19|20)\d\d\b|\b\d{1,2}[:.h]\d\d\b`)
	aboveWords  = regexp.MustCompile(`(?i)^\W*(?:(?:last |first )?(?:updated|published|posted|modified|aktualisiert|veröffentlicht|stand|publié|mis à jour|publicado|actualizado|pubblicato|aggiornato|opublikowano)\b)`)
)

// heading is what stands above an article: its title, and who wrote it.
type heading struct {
	title  string
	author string
	order  dayOrder
}

// keys gives the squeezed forms in which a page shows its title.
func (h heading) keys(view *htmlView) map[string]bool {
	keys := map[string]bool{squeeze(h.title): h.title != ""}
	if i := titleBlock(view, h.title); i >= 0 {
		keys[squeeze(view.blocks[i].text)] = true
	}
	delete(keys, "")
	return keys
}

// trim takes the title and the lines that go with it (byline, date, reading time) off the
// head of a body. They are fields of the document, and stay on the page above the body.
func (h heading) trim(body []string, view *htmlView) []string {
	keys := h.keys(view)
	reach := min(len(body), headingReach)
	from := 0
	for i, s := range body[:reach] {
		if keys[squeeze(s)] {
			from = i + 1
			break
		}
		if u := makeUnit(s, evidence.Range{End: len(s)}); u.prose {
			break
		}
	}
	var out []string
	sentences := 0
	for i, s := range body {
		u := makeUnit(s, evidence.Range{End: len(s)})
		if i < from || i < reach && sentences < 2 && (keys[squeeze(s)] || h.above(&u)) || i >= len(body)-bioReach && h.bio(&u) {
			continue
		}
		if i < reach && sentences < 2 {
			s = h.cutLines(s, keys)
		}
		if u.prose && u.words >= leastGap {
			sentences++
		}
		out = append(out, s)
	}
	if countWords(out) == 0 {
		return body
	}
	return out
}

// bioReach is how many of the last blocks of a body may tell of its author.
const bioReach = 4

var (
	bioVerb  = regexp.MustCompile(`^(?:is|are|was|covers|writes|reports|reported|joined|has (?:been|covered|written|reported|worked))\b`)
	roleOnly = regexp.MustCompile(`(?i)^(?:staff|senior|chief|contributing)? ?(?:writer|reporter|correspondent|editor|columnist)s?$`)
)

// bio says whether a paragraph tells who wrote the article: it begins with the author's
// name and goes on as such notes do.
func (h heading) bio(u *unit) bool {
	for _, name := range strings.Split(h.author, ", ") {
		if rest, found := strings.CutPrefix(u.text, name+" "); found && strings.Contains(name, " ") && u.words <= 70 {
			return bioVerb.MatchString(rest)
		}
	}
	return false
}

// cutLines takes the lines of the heading off the top of a block in which it stands on
// lines of its own.
func (h heading) cutLines(s string, keys map[string]bool) string {
	for {
		line, rest, more := strings.Cut(s, "\n")
		if !more {
			return s
		}
		u := makeUnit(line, evidence.Range{End: len(line)})
		if !keys[squeeze(line)] && !h.above(&u) && !roleOnly.MatchString(u.text) {
			return s
		}
		s = rest
	}
}

// asShown gives the blocks of a body as the page shows them, and as often: extractors glue
// words of neighbouring elements together, and now and then take a text twice.
func (v *htmlView) asShown(body []string) []string {
	shown, times := map[string]string{}, map[string]int{}
	for _, b := range v.blocks {
		key := squeeze(b.text)
		shown[key] = b.text
		times[key]++
	}
	var out []string
	taken := map[string]int{}
	for _, s := range body {
		key := squeeze(s)
		if taken[key]++; taken[key] > max(1, times[key]) && len(key) > 20 {
			continue
		}
		if shown[key] != "" {
			s = shown[key]
		}
		out = append(out, s)
	}
	return out
}

// above says whether a line at the head of a body is byline, date or counter.
func (h heading) above(u *unit) bool {
	line := u.text
	if u.words > 20 {
		return false
	}
	if _, dated := headerDateIn(line, h.order); dated || htmlByline(line) != "" || readingTime.MatchString(line) {
		return true
	}
	key := squeeze(line)
	switch author := squeeze(h.author); {
	case author != "" && (key == author || key == "by"+author || strings.HasPrefix(key, author) && u.words <= 14 && !u.prose):
		return true
	case u.prose:
		return false
	case aboveWords.MatchString(line) && clockOrDate.MatchString(line):
		return true
	}
	_, _, dated := findDayIn(line, h.order)
	return (dated || numbersDay.MatchString(line)) && u.words <= 18
}

// aboveBody gives the blocks from the heading to the first block of the body, which are
// shown above it; nil where the page has no heading there.
func (v *htmlView) aboveBody(body []string, title string) []htmlBlock {
	place := placesOf(body)
	first := -1
	for i, b := range v.blocks {
		if _, ok := place[squeeze(b.text)]; ok {
			first = i
			break
		}
	}
	from := titleBlock(v, title)
	if from < 0 || from > first || first-from > mostAbove {
		return nil
	}
	return v.blocks[from:first]
}
