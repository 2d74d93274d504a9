package extract

import (
	"slices"

	"averment/evidence"
)

// speech reads who says what on the pages of a document: first the quotations, then
// for each unit the frames, a frame being a cue with its speaker and its content.
// Quotations and statements are both read off the frames.
type speech struct {
	v      *view
	p      *pageView
	quotes []quote              // of the page
	said   []evidence.Quotation // one for each of quotes
	mask   []int32              // per token: 1 + index of the quotation that holds it
	memory []referent
	people *people
	// here is the only person whom the paragraph names so far; crowded tells of several.
	here    string
	crowded bool
	parties map[string]*evidence.Party
	heads   []int // quotations of headings, as positions in those of the document
	quoted  int   // quotations of the pages before
	// wrote is the newest writing that the text tells of and the unit that does, for "it reads".
	wrote   string
	wroteAt int
	para    int     // paragraphs opened so far
	frames  []frame // of the page, in order
	units   []unit
	list    []evidence.Statement // of the unit being read; the next one's takes its place
	paras   []int                // per unit: the number of its paragraph
	voice   voice
	// defendant is the one organisation that is sued, "" for none or several.
	defendant string
	judge     string // the one judge, likewise
	// paragraph is the number of the pleading's paragraph being read, answered those of the
	// paragraphs of the complaint that it answers.
	paragraph int
	answered  []int
	expanded  int    // statements made of others for further paragraphs
	praying   string // cue of the prayer for relief being read
	// reached is the highest number so far; a heading ends a paragraph, not the count.
	reached    int
	kin        map[string]string   // who is called by what it is to somebody: "mother"
	claimed    *evidence.Statement // the newest that somebody claims, for its denial
	sinceClaim int
	defending  bool // behind the heading of the affirmative defences
	talk       talk // of a transcript
	turns      []turnAt
	turnOf     []int             // per unit: its turn, -1 for none; empty for other documents
	meant      map[string]string // whom a role or the last word of a name means
	told       voice             // the document's own, where nobody's turn is read
}

// unit is one sentence, or several that a quotation bridges.
type unit struct {
	first, end int
	para       bool
	heading    bool
	matter     matter
	frames     tokenRun // its frames, as positions in speech.frames
}

// frame is one cue with what hangs on it, all as token positions.
type frame struct {
	cue     tokenRun // the cue with its auxiliaries
	verb    int      // the cue word
	lex     cue
	subject tokenRun // first < 0 when none was found
	speaker string
	content []tokenRun
	aside   bool // in a relative clause between commas
	whole   bool // the content is the predicate itself, subject included
	hedged  bool
	negated bool
	rule    string
}

// readSpeech reads the quotations and the statements of a document.
func readSpeech(v *view) ([]evidence.Quotation, []evidence.Statement) {
	var quotations, within []evidence.Quotation
	var statements []evidence.Statement
	s := speech{v: v, parties: partyNames(v.doc.Parties), voice: voiceOf(v), defendant: soleDefendant(v.doc.Parties), judge: soleJudge(v.doc.Parties), memory: make([]referent, 0, 16)}
	s.people, s.told = findPeople(v, s.parties), s.voice
	for i := range v.pages {
		s.open(&v.pages[i])
		for u := range s.units {
			s.inPart(s.units[u])
			s.inTurn(u)
			s.readFrames(u)
		}
		s.said = s.quotations()
		quotations = append(quotations, s.said...)
		within = append(within, s.nested()...)
		s.quoted = len(quotations)
		for u := range s.units {
			s.enter(s.units[u])
			s.inPart(s.units[u])
			s.inTurn(u)
			if s.silent(s.units[u]) {
				continue
			}
			list := s.pleaded(s.units[u], s.statements(s.units[u]))
			s.list = s.rebutted(spokenOnce(s.unsaid(u, list)))
			if statements == nil && len(s.list) > 0 {
				statements = make([]evidence.Statement, 0, len(s.list)+len(s.units))
			}
			statements = append(statements, s.list...)
		}
	}
	echoes(quotations, s.heads)
	if len(within) > 0 {
		quotations = inPlace(append(quotations, within...))
	}
	return quotations, statements
}

// open prepares a page: its quotations, their mask and the units.
func (s *speech) open(p *pageView) {
	s.p, s.quotes, s.wrote = p, quotesOn(p), ""
	s.mask = make([]int32, len(p.tokens))
	for n, q := range s.quotes {
		for k := q.first; k < q.end; k++ {
			s.mask[k] = int32(n + 1)
		}
	}
	s.frames, s.units = slices.Grow(s.frames[:0], len(p.sentences)+4), slices.Grow(s.units[:0], len(p.sentences))
	for _, x := range p.sentences {
		if n := len(s.units); n > 0 && !x.para && x.end-s.units[n-1].first <= longestUnit && s.bridged(s.units[n-1], x) {
			s.units[n-1].end = x.end
			continue
		}
		s.cut(unit{first: x.first, end: x.end, para: x.para, heading: x.heading, matter: x.matter})
	}
	s.takeTurns()
	s.leaveLetters()
	s.paras = slices.Grow(s.paras[:0], len(s.units))
	paragraph := 0
	for _, u := range s.units {
		paragraph += b2i(u.para)
		s.paras = append(s.paras, paragraph)
	}
}

