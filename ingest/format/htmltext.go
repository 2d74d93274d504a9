package format

import (
	"regexp"
	"strings"

	"golang.org/x/net/html"

	"averment/evidence"
)

// htmlView is all that a visitor of a page could read, block by block.
type htmlView struct {
	blocks []htmlBlock
	hidden bool // the page holds sentences that a visitor cannot see
}

type htmlBlock struct {
	text string
	tag  string // of the block's element
	node *html.Node
}

func (v *htmlView) texts() []string {
	out := make([]string, len(v.blocks))
	for i, b := range v.blocks {
		out[i] = b.text
	}
	return out
}

// lacks says whether the most of a body stands nowhere in what the page shows, as where
// only its linked data hold the article.
func (v *htmlView) lacks(body []string) bool {
	if len(v.blocks) > manyBlocks {
		return false
	}
	all, missing, words := squeeze(strings.Join(v.texts(), " ")), 0, 0
	for _, s := range body[:min(len(body), manyBlocks)] {
		n := len(strings.Fields(s))
		words += n
		if !strings.Contains(all, squeeze(s)) {
			missing += n
		}
	}
	return missing*2 > words
}

// proseWords counts the words of the blocks that read as sentences.
func (v *htmlView) proseWords() int {
	n := 0
	for _, b := range v.blocks {
		if u := makeUnit(b.text, evidence.Range{End: len(b.text)}); u.prose {
			n += u.words
		}
	}
	return n
}

// unreadTags hold no text for readers.
var unreadTags = map[string]bool{"script": true, "style": true, "noscript": true, "template": true, "head": true,
	"svg": true, "math": true, "iframe": true, "object": true, "embed": true, "canvas": true, "textarea": true,
	"select": true, "datalist": true, "audio": true, "video": true}

// blockTags end the paragraph before them.
var blockTags = map[string]bool{"p": true, "div": true, "li": true, "ul": true, "ol": true, "dl": true, "dt": true,
	"dd": true, "h1": true, "h2": true, "h3": true, "h4": true, "h5": true, "h6": true, "section": true, "article": true,
	"aside": true, "header": true, "footer": true, "nav": true, "main": true, "table": true, "tr": true, "blockquote": true,
	"pre": true, "figure": true, "figcaption": true, "form": true, "fieldset": true, "address": true, "hr": true,
	"details": true, "summary": true, "body": true, "button": true, "caption": true, "thead": true, "tbody": true, "center": true, "option": true}

// visibleText walks the tree and gathers its blocks.
func visibleText(root *html.Node) *htmlView {
	w := &htmlWalk{view: &htmlView{}, skipHidden: true}
	w.node(root)
	w.flush()
	if w.view.unhidden() {
		return w.view
	}
	// The whole page is hidden until a script has run: nothing in it is hidden on purpose.
	w = &htmlWalk{view: &htmlView{}}
	w.node(root)
	w.flush()
	return w.view
}

// unhidden says whether at least a quarter of the text is shown.
func (v *htmlView) unhidden() bool {
	shown, all := 0, 0
	for _, b := range v.blocks {
		all += len(b.text)
		if b.tag != "hidden" {
			shown += len(b.text)
		}
	}
	return shown*4 >= all
}

// setApart are the inline elements that styles often show apart from each other.
var setApart = map[string]bool{"span": true, "time": true, "a": true}

// blocksOfNode gives the texts of the blocks under a node that an extractor cut out.
func blocksOfNode(n *html.Node) []string {
	w := &htmlWalk{view: &htmlView{}}
	w.node(n)
	w.flush()
	return w.view.texts()
}

// htmlWalk gathers text until a block ends.
type htmlWalk struct {
	view       *htmlView
	text       strings.Builder
	block      *html.Node
	pre        int
	skipHidden bool
	last       byte // the last byte that was written
	closed     bool // one of two neighbouring elements ended since
}

func (w *htmlWalk) node(n *html.Node) {
	if n.Type == html.TextNode {
		w.write(n.Data)
		return
	}
	if n.Type == html.ElementNode && w.element(n) {
		return
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		w.node(c)
	}
	if next := n.NextSibling; next != nil && next.Type == html.ElementNode && setApart[n.Data] && setApart[next.Data] {
		w.closed = true
	}
	if n.Type == html.ElementNode && blockTags[n.Data] {
		w.flush()
		w.block = n.Parent
	}
	if n.Type == html.ElementNode && n.Data == "pre" {
		w.pre--
	}
}

// element opens an element; it reports whether its content is to be passed over.
func (w *htmlWalk) element(n *html.Node) (skip bool) {
	switch {
	case unreadTags[n.Data]:
		return true
	case w.skipHidden && hiddenNode(n):
		w.noteHidden(n)
		return true
	case n.Data == "br":
		w.text.WriteByte('\n')
	case n.Data == "td", n.Data == "th":
		if strings.TrimSpace(w.text.String()) != "" {
			w.text.WriteString(" | ")
		}
	case n.Data == "pre":
		w.flush()
		w.pre++
		w.block = n
		return false
	}
	if blockTags[n.Data] {
		w.flush()
		w.block = n
	}
	return false
}

