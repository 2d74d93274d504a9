package extract

import (
	"strings"

	"averment/evidence"
)

// pageTokens tokenises the body of a page into out, which is empty, and marks where its paragraphs begin: at
// the offsets the reader gave, at blank lines, after furniture, and at line ends that
// are no soft wraps.
func pageTokens(out []token, p *evidence.Page) []token {
	from := 0
	body := func(to int) {
		if from < to {
			n := len(out)
			out = tokenize(out, p.Text, from, to)
			if n < len(out) {
				out[n].para = true
			}
		}
	}
	for _, f := range p.Furniture {
		body(min(f.Start, len(p.Text)))
		from = max(from, f.End)
	}
	body(len(p.Text))
	markParagraphs(p, out)
	if isTalk(p.Text) {
		markTurns(p.Text, out)
	}
	lookUp(out)
	return out[starPage(out):]
}

// markTurns parts the tokens of a transcript by its turns: behind the first label a paragraph begins
// with each label, behind a blank line and where somebody notes what happens, and nowhere else.
func markTurns(text string, tokens []token) {
	spoken := false
	for i := range tokens {
		t := &tokens[i]
		if i > 0 && !t.line {
			continue
		}
		label, _ := turnLabel(text[t.start:min(len(text), t.start+longestLabel)])
		spoken = spoken || label != ""
		if !spoken || i == 0 {
			continue
		}
		t.para = label != "" || t.low == "(" || strings.Count(text[tokens[i-1].end:t.start], "\n") > 1
	}
}

// starPage is the length of a mark of the printed page at the head of a slip opinion, "[*8]",
// which is no part of the sentence in which it stands.
func starPage(tokens []token) int {
	if len(tokens) > 4 && tokens[0].low == "[" && tokens[1].low == "*" && tokens[2].digits(4) && tokens[3].low == "]" {
		tokens[4].para = tokens[0].para
		return 4
	}
	return 0
}

func markParagraphs(p *evidence.Page, tokens []token) {
	given := p.Paragraphs
	if wrappedLines(p.Text, len(given)) {
		given = nil
	}
	known := len(given) > 0
	width, indented := wrapWidth(p.Text), indentsParagraphs(p.Text)
	wraps := known && hardWrapped(p.Text, width)
	for i := range tokens {
		t := &tokens[i]
		for len(given) > 0 && given[0] < t.start {
			t.para = t.para || i == 0 || given[0] >= tokens[i-1].end
			given = given[1:]
		}
		if len(given) > 0 && given[0] == t.start {
			t.para = !wraps || i == 0 || !goesOnWrapped(p.Text, &tokens[i-1], t, width)
			given = given[1:]
		}
		if !t.para && t.line && i > 0 {
			t.para = hardBreak(p.Text, &tokens[i-1], t, known, indented, width)
		}
	}
}

// wrappedLines says whether the given paragraphs are merely the lines of a text that is
// wrapped at a fixed width: nearly every line is one, and many begin small.
func wrappedLines(text string, given int) bool {
	if given < 4 || wrapWidth(text) == 0 {
		return false
	}
	lines, small := 0, 0
	for line := range strings.SplitSeq(text, "\n") {
		if line == "" {
			continue
		}
		lines++
		if line[0] >= 'a' && line[0] <= 'z' {
			small++
		}
	}
	return given*10 >= lines*9 && small*6 >= lines
}

// hardWrapped says whether a text is wrapped at the width throughout: a good share of its lines
// are nearly as long and stop in the middle of a sentence.
func hardWrapped(text string, width int) bool {
	if width < 60 || width > 115 {
		return false
	}
	lines, full := 0, 0
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		if len(line) < width/2 {
			continue
		}
		if lines++; len(line) >= width*4/5 && !endsSentence(line) {
			full++
		}
	}
	return full >= 2 && full*10 >= lines
}

