package bench

import (
	"encoding/xml"
	"fmt"
	"io"
	"math"
	"slices"
	"strings"
)

// Size of the plot, and of the frame of each of its two panels.
const (
	plotWidth, plotHeight   = 1080, 600
	panelTop, panelBottom   = 72, 480
	leftPanel, rightPanel   = 64, 470
	panelWidth, rightLegend = 330, 812
)

// curve is one line of a panel: values by the number of documents.
type curve struct {
	name   string
	colour int // of the palette
	dashed bool
	points []point
}

type point struct{ documents, value float64 }

// kinds are the figures that are drawn, in the order of the legend.
var kinds = []string{
	"common word, 20 hits", "common word, all facets", "two words, all facets", "phrase, all facets",
	"w/5, all facets", "same sentence, all facets", "by date, common word", "every document, all facets",
}

// Plot draws the growth of cost with the size of the case as SVG: the cost of a document
// on the left, the time of each kind of query on the right, its median and its 95th
// percentile. Both axes are logarithmic, so a cost in proportion is a straight line.
func Plot(w io.Writer, reports []*Report) error {
	reports = slices.Clone(reports)
	slices.SortFunc(reports, func(a, b *Report) int { return a.Documents - b.Documents })
	var costs, times []curve
	ours := func(f Figure) float64 { return f.Ours }
	costs = append(costs,
		curve{name: buildCost + ", ms", points: pointsOf(reports, buildCost, ours)},
		curve{name: buildCost + ", ms of processors", colour: 1, points: pointsOf(reports, buildCost, func(f Figure) float64 { return f.CPU })},
		curve{name: sizeShare, colour: 2, points: pointsOf(reports, sizeShare, ours)})
	for i, name := range kinds {
		times = append(times,
			curve{name: name, colour: i, points: pointsOf(reports, name, ours)},
			curve{name: name, colour: i, dashed: true, points: pointsOf(reports, name, func(f Figure) float64 { return f.OursP95 })})
	}
	d := &drawing{}
	d.begin(reports)
	d.panel(leftPanel, "Cost of a document", costs)
	d.panel(rightPanel, "Queries, ms (95th percentile dashed)", times)
	d.legend(leftPanel, panelBottom+52, costs)
	d.legend(rightLegend, panelTop+14, times)
	d.text.WriteString("</svg>\n")
	_, err := io.WriteString(w, d.text.String())
	return err
}

func pointsOf(reports []*Report, name string, value func(Figure) float64) []point {
	var out []point
	for _, r := range reports {
		if f, ok := r.Figure(name); ok && value(f) > 0 {
			out = append(out, point{float64(r.Documents), value(f)})
		}
	}
	return out
}

// drawing writes SVG.
type drawing struct{ text strings.Builder }

func (d *drawing) put(format string, args ...any) { fmt.Fprintf(&d.text, format, args...) }

