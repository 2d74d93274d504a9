package extract

import "averment/evidence"

// Facts reads every kind of fact out of doc and fills it in: sentences of its pages,
// kind, docket, caption, parties, citations, causes, dates, amounts, quotations,
// statements and origin. What the input already states (kind, title, publisher,
// author, publication date, docket) is kept. Facts found before are replaced.
//
// The order matters: statements need the parties and amounts, dates need the filing
// date, causes need the parties.
func Facts(doc *evidence.Document) {
	v := newView(doc)
	defer v.release()
	v.heading = readHeading(doc)
	doc.Kind = detectKind(v)
	v.markMatter()
	fillDocket(v)
	fillTitle(v)
	fillStated(v)
	doc.Citations = findCitations(v)
	doc.Parties = findParties(v)
	doc.Causes = findCauses(v)
	taken := citationSpans(doc.Citations)
	doc.Dates = readDates(v, append(taken, docketSpans(v)...))
	doc.Amounts = readAmounts(v, append(taken, dateSpans(doc.Dates)...), doc.Causes)
	doc.Quotations, doc.Statements = readSpeech(v)
	doc.Origin = readOrigin(v)
	v.placeFacts()
	doc.Normalize()
}
