package format

import "strings"

// mostStarts caps how many blocks are tried as the first of a run.
const mostStarts = 20

// parted gives the blocks of a short article back. Trafilatura takes the text of such an
// article as one paragraph, with nothing between a heading and the sentence below it, or
// between the paragraphs; the page shows where they part.
func (v *htmlView) parted(body []string) []string {
	if len(body) != 1 {
		return body
	}
	all, starts := squeeze(body[0]), 0
	for i, b := range v.blocks {
		if key := squeeze(b.text); key == "" || !strings.HasPrefix(all, key) {
			continue
		}
		if run := v.run(i, all); run != nil {
			return run
		}
		if starts++; starts == mostStarts {
			break
		}
	}
	return body
}

// run gives the blocks from number i on that make up a squeezed text, nil where they do
// not. What stands between them and is no part of it is left out.
func (v *htmlView) run(i int, all string) (out []string) {
	for _, b := range v.blocks[i:] {
		rest, is := strings.CutPrefix(all, squeeze(b.text))
		if !is || len(rest) == len(all) {
			continue
		}
		out = append(out, b.text)
		if rest == "" {
			return out
		}
		all = rest
	}
	return nil
}
