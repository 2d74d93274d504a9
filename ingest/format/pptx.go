package format

import (
	"context"
	"encoding/xml"
	"path"
	"regexp"
	"sort"
	"strconv"
	"strings"

	"averment/evidence"
)

const pptxReader = "pptx/1"

var slideName = regexp.MustCompile(`^ppt/slides/slide(\d+)\.xml$`)

// readPPTX reads a presentation: a page for each slide, its speaker notes behind the text.
func readPPTX(_ context.Context, _ string, data []byte, o Options) (*Result, error) {
	f, err := openOffice(data, o.Limits)
	if err != nil {
		return nil, err
	}
	d := &evidence.Document{Reader: pptxReader}
	if err := f.coreProperties(d); err != nil {
		d.Warnings = append(d.Warnings, "properties: "+err.Error())
	}
	slides, err := slideOrder(f)
	if err != nil {
		return nil, err
	}
	for i, name := range slides {
		page, err := readSlide(f, name, i+1)
		if err != nil {
			return nil, err
		}
		d.Pages = append(d.Pages, page)
	}
	if len(slides) == 0 {
		return nil, fail(evidence.Damaged, "the presentation has no slides")
	}
	res := &Result{Document: d}
	return res, f.media(res, []string{"ppt/embeddings/", "ppt/media/"}, o)
}

// slideOrder gives the parts of the slides in the order in which they are shown: the list
// in presentation.xml, by its relations; by number where that is missing.
func slideOrder(f *officeFile) ([]string, error) {
	targets, err := relations(f, "ppt/_rels/presentation.xml.rels", "ppt")
	if err != nil {
		return nil, err
	}
	list, err := f.part("ppt/presentation.xml")
	if err != nil {
		return nil, err
	}
	var order []string
	seen := map[string]bool{}
	err = walkXML(list, func(e xml.StartElement) {
		if e.Name.Local != "sldId" {
			return
		}
		for _, a := range e.Attr {
			if name := targets[a.Value]; a.Name.Space != "" && f.parts[name] != nil && !seen[name] {
				seen[name] = true
				order = append(order, name)
			}
		}
	}, func(string) {}, func(xml.EndElement) {})
	if isReadError(err) {
		return nil, err
	}
	return append(order, slidesByNumber(f, seen)...), nil
}

// slidesByNumber gives the slides that the list leaves out, so that none is lost.
func slidesByNumber(f *officeFile, seen map[string]bool) []string {
	var rest []string
	for _, name := range f.names {
		if slideName.MatchString(name) && !seen[name] {
			rest = append(rest, name)
		}
	}
	number := func(name string) int {
		n, _ := strconv.Atoi(slideName.FindStringSubmatch(name)[1])
		return n
	}
	sort.Slice(rest, func(i, j int) bool { return number(rest[i]) < number(rest[j]) })
	return rest
}

// relations maps ids to the parts that they point at, relative to dir.
func relations(f *officeFile, name, dir string) (map[string]string, error) {
	data, err := f.part(name)
	if err != nil {
		return nil, err
	}
	out := map[string]string{}
	err = walkXML(data, func(e xml.StartElement) {
		target := xmlAttr(e, "Target")
		if strings.HasPrefix(target, "/") {
			out[xmlAttr(e, "Id")] = strings.TrimPrefix(target, "/")
			return
		}
		out[xmlAttr(e, "Id")] = path.Join(dir, target)
	}, func(string) {}, func(xml.EndElement) {})
	if isReadError(err) {
		return nil, err
	}
	return out, nil
}

func readSlide(f *officeFile, name string, number int) (evidence.Page, error) {
	title, lines, err := slideText(f, name)
	if err != nil {
		return evidence.Page{}, err
	}
	b := &pageBuilder{}
	for _, s := range lines {
		b.block(s, false)
	}
	rels, err := relations(f, "ppt/slides/_rels/"+path.Base(name)+".rels", "ppt/slides")
	if err != nil {
		return evidence.Page{}, err
	}
	for _, target := range sortedValues(rels) {
		if !strings.HasPrefix(target, "ppt/notesSlides/") {
			continue
		}
		_, notes, err := slideText(f, target)
		if err != nil {
			return evidence.Page{}, err
		}
		if text := strings.Join(notes, "\n"); strings.TrimSpace(text) != strconv.Itoa(number) {
			b.block("Notes: "+text, false)
		}
	}
	page := b.page(number, pptxReader)
	page.Label = title
	return page, nil
}

func sortedValues(m map[string]string) []string {
	var out []string
	for _, v := range m {
		out = append(out, v)
	}
	sort.Strings(out)
	return out
}

// slideText gives the paragraphs of a slide and its title.
func slideText(f *officeFile, name string) (title string, lines []string, err error) {
	data, err := f.part(name)
	if err != nil {
		return "", nil, err
	}
	var text strings.Builder
	inText, inTitle := false, false
	err = walkXML(data, func(e xml.StartElement) {
		switch e.Name.Local {
		case "t":
			inText = true
		case "br":
			text.WriteByte('\n')
		case "sp":
			inTitle = false
		case "ph":
			kind := xmlAttr(e, "type")
			inTitle = kind == "title" || kind == "ctrTitle"
		}
	}, func(s string) {
		if inText {
			text.WriteString(s)
		}
	}, func(e xml.EndElement) {
		switch e.Name.Local {
		case "t":
			inText = false
		case "p":
			if s := strings.TrimSpace(clean(text.String())); s != "" {
				lines = append(lines, s)
				if inTitle && title == "" {
					title = oneLine(s)
				}
			}
			text.Reset()
		}
	})
	if err != nil && !isReadError(err) {
		err = fail(evidence.Damaged, "%s: %v", name, err)
	}
	return title, lines, err
}
