package history

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// three is a repository with three commits of one figure, its portal in a folder of the repository.
func three(t testing.TB, below string) *repo {
	r := newRepo(t)
	r.dir = filepath.Join(r.dir, below)
	for _, n := range []string{"1", "2", "3"} {
		r.write("reports/r1/a.toml", figures("an = "+n, "binh = 9"))
		r.commit("2023-05-0"+n, "lần "+n)
	}
	return r
}

const threeLog = `
2023-05-03 corrected r1/trees/an: 2 → 3 [value] (lần 3)
2023-05-02 corrected r1/trees/an: 1 → 2 [value] (lần 2)
2023-05-01 new r1/trees/an:  → 1 [] (lần 1)
2023-05-01 new r1/trees/binh:  → 9 [] (lần 1)`

func TestPortalInAFolderOfARepositoryHasItsLog(t *testing.T) {
	r := three(t, "cổng thử/a b")
	r.write("../../khác/data/reports/r1/a.toml", figures("an = 77"))
	r.commit("2023-05-04", "không phải của cổng")
	expect(t, r.read().Entries, threeLog)
}

func TestShallowCloneInventsNothing(t *testing.T) {
	r := three(t, "")
	clone := &repo{t, t.TempDir()}
	clone.git("clone", "-q", "--depth", "2", "file://"+r.dir, ".")
	l := clone.read()
	expect(t, l.Entries, "2023-05-03 corrected r1/trees/an: 2 → 3 [value] (lần 3)")
	if l.Note == nil || l.Note.Kind != Shallow || l.Note.Since != "2023-05-02" || !strings.Contains(l.Note.VI, "2/5/2023") || !strings.Contains(l.Note.EN, "2023-05-02") {
		t.Errorf("note %+v, want shallow since 2023-05-02", l.Note)
	}
	clone.dir = t.TempDir()
	clone.git("clone", "-q", "--depth", "1", "file://"+r.dir, ".")
	if l := clone.read(); len(l.Entries) != 0 || l.Note == nil || l.Note.Since != "2023-05-03" {
		t.Errorf("%q, note %+v, want nothing since 2023-05-03", lines(l.Entries), l.Note)
	}
}

func TestShallowCloneThatHoldsTheWholeHistoryLacksNothing(t *testing.T) {
	r := newRepo(t)
	r.commit("2023-04-01", "trước khi có dữ liệu")
	r.commit("2023-04-02", "vẫn chưa")
	r.write("reports/r1/a.toml", figures("an = 1"))
	r.commit("2023-05-01", "lần 1")
	clone := &repo{t, t.TempDir()}
	clone.git("clone", "-q", "--depth", "2", "file://"+r.dir, ".")
	l := clone.read()
	expect(t, l.Entries, "2023-05-01 new r1/trees/an:  → 1 [] (lần 1)")
	if l.Note != nil {
		t.Errorf("note %+v, want none", l.Note)
	}
}

func TestPortalThatWasMovedKeepsItsLog(t *testing.T) {
	r := three(t, "")
	r.dir = filepath.Join(r.dir, "portal")
	if err := os.Mkdir(r.dir, 0o777); err != nil {
		t.Fatal(err)
	}
	r.git("mv", "../data", "data")
	r.commit("2023-05-04", "dời thư mục")
	r.write("reports/r1/a.toml", figures("an = 4", "binh = 9"))
	r.commit("2023-05-05", "lần 4")
	expect(t, r.read().Entries, "2023-05-05 corrected r1/trees/an: 3 → 4 [value] (lần 4)"+threeLog)
}

func TestWorktreeHasTheLog(t *testing.T) {
	r := three(t, "")
	dir := filepath.Join(t.TempDir(), "tree")
	r.git("worktree", "add", "-q", dir, "HEAD~1")
	r.dir = dir
	expect(t, r.read().Entries, threeLog[strings.Index(threeLog, "2023-05-02"):])
}

