package extract

import (
	"fmt"
	"strings"
	"testing"
)

// shapes are texts of about n bytes on which a careless extractor takes time that grows
// with the square of their length.
func shapes(n int) map[string]string {
	fill := func(part string) string { return strings.Repeat(part, n/len(part)+1)[:n] }
	numbered := func(format string) string {
		var b strings.Builder
		for i := 0; b.Len() < n; i++ {
			fmt.Fprintf(&b, format, i)
		}
		return b.String()
	}
	names := func() string {
		var b strings.Builder
		for i := 0; b.Len() < n; i++ {
			a, z := string(rune('a'+i%26)), string(rune('a'+i/26%26))
			fmt.Fprintf(&b, "Ana R%s%sk and Bo%s%st Corp. met Judge T%s%sle. ", a, z, z, a, z, a)
		}
		return b.String()
	}
	return map[string]string{
		"no stops":         fill(`Mr. X said "no" in 5 `),
		"one paragraph":    fill("The firm said it would pay. He denied that. "),
		"quotes":           fill(`"Yes," she said. "No." `),
		"open quote":       fill(`He said “yes and `),
		"single quotes":    fill("He said 'yes and "),
		"apostrophes":      fill("the firms' bosses' "),
		"names":            names(),
		"dates":            fill("On May 3, 2019 and in June 2020 he left a week later. "),
		"amounts":          fill("It paid $4 million to 300 people, or 5 percent. "),
		"commas":           fill("said, "),
		"according":        fill("according to the firm, "),
		"that":             fill("he said that "),
		"claims that":      fill("no evidence of claims that "),
		"citations":        fill("See Smith v. Jones, 410 U.S. 113, 120 (1973). Id. at 5. "),
		"numbers":          fill("5 "),
		"capitals":         fill("Rex Ada "),
		"short lines":      fill("a\n"),
		"short paragraphs": fill("He said no.\n\n"),
		"no spaces":        fill("abcdefghij"),
		"no spaces, marks": fill("a\"b'c,d."),
		"counsel":          fill("Ana Ruiz, attorney for Ben Kort, counsel for "),
		"suing":            fill("Ana Ruiz and Ben Kort sued Harbor Corp, which sued "),
		"accusing":         fill("Ana Ruiz, a nurse, accuses Harbor Corp of theft, "),
		"joined":           fill("Ohio, Iowa and Utah, joined by "),
		"offices":          fill("sued the board and its president and two of its directors, Ray Hall, "),
		"land use":         fill("The appeal was brought by Ana Ruiz and the town's lawyer, "),
		"barristers":       fill("Ana Ruiz KC, instructed by Day Lee Solicitors, for the widow, "),
		"who represent":    fill("Ana Ruiz, a partner at Day Lee in Reno who represents "),
		"semicolons":       fill("against Ana Ruiz, 83, who walks; "),
		"directors":        fill("the directors, Ana Ruiz and Ray Hall, are the directors, "),
		"answers":          fill("Paragraphs 1 through 9 and 12 are denied and "),
		"prayer":           fill("Plaintiff prays for: (a) costs; (b) damages; "),
		"acts":             fill("the Oregon Fair Water Act and the "),
		"brackets":         fill("((("),
		"stops":            fill("..."),
		"numbered":         numbered("%d. Defendant denies paragraph %[1]d. "),
		"numbered lines":   numbered("%d. Defendant said it denies paragraph %[1]d.\n\n"),
	}
}

// BenchmarkShapes reads every shape at two lengths; the rates of a shape should be alike.
func BenchmarkShapes(b *testing.B) {
	for _, n := range []int{50_000, 100_000} {
		for name, text := range shapes(n) {
			b.Run(fmt.Sprintf("%s/%d", strings.ReplaceAll(name, " ", "-"), n/1000), func(b *testing.B) {
				b.SetBytes(int64(len(text)))
				for b.Loop() {
					Facts(articleOf(text))
				}
			})
		}
	}
}

// TestShapesGrowLinearly compares how much is told of a text with how much is told of
// one twice as long: what grows with the square of the length would be four times it.
func TestShapesGrowLinearly(t *testing.T) {
	told := func(text string) int {
		doc := articleOf(text)
		Facts(doc)
		n := len(doc.Parties) + len(doc.Dates) + len(doc.Amounts) + len(doc.Citations)
		for _, s := range doc.Statements {
			n += len(s.Text)
		}
		for _, q := range doc.Quotations {
			n += len(q.Text)
		}
		return n
	}
	long := shapes(40_000)
	for name, text := range shapes(20_000) {
		if once, twice := told(text), told(long[name]); twice > 3*once+1000 {
			t.Errorf("%s: %d told of %d bytes, %d of %d", name, once, len(text), twice, len(long[name]))
		}
	}
}
