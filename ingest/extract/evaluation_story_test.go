package extract_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"averment/evidence"
	"averment/ingest/extract"
)

// The short stories of testdata/stories are invented reports of lawsuits in many styles, each
// with its gold behind the line "---". A story begins with "=== NAME DAY". The gold has the
// lines
//
//	P name; role,role      a party with its roles; a|b parts alternatives, role? may be missing;
//	                       "counsel for Harbor/the plaintiffs" gives the names that are right for its client
//	?P name; role          a party that need not be found
//	S cue|speakers|stances a statement; ; parts alternative speakers, / alternative stances
//	Q opening|speakers     a quotation
//
// dev.txt was read while the rules were written. held-out.txt, final.txt, fourth.txt and fifth.txt were each
// scored once before their misses were read, and are material like dev.txt since. Recall of
// plaintiff, defendant and counsel at those first scores: held-out .47 .57 .83, final .60 .58
// .88, fourth .50 .68 1.00, fifth 1.00 .67 1.00; before the rules were written: .37 .27 .42 and .35 .19 .28.
// sixth.txt to twelfth.txt are whole reports with the gold of parties alone, and of whose counsel, owner or
// unit somebody is ("whose"). Precision and recall of plaintiff, defendant, counsel and whose at first score:
// sixth .73/.73 .78/.64 .75/.60 .67/.39, seventh .70/.47 .65/.41 .93/.79 .58/.46, and when the rules had
// been mended by the sixth alone .89/.53 .72/.48 .97/.91 .66/.59; eighth .67/.36 .85/.85 1.00/.89 .81/.71,
// ninth .75/.43 1.00/.88 1.00/.73 .70/.41, tenth 1.00/.50 .67/.50 .92/.92 .77/.62 and
// eleventh 1.00/.50 1.00/.83 1.00/.89 and twelfth 1.00/1.00 1.00/.36 1.00/.75 without whose (few names
// each: 11, 7, 14, 10 and 8 plaintiffs).
//
// us1 to us6, world1 to world3, tech1 to tech3 and news1 to news13, 259 reports in the manner of many papers, were written and
// marked apart from the rules and from each other. Precision and recall of names, plaintiff,
// defendant and counsel at first score: us1 and world1 .90/.84 .88/.54 .89/.58 .95/.74, then, the rules mended by
// those, us2 and world2 .92/.89 .77/.73 .87/.60 1.00/.79, us3 and world3 .92/.87 .79/.40 .90/.67 .95/.75, us4 and
// tech1 .96/.95 .88/.77 .97/.77 .91/.87, us5 and tech2 .95/.92 .87/.87 .95/.64 .96/.79, us6 and tech3 .94/.93
// .85/.74 .95/.73 .93/.81, news1 to news4 .95/.95 .86/.76 .96/.87 1.00/.94, news5
// and news6 .97/.98 .95/.78 .96/.92 1.00/.87, news7 and news8 .97/.97 .94/.85 .87/.74 1.00/.90, news9
// and news10 .95/.91 .90/.59 .92/.79 1.00/.85, news11 and news12, at the same time, .94/.90 .89/.61 .82/.58
// .98/.82, and news13, the rules mended by those, .93/.95 .73/.64 1.00/.77 .97/.95.
type story struct {
	name, published, text string
	parties               []storyParty
	says, quotes          [][]string
	unsaid                []string // openings of scare quotes and titles, which nobody says
}

type storyParty struct {
	name     string
	roles    []string
	optional bool
}

// storyRoles are the roles that are scored.
var storyRoles = []string{"plaintiff", "defendant", "counsel", "court", "judge", "owner", "subsidiary"}

func readStories(t *testing.T, file string) []story {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var out []story
	for part := range strings.SplitSeq("\n"+string(data), "\n=== ") {
		head, rest, _ := strings.Cut(part, "\n")
		text, lines, ok := strings.Cut(rest, "\n---\n")
		if !ok {
			continue
		}
		s := story{text: text + "\n"}
		s.name, s.published, _ = strings.Cut(head, " ")
		for line := range strings.Lines(lines) {
			s.gold(strings.TrimSpace(line))
		}
		out = append(out, s)
	}
	return out
}

