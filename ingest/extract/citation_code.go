package extract

import "strings"

// byCode reads a law that is cited by the name of its code: "Cal. Civ. Code § 1709",
// "Mass. Gen. Laws ch. 93A, § 2", "Fed. R. Civ. P. 12(b)(6)", "U.S. Const. amend. XIV, § 1".
func (c *citer) byCode(i int) int {
	entry, end := codes().match(c.p.tokens, i, true)
	if end == i {
		return i
	}
	end = c.annotated(end)
	k := end
	for c.p.at(k).low == "," {
		k++
	}
	after, sec, marked := c.lawParts(k, entry)
	if after == k {
		return i
	}
	numbered := strings.ContainsAny(sec, "-.:") || entry.direct
	if !marked && !numbered || strings.HasSuffix(entry.normal, "Registration No.") && !strings.Contains(sec, ",") {
		return i
	}
	n := cite{first: i, end: after, after: after}
	n.Type, n.Page = entry.kind, sec
	n.Reporter, n.Volume = lawName(c.p.str(i, end), c.p.str(k, after))
	if entry.kind == "rule" {
		n.end = c.subsections(after)
		n.Page = sec + c.p.str(after, n.end)
	}
	n.Normal = entry.normal + strings.TrimPrefix(" "+c.p.str(k, n.end), "  ")
	c.numbered(&n, k)
	c.finishLaw(&n)
	c.add(n)
	return n.after
}

// lawSeries are laws that are numbered by the congress that passed them.
var lawSeries = set("Pub. L.", "Pub.L.", "Public Law", "Pvt. L.", "Pvt.L.", "Priv. L.", "Private Law")

// annotated steps over "Ann.", which belongs to the name of the code before end.
func (c *citer) annotated(end int) int {
	for c.p.at(end).low == "ann" && !c.p.at(end).para {
		if end++; c.p.at(end).low == "." && !c.p.at(end).space {
			end++
		}
	}
	return end
}

// lawName parts the printed name of a code from the words that introduce its number, and
// gives the title where it is cited by title: "Del. Code Ann. tit. 8, § 1" is title 8.
func lawName(printed, cited string) (name, title string) {
	fields := strings.Fields(printed + " " + cited)
	name = printed
	for i := 1; i < len(fields); i++ {
		switch strings.TrimRight(fields[i], ".") {
		case "tit", "title":
			if i+1 < len(fields)-1 {
				title = strings.Trim(fields[i+1], ",")
			}
		case "ch", "art", "r", "c", "No", "Number":
		default:
			continue
		}
		if short := strings.TrimRight(strings.Join(fields[:i], " "), ", "); len(short) < len(name) {
			name = short
		}
		return name, title
	}
	return strings.TrimRight(name, ", "), ""
}

// numbered completes laws that carry a number of their own: a public law is cited by it as
// by a title, and a patent has its kind behind it ("8,112,504 B2").
func (c *citer) numbered(n *cite, k int) {
	if lawSeries[n.Reporter] {
		n.Volume, _ = c.sectionAt(k)
		if n.Page == n.Volume {
			n.Page = ""
		}
	}
	if t := c.p.at(n.end); strings.HasSuffix(n.Reporter, "Patent") && t.upper && len(t.low) == 2 && t.low[1] <= '9' {
		n.end++
	}
}

// lawParts reads the parts that name the place: "ch. 93A, § 2", "art. I, § 8, cl. 3".
func (c *citer) lawParts(k int, entry code) (end int, sec string, marked bool) {
	marked = strings.HasSuffix(entry.normal, "tit.") || strings.HasSuffix(entry.normal, "ch.") ||
		strings.HasSuffix(entry.normal, "art.") || strings.HasSuffix(entry.normal, "c.") || strings.HasSuffix(entry.normal, "r.")
	end = k
	for {
		at := end
		if end > k && c.p.at(at).low == "," {
			at++
		}
		at, mark := c.sectionMark(at)
		if end > k && mark == "" {
			return end, sec, marked
		}
		part, after := c.sectionAt(at)
		if after == at {
			return end, sec, marked
		}
		if c.p.at(after-1).kind == word && after == at+1 && mark == "" && entry.kind != "constitution" {
			return end, sec, marked
		}
		sec, end, marked = part, after, marked || mark != ""
	}
}
