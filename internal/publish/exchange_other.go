//go:build !linux || renames

// The tag renames compiles this file on Linux too, so that it can be tested there.

package publish

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
)

// exchange renames the folder away and the stage in; afterwards the stage holds the old site.
func exchange(s *site) error {
	if err := os.Rename(s.dir, s.away); err != nil {
		return err
	}
	if err := os.Rename(s.stage, s.dir); err != nil {
		return errors.Join(err, os.Rename(s.away, s.dir))
	}
	return os.Rename(s.away, s.stage)
}

// restore puts the old folder back where a build died between the two renames, or drops it where it
// died after them.
func restore(s *site) error {
	if _, err := os.Lstat(s.away); errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if _, err := os.Lstat(s.dir); errors.Is(err, fs.ErrNotExist) {
		return os.Rename(s.away, s.dir)
	}
	return os.RemoveAll(s.away)
}

func isMountRoot(string) bool { return false }

// flush writes every file and folder below dir to the disk.
func flush(dir string) error {
	return filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir():
			return flushFolder(path)
		case !d.Type().IsRegular():
			return nil
		}
		f, err := os.OpenFile(path, os.O_RDWR, 0)
		if errors.Is(err, fs.ErrPermission) {
			return nil // somebody else's file, on the disk already
		}
		if err != nil {
			return err
		}
		return errors.Join(f.Sync(), f.Close())
	})
}