// invisible are the characters that only say where a line may break; left in, they part a
// word for every search.
var invisible = strings.NewReplacer("\u00ad", "", "\u200b", "", "\u2060", "")

var spaceRun = regexp.MustCompile(`[\s\x{a0}]+`)

func (w *htmlWalk) write(s string) {
	s = invisible.Replace(s)
	if w.pre == 0 {
		s = spaceRun.ReplaceAllString(s, " ")
		if s != "" && w.closed && parted(w.last, s) {
			w.text.WriteByte(' ')
		}
	}
	if s != "" {
		w.last, w.closed = s[len(s)-1], false
	}
	w.text.WriteString(s)
}

// parted says whether the text of an element that begins right behind another was set apart
// by a style: a capital or a number cannot go on a word in small letters or a number.
func parted(last byte, next string) bool {
	first := next[0]
	small, digit := last >= 'a' && last <= 'z', last >= '0' && last <= '9'
	return small && (first >= 'A' && first <= 'Z' || first >= '0' && first <= '9') || digit && (first >= 'A' && first <= 'Z' || first >= '0' && first <= '9')
}

var (
	aroundBreak = regexp.MustCompile(`[ \t]*\n[ \t]*`)
	spaces      = regexp.MustCompile(`[ \t]{2,}`)
	breaks      = regexp.MustCompile(`\n{2,}`)
)

// flush ends the block. Two line breaks in it part paragraphs.
func (w *htmlWalk) flush() {
	s := w.text.String()
	w.text.Reset()
	if w.pre == 0 {
		s = spaces.ReplaceAllString(aroundBreak.ReplaceAllString(s, "\n"), " ")
	}
	for _, part := range breaks.Split(s, -1) {
		if part = strings.TrimSpace(part); part == "" || part == "|" {
			continue
		}
		block := htmlBlock{text: clean(part), node: w.block}
		if w.block != nil {
			block.tag = w.block.Data
		}
		w.view.blocks = append(w.view.blocks, block)
	}
}

var hiddenStyle = regexp.MustCompile(`(?i)display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?:px|pt|em|%)?\s*(?:;|$)|opacity\s*:\s*0(?:\.0+)?\s*(?:;|$)|text-indent\s*:\s*-\d{3,}`)

// hiddenNode says whether the element itself states that it is not shown.
func hiddenNode(n *html.Node) bool {
	for _, a := range n.Attr {
		if a.Key == "hidden" || a.Key == "style" && hiddenStyle.MatchString(a.Val) {
			return true
		}
	}
	return false
}

// noteHidden keeps the sentences of a hidden element as a block, so that they are found,
// and notes that there were some.
func (w *htmlWalk) noteHidden(n *html.Node) {
	for _, s := range blocksOfNode(n) {
		if u := makeUnit(s, evidence.Range{End: len(s)}); u.prose && u.label != promoLabel {
			w.view.hidden = true
		}
		w.flush()
		w.view.blocks = append(w.view.blocks, htmlBlock{text: s, tag: "hidden", node: n})
	}
}

// htmlTokens reads a page that is nested too deep for a tree, tag by tag, so that nesting
// cannot hide text.
func htmlTokens(source string) (*Result, error) {
	z := html.NewTokenizer(strings.NewReader(source))
	var out strings.Builder
	skip, title := "", ""
	for {
		kind := z.Next()
		if kind == html.ErrorToken {
			break
		}
		tok := z.Token()
		switch {
		case kind == html.StartTagToken && skip == "" && unreadTags[tok.Data] && tok.Data != "head":
			skip = tok.Data
		case kind == html.EndTagToken && tok.Data == skip:
			skip = ""
		case skip != "":
		case kind == html.StartTagToken && tok.Data == "title" && title == "":
			if z.Next() == html.TextToken {
				title = oneLine(z.Token().Data)
			}
		case kind == html.TextToken:
			out.WriteString(spaceRun.ReplaceAllString(tok.Data, " "))
		case blockTags[tok.Data], tok.Data == "br":
			out.WriteString("\n\n")
		}
	}
	page := plainPage(1, breaks.ReplaceAllString(aroundBreak.ReplaceAllString(out.String(), "\n"), "\n\n"), htmlReader)
	if strings.TrimSpace(page.Text) == "" {
		return nil, fail(evidence.Empty, "no text in the page")
	}
	page.Flags = []string{"check by eye"}
	saved := newSavedPage(page.Text)
	page.Furniture, page.Paragraphs = saved.ranges(), saved.starts()
	d := &evidence.Document{Reader: htmlReader, Title: title, Pages: []evidence.Page{page}, Language: language(page.Text),
		Warnings: []string{"nested too deep: read tag by tag, furniture may remain"}}
	return &Result{Document: d}, nil
}
