package extract

import (
	"strings"

	"averment/evidence"
)

// purposeWords say what a sum of money is for. Strong words decide from anywhere in
// the clause; the nearest wins.
var purposeWords = map[string]string{
	"seek": "relief", "seeks": "relief", "seeking": "relief", "sought": "relief", "demand": "relief", "demands": "relief",
	"demanding": "relief", "demanded": "relief", "damages": "relief", "compensation": "relief", "restitution": "relief", "claiming": "relief", "suing": "relief", "sued": "relief",
	"fine": "fine", "fined": "fine", "fines": "fine", "penalty": "fine", "penalties": "fine", "penalised": "fine", "penalized": "fine", "sanctioned": "fine",
	"revenue": "revenue", "revenues": "revenue", "sales": "revenue", "turnover": "revenue", "revs": "revenue",
	"kickback": "bribe", "kickbacks": "bribe", "resolve": "settlement", "resolves": "settlement", "resolved": "settlement",
	"settlement": "settlement", "settle": "settlement", "settled": "settlement", "settles": "settlement",
	"invest": "investment", "invests": "investment", "invested": "investment", "investing": "investment", "investment": "investment", "investments": "investment",
	"venture": "investment", "funding": "investment", "infrastructure": "investment",
	"profit": "profit", "profits": "profit", "earnings": "profit", "income": "profit", "net": "profit", "earned": "profit",
	"loss": "loss", "losses": "loss", "lost": "loss", "award": "award", "awards": "award", "asked": "relief", "asks": "relief", "asking": "relief", "awarded": "award", "verdict": "award", "judgment": "award",
	"bail": "bail", "bond": "bail", "fee": "fee", "fees": "fee", "costs": "costs", "salary": "pay", "wages": "pay", "dividend": "dividend",
	"acquire": "price", "acquired": "price", "acquisition": "price", "buy": "price", "bought": "price", "purchase": "price", "takeover": "price",
	"sold": "price", "sell": "price", "price": "price", "priced": "price", "bid": "price", "debt": "debt", "loan": "loan", "loans": "loan",
	"tax": "tax", "taxes": "tax", "budget": "budget", "worth": "value", "valued": "value", "bribes": "bribe", "bribe": "bribe",
	"payment": "payment", "pay": "payment", "paid": "payment", "pays": "payment", "payments": "payment",
}

// purpose is what a sum is for: the noun that it hangs on directly, else the nearest
// word of the clause that tells.
func (r *amountReader) purpose(x sum) string {
	if p := r.headBehind(x.end); p != "" && (x.amount.Currency != "%" || r.low(x.end) != "of") {
		if p == "relief" && r.awarded(x.first) {
			return "award" // damages that were given, not asked for
		}
		return p
	}
	if p := r.verbAt(x); p != "" {
		return p
	}
	if r.p.at(r.s.first).is("wherefore") {
		return "relief" // the prayer of a complaint
	}
	weak := ""
	reach := 16
	if x.amount.Currency == "%" {
		reach = 5
	}
	for d := 1; d < reach; d++ {
		left, right := "", ""
		if !r.parted(x.first-d, x.first) && !r.shareBase(x.first-d) {
			left = r.purposeAt(x.first - d)
		}
		if d < 9 && !r.parted(x.end, x.end+d) && !r.shareBase(x.end+d-1) {
			right = r.purposeAt(x.end + d - 1)
		}
		for _, p := range []string{left, right} {
			if p == "relief" && r.awarded(x.first) {
				return "award"
			}
			if p != "" && p != "payment" {
				return p
			}
			if weak == "" {
				weak = p
			}
		}
	}
	return weak
}

// awarded says whether the clause before token i tells of damages that a court gave.
func (r *amountReader) awarded(i int) bool {
	for k := i - 1; k >= r.s.first && k > i-16; k-- {
		switch r.low(k) {
		case "awarded", "awards", "awarding", "won", "verdict", "judgment":
			return true
		case ";", "while", "but", "whereas", "seek", "seeks", "seeking", "sought", "wants", "demands", "to":
			return false
		}
	}
	return false
}

