package extract

import "maps"

// Nearly every word of a text begins no rule of roles, and the rules are asked in several
// passes. So each sentence is searched once for the words below, and the passes see no others.

// roleTriggers are the words at which a pass of readRoles may find something: ruleWords and the
// nouns of its tables.
func roleTriggers() map[string]bool {
	all := maps.Clone(ruleWords)
	for _, nouns := range []map[string]bool{lawyerNouns, broughtNouns} {
		maps.Copy(all, nouns)
	}
	for w := range partyWords {
		all[w] = true
	}
	return all
}

// ruleWords are the words that the passes of readRoles name. A test compares them with the rules.
var ruleWords = set("abandoned", "abandons", "absolved", "accepted", "accepts", "according", "accuse", "accused", "accuses", "accusing", "acquired",
	"acquits", "acquitted", "acted", "acting", "action", "acts", "added", "admit", "admitted", "admitting", "advised", "affiliate", "affiliates", "against",
	"agree", "agreed", "agrees", "allegation", "allegations", "allege", "alleged", "alleges", "alleging", "along", "alongside", "amended", "among", "annulled",
	"annuls", "another", "appeal", "appeared", "appearing", "appears", "application", "applied", "approached", "approaches", "argue", "argued", "argues",
	"arguing", "argument", "arguments", "arm", "arraigned", "ask", "asked", "asking", "asks", "asserts", "attempt", "award", "awarded", "awards", "barred",
	"barring", "battle", "battling", "began", "begun", "behalf", "behind", "believes", "belongs", "bid", "bl", "blame", "bought", "brand", "brands", "breached",
	"bring", "bringing", "brings", "brought", "called", "calls", "campaign", "case", "chaired", "challenge", "challenged", "challenges", "challenging",
	"charge", "charged", "charges", "cities", "claim", "claimed", "claiming", "claims", "cleared", "clears", "closing", "commenced", "compensate", "complaint",
	"conducted", "contend", "contended", "contends", "contention", "contest", "contested", "contesting", "contests", "controlled", "controls", "convicted",
	"counter-sued", "countersued", "countersues", "countersuing", "counties", "damages", "defended", "defender", "defenders", "defending", "defrauded",
	"demand", "demanded", "demanding", "demands", "denied", "denies", "deny", "denying", "did", "discriminated", "dismissal", "dismissed", "dispute",
	"disputed", "disputes", "division", "divisions", "do", "does", "drag", "dragged", "dragging", "drags", "drawn", "dropped", "dropping", "drops", "effort",
	"employed", "engaged", "enjoined", "enjoining", "enlisted", "exonerated", "face", "faced", "faces", "facing", "fault", "feud", "fight", "fighting",
	"fights", "filed", "files", "filing", "find", "finding", "finds", "fined", "fines", "fired", "firm", "firms", "for", "found", "goes", "going", "gone",
	"granted", "handled", "handling", "haul", "hauled", "hauling", "hauls", "headed", "held", "hired", "hiring", "hit", "illegally", "impleaded", "improperly",
	"indicted", "infringed", "infringes", "initiated", "insisted", "insists", "instituted", "instructed", "investigating", "issued", "its", "join", "joined",
	"joining", "joins", "judge", "judgement", "judges", "judgment", "justice", "justices", "kc", "launch", "launched", "launches", "lawsuit", "lawsuits",
	"leading", "leave", "led", "liability", "litigated", "lodged", "loses", "lost", "magistrate", "maintain", "maintained", "maintains", "member",
	"misappropriated", "motion", "mounted", "moved", "moves", "name", "named", "names", "naming", "negligently", "notice", "notices", "obtained", "of",
	"opening", "operates", "opposite", "ordered", "ordering", "overturned", "owned", "owner", "owners", "owns", "paid", "parent", "part", "pay", "payout",
	"pays", "permission", "petition", "petitioned", "pits", "plea", "pleaded", "pled", "practices", "practises", "presided", "preventing", "prohibiting",
	"property", "prosecuted", "prosecutes", "prosecuting", "pulled", "purchased", "pursues", "pursuing", "qc", "quashed", "quashes", "receive", "received",
	"receives", "refiled", "refund", "reimburse", "rejected", "rejects", "removed", "repay", "represent", "representative", "representatives", "represented",
	"representing", "represents", "request", "retain", "retained", "retaining", "retains", "review", "roped", "ruled", "running", "runs", "sacked", "said",
	"say", "says", "sc", "scored", "secured", "seek", "seeking", "seeks", "sentenced", "served", "settlement", "signed", "silk", "slapped", "sold", "sought",
	"spearheading", "stake", "started", "states", "subsidiaries", "subsidiary", "sue", "sued", "sues", "suing", "suit", "suits", "surrogate", "suspended",
	"take", "taken", "takes", "taking", "target", "targeted", "targeting", "targets", "team", "teams", "testified", "through", "took", "tried", "turned",
	"unit", "units", "unlawfully", "urged", "urges", "verdict", "violated", "violates", "want", "wanted", "wants", "went", "whose", "wins", "with", "withdrawn",
	"withdraws", "withdrew", "won", "worked", "wrongfully", "wrongly")
