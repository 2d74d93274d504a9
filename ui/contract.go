package ui

import "averment/search/crosscheck"

// The matter of the check and of the claims is that of crosscheck, whose JSON is the
// contract; the names here are those of the pages.
type (
	Passage        = crosscheck.Passage
	Verdict        = crosscheck.Verdict
	QuotationCheck = crosscheck.Quotation
	Sentence       = crosscheck.Sentence
	CheckAnswer    = crosscheck.Answer
	Claims         = crosscheck.Groups
	Group          = crosscheck.Group
	Cell           = crosscheck.Cell
	Difference     = crosscheck.Difference
	Value          = crosscheck.Value
)
