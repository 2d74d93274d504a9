package ui

import (
	"fmt"
	"io"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"averment/evidence"
)

// imageDPI is how finely pages are drawn.
const imageDPI = 110

// pageImage draws a page: /documents/ID/pages/3.png.
func (s *Server) pageImage(q *request) error {
	if s.Pages == nil {
		return notOffered("Drawing pages")
	}
	doc, err := s.document(q)
	if err != nil {
		return err
	}
	name, ok := strings.CutSuffix(q.Param("page"), ".png")
	n, err := strconv.Atoi(name)
	if !ok || err != nil || n < 1 || n > doc.PageCount {
		return fmt.Errorf("page %q: %w", clip(q.Param("page"), 20), evidence.ErrNotFound)
	}
	png, err := s.Pages.Render(q.Request.Context(), doc.ID, n, imageDPI)
	if err != nil {
		return err
	}
	h := q.Writer.Header()
	h.Set("Content-Type", "image/png")
	h.Set("Cache-Control", "private, max-age=3600") // so that walking hits on a page does not draw it again
	q.Writer.WriteHeader(http.StatusOK)
	_, err = q.Writer.Write(png)
	return err
}

// original hands the bytes out as an attachment that no browser opens.
func (s *Server) original(q *request) error {
	if s.Pages == nil {
		return notOffered("Originals")
	}
	doc, err := s.document(q)
	if err != nil {
		return err
	}
	f, err := s.Pages.Original(doc.ID)
	if err != nil {
		return err
	}
	defer f.Close()
	if err := s.record(q, "exported", doc.ID, "original", nil); err != nil {
		return err
	}
	h := q.Writer.Header()
	h.Set("Content-Type", "application/octet-stream")
	h.Set("Content-Security-Policy", "default-src 'none'; sandbox")
	h.Set("Content-Disposition", `attachment; filename="`+fileName(doc)+`"`)
	if st, err := f.Stat(); err == nil {
		h.Set("Content-Length", strconv.FormatInt(st.Size(), 10))
	}
	q.Writer.WriteHeader(http.StatusOK)
	_, err = io.Copy(q.Writer, f)
	return err
}

// fileName is the name of the file in letters that no header misunderstands.
func fileName(d *evidence.Document) string {
	name := d.Source.Path[strings.LastIndexAny(d.Source.Path, `/\`)+1:]
	name = strings.Map(func(r rune) rune {
		if r < ' ' || r > '~' || strings.ContainsRune(`"\/;%*`, r) {
			return '_'
		}
		return r
	}, name)
	return short(d.ID) + "-" + clipBytes(name, 100)
}

// setTags makes the tags of a document those of the field.
func (s *Server) setTags(q *request) error {
	if s.Marks == nil {
		return notOffered("Tagging")
	}
	doc, err := s.document(q)
	if err != nil {
		return err
	}
	var want []string
	for tag := range strings.SplitSeq(q.PostForm("tags"), ",") {
		if tag = strings.TrimSpace(tag); tag != "" && len(tag) <= 100 && !slices.Contains(want, tag) {
			want = append(want, tag)
		}
	}
	for _, tag := range want {
		if !slices.Contains(doc.Tags, tag) {
			if err := s.Marks.Tag(doc.ID, tag, q.who.Name); err != nil {
				return err
			}
		}
	}
	for _, tag := range doc.Tags {
		if !slices.Contains(want, tag) {
			if err := s.Marks.Untag(doc.ID, tag, q.who.Name); err != nil {
				return err
			}
		}
	}
	q.Redirect(http.StatusSeeOther, localPath(q.PostForm("back")))
	return nil
}

func (s *Server) addNote(q *request) error {
	if s.Marks == nil {
		return notOffered("Notes")
	}
	doc, err := s.document(q)
	if err != nil {
		return err
	}
	text := strings.TrimSpace(q.PostForm("text"))
	if text == "" || len(text) > 20000 {
		return invalid("A note has 1 to 20,000 characters.", "")
	}
	if _, err := s.Marks.AddNote(doc.ID, evidence.Note{Text: text, By: q.who.Name}); err != nil {
		return err
	}
	q.Redirect(http.StatusSeeOther, localPath(q.PostForm("back")))
	return nil
}

func (s *Server) removeNote(q *request) error {
	if s.Marks == nil {
		return notOffered("Notes")
	}
	doc, err := s.document(q)
	if err != nil {
		return err
	}
	id, err := strconv.ParseUint(q.Param("note"), 10, 64)
	if err != nil {
		return fmt.Errorf("note %q: %w", q.Param("note"), evidence.ErrNotFound)
	}
	if err := s.Marks.RemoveNote(doc.ID, id, q.who.Name); err != nil {
		return err
	}
	q.Redirect(http.StatusSeeOther, localPath(q.PostForm("back")))
	return nil
}