func TestWithoutHistoryTheLogIsEmptyAndSaysWhy(t *testing.T) {
	noRepository := &repo{t, t.TempDir()}
	noRepository.write("portal.toml", "locale = \"vi\"\n")
	empty := newRepo(t)
	empty.write("portal.toml", "locale = \"vi\"\n")
	untracked := newRepo(t)
	untracked.commit("2023-05-01", "trống")
	untracked.write("portal.toml", "locale = \"vi\"\n")
	noData := newRepo(t)
	noData.commit("2023-05-01", "trống")
	for _, c := range []struct {
		repo *repo
		want NoteKind
	}{{noRepository, NoRepository}, {empty, Empty}, {untracked, Untracked}, {noData, Untracked}} {
		l := c.repo.read()
		if len(l.Entries) > 0 || l.Note == nil || l.Note.Kind != c.want || l.Note.VI == "" || l.Note.EN == "" {
			t.Errorf("%q, note %+v, want %s", lines(l.Entries), l.Note, c.want)
		}
		if len(l.Of("r1", "trees", "an")) != 0 {
			t.Error("a figure has a log")
		}
	}
	t.Setenv("PATH", t.TempDir())
	if l := noRepository.read(); l.Note == nil || l.Note.Kind != NoGit {
		t.Errorf("note %+v, want %s", l.Note, NoGit)
	}
}

func TestRepositoryOfAnotherUserIsANote(t *testing.T) {
	if os.Getuid() != 0 {
		t.Skip("only root can give a folder away")
	}
	r := three(t, "")
	if err := os.Chown(r.dir, 12345, 12345); err != nil {
		t.Fatal(err)
	}
	l := r.read()
	if l.Note == nil || l.Note.Kind != Unusable || !strings.Contains(l.Note.Said, "safe.directory") {
		t.Errorf("note %+v, want unusable with what git said", l.Note)
	}
}

func TestCloneWithoutOldFilesIsANoteAndNothingIsFetched(t *testing.T) {
	r := three(t, "")
	r.git("config", "uploadpack.allowFilter", "true")
	clone := &repo{t, t.TempDir()}
	clone.git("clone", "-q", "--filter=blob:none", "file://"+r.dir, ".")
	before := listing(t, clone.dir)
	l := clone.read()
	if l.Note == nil || l.Note.Kind != Partial || len(l.Entries) > 0 {
		t.Errorf("%q, note %+v, want partial", lines(l.Entries), l.Note)
	}
	if after := listing(t, clone.dir); after != before {
		t.Errorf("found %s, want %s", after, before)
	}
}

func TestVariablesOfACallerDoNotLeadElsewhere(t *testing.T) {
	r := three(t, "")
	other := newRepo(t)
	other.commit("2023-05-01", "trống")
	t.Setenv("GIT_DIR", filepath.Join(other.dir, ".git"))
	t.Setenv("GIT_WORK_TREE", other.dir)
	t.Setenv("GIT_INDEX_FILE", filepath.Join(other.dir, "index"))
	t.Setenv("LC_ALL", "vi_VN.UTF-8")
	expect(t, r.read().Entries, threeLog)
}

// listing is every file of a folder with its size and time.
func listing(t *testing.T, dir string) string {
	t.Helper()
	var b strings.Builder
	err := filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		info, err := d.Info()
		if err == nil {
			b.WriteString(name + " " + info.ModTime().String() + "\n")
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestNothingIsWrittenAndNothingOfTheRepositoryRuns(t *testing.T) {
	r := three(t, "")
	ran := filepath.Join(t.TempDir(), "ran")
	script := filepath.Join(t.TempDir(), "run")
	if err := os.WriteFile(script, []byte("#!/bin/sh\ntouch "+ran+"\ncat\n"), 0o777); err != nil {
		t.Fatal(err)
	}
	for key, value := range map[string]string{"core.pager": script, "core.fsmonitor": script, "diff.external": script,
		"log.showSignature": "true", "gpg.program": script, "diff.t.textconv": script, "format.pretty": "oneline", "log.date": "relative"} {
		r.git("config", key, value)
	}
	r.write("../.gitattributes", "*.toml diff=t\n")
	for _, hook := range []string{"post-index-change", "reference-transaction"} {
		if err := os.WriteFile(filepath.Join(r.dir, ".git", "hooks", hook), []byte("#!/bin/sh\ntouch "+ran+"\n"), 0o777); err != nil {
			t.Fatal(err)
		}
	}
	before := listing(t, r.dir)
	expect(t, r.read().Entries, threeLog)
	if _, err := Diff(t.Context(), r.dir, "HEAD~1", ""); err != nil {
		t.Error(err)
	}
	if after := listing(t, r.dir); after != before {
		t.Errorf("found %s, want %s", after, before)
	}
	if _, err := os.Stat(ran); err == nil {
		t.Error("a program of the repository was run")
	}
}

func TestAnEndedContextIsItsError(t *testing.T) {
	r := three(t, "")
	cause := errors.New("ended")
	ctx, cancel := context.WithCancelCause(t.Context())
	cancel(cause)
	if _, err := Read(ctx, r.dir); !errors.Is(err, cause) {
		t.Errorf("found %v, want %v", err, cause)
	}
}
