package format

import (
	"regexp"
	"strings"
)

var sourceLine = regexp.MustCompile(`(?i)^\W?(?:(?:news |original )?sources?|via|with (?:inputs?|information|reporting|files) from)\s*(?:[:=–-]\s*|\s)(\S.*)$`)

var creditSplit = regexp.MustCompile(`\s*[|;/•]\s*|\s*,\s+|\s+and\s+|\s+&\s+`)

// origins gives the outlets that the page credits: "Source: Reuters", "BBC | ITPro".
func (p *savedPage) origins() []string {
	var out []string
	seen := map[string]bool{}
	for _, u := range p.units {
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
	for _, name := range creditSplit.Split(list, -1) {
		if name = strings.Trim(name, " .:"); name != "" && len(name) <= 60 && !strings.Contains(name, "://") {
			out = append(out, name)
		}
	}
	return out
}
