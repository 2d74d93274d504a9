package extract

import (
	"regexp"
	"sort"
	"strings"
	"time"

	"averment/evidence"
)

// mailPart is a run of lines of a mail's page that one person wrote: the message itself, or
// one that it quotes or forwards.
type mailPart struct {
	start  int
	author string    // "" where the mail does not say whose words it quotes
	sent   time.Time // the zero time where it does not say when
}

// mailMark is a run of bytes of a mail that is no running text.
type mailMark struct {
	evidence.Range
	matter matter
}

// mailParts takes the page of a mail apart into what each person wrote, and finds the lines
// that are no running text: who wrote when, header fields, signatures and notices.
func mailParts(text, author string, sent time.Time) ([]mailPart, []mailMark) {
	r := mailReader{lines: mailLines(text), owner: map[int]mailPart{0: {author: author, sent: sent}}}
	for i := 0; i < len(r.lines); {
		i = r.line(i)
	}
	return r.parts, r.marks
}

// mailLine is a line of a mail without its quotation marks; depth counts them.
type mailLine struct {
	evidence.Range // of the whole line
	text           string
	depth          int
}

func mailLines(text string) []mailLine {
	var out []mailLine
	offset := 0
	for line := range strings.SplitAfterSeq(text, "\n") {
		l := mailLine{Range: evidence.Range{Start: offset, End: offset + len(line)}, text: strings.TrimSpace(line)}
		offset += len(line)
		for strings.HasPrefix(l.text, ">") {
			l.depth++
			l.text = strings.TrimSpace(l.text[1:])
		}
		out = append(out, l)
	}
	return out
}

// mailReader walks the lines of a mail. owner is who wrote the lines of each depth.
type mailReader struct {
	lines  []mailLine
	owner  map[int]mailPart
	parts  []mailPart
	marks  []mailMark
	signed bool
}

// line reads line i, perhaps with those behind it, and gives the next to read.
func (r *mailReader) line(i int) int {
	l := r.lines[i]
	if l.text == "" {
		return i + 1
	}
	if end, who := r.attribution(i); end > i {
		r.mark(i, end, headingMatter)
		depth := l.depth
		if n := r.next(end); n < len(r.lines) && r.lines[n].depth > depth {
			depth = r.lines[n].depth
		}
		r.hand(depth, who)
		return end
	}
	if end, who := r.fields(i); end > i {
		r.mark(i, end, headingMatter)
		r.hand(l.depth, who)
		return end
	}
	r.write(l)
	return r.closing(i)
}

// hand gives the lines of a depth, and those deeper, to another author.
func (r *mailReader) hand(depth int, who mailPart) {
	for d := range r.owner {
		if d > depth {
			delete(r.owner, d)
		}
	}
	r.owner[depth], r.signed = who, false
}

// write enters the author of a line.
func (r *mailReader) write(l mailLine) {
	who := r.owner[l.depth]
	who.start = l.Start
	if n := len(r.parts); n > 0 && r.parts[n-1].author == who.author && r.parts[n-1].sent.Equal(who.sent) {
		return
	}
	r.parts, r.signed = append(r.parts, who), false
}

// closing marks the signature and the notices that open at line i.
func (r *mailReader) closing(i int) int {
	l := r.lines[i]
	switch {
	case l.text == "--" || l.text == "—":
		r.signed = true
	case notice(l.text) || strings.Trim(l.text, "_-=*") == "" && r.next(i+1) < len(r.lines) && notice(r.lines[r.next(i+1)].text):
		end := r.paragraph(r.next(i + b2i(!notice(l.text))))
		r.mark(i, end, noteMatter)
		return end
	case farewell(l.text):
		r.mark(i, i+1, signatureMatter)
		end := i + 1
		for end < len(r.lines) && end < i+8 && r.lines[end].depth == l.depth && len(r.lines[end].text) < longestSignature && !endsClause(r.lines[end].text) && r.attributes(end) == end {
			end++
		}
		r.mark(i, end, signatureMatter)
		return end
	}
	if r.signed {
		r.mark(i, i+1, signatureMatter)
	}
	return i + 1
}

// longestSignature bounds a line of a signature, in bytes.
const longestSignature = 70

// attributes is the end of the attribution or the fields at line i, i for none.
func (r *mailReader) attributes(i int) int {
	if end, _ := r.attribution(i); end > i {
		return end
	}
	end, _ := r.fields(i)
	return end
}

func endsClause(l string) bool {
	return strings.HasSuffix(l, ".") && strings.Count(l, " ") > 3 || strings.HasSuffix(l, "?")
}

// farewell says whether a line is the closing word of a letter.
func farewell(l string) bool {
	l = strings.ToLower(strings.TrimRight(l, " ,.!-–"))
	switch l {
	case "regards", "best", "best regards", "kind regards", "warm regards", "best wishes", "many thanks", "thanks", "thank you", "cheers", "sincerely",
		"yours", "yours sincerely", "sincerely yours", "yours faithfully", "yours truly", "respectfully", "cordially", "thanks again", "all the best":
		return true
	}
	return false
}

// notice says whether a line opens a notice that programs put under mails.
func notice(l string) bool {
	l = strings.ToLower(strings.TrimLeft(l, "*_ "))
	for _, begin := range []string{"confidentiality notice", "confidentiality:", "disclaimer", "legal notice", "privileged and confidential", "this e-mail and any", "this email and any",
		"this message and any", "this e-mail message", "this email message", "this message is intended", "this e-mail is intended", "this email is intended",
		"this message contains", "this e-mail contains", "this email contains", "this message may contain", "this e-mail may contain", "this email may contain", "this communication is intended",
		"the information contained in this", "the information in this e", "the information in this message", "the contents of this e", "the contents of this message",
		"if you are not the intended recipient", "if you have received this", "please consider the environment", "sent from my ", "get outlook for",
		"caution: ", "external email", "this email originated", "this e-mail originated", "to unsubscribe"} {
		if strings.HasPrefix(l, begin) {
			return true
		}
	}
	return false
}

