package history

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"
)

func (r *repo) days(of string) *Days {
	r.t.Helper()
	d, err := ReadDays(r.t.Context(), filepath.Join(r.dir, of))
	if err != nil {
		r.t.Fatal(err)
	}
	return d
}

// wantDay holds the day of files; "" is one that is not known.
func wantDay(t *testing.T, d *Days, want string, files ...string) {
	t.Helper()
	if day, ok := d.Of(files...); day != want || ok != (want != "") {
		t.Errorf("%q: %q (%v), want %q", files, day, ok, want)
	}
}

func TestAFileHasTheDayOfItsLastCommit(t *testing.T) {
	r := newRepo(t)
	r.write("units.toml", "a = 1\n")
	r.write("reports/1/đợt một.toml", figures("a = 1"))
	r.commit("2023-05-01", "Nhập")
	r.write("units.toml", "a = 2\n")
	r.commit("2023-05-02", "Sửa")
	r.commit("2023-05-09", "Không gì")
	d := r.days("")
	wantDay(t, d, "2023-05-02", "data/units.toml")
	wantDay(t, d, "2023-05-01", "data/reports/1/đợt một.toml")
	wantDay(t, d, "2023-05-01", "data/reports/")
	wantDay(t, d, "2023-05-02", "data/")
	wantDay(t, d, "2023-05-02", "data/reports/1/đợt một.toml", "data/units.toml")
	wantDay(t, d, "", "data/units.toml", "data/khac.toml")
	wantDay(t, d, "", "content/")

	r.write("reports/1/đợt một.toml", "")
	r.commit("2023-05-10", "Rút")
	wantDay(t, r.days(""), "2023-05-10", "data/reports/")
	wantDay(t, r.days(""), "2023-05-02", "data/units.toml")
}

func TestAMergeCountsWhereItSaysSomethingNew(t *testing.T) {
	r := newRepo(t)
	r.write("a.toml", "a = 1\n")
	r.write("b.toml", "b = 1\n")
	r.commit("2023-05-01", "Nhập")
	r.git("checkout", "-q", "-b", "side")
	r.write("a.toml", "a = 2\n")
	r.commit("2023-05-02", "Bên")
	r.git("checkout", "-q", "main")
	r.write("a.toml", "a = 3\n")
	r.commit("2023-05-03", "Chính")
	r.git("merge", "-q", "-s", "ours", "--no-commit", "side")
	r.write("a.toml", "a = 4\n")
	r.commit("2023-05-04", "Nhập nhánh")
	wantDay(t, r.days(""), "2023-05-04", "data/a.toml")
	wantDay(t, r.days(""), "2023-05-01", "data/b.toml")
}

func TestWhatIsNotAsCommittedHasNoDay(t *testing.T) {
	r := newRepo(t)
	r.write("a.toml", "a = 1\n")
	r.write("b.toml", "b = 1\n")
	r.commit("2023-05-01", "Nhập")
	r.write("b.toml", "b = 2\n")
	r.write(".b.toml.swp", "rác của trình soạn thảo")
	wantDay(t, r.days(""), "2023-05-01", "data/a.toml")
	wantDay(t, r.days(""), "", "data/b.toml")
	wantDay(t, r.days(""), "", "data/")
	r.git("checkout", "-q", "data/b.toml")
	wantDay(t, r.days(""), "2023-05-01", "data/")
	r.write("c.toml", "c = 1\n")
	wantDay(t, r.days(""), "", "data/c.toml")
	wantDay(t, r.days(""), "", "data/")
}

func TestAPortalBelowARepositoryHasItsOwnDays(t *testing.T) {
	r := newRepo(t)
	if err := os.MkdirAll(filepath.Join(r.dir, "cong/content"), 0o777); err != nil {
		t.Fatal(err)
	}
	r.write("../cong/data/a.toml", "a = 1\n")
	r.write("a.toml", "a = 1\n")
	r.commit("2023-05-01", "Nhập")
	r.write("a.toml", "a = 2\n")
	r.commit("2023-05-02", "Sửa cái khác")
	wantDay(t, r.days("cong"), "2023-05-01", "data/a.toml")
	wantDay(t, r.days("cong"), "2023-05-01", "data/")
}

func TestWhereGitCannotTellThereIsNoDay(t *testing.T) {
	r := newRepo(t)
	r.write("a.toml", "a = 1\n")
	wantDay(t, r.days(""), "", "data/a.toml") // no commit
	r.commit("2023-05-01", "Nhập")
	r.write("a.toml", "a = 2\n")
	r.commit("2023-05-02", "Sửa")
	origin := r.dir
	r.dir = t.TempDir()
	wantDay(t, r.days(""), "", "data/a.toml") // no repository
	r.git("clone", "-q", "--depth", "1", "file://"+origin, ".")
	wantDay(t, r.days(""), "", "data/a.toml") // its last commit may lie further back

	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := ReadDays(ctx, origin); !errors.Is(err, context.Canceled) {
		t.Errorf("%v", err)
	}
}
