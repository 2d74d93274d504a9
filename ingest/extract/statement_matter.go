package extract

import "averment/evidence"

// silent says whether nobody states anything in the unit: it is a caption, a signature or
// a note, or a heading of something other than a report. The headline of a report speaks.
func (s *speech) silent(u unit) bool {
	switch u.matter {
	case captionMatter, signatureMatter, noteMatter, deskMatter:
		return true
	case headingMatter:
		if s.praying != "" && s.itemMark(u, u.first) > 0 {
			return false
		}
		return s.v.doc.Kind != evidence.Article && !s.asks(u)
	}
	return s.label(u) || s.formula(u)
}

// label is a line such as "Last updated: August 14, 2024" that tells of the page.
func (s *speech) label(u unit) bool {
	if !u.heading && s.v.doc.Kind != evidence.Policy {
		return false
	}
	for _, words := range effectiveLabels {
		if s.p.matches(u.first, words) && u.end-u.first < 14 {
			return true
		}
	}
	return false
}

// asks says whether the unit is a question of its author's.
func (s *speech) asks(u unit) bool {
	for k := u.end - 1; k >= u.first && s.p.tokens[k].kind == punct; k-- {
		if s.p.tokens[k].low == "?" {
			return s.mask[k] == 0
		}
	}
	return false
}
