package format

import (
	"bytes"
	"context"
	"fmt"
	"regexp"

	"averment/evidence"
)

var (
	fromLine   = regexp.MustCompile(`^From \S+.*\b\d?\d:\d\d\b`)
	quotedFrom = regexp.MustCompile(`(?m)^>(>*From )`)
)

// looksLikeMbox wants a From_ line and a header field under it.
func looksLikeMbox(data []byte) bool {
	if !bytes.HasPrefix(data, []byte("From ")) {
		return false
	}
	first, rest, _ := bytes.Cut(head(data, 4096), []byte("\n"))
	return fromLine.Match(bytes.TrimRight(first, "\r")) && mailHeader.Match(rest)
}

// readMbox gives each message of a mailbox as a child. The From_ line that parts them is
// left out and `>From ` in the text unquoted, as in mboxrd, so that a message is the same
// document in whatever mailbox it lies.
func readMbox(ctx context.Context, _ string, data []byte, o Options) (*Result, error) {
	res := &Result{Document: &evidence.Document{Reader: mailReader, Kind: evidence.Other}}
	for n := 1; len(data) > 0; n++ {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if n > o.Limits.Members {
			res.Document.Warnings = append(res.Document.Warnings, fmt.Sprintf("partial: more than %d messages, the rest was not read", o.Limits.Members))
			return res, nil
		}
		var message []byte
		message, data = nextMessage(data)
		if err := res.give(Child{Name: fmt.Sprintf("%06d.eml", n), Data: message, MediaType: MediaMail}, o); err != nil {
			return nil, err
		}
	}
	return res, nil
}

// nextMessage cuts the first message off a mailbox that begins with a From_ line.
func nextMessage(data []byte) (message, rest []byte) {
	_, body, _ := bytes.Cut(data, []byte("\n"))
	end := len(body)
	for at := 0; at < len(body); {
		i := bytes.Index(body[at:], []byte("\nFrom "))
		if i < 0 {
			break
		}
		line := body[at+i+1:]
		if nl := bytes.IndexByte(line, '\n'); nl >= 0 {
			line = line[:nl]
		}
		if fromLine.Match(bytes.TrimRight(line, "\r")) && blankBefore(body, at+i) {
			end = at + i + 1
			break
		}
		at += i + 1
	}
	message = bytes.TrimRight(body[:end], "\r\n")
	if quotedFrom.Match(message) {
		message = quotedFrom.ReplaceAll(message, []byte("$1"))
	}
	return message, body[end:]
}

// blankBefore says whether the line that ends at the line feed at i is empty.
func blankBefore(body []byte, i int) bool {
	before := bytes.TrimSuffix(body[:i], []byte("\r"))
	return len(before) == 0 || before[len(before)-1] == '\n'
}
