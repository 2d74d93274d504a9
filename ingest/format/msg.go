package format

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"io"
	"mime"
	"strconv"
	"strings"
	"time"

	"github.com/richardlehane/mscfb"

	"averment/evidence"
)

const msgReader = "msg/1"

// Property ids of Outlook messages ([MS-OXPROPS]).
const (
	propSubject    = 0x0037
	propSubmitTime = 0x0039
	propHeaders    = 0x007D
	propSender     = 0x0C1A
	propSenderMail = 0x0C1F
	propSenderSMTP = 0x5D01
	propTo         = 0x0E04
	propCc         = 0x0E03
	propDelivered  = 0x0E06
	propBody       = 0x1000
	propRTF        = 0x1009
	propHTML       = 0x1013
	propMessageID  = 0x1035
	propFileShort  = 0x3704
	propFileLong   = 0x3707
	propMediaType  = 0x370E
	propData       = 0x3701
)

// msgNode is one storage of a message file: the message, an attachment, a recipient, or
// the message that an attachment holds.
type msgNode struct {
	name  string
	text  map[int]string    // string properties
	data  map[int][]byte    // binary properties
	times map[int]time.Time // from the property stream
	nodes []*msgNode
}

// readMSG reads an Outlook message ([MS-OXMSG]). Attachments are children; a message that
// is attached becomes a child in the form of a plain mail message.
func readMSG(_ context.Context, _ string, data []byte, o Options) (*Result, error) {
	root, err := msgTree(data, o.Limits)
	if err != nil {
		return nil, err
	}
	d := &evidence.Document{Kind: evidence.Mail, Reader: msgReader, Mail: root.headers()}
	d.Title, d.Author, d.Published = d.Mail.Subject, d.Mail.From, d.Mail.Sent
	page, warning := root.body()
	if warning != "" {
		d.Warnings = append(d.Warnings, warning)
	}
	page.Reader = msgReader
	d.Pages, d.Language = []evidence.Page{page}, language(page.Text)
	res := &Result{Document: d}
	return res, root.attachments(res, o)
}

// msgTree loads the properties of all storages.
func msgTree(data []byte, l Limits) (*msgNode, error) {
	file, err := mscfb.New(bytes.NewReader(data))
	if err != nil {
		return nil, fail(evidence.Damaged, "open the message: %v", err)
	}
	root := newMsgNode("")
	b := &budget{limits: l, packed: int64(len(data))}
	for entry, err := file.Next(); err == nil; entry, err = file.Next() {
		if entry.FileInfo().IsDir() {
			root.at(entry.Path).child(entry.Name)
			continue
		}
		if entry.Size > int64(len(data)) || len(entry.Path) > l.Depth*2 {
			return nil, fail(evidence.Damaged, "a stream is larger than the file")
		}
		content, err := b.read(io.LimitReader(entry, entry.Size))
		if err != nil {
			return nil, fail(evidence.Damaged, "read the message: %v", err)
		}
		root.at(entry.Path).property(entry.Name, content)
	}
	return root, nil
}

func newMsgNode(name string) *msgNode {
	return &msgNode{name: name, text: map[int]string{}, data: map[int][]byte{}, times: map[int]time.Time{}}
}

// at finds the storage of that path, making what is missing.
func (n *msgNode) at(path []string) *msgNode {
	for _, name := range path {
		n = n.child(name)
	}
	return n
}

func (n *msgNode) child(name string) *msgNode {
	for _, c := range n.nodes {
		if c.name == name {
			return c
		}
	}
	c := newMsgNode(name)
	n.nodes = append(n.nodes, c)
	return c
}

// property takes one stream: "__substg1.0_" and eight hex digits for id and type.
func (n *msgNode) property(name string, content []byte) {
	if strings.HasPrefix(name, "__properties_version1") {
		n.fixed(content)
		return
	}
	tag, found := strings.CutPrefix(name, "__substg1.0_")
	if !found || len(tag) < 8 {
		return
	}
	id, err := strconv.ParseUint(tag[:4], 16, 16)
	if err != nil {
		return
	}
	switch tag[4:8] {
	case "001F":
		n.text[int(id)] = clean(fromUTF16(content, false))
	case "001E":
		n.text[int(id)] = decodeText(content, "")
	case "0102":
		n.data[int(id)] = content
	}
}

