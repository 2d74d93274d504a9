package extract

import (
	"strings"

	"averment/evidence"
)

// turnAt is one turn of speech in a transcript: where its line begins and where what is said
// begins, as byte offsets into the page, and who speaks as the transcript names them, "MS. STRAND",
// "Wendell Ames"; "" where nobody speaks any more.
type turnAt struct {
	at, body int
	who      string
}

// talk is what a transcript has told so far: the witness on the stand and who examines.
type talk struct {
	witness, examiner string
	witnesses         []string
}

// leastTurns is how many questions and how many answers, or labels of speakers, make a transcript.
const leastTurns = 2

// isTalk says whether lines of a text begin with "Q." and "A.", or with the names of speakers, as
// those of a transcript do.
func isTalk(text string) bool {
	asked, answered, named := 0, 0, 0
	for line := range strings.Lines(text) {
		switch label, _ := turnLabel(strings.TrimLeft(line, " \t")); label {
		case "":
		case "Q":
			asked++
		case "A":
			answered++
		default:
			named++
		}
		if asked >= leastTurns && answered >= leastTurns || named > leastTurns {
			return true
		}
	}
	return false
}

// turnLabel is who speaks by the beginning of a line without white space before it: "Q", "A",
// "THE COURT", "MR. TSAI", "BY MS. STRAND"; and where what is said begins.
func turnLabel(line string) (label string, body int) {
	if len(line) < 2 || line[0] < 'A' || line[0] > 'Z' {
		return "", 0
	}
	if line[0] == 'Q' || line[0] == 'A' {
		if n := letterLabel(line); n > 0 {
			return line[:1], n
		}
	}
	i := strings.IndexByte(line[:min(len(line), longestLabel)], ':')
	if i < 4 || i+1 < len(line) && line[i+1] != ' ' && line[i+1] != '\n' && line[i+1] != '\r' && line[i+1] != '\t' {
		return "", 0
	}
	label = line[:i]
	first, _, _ := strings.Cut(strings.TrimPrefix(label, "BY "), " ")
	if !speakerTitles[strings.TrimRight(first, ".")] || strings.ToUpper(label) != label || !strings.Contains(label, " ") {
		return "", 0
	}
	return label, i + 1
}

// longestLabel bounds the label of a speaker.
const longestLabel = 44

// letterLabel is the length of the label "Q." or "A   " at the beginning of a line, 0 for none.
func letterLabel(line string) int {
	rest := line[1:]
	switch {
	case rest[0] == '.' || rest[0] == ':':
		if len(rest) > 1 && rest[1] != ' ' && rest[1] != '\t' && rest[1] != '\n' {
			return 0
		}
		return 2
	case rest[0] == '\t', len(rest) > 2 && rest[0] == ' ' && rest[1] == ' ':
		return 1
	}
	return 0
}

// speakerTitles are the words with which the labels of speakers begin.
var speakerTitles = set("THE", "MR", "MS", "MRS", "MISS", "MX", "DR", "PROF", "JUDGE", "JUSTICE", "CHIEF", "SENATOR", "CHAIR", "CHAIRMAN", "CHAIRWOMAN", "OFFICER", "DETECTIVE", "SERGEANT", "SGT", "SIR", "LORD", "LADY")

// turns reads the turns of a page and goes on from where the page before ended.
func (t *talk) turns(text string) []turnAt {
	var out []turnAt
	offset, before := 0, ""
	lines := strings.SplitAfter(text, "\n")
	for n, raw := range lines {
		line := strings.TrimLeft(raw, " \t")
		begin := offset + len(raw) - len(line)
		offset += len(raw)
		bare := strings.TrimSpace(line)
		if bare == "" {
			continue
		}
		label, body := turnLabel(line)
		switch {
		case label == "":
			if t.notes(bare, nextLine(lines, n)) {
				out = append(out, turnAt{begin, begin, ""})
			}
		case strings.HasPrefix(label, "BY "), strings.HasSuffix(bare, ":") && strings.Contains(strings.ToUpper(before), "EXAMINATION"):
			t.examiner = strings.TrimPrefix(label, "BY ")
			out = append(out, turnAt{begin, begin + body, ""})
		default:
			out = append(out, turnAt{begin, begin + body, t.speaker(label)})
		}
		before = bare
	}
	return out
}

