package format

import (
	"bytes"
	"context"
	"fmt"
	"net/mail"
	"regexp"
	"strings"
	"time"

	"github.com/jhillyerd/enmime/v2"

	"averment/evidence"
)

const mailReader = "mail/1"

// MediaMail is one message (RFC 5322), MediaMbox a file of them (RFC 4155).
const (
	MediaMail = "message/rfc822"
	MediaMbox = "application/mbox"
)

var mailHeader = regexp.MustCompile(`(?im)^(from|to|cc|subject|date|message-id|received|return-path|mime-version|delivered-to|x-[\w-]+|reply-to|content-type|dkim-signature|sender):[ \t]*\S`)

// looksLikeMail wants a block of header fields at the top, three of them well known, one
// of them From, Received or Return-Path, and Date or Message-ID.
func looksLikeMail(data []byte) bool {
	h := head(bytes.TrimLeft(data, "\xEF\xBB\xBF\r\n"), 16<<10)
	block, _, _ := bytes.Cut(bytes.ReplaceAll(h, []byte("\r\n"), []byte("\n")), []byte("\n\n"))
	first, _, _ := bytes.Cut(block, []byte("\n"))
	if name, _, ok := bytes.Cut(first, []byte(":")); !ok || bytes.ContainsAny(name, " \t<{") {
		return false
	}
	seen := map[string]bool{}
	for _, m := range mailHeader.FindAllSubmatch(block, -1) {
		seen[strings.ToLower(string(m[1]))] = true
	}
	sender := seen["from"] || seen["received"] || seen["return-path"]
	return len(seen) >= 3 && sender && (seen["date"] || seen["message-id"] || seen["mime-version"])
}

// readMail reads one message: its body as a page, its attachments and the messages that
// it carries as children.
func readMail(ctx context.Context, name string, data []byte, o Options) (*Result, error) {
	data, deep := flattenParts(emlx(data))
	parser := enmime.NewParser(enmime.DisableTextConversion(true), enmime.SkipMalformedParts(true),
		enmime.MultipartWOBoundaryAsSinglePart(true), enmime.MaxStoredPartErrors(20))
	env, err := parser.ReadEnvelope(bytes.NewReader(data))
	if err != nil {
		return nil, fail(evidence.Damaged, "read the message: %v", err)
	}
	d := &evidence.Document{Kind: evidence.Mail, Reader: mailReader, Mail: mailHeaders(env)}
	d.Title, d.Author, d.Published = d.Mail.Subject, d.Mail.From, d.Mail.Sent
	signed, err := openSeal(env, data)
	switch {
	case err != nil:
		return sealedMail(d, err), nil
	case signed != nil && o.Depth < o.Limits.Depth:
		o.Depth++
		return readMail(ctx, name, signed, o)
	}
	if deep {
		d.Warnings = append(d.Warnings, fmt.Sprintf("more than %d levels of parts within parts: the deeper ones are given as text", deepestParts))
	}
	for _, e := range env.Errors {
		if e.Severe {
			d.Warnings = append(d.Warnings, "message: "+oneLine(e.Error()))
		}
	}
	d.Pages = []evidence.Page{mailBody(env.Text, env.HTML)}
	d.Language = language(d.Pages[0].Text)
	res := &Result{Document: d}
	parts := append(append(append([]*enmime.Part{}, env.Attachments...), env.Inlines...), env.OtherParts...)
	return res, giveParts(res, parts, o)
}

// mailBody makes the page of a message: its plain text or, where that is missing or a
// mere stub, the text of its HTML.
func mailBody(plain, markup string) evidence.Page {
	if markup != "" && len(strings.Fields(plain)) < 5 {
		if blocks := htmlBlocks(markup); len(blocks) > 0 {
			b := &pageBuilder{}
			for _, s := range blocks {
				b.block(s, false)
			}
			return b.page(1, mailReader)
		}
	}
	return plainPage(1, plain, mailReader)
}

// giveParts hands over what is attached.
func giveParts(res *Result, parts []*enmime.Part, o Options) error {
	if len(parts) > o.Limits.Members {
		return fail(evidence.Bomb, "more than %d attachments", o.Limits.Members)
	}
	for i, p := range parts {
		if len(p.Content) == 0 || p.ContentType == "text/plain" && p.FileName == "" && p.Disposition == "" {
			continue
		}
		if err := res.give(Child{Name: partName(p, i), Data: p.Content, MediaType: p.ContentType}, o); err != nil {
			return err
		}
	}
	return nil
}

// partName is the file name that the message gives, or a number.
func partName(p *enmime.Part, i int) string {
	if name := memberName(p.FileName); name != "" {
		return name
	}
	ext := ""
	switch p.ContentType {
	case MediaMail:
		ext = ".eml"
	case "text/html":
		ext = ".html"
	case "text/calendar":
		ext = ".ics"
	}
	return fmt.Sprintf("part-%d%s", i+1, ext)
}

func mailHeaders(env *enmime.Envelope) *evidence.Headers {
	h := &evidence.Headers{From: oneLine(env.GetHeader("From")), To: addresses(env, "To"), Cc: addresses(env, "Cc"),
		Subject: oneLine(env.GetHeader("Subject")), MessageID: strings.Trim(oneLine(env.GetHeader("Message-ID")), "<>")}
	h.Sent = sentDay(env.GetHeader("Date"))
	return h
}

// sentDay reads the Date field; the day is that of the sender's own zone.
func sentDay(field string) *evidence.Date {
	field = oneLine(field)
	t, err := mail.ParseDate(field)
	if err != nil {
		if t, err = time.Parse("2 Jan 2006 15:04:05", field); err != nil {
			if d, _, ok := findDay(field); ok {
				return stated(d, "header", "medium")
			}
			return nil
		}
	}
	if t.Year() < 1970 {
		return nil
	}
	d := evidence.DayOf(t, field)
	return stated(d, "header", "high")
}

// addresses gives the recipients of a field, or the field as it stands when it is broken.
func addresses(env *enmime.Envelope, field string) []string {
	list, err := env.AddressList(field)
	if err != nil {
		if raw := oneLine(env.GetHeader(field)); raw != "" {
			return []string{raw}
		}
		return nil
	}
	out := make([]string, 0, len(list))
	for _, a := range list {
		name := oneLine(a.Name)
		switch {
		case name == "":
			out = append(out, a.Address)
		default:
			out = append(out, name+" <"+a.Address+">")
		}
	}
	return out
}
