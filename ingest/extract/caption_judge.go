package extract

import "strings"

// headJudge is the judge that the head names: "Hon. Ana Ruiz", "Judge: Ruiz", "Ana Ruiz,
// District Judge".
func headJudge(lines []string) string {
	for i, l := range lines {
		if l == "" || below(lines, i) {
			continue
		}
		if !strings.Contains(l, "Hon") && !strings.Contains(l, "HON") && !strings.Contains(l, "Judge") && !strings.Contains(l, "JUDGE") {
			continue
		}
		for _, mark := range []string{"Honorable ", "HONORABLE ", "Hon. ", "HON. ", "Judge: ", "JUDGE: ", "Judge ", "JUDGE ", "Before: Employment Judge ", "Employment Judge "} {
			at := strings.Index(l, mark)
			if at < 0 || strings.EqualFold(mark, "Judge ") && at > 0 && !strings.HasSuffix(l[:at], "Presiding ") {
				continue
			}
			if name := leadingName(l[at+len(mark):]); name != "" && !beginsWith(name, "judge of", "judges of", "court", "chief justice and", "justices of", "members of") {
				return printed(name)
			}
		}
		for _, mark := range []string{", Judge", ", District Judge", ", United States District Judge", ", U.S. District Judge", ", Circuit Judge", ", Magistrate Judge"} {
			if name, _, ok := strings.Cut(l, mark); ok {
				for _, before := range []string{"] ", "— ", "– ", " - "} {
					if i := strings.LastIndex(name, before); i >= 0 {
						name = name[i+len(before):]
					}
				}
				if n := len(strings.Fields(name)); n > 1 && n <= 5 && leadingName(name) != "" && !strings.HasPrefix(name, "Before") && !strings.HasSuffix(l, "Judges.") {
					return printed(name)
				}
			}
		}
	}
	return ""
}

// labelledJudge is the judge behind a label of a judgment: "Judgment of:   PERRETT J", "CORAM: Hill
// JA"; "" for none.
func labelledJudge(lines []string) string {
	for _, l := range lines[:min(len(lines), 40)] {
		label, value, ok := strings.Cut(l, ":")
		if !ok || len(label) > 24 || !beginsWith(label, "judgment of", "order made by", "judge", "coram", "before", "the judge", "presiding judge", "immigration judge") {
			continue
		}
		value = strings.TrimSpace(value)
		for _, title := range []string{"Justice ", "JUSTICE ", "Mr Justice ", "MR JUSTICE ", "Mrs Justice ", "MRS JUSTICE ", "Employment Judge ", "The Honourable ", "THE HONOURABLE ", "Judge ", "JUDGE "} {
			value = strings.TrimPrefix(value, title)
		}
		for _, office := range []string{" J", " JA", " CJ", " P", " ACJ", " SJA"} {
			value = strings.TrimSuffix(value, office)
		}
		if name := leadingName(value); name != "" && len(strings.Fields(name)) < 5 && strings.HasPrefix(value, name) && len(value) < len(name)+2 {
			return printed(name)
		}
	}
	return ""
}

// below says whether a line tells of the court from which an appeal came: it stands right under
// "APPEAL FROM THE DISTRICT COURT".
func below(lines []string, i int) bool {
	for n := i; n >= 0 && n > i-4 && lines[n] != ""; n-- {
		if cameBy(lines[n]) != "" {
			return true
		}
	}
	return false
}

// writes is the judge whom an opinion names as its author on a line of its own: "HOLT, J.", "OSTER,
// Judge."; "" where no line does.
func writes(lines []string) string {
	for _, l := range lines {
		name, office, ok := strings.Cut(strings.TrimRight(l, ".:"), ", ")
		if !ok && strings.HasSuffix(l, " J:") {
			name, office, ok = l[:len(l)-3], "J", true // "PERRETT J:" of Australian judgments
		}
		if !ok || len(l) > 50 || !mostlyUpper(name) || len(strings.Fields(name)) > 3 || strings.ContainsAny(name, "0123456789&") {
			continue
		}
		switch office {
		case "J", "C.J", "P.J", "A.C.J", "V.C", "Judge", "Justice", "Chief Judge", "Chief Justice", "Presiding Judge", "Presiding Justice", "Acting Chief Justice", "Circuit Judge", "District Judge", "Vice Chancellor", "Chancellor":
			return printed(name)
		}
	}
	return ""
}

// leadingName is the run of capitalised words at the beginning of s, at most five.
func leadingName(s string) string {
	var out []string
	for _, w := range strings.Fields(s) {
		if w[0] < 'A' || w[0] > 'Z' || len(out) == 5 {
			break
		}
		out = append(out, strings.TrimRight(w, ",;"))
		if strings.HasSuffix(w, ",") {
			break
		}
	}
	return strings.Join(out, " ")
}
