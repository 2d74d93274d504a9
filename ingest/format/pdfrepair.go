package format

import (
	"bytes"
	"cmp"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strconv"
)

// The caps on a repair: objects, and bytes of what is unpacked.
const (
	maxRepairObjects = 500_000
	maxRepairUnpack  = 256 << 20
)

// pdfObject is where an object stands in the file, "12 0 obj" to before its end, or, when
// it came out of an object stream, its bytes.
type pdfObject struct {
	start, body, end int
	packed           []byte
	kind             string // Catalog, Pages, Page, ObjStm, XRef, Standard or ""
}

// pdfTable is what a damaged file still holds: its objects, the last of each number, and
// what its trailers say.
type pdfTable struct {
	data    []byte
	objects map[int]pdfObject
	order   []int       // numbers of pages, as they stand in the file
	at      map[int]int // of a page, its place in order
	trailer []byte
	left    int // bytes that may yet be unpacked
}

var (
	pdfKind    = regexp.MustCompile(`/(?:Type|Filter)\s*/(Catalog|Pages|Page|ObjStm|XRef|Standard)(?:[^A-Za-z0-9]|$)`)
	pdfRoot    = regexp.MustCompile(`/Root\s+(\d{1,7})\s+\d{1,5}\s+R`)
	pdfPages   = regexp.MustCompile(`/Pages\s+(\d{1,7})\s+\d{1,5}\s+R`)
	pdfCrypt   = regexp.MustCompile(`/Encrypt\s+(\d{1,7})\s+\d{1,5}\s+R`)
	pdfID      = regexp.MustCompile(`(?s)/ID\s*\[\s*(?:<[0-9A-Fa-f\s]*>\s*<[0-9A-Fa-f\s]*>|\((?:[^()\\]|\\.)*\)\s*\((?:[^()\\]|\\.)*\))\s*\]`)
	pdfParent  = regexp.MustCompile(`/Parent\s+\d`)
	pdfContent = regexp.MustCompile(`/Contents\s*(?:\[|\d+\s+\d+\s+R)`)
	pdfObjWord = []byte("obj")
)

// repairPDF writes a file anew whose header, table of objects or root is lost, cut off or
// wrong: the bytes as they are, and after them a table of the objects that are found in
// them. With ownTree the pages are those found, in the order of the file, and not those
// of its tree. nil is a file without any object that could be a page.
func repairPDF(data []byte, ownTree bool) []byte {
	t := findObjects(withHeader(data))
	if len(t.objects) == 0 || len(t.order) == 0 {
		return nil
	}
	return t.write(ownTree)
}

// withHeader cuts what stands before the header, and gives a header to a file without.
func withHeader(data []byte) []byte {
	i := bytes.Index(data, []byte("%PDF-"))
	if i == 0 {
		return data
	}
	if first := bytes.Index(data, []byte(" 0 obj")); i > 0 && (first < 0 || i < first) {
		return data[i:]
	}
	return append([]byte("%PDF-1.7\n"), data...)
}

// findObjects looks for the heads of objects through the whole file.
func findObjects(data []byte) *pdfTable {
	t := &pdfTable{data: data, objects: map[int]pdfObject{}, at: map[int]int{}, left: maxRepairUnpack}
	number, open := 0, pdfObject{start: -1}
	for at := 0; len(t.objects) < maxRepairObjects; {
		i := bytes.Index(data[at:], pdfObjWord)
		if i < 0 {
			break
		}
		at += i + len(pdfObjWord)
		n, start, ok := objectHead(data, at-len(pdfObjWord))
		if !ok {
			continue
		}
		if open.start >= 0 {
			t.close(number, open, start)
		}
		number, open = n, pdfObject{start: start, body: at}
	}
	if open.start >= 0 {
		t.close(number, open, len(data))
	}
	t.order = slices.DeleteFunc(t.order, func(n int) bool { return n == 0 })
	t.readTrailers()
	return t
}

// objectHead reads backwards from the word obj: its number, generation 0 or another.
func objectHead(data []byte, at int) (number, start int, ok bool) {
	i := at
	back := func(class func(byte) bool) string {
		end := i
		for i > 0 && class(data[i-1]) && end-i < 12 {
			i--
		}
		return string(data[i:end])
	}
	digit := func(c byte) bool { return c >= '0' && c <= '9' }
	if back(pdfSpace) == "" || back(digit) == "" || back(pdfSpace) == "" {
		return 0, 0, false
	}
	n, err := strconv.Atoi(back(digit))
	return n, i, err == nil && n > 0 && n < 10_000_000
}

func pdfSpace(c byte) bool {
	return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == 0
}

// close notes an object that ends before the next one at end.
func (t *pdfTable) close(number int, o pdfObject, end int) {
	o.end = end
	if i := bytes.Index(t.data[o.body:end], []byte("endobj")); i >= 0 {
		o.end = o.body + i
	}
	o.kind = kindOf(t.dict(o))
	if o.kind == "ObjStm" {
		t.unpack(o)
	}
	t.put(number, o)
}

// dict is the dictionary at the head of an object, without its stream.
func (t *pdfTable) dict(o pdfObject) []byte {
	if o.packed != nil {
		return o.packed
	}
	d := t.data[o.body:o.end]
	if i := bytes.Index(d, []byte("stream")); i >= 0 {
		d = d[:i]
	}
	return d
}

// kindOf tells what an object is. What has contents and a parent is a page that does not
// say so.
func kindOf(dict []byte) string {
	if m := pdfKind.FindSubmatch(dict); m != nil {
		return string(m[1])
	}
	if pdfParent.Match(dict) && pdfContent.Match(dict) && !bytes.Contains(dict, []byte("/Subtype")) {
		return "Page"
	}
	return ""
}

