package pipeline

import (
	"cmp"
	"errors"
	"io/fs"
	"slices"
)

// overlay is a folder of a portal over the defaults of the tool: a file of the portal hides the default
// of the same name, and every other default stays.
type overlay struct{ over, under fs.FS }

// Open returns the portal's file, else the default.
func (o overlay) Open(name string) (fs.File, error) {
	f, err := o.over.Open(name)
	if errors.Is(err, fs.ErrNotExist) {
		return o.under.Open(name)
	}
	return f, err
}

// ReadDir lists a folder of both, by name.
func (o overlay) ReadDir(name string) ([]fs.DirEntry, error) {
	over, overErr := fs.ReadDir(o.over, name)
	under, underErr := fs.ReadDir(o.under, name)
	if overErr != nil && underErr != nil {
		return nil, underErr
	}
	all := append(over, under...) // stable: of two with one name the portal's comes first
	slices.SortStableFunc(all, func(a, b fs.DirEntry) int { return cmp.Compare(a.Name(), b.Name()) })
	return slices.CompactFunc(all, func(a, b fs.DirEntry) bool { return a.Name() == b.Name() }), nil
}