// gold reads one line of a story's gold.
func (s *story) gold(line string) {
	optional := strings.HasPrefix(line, "?")
	line = strings.TrimPrefix(line, "?")
	switch {
	case strings.HasPrefix(line, "P "):
		name, roles, _ := strings.Cut(line[2:], ";")
		p := storyParty{name: name, optional: optional}
		if roles = strings.TrimSpace(roles); roles != "" {
			p.roles = strings.Split(roles, ",")
		}
		s.parties = append(s.parties, p)
	case strings.HasPrefix(line, "S "):
		s.says = append(s.says, strings.Split(line[2:], "|"))
	case strings.HasPrefix(line, "N "):
		s.unsaid = append(s.unsaid, line[2:])
	case strings.HasPrefix(line, "Q "):
		s.quotes = append(s.quotes, strings.Split(line[2:], "|"))
	}
}

// wants says whether the gold gives the role, and whether it must.
func (p storyParty) wants(role string) (may, must bool) {
	for _, r := range p.roles {
		head, open := roleHeads(r)
		if slices.Contains(head, role) {
			return true, !open && !p.optional
		}
	}
	return false, false
}

// roleHeads are the words of the roles that one entry of the gold allows, and whether it is
// open: "plaintiff|appellant", "owner? of Harbor Inc".
func roleHeads(entry string) (heads []string, open bool) {
	for r := range strings.SplitSeq(entry, "|") {
		head, _, _ := strings.Cut(r, " ")
		head, maybe := strings.CutSuffix(head, "?")
		heads, open = append(heads, head), open || maybe
	}
	return heads, open
}

// target is what stands behind "for" or "of" in the gold's role, its alternatives split, nil
// when the gold names none.
func (p storyParty) target(role string) []string {
	for _, r := range p.roles {
		head, rest, _ := strings.Cut(r, " ")
		if head == role && rest != "" {
			_, name, _ := strings.Cut(rest, " ")
			return strings.Split(name, "/")
		}
	}
	return nil
}

// hits says whether one of the party's roles names one of the targets.
func hits(p evidence.Party, role string, targets []string) bool {
	return slices.ContainsFunc(p.Roles, func(r string) bool {
		head, rest, _ := strings.Cut(r, " ")
		_, name, _ := strings.Cut(rest, " ")
		return head == role && slices.ContainsFunc(targets, func(t string) bool { return nameWords(t) == nameWords(name) })
	})
}

// nameWords are the words that tell two names apart.
func nameWords(s string) string {
	var out []string
	for w := range strings.FieldsSeq(strings.Map(func(r rune) rune {
		switch {
		case r == '’' || r == '\'':
			return -1
		case r >= 'a' && r <= 'z' || r >= '0' && r <= '9' || r > 127 || r == '&':
			return r
		}
		return ' '
	}, strings.ToLower(s))) {
		if !slices.Contains([]string{"inc", "corp", "ltd", "llc", "plc", "co", "the", "ag", "llp", "mr", "ms"}, w) {
			out = append(out, w)
		}
	}
	return strings.Join(out, " ")
}

func sameName(want string, p evidence.Party) bool {
	w := " " + nameWords(want) + " "
	for _, name := range append([]string{p.Name}, p.Aliases...) {
		if g := " " + nameWords(name) + " "; g != "  " && strings.Contains(g, w) {
			return true
		}
	}
	return false
}

