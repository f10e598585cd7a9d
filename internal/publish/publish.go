// Package publish puts a site on the disk, whole or not at all.
//
// Write takes a stream of pages and a folder, say public/. A reader of the folder sees the old site or
// the new one, never a mixture, whatever happens in between: kill -9, a full disk, a power cut, a folder
// that may not be written, two builds at once.
//
//   - A lock on a file beside the folder (.minhbach-lock-public) keeps a second build out.
//   - The new site is staged in a neighbour (.minhbach-stage-public). A stage that a dead build left
//     behind is removed first.
//   - The folder holds a manifest, .minhbach.json, of the files that the tool wrote, with size and
//     SHA-256. Every other file and folder in it belongs to somebody else (public/.gitignore does) and
//     is linked into the stage; a page that would take its place is refused.
//   - A page with the bytes of the old site's file is that file, date and all.
//   - Files below assets/ that only the site before had stay for one generation, so that a page opened
//     before the switch keeps its styles. A build that changes no asset begins no new generation.
//   - The stage is read back against the manifest, flushed to the disk and exchanged with the folder in
//     one step (renameat2, Linux). Where no exchange is possible, at a mount point say, nothing is changed
//     and the error names --out. Other systems have no such step: there the old folder is renamed away
//     and the new one in, and a build that finds the old one still away puts it back first.
//
// Precompressed sets compressed forms of the pages beside them, .gz and .br; they are pages like others.
//
// A page's path is relative, slash-separated, and portable to a USB stick. Paths that leave the folder,
// and paths that meet on one file or would where upper and lower case are not told apart, are refused,
// all of them in one error.
package publish

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"os"
	"path/filepath"

	"minhbach/internal/diag"
)

// Page is one file of the site.
type Page struct {
	Path string // below the folder, slash-separated: "don-vi/thach-ha.html"
	Body []byte // not to be changed once handed over
	From string // what it was made from, for messages; may be ""
}

// Report says what Write did.
type Report struct {
	Pages   int
	Bytes   int64    // of the pages
	Kept    []string // files of somebody else, by path
	Carried []string // assets of the generation before, by path
}

// site is the folder to publish to, and its neighbours.
type site struct {
	dir    string // absolute, no symbolic link
	stage  string
	away   string // where the old folder waits on systems without an exchange
	lock   string
	mode   fs.FileMode // of dir
	exists bool        // dir is there
}

// Write replaces what the tool wrote in dir by pages, and creates dir if need be. It stops at the first
// error of pages or of ctx and returns it wrapped; errors that a user can mend are a *Problem.
// Unless it returns nil, dir is as it was.
func Write(ctx context.Context, dir string, pages iter.Seq2[Page, error]) (Report, error) {
	s, err := locate(dir)
	if err != nil {
		return Report{}, err
	}
	unlock, err := acquire(s.lock)
	if errors.Is(err, errLocked) {
		return Report{}, problem(errLocked, diag.Text{
			VI: "một lần dựng khác đang ghi vào %s: chờ nó xong rồi chạy lại",
			EN: "another build is writing to %s: wait until it is done and run again"}, s.dir)
	}
	if err != nil {
		return Report{}, unwritable(s.dir, err)
	}
	defer unlock()
	if err := s.inspect(); err != nil {
		return Report{}, err
	}
	if err := s.prepare(); err != nil {
		return Report{}, err
	}
	// Until the exchange this removes the unfinished site, after it the old one. What cannot be removed
	// now is removed by the next build.
	defer os.RemoveAll(s.stage)

	report, err := s.fill(ctx, pages)
	if err != nil {
		return Report{}, err
	}
	if err := s.swap(); err != nil {
		return Report{}, err
	}
	return report, nil
}

// locate resolves dir and names its neighbours.
func locate(dir string) (*site, error) {
	abs, err := filepath.Abs(dir)
	if err != nil {
		return nil, fmt.Errorf("finding %s: %w", dir, err)
	}
	if err := os.MkdirAll(filepath.Dir(abs), 0o777); err != nil {
		return nil, unwritable(abs, err)
	}
	if _, err := os.Lstat(abs); err == nil {
		abs, err = filepath.EvalSymlinks(abs)
		if err != nil {
			return nil, unwritable(dir, err)
		}
	}
	parent, name := filepath.Split(abs)
	return &site{
		dir:   abs,
		stage: parent + ".minhbach-stage-" + name,
		away:  parent + ".minhbach-away-" + name,
		lock:  parent + ".minhbach-lock-" + name,
	}, nil
}

// inspect looks at the folder as it is, once nobody else writes to it, and refuses what can be refused
// before any work is done.
func (s *site) inspect() error {
	if err := restore(s); err != nil {
		return unwritable(s.dir, err)
	}
	info, err := os.Stat(s.dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return unwritable(s.dir, err)
	case !info.IsDir():
		return unwritable(s.dir, errors.New("not a folder"))
	case isMountRoot(s.dir):
		return noExchange(s.dir, errors.New("mount point"))
	}
	if err := writable(s.dir); err != nil {
		return unwritable(s.dir, err)
	}
	s.exists, s.mode = true, info.Mode()
	return nil
}

// prepare makes an empty stage in place of what a dead build left there.
func (s *site) prepare() error {
	if err := os.RemoveAll(s.stage); err != nil {
		return unwritable(s.dir, err)
	}
	if err := os.Mkdir(s.stage, 0o777); err != nil {
		return unwritable(s.dir, err)
	}
	if s.exists {
		if err := os.Chmod(s.stage, s.mode); err != nil {
			return unwritable(s.dir, err)
		}
	}
	return nil
}

// fill stages kept files, pages, carried assets and the manifest, and reads them back.
func (s *site) fill(ctx context.Context, pages iter.Seq2[Page, error]) (Report, error) {
	old, err := readManifest(s.dir)
	if err != nil {
		return Report{}, err
	}
	claimed := newClaims()
	kept, err := strangers(s.dir, old)
	if err != nil {
		return Report{}, err
	}
	for _, k := range kept {
		claimed.keep(k)
	}
	next, err := s.writePages(ctx, claimed, pages)
	if err != nil {
		return Report{}, err
	}
	next.Previous = old.carriedInto(next)
	if err := s.linkAll(kept, next.Previous); err != nil {
		return Report{}, err
	}
	if err := next.write(s.stage); err != nil {
		return Report{}, err
	}
	if err := readBack(s.stage, next, kept); err != nil {
		return Report{}, err
	}
	return next.report(kept), nil
}

// swap makes the stage durable, exchanges it with the folder, and saves files that somebody put into
// the old folder in the meantime.
func (s *site) swap() error {
	if err := flush(s.stage); err != nil {
		return fmt.Errorf("flushing %s: %w", s.stage, err)
	}
	if !s.exists {
		if err := os.Rename(s.stage, s.dir); err != nil {
			return unwritable(s.dir, err)
		}
		return flushFolder(filepath.Dir(s.dir))
	}
	if err := exchange(s); err != nil {
		return noExchange(s.dir, err)
	}
	if err := s.saveLatecomers(); err != nil {
		return errors.Join(err, exchange(s))
	}
	return flushFolder(filepath.Dir(s.dir))
}
