// Package assets gathers the files all pages share: the styles, scripts and pictures in the assets
// folder of the layouts, and the chart library and the search where they were bundled into dist. Each is published as
// assets/NAME.HASH.EXT, with the first 8 hex digits of the SHA-256 of its contents, so that a browser
// may keep it for ever and a page opened before a new build still finds its own. The contents are
// served as they stand.
package assets

import (
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"fmt"
	"io/fs"
	"path"
	"strings"
)

// dist holds what package bundle makes; in a clone where it was not run, a README alone.
//
//go:embed dist
var dist embed.FS

// Set is the assets of one site. Files has their contents by published path, which is relative to the
// root of the site.
type Set struct {
	Files map[string][]byte
	paths map[string]string // by plain name
}

// Load reads every file in the assets folder of layouts and adds what was bundled. It fails
// on a file that cannot be read.
func Load(layouts fs.FS) (*Set, error) {
	return load(layouts, dist)
}

func load(layouts, bundled fs.FS) (*Set, error) {
	s := &Set{Files: map[string][]byte{}, paths: map[string]string{}}
	if err := s.add(layouts, "assets"); err != nil {
		return nil, err
	}
	if err := s.add(bundled, "dist"); err != nil {
		return nil, err
	}
	return s, nil
}

// add takes every file of the folder that has an ending: a README explains the folder to who edits it.
func (s *Set) add(files fs.FS, folder string) error {
	entries, err := fs.ReadDir(files, folder)
	if err != nil {
		return fmt.Errorf("reading the shared files: %w", err)
	}
	for _, e := range entries {
		ext := path.Ext(e.Name())
		if e.IsDir() || ext == "" || strings.HasPrefix(e.Name(), ".") {
			continue
		}
		body, err := fs.ReadFile(files, path.Join(folder, e.Name()))
		if err != nil {
			return fmt.Errorf("reading the shared files: %w", err)
		}
		published := Name(e.Name(), body)
		s.Files[published] = body
		s.paths[e.Name()] = published
	}
	return nil
}

// Name is where a file with the plain name is published, as long as it has these contents.
func Name(plain string, body []byte) string {
	sum := sha256.Sum256(body)
	ext := path.Ext(plain)
	return "assets/" + strings.TrimSuffix(plain, ext) + "." + hex.EncodeToString(sum[:4]) + ext
}

// Path returns where the file with the plain name ("site.css", "site.js", "icon.svg", "echarts.js", "search.js")
// is published, or "" where there is none; the last two are missing where nothing was bundled.
func (s *Set) Path(name string) string { return s.paths[name] }
