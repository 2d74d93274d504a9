package extract

import (
	"embed"
	"strings"
)

// dataFiles are the tables of names. Each is tab-separated text; lines that begin
// with # say where the facts come from.
//
//go:embed data/*.tsv
var dataFiles embed.FS

// rows reads an embedded table: the columns of each line that is not empty or a
// remark. The files are part of the program, so a missing one gives no rows, which
// the tests of the tables would show.
func rows(name string) [][]string {
	data, err := dataFiles.ReadFile("data/" + name)
	if err != nil {
		return nil
	}
	var out [][]string
	for line := range strings.Lines(string(data)) {
		line = strings.TrimRight(line, "\r\n")
		if line == "" || line[0] == '#' {
			continue
		}
		out = append(out, strings.Split(line, "\t"))
	}
	return out
}

// column is the n-th column of a row, "" when the row is shorter.
func column(row []string, n int) string {
	if n < len(row) {
		return strings.TrimSpace(row[n])
	}
	return ""
}

// set makes a lookup table of words.
func set(words ...string) map[string]bool {
	m := make(map[string]bool, len(words))
	for _, w := range words {
		m[w] = true
	}
	return m
}
