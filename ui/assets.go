package ui

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"fmt"
	"mime"
	"net/http"
	"path"
	"strings"

	"github.com/klauspost/compress/zstd"
)

//go:embed static
var staticFiles embed.FS

//go:embed templates
var templateFiles embed.FS

// assets are the files of static under names that hold their hash.
type assets struct {
	names  map[string]string // app.css → app.1a2b3c4d5e6f.css
	byName map[string]*asset
}

type asset struct {
	mediaType   string
	plain       []byte
	gzip, zstd_ []byte
}

func loadAssets() (*assets, error) {
	a := &assets{map[string]string{}, map[string]*asset{}}
	entries, err := staticFiles.ReadDir("static")
	if err != nil {
		return nil, fmt.Errorf("ui: assets: %w", err)
	}
	for _, e := range entries {
		b, err := staticFiles.ReadFile("static/" + e.Name())
		if err != nil {
			return nil, fmt.Errorf("ui: assets: %w", err)
		}
		sum := sha256.Sum256(b)
		ext := path.Ext(e.Name())
		name := strings.TrimSuffix(e.Name(), ext) + "." + hex.EncodeToString(sum[:6]) + ext
		packed, err := squeeze(b)
		if err != nil {
			return nil, err
		}
		packed.mediaType = mime.TypeByExtension(ext)
		a.names[e.Name()], a.byName[name] = name, packed
	}
	return a, nil
}

func squeeze(b []byte) (*asset, error) {
	var zipped bytes.Buffer
	gz, err := gzip.NewWriterLevel(&zipped, gzip.BestCompression)
	if err != nil {
		return nil, fmt.Errorf("ui: compress: %w", err)
	}
	if _, err := gz.Write(b); err != nil {
		return nil, fmt.Errorf("ui: compress: %w", err)
	}
	if err := gz.Close(); err != nil {
		return nil, fmt.Errorf("ui: compress: %w", err)
	}
	z, err := zstd.NewWriter(nil, zstd.WithEncoderLevel(zstd.SpeedBestCompression))
	if err != nil {
		return nil, fmt.Errorf("ui: compress: %w", err)
	}
	return &asset{plain: b, gzip: zipped.Bytes(), zstd_: z.EncodeAll(b, nil)}, z.Close()
}

// url is the address of an asset, "" for one that is not there.
func (a *assets) url(name string) string {
	if full := a.names[name]; full != "" {
		return "/assets/" + full
	}
	return ""
}

// asset answers for ever: a changed file has another name.
func (s *Server) asset(q *request) error {
	a := s.assets.byName[q.Param("name")]
	if a == nil {
		return s.noPage(q)
	}
	h := q.Writer.Header()
	h.Set("Content-Type", a.mediaType)
	h.Set("Cache-Control", "public, max-age=31536000, immutable")
	h.Set("Vary", "Accept-Encoding")
	body := a.plain
	switch accept := q.GetHeader("Accept-Encoding"); {
	case accepts(accept, "zstd"):
		h.Set("Content-Encoding", "zstd")
		body = a.zstd_
	case accepts(accept, "gzip"):
		h.Set("Content-Encoding", "gzip")
		body = a.gzip
	}
	q.Writer.WriteHeader(http.StatusOK)
	_, err := q.Writer.Write(body)
	return err
}

func accepts(header, coding string) bool {
	for part := range strings.SplitSeq(header, ",") {
		name, params, _ := strings.Cut(strings.TrimSpace(part), ";")
		if name == coding && strings.TrimSpace(params) != "q=0" {
			return true
		}
	}
	return false
}

func (s *Server) favicon(q *request) error {
	q.Redirect(http.StatusFound, s.assets.url("icon.svg"))
	return nil
}

func (s *Server) robots(q *request) error {
	q.Writer.Header().Set("Content-Type", "text/plain; charset=utf-8")
	_, err := q.Writer.WriteString("User-agent: *\nDisallow: /\n")
	return err
}
