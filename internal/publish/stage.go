package publish

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"sync"
)

// writers is how many files are written at once: making a file waits for the kernel more than for
// the processor.
const writers = 4

// writePages puts the pages into the stage and returns their manifest. Paths are judged in one place and
// in the order of the stream; all that are refused make one error.
func (s *site) writePages(ctx context.Context, claimed *claims, pages iter.Seq2[Page, error]) (*manifest, error) {
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	m := &manifest{Version: 1, Files: map[string]file{}}
	todo := make(chan Page, writers)
	var mu sync.Mutex
	var wg sync.WaitGroup
	for range writers {
		wg.Go(func() {
			for p := range todo {
				if ctx.Err() != nil {
					continue
				}
				if err := s.writePage(p); err != nil {
					cancel(unwritable(s.dir, err))
					continue
				}
				sum := sha256.Sum256(p.Body)
				mu.Lock()
				m.Files[p.Path] = file{Size: int64(len(p.Body)), SHA256: hex.EncodeToString(sum[:])}
				mu.Unlock()
			}
		})
	}
	err := hand(ctx, s.stage, claimed, pages, todo)
	close(todo)
	wg.Wait()
	if ctx.Err() != nil {
		return nil, context.Cause(ctx)
	}
	if err == nil {
		err = claimed.err()
	}
	return m, err
}

// hand passes the pages that may be written on to the writers, once their folders exist.
func hand(ctx context.Context, stage string, claimed *claims, pages iter.Seq2[Page, error], todo chan<- Page) error {
	made := map[string]bool{}
	for p, err := range pages {
		if err != nil {
			return fmt.Errorf("making pages: %w", err)
		}
		if ctx.Err() != nil {
			return context.Cause(ctx)
		}
		if !claimed.page(p) {
			continue
		}
		dir := filepath.Dir(filepath.Join(stage, filepath.FromSlash(p.Path)))
		if !made[dir] {
			if err := os.MkdirAll(dir, 0o777); err != nil {
				return unwritable(stage, err)
			}
			made[dir] = true
		}
		todo <- p
	}
	return nil
}

// writePage writes a page, or links the old site's file if it has the same bytes: that keeps its date, by
// which servers and browsers tell what changed, and spares the disk.
func (s *site) writePage(p Page) error {
	name := filepath.FromSlash(p.Path)
	old, target := filepath.Join(s.dir, name), filepath.Join(s.stage, name)
	if sameBytes(old, p.Body) && os.Link(old, target) == nil {
		return nil
	}
	return writeFile(target, p.Body)
}

// sameBytes reports whether name is a regular file with these bytes.
func sameBytes(name string, body []byte) bool {
	info, err := os.Lstat(name)
	if err != nil || !info.Mode().IsRegular() || info.Size() != int64(len(body)) {
		return false
	}
	text, err := os.ReadFile(name)
	return err == nil && bytes.Equal(text, body)
}

func writeFile(name string, body []byte) error {
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		return err
	}
	_, err = f.Write(body)
	if closeErr := f.Close(); err == nil {
		err = closeErr
	}
	return err
}

// readBack holds the stage against the manifest: every file of it is there with its size, and nothing
// but it and what is kept.
func readBack(stage string, m *manifest, kept []stranger) error {
	want := map[string]int64{manifestName: -1}
	for _, files := range []map[string]file{m.Files, m.Previous} {
		for path, f := range files {
			want[path] = f.Size
		}
	}
	for _, k := range kept {
		if !k.dir {
			want[k.path] = -1
		}
	}
	err := fs.WalkDir(os.DirFS(stage), ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		size, wanted := want[path]
		delete(want, path)
		info, err := d.Info()
		switch {
		case err != nil:
			return err
		case !wanted:
			return fmt.Errorf("unexpected file %s", path)
		case size >= 0 && info.Size() != size:
			return fmt.Errorf("%s has %d bytes, want %d", path, info.Size(), size)
		}
		return nil
	})
	for path := range want {
		if err == nil {
			err = fmt.Errorf("%d files missing, among them %s", len(want), path)
		}
	}
	if err != nil {
		return fmt.Errorf("reading back %s: %w", stage, err)
	}
	return nil
}
