package scaffold

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"minhbach/internal/files"
)

// maxNamed is how many of the files that are in the way are named.
const maxNamed = 5

// Write puts a portal into dir, which must not be there yet or hold nothing but a repository: all files, or none.
// The error is a *Refusal where something is in the way; nothing was touched then.
func Write(dir string, portal []File) error {
	there, err := vacant(dir)
	if err != nil {
		return err
	}
	dir = filepath.Clean(dir)
	parent := dir
	if !there {
		parent = filepath.Dir(dir)
		if err := os.MkdirAll(parent, 0o777); err != nil {
			return files.Failed(dir, err)
		}
	}
	stage := filepath.Join(parent, fmt.Sprintf(".minhbach-init-%d", os.Getpid()))
	defer os.RemoveAll(stage)
	for _, f := range portal {
		if err := files.Create(filepath.Join(stage, filepath.FromSlash(f.Path)), f.Body); err != nil {
			return files.Failed(dir, err)
		}
	}
	if there {
		return moveAll(stage, dir)
	}
	if err := os.Rename(stage, dir); err != nil {
		return files.Failed(dir, err)
	}
	return nil
}

// vacant reports whether dir is there; one with something in it is refused.
func vacant(dir string) (there bool, err error) {
	for at := dir; ; at = filepath.Dir(at) {
		if info, err := os.Stat(at); err == nil && !info.IsDir() {
			return false, refuse(textNoFolder, at)
		} else if err == nil || at == filepath.Dir(at) {
			break
		}
	}
	entries, err := os.ReadDir(dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return false, nil
	case err != nil:
		return false, fmt.Errorf("looking into %s: %w", dir, err)
	}
	var names []string
	for _, e := range entries {
		if e.Name() != ".git" {
			names = append(names, e.Name())
		}
	}
	if len(names) > maxNamed {
		names = append(names[:maxNamed], "…")
	}
	if len(names) > 0 {
		return true, refuse(textInTheWay, dir, strings.Join(names, ", "))
	}
	return true, nil
}

// moveAll moves what is in stage into dir; where that fails it moves back what was moved.
func moveAll(stage, dir string) error {
	entries, err := os.ReadDir(stage)
	if err != nil {
		return fmt.Errorf("looking into %s: %w", stage, err)
	}
	for i, e := range entries {
		if err := os.Rename(filepath.Join(stage, e.Name()), filepath.Join(dir, e.Name())); err != nil {
			for _, moved := range entries[:i] {
				err = errors.Join(err, os.RemoveAll(filepath.Join(dir, moved.Name())))
			}
			return files.Failed(dir, err)
		}
	}
	return nil
}
