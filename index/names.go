package index

import "slices"

// Names says which names mean the same party. It does not change.
type Names struct {
	leads map[string]string   // of a name that does not lead: the one that does
	all   map[string][]string // of one that leads over others: all of them, itself first
}

// table makes the table of all that was gathered.
func (g *gathering) table() *Names {
	n := newNames()
	names := g.census.book.names
	for id, f := range g.family {
		if id != f.lead {
			n.put(names[id].name, names[f.lead].name)
		}
	}
	n.sort()
	return n
}

func newNames() *Names { return &Names{leads: map[string]string{}, all: map[string][]string{}} }

// put says that a name is led by another.
func (n *Names) put(name, lead string) {
	n.leads[name] = lead
	n.all[lead] = append(n.all[lead], name)
}

func (n *Names) sort() {
	for lead, others := range n.all {
		slices.Sort(others)
		n.all[lead] = append([]string{lead}, others...)
	}
}

// Lead gives the name under which a party is known in the case; of a name that is not
// known, the name itself.
func (n *Names) Lead(name string) string {
	if lead, ok := n.leads[name]; ok {
		return lead
	}
	return name
}

// All gives the names that mean the same as one, the one that leads first.
func (n *Names) All(name string) []string {
	lead := n.Lead(name)
	if all := n.all[lead]; len(all) > 0 {
		return all
	}
	return []string{lead}
}