// storyFloors are the least precision and recall of each kind over the sets named and all
// before them, since a later set brings what the rules have not seen yet.
var storyFloors = []struct {
	sets  []string
	least map[string][2]float64
}{
	{[]string{"dev", "held-out", "final", "fourth", "fifth"}, map[string][2]float64{"names": {.96, .96}, "role plaintiff": {.95, .93}, "role defendant": {.94, .93}, "role counsel": {.97, .97},
		"role court": {.95, .97}, "role judge": {.97, .97}, "role owner": {.93, .97}, "cue and speaker": {.95, .93}, "stance": {.93, .9}, "quotations": {.88, .88}}},
	{[]string{"sixth", "seventh", "eighth", "ninth"}, map[string][2]float64{"names": {.96, .96}, "role plaintiff": {.95, .93}, "role defendant": {.94, .93}, "role counsel": {.97, .97},
		"role court": {.95, .97}, "role judge": {.97, .97}, "role owner": {.93, .96}, "whose": {.94, .9}}},
	{[]string{"tenth", "eleventh", "twelfth"}, map[string][2]float64{"names": {.96, .96}, "role plaintiff": {.95, .93}, "role defendant": {.94, .93}, "role counsel": {.97, .97},
		"role court": {.95, .97}, "role judge": {.97, .97}, "role owner": {.93, .96}, "whose": {.93, .87}}},
	{[]string{"us1", "us2", "us3", "us4", "us5", "us6", "world1", "world2", "world3", "tech1", "tech2", "tech3", "news1", "news2", "news3", "news4", "news5", "news6", "news7", "news8",
		"news9", "news10", "news11", "news12", "news13"}, map[string][2]float64{"names": {.96, .96}, "role plaintiff": {.94, .90}, "role defendant": {.94, .88}, "role counsel": {.97, .94},
		"role court": {.9, .92}, "role judge": {.97, .97}, "role owner": {.94, .87}, "whose": {.9, .82}, "quotations": {.93, .93}}},
}

// TestStoryEvaluation scores the sets. A set that cannot be kept here is scored from the file
// that STORIES names.
func TestStoryEvaluation(t *testing.T) {
	if file := os.Getenv("STORIES"); file != "" {
		scoreStories(t, file)
		return
	}
	all := map[string]*score{}
	for _, group := range storyFloors {
		for _, set := range group.sets {
			for kind, s := range scoreStories(t, "testdata/stories/"+set+".txt") {
				if all[kind] == nil {
					all[kind] = &score{}
				}
				all[kind].right, all[kind].found, all[kind].wanted = all[kind].right+s.right, all[kind].found+s.found, all[kind].wanted+s.wanted
			}
		}
		for _, kind := range sorted(all) {
			s := all[kind]
			t.Logf("%-12s %-18s %s", "up to "+group.sets[len(group.sets)-1], kind, s)
			if f := group.least[kind]; ratio(s.right, s.found) < f[0] || ratio(s.right, s.wanted) < f[1] {
				t.Errorf("%s: %s is below P %.2f R %.2f", kind, s, f[0], f[1])
			}
		}
	}
}

// scoreStories scores the reports of one file.
func scoreStories(t *testing.T, file string) map[string]*score {
	t.Helper()
	total := map[string]*score{"names": {}, "whose": {}, "cue and speaker": {}, "stance": {}, "quotations": {}}
	for _, role := range storyRoles {
		total["role "+role] = &score{}
	}
	for _, s := range readStories(t, file) {
		s.score(t, total)
	}
	for _, kind := range sorted(total) {
		t.Logf("%-12s %-18s %s", strings.TrimSuffix(filepath.Base(file), ".txt"), kind, total[kind])
	}
	return total
}

func (s story) score(t *testing.T, total map[string]*score) {
	doc := &evidence.Document{Pages: []evidence.Page{{Number: 1, Text: s.text, State: evidence.PageText}}}
	if d, err := evidence.ParseDate(s.published); err == nil {
		doc.Published = &d
	}
	extract.Facts(doc)
	s.scoreParties(t, doc, total)
	s.scoreSpeech(t, doc, total)
}

