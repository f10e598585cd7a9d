package source

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"strings"
)

// AttachedKey is the key under which a record names a file of the portal that belongs to it, such as the
// source document itself. The file is no text to be read: what is kept of it is its sum.
const AttachedKey = "file"

// Attached is a file that a record names.
type Attached struct {
	SHA256 string   // lower-case hexadecimal; "" where the file could not be read
	Size   int64    // bytes
	Fault  Fault    // why it could not be read
	Said   string   // what the system said, for Unread
	Beside []string // Absent: the files of the same folder, as a record would name them
}

// Fault is why a file that a record names could not be read.
type Fault int

// The faults of a file. A Linked one, or one in a linked folder, may lie outside the portal and is not read.
const (
	Sound   Fault = iota
	Outside       // no path of slashes that stays in the folder
	Absent
	Linked
	NoFile // a folder or a device
	Unread
)

// Attached returns what is known of a file that a record names; nil where none does.
func (t *Tree) Attached(name string) *Attached { return t.attached[name] }

// attach reads the files that the records of t name.
func (l *loader) attach(t *Table) {
	for _, v := range t.Fields {
		switch {
		case v.Kind == TableKind:
			l.attach(v.Table)
		case v.Key == AttachedKey && v.Kind == String && l.tree.attached[v.Text] == nil:
			l.tree.attached[v.Text] = l.attachment(v.Text)
		}
	}
}

func (l *loader) attachment(name string) *Attached {
	if !fs.ValidPath(name) || name == "." || strings.ContainsAny(name, `\:`) {
		return &Attached{Fault: Outside}
	}
	var info fs.FileInfo
	for end := range name + "/" {
		if end < len(name) && name[end] != '/' {
			continue
		}
		var err error
		info, err = fs.Lstat(l.fsys, name[:end])
		switch {
		case errors.Is(err, fs.ErrNotExist):
			return &Attached{Fault: Absent, Beside: l.beside(path.Dir(name))}
		case err != nil:
			return &Attached{Fault: Unread, Said: reason(err)}
		case info.Mode()&fs.ModeSymlink != 0:
			return &Attached{Fault: Linked}
		case end == len(name) && !info.Mode().IsRegular() || end < len(name) && !info.IsDir():
			return &Attached{Fault: NoFile}
		}
	}
	size, sum, err := l.sumOf(name, info)
	if err != nil {
		return &Attached{Fault: Unread, Said: reason(err)}
	}
	return &Attached{SHA256: sum, Size: size}
}

// sum reads a file piece by piece: a scanned document may be longer than memory should be.
func (l *loader) sum(name string) (size int64, sum string, err error) {
	f, err := l.fsys.Open(name)
	if err != nil {
		return 0, "", fmt.Errorf("opening %s: %w", name, err)
	}
	defer f.Close()
	h := sha256.New()
	if size, err = io.Copy(h, f); err != nil {
		return 0, "", fmt.Errorf("reading %s: %w", name, err)
	}
	return size, hex.EncodeToString(h.Sum(nil)), nil
}

// beside lists the files of a folder; none where it cannot be listed.
func (l *loader) beside(dir string) []string {
	entries, err := fs.ReadDir(l.fsys, dir)
	if err != nil {
		return nil
	}
	var out []string
	for _, e := range entries {
		if e.Type().IsRegular() && !hidden(e.Name()) {
			out = append(out, path.Join(dir, e.Name()))
		}
	}
	return out
}
