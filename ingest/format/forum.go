package format

import "regexp"

var (
	postNumber = regexp.MustCompile(`^#\d{1,5}$`)
	threadMeta = regexp.MustCompile(`(?i)^(?:thread starter|start date)\s+\S`)
	postRank   = regexp.MustCompile(`(?i)^(?:new|junior|senior|active|well-known|registered|full|premium|veteran|trusted|hero|guest)?\s*(?:member|user|moderator|administrator|contributor)$`)
	tabWord    = regexp.MustCompile(`(?i)^(?:summary|companies|law firms|related documents|people|organi[sz]ations)$`)
)

// headOfPost is how many lines a forum prints above a post: name, rank, joined, date.
const headOfPost = 5

// markPosts marks the lines above the posts of a forum: "#2", the date, the rank and the
// name of who wrote. A lone "#2" is no forum.
func (p *savedPage) markPosts() {
	var posts []int
	for i, u := range p.units {
		if postNumber.MatchString(u.text) && p.datedAround(i) {
			posts = append(posts, i)
		}
		if threadMeta.MatchString(u.text) && u.words <= 8 {
			p.units[i].furniture, p.units[i].label = true, chromeLabel
		}
	}
	if len(posts) < 2 {
		return
	}
	for _, i := range posts {
		for j := i; j >= 0 && j > i-headOfPost && !p.units[j].prose && p.units[j].words <= 6; j-- {
			p.units[j].furniture, p.units[j].label = true, chromeLabel
			if p.units[j].gap {
				break
			}
		}
		for j := i + 1; j < len(p.units) && postRank.MatchString(p.units[j].text); j++ {
			p.units[j].furniture = true
		}
	}
}

// datedAround says whether a date stands within two lines of unit i.
func (p *savedPage) datedAround(i int) bool {
	for j := max(0, i-2); j < min(len(p.units), i+3); j++ {
		if dateOnly(p.units[j].text) {
			return true
		}
	}
	return false
}

// markTabs marks rows of tabs such as "Summary", "Companies", "Law firms" above the
// article: two or more of them, one under the other.
func (p *savedPage) markTabs() {
	for i := 0; i+1 < min(p.lead, len(p.units)); i++ {
		if tabWord.MatchString(p.units[i].text) && tabWord.MatchString(p.units[i+1].text) {
			p.units[i].furniture, p.units[i+1].furniture = true, true
		}
	}
}