// put notes an object: the last of a number counts.
func (t *pdfTable) put(number int, o pdfObject) {
	if i, known := t.at[number]; known {
		t.order[i] = 0
		delete(t.at, number)
	}
	t.objects[number] = o
	if o.kind == "Page" {
		t.at[number] = len(t.order)
		t.order = append(t.order, number)
	}
}

// readTrailers puts the trailers after each other, those in the streams of tables too.
func (t *pdfTable) readTrailers() {
	for at := 0; ; {
		i := bytes.Index(t.data[at:], []byte("trailer"))
		if i < 0 {
			break
		}
		at += i + len("trailer")
		part := head(t.data[at:], 4096)
		if end := bytes.Index(part, []byte("startxref")); end >= 0 {
			part = part[:end]
		}
		t.trailer = append(t.trailer, part...)
		at += len(part)
	}
	for _, n := range t.numbers() {
		if o := t.objects[n]; o.kind == "XRef" {
			t.trailer = append(t.trailer, t.dict(o)...)
		}
	}
}

// numbers gives the numbers of the objects in the order of the file.
func (t *pdfTable) numbers() []int {
	return slices.SortedFunc(maps.Keys(t.objects), func(a, b int) int {
		return cmp.Or(cmp.Compare(t.objects[a].start, t.objects[b].start), cmp.Compare(a, b))
	})
}

// root gives the number of the catalog, 0 for none whose pages are there.
func (t *pdfTable) root() int {
	var found []int // the best last
	for _, n := range t.numbers() {
		if t.objects[n].kind == "Catalog" {
			found = append(found, n)
		}
	}
	for _, m := range pdfRoot.FindAllSubmatch(t.trailer, -1) {
		found = append(found, atoi(string(m[1])))
	}
	tried := map[int]bool{}
	for _, n := range slices.Backward(found) {
		if tried[n] {
			continue
		}
		tried[n] = true
		m := pdfPages.FindSubmatch(t.dict(t.objects[n]))
		if m != nil && t.objects[atoi(string(m[1]))].kind == "Pages" {
			return n
		}
	}
	return 0
}

// treeRoot is the number of the node of pages that has none above it, 0 for none.
func (t *pdfTable) treeRoot() int {
	for _, n := range slices.Backward(t.numbers()) {
		if o := t.objects[n]; o.kind == "Pages" && !pdfParent.Match(t.dict(o)) {
			return n
		}
	}
	return 0
}

// write puts the table after the bytes of the file.
func (t *pdfTable) write(ownTree bool) []byte {
	out := bytes.NewBuffer(slices.Clip(slices.Clone(t.data)))
	out.WriteByte('\n')
	at := map[int]int{}
	next := 1
	for _, n := range t.numbers() {
		next = max(next, n+1)
		o := t.objects[n]
		if at[n] = o.start; o.packed != nil {
			at[n] = out.Len()
			fmt.Fprintf(out, "%d 0 obj\n%s\nendobj\n", n, o.packed)
		}
	}
	root := 0
	if !ownTree {
		root = t.root()
	}
	if root == 0 {
		root, next = t.catalog(out, at, next, ownTree)
	}
	table := out.Len()
	writeTable(out, at)
	fmt.Fprintf(out, "trailer\n<< /Size %d /Root %d 0 R %s>>\nstartxref\n%d\n%%%%EOF\n", next, root, t.encryption(), table)
	return out.Bytes()
}

// catalog writes a root of its own, over the tree of the file or the pages that were found.
func (t *pdfTable) catalog(out *bytes.Buffer, at map[int]int, next int, ownTree bool) (root, after int) {
	tree := t.treeRoot()
	if tree == 0 || ownTree {
		tree, next = next, next+1
		at[tree] = out.Len()
		fmt.Fprintf(out, "%d 0 obj\n<< /Type /Pages /Count %d /MediaBox [0 0 612 792] /Kids [", tree, len(t.order))
		for _, n := range t.order {
			fmt.Fprintf(out, "%d 0 R ", n)
		}
		out.WriteString("] >>\nendobj\n")
	}
	at[next] = out.Len()
	fmt.Fprintf(out, "%d 0 obj\n<< /Type /Catalog /Pages %d 0 R >>\nendobj\n", next, tree)
	return next, next + 1
}

// writeTable writes the places of objects, in runs of numbers.
func writeTable(out *bytes.Buffer, at map[int]int) {
	out.WriteString("xref\n0 1\n0000000000 65535 f \n")
	numbers := slices.Sorted(maps.Keys(at))
	for i := 0; i < len(numbers); {
		j := i + 1
		for j < len(numbers) && numbers[j] == numbers[j-1]+1 {
			j++
		}
		fmt.Fprintf(out, "%d %d\n", numbers[i], j-i)
		for _, n := range numbers[i:j] {
			fmt.Fprintf(out, "%010d 00000 n \n", at[n])
		}
		i = j
	}
}

// encryption is the part of the trailer that an encrypted file needs to be opened.
func (t *pdfTable) encryption() string {
	number := 0
	if m := pdfCrypt.FindSubmatch(t.trailer); m != nil {
		number = atoi(string(m[1]))
	}
	for _, n := range t.numbers() {
		if number == 0 && t.objects[n].kind == "Standard" {
			number = n
		}
	}
	if number == 0 {
		return ""
	}
	return fmt.Sprintf("/Encrypt %d 0 R %s ", number, pdfID.Find(t.trailer))
}
