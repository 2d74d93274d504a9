package format

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"

	"averment/evidence"
)

// The parts of a stamp. CM/ECF lets each court word its own, so that the parts come in
// any order and under several names.
var (
	stampHead = regexp.MustCompile(`(?i)^\W{0,3}(?:(USCA)\s?(\d{1,2}|DC|FC)?\s+)?(?:Appellate\s+)?(?:Case|Appeal)(?:\s+(?:No|Number)\b\.?)?\s*[:#]*\s*` +
		`((?:\d{1,2}:)?\d{2}-(?:[a-z]{2,4}-)?\d{1,7}|MDL\s+No\.?\s*\d{2,5})((?:-[a-z0-9()]{1,8})*)(?:\s*\(\s*[LX]\s*\))?`)
	stampEntry  = regexp.MustCompile(`(?i)\b(?:Document|Doc|DktEntry|Dkt|ECF)\b\.?(?:\s*No\b\.?)?\s*[:#]*\s*(\d{1,12}(?:[-.]\d{1,4}){0,2})\b`)
	stampFiled  = regexp.MustCompile(`(?i)(?:\b(?:Date\s+)?(?:Filed|Entered)(?:\s+(?:in|on)(?:\s+[A-Z]{3,6})?(?:\s+on|\s+Docket)?)?\s*:?\s*|,\s*)(\d{1,2}/\d{1,2}/(?:\d{4}|\d{2}))\b(?:\s+\d{1,2}:\d{2}(?::\d{2})?(?:\s*[AP]M)?)?(?:\s+in\s+[A-Z]{4}\b)?`)
	stampPage   = regexp.MustCompile(`(?i)(?:\b(?:Pages?|Pg)\b\.?\s*:?\s*|\bPage)(\d{1,5})(?:\s+of\s+(\d{1,5}))?\b|\b(\d{1,5})\s+of\s+(\d{1,5})\b`)
	stampPageID = regexp.MustCompile(`(?i)\bPage\s?ID\s*[#:.]*\s*(\d{1,9})\b`)
	stampSerial = regexp.MustCompile(`(?i)\b(?:Entry\s+)?ID\s*:\s*\d{5,10}\b|,\s*\d{6,8}\b`)
	stampRest   = regexp.MustCompile(`(?i)\b(?:Desc|Main|Document|Exhibit|USDC|Case\s+participants|filed|RESTRICTED|SEALED|USBC|Petition)\b|[^\p{L}\p{N}]+`)
)

// parseStamp reads the line that a court prints on the pages of what is filed, such as
// "Case 1:23-cv-04567-AB Document 9 Filed 02/03/23 Page 2 of 7 PageID #: 31" and its
// variants in the circuits and in bankruptcy courts. A line that only mentions a docket
// is no stamp: two further parts must be there, and little else.
func parseStamp(text string) (evidence.Stamp, bool) {
	line := strings.Join(strings.Fields(text), " ")
	head := stampHead.FindStringSubmatch(line)
	if head == nil || len(line) > 400 {
		return evidence.Stamp{}, false
	}
	s := evidence.Stamp{Docket: strings.Join(strings.Fields(head[3]), " ")}
	rest := line[len(head[0]):]
	parts := 0
	take := func(re *regexp.Regexp, use func(m []string)) {
		m := re.FindStringSubmatchIndex(rest)
		if m == nil {
			return
		}
		use(groups(rest, m))
		rest = rest[:m[0]] + " " + rest[m[1]:]
		parts++
	}
	take(stampPageID, func(m []string) { s.PageID = m[1] })
	take(stampEntry, func(m []string) { s.Entry = m[1] })
	take(stampFiled, func(m []string) { s.Filed = stampDate(m[1]) })
	rest = stampFiled.ReplaceAllString(rest, " ") // bankruptcy courts print filed and entered
	rest = stampSerial.ReplaceAllString(rest, " ")
	take(stampPage, func(m []string) { s.Page, s.Of = atoi(m[1]+m[3]), atoi(m[2]+m[4]) })
	if parts < 2 || len(stampRest.ReplaceAllString(rest, "")) > 24 {
		return evidence.Stamp{}, false
	}
	s.Court = stampCourt(line, s)
	return s, true
}

func groups(s string, m []int) []string {
	out := make([]string, len(m)/2)
	for i := range out {
		if m[2*i] >= 0 {
			out[i] = s[m[2*i]:m[2*i+1]]
		}
	}
	return out
}

func atoi(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil {
		return 0
	}
	return n
}

// stampDate reads month/day/year as American courts print it; nil for no date.
func stampDate(s string) *evidence.Date {
	layout := "1/2/2006"
	if i := strings.LastIndexByte(s, '/'); len(s)-i == 3 {
		layout = "1/2/06"
	}
	t, err := time.Parse(layout, s)
	if err != nil {
		return nil
	}
	d := evidence.DayOf(t, s)
	d.Method, d.Confidence = "stamp", "high"
	return &d
}

var docketNumber = regexp.MustCompile(`^(?:\d{1,2}:)?(\d{2})-(?:[A-Za-z]{2,4}-)?(\d{1,7})`)

// docketCore is the two-digit year and the five-digit serial of a docket number, which
// are unique within a court: "8:16-cv-01261" and "16-1261" both give "1601261".
func docketCore(number string) string {
	m := docketNumber.FindStringSubmatch(number)
	if m == nil {
		return ""
	}
	return fmt.Sprintf("%s%05d", m[1], atoi(m[2]))
}

// docketOf takes the docket of the document from the stamps of its pages: the first
// stamp of the docket that most pages carry. Filings that are stamped twice (an exhibit
// with the stamp of its own case) keep the outer one.
func docketOf(pages []evidence.Page) *evidence.Docket {
	count := map[string]int{}
	for _, p := range pages {
		if p.Stamp != nil {
			count[p.Stamp.Docket]++
		}
	}
	var best *evidence.Stamp
	for i := range pages {
		s := pages[i].Stamp
		if s != nil && (best == nil || count[s.Docket] > count[best.Docket]) {
			best = s
		}
	}
	if best == nil {
		return nil
	}
	return &evidence.Docket{Number: best.Docket, Core: docketCore(best.Docket), Court: best.Court,
		Entry: best.Entry, Filed: best.Filed}
}
