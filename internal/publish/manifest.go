package publish

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

const manifestName = ".minhbach.json"

// manifest lists what the tool wrote into a folder, by path.
type manifest struct {
	Version  int             `json:"version"`
	Files    map[string]file `json:"files"`
	Previous map[string]file `json:"previous,omitempty"` // assets of the generation before
}

type file struct {
	Size   int64  `json:"size"`
	SHA256 string `json:"sha256"`
}

// readManifest returns the manifest of dir, an empty one where there is none. One that cannot be read
// is an error: without it the tool's own files cannot be told from others'.
func readManifest(dir string) (*manifest, error) {
	m := &manifest{}
	name := filepath.Join(dir, manifestName)
	text, err := os.ReadFile(name)
	if errors.Is(err, fs.ErrNotExist) {
		return m, nil
	}
	if err == nil {
		err = json.Unmarshal(text, m)
	}
	if err == nil && m.Version != 1 {
		err = fmt.Errorf("version %d, want 1", m.Version)
	}
	if err != nil {
		return nil, fmt.Errorf("reading %s: %w", name, err)
	}
	return m, nil
}

// write puts the manifest into dir; its bytes follow from its content.
func (m *manifest) write(dir string) error {
	text, err := json.MarshalIndent(m, "", " ")
	if err != nil {
		return fmt.Errorf("writing the manifest: %w", err)
	}
	if err := writeFile(filepath.Join(dir, manifestName), append(text, '\n')); err != nil {
		return unwritable(dir, err)
	}
	return nil
}

// owns reports whether the tool wrote path.
func (m *manifest) owns(path string) bool {
	_, current := m.Files[path]
	_, carried := m.Previous[path]
	return current || carried || path == manifestName
}

// carriedInto returns the assets that next no longer has: those of m, or, if next has them all, those
// that m already carried.
func (m *manifest) carriedInto(next *manifest) map[string]file {
	for _, generation := range []map[string]file{m.Files, m.Previous} {
		gone := map[string]file{}
		for path, f := range generation {
			if _, still := next.Files[path]; !still && strings.HasPrefix(path, "assets/") {
				gone[path] = f
			}
		}
		if len(gone) > 0 {
			return gone
		}
	}
	return nil
}

func (m *manifest) report(kept []stranger) Report {
	r := Report{Pages: len(m.Files), Carried: slices.Sorted(maps.Keys(m.Previous))}
	for _, f := range m.Files {
		r.Bytes += f.Size
	}
	for _, k := range kept {
		if !k.dir {
			r.Kept = append(r.Kept, k.path)
		}
	}
	return r
}