// fixed reads the times in the property stream: entries of 16 bytes behind a header of 32,
// 24 or 8 bytes, after the sort of the storage.
func (n *msgNode) fixed(content []byte) {
	for _, skip := range []int{32, 24, 8} {
		if (len(content)-skip)%16 != 0 || len(content) < skip {
			continue
		}
		for at := skip; at+16 <= len(content); at += 16 {
			if binary.LittleEndian.Uint16(content[at:]) != 0x0040 {
				continue
			}
			id := int(binary.LittleEndian.Uint16(content[at+2:]))
			n.times[id] = fileTime(binary.LittleEndian.Uint64(content[at+8:]))
		}
		if len(n.times) > 0 {
			return
		}
	}
}

// fileTime turns 100 ns since 1601 into a time.
func fileTime(ticks uint64) time.Time {
	const unixEpoch = 116444736000000000
	if ticks < unixEpoch {
		return time.Time{}
	}
	return time.Unix(0, 0).UTC().Add(time.Duration(ticks/10-unixEpoch/10) * time.Microsecond)
}

func (n *msgNode) headers() *evidence.Headers {
	h := &evidence.Headers{Subject: oneLine(n.text[propSubject]), MessageID: strings.Trim(oneLine(n.text[propMessageID]), "<>"),
		To: splitNames(n.text[propTo]), Cc: splitNames(n.text[propCc]), From: n.sender()}
	if field := headerField(n.text[propHeaders], "Date"); field != "" {
		h.Sent = sentDay(field)
	}
	for _, id := range []int{propSubmitTime, propDelivered} {
		if t := n.times[id]; h.Sent == nil && t.Year() > 1970 {
			h.Sent = stated(evidence.DayOf(t, t.Format(time.RFC3339)), "header", "high")
		}
	}
	return h
}

func (n *msgNode) sender() string {
	name, address := oneLine(n.text[propSender]), oneLine(n.text[propSenderSMTP])
	if address == "" && strings.Contains(n.text[propSenderMail], "@") {
		address = oneLine(n.text[propSenderMail])
	}
	switch {
	case address == "" || address == name:
		return name
	case name == "":
		return address
	}
	return name + " <" + address + ">"
}

func splitNames(s string) []string {
	var out []string
	for _, part := range strings.Split(s, ";") {
		if part = oneLine(part); part != "" {
			out = append(out, part)
		}
	}
	return out
}

// headerField finds a field in the transport headers.
func headerField(block, name string) string {
	for _, line := range strings.Split(block, "\n") {
		if key, value, found := strings.Cut(line, ":"); found && strings.EqualFold(key, name) {
			return strings.TrimSpace(value)
		}
	}
	return ""
}

// body gives the text of the message: plain, else HTML, else compressed RTF.
func (n *msgNode) body() (page evidence.Page, warning string) {
	if s := n.text[propBody]; strings.TrimSpace(s) != "" {
		return plainPage(1, s, msgReader), ""
	}
	if raw := n.data[propHTML]; len(raw) > 0 {
		return mailBody("", decodeText(raw, "")), ""
	}
	if s := n.text[propHTML]; s != "" {
		return mailBody("", s), ""
	}
	raw := n.data[propRTF]
	if len(raw) == 0 {
		return plainPage(1, "", msgReader), ""
	}
	rtf, err := expandRTF(raw)
	if err != nil {
		return plainPage(1, "", msgReader), "the message's text is damaged: " + err.Error()
	}
	text, _ := rtfText(rtf)
	return plainPage(1, text, msgReader), ""
}