// nextLine is the first line behind line n that is not blank.
func nextLine(lines []string, n int) string {
	for _, l := range lines[n+1:] {
		if l = strings.TrimSpace(l); l != "" {
			return l
		}
	}
	return ""
}

// speaker is whom a label means.
func (t *talk) speaker(label string) string {
	switch label {
	case "Q":
		return t.examiner
	case "A", "THE WITNESS", "THE DEPONENT":
		if t.witness == "" {
			return "the witness"
		}
		return t.witness
	}
	return label
}

// notes reads a line on which nobody speaks: who takes the stand, who examines, an end of speech.
// It says whether the speech before has ended.
func (t *talk) notes(bare, next string) bool {
	upper := strings.ToUpper(bare)
	if _, by, ok := strings.Cut(upper, "EXAMINATION BY "); ok && len(bare) < 80 {
		t.examiner = strings.TrimRight(by, " :.")
		return true
	}
	if name := onStand(bare, next); name != "" {
		t.witness = name
		t.witnesses = append(t.witnesses, name)
		return true
	}
	return mostlyUpper(bare) && !strings.HasSuffix(bare, ".") && !strings.HasSuffix(bare, "?") || bare[0] == '(' || strings.Trim(bare, "* -_") == ""
}

// onStand is the witness of whom a line tells: "DEPOSITION OF THOMAS WRAY", "DIRECT EXAMINATION OF
// ANA RUIZ", "WENDELL AMES," over "called as a witness"; "" for none.
func onStand(bare, next string) string {
	upper := strings.ToUpper(bare)
	for _, open := range []string{"DEPOSITION OF ", "TESTIMONY OF ", "EXAMINATION OF ", "TRIAL TESTIMONY OF ", "WITNESS: ", "DEPONENT: "} {
		if i := strings.Index(upper, open); i >= 0 && i < 32 && (mostlyUpper(bare[:i+len(open)]) || i == 0) {
			return witnessName(bare[i+len(open):])
		}
	}
	name, told, _ := strings.Cut(bare, ",")
	if !mostlyUpper(name) || len(strings.Fields(name)) < 2 || len(strings.Fields(name)) > 5 {
		return ""
	}
	told = strings.ToLower(told + " " + next)
	for _, sign := range []string{"called as a witness", "duly sworn", "a witness herein", "a witness called", "the witness herein", "having been sworn", "first sworn", "called by the", "sworn, testified", "duly affirmed"} {
		if strings.Contains(told, sign) {
			return witnessName(name)
		}
	}
	return ""
}

// witnessName is the name at the beginning of what follows, in ordinary letters; "" where it is
// that of no one person.
func witnessName(s string) string {
	s, _, _ = strings.Cut(s, ",")
	s = strings.TrimRight(strings.TrimSpace(s), ".:;")
	name := leadingName(s)
	if n := len(strings.Fields(name)); n < 2 || n > 5 || name != s {
		return ""
	}
	return printed(name)
}

// witnessesOf are the witnesses of a transcript, in order.
func witnessesOf(doc *evidence.Document) []string {
	var t talk
	for i := range doc.Pages {
		t.turns(doc.Pages[i].Text)
	}
	return t.witnesses
}

// fromTestimony gives the witnesses of a transcript their role.
func (c *cast) fromTestimony() {
	if c.v.doc.Kind != evidence.Filing && c.v.doc.Kind != evidence.Other {
		return
	}
	for _, name := range c.v.heading.witnesses {
		who := c.player(name)
		who.setKind(evidence.Person, "testifies")
		who.role("witness", "testifies")
	}
}
