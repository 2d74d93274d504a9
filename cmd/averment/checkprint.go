package main

import (
	"fmt"
	"strings"

	"averment/search/crosscheck"
)

func (a *app) printCheck(x *crosscheck.Answer, k checking) error {
	switch {
	case a.json:
		return a.printJSON(x)
	case k.markdown:
		return crosscheck.WriteCheckMarkdown(a.out, x, k.related)
	case k.csv:
		return crosscheck.WriteCheckCSV(a.out, x)
	}
	for _, s := range x.Sentences {
		a.printSentence(s, k.related)
	}
	a.printStanding(x)
	return nil
}

// printStanding says how much was searched, so that silence is not taken for an answer.
func (a *app) printStanding(x *crosscheck.Answer) {
	fmt.Fprintf(a.out, "%s searched, %d could not be; snapshot %s\n", count(x.Searched, "document"), x.Unsearchable, x.Snapshot)
}

// printSentence writes the verdict first, then what decides it, then the quotations;
// what is only on the subject is counted unless asked for.
func (a *app) printSentence(s crosscheck.Sentence, related bool) {
	n := s.Count()
	fmt.Fprintf(a.out, "%s\n  %s: %d for, %d against, %d on the subject\n", line(s.Text), strings.ToUpper(s.Summary), n.For, n.Against, n.Related)
	if s.Note != "" {
		fmt.Fprintf(a.out, "  %s\n", s.Note)
	}
	for _, v := range s.Verdicts {
		if v.Verdict != crosscheck.Related {
			a.printVerdict(v)
		}
	}
	for _, q := range s.Quotations {
		a.printQuotation(q)
	}
	for _, v := range s.Verdicts {
		if related && v.Verdict == crosscheck.Related {
			a.printVerdict(v)
		}
	}
	if n.Related > 0 && !related {
		fmt.Fprintf(a.out, "  %d more on the subject; --related shows them\n", n.Related)
	}
	fmt.Fprintln(a.out)
}

func (a *app) printVerdict(v crosscheck.Verdict) {
	words := strings.Join(nonEmpty(v.Verdict, v.Speaker, v.Stance), ", ")
	if v.Slot != "" {
		words += fmt.Sprintf("; %s: yours %s, theirs %s", v.Slot, line(v.Yours), line(v.Theirs))
	}
	fmt.Fprintf(a.out, "  - %s (%s)\n    \u201c%s\u201d\n    %s\n", line(words), line(v.Rule), line(v.Passage.Text), line(v.Cite(short(v.Document))))
}

func (a *app) printQuotation(q crosscheck.Quotation) {
	fmt.Fprintf(a.out, "  quotation %s: %s", q.Result, line(q.Words()))
	if q.Document != "" {
		fmt.Fprintf(a.out, " (p. %d, %s)", q.Passage.Page, short(q.Document))
	}
	fmt.Fprintln(a.out)
}
