package format

import (
	"bytes"
	"context"
	"regexp"
	"strings"
	"unicode"

	readability "codeberg.org/readeck/go-readability/v2"
	"github.com/markusmobius/go-htmldate"
	"github.com/markusmobius/go-trafilatura"
	"golang.org/x/net/html"

	"averment/evidence"
)

const htmlReader = "html/1"

// thinBody is the number of words under which an extracted body is doubted and compared
// with what the second reader finds.
const thinBody = 80

// leastBody is the number of words under which a body is no article: the page is then read
// whole, like a saved page.
const leastBody = 25

// manyBlocks is the number of blocks over which those of the body are no longer searched
// for as parts of longer ones.
const manyBlocks = 5000

var declaredCharset = regexp.MustCompile(`(?i)<(?:meta|\?xml)\b[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?\s*([\w-]+)`)

// looksLikeHTML sees pages that begin with a comment, white space or a stray tag, which
// plain signatures miss.
func looksLikeHTML(data []byte) bool {
	h := bytes.ToLower(bytes.TrimLeft(head(data, 4096), "\xEF\xBB\xBF \t\r\n"))
	if len(h) == 0 || h[0] != '<' {
		return false
	}
	for _, tag := range []string{"<html", "<!doctype html", "<body", "<head>", "<div", "<p>", "<table", "<article"} {
		if bytes.Contains(h, []byte(tag)) {
			return true
		}
	}
	return false
}

// readHTML reads a web page: the body found by trafilatura, with readability as second
// reader, then everything else that a visitor could read, marked as furniture.
func readHTML(_ context.Context, _ string, data []byte, _ Options) (*Result, error) {
	return htmlDocument(decodeHTML(data, ""))
}

// decodeHTML decodes a page: the charset that came with it goes before the one it declares.
func decodeHTML(data []byte, charset string) string {
	if m := declaredCharset.FindSubmatch(head(data, 16<<10)); m != nil && charset == "" {
		charset = string(m[1])
	}
	return decodeText(data, charset)
}

// htmlBlocks gives all blocks of a page or of an HTML mail that a reader would see.
func htmlBlocks(source string) []string {
	root, err := html.Parse(strings.NewReader(source))
	if err != nil {
		return nil
	}
	return visibleText(root).texts()
}

func htmlDocument(source string) (*Result, error) {
	root, err := html.Parse(strings.NewReader(source))
	if err != nil {
		return htmlTokens(source)
	}
	openFrames(root)
	view := visibleText(root)
	f := gatherFacts(root)
	if len(view.blocks) == 0 && f.ld.body == "" {
		return nil, fail(evidence.Empty, "no text in the page")
	}
	found := extractArticle(root)
	found.blocks = view.parted(found.blocks)
	body, flags := htmlBody(root, view, found)
	d := &evidence.Document{Reader: htmlReader}
	if full := f.ld.fuller(body); full != nil {
		body = full
	} else {
		hints := f.hints(view)
		body = trimBody(fillGaps(body, view, hints), view, hints)
	}
	head := f.heading(view)
	body = head.trim(view.asShown(body), view)
	body = append(body, view.gallery(body)...)
	if f.ld.body != "" && view.lacks(body) {
		d.Warnings = append(d.Warnings, "the text is that of the page's linked data, which holds more than the page shows")
	}
	page := joinHTML(body, view, head.title, flags)
	f.describe(root, view, page.Text, d)
	found.fillEmpty(d)
	d.Pages = []evidence.Page{page}
	d.Origin = originsOf(body)
	return &Result{Document: d}, nil
}

// htmlBody gives the blocks of the article.
func htmlBody(root *html.Node, view *htmlView, found article) ([]string, []string) {
	var flags []string
	if view.hidden {
		flags = append(flags, "hidden text")
	}
	body := found.blocks
	words := countWords(body)
	if words >= thinBody && words*4 >= view.proseWords() {
		return body, flags
	}
	second := readabilityBody(root)
	if n := countWords(second); n > words*2 && n >= leastBody {
		return second, append(flags, "check by eye")
	}
	if words < leastBody {
		return nil, flags
	}
	return body, flags
}

// article is what trafilatura makes of a page.
type article struct {
	blocks        []string
	title, author string
}

