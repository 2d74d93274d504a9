package format

import (
	"archive/zip"
	"bytes"
	"cmp"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/richardlehane/mscfb"
	"github.com/xuri/excelize/v2"

	"averment/evidence"
)

// The office formats.
const (
	MediaDOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
	MediaXLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
	MediaPPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
	MediaODT  = "application/vnd.oasis.opendocument.text"
	MediaOLE  = "application/x-ole-storage" // the container of .msg, and of encrypted office files
	MediaMSG  = "application/vnd.ms-outlook"
)

// xmlDepth caps the nesting of elements; encoding/xml expands no entities by itself.
const xmlDepth = 256

// officeFile gives the parts of a zipped office document, within the caps.
type officeFile struct {
	parts map[string]*zip.File
	names []string
	b     *budget
}

func openOffice(data []byte, l Limits) (*officeFile, error) {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil && !errors.Is(err, zip.ErrInsecurePath) {
		return nil, fail(evidence.Damaged, "open the document: %v", err)
	}
	if err := checkZip(z, int64(len(data)), l); err != nil {
		return nil, err
	}
	f := &officeFile{parts: map[string]*zip.File{}, b: &budget{limits: l, packed: int64(len(data))}}
	for _, part := range z.File {
		f.parts[part.Name] = part
		f.names = append(f.names, part.Name)
	}
	return f, nil
}

// part expands one part; nil when there is none of that name.
func (f *officeFile) part(name string) ([]byte, error) {
	file := f.parts[name]
	if file == nil {
		return nil, nil
	}
	r, err := file.Open()
	if err != nil {
		return nil, fail(evidence.Damaged, "open %s: %v", name, err)
	}
	data, err := f.b.read(r)
	if closeErr := r.Close(); err == nil && closeErr != nil {
		err = closeErr
	}
	if err != nil {
		if isReadError(err) {
			return nil, err
		}
		return nil, fail(evidence.Damaged, "expand %s: %v", name, err)
	}
	return data, nil
}

// media gives the embedded files of the document as children.
func (f *officeFile) media(res *Result, prefixes []string, o Options) error {
	for _, name := range f.names {
		for _, prefix := range prefixes {
			if !strings.HasPrefix(name, prefix) || strings.HasSuffix(name, "/") {
				continue
			}
			data, err := f.part(name)
			if err != nil {
				return err
			}
			if err := res.give(Child{Name: memberName(name), Data: data}, o); err != nil {
				return err
			}
		}
	}
	return nil
}

// walkXML calls open and text for each token until the end; close may be nil. Damage ends
// the walk with an error that says where.
func walkXML(data []byte, open func(xml.StartElement), text func(string), end func(xml.EndElement)) error {
	dec := xml.NewDecoder(bytes.NewReader(data))
	dec.Strict = false
	dec.CharsetReader = func(_ string, in io.Reader) (io.Reader, error) { return in, nil }
	for depth := 0; ; {
		tok, err := dec.RawToken()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return fmt.Errorf("XML damaged at byte %d: %w", dec.InputOffset(), err)
		}
		switch t := tok.(type) {
		case xml.StartElement:
			if depth++; depth > xmlDepth {
				return fail(evidence.Bomb, "more than %d elements within elements", xmlDepth)
			}
			open(t)
		case xml.EndElement:
			depth--
			end(t)
		case xml.CharData:
			text(string(t))
		}
	}
}

// xmlAttr gives the attribute of that local name.
func xmlAttr(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// coreProperties reads title and author from docProps/core.xml.
func (f *officeFile) coreProperties(d *evidence.Document) error {
	data, err := f.part("docProps/core.xml")
	if err != nil || data == nil {
		return err
	}
	at := ""
	found := map[string]string{}
	err = walkXML(data, func(e xml.StartElement) { at = e.Name.Local },
		func(s string) { found[at] += s }, func(xml.EndElement) { at = "" })
	d.Title, d.Author = oneLine(found["title"]), properAuthor(oneLine(found["creator"]))
	return err
}

// unlock opens an encrypted office document with one of the passwords.
func unlock(data []byte, o Options) ([]byte, error) {
	for _, password := range o.Password {
		plain, err := excelize.Decrypt(data, &excelize.Options{Password: password})
		if err == nil && bytes.HasPrefix(plain, []byte("PK")) {
			return plain, nil
		}
	}
	return nil, fail(evidence.Encrypted, "the document needs a password")
}

// compoundKind tells what an OLE container holds: a message, an encrypted document, or
// something that has no reader.
func compoundKind(data []byte) (kind string) {
	doc, err := mscfb.New(bytes.NewReader(data))
	if err != nil {
		return MediaOLE
	}
	for _, f := range doc.File {
		switch {
		case f.Name == "EncryptedPackage":
			return mediaLocked
		case strings.HasPrefix(f.Name, "__properties_version1"):
			return MediaMSG
		case oldOffice[f.Name] != "":
			kind = oldOffice[f.Name] // unless it is encrypted as a whole
		}
	}
	return cmp.Or(kind, MediaOLE)
}

// mediaLocked is an office document in its encrypted container.
const mediaLocked = "application/encrypted"
