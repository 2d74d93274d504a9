package crosscheck_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"averment/evidence"
	"averment/ingest/extract"
	"averment/search/crosscheck"
)

// goldClaim is a pasted claim with what each report does with it: one letter a report,
// "s" asserts or attributes, "d" denies, "x" differs, "-" none of these, "?" either.
type goldClaim struct{ claim, gold, slot string }

var seedGold = []goldClaim{
	{"The lawsuit seeks $1,000 per user under the Stored Communications Act.", "ss-s?", ""},
	{"The suit demands $5,000 per person for violations of the Stored Communications Act.", "xx-x?", "amount"},
	{"LinkedIn earned $1.7 billion from premium subscriptions in 2023.", "s---s", ""},
	{"LinkedIn made $2.7bn in revenue from premium subscriptions in 2023.", "x---x", "amount"},
	{"LinkedIn generated $1.7 billion from premium subscriptions in 2021.", "x---x", "date"},
	{"LinkedIn has more than one billion users.", "s---s", ""},
	{"LinkedIn has over two billion users worldwide.", "x---x", "count"},
	{"Nearly a quarter of LinkedIn's users live in the United States.", "s---s", ""},
	{"About 40% of LinkedIn's users live in the US.", "x---x", "percentage"},
	{"The complaint was filed on Tuesday night in federal court in San Jose.", "-s-s-", ""},
	{"LinkedIn called the claims false and without merit.", "ss?-s", ""},
	{"LinkedIn did not respond to the allegations.", "ddd-d", ""},
	{"Microsoft has not responded to the allegations.", "---s-", ""},
	{"The privacy setting was introduced in August 2024.", "-s-s-", ""},
	{"LinkedIn introduced the privacy setting in July 2024.", "-x-x-", "date"},
	{"LinkedIn updated its privacy policy on September 18, 2024.", "---s-", ""},
	{"LinkedIn updated its privacy policy on September 28, 2024.", "---x-", "date"},
	{"The lawsuit was filed on behalf of Alessandro De La Torre.", "-ss--", ""},
	{"The law firm Edelson PC represents the plaintiff.", "--s--", ""},
	{"Opting out does not affect training that has already taken place.", "ss-ss", ""},
	{"Trump announced a $500 billion investment in AI infrastructure.", "-s-s-", ""},
	{"Trump announced a $100 billion investment in AI infrastructure.", "-x-x-", "amount"},
	{"LinkedIn paused the use of UK user data for AI training in September 2024.", "-s--s", ""},
	{"The lawsuit accuses LinkedIn of negligence.", "-----", ""},
	{"Microsoft is the defendant in the lawsuit.", "-----", ""},
	{"LinkedIn violated its Subscription Agreement.", "--s--", ""},
	{"LinkedIn shared private messages of Premium customers with third parties to train AI models.", "ssss?", ""},
	{"The lawsuit seeks damages for breach of contract.", "ss-s-", ""},
	{"The lawsuit alleges violations of California's unfair competition law.", "sssss", ""},
	{"The lawsuit was filed by the Federal Trade Commission.", "-----", ""},
	{"Users in Canada are exempt from having their data used for AI training.", "-ss--", ""},
	{"The Information Commissioner's Office was pleased with LinkedIn's answer.", "-s---", ""},
	{"LinkedIn agreed to pay $1,000 to each user.", "-----", ""},
	{"LinkedIn said in an email that it had not enabled data sharing for AI purposes in Switzerland.", "s----", ""},
	{"The lawsuit offers no proof that private messages were shared.", "--s--", ""},
	{"LinkedIn attempted to cover its tracks.", "ss?ss", ""},
	{"The lawsuit says LinkedIn was aware that it had violated its contractual promises.", "ss?ss", ""},
	{"LinkedIn lost the lawsuit.", "-----", ""},
	{"The plaintiffs' lawyer declined to comment.", "-?-s-", ""},
}

// score counts hits, false alarms and misses.
type score struct{ hit, extra, missed int }

func (s score) precision() float64 { return ratio(s.hit, s.hit+s.extra) }
func (s score) recall() float64    { return ratio(s.hit, s.hit+s.missed) }
func (s score) f1() float64        { return ratio(2*s.hit, 2*s.hit+s.extra+s.missed) }
func (s score) String() string {
	return fmt.Sprintf("precision %.3f recall %.3f F1 %.3f (%d right, %d extra, %d missed)", s.precision(), s.recall(), s.f1(), s.hit, s.extra, s.missed)
}

