package ui

import (
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"time"

	"averment/evidence"
)

type timelinePage struct {
	Chrome
	Zooms        []link
	Filters      []link
	Since, Until string
	Zoom, Only   string
	Chart        *chartView
	Years        []yearView
	Undated      []undated
	Shown, Total int
	Earlier      string
	Later        string
}

type chartView struct {
	Width, Height int
	Grid          []gridLine
	Lanes         []laneLine
	Dots          []dotView
}

type gridLine struct {
	X    int
	Text string
	Base bool
}

type laneLine struct {
	Y    int
	Name string
}

type dotView struct {
	N          int
	X, Y, W    float64
	Wide       bool // as wide as its date is vague
	Label, URL string
}

type yearView struct {
	Year   string
	Events []eventView
}

type eventView struct {
	N       int
	Value   string
	Vague   bool
	Text    string
	Sources []sourceView
	More    int
}

type sourceView struct {
	Sign    sign
	HasSign bool
	Name    string
	URL     string
	Surface string
}

// zooms are the steps of the axis in days, coarse to fine, with how much time is in view.
var zooms = []struct {
	name string
	days int // in view
}{{"years", 0}, {"quarters", 4 * 366}, {"months", 366}, {"weeks", 92}, {"days", 31}}

const maxEvents = 300

// timelinePage draws dated events; a mark is as wide as its date is vague.
func (s *Server) timelinePage(q *request) error {
	d, err := s.digest()
	if err != nil {
		return err
	}
	v := &timelinePage{Since: q.Query("since"), Until: q.Query("until"), Zoom: q.Query("zoom"), Only: q.Query("only"), Undated: d.Undated}
	v.Title, v.Section = "Timeline", "timeline"
	v.Undated = v.Undated[:min(len(v.Undated), 50)]
	from, to, err := window(v.Since, v.Until)
	if err != nil {
		return err
	}
	var list []event
	for _, e := range d.Events {
		f, t, ok := evidence.ParseValue(e.Value)
		if !ok || v.Only == "many" && len(e.Sources) < 2 || v.Only == "facts" && e.Sources[0].Own {
			continue
		}
		v.Total++
		if !from.IsZero() && !t.After(from) || !to.IsZero() && !f.Before(to) {
			continue
		}
		list = append(list, e)
	}
	list = thin(list)
	v.Shown = len(list)
	v.links(list)
	v.Chart = chart(list, from, to, v.step(list, from, to))
	v.Years = years(list)
	return s.render(q, http.StatusOK, "timeline", v)
}

// thin keeps the events with most sources when there are too many.
func thin(list []event) []event {
	if len(list) <= maxEvents {
		return list
	}
	by := slices.Clone(list)
	slices.SortStableFunc(by, func(a, b event) int { return len(b.Sources) - len(a.Sources) })
	by = by[:maxEvents]
	slices.SortStableFunc(by, func(a, b event) int { return strings.Compare(a.Value, b.Value) })
	return by
}

func window(since, until string) (from, to time.Time, err error) {
	if since != "" {
		if _, err = evidence.ParseDate(since); err != nil {
			return
		}
		from, _, _ = evidence.ParseValue(since)
	}
	if until != "" {
		if _, err = evidence.ParseDate(until); err != nil {
			return
		}
		_, to, _ = evidence.ParseValue(until)
	}
	return
}

func (v *timelinePage) address(since, until, zoom, only string) string {
	u := url.Values{}
	for name, text := range map[string]string{"since": since, "until": until, "zoom": zoom, "only": only} {
		if text != "" {
			u.Set(name, text)
		}
	}
	if len(u) == 0 {
		return "/timeline"
	}
	return "/timeline?" + u.Encode()
}

// links are those that zoom, narrow and move.
func (v *timelinePage) links(list []event) {
	centre := v.centre(list)
	for _, z := range zooms {
		since, until := "", ""
		if z.days > 0 && !centre.IsZero() {
			since, until = centre.AddDate(0, 0, -z.days/2).Format("2006-01-02"), centre.AddDate(0, 0, z.days/2).Format("2006-01-02")
		}
		v.Zooms = append(v.Zooms, link{z.name, v.address(since, until, z.name, v.Only), v.Zoom == z.name || v.Zoom == "" && z.days == 0})
	}
	for _, f := range [][2]string{{"", "all"}, {"many", "two sources or more"}, {"facts", "what documents say happened"}} {
		v.Filters = append(v.Filters, link{f[1], v.address(v.Since, v.Until, v.Zoom, f[0]), v.Only == f[0]})
	}
	from, to, err := window(v.Since, v.Until)
	if err != nil || from.IsZero() || to.IsZero() {
		return
	}
	half := to.Sub(from) / 2
	day := func(t time.Time) string { return t.Format("2006-01-02") }
	v.Earlier = v.address(day(from.Add(-half)), day(to.Add(-half)), v.Zoom, v.Only)
	v.Later = v.address(day(from.Add(half)), day(to.Add(half)), v.Zoom, v.Only)
}

// centre is the middle of what is in view, or the event in the middle.
func (v *timelinePage) centre(list []event) time.Time {
	from, to, err := window(v.Since, v.Until)
	if err == nil && !from.IsZero() && !to.IsZero() {
		return from.Add(to.Sub(from) / 2)
	}
	if len(list) == 0 {
		return time.Time{}
	}
	f, _, _ := evidence.ParseValue(list[len(list)/2].Value)
	return f
}

