package extract

import (
	"cmp"
	"slices"

	"averment/evidence"
)

// side is one side of a caption as printed: its names and the roles that stand under them.
type side struct {
	names []string
	roles []string
	apart bool // the words under them name neither side: an intervenor, a debtor
}

// heading is what the first page of a filing says of the case.
type heading struct {
	court     string // id
	agency    string // public body before which the paper is filed
	district  string // name of a federal district that no table has
	courtName bool   // a court heads the page
	civil     bool   // the number of a civil case of a district court stands in the head
	docket    string
	judge     string
	kind      string // document type
	filed     *evidence.Date
	sides     []side
	title     string
	paper     string // title that the paper gives itself
	signers   []signer
	talks     bool     // a transcript
	witnesses []string // who testify in it
}

// readHeading reads the caption of the first pages: court, parties, docket number, judge
// and type of document.
func readHeading(doc *evidence.Document) heading {
	head := headLines(doc)
	lines, right := head.left, head.right
	h := heading{}
	h.court, h.courtName = headCourt(head.whole)
	h.agency = headAgency(head.whole)
	h.courtName = h.courtName || slices.ContainsFunc(lines[:min(len(lines), 12)], isCoverSheet)
	if h.court == "" {
		h.district = headDistrict(lines)
	}
	h.docket = cmp.Or(headDocket(lines), headDocket(right))
	h.judge = cmp.Or(headJudge(lines), headJudge(right))
	h.kind = cmp.Or(headType(right), headType(lines), headType(runningFeet(doc)))
	if h.judge == "" && h.kind == "opinion" {
		h.judge = writes(head.whole)
	}
	h.filed = headFiled(lines)
	h.sides = captionSides(lines)
	if len(h.sides) == 0 {
		h.sides = captionSides(captionPage(doc))
	}
	if len(h.sides) == 0 {
		h.sides = formSides(lines)
	}
	if len(h.sides) == 0 && h.courtName {
		h.sides = titledSides(lines)
	}
	if len(h.sides) == 0 && h.courtName {
		h.sides = labelledSides(head.whole)
	}
	if len(h.sides) == 0 && h.courtName && h.docket != "" && !reviews(h.court) {
		h.sides = bareSides(lines)
	}
	if h.judge == "" {
		h.judge = labelledJudge(head.whole)
	}
	h.civil = civilCase(lines)
	h.title = captionTitle(h.sides, lines)
	h.paper = cmp.Or(columnTitle(right), paperTitle(lines))
	if h.talks = slices.ContainsFunc(doc.Pages, func(p evidence.Page) bool { return isTalk(p.Text) }); h.talks {
		h.witnesses = witnessesOf(doc)
	}
	readSignature(doc, &h)
	return h
}
