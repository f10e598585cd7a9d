package history

import (
	"errors"
	"os"
	"testing"

	"minhbach/internal/diag"
	"minhbach/internal/source"
)

func (r *repo) diff(from, to string) []Entry {
	r.t.Helper()
	l, err := Diff(r.t.Context(), r.dir, from, to)
	if err != nil {
		r.t.Fatal(err)
	}
	return l.Entries
}

func TestDiffIsWhatTwoRevisionsHaveBetweenThem(t *testing.T) {
	r := newRepo(t)
	r.write("reports/r1/a.toml", figures("an = 1", "binh = 1", "chau = 1"))
	r.commit("2023-05-01", "đầu")
	r.git("tag", "v1")
	r.write("reports/r1/a.toml", figures("an = 2", "binh = 2"))
	r.commit("2023-05-02", "giữa")
	r.write("reports/r1/a.toml", figures("an = 3", "binh = 1"))
	r.commit("2023-05-03", "cuối\n\nReason: bản đính chính")
	r.git("mv", "data/reports/r1/a.toml", "data/reports/r1/b.toml")
	r.commit("2023-05-04", "dời tệp")
	expect(t, r.diff("v1", "HEAD"), `
2023-05-03 corrected r1/trees/an: 1 → 3 [value] bản đính chính
2023-05-02 withdrawn r1/trees/chau: 1 →  [] (giữa)`)
	expect(t, r.diff("HEAD", "v1"), `
 corrected r1/trees/an: 3 → 1 [value] ()
 new r1/trees/chau:  → 1 [] ()`)
	if same := r.diff("HEAD~1", "HEAD"); len(same) > 0 {
		t.Errorf("found %q, want nothing", lines(same))
	}
}

func TestDiffWithTheWorkingTreeTellsWhatIsNotCommitted(t *testing.T) {
	r := three(t, "")
	r.write("reports/r1/a.toml", figures("an = 3", "binh = 10"))
	r.write("reports/r1/moi.toml", "[work.cau]\nstates = [\"late\"]\n")
	expect(t, r.diff("HEAD~1", ""), `
2023-05-03 corrected r1/trees/an: 2 → 3 [value] (lần 3)
 corrected r1/trees/binh: 9 → 10 [value] ()
 new r1/work:cau:  → late [] ()`)
	r.write("reports/r1/a.toml", "an = = 3")
	expect(t, r.diff("HEAD~1", ""), `
2023-05-03 corrected r1/trees/an: 2 → 3 [value] (lần 3)
 new r1/work:cau:  → late [] ()`)
}

func TestDiffOfARevisionThatIsNotThere(t *testing.T) {
	r := three(t, "")
	for _, rev := range []string{"nope", "--all", "", "HEAD~9"} {
		_, err := Diff(t.Context(), r.dir, rev, "HEAD")
		if !errors.As(err, new(*UnknownRevision)) {
			t.Errorf("%q: found %v, want an unknown revision", rev, err)
		}
	}
}

func TestCorrectionWithoutAReasonIsAWarningWhereTheFigureStands(t *testing.T) {
	r := newRepo(t)
	r.write("reports/r1/a.toml", figures("an = 1", "binh = 1", "chau = 1")+"[check.x]\nof = \"sum.trees\"\nstatus = \"explained\"\nnote = \"a\"\n")
	r.commit("2023-05-01", "đầu")
	r.write("reports/r1/a.toml", figures("an = 2", "binh = 1", "chau = 2")+"[check.x]\nof = \"sum.trees\"\nstatus = \"explained\"\nnote = \"b\"\n")
	hash := r.commit("2023-05-02", "sửa")
	r.write("reports/r1/a.toml", "# trên\n"+figures("an = 2", "binh = 2"))
	r.commit("2023-05-03", "nữa\n\nReason: bản đính chính")
	tree, _ := source.Load(os.DirFS(r.dir))
	found := r.read().Findings(tree)
	if len(found) != 1 {
		t.Fatalf("%d findings, want 1: %v", len(found), found)
	}
	f := found[0]
	if want := (diag.Pos{File: "data/reports/r1/a.toml", Line: 6, Col: 1}); f.Pos != want || f.Width != 2 || f.Rule.Severity != diag.Warning {
		t.Errorf("found %+v at %v, want a warning at %v", f, f.Pos, want)
	}
	if got, want := f.Message("vi"), "lần ghi "+hash[:8]+" (2/5/2023) sửa r1/trees/an mà chưa ghi lý do: 1 → 2"; got != want {
		t.Errorf("found %q, want %q", got, want)
	}
}