// step is the unit of the axis that suits the time in view.
func (v *timelinePage) step(list []event, from, to time.Time) string {
	f, t := extent(list, from, to)
	days := t.Sub(f).Hours() / 24
	switch {
	case days > 8*366:
		return "year"
	case days > 500:
		return "quarter"
	case days > 100:
		return "month"
	case days > 40:
		return "week"
	}
	return "day"
}

func extent(list []event, from, to time.Time) (time.Time, time.Time) {
	for i, e := range list {
		f, t, _ := evidence.ParseValue(e.Value)
		if from.IsZero() || i == 0 && from.After(f) {
			from = f
		}
		if to.IsZero() || t.After(to) {
			to = t
		}
	}
	if from.IsZero() || !from.Before(to) {
		from = to.AddDate(0, -1, 0)
	}
	return from, to
}

// The drawing units of the chart.
const (
	chartWidth = 1248
	chartLeft  = 110
	laneRow    = 24
)

// chart places the events; those that would overlap move to the next row of their lane.
func chart(list []event, from, to time.Time, step string) *chartView {
	if len(list) == 0 {
		return nil
	}
	first, last := extent(list, from, to)
	if !from.IsZero() {
		first = from
	}
	if !to.IsZero() {
		last = to
	}
	span := last.Sub(first).Hours()
	x := func(t time.Time) float64 {
		return chartLeft + 12 + t.Sub(first).Hours()/span*(chartWidth-chartLeft-36)
	}
	c := &chartView{Width: chartWidth}
	c.axis(first, last, step, x)
	y := 40
	for lane, name := range laneNames {
		ends := []float64{}
		var mine []dotView
		for i, e := range list {
			if e.Lane != lane {
				continue
			}
			d := dotFor(i+1, e, first, last, x)
			row := slices.IndexFunc(ends, func(end float64) bool { return end < d.X })
			if row < 0 {
				row = len(ends)
				ends = append(ends, 0)
			}
			ends[row] = d.X + d.W
			d.Y = float64(y + row*laneRow)
			mine = append(mine, d)
		}
		if len(mine) == 0 {
			continue
		}
		c.Lanes = append(c.Lanes, laneLine{y, name})
		c.Dots = append(c.Dots, mine...)
		y += len(ends)*laneRow + 14
	}
	c.Height = y
	return c
}

func dotFor(n int, e event, first, last time.Time, x func(time.Time) float64) dotView {
	f, t, _ := evidence.ParseValue(e.Value)
	if f.Before(first) {
		f = first
	}
	if t.After(last) {
		t = last
	}
	d := dotView{N: n, X: x(f), W: 22, Label: fmt.Sprintf("%d: %s, %s; %s", n, clip(e.Text, 80), dateWord(e.Value), plural(len(e.Sources), "source")), URL: fmt.Sprintf("#e%d", n)}
	if w := x(t) - x(f); len(e.Value) != 10 && w > d.W {
		d.W, d.Wide = w, true
	}
	if !d.Wide {
		d.X -= d.W / 2
	}
	return d
}

func (c *chartView) axis(first, last time.Time, step string, x func(time.Time) float64) {
	t := time.Date(first.Year(), 1, 1, 0, 0, 0, 0, time.UTC)
	switch step {
	case "week":
		t = first.AddDate(0, 0, -(int(first.Weekday())+6)%7)
	case "day":
		t = first
	}
	for n := 0; !t.After(last) && n < 400; n++ {
		if !t.Before(first) {
			g := gridLine{X: int(x(t)), Base: t.YearDay() == 1}
			g.Text = axisText(t, step, len(c.Grid) == 0)
			c.Grid = append(c.Grid, g)
		}
		switch step {
		case "year":
			t = t.AddDate(1, 0, 0)
		case "quarter":
			t = t.AddDate(0, 3, 0)
		case "month":
			t = t.AddDate(0, 1, 0)
		case "week":
			t = t.AddDate(0, 0, 7)
		default:
			t = t.AddDate(0, 0, 1)
		}
	}
}

func axisText(t time.Time, step string, first bool) string {
	switch {
	case step == "year" || t.YearDay() == 1:
		return t.Format("2006")
	case step == "quarter" && !first:
		return ""
	case step == "day" && !first && t.Day()%5 != 1:
		return ""
	case step == "day" || step == "week":
		return t.Format("2 Jan")
	case first:
		return t.Format("Jan 2006")
	}
	return t.Format("Jan")
}

func years(list []event) []yearView {
	var out []yearView
	for i, e := range list {
		year := clipBytes(e.Value, 4)
		if len(out) == 0 || out[len(out)-1].Year != year {
			out = append(out, yearView{Year: year})
		}
		v := eventView{N: i + 1, Value: e.Value, Vague: len(e.Value) != 10, Text: capital(e.Text)}
		for _, src := range e.Sources[:min(4, len(e.Sources))] {
			sv := sourceView{Name: src.Name, URL: passageURL(src.Document, src.Page, src.Start), Surface: src.Surface}
			if src.Stance != "" {
				sv.Sign, sv.HasSign = stanceOf(src.Stance), true
			}
			v.Sources = append(v.Sources, sv)
		}
		v.More = len(e.Sources) - len(v.Sources)
		y := &out[len(out)-1]
		y.Events = append(y.Events, v)
	}
	return out
}