// longestUnit is the most tokens that are read as one sentence. The longest sentences of
// statutes and pleadings stay below it; lists and tables without a stop do not, and what
// every cue in them would govern grows with the square of their length.
const longestUnit = 500

// cut appends the unit, in pieces where it is longer than any sentence.
func (s *speech) cut(u unit) {
	for u.end-u.first > longestUnit {
		end := u.first + longestUnit
		for k := end; k > u.first+longestUnit/2; k-- {
			if s.p.tokens[k-1].is(",", ";", ":") && s.mask[k-1] == 0 {
				end = k
				break
			}
		}
		piece := u
		piece.end = end
		s.units = append(s.units, piece)
		u.first, u.para = end, false
	}
	s.units = append(s.units, u)
}

// readFrames finds the frames of one unit and resolves their speakers.
func (s *speech) readFrames(n int) {
	u := &s.units[n]
	u.frames.first = len(s.frames)
	for k := u.first; k < u.end; {
		if s.mask[k] != 0 || s.p.tokens[k].kind != word {
			k++
			continue
		}
		f, ok := s.phrase(*u, k)
		if !ok {
			if t := &s.p.tokens[k]; t.in(inCues) {
				f, ok = s.verbFrame(*u, k, t.cue())
			}
		}
		if !ok {
			k++
			continue
		}
		s.frames = append(s.frames, f)
		k = max(k+1, f.cue.end)
	}
	u.frames.end = len(s.frames)
	s.settle(*u)
}

// low is the folded text of token k outside quotations and inside the unit, else "".
func (s *speech) low(u unit, k int) string {
	if k < u.first || k >= u.end || s.mask[k] != 0 {
		return ""
	}
	return s.p.tokens[k].low
}

// follows says whether the words stand from token k on.
func (s *speech) follows(u unit, k int, words ...string) bool {
	for n, w := range words {
		if s.low(u, k+n) != w {
			return false
		}
	}
	return true
}

// settle fills in the speakers of the unit's frames and remembers its subjects.
func (s *speech) settle(u unit) {
	if u.para {
		s.here, s.crowded = "", false
		s.para++
	}
	for n := u.frames.first; n < u.frames.end; n++ {
		f := &s.frames[n]
		if f.subject.first >= 0 {
			if name := s.replier(u, f); name != "" {
				f.speaker = name
			} else if s.p.tokens[f.verb].is("read", "reads") && s.p.tokens[f.subject.first].low == "it" && s.wrote != "" && u.first-s.wroteAt < 120 {
				f.speaker = s.wrote
			} else if f.speaker = s.goesOn(u, f); f.speaker != "" {
			} else if f.speaker = s.within(u, n); f.speaker == "" {
				f.speaker = s.name(u, s.named(u, f.subject))
			}
			if w := s.p.tokens[f.subject.first].low; f.subject.end-f.subject.first == 1 && f.speaker != "" {
				s.noteAgain(w, f.speaker)
			}
		} else if f.rule == "coordinated" || f.rule == "participle" {
			s.borrow(u, f, n)
		}
	}
	s.remember(u)
}

// borrow gives a frame without a subject of its own the speaker of the frame before
// it in the unit, or else the subject of the unit.
func (s *speech) borrow(u unit, f *frame, n int) {
	if run, name := s.innerTeller(u, f, n); name != "" {
		f.speaker, f.subject = name, run
		return
	}
	if n > u.frames.first && s.frames[n-1].speaker != "" {
		f.speaker, f.subject = s.frames[n-1].speaker, s.frames[n-1].subject
		return
	}
	if run, ok := s.unitSubject(u, f.cue.first); ok {
		f.subject = run
		f.speaker = s.name(u, run)
	}
}

// innerTeller is the subject of the clause that the frame before holds, where the one who is told
// cannot be told by the speaker of that frame: in "Ana said that Kane sent her notes and told
// her" it is Kane who told.
func (s *speech) innerTeller(u unit, f *frame, n int) (tokenRun, string) {
	told := pronounGender[s.low(u, f.verb+1)]
	if f.lex.pattern != cueTold || told == unknownGender || n == u.frames.first {
		return tokenRun{}, ""
	}
	g := &s.frames[n-1]
	if len(g.content) == 0 || g.content[0].first < g.cue.end || s.genderOf(g.speaker, unknownGender) != told {
		return tokenRun{}, ""
	}
	run, ok := s.nounRight(u, g.content[0].first)
	if !ok || run.end > f.cue.first {
		return tokenRun{}, ""
	}
	name := s.name(u, run)
	if s.genderOf(name, unknownGender) == told {
		return tokenRun{}, ""
	}
	return run, name
}

// spokenOnce drops the statements without a speaker that another of the unit has with one.
func spokenOnce(list []evidence.Statement) []evidence.Statement {
	return slices.DeleteFunc(list, func(st evidence.Statement) bool {
		return st.Speaker == "" && slices.ContainsFunc(list, func(o evidence.Statement) bool { return o.Speaker != "" && o.Text == st.Text })
	})
}
