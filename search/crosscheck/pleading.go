package crosscheck

import (
	"fmt"

	"averment/evidence"
)

// answered adds what an answer does with an allegation: where a verdict rests on
// paragraph n of a complaint, the answer of the same docket speaks in its paragraph n.
func answered(list *[]Verdict, found []candidate) {
	for _, v := range *list {
		complaint := sourceOf(found, v.Document)
		if complaint == nil || complaint.doc.Docket == nil || v.Verdict == Related {
			continue
		}
		i := complaint.index(v.Passage.Page, v.Passage.Start)
		n := paragraphOf(complaint, i)
		if n == 0 {
			continue
		}
		for k := range found {
			if d := found[k].source.doc; d.Docket != nil && d.ID != v.Document && d.Docket.Core == complaint.doc.Docket.Core {
				answerWith(list, found[k], n)
			}
		}
	}
}

func sourceOf(found []candidate, id string) *source {
	for _, f := range found {
		if f.source.doc.ID == id {
			return f.source
		}
	}
	return nil
}

func paragraphOf(s *source, i int) int {
	if i < 0 {
		return 0
	}
	for _, st := range s.units[i].statements {
		if st.Paragraph > 0 && st.Answers == 0 {
			return st.Paragraph
		}
	}
	return 0
}

// answerWith puts the answer's paragraph n in the place of a verdict that left it open.
func answerWith(list *[]Verdict, f candidate, n int) {
	for i := range f.source.units {
		for _, st := range f.source.units[i].statements {
			if st.Answers != n {
				continue
			}
			verdict := ""
			switch st.Stance {
			case evidence.Denies, evidence.LacksKnowledge:
				verdict = Denies
			case evidence.Admits:
				verdict = Attributes
			default:
				continue
			}
			v := verdictFor(f, finding{verdict: verdict, unit: i, speaker: st.Speaker, stance: st.Stance, rule: fmt.Sprintf("paragraph %d of the answer", n)})
			for k := range *list {
				if (*list)[k].Document == v.Document {
					if (*list)[k].Verdict == Related {
						(*list)[k] = v
					}
					return
				}
			}
			*list = append(*list, v)
			return
		}
	}
}
