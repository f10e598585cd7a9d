package pipeline

import (
	"errors"
	"os"
	"path/filepath"

	"minhbach/internal/diag"
	"minhbach/internal/files"
	"minhbach/internal/scaffold"
	"minhbach/internal/source"
)

// Wish is what an editor wants a beginning of; NewKinds are the kinds there are.
type Wish = scaffold.Wish

// NewKinds are the kinds of thing that New begins.
var NewKinds = scaffold.Kinds

// New writes the beginning of what is wished for into the portal at root: a new file, or a table at the end of a
// file. It returns the places where it stands, or the findings of a file that has to be mended first, and then
// nothing is written. An error is a *Misuse or about the machine; nothing is written then, either.
func New(root string, w Wish) ([]diag.Pos, Reading, error) {
	portal := os.DirFS(root)
	tree, found := source.Load(portal)
	read := Reading{Source: tree.Source}
	changes, err := scaffold.New(portal, tree, w)
	var refused *scaffold.Refusal
	switch {
	case errors.As(err, &refused) && refused.Broken != "":
		for _, f := range found {
			if f.Pos.File == refused.Broken {
				read.Findings.Add(f)
			}
		}
		return nil, read, nil
	case errors.As(err, &refused):
		return nil, read, &Misuse{refused.Text}
	case err != nil:
		return nil, read, err
	}
	places, err := apply(root, changes)
	return places, read, err
}

// apply writes all changes or none: new files first, which can be taken away again.
func apply(root string, changes []scaffold.Change) ([]diag.Pos, error) {
	var places []diag.Pos
	var made []string
	for _, c := range changes {
		path := filepath.Join(root, filepath.FromSlash(c.Path))
		write := files.Replace
		if c.New {
			write = files.Create
		}
		if err := write(path, c.Body); err != nil {
			for _, m := range made {
				err = errors.Join(err, os.Remove(m))
				os.Remove(filepath.Dir(m)) // if nothing else is in it
			}
			return nil, err
		}
		if c.New {
			made = append(made, path)
		}
		places = append(places, diag.Pos{File: c.Path, Line: c.Line, Col: 1})
	}
	return places, nil
}
