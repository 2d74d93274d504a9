package crosscheck_test

import (
	"fmt"
	"testing"

	"averment/evidence"
	"averment/ingest/extract"
	"averment/search/crosscheck"
)

// wire is invented newswire in the manner of an agency, on three litigations.
var wire = []struct{ title, text string }{
	{"TRIDENT OIL TO APPEAL KELSO JUDGMENT", "HOUSTON, April 7 - Trident Oil Corp said it would appeal a Texas court ruling that upheld a 4.6 billion dlr judgment against it in its dispute with Kelso Petroleum Co. The Texas Court of Appeals affirmed the verdict of a jury but cut the punitive damages by 1.2 billion dlrs. Trident said the decision was wrong in law. Kelso chairman Walter Haddon said the company was pleased with the ruling."},
	{"KELSO WOULD SETTLE FOR 2.5 BILLION DLRS", "NEW YORK, April 9 - Kelso Petroleum Co chairman Walter Haddon said he would settle the dispute with Trident Oil Corp for 2.5 billion dlrs. Trident declined to comment. The two companies have fought over the acquisition of Brandt Oil since 1984."},
	{"U.S. COURT REFUSES TRIDENT PLEA", "WASHINGTON, April 6 - The Supreme Court overturned a lower court decision that had limited the bond which Trident Oil Corp must post to appeal a 4.6 billion dlr judgment won by Kelso Petroleum Co. Justice Ames wrote for a unanimous court. Trident shares fell 3 dlrs to 28."},
	{"GRAND JURY INDICTS NORDAHL EXECUTIVE", "NEW YORK, March 12 - A federal grand jury indicted Peter Sorel, a former vice president of Nordahl Securities Inc, on 11 counts of securities fraud. Sorel pleaded not guilty. The indictment said he passed secrets on six takeovers to an arbitrageur for 700,000 dlrs in cash."},
	{"NORDAHL SETTLES SEC CHARGES", "WASHINGTON, March 20 - Nordahl Securities Inc agreed to pay 25 mln dlrs to settle charges by the Securities and Exchange Commission that it failed to supervise its traders. Nordahl neither admitted nor denied the charges. The company also agreed to hire an outside counsel to review its procedures."},
	{"FORMER NORDAHL TRADER SENTENCED", "NEW YORK, June 3 - Judge Helen Marcus sentenced Peter Sorel, a former vice president of Nordahl Securities Inc, to three years in prison. Sorel pleaded guilty in May to two counts of securities fraud."},
	{"PAVEL CHEMICAL SUED OVER SPILL", "CHICAGO, May 14 - The state of Illinois sued Pavel Chemical Co for 40 mln dlrs over a spill in the Fox River. The suit, filed in Cook County Circuit Court, charges that the company dumped solvents for 12 years. A spokesman for Pavel denied that the company had dumped solvents."},
	{"PAVEL TO CLEAN UP RIVER", "CHICAGO, May 21 - Pavel Chemical Co said it would spend 15 mln dlrs to clean up the Fox River and called the lawsuit by Illinois unjustified. The company said 300 workers would be laid off."},
	{"WHEAT EXPORTS RISE", "WASHINGTON, May 20 - The Agriculture Department said wheat exports rose 12 pct to 31 mln tonnes in the season."},
}

var wireGold = []goldClaim{
	{"Kelso Petroleum won a judgment of $4.6 billion against Trident Oil.", "s-s------", ""},
	{"Trident Oil was hit with a 6.4 billion dlr judgment in its dispute with Kelso Petroleum.", "x-x------", "amount"},
	{"Trident said it would appeal the ruling.", "s--------", ""},
	{"Kelso chairman Walter Haddon said he would settle with Trident for 2.5 billion dlrs.", "-s-------", ""},
	{"Kelso would settle the dispute with Trident for 3.5 billion dollars.", "-x-------", "amount"},
	{"The appeals court cut the punitive damages by 1.2 billion dlrs.", "s--------", ""},
	{"The appeals court cut the punitive damages by two billion dlrs.", "x--------", "amount"},
	{"The Texas Court of Appeals reversed the jury verdict against Trident.", "x--------", "outcome"},
	{"The Supreme Court upheld the lower court decision limiting the bond that Trident must post.", "--x------", "outcome"},
	{"Peter Sorel was indicted on 11 counts of securities fraud.", "---s-----", ""},
	{"A grand jury indicted Peter Sorel on 15 counts of securities fraud.", "---x-----", "count"},
	{"Peter Sorel, vice president of Nordahl, was sentenced to five years in prison.", "-----x---", "count"},
	{"Judge Helen Marcus sentenced Sorel to three years in prison.", "-----s---", ""},
	{"Nordahl Securities agreed to pay 25 million dollars to settle SEC charges.", "----s----", ""},
	{"Nordahl agreed to pay $52 million to settle the SEC charges.", "----x----", "amount"},
	{"Illinois sued Pavel Chemical for 40 mln dlrs over a spill in the Fox River.", "------s--", ""},
	{"Pavel Chemical sued Illinois over a spill in the Fox River.", "------x--", "role"},
	{"Pavel Chemical dumped solvents for 12 years.", "------?--", ""},
	{"Pavel Chemical will spend 15 mln dlrs on cleaning up the Fox River.", "-------s-", ""},
	{"Pavel Chemical will spend 50 mln dlrs to clean up the Fox River.", "-------x-", "amount"},
	{"Pavel Chemical pleaded guilty to dumping solvents.", "---------", ""},
	{"Trident Oil filed for bankruptcy.", "---------", ""},
	{"Nordahl Securities was indicted for securities fraud.", "---------", ""},
	{"Wheat exports fell 12 pct in the season.", "--------x", "outcome"},
	{"Wheat exports rose 21 pct in the season.", "--------x", "percentage"},
	{"Trident declined to comment.", "-s-------", ""},
	{"The Fox River spill killed thousands of fish.", "---------", ""},
	{"Trident settled with Kelso.", "---------", ""},
}

func TestEvaluationNewswire(t *testing.T) {
	var docs []*evidence.Document
	for i, w := range wire {
		docs = append(docs, report(fmt.Sprintf("wire%d", i), w.title, w.text, "1987-06-05"))
	}
	c := crosscheck.Against(docs, extract.Facts)
	documents, kinds, slots := measure(t, c, idsOf(docs), wireGold)
	t.Logf("documents per claim: %v", documents)
	t.Logf("with the same verdict: %v", kinds)
	t.Logf("slot differences:    %v", slots)
	if documents.f1() < 0.75 || slots.precision() < 0.85 {
		t.Error("below the aims of the page")
	}
}