// verbAt reads the verb whose object the sum is, where only that tells: "brought it $2m",
// "earned $2m from licences", "raised $2m from investors".
func (r *amountReader) verbAt(x sum) string {
	k := x.first - 1
	brought := r.p.at(k).is("it", "them", "in", "him", "her", "us")
	if brought {
		k--
	}
	from := r.low(x.end) == "from"
	switch r.low(k) {
	case "generated", "generates", "generate", "generating", "grossed":
		return "revenue"
	case "brought", "brings", "bring", "bringing", "took", "takes", "taking", "pulled":
		if brought {
			return "revenue"
		}
	case "earned", "earns", "earn", "earning", "made", "makes", "making":
		if from && !brought {
			return "revenue"
		}
	case "cost", "costs", "costing":
		return "price"
	case "raised", "raises", "raise", "raising":
		if !brought && (from || r.financed(x.end)) {
			return "investment"
		}
	}
	return ""
}

// financed says whether the words from token i on tell of a round of financing: "in a Series B
// round", "in seed funding".
func (r *amountReader) financed(i int) bool {
	if r.low(i) != "in" {
		return false
	}
	for k := i + 1; k < i+7 && k < r.s.end; k++ {
		switch r.low(k) {
		case "round", "funding", "financing", "series", "capital":
			return true
		}
	}
	return false
}

func (r *amountReader) purposeAt(i int) string {
	switch r.low(i + 1) {
	case "firm", "firms", "bank", "banks", "banker", "bankers", "fund", "adviser", "company", "director":
		return "" // "an investment firm"
	}
	p := purposeWords[r.low(i)]
	if strings.HasPrefix(r.low(i), "ask") && r.low(i+1) != "for" {
		return ""
	}
	if r.low(i) == "end" && r.low(i-1) == "to" && r.dispute(i+1) {
		return "settlement"
	}
	return p
}

// dispute says whether a matter of law stands in the words from token i on: "to end a
// long-running class action".
func (r *amountReader) dispute(i int) bool {
	for k := i; k < i+6 && k < r.s.end; k++ {
		switch r.low(k) {
		case "claims", "claim", "lawsuit", "lawsuits", "suit", "suits", "litigation", "case", "cases", "allegations", "dispute", "action", "investigation", "probe":
			return true
		}
	}
	return false
}

// parted is true where a clause ends between the tokens.
func (r *amountReader) parted(i, j int) bool {
	for k := max(i, r.s.first); k < j && k < r.s.end; k++ {
		switch r.low(k) {
		case ";", "while", "but", "whereas":
			return true
		}
		if k > i && k+1 < j && r.amountStart(k) {
			return true
		}
	}
	return false
}

func (r *amountReader) amountStart(k int) bool {
	return currencySigns[r.low(k)] != "" || amountWords[r.low(k)] == amountUnknown
}

// headBehind reads "in revenue", "of damages", "fine" directly behind a sum.
func (r *amountReader) headBehind(j int) string {
	if w := r.low(j); w == "in" || w == "of" {
		j++
	}
	for k := j; k < j+4 && k < r.s.end && r.p.at(k).kind == word; k++ {
		if p := r.purposeAt(k); p != "" {
			return p
		}
		if isFunction(r.low(k)) || prepositions[r.low(k)] {
			break
		}
	}
	return ""
}

// law is the cause of action that the text ties sum k to: one named between it and the
// next sum, or else between the sum before and it.
func (r *amountReader) law(sums []sum, k int) string {
	x := sums[k]
	from, to := r.s.Start, r.s.End
	if k > 0 {
		from = r.p.tokens[sums[k-1].end-1].end
	}
	if k+1 < len(sums) {
		to = r.p.tokens[sums[k+1].first].start
	}
	behind := r.p.tokens[x.end-1].end
	if cut := r.cut(x.end, to); cut >= 0 {
		to = cut
	}
	if law := r.causesIn(behind, to); law != "" {
		return law
	}
	if k > 0 {
		return ""
	}
	return r.causesIn(from, r.p.tokens[x.first].start)
}

// cut is where a new clause begins behind token i, -1 when none does before the byte to.
func (r *amountReader) cut(i, to int) int {
	for k := i; k < r.s.end && r.p.tokens[k].start < to; k++ {
		switch r.low(k) {
		case ";", "while", "but", "whereas", "additionally":
			return r.p.tokens[k].start
		}
	}
	return -1
}

// causesIn names the causes that stand between two bytes of the page.
func (r *amountReader) causesIn(from, to int) string {
	var names []string
	where := evidence.Range{Start: from, End: to}
	for _, c := range r.causes {
		for _, s := range c.Spans {
			if s.Page == r.p.number && where.Contains(s.Range()) && !contains(names, c.Name) {
				names = append(names, c.Name)
			}
		}
	}
	return strings.Join(names, "; ")
}

func contains(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}