func (n *msgNode) attachments(res *Result, o Options) error {
	for i, a := range n.nodes {
		if !strings.HasPrefix(a.name, "__attach_version1") {
			continue
		}
		if i > o.Limits.Members {
			return fail(evidence.Bomb, "more than %d attachments", o.Limits.Members)
		}
		if err := a.attachment(i, res, o); err != nil {
			return err
		}
	}
	return nil
}

func (n *msgNode) attachment(i int, res *Result, o Options) error {
	name := memberName(n.text[propFileLong])
	if name == "" {
		name = memberName(n.text[propFileShort])
	}
	if name == "" {
		name = fmt.Sprintf("part-%d", i+1)
	}
	if data := n.data[propData]; len(data) > 0 {
		return res.give(Child{Name: name, Data: data, MediaType: oneLine(n.text[propMediaType])}, o)
	}
	for _, inner := range n.nodes {
		if strings.HasPrefix(inner.name, "__substg1.0_3701") {
			return res.give(Child{Name: strings.TrimSuffix(name, ".msg") + ".eml", Data: inner.asMail(), MediaType: MediaMail}, o)
		}
	}
	return nil
}

// asMail writes an attached message as a mail message, since a storage inside a file has
// no bytes of its own. What is attached to it goes with it.
func (n *msgNode) asMail() []byte {
	h := n.headers()
	page, _ := n.body()
	var out bytes.Buffer
	fmt.Fprintf(&out, "From: %s\nTo: %s\nSubject: %s\n", h.From, strings.Join(h.To, "; "), h.Subject)
	if h.Sent != nil {
		fmt.Fprintf(&out, "Date: %s\n", h.Sent.Surface)
	}
	if h.MessageID != "" {
		fmt.Fprintf(&out, "Message-ID: <%s>\n", h.MessageID)
	}
	text := "Content-Type: text/plain; charset=utf-8\n\n" + page.Text + "\n"
	attached := n.mailParts()
	if len(attached) == 0 {
		out.WriteString("MIME-Version: 1.0\n" + text)
		return out.Bytes()
	}
	mark := partMark(append([][]byte{[]byte(text)}, attached...))
	fmt.Fprintf(&out, "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=\"%s\"\n\n--%s\n%s", mark, mark, text)
	for _, part := range attached {
		fmt.Fprintf(&out, "\n--%s\n%s", mark, part)
	}
	fmt.Fprintf(&out, "\n--%s--\n", mark)
	return out.Bytes()
}

// mailParts writes what is attached to a message as parts of a mail message.
func (n *msgNode) mailParts() (parts [][]byte) {
	for i, a := range n.nodes {
		if !strings.HasPrefix(a.name, "__attach_version1") {
			continue
		}
		res := &Result{}
		if a.attachment(i, res, Options{}) != nil {
			continue // it only fails where a file is handed over
		}
		for _, c := range res.Children {
			parts = append(parts, mailPart(c))
		}
	}
	return parts
}

// mailPart writes one attached file; a message goes as it is, as RFC 2046 wants it.
func mailPart(c Child) []byte {
	name := mime.BEncoding.Encode("utf-8", c.Name)
	var out bytes.Buffer
	if c.MediaType == MediaMail {
		fmt.Fprintf(&out, "Content-Type: %s\nContent-Disposition: attachment; filename=\"%s\"\n\n", MediaMail, name)
		out.Write(c.Data)
		return out.Bytes()
	}
	fmt.Fprintf(&out, "Content-Type: application/octet-stream\nContent-Transfer-Encoding: base64\nContent-Disposition: attachment; filename=\"%s\"\n\n", name)
	for code := base64.StdEncoding.EncodeToString(c.Data); code != ""; {
		line := code[:min(76, len(code))]
		code = code[len(line):]
		out.WriteString(line + "\n")
	}
	return out.Bytes()
}

// partMark is what stands between parts: made of them, so that the same message is always
// the same file, and none of them holds it.
func partMark(parts [][]byte) string {
	h := sha256.New()
	for _, p := range parts {
		h.Write(p)
	}
	return "part-" + hex.EncodeToString(h.Sum(nil))
}