func (s story) scoreParties(t *testing.T, doc *evidence.Document, total map[string]*score) {
	found := slices.DeleteFunc(slices.Clone(doc.Parties), func(p evidence.Party) bool { return p.Proposed || p.Type == evidence.Group })
	used := make([]bool, len(found))
	for _, want := range s.parties {
		at := slices.IndexFunc(found, func(p evidence.Party) bool {
			return sameName(want.name, p) && !used[slices.IndexFunc(found, func(q evidence.Party) bool { return q.Name == p.Name })]
		})
		court, _ := want.wants("court")
		if at >= 0 {
			used[at] = true
		} else if !want.optional {
			t.Logf("%s: missing %s %v", s.name, want.name, want.roles)
		}
		if !want.optional && !court {
			total["names"].wanted++
			total["names"].found += btoi(at >= 0)
			total["names"].right += btoi(at >= 0)
		}
		for _, role := range storyRoles {
			may, must := want.wants(role)
			if slices.Index(want.roles, "appellant") >= 0 || slices.Index(want.roles, "respondent") >= 0 {
				must = false
			}
			has := at >= 0 && holds(found[at], want, role)
			sc := total["role "+role]
			sc.wanted += btoi(must)
			sc.found += btoi(has && (must || !may))
			sc.right += btoi(has && must)
			if targets := want.target(role); must && targets != nil {
				right := at >= 0 && hits(found[at], role, targets)
				total["whose"].wanted++
				total["whose"].found += btoi(has)
				total["whose"].right += btoi(right)
				if has && !right {
					t.Logf("%s: %s is %s of another than %v: %v", s.name, want.name, role, targets, found[at].Roles)
				}
			}
			if must && !has && at >= 0 {
				t.Logf("%s: %s is no %s: %v", s.name, want.name, role, found[at].Roles)
			} else if has && !may {
				t.Logf("%s: %s is wrongly %s (%s)", s.name, want.name, role, found[at].Basis)
			}
		}
	}
	for i, p := range found {
		if used[i] {
			continue
		}
		t.Logf("%s: extra %s %s %v (%s)", s.name, p.Name, p.Type, p.Roles, p.Basis)
		if !p.HasRole("court") {
			total["names"].found++
		}
		for _, role := range storyRoles {
			total["role "+role].found += btoi(p.HasRole(role))
		}
	}
}

// holds says whether a party has the role, or another that the gold takes for it.
func holds(p evidence.Party, want storyParty, role string) bool {
	if p.HasRole(role) {
		return true
	}
	for _, r := range want.roles {
		if alternatives, _ := roleHeads(r); slices.Contains(alternatives, role) {
			return slices.ContainsFunc(alternatives, p.HasRole)
		}
	}
	return false
}

func (s story) scoreSpeech(t *testing.T, doc *evidence.Document, total map[string]*score) {
	for _, want := range s.says {
		total["cue and speaker"].wanted++
		total["stance"].wanted++
		speaker, stance := false, false
		var seen []string
		for _, x := range doc.Statements {
			if x.CueSpan == nil || !slices.Contains(strings.Fields(strings.ToLower(x.Cue)), strings.ToLower(strings.Fields(want[0])[0])) {
				continue
			}
			seen = append(seen, x.Speaker+" "+string(x.Stance))
			if slices.ContainsFunc(strings.Split(want[1], ";"), func(w string) bool { return sameSpeaker(w, x.Speaker) }) {
				speaker = true
				stance = stance || slices.Contains(strings.Split(want[2], "/"), string(x.Stance))
			}
		}
		total["cue and speaker"].right += btoi(speaker)
		total["cue and speaker"].found += btoi(len(seen) > 0)
		total["stance"].right += btoi(stance)
		total["stance"].found += btoi(len(seen) > 0)
		if !speaker || !stance {
			t.Logf("%s: says %v: got %q", s.name, want, seen)
		}
	}
	for _, want := range s.quotes {
		total["quotations"].wanted++
		hit := ""
		for _, q := range doc.Quotations {
			if strings.HasPrefix(strings.ToLower(q.Text), strings.ToLower(want[0])) {
				hit = q.Speaker
				total["quotations"].found++
				if slices.ContainsFunc(strings.Split(want[1], ";"), func(w string) bool { return sameSpeaker(w, q.Speaker) }) {
					total["quotations"].right++
					hit = "ok"
				}
				break
			}
		}
		if hit != "ok" {
			t.Logf("%s: quote %v: got %q", s.name, want, hit)
		}
	}
}

func sameSpeaker(want, got string) bool {
	a, b := nameWords(bare(strings.ToLower(want))), nameWords(bare(strings.ToLower(got)))
	if slices.Contains([]string{"suit", "lawsuit", "action", "statement of claim", "complaint"}, a) {
		a = "complaint" // the name that all words for it share
	}
	return a == b || a != "" && b != "" && (strings.HasSuffix(b, a) || strings.HasSuffix(a, b)) && len(b) > 3
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}
