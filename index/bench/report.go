package bench

import (
	"fmt"
	"io"
	"slices"
)

// Figure gives a figure by its name; ok is false where it was not measured.
func (r *Report) Figure(name string) (f Figure, ok bool) {
	i := slices.IndexFunc(r.Figures, func(f Figure) bool { return f.Name == name })
	if i < 0 {
		return f, false
	}
	return r.Figures[i], true
}

// Print writes the report as a table.
func (r *Report) Print(w io.Writer) error {
	_, err := fmt.Fprintf(w, "%d documents, %.1f MB of text, %d cores, load %.1f\n%-40s %10s %10s %10s %10s %10s %10s %8s %9s\n",
		r.Documents, float64(r.RawBytes)/1e6, r.Cores, r.Load, "", "ours p50", "p95", "p99", "cpu", "stock p50", "stock cpu", "ratio", "found")
	for _, f := range r.Figures {
		if err != nil {
			return err
		}
		_, err = fmt.Fprintf(w, "%-40s %7s %-2s %10s %10s %10s %10s %10s %8s %9s\n", f.Name, number(f.Ours), f.Unit, number(f.OursP95), number(f.OursP99), number(f.CPU), number(f.Stock), number(f.StockCPU), f.ratio(), found(f.Total))
	}
	return err
}

// ratio is how much more stock costs: in time of the processors where that is known,
// since it is the fairer measure on a busy machine.
func (f Figure) ratio() string {
	theirs, ours := f.Stock, f.Ours
	if f.StockCPU > 0 && f.CPU > 0 {
		theirs, ours = f.StockCPU, f.CPU
	}
	if theirs == 0 || ours == 0 {
		return ""
	}
	return fmt.Sprintf("%.1f×", theirs/ours)
}

func number(v float64) string {
	if v == 0 {
		return ""
	}
	return fmt.Sprintf("%.2f", v)
}

func found(n int) string {
	if n == 0 {
		return ""
	}
	return fmt.Sprint(n)
}