// paragraph is where the paragraph of line i ends.
func (r *mailReader) paragraph(i int) int {
	end := i
	for end < len(r.lines) && r.lines[end].text != "" && r.lines[end].depth == r.lines[i].depth {
		end++
	}
	return end
}

// next is the first line from i on that is not blank.
func (r *mailReader) next(i int) int {
	for i < len(r.lines) && r.lines[i].text == "" {
		i++
	}
	return i
}

func (r *mailReader) mark(i, end int, m matter) {
	if i < end {
		r.marks = append(r.marks, mailMark{evidence.Range{Start: r.lines[i].Start, End: r.lines[end-1].End}, m})
	}
}

// attribution reads "On Thu, Oct 3, 2024 at 4:20 PM Ana Ruiz <ana@example.org> wrote:", which
// may run over three lines.
func (r *mailReader) attribution(i int) (end int, who mailPart) {
	l := r.lines[i]
	if !strings.HasPrefix(l.text, "On ") {
		return i, who
	}
	text := ""
	for end = i; end < len(r.lines) && end < i+3 && r.lines[end].depth == l.depth; end++ {
		text += " " + r.lines[end].text
		if strings.HasSuffix(text, "wrote:") && strings.ContainsAny(text, "0123456789@") {
			return end + 1, mailPart{author: attributedTo(text), sent: dayIn(text)}
		}
	}
	return i, who
}

// attributedTo is the name between the time and the address of an attribution.
func attributedTo(text string) string {
	text = clockTime.ReplaceAllString(strings.TrimSuffix(text, "wrote:"), ",")
	name, _, _ := strings.Cut(text, "<")
	words := strings.Fields(name)
	first := len(words)
	for first > 0 && !strings.ContainsAny(words[first-1], "0123456789,") {
		first--
	}
	return strings.Trim(strings.Join(words[first:], " "), ` "'`)
}

// clockTime is a time of day with its zone.
var clockTime = regexp.MustCompile(`(?:\bat )?\b\d{1,2}[:.]\d\d(?::\d\d)?(?:\s*[AaPp]\.?[Mm]\b\.?)?(?:\s+(?:[A-Z]{2,4}T|UTC|GMT)\b|\s+[+-]\d{4}\b)?,?`)

// fields reads the header fields of a message that is carried in the text, with the line that
// announces it.
func (r *mailReader) fields(i int) (end int, who mailPart) {
	first := i
	if announces(r.lines[i].text) {
		first = r.next(i + 1)
	}
	seen := map[string]string{}
	for end = first; end < len(r.lines) && r.lines[end].depth == r.lines[i].depth; end++ {
		name, value, ok := strings.Cut(strings.Trim(r.lines[end].text, "* "), ":")
		name = strings.ToLower(strings.TrimRight(name, "* "))
		if !ok || !carriedFields[name] {
			break
		}
		seen[name] = strings.Trim(value, "* ")
	}
	if seen["from"] == "" || len(seen) < 2 || first == i && len(seen) < 3 {
		return i, who
	}
	return end, mailPart{author: mailName(seen["from"]), sent: dayIn(seen["sent"] + seen["date"])}
}

var carriedFields = set("from", "sent", "date", "to", "cc", "bcc", "subject", "reply-to", "importance", "attachments")

// announces says whether a line announces a message that is forwarded or answered.
func announces(l string) bool {
	l = strings.ToLower(strings.Trim(l, "-_ :>*"))
	return l == "original message" || l == "forwarded message" || l == "begin forwarded message" || l == "forwarded by" || l == "original appointment"
}

// dayIn is the first day that a line names, the zero time for none.
func dayIn(line string) time.Time {
	v := newView(&evidence.Document{Pages: []evidence.Page{{Number: 1, Text: line, State: evidence.PageText}}})
	for _, d := range readDates(v, nil) {
		if d.Resolved && d.Precision == evidence.Day {
			day, _, _ := d.Bounds()
			return day
		}
	}
	return time.Time{}
}

// partAt is the part that holds the byte.
func partAt(parts []mailPart, at int) mailPart {
	n := sort.Search(len(parts), func(i int) bool { return parts[i].start > at })
	if n == 0 {
		return mailPart{}
	}
	return parts[n-1]
}

// unquotedMail is the text of a mail without the marks of quoted lines and the times of
// attributions, byte for byte: a mark becomes a blank, and a line end where the depth changes,
// so that nobody's sentence runs on into another's.
func unquotedMail(text string) string {
	if !strings.Contains(text, ">") && !strings.Contains(text, "wrote:") {
		return text
	}
	out, depth := []byte(text), 0
	for _, l := range mailLines(text) {
		line, put := out[l.Start:l.End], byte(' ')
		if l.depth != depth {
			put = '\n'
		}
		for k, n := 0, 0; n < l.depth; k++ {
			if line[k] == '>' {
				line[k], put = put, ' '
				n++
			}
		}
		depth = l.depth
		if strings.HasPrefix(l.text, "On ") || strings.HasSuffix(l.text, "wrote:") {
			for _, t := range clockTime.FindAllIndex(line, -1) {
				copy(line[t[0]:t[1]], strings.Repeat(" ", t[1]-t[0]))
			}
		}
	}
	return string(out)
}
