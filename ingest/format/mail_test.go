package format

import (
	"context"
	"strings"
	"testing"

	"averment/evidence"
)

const plainMail = `Return-Path: <ann@example.org>
From: =?utf-8?q?Ann_L=C3=A9e?= <ann@example.org>
To: Bob Ray <bob@example.com>, carl@example.com
Cc: dora@example.com
Subject: =?utf-8?B?RGVhZGxpbmUg4oCTIGRvY2tldA==?=
Date: Fri, 3 May 2024 23:30:00 -0700
Message-ID: <1@example.org>
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary=XX

--XX
Content-Type: text/plain; charset=iso-8859-1
Content-Transfer-Encoding: quoted-printable

The caf=E9 is closed.

Ann
--XX
Content-Type: text/csv; name="../../etc/table.csv"
Content-Disposition: attachment; filename="../../etc/table.csv"

a,b
1,2
--XX
Content-Type: message/rfc822

From: x@example.org
To: y@example.org
Subject: inner
Date: Mon, 1 Jan 2024 10:00:00 +0000

Inner text stands here.
--XX--
`

func read(t *testing.T, name, data string, o Options) *Result {
	t.Helper()
	res, err := Read(context.Background(), name, []byte(data), o)
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	for _, p := range res.Document.Pages {
		checkPage(t, p)
	}
	return res
}

func TestMail(t *testing.T) {
	res := read(t, "x", plainMail, Options{})
	d := res.Document
	if d.Source.MediaType != MediaMail || d.Kind != evidence.Mail || d.Title != "Deadline – docket" {
		t.Errorf("media %s, kind %s, title %q", d.Source.MediaType, d.Kind, d.Title)
	}
	m := d.Mail
	if m.From != `"Ann Lée" <ann@example.org>` && m.From != "Ann Lée <ann@example.org>" || strings.Join(m.To, "; ") != "Bob Ray <bob@example.com>; carl@example.com" || len(m.Cc) != 1 || m.MessageID != "1@example.org" {
		t.Errorf("headers %+v", m)
	}
	if d.Published == nil || d.Published.Value != "2024-05-03" {
		t.Errorf("sent %+v: the day is that of the sender", d.Published)
	}
	if got := d.Pages[0].Text; got != "The café is closed.\n\nAnn" {
		t.Errorf("body %q", got)
	}
	if len(res.Children) != 2 {
		t.Fatalf("%d children", len(res.Children))
	}
	inner := read(t, res.Children[1].Name, string(res.Children[1].Data), Options{Depth: 1, MediaType: res.Children[1].MediaType})
	if inner.Document.Title != "inner" || !strings.Contains(inner.Document.Pages[0].Text, "Inner text") {
		t.Errorf("message in the message: %+v", inner.Document)
	}
}

func TestMailOfHTML(t *testing.T) {
	res := read(t, "x.eml", "From: a@example.org\nTo: b@example.org\nSubject: s\nDate: Mon, 1 Jan 2024 10:00:00 +0000\nMIME-Version: 1.0\nContent-Type: text/html\n\n<html><body><p>First line.</p><script>no()</script><p>Second &amp; last.</p></body></html>", Options{})
	if got := res.Document.Pages[0].Text; got != "First line.\n\nSecond & last." {
		t.Errorf("body %q", got)
	}
}

func TestMbox(t *testing.T) {
	box := "From ann@example.org Fri May  3 10:00:00 2024\n" + plainMail + "\n" +
		"From bob@example.org Sat May  4 10:00:00 2024\nFrom: bob@example.org\nTo: ann@example.org\nSubject: second\nDate: Sat, 4 May 2024 10:00:00 +0000\n\n" +
		"Text.\n\n>From here on it is quoted.\n>>From there twice.\nFrom the start of a line it is no new message.\n"
	res := read(t, "box", box, Options{})
	if res.Document.Source.MediaType != MediaMbox || len(res.Children) != 2 {
		t.Fatalf("media %s, %d messages", res.Document.Source.MediaType, len(res.Children))
	}
	second := read(t, "x", string(res.Children[1].Data), Options{MediaType: MediaMail})
	want := "Text.\n\nFrom here on it is quoted.\n>From there twice.\nFrom the start of a line it is no new message."
	if got := second.Document.Pages[0].Text; got != want {
		t.Errorf("text %q", got)
	}
}

func FuzzMail(f *testing.F) {
	f.Add([]byte(plainMail))
	f.Add([]byte("From: a\nDate: b\nTo: c\n\n"))
	f.Fuzz(func(t *testing.T, data []byte) { fuzzRead(t, "x.eml", data, readMail) })
}

func FuzzMbox(f *testing.F) {
	f.Add([]byte("From a 10:00:00\nFrom: x\n\nb\n\nFrom b 10:00:00\nTo: y\n\n"))
	f.Fuzz(func(t *testing.T, data []byte) { fuzzRead(t, "x", data, readMbox) })
}

// fuzzRead runs one reader and checks what holds for all results and errors.
func fuzzRead(t *testing.T, name string, data []byte, read reader) {
	t.Helper()
	o := Options{Limits: Limits{Total: 1 << 22, Members: 100}.withDefaults()}
	res, err := read(context.Background(), name, data, o)
	if err != nil {
		if asReadError(err).Error() == "" {
			t.Error("an error without a word")
		}
		return
	}
	finish(res, name, MediaText, data, o.Limits)
	for _, p := range res.Document.Pages {
		checkPage(t, p)
	}
}
