package bench

import (
	"encoding/xml"
	"errors"
	"io"
	"strconv"
	"strings"
	"testing"
)

// plotted gives the curves of a plot by their titles, as x, y pairs, and its texts.
func plotted(t *testing.T, reports ...*Report) (curves map[string][][2]float64, texts []string) {
	t.Helper()
	var out strings.Builder
	if err := Plot(&out, reports); err != nil {
		t.Fatal(err)
	}
	curves = map[string][][2]float64{}
	var points string
	in := xml.NewDecoder(strings.NewReader(out.String()))
	for {
		tok, err := in.Token()
		if errors.Is(err, io.EOF) {
			return curves, texts
		}
		if err != nil {
			t.Fatalf("the plot is no XML: %v", err)
		}
		switch tok := tok.(type) {
		case xml.StartElement:
			for _, a := range tok.Attr {
				if tok.Name.Local == "polyline" && a.Name.Local == "points" {
					points = a.Value
				}
				if strings.Contains(a.Value, "NaN") || strings.Contains(a.Value, "Inf") {
					t.Errorf("%s %s=%q", tok.Name.Local, a.Name.Local, a.Value)
				}
			}
		case xml.CharData:
			texts = append(texts, string(tok))
			if points != "" && strings.TrimSpace(string(tok)) != "" {
				curves[string(tok)] = append(curves[string(tok)], pairs(t, points)...)
				points = ""
			}
		}
	}
}

func pairs(t *testing.T, s string) (out [][2]float64) {
	t.Helper()
	for _, p := range strings.Fields(s) {
		x, y, _ := strings.Cut(p, ",")
		a, errA := strconv.ParseFloat(x, 64)
		b, errB := strconv.ParseFloat(y, 64)
		if errA != nil || errB != nil {
			t.Fatalf("point %q", p)
		}
		out = append(out, [2]float64{a, b})
	}
	return out
}

func measured(documents int, cost, p50, p95 float64) *Report {
	return &Report{Documents: documents, Cores: 2, Figures: []Figure{
		{Name: buildCost, Unit: "ms", Ours: cost},
		{Name: "w/5, all facets", Unit: "ms", Ours: p50, OursP95: p95},
		{Name: "not drawn", Unit: "ms", Ours: 1},
	}}
}

func TestPlot(t *testing.T) {
	curves, texts := plotted(t, measured(100000, 2, 30, 60), measured(1000, 2, 1, 2), measured(10000, 2, 5, 9))
	build, near := curves[buildCost+", ms"], curves["w/5, all facets"]
	if len(build) != 3 || len(near) != 6 {
		t.Fatalf("curves %v", curves)
	}
	for i := 1; i < 3; i++ {
		if build[i][0] <= build[i-1][0] || build[i][1] != build[i-1][1] {
			t.Errorf("a cost that stays the same is no level line from left to right: %v", build)
		}
		if near[i][1] >= near[i-1][1] {
			t.Errorf("a growing time does not rise: %v", near)
		}
	}
	if near[3][1] >= near[0][1] {
		t.Errorf("the 95th percentile lies below the median: %v", near)
	}
	if all := strings.Join(texts, "\n"); !strings.Contains(all, "1k, 10k, 100k documents on 2 cores") || strings.Contains(all, "not drawn") {
		t.Errorf("texts %q", all)
	}
}

func TestPlotOfNothing(t *testing.T) {
	if curves, _ := plotted(t); len(curves) != 0 {
		t.Errorf("curves of nothing: %v", curves)
	}
	if curves, _ := plotted(t, &Report{Documents: 10}, measured(10, 1, 1, 1)); len(curves[buildCost+", ms"]) != 1 {
		t.Errorf("curves of one report: %v", curves)
	}
}