// begin writes the head, whose colours follow the reader's light or dark.
func (d *drawing) begin(reports []*Report) {
	d.put(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" width="%d" height="%d" role="img" aria-labelledby="t s">`+"\n", plotWidth, plotHeight, plotWidth, plotHeight)
	d.put(`<title id="t">Cost against the size of the case</title><desc id="s">%s</desc>`+"\n", escaped(described(reports)))
	d.put(`<style>svg{background:#fff;color:#222;font:13px system-ui,sans-serif}text{fill:currentColor}.g{stroke:currentColor;opacity:.15}.f{fill:none;stroke:currentColor;opacity:.5}.c{fill:none;stroke-width:2}` +
		`@media(prefers-color-scheme:dark){svg{background:#16181c;color:#ddd}}</style>` + "\n")
	d.put(`<text x="%d" y="26" font-size="17" font-weight="600">Cost against the size of the case</text><text x="%d" y="44" opacity=".75">%s</text>`+"\n", leftPanel, leftPanel, escaped(described(reports)))
}

func described(reports []*Report) string {
	if len(reports) == 0 {
		return "nothing measured"
	}
	busiest := 0.0
	var sizes []string
	for _, r := range reports {
		busiest = max(busiest, r.Load)
		sizes = append(sizes, thousands(float64(r.Documents)))
	}
	return fmt.Sprintf("Generated cases of %s documents on %d cores; load of the machine up to %.1f", strings.Join(sizes, ", "), reports[0].Cores, busiest)
}

// panel draws a frame with its axes and curves.
func (d *drawing) panel(left int, title string, curves []curve) {
	x, y := axesOf(left, curves)
	d.put(`<text x="%d" y="%d" font-weight="600">%s</text><rect class="f" x="%d" y="%d" width="%d" height="%d"/>`+"\n", left, panelTop-2, escaped(title), left, panelTop+6, panelWidth, panelBottom-panelTop-6)
	for _, v := range x.ticks() {
		d.put(`<line class="g" x1="%.1f" y1="%d" x2="%.1f" y2="%d"/><text x="%.1f" y="%d" text-anchor="middle">%s</text>`+"\n", x.at(v), panelTop+6, x.at(v), panelBottom, x.at(v), panelBottom+18, thousands(v))
	}
	for _, v := range y.ticks() {
		d.put(`<line class="g" x1="%d" y1="%.1f" x2="%d" y2="%.1f"/><text x="%d" y="%.1f" text-anchor="end">%s</text>`+"\n", left, y.at(v), left+panelWidth, y.at(v), left-6, y.at(v)+4, thousands(v))
	}
	d.put(`<text x="%d" y="%d" text-anchor="middle">documents</text>`+"\n", left+panelWidth/2, panelBottom+36)
	for _, c := range curves {
		d.curve(c, x, y)
	}
}

func (d *drawing) curve(c curve, x, y axis) {
	if len(c.points) == 0 {
		return
	}
	var path []string
	for _, p := range c.points {
		path = append(path, fmt.Sprintf("%.1f,%.1f", x.at(p.documents), y.at(p.value)))
	}
	dash := ""
	if c.dashed {
		dash = ` stroke-dasharray="5 4" opacity=".7"`
	}
	d.put(`<polyline class="c" stroke="%s"%s points="%s"><title>%s</title></polyline>`+"\n", colour(c.colour), dash, strings.Join(path, " "), escaped(c.name))
	for _, p := range c.points {
		d.put(`<circle cx="%.1f" cy="%.1f" r="2.5" fill="%s"/>`, x.at(p.documents), y.at(p.value), colour(c.colour))
	}
	d.put("\n")
}

// legend names the solid curves.
func (d *drawing) legend(left, top int, curves []curve) {
	for _, c := range curves {
		if c.dashed {
			continue
		}
		last := ""
		if n := len(c.points); n > 0 {
			last = ", " + thousands(c.points[n-1].value)
		}
		d.put(`<line x1="%d" y1="%d" x2="%d" y2="%d" stroke="%s" stroke-width="3"/><text x="%d" y="%d">%s</text>`+"\n", left, top-4, left+18, top-4, colour(c.colour), left+24, top, escaped(c.name+last))
		top += 20
	}
}

// colour is one of eight that can be told apart by people who see colours differently
// (Okabe and Ito, 2008; yellow and black changed for other grounds).
func colour(i int) string {
	return [...]string{"#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#8a7a00", "#7f7f7f"}[i%8]
}

// axis maps values to places on a logarithmic scale.
type axis struct{ low, high, from, to float64 }

func axesOf(left int, curves []curve) (x, y axis) {
	x, y = axis{low: math.Inf(1), from: float64(left), to: float64(left + panelWidth)}, axis{low: math.Inf(1), from: panelBottom, to: panelTop + 6}
	for _, c := range curves {
		for _, p := range c.points {
			x.low, x.high = min(x.low, p.documents), max(x.high, p.documents)
			y.low, y.high = min(y.low, p.value), max(y.high, p.value)
		}
	}
	return x.widened(), y.widened()
}

// widened goes to the powers of ten around.
func (a axis) widened() axis {
	if a.high <= 0 {
		a.low, a.high = 1, 10
	}
	a.low, a.high = math.Pow(10, math.Floor(math.Log10(a.low))), math.Pow(10, math.Ceil(math.Log10(a.high)))
	if a.low == a.high {
		a.high *= 10
	}
	return a
}

func (a axis) at(v float64) float64 {
	return a.from + (a.to-a.from)*(math.Log10(v)-math.Log10(a.low))/(math.Log10(a.high)-math.Log10(a.low))
}

func (a axis) ticks() []float64 {
	var out []float64
	for v := a.low; v <= a.high*1.0001; v *= 10 {
		out = append(out, v)
	}
	return out
}

// thousands writes a number short: 10k, 0.5.
func thousands(v float64) string {
	switch {
	case v >= 1e6:
		return fmt.Sprintf("%.3gM", v/1e6)
	case v >= 1e3:
		return fmt.Sprintf("%.3gk", v/1e3)
	}
	return fmt.Sprintf("%.3g", v)
}

func escaped(s string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(s)) // a Builder does not fail
	return b.String()
}
