package history

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// repo is a repository made for a test.
type repo struct {
	t   testing.TB
	dir string
}

// newRepo makes an empty repository, and keeps the user's configuration, cache and hooks out of it.
func newRepo(t testing.TB) *repo {
	t.Helper()
	t.Setenv("XDG_CACHE_HOME", t.TempDir())
	t.Setenv("GIT_CONFIG_GLOBAL", os.DevNull)
	t.Setenv("GIT_CONFIG_SYSTEM", os.DevNull)
	r := &repo{t, t.TempDir()}
	r.git("init", "-q", "-b", "main")
	return r
}

func (r *repo) git(args ...string) string {
	r.t.Helper()
	return r.gitOn("2023-01-01", args...)
}

// gitOn runs git on a day, at half past eleven in the evening of Hà Nội.
func (r *repo) gitOn(day string, args ...string) string {
	r.t.Helper()
	cmd := exec.Command("git", append([]string{"-c", "protocol.file.allow=always", "-c", "gc.auto=0"}, args...)...)
	cmd.Dir = r.dir
	at := day + "T23:30:00+07:00"
	cmd.Env = append(os.Environ(), "GIT_AUTHOR_NAME=Lan", "GIT_AUTHOR_EMAIL=lan@example.org", "GIT_COMMITTER_NAME=Lan",
		"GIT_COMMITTER_EMAIL=lan@example.org", "GIT_AUTHOR_DATE="+at, "GIT_COMMITTER_DATE="+at)
	out, err := cmd.CombinedOutput()
	if err != nil {
		r.t.Fatalf("git %q: %v: %s", args, err, out)
	}
	return strings.TrimSpace(string(out))
}

// write puts a file of data/ there; an empty text takes it away.
func (r *repo) write(name, text string) {
	r.t.Helper()
	full := filepath.Join(r.dir, "data", name)
	err := os.Remove(full)
	if text != "" {
		if err = os.MkdirAll(filepath.Dir(full), 0o777); err == nil {
			err = os.WriteFile(full, []byte(text), 0o666)
		}
	}
	if err != nil {
		r.t.Fatal(err)
	}
}

// commit commits everything on a day and returns the hash.
func (r *repo) commit(day, message string) string {
	r.t.Helper()
	r.git("add", "-A")
	r.gitOn(day, "commit", "-q", "--allow-empty", "-m", message)
	return r.git("rev-parse", "HEAD")
}

// figures is a file with one table.
func figures(lines ...string) string {
	return "[figures.trees]\nperiod = \"y2022\"\nat = \"I\"\n[figures.trees.units]\n" + strings.Join(lines, "\n") + "\n"
}

func (r *repo) read() *Log {
	r.t.Helper()
	l, err := Read(r.t.Context(), r.dir)
	if err != nil {
		r.t.Fatal(err)
	}
	return l
}

// lines gives each entry as “DAY CLASS KEY: OLD → NEW [FIELDS] REASON”, a subject in brackets.
func lines(entries []Entry) []string {
	var out []string
	for _, e := range entries {
		before, after := e.Texts("vi")
		if e.OldRound != "" {
			before += " in " + e.OldRound
		}
		why := e.Reason
		if !e.ReasonGiven {
			why = "(" + e.Subject + ")"
		}
		out = append(out, fmt.Sprintf("%s %s %s: %s → %s %v %s", e.Date, e.Class, e.Key, before, after, e.Changed, why))
	}
	return out
}

// expect holds entries to a text, one line each.
func expect(t testing.TB, entries []Entry, want string) {
	t.Helper()
	found := strings.TrimSpace(strings.Join(lines(entries), "\n"))
	if want = strings.TrimSpace(want); found != want {
		t.Errorf("found\n%s\nwant\n%s", found, want)
	}
}

// importStream makes the commits of a stream of git fast-import and checks them out.
func (r *repo) importStream(stream string) {
	r.t.Helper()
	cmd := exec.Command("git", "fast-import", "--quiet")
	cmd.Dir, cmd.Stdin = r.dir, strings.NewReader(stream)
	if out, err := cmd.CombinedOutput(); err != nil {
		r.t.Fatalf("%v: %s", err, out)
	}
	r.git("checkout", "-q", "-f", "main")
}
