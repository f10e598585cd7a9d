package serve

import (
	"context"
	"os"
	"path/filepath"
	"testing"
	"time"

	"minhbach/internal/diag"
)

// watched watches a folder with one file, with everything that goes on in a portal's.
func watched(t *testing.T, poll bool) (root string, w *watch) {
	t.Helper()
	root = t.TempDir()
	for name, text := range map[string]string{"data/a.toml": "a", "data/reports/1/b.toml": "b", "git/HEAD": "1"} {
		put(t, filepath.Join(root, name), text)
	}
	w = newWatch(root, Options{Poll: poll, Note: func(note diag.Text) { t.Error(note.EN) }, every: 10 * time.Millisecond})
	w.folders([]Folder{{Path: ".", Only: []string{"data", "content"}}, {Path: "data", Deep: true}, {Path: "content", Deep: true}, {Path: filepath.Join(root, "git"), Only: []string{"HEAD"}}})
	ctx, cancel := context.WithCancel(context.Background())
	done := make(chan struct{})
	go func() { w.run(ctx); close(done) }()
	t.Cleanup(func() { cancel(); <-done })
	return root, w
}

func put(t *testing.T, name, text string) {
	t.Helper()
	must(t, os.MkdirAll(filepath.Dir(name), 0o777))
	must(t, os.WriteFile(name, []byte(text), 0o666))
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func TestWhateverAnEditorDoesIsTold(t *testing.T) {
	for name, poll := range map[string]bool{"told of changes": false, "polling": true} {
		t.Run(name, func(t *testing.T) {
			root, w := watched(t, poll)
			at := func(name string) string { return filepath.Join(root, filepath.FromSlash(name)) }
			for _, step := range []struct {
				does string
				do   func()
			}{
				{"a file written", func() { put(t, at("data/a.toml"), "longer") }},
				{"a file of the same length", func() { put(t, at("data/a.toml"), "LONGER") }},
				{"a file deep down", func() { put(t, at("data/reports/1/b.toml"), "bb") }},
				{"a new file", func() { put(t, at("data/new.toml"), "n") }},
				{"a new folder with a file", func() { put(t, at("data/reports/2/c/d.toml"), "d") }},
				{"a file in the new folder", func() { put(t, at("data/reports/2/c/d.toml"), "dd") }},
				{"a folder of the portal that was not there", func() { put(t, at("content/pages/a.md"), "a") }},
				{"a file in it", func() { put(t, at("content/pages/a.md"), "aa") }},
				{"a save by renaming", func() {
					put(t, at("data/.a.toml.tmp"), "renamed")
					must(t, os.Rename(at("data/.a.toml.tmp"), at("data/a.toml")))
				}},
				{"a save by moving the old file away", func() {
					must(t, os.Rename(at("data/a.toml"), at("data/a.toml~")))
					put(t, at("data/a.toml"), "again, and longer")
				}},
				{"a file renamed", func() { must(t, os.Rename(at("data/new.toml"), at("data/newer.toml"))) }},
				{"a folder renamed", func() { must(t, os.Rename(at("data/reports/2"), at("data/reports/3"))) }},
				{"a file in the renamed folder", func() { put(t, at("data/reports/3/c/d.toml"), "ddd") }},
				{"a file deleted", func() { must(t, os.Remove(at("data/newer.toml"))) }},
				{"a folder deleted", func() { must(t, os.RemoveAll(at("data/reports/3"))) }},
				{"the folder again", func() { put(t, at("data/reports/3/c/d.toml"), "e") }},
				{"all of data gone", func() { must(t, os.RemoveAll(at("data"))) }},
				{"and back", func() { put(t, at("data/a.toml"), "back") }},
				{"and edited", func() { put(t, at("data/a.toml"), "and edited") }},
				{"a commit", func() { put(t, at("git/HEAD"), "22") }},
			} {
				step.do()
				select {
				case <-w.changed:
				case <-time.After(10 * time.Second):
					t.Fatalf("%s is not told", step.does)
				}
				w.drain()
			}
		})
	}
}

// Between the reading of a portal and the watching of a folder that it came to name, nobody is told of changes in it.
func TestAFolderThatIsWatchedFromNowOnIsLookedAtOnce(t *testing.T) {
	root, w := watched(t, false)
	w.drain()
	put(t, filepath.Join(root, "goc", "1.pdf"), "1")
	w.folders(append(w.wanted, Folder{Path: "goc"}))
	select {
	case <-w.changed:
	case <-time.After(10 * time.Second):
		t.Fatal("what was there before is not told")
	}
}

// drain waits until nothing more of a step is told: its last event may come behind the first signal.
func (w *watch) drain() {
	for {
		w.folders(w.wanted)
		select {
		case <-w.changed:
		case <-time.After(3 * quiet):
			return
		}
	}
}

func TestWhatIsNotThePortalsIsNotTold(t *testing.T) {
	w := &watch{root: "/p", wanted: []Folder{{Path: ".", Only: []string{"data"}}, {Path: "data", Deep: true}, {Path: "goc"}, {Path: "/g/.git", Only: []string{"HEAD"}}}}
	for name, want := range map[string]bool{
		"data": true, "public": false, "data/a.toml": true, "data/x/y/a.toml": true, "data/.a.toml.swp": false, "data/a.toml~": false,
		"data/4913": false, "data/.~lock.a.xlsx#": false, "data/#a.toml#": false, "data/a.tmp": false, "goc/1.pdf": true, "goc/x/1.pdf": false,
		"database/a.toml": false, "content/a.md": false, "../g/.git/HEAD": true, "../g/.git/index.lock": false, "../g/.git/refs/HEAD": false,
	} {
		full := filepath.Join("/p", name)
		if got := w.counts(filepath.Dir(full), filepath.Base(full)); got != want {
			t.Errorf("%s: told %v", name, got)
		}
	}
}

// On a drive whose clock is coarse, two saves in a row can leave a file with one size and one time.
func TestAPollSeesTheSecondOfTwoSavesWithOneTime(t *testing.T) {
	root := t.TempDir()
	name, at := filepath.Join(root, "a"), time.Date(2023, 4, 21, 8, 0, 0, 0, time.UTC)
	save := func(text string, at time.Time) {
		t.Helper()
		put(t, name, text)
		must(t, os.Chtimes(name, at, at))
	}
	w := &watch{root: root, wanted: []Folder{{Path: "."}}}
	save("one", at)
	first := w.look(nil)
	if again := w.look(first); again.differs(first) {
		t.Error("nothing happened, and it differs")
	}
	save("two", at.Add(2*time.Second))
	second := w.look(first)
	save("six", at.Add(2*time.Second))
	third := w.look(second)
	if !second.differs(first) || !third.differs(second) {
		t.Errorf("second save seen: %v, third: %v", second.differs(first), third.differs(second))
	}
	for range 2 * hotPolls {
		fourth := w.look(third)
		if fourth.differs(third) {
			t.Error("nothing happened since, and it differs")
		}
		third = fourth
	}
	if third[name].hot != 0 {
		t.Error("the content is compared for ever")
	}
}

func TestManyChangesInARowAreOne(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	in, out := make(chan struct{}), make(chan struct{}, 1)
	done := make(chan struct{})
	go func() { settle(ctx, in, out); close(done) }()
	for range 100 {
		in <- struct{}{}
	}
	<-out
	cancel()
	<-done
	select {
	case <-out:
		t.Error("told twice")
	default:
	}
}
