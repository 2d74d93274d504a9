package crosscheck

import (
	"averment/evidence"
)

// silent are the stances of somebody who said nothing of substance.
func quiet(s evidence.Stance) bool {
	return s == evidence.NoComment || s == evidence.Silent || s == evidence.Declined
}

// answerOf decides claims about what somebody answered: silence against a denial by the
// same speaker. The silence of another speaker decides nothing.
func answerOf(c *claim, s *source) (finding, bool) {
	if c.response == "" {
		return finding{}, false
	}
	for i := range s.units {
		for _, st := range s.units[i].statements {
			if st.Speaker == "" || st.Answers > 0 || !s.sameSpeaker(c, c.speaker, st.Speaker) {
				continue
			}
			f := finding{unit: i, coverage: 1, speaker: st.Speaker, stance: st.Stance}
			switch {
			case st.Stance == c.response, quiet(st.Stance) && quiet(c.response):
				f.verdict, f.rule = Asserts, "tells the same answer"
			case quiet(c.response) && (st.Stance == evidence.Denies || st.Stance == evidence.Admits):
				f.verdict, f.rule = Denies, "tells of an answer by "+st.Speaker
			case c.response == evidence.Denies && quiet(st.Stance):
				f.verdict, f.rule = Differs, "same speaker, another answer"
				f.slot = &slotDifference{slot: "response", yours: "denies", theirs: st.Cue, yoursNormal: "denies", theirsNormal: string(st.Stance), rule: f.rule}
			default:
				continue
			}
			return f, true
		}
	}
	return finding{}, false
}

// denialBeside finds that the accused denies "the claims", where a document credits the
// claim to its accusers and the claim itself does not.
func denialBeside(c *claim, s *source, f finding) (finding, bool) {
	if f.verdict != Attributes || f.stance != evidence.Alleges || c.attribute != "" {
		return finding{}, false
	}
	for i := range s.units {
		for _, st := range s.units[i].statements {
			if st.Stance == evidence.Denies && st.Speaker != "" && aboutCharges(st.Text) {
				return finding{verdict: Denies, unit: i, coverage: f.coverage, speaker: st.Speaker, stance: st.Stance, rule: "denies the claims as a whole"}, true
			}
		}
	}
	return finding{}, false
}
