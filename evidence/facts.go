package evidence

import (
	"slices"
	"strings"
)

// PartyType is what sort of party it is.
type PartyType string

// The types of a party.
const (
	Person       PartyType = "person"
	Organisation PartyType = "organisation"
	Group        PartyType = "group" // a class, "premium customers"
	Court        PartyType = "court"
	Agency       PartyType = "agency"
	Judge        PartyType = "judge"
)

// Party is a person, an organisation or a body named in a document.
type Party struct {
	Name    string    `json:"name"`
	Aliases []string  `json:"aliases"`
	Type    PartyType `json:"type"`
	// Roles are plaintiff, defendant, petitioner, respondent, appellant, appellee, judge,
	// court, regulator, "counsel for NAME", "owner of NAME", "subsidiary of NAME", author,
	// source, witness, mentioned.
	Roles    []string `json:"roles"`
	Basis    string   `json:"basis"`           // name of the rule that found it
	Proposed bool     `json:"proposed"`        // a weak guess: shown, never in facets or verdicts
	Verified bool     `json:"verified"`        // confirmed by a person
	Apart    []string `json:"apart,omitempty"` // names of which a person said that they are other parties
	Spans    []Span   `json:"spans"`
}

// HasRole says whether one of the roles begins with the word role.
func (p Party) HasRole(role string) bool {
	for _, r := range p.Roles {
		if RoleWord(r) == role {
			return true
		}
	}
	return false
}

// RoleWord is the first word of a role, the value of the role facet.
func RoleWord(role string) string {
	word, _, _ := strings.Cut(role, " ")
	return word
}

// PartyTypes are the types of a party.
func PartyTypes() []PartyType { return []PartyType{Person, Organisation, Group, Court, Agency, Judge} }

// RoleWords are the first words of roles, as the role facet has them.
func RoleWords() []string {
	return []string{"plaintiff", "defendant", "petitioner", "respondent", "appellant", "appellee", "judge", "court", "regulator",
		"counsel", "owner", "subsidiary", "author", "source", "witness", "mentioned"}
}

// RoleJoint is the word between a role and the other party that it names: "for" of
// counsel, "of" of owners and subsidiaries; "" for a role that names nobody.
func RoleJoint(word string) string {
	switch word {
	case "counsel":
		return "for"
	case "owner", "subsidiary":
		return "of"
	}
	return ""
}

// KnownRole says whether a role is one of those that a party can have: "witness", "counsel
// for NAME".
func KnownRole(role string) bool {
	word, rest, _ := strings.Cut(role, " ")
	if joint := RoleJoint(word); joint != "" {
		name, ok := strings.CutPrefix(rest, joint+" ")
		return ok && strings.TrimSpace(name) != ""
	}
	return rest == "" && slices.Contains(RoleWords(), word)
}

// DateFact is a date in the text with the event that it dates.
type DateFact struct {
	Date
	Event    string // head verb and its object, "" when none was found
	Rule     string
	Proposed bool
	Spans    []Span
}

type dateFactJSON struct {
	dateJSON
	Event    string `json:"event"`
	Rule     string `json:"rule"`
	Proposed bool   `json:"proposed"`
	Spans    []Span `json:"spans"`
}

// Cause is a cause of action or a law that the document relies on.
type Cause struct {
	Name    string `json:"name"`
	Statute string `json:"statute"` // "18 U.S.C. § 2701", "" for common law
	// Mention marks a law named about another matter; it is no cause of this case.
	Mention  bool   `json:"mention"`
	Rule     string `json:"rule"`
	Proposed bool   `json:"proposed"`
	Spans    []Span `json:"spans"`
}

// Citation is a reference to an authority or a docket.
type Citation struct {
	Type     string `json:"type"` // case short id supra reference statute regulation rule constitution journal docket unknown
	Text     string `json:"text"`
	Normal   string `json:"normal"`
	Volume   string `json:"volume"`
	Reporter string `json:"reporter"` // as printed
	Page     string `json:"page"`
	Pin      string `json:"pin"`
	Court    string `json:"court"`
	Year     string `json:"year"`
	Name     string `json:"name"`   // case name
	Target   int    `json:"target"` // 1 + index of the full citation meant by a short form, id. or supra; 0 for none
	Spans    []Span `json:"spans"`
}

// Amount is money, a count or a percentage. For money Currency is an ISO 4217 code;
// for a percentage it is "%"; for a count it is "" and Unit says what is counted.
type Amount struct {
	Value    float64  `json:"value"`
	High     *float64 `json:"high"` // upper end of a range
	Currency string   `json:"currency"`
	Unit     string   `json:"unit"`
	Per      string   `json:"per"`   // "person"; user, customer and member are kept as printed in Surface
	Bound    string   `json:"bound"` // "", "over", "under", "about", "up to", "at least", "unspecified"
	For      string   `json:"for"`   // relief, fine, revenue, settlement, investment, or the head it hangs on
	Law      string   `json:"law"`   // cause or act that the text ties it to
	Surface  string   `json:"surface"`
	// Also lists the same amount in other currencies: "$1,000 (£812)" is one amount.
	Also     []Amount `json:"also,omitempty"`
	Rule     string   `json:"rule"`
	Proposed bool     `json:"proposed"`
	Spans    []Span   `json:"spans"`
}

// Money says whether the amount is in a currency.
func (a Amount) Money() bool { return len(a.Currency) == 3 }

// Quotation is text inside quotation marks with who said it.
type Quotation struct {
	Text        string `json:"text"`
	Speaker     string `json:"speaker"`
	Cue         string `json:"cue"`
	Rule        string `json:"rule"`
	Scare       bool   `json:"scare"` // a term or title in quotation marks, not speech
	Spans       []Span `json:"spans"`
	SpeakerSpan *Span  `json:"speaker_span"`
}

// Stance is how a speaker puts a statement forward.
type Stance string

// The stances.
const (
	Alleges        Stance = "alleges"
	Denies         Stance = "denies"
	Admits         Stance = "admits"
	LacksKnowledge Stance = "lacks-knowledge"
	States         Stance = "states"
	Reports        Stance = "reports"
	Seeks          Stance = "seeks"
	Finds          Stance = "finds"
	Holds          Stance = "holds"
	Promises       Stance = "promises"
	Questions      Stance = "questions"
	NoComment      Stance = "no-comment"
	Silent         Stance = "silent"
	Declined       Stance = "declined"
)

// Statement is a clause that somebody puts forward.
type Statement struct {
	Text    string `json:"text"`
	Speaker string `json:"speaker"`
	Stance  Stance `json:"stance"`
	Cue     string `json:"cue"`
	Hedged  bool   `json:"hedged"`
	Negated bool   `json:"negated"`
	// Paragraph is the number of the pleading's paragraph, 0 for none; Answers is the
	// paragraph of the complaint that an answer's paragraph answers.
	Paragraph   int    `json:"paragraph"`
	Answers     int    `json:"answers"`
	Effective   string `json:"effective"` // Date value from which a policy's promise holds
	Rule        string `json:"rule"`
	Spans       []Span `json:"spans"`
	CueSpan     *Span  `json:"cue_span"`
	SpeakerSpan *Span  `json:"speaker_span"`
}
