package evidence

import "encoding/json"

// MarshalJSON writes the keys of the date beside the event and the spans.
func (f DateFact) MarshalJSON() ([]byte, error) {
	return json.Marshal(dateFactJSON{f.Date.wire(), f.Event, f.Rule, f.Proposed, f.Spans})
}

// UnmarshalJSON reads what MarshalJSON writes.
func (f *DateFact) UnmarshalJSON(b []byte) error {
	var w dateFactJSON
	if err := json.Unmarshal(b, &w); err != nil {
		return err
	}
	*f = DateFact{w.dateJSON.date(), w.Event, w.Rule, w.Proposed, w.Spans}
	return nil
}