func (s *score) count(want, got bool) {
	switch {
	case want && got:
		s.hit++
	case got:
		s.extra++
	case want:
		s.missed++
	}
}

func ratio(a, b int) float64 {
	if b == 0 {
		return 1
	}
	return float64(a) / float64(b)
}

var letters = map[string]byte{"asserts": 's', "attributes": 's', "denies": 'd', "differs": 'x', "related": '-'}

// judge checks one claim and gives the letters of the reports, and the slots.
func judge(t *testing.T, c *crosscheck.Checker, ids []string, claim string) (string, []crosscheck.Verdict) {
	t.Helper()
	a, err := c.Claim(context.Background(), claim, crosscheck.CheckOptions{})
	if err != nil {
		t.Fatal(err)
	}
	got := []byte(strings.Repeat("-", len(ids)))
	for _, v := range a.Sentences[0].Verdicts {
		if i := slices.Index(ids, v.Document); i >= 0 && got[i] == '-' {
			got[i] = letters[v.Verdict]
		}
	}
	return string(got), a.Sentences[0].Verdicts
}

// measure scores documents and differences over a gold list.
func measure(t *testing.T, c *crosscheck.Checker, ids []string, gold []goldClaim) (documents, kinds, slots score) {
	for _, g := range gold {
		got, verdicts := judge(t, c, ids, g.claim)
		for i := range ids {
			w, h := g.gold[i], got[i]
			if w == '?' {
				continue
			}
			documents.count(w != '-', h != '-')
			kinds.count(w != '-', w == h && h != '-')
			slots.count(w == 'x', h == 'x')
		}
		if !agree(g.gold, got) {
			t.Logf("%s want %s: %s", got, g.gold, g.claim)
			if os.Getenv("CROSSCHECK_TRACE") != "" {
				for _, v := range verdicts {
					if i := slices.Index(ids, v.Document); i < 0 || g.gold[i] == '?' || g.gold[i] == got[i] {
						continue
					}
					t.Logf("      %s %d: %s [%s %s] %q/%q %s | %.90q", v.Verdict, slices.Index(ids, v.Document), v.Slot, v.Speaker, v.Stance, v.Yours, v.Theirs, v.Rule, v.Passage.Text)
				}
			}
		}
	}
	return documents, kinds, slots
}

func agree(want, got string) bool {
	for i := range want {
		if want[i] != '?' && want[i] != got[i] {
			return false
		}
	}
	return true
}

func TestEvaluationSeeds(t *testing.T) {
	docs := seeds(t)
	c := crosscheck.Against(docs, extract.Facts)
	documents, kinds, slots := measure(t, c, idsOf(docs), seedGold)
	t.Logf("documents per claim: %v", documents)
	t.Logf("with the same verdict: %v", kinds)
	t.Logf("slot differences:    %v", slots)
	if documents.f1() < 0.85 || slots.precision() < 0.9 || slots.recall() < 0.8 {
		t.Error("below the aims of the page")
	}
}

func idsOf(docs []*evidence.Document) (out []string) {
	for _, d := range docs {
		out = append(out, d.ID)
	}
	return out
}

// seeds reads the saved reports beside the project, all published on one day.
func seeds(t *testing.T) (out []*evidence.Document) {
	t.Helper()
	files, _ := filepath.Glob(filepath.Join(root(t), "..", "shared", "seeds", "*.txt"))
	if len(files) == 0 {
		if os.Getenv("AVERMENT_REQUIRE_SHARED") == "1" {
			t.Fatal("../shared/seeds is missing")
		}
		t.Skip("needs ../shared/seeds beside the project")
	}
	slices.Sort(files)
	for i, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		published, _ := evidence.ParseDate("2025-01-24")
		d := report(fmt.Sprintf("seed%d", i), "", string(b), published.Value)
		out = append(out, d)
	}
	return out
}

func root(t *testing.T) string {
	t.Helper()
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for dir != filepath.Dir(dir) {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			return dir
		}
		dir = filepath.Dir(dir)
	}
	t.Fatal("no go.mod above")
	return ""
}

// report makes an article of a text.
func report(id, title, text, published string) *evidence.Document {
	d := &evidence.Document{ID: id, Kind: evidence.Article, Title: title, Pages: []evidence.Page{{Number: 1, Text: text, State: evidence.PageText}}}
	if published != "" {
		p, err := evidence.ParseDate(published)
		if err != nil {
			panic(err)
		}
		d.Published = &p
	}
	return d
}
