// Package files writes single files of an editor: whole or not at all. A file is written beside its place
// under a hidden name, flushed to the disk, and put there in one step, so that a full disk or a cut cable leaves
// what was there. (A whole site is published by package publish.)
package files

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"minhbach/internal/diag"
)

// failure is a file or folder that cannot be written, in words for whoever wanted it there: the hidden names that
// it is written under first are nothing to them.
type failure struct {
	diag.Text
	err error
}

// Failed words why a file or folder cannot be written; nil stays nil, and so does what was worded before.
func Failed(path string, err error) error {
	if err == nil || errors.As(err, new(*failure)) {
		return err
	}
	why := err
	var at *fs.PathError
	var between *os.LinkError
	if errors.As(err, &at) {
		why = at.Err
	} else if errors.As(err, &between) {
		why = between.Err
	}
	return &failure{diag.Text{
		VI: fmt.Sprintf("không ghi được %s. Kiểm tra quyền ghi, chỗ trống trên đĩa, và tệp có đang mở ở chương trình khác không (%v)", path, why),
		EN: fmt.Sprintf("cannot write %s. See whether you may write there, whether the disk is full, and whether another program has it open (%v)", path, why),
	}, err}
}

func (f *failure) Error() string { return f.EN }
func (f *failure) Unwrap() error { return f.err }

// Create writes a new file, and the folders it needs. Where a file of that name exists, it is left as it is
// and the error is fs.ErrExist.
func Create(path string, body []byte) error {
	return write(path, body, 0o666, func(tmp string) error {
		err := os.Link(tmp, path) // unlike a rename it never replaces
		if err == nil || errors.Is(err, fs.ErrExist) {
			return err
		}
		return createInPlace(path, body) // no hard links here
	})
}

// createInPlace is Create on a file system without hard links.
func createInPlace(path string, body []byte) error {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		return err
	}
	_, err = f.Write(body)
	if err = errors.Join(err, f.Sync(), f.Close()); err != nil {
		os.Remove(path)
	}
	return err
}

// Replace writes a file in the place of the one of that name, whose permissions it keeps; without one it is
// created, with the folders it needs. A link is followed: what it leads to is replaced.
func Replace(path string, body []byte) error { return ReplaceAll([]File{{path, body}}) }

// File is a file to be replaced.
type File struct {
	Path string
	Body []byte
}

// ReplaceAll is Replace for several files: all of them are on the disk before the first is put in its place, so that
// one that cannot be written changes none.
func ReplaceAll(all []File) error {
	if len(all) == 0 {
		return nil
	}
	return replace(all[0].Path, all[0].Body, func() error { return ReplaceAll(all[1:]) })
}

// replace replaces a file once it is on the disk and first went well.
func replace(path string, body []byte, first func() error) error {
	if real, err := filepath.EvalSymlinks(path); err == nil {
		path = real
	}
	mode := fs.FileMode(0o666)
	if info, err := os.Stat(path); err == nil {
		mode = info.Mode().Perm()
	}
	return write(path, body, mode, func(tmp string) error {
		if err := first(); err != nil {
			return err
		}
		return os.Rename(tmp, path)
	})
}

// write makes a complete file under a hidden name, and lets place put it where it belongs.
func write(path string, body []byte, mode fs.FileMode, place func(tmp string) error) error {
	dir := filepath.Dir(path)
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return Failed(path, err)
	}
	f, err := hidden(dir, filepath.Base(path), mode)
	if err != nil {
		return Failed(path, err)
	}
	defer os.Remove(f.Name())
	_, err = f.Write(body)
	if err := errors.Join(err, f.Sync(), f.Close()); err != nil {
		return Failed(path, err)
	}
	if err := place(f.Name()); err != nil {
		return Failed(path, err)
	}
	return nil
}

// hidden opens a new file with the permissions the user's mask leaves of mode; os.CreateTemp would keep it
// from everybody else.
func hidden(dir, base string, mode fs.FileMode) (*os.File, error) {
	for n := 0; ; n++ {
		f, err := os.OpenFile(filepath.Join(dir, fmt.Sprintf(".%s.%d-%d", base, os.Getpid(), n)), os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
		if !errors.Is(err, fs.ErrExist) || n == 100 {
			return f, err
		}
	}
}
