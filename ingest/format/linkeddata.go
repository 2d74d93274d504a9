package format

import (
	"encoding/json"
	"regexp"
	"strings"
)

// linkedArticle is what the JSON-LD of a page (schema.org) states about its article.
type linkedArticle struct {
	headline, published, publisher, url, language string
	body                                          string // articleBody, as it stands
	authors                                       []string
	names                                         map[string]string // by @id
}

// maxStated is the most bytes of article text that are taken from linked data: each block
// of the page is looked up in it.
const maxStated = 1 << 20

// ldDepth caps how deep linked data is followed.
const ldDepth = 8

var articleType = regexp.MustCompile(`(?i)(?:article|blogposting|report|liveblogposting|posting|review|scholarly|webpage|newsevent)$`)

var trailingComma = regexp.MustCompile(`,\s*([}\]])`)

// addAll reads the scripts of a page: what one names another may refer to.
func (a *linkedArticle) addAll(scripts []string) {
	a.names = map[string]string{}
	values := make([]any, len(scripts))
	for i, script := range scripts {
		if values[i] = a.parse(script); values[i] != nil {
			a.learnNames(values[i], 0)
		}
	}
	for _, value := range values {
		a.walk(value, 0)
	}
}

// parse reads one script; of broken JSON, of which pages carry much, no more than date and
// headline are taken.
func (a *linkedArticle) parse(script string) (value any) {
	script = strings.TrimSpace(strings.NewReplacer("\n", " ", "\r", " ", "\t", " ").Replace(script))
	script = strings.TrimSuffix(strings.TrimPrefix(script, "<!--"), "-->")
	script = strings.TrimSuffix(strings.TrimPrefix(strings.TrimSpace(script), "//<![CDATA["), "//]]>")
	if json.Unmarshal([]byte(script), &value) != nil &&
		json.Unmarshal([]byte(trailingComma.ReplaceAllString(script, "$1")), &value) != nil {
		a.rescue(script)
		return nil
	}
	return value
}

var (
	brokenDate = regexp.MustCompile(`"datePublished"\s*:\s*"([^"]{8,40})"`)
	brokenHead = regexp.MustCompile(`"headline"\s*:\s*"((?:[^"\\]|\\.){3,300})"`)
)

// rescue takes the date and headline out of a script that is no sound JSON.
func (a *linkedArticle) rescue(script string) {
	if m := brokenDate.FindStringSubmatch(script); m != nil {
		setEmpty(&a.published, m[1])
	}
	var headline string
	if m := brokenHead.FindStringSubmatch(script); m != nil && json.Unmarshal([]byte(`"`+m[1]+`"`), &headline) == nil {
		setEmpty(&a.headline, oneLine(headline))
	}
}

// learnNames remembers the names of things that other things refer to by @id.
func (a *linkedArticle) learnNames(value any, depth int) {
	if depth > ldDepth {
		return
	}
	switch v := value.(type) {
	case []any:
		for _, item := range v {
			a.learnNames(item, depth+1)
		}
	case map[string]any:
		if id, name := text(v["@id"]), text(v["name"]); id != "" && name != "" {
			a.names[id] = name
		}
		for _, item := range v {
			a.learnNames(item, depth+1)
		}
	}
}

func (a *linkedArticle) walk(value any, depth int) {
	if depth > ldDepth {
		return
	}
	switch v := value.(type) {
	case []any:
		for _, item := range v {
			a.walk(item, depth+1)
		}
	case map[string]any:
		if kind := typeName(v["@type"]); articleType.MatchString(kind) {
			a.take(v, strings.EqualFold(kind, "webpage"))
		}
		a.walk(v["@graph"], depth+1)
		a.walk(v["mainEntity"], depth+1)
		if main, isObject := v["mainEntityOfPage"].(map[string]any); isObject && len(main) > 2 {
			a.walk(main, depth+1)
		}
	}
}

// take fills what is still empty. What a WebPage says counts less than an article: only
// its date and publisher are taken.
func (a *linkedArticle) take(v map[string]any, pageOnly bool) {
	setEmpty(&a.published, text(v["datePublished"]))
	setEmpty(&a.publisher, a.name(v["publisher"]))
	setEmpty(&a.language, text(v["inLanguage"]))
	if pageOnly {
		return
	}
	setEmpty(&a.headline, oneLine(text(v["headline"])))
	setEmpty(&a.url, text(v["url"]))
	if body := text(v["articleBody"]); len(body) <= maxStated {
		setEmpty(&a.body, body)
	}
	if len(a.authors) == 0 {
		a.authors = a.people(v["author"])
	}
}

func setEmpty(field *string, value string) {
	if *field == "" {
		*field = strings.TrimSpace(value)
	}
}

func text(v any) string {
	switch s := v.(type) {
	case string:
		return s
	case []any:
		if len(s) > 0 {
			return text(s[0])
		}
	}
	return ""
}

func typeName(v any) string {
	list, isList := v.([]any)
	if !isList {
		return text(v)
	}
	for _, item := range list {
		if name := text(item); articleType.MatchString(name) {
			return name
		}
	}
	return ""
}

// name gives the name of a person or organisation, given as text, object, list or by @id.
func (a *linkedArticle) name(v any) string {
	switch x := v.(type) {
	case string:
		if known := a.names[x]; known != "" {
			return known
		}
		return x
	case map[string]any:
		if n := text(x["name"]); n != "" {
			return n
		}
		return a.names[text(x["@id"])]
	case []any:
		if len(x) > 0 {
			return a.name(x[0])
		}
	}
	return ""
}

func (a *linkedArticle) people(v any) []string {
	list, isList := v.([]any)
	if !isList {
		list = []any{v}
	}
	var out []string
	for _, item := range list {
		if n := oneLine(a.name(item)); n != "" {
			out = append(out, n)
		}
	}
	return out
}

// paragraphs gives the text of the article that the linked data state; some sites state it
// as markup.
func (a *linkedArticle) paragraphs() []string {
	if strings.Contains(a.body, "<") || strings.Contains(a.body, "&") {
		return htmlBlocks(a.body)
	}
	var out []string
	for _, line := range strings.Split(clean(a.body), "\n") {
		if line = oneLine(line); line != "" {
			out = append(out, line)
		}
	}
	return out
}

// fuller gives the article as the linked data state it where the page shows much less of
// it, as pages do that a script fills or a paywall cuts; nil else.
func (a *linkedArticle) fuller(body []string) []string {
	full := a.paragraphs()
	words := countWords(full)
	if words < thinBody || words*2 < countWords(body)*3 {
		return nil
	}
	all, known := squeeze(strings.Join(full, " ")), 0
	for _, s := range body {
		if inStated(all, s) {
			known++
		}
	}
	if known*2 < len(body) {
		return nil
	}
	return full
}
