package format

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/textproto"
	"net/url"
	"strconv"
	"strings"

	"github.com/klauspost/compress/gzip"

	"averment/evidence"
)

const warcReader = "warc/1"

// MediaWARC is a web archive (ISO 28500), plain or gzipped record by record.
const MediaWARC = "application/warc"

func looksLikeWARC(data []byte) bool { return bytes.HasPrefix(data, []byte("WARC/")) }

// gzippedWARC looks into the first gzip member.
func gzippedWARC(data []byte) bool {
	z, err := gzip.NewReader(bytes.NewReader(data))
	if err != nil {
		return false
	}
	start := make([]byte, 5)
	_, err = io.ReadFull(z, start)
	return err == nil && string(start) == "WARC/"
}

// readWARC gives each web page and PDF that was fetched as a child with its URL. The time
// of the capture is kept as a warning line of the child, never as its publication date.
func readWARC(ctx context.Context, _ string, data []byte, o Options) (*Result, error) {
	b := &budget{limits: o.Limits, packed: int64(len(data))}
	var in io.Reader = bytes.NewReader(data)
	if !looksLikeWARC(data) {
		z, err := gzip.NewReader(in)
		if err != nil {
			return nil, fail(evidence.Damaged, "open the web archive: %v", err)
		}
		in = z
	} else {
		b.packed = max(b.packed, o.Limits.Total/o.Limits.Ratio)
	}
	w := &warcFile{in: bufio.NewReader(in), budget: b, res: &Result{Document: &evidence.Document{Reader: warcReader, Kind: evidence.Other}}}
	for {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		more, err := w.record(o)
		switch {
		case err != nil && isReadError(err):
			return nil, err
		case err != nil:
			w.res.Document.Warnings = append(w.res.Document.Warnings, fmt.Sprintf("partial: the web archive is damaged (%v), records behind that place were not read", err))
			return w.res, nil
		case !more:
			return w.res, nil
		}
	}
}

func isReadError(err error) bool {
	var known *evidence.ReadError
	return errors.As(err, &known)
}

// warcFile reads records one after the other.
type warcFile struct {
	in     *bufio.Reader
	budget *budget
	res    *Result
}

// record reads one record; more is false at the end of the file.
func (w *warcFile) record(o Options) (more bool, err error) {
	header, err := w.header()
	if err != nil || header == nil {
		return false, err
	}
	length, err := strconv.ParseInt(header.Get("Content-Length"), 10, 64)
	if err != nil || length < 0 {
		return false, fmt.Errorf("record without length")
	}
	if length > w.budget.limits.Total {
		return false, fail(evidence.Bomb, "a record of %d bytes", length)
	}
	block, err := w.budget.read(io.LimitReader(w.in, length))
	if err != nil {
		return false, err
	}
	if int64(len(block)) < length {
		return false, io.ErrUnexpectedEOF
	}
	child, ok, err := warcChild(header, block, w.budget)
	if err != nil || !ok {
		return err == nil, err
	}
	return true, w.res.give(child, o)
}

// header reads the lines of one record's header, nil at the end of the file.
func (w *warcFile) header() (textproto.MIMEHeader, error) {
	for {
		line, err := w.in.ReadSlice('\n')
		if err == io.EOF && len(bytes.TrimSpace(line)) == 0 {
			return nil, nil
		}
		if err != nil {
			return nil, err
		}
		if line = bytes.TrimSpace(line); len(line) == 0 {
			continue
		}
		if !bytes.HasPrefix(line, []byte("WARC/")) {
			return nil, fmt.Errorf("no record where one should begin")
		}
		return textproto.NewReader(w.in).ReadMIMEHeader()
	}
}

// warcChild makes a child of a response or resource that is a document.
func warcChild(h textproto.MIMEHeader, block []byte, b *budget) (child Child, ok bool, err error) {
	target := strings.Trim(h.Get("Warc-Target-Uri"), "<>")
	media, body := h.Get("Content-Type"), block
	switch h.Get("Warc-Type") {
	case "response":
		if media, body, ok, err = httpBody(block, b); !ok {
			return Child{}, false, err
		}
	case "resource", "conversion":
	default:
		return Child{}, false, nil
	}
	media, _, _ = strings.Cut(strings.ToLower(media), ";")
	switch strings.TrimSpace(media) {
	case MediaHTML, "application/xhtml+xml", MediaPDF, MediaText, "":
	default:
		return Child{}, false, nil
	}
	doc := &evidence.Document{URL: webAddress(target)}
	if at := h.Get("Warc-Date"); at != "" {
		doc.Warnings = []string{"captured " + oneLine(at)}
	}
	return Child{Name: memberName(target), Data: body, MediaType: strings.TrimSpace(media), Document: doc}, len(body) > 0, nil
}

// httpBody parses a stored HTTP response: 200 only, chunks joined, gzip expanded. The error
// is that of a bomb.
func httpBody(block []byte, b *budget) (media string, body []byte, ok bool, err error) {
	resp, err := http.ReadResponse(bufio.NewReader(bytes.NewReader(block)), nil)
	if err != nil {
		return "", nil, false, nil
	}
	defer func() { _ = resp.Body.Close() }() // reads from memory
	if resp.StatusCode != http.StatusOK {
		return "", nil, false, nil
	}
	body, err = plainBody(resp, len(block), b)
	if isReadError(err) {
		return "", nil, false, err
	}
	return resp.Header.Get("Content-Type"), body, err == nil || len(body) > 0, nil
}

// plainBody expands the body of a response of so many bytes where it is compressed.
func plainBody(resp *http.Response, packed int, b *budget) ([]byte, error) {
	if strings.EqualFold(resp.Header.Get("Content-Encoding"), "gzip") {
		if z, err := gzip.NewReader(resp.Body); err == nil {
			one := &budget{limits: b.limits, packed: int64(packed)}
			data, err := one.read(z)
			b.expanded += int64(len(data))
			return data, err
		}
	}
	return io.ReadAll(resp.Body) // no more than the record, which was counted
}

func webAddress(s string) string {
	u, err := url.Parse(s)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" {
		return ""
	}
	return u.String()
}
