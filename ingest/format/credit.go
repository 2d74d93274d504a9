package format

import (
	"regexp"
	"strings"

	"averment/evidence"
)

var sourceLine = regexp.MustCompile(`(?i)^\W?(?:(?:news |original )?sources?|via|with (?:inputs?|information|reporting|files) from)(?:\s*[:=]\s*|\s+[–-]\s+|\s+)(\S.*)$`)

// firmComma is the comma of "Name, Inc.", which parts no names.
var firmComma = regexp.MustCompile(`,\s+((?:Inc|LLC|Ltd|Corp|Co|PLC|plc|N\.V|S\.A)\b)`)

var firmEnd = regexp.MustCompile(`\b(?:Inc|Ltd|Corp|Co|Cos|Bros|U\.S|N\.V|S\.A)\.$`)

var creditSplit = regexp.MustCompile(`\s*[|;/•]\s*|\s*,\s+|\s+and\s+|\s+&\s+`)

// origins gives the outlets that the page credits: "Source: Reuters", "BBC | ITPro".
func (p *savedPage) origins() []string { return originsIn(p.units) }

// originsOf gives the outlets that blocks of text credit.
func originsOf(blocks []string) []string {
	var units []unit
	for _, s := range blocks {
		if u := makeUnit(s, evidence.Range{End: len(s)}); u.words <= 30 {
			u.label = classify(&u)
			units = append(units, u)
		}
	}
	return originsIn(units)
}

func originsIn(units []unit) []string {
	var out []string
	seen := map[string]bool{}
	for _, u := range units {
		for _, name := range creditedIn(u) {
			if key := strings.ToLower(name); !seen[key] {
				seen[key] = true
				out = append(out, name)
			}
		}
	}
	return out
}

// creditedIn gives the names in a credit line; makers of pictures are no source.
func creditedIn(u unit) []string {
	if u.label != creditLabel || u.furniture || u.prose && u.words > 12 {
		return nil
	}
	list := u.text
	if !outletList.MatchString(list) {
		m := sourceLine.FindStringSubmatch(list)
		if m == nil {
			return nil
		}
		list = m[1]
	}
	var out []string
	for _, name := range creditSplit.Split(firmComma.ReplaceAllString(list, "\x00$1"), -1) {
		name = strings.ReplaceAll(strings.TrimSpace(name), "\x00", ", ")
		if !firmEnd.MatchString(name) {
			name = strings.Trim(name, " .:")
		}
		if name != "" && len(name) <= 60 && !strings.Contains(name, "://") {
			out = append(out, name)
		}
	}
	return out
}