// extractArticle runs trafilatura, without its own search for dates.
func extractArticle(root *html.Node) article {
	got, err := trafilatura.ExtractDocument(root, trafilatura.Options{EnableFallback: true, ExcludeComments: true,
		HtmlDateOverride: &htmldate.Result{}})
	if err != nil || got == nil || got.ContentNode == nil {
		return article{}
	}
	return article{blocksOfNode(got.ContentNode), oneLine(got.Metadata.Title), oneLine(got.Metadata.Author)}
}

// fillEmpty takes title and author from the class names that trafilatura knows, where
// nothing better stated them.
func (a article) fillEmpty(d *evidence.Document) {
	if d.Title == "" {
		d.Title = withoutSite(a.title, d.Publisher)
	}
	if d.Author == "" {
		names := usableNames(strings.Split(a.author, ";"))
		d.Author = strings.Join(personal(names, d.Publisher), ", ")
	}
}

// readabilityBody parses a copy: the library changes the tree that it is given.
func readabilityBody(root *html.Node) []string {
	var copied bytes.Buffer
	if html.Render(&copied, root) != nil {
		return nil
	}
	again, err := html.Parse(&copied)
	if err != nil {
		return nil
	}
	article, err := readability.FromDocument(again, nil)
	if err != nil || article.Node == nil {
		return nil
	}
	return blocksOfNode(article.Node)
}

// joinHTML makes the page: the title and the lines under it, the body, then what else could
// be read; all but the body as furniture. A
// page in which no reader found an article is read like a saved page.
func joinHTML(body []string, view *htmlView, title string, flags []string) evidence.Page {
	if len(body) == 0 {
		page := plainPage(1, strings.Join(view.texts(), "\n\n"), htmlReader)
		saved := newSavedPage(page.Text)
		page.Furniture, page.Paragraphs, page.Flags = saved.ranges(), saved.starts(), flags
		return page
	}
	b := &pageBuilder{}
	known, numbers := map[string]bool{}, view.numbers()
	for _, s := range body {
		for _, line := range strings.Split(s, "\n") {
			known[squeeze(line)] = true
		}
		known[squeeze(s)] = true
	}
	for _, v := range view.aboveBody(body, title) {
		if key := squeeze(v.text); !known[key] {
			known[key] = true
			b.block(v.text, true)
		}
	}
	for _, s := range body {
		b.block(numbers[squeeze(s)]+s, bodyFurniture(s))
	}
	all := squeeze(strings.Join(body, " "))
	for _, v := range view.blocks {
		if key := squeeze(v.text); !known[key] && (len(view.blocks) > manyBlocks || !strings.Contains(all, key)) {
			known[key] = true
			b.block(v.text, true)
		}
	}
	page := b.page(1, htmlReader)
	page.Flags = flags
	return page
}

// bodyFurniture says whether a block that the reader took for body is furniture by its own
// words.
func bodyFurniture(s string) bool {
	u := makeUnit(s, evidence.Range{End: len(s)})
	switch classify(&u) {
	case chromeLabel, promoLabel:
		return !u.prose || promoStart.MatchString(u.text) && u.words <= 40 || copyrightNotice.MatchString(u.text)
	}
	return copyrightNotice.MatchString(u.text) && u.words <= mostNotice
}

// mostNotice is the number of words that a notice of copyright has at most.
const mostNotice = 60

// copyrightNotice begins with the sign and the year, as no sentence of an article does.
var copyrightNotice = regexp.MustCompile(`^(?i:©\s*|copyright\s*(?:©|\(c\))?\s*)(?:[\w.&' ]{0,40}\s)?(?:19|20)\d\d\b`)

// squeeze drops all but letters and digits, to compare blocks that differ in spacing.
func squeeze(s string) string {
	return strings.Map(func(r rune) rune {
		if r <= ' ' || strings.ContainsRune("\u00a0.,;:!?|•·-–—\"'“”‘’()[]", r) {
			return -1
		}
		return r
	}, strings.ToLower(s))
}

// countWords counts words; of scripts that write without spaces, two characters are one.
func countWords(blocks []string) int {
	n, signs := 0, 0
	for _, s := range blocks {
		n += len(strings.Fields(s))
		for _, r := range s {
			if r >= 0x2E80 && (unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana)) {
				signs++
			}
		}
	}
	return n + signs/2
}