// goesOnWrapped says whether the line that t begins only goes on with the sentence of the line
// before, which is full and has no stop: what a reader of files took for a paragraph since it
// begins with a capital.
func goesOnWrapped(text string, prev, t *token, width int) bool {
	if strings.Count(text[prev.end:t.start], "\n") != 1 || prev.is(".", "?", "!", ":", ";", "”", "\"") && !(prev.low == "." && prev.start > 0 && text[prev.start-1] >= 'A' && text[prev.start-1] <= 'Z') || bullet(text, t) {
		return false
	}
	above := lineAround(text, prev.start)
	if mostlyUpper(above) || versus(above) || dateline(above) || signatureLine(above) {
		return false
	}
	begin := strings.LastIndexByte(text[:prev.start], '\n') + 1
	return prev.end-begin >= width*3/4
}

// wrapWidth is the length of the longest line when the text looks wrapped at a fixed
// width, 0 when its lines are whole paragraphs.
func wrapWidth(text string) int {
	longest, lines, long := 0, 0, 0
	for len(text) > 0 {
		line, rest, _ := strings.Cut(text, "\n")
		text = rest
		if n := len(strings.TrimSpace(line)); n > 0 {
			lines++
			longest = max(longest, n)
			if n > 130 {
				long++
			}
		}
	}
	if long > 0 && long*20 >= lines || lines < 2 {
		return 0
	}
	return min(longest, 130)
}

// indentsParagraphs says whether the first lines of paragraphs are indented: some lines
// are, and most are not.
func indentsParagraphs(text string) bool {
	lines, indented := 0, 0
	for len(text) > 0 {
		line, rest, _ := strings.Cut(text, "\n")
		text = rest
		if strings.TrimSpace(line) == "" {
			continue
		}
		lines++
		if strings.HasPrefix(line, "  ") || strings.HasPrefix(line, "\t") {
			indented++
		}
	}
	return indented > 0 && indented*10 <= lines*7
}

// hardBreak says whether the line end between two tokens ends a paragraph.
func hardBreak(text string, prev, next *token, given, indented bool, width int) bool {
	gap := text[prev.end:next.start]
	if strings.Count(gap, "\n") > 1 || strings.Contains(gap, "\f") {
		return true
	}
	if insideCitation(text, prev, next) {
		return false
	}
	if headingBreak(text, prev, next, width) {
		return true
	}
	if given {
		return false
	}
	if width == 0 || bullet(text, next) {
		return true
	}
	if next.kind == word && !next.capital {
		return false
	}
	begin := strings.LastIndexByte(text[:prev.start], '\n') + 1
	length := prev.end - begin
	if indent := len(gap) - 1 - strings.IndexByte(gap, '\n'); indent >= 2 && indented {
		return true
	}
	full := length+1+next.end-next.start > width*4/5
	if prev.is(".", "?", "!", "”", "\"", ":") {
		return !full
	}
	return !full && length < width*3/5
}

// insideCitation says whether the line end stands where only a citation goes on: behind
// the stop of an initial before a number ("2 U.S.", "15"), behind a section sign, or behind
// the "v." of a case.
func insideCitation(text string, prev, next *token) bool {
	switch {
	case prev.low == "§" || next.low == "§" && prev.low == ".":
		return true
	case prev.low != "." || prev.start < 2:
		return false
	case text[prev.start-1] == 'v' && text[prev.start-2] == ' ':
		return next.capital
	}
	initial := text[prev.start-1] >= 'A' && text[prev.start-1] <= 'Z' && text[prev.start-2] == '.'
	return initial && next.kind == number && !strings.ContainsAny(next.low, ".,")
}

// bullet says whether a line that begins with t is an item of a list.
func bullet(text string, t *token) bool {
	switch t.low {
	case "•", "·", "●", "▪", "◦", "*", "■", "§":
		return t.low != "§"
	case "-", "–":
		return t.end < len(text) && text[t.end] == ' '
	}
	return false
}
