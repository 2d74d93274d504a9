package format

import (
	"context"
	"fmt"
	"strings"
	"testing"
)

// nestedMail is a message whose text lies so many parts deep.
func nestedMail(depth int) string {
	var b strings.Builder
	b.WriteString("From: a@example.org\r\nTo: b@example.org\r\nSubject: nested\r\nDate: Mon, 6 Jan 2025 10:00:00 +0000\r\nMIME-Version: 1.0\r\n")
	for i := range depth {
		fmt.Fprintf(&b, "Content-Type: multipart/mixed;\r\n boundary=\"b-%d\"\r\n\r\n--b-%d\r\n", i, i)
	}
	b.WriteString("Content-Type: text/plain\r\n\r\nThe berth was closed on Monday.\r\n")
	for i := depth - 1; i >= 0; i-- {
		fmt.Fprintf(&b, "--b-%d--\r\n", i)
	}
	return b.String()
}

// TestNestedParts finds the text of a message however deep it lies.
func TestNestedParts(t *testing.T) {
	for _, depth := range []int{1, 6, deepestParts, deepestParts + 1, 2000} {
		res, err := Read(context.Background(), "m.eml", []byte(nestedMail(depth)), Options{})
		if err != nil {
			t.Fatalf("depth %d: %v", depth, err)
		}
		if text := res.Document.Pages[0].Text; !strings.Contains(text, "closed on Monday") {
			t.Errorf("depth %d: %.200q", depth, text)
		}
		warned := strings.Contains(strings.Join(res.Document.Warnings, " "), "within parts")
		if warned != (depth > deepestParts) {
			t.Errorf("depth %d: warnings %q", depth, res.Document.Warnings)
		}
	}
}

// TestSidePartsAreNotDeep leaves a message of many parts beside each other as it is.
func TestSidePartsAreNotDeep(t *testing.T) {
	var b strings.Builder
	for i := range 100 {
		fmt.Fprintf(&b, "Content-Type: multipart/mixed; boundary=x%d\r\n\r\n--x%d\r\n\r\nwords\r\n--x%d--\r\n", i, i, i)
	}
	if _, cut := flattenParts([]byte(b.String())); cut {
		t.Error("parts beside each other were taken for nested ones")
	}
}
