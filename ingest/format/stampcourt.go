package format

import (
	"regexp"
	"strconv"
	"strings"

	"averment/evidence"
)

var (
	namedCircuit  = regexp.MustCompile(`(?i)^\W*USCA\s?(\d{1,2}|FC)\b`)
	dcCircuit     = regexp.MustCompile(`(?i)^\W*USCA\s?(?:DC\s+)?Case\s*#`)
	namedDistrict = regexp.MustCompile(`\b(?:in|Entered on) ([A-Z]{4})\b`)
	appealDocket  = regexp.MustCompile(`^\d{2}-\d{1,6}$`)
	centralOffice = regexp.MustCompile(`^[258]:\d{2}-`)
	pageIDSpaced  = regexp.MustCompile(`\bPage ID #:`)
)

// stampCourt tells the court from the wording of the stamp, as the short id in common
// use, or "" where several courts word theirs alike. Sources: the header settings of
// CM/ECF that each court publishes, and the serial numbers of appellate CM/ECF, which
// begin with the number of the circuit.
func stampCourt(line string, s evidence.Stamp) string {
	if m := namedCircuit.FindStringSubmatch(line); m != nil {
		return circuitID(m[1])
	}
	switch m := namedDistrict.FindStringSubmatch(line); {
	case dcCircuit.MatchString(line):
		return "cadc"
	case m != nil:
		return strings.ToLower(m[1])
	case strings.Contains(line, "USDC Colorado"):
		return "cod"
	case pageIDSpaced.MatchString(line) && centralOffice.MatchString(s.Docket):
		return "cacd"
	case strings.HasPrefix(s.Docket, "MDL"):
		return "jpml"
	}
	if !appealDocket.MatchString(s.Docket) {
		return ""
	}
	if c := circuitOfSerial(s.Entry); c != "" {
		return c
	}
	return circuitOfWording(line, s)
}

func circuitID(name string) string {
	if strings.EqualFold(name, "FC") {
		return "cafc"
	}
	if n, err := strconv.Atoi(name); err != nil || n < 1 || n > 11 {
		return ""
	}
	return "ca" + strings.TrimLeft(name, "0")
}

// circuitOfSerial reads the circuit from a document serial of eleven or twelve digits.
func circuitOfSerial(entry string) string {
	if len(entry) < 11 || len(entry) > 12 || strings.ContainsAny(entry, "-.") {
		return ""
	}
	return circuitID(strings.TrimLeft(entry[:3], "0"))
}

// circuitOfWording knows the layouts that one court of appeals alone uses.
func circuitOfWording(line string, s evidence.Stamp) string {
	has := func(part string) bool { return strings.Contains(line, part) }
	switch {
	case has("DktEntry:") && has(", ID:"):
		return "ca9"
	case has(", Document ") && !has("Filed"):
		return "ca2"
	case strings.HasPrefix(strings.TrimLeft(line, " "), "Appeal:") && has("Pg:"):
		return "ca4"
	case has("Appellate Case:") && has("Entry ID:"):
		return "ca8"
	case has("Pages:"):
		return "ca7"
	case s.Entry == "" && has("Date Filed:") && s.Of > 0:
		return "ca11"
	case has("Case:") && has("Document:") && !has("Date Filed:") && s.Of == 0:
		return sixthOrFederal(line)
	}
	return ""
}

// sixthOrFederal parts two courts that differ in the order of filing date and page.
func sixthOrFederal(line string) string {
	filed, page := strings.Index(line, "Filed:"), strings.Index(line, "Page:")
	switch {
	case filed < 0 || page < 0:
		return ""
	case filed < page:
		return "ca6"
	}
	return "cafc"
}
