package publish

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// stranger is a file or folder of the old site that the tool did not write.
type stranger struct {
	path string
	dir  bool
	mode fs.FileMode
}

// strangers lists what is in dir and not the tool's, folders before what is in them. A folder is the
// tool's if a file of the manifest is below it; an empty one made by hand is kept.
func strangers(dir string, m *manifest) ([]stranger, error) {
	ours := map[string]bool{".": true}
	for _, files := range []map[string]file{m.Files, m.Previous} {
		for path := range files {
			for _, d := range parents(path) {
				ours[d] = true
			}
		}
	}
	var out []stranger
	err := fs.WalkDir(os.DirFS(dir), ".", func(path string, d fs.DirEntry, err error) error {
		switch {
		case errors.Is(err, fs.ErrNotExist): // no old site, or a file just removed
			return nil
		case err != nil:
			return err
		case d.IsDir() && ours[path], !d.IsDir() && m.owns(path):
			return nil
		}
		info, err := d.Info()
		if err != nil {
			return err
		}
		out = append(out, stranger{path: path, dir: d.IsDir(), mode: info.Mode()})
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("reading %s: %w", dir, err)
	}
	return out, nil
}

// linkAll puts what is kept and carried into the stage.
func (s *site) linkAll(kept []stranger, carried map[string]file) error {
	for _, k := range kept {
		if err := link(s.dir, s.stage, k); err != nil {
			return unwritable(s.dir, err)
		}
	}
	for path := range carried {
		err := link(s.dir, s.stage, stranger{path: path})
		if errors.Is(err, fs.ErrNotExist) {
			delete(carried, path) // somebody removed it: nothing to carry
		} else if err != nil {
			return unwritable(s.dir, err)
		}
	}
	return nil
}

// saveLatecomers links into the new folder what somebody put into the old one, now at stage, after it
// was listed.
func (s *site) saveLatecomers() error {
	old, err := readManifest(s.stage)
	if err != nil {
		return err
	}
	all, err := strangers(s.stage, old)
	if err != nil {
		return err
	}
	for _, k := range all {
		if err := link(s.stage, s.dir, k); err != nil && !errors.Is(err, fs.ErrExist) {
			return unwritable(s.dir, err)
		}
	}
	return nil
}

// link makes k of the folder from appear in the folder to: the same file where the file system has
// links, else a copy.
func link(from, to string, k stranger) error {
	source, target := filepath.Join(from, filepath.FromSlash(k.path)), filepath.Join(to, filepath.FromSlash(k.path))
	if k.dir {
		err := os.MkdirAll(target, 0o777)
		if err == nil {
			err = os.Chmod(target, k.mode.Perm()|0o700)
		}
		return err
	}
	if err := os.MkdirAll(filepath.Dir(target), 0o777); err != nil {
		return err
	}
	if k.mode&fs.ModeSymlink != 0 {
		dest, err := os.Readlink(source)
		if err != nil {
			return err
		}
		return os.Symlink(dest, target)
	}
	err := os.Link(source, target)
	if err == nil || errors.Is(err, fs.ErrExist) || errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return copyFile(source, target)
}

func copyFile(source, target string) error {
	in, err := os.Open(source)
	if err != nil {
		return err
	}
	defer in.Close()
	info, err := in.Stat()
	if err != nil {
		return err
	}
	if !info.Mode().IsRegular() {
		return fmt.Errorf("%s is neither a file nor a folder", source)
	}
	out, err := os.OpenFile(target, os.O_WRONLY|os.O_CREATE|os.O_EXCL, info.Mode().Perm())
	if err != nil {
		return err
	}
	_, err = io.Copy(out, in)
	if closeErr := out.Close(); err == nil {
		err = closeErr
	}
	if err != nil {
		return err
	}
	return os.Chtimes(target, info.ModTime(), info.ModTime())
}
