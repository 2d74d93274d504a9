package format

// Limits are the caps that keep a hostile file from taking the machine. Zero fields
// take the default.
type Limits struct {
	Text    int   // bytes of text of one document
	Pages   int   // pages of one document
	Depth   int   // containers within containers
	Members int   // members of one container
	Total   int64 // bytes that one container may expand to, all members together
	Ratio   int64 // expanded bytes for each compressed byte, above a floor of 1 MiB
}

// DefaultLimits are the caps in use when none are given.
func DefaultLimits() Limits {
	return Limits{Text: 64 << 20, Pages: 10_000, Depth: 8, Members: 10_000, Total: 1 << 30, Ratio: 200}
}

func (l Limits) withDefaults() Limits {
	d := DefaultLimits()
	fillLimit(&l.Text, d.Text)
	fillLimit(&l.Pages, d.Pages)
	fillLimit(&l.Depth, d.Depth)
	fillLimit(&l.Members, d.Members)
	fillLimit(&l.Total, d.Total)
	fillLimit(&l.Ratio, d.Ratio)
	return l
}

func fillLimit[T int | int64](have *T, standard T) {
	if *have <= 0 {
		*have = standard
	}
}
