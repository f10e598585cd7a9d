package history

import (
	"strings"
	"testing"
)

const report = "as-of = 2023-04-21\n"

// scripted is a repository in which everything happens once.
func scripted(t testing.TB) *repo {
	r := newRepo(t)
	r.write("portal.toml", "locale = \"vi\"\n")
	r.write("reports/r1/report.toml", report)
	r.write("reports/r1/a.toml", figures("an = 1100", "binh = 20", "chau = { value = 5, plan = 10, percent = 50, published = \"5/10=50%\" }")+
		"[work.cau]\nname = \"Cầu\"\nunit = \"an\"\nstates = [\"late\", \"in-debt\"]\n")
	r.commit("2023-05-01", "Nhập báo cáo")

	r.write("reports/r1/a.toml", strings.Replace(r.text("reports/r1/a.toml"), "binh = 20", "binh = 21", 1))
	r.commit("2023-05-02", "Sửa Bình\n\nReason: chép nhầm\n  một chữ số\nSigned-off-by: Lan <lan@example.org>")

	r.write("reports/r1/a.toml", "# như cũ, viết khác\r\n[work.cau]\r\nstates = [\"in-debt\", \"late\"]\r\nname = \"Cầu\"\r\nunit = \"an\"\r\n"+
		figures("chau = { published = \"5/10=50%\", percent = 50.0, plan = 10, value = 5 }", "binh = { value = 21.0, published = \"21\" }", "an = 1_100"))
	r.commit("2023-05-03", "Viết lại cho gọn")

	r.write("reports/r1/a.toml", "")
	r.write("reports/r1/cong-trinh.toml", "[work.cau]\nname = \"Cầu\"\nunit = \"an\"\nstates = [\"late\", \"in-debt\"]\n")
	r.write("reports/r1/cay.toml", figures("an = 1100", "binh = 21", "chau = { value = 5, plan = 10, percent = 50, published = \"5/10=50%\" }"))
	r.commit("2023-05-04", "Chia tệp")

	r.write("reports/r1/cay.toml", figures("an = 1100", "binh = 21", "chau = \"in-progress\""))
	r.commit("2023-05-05", "Sửa Châu")

	r.write("reports/r1/cay.toml", figures("an = 1100", "binh = 21"))
	r.commit("2023-05-06", "Bỏ Châu\n\nLý do: nguồn không có")

	r.git("checkout", "-q", "-b", "side")
	r.write("reports/r1/cong-trinh.toml", "[work.cau]\nname = \"Cầu\"\nunit = \"an\"\nstates = [\"in-debt\"]\n")
	r.commit("2023-05-07", "Cầu đã xong\n\nReason: văn bản 12")
	r.git("checkout", "-q", "main")
	r.write("reports/r1/cay.toml", figures("an = 1200", "binh = 21"))
	r.commit("2023-05-08", "Sửa An\n\nlý do: bản đính chính")
	r.gitOn("2023-05-09", "merge", "-q", "--no-ff", "-m", "Nhập nhánh", "side")

	r.gitOn("2023-05-10", "revert", "--no-edit", "HEAD^1")

	r.write("reports/r1/cay.toml", figures("an = = 3", "binh = 22"))
	r.commit("2023-05-11", "Hỏng")
	r.write("reports/r1/cay.toml", figures("an = 1100", "binh = 23"))
	r.commit("2023-05-12", "Hết hỏng\n\nReason: kiểm lại")

	r.write("reports/r2/report.toml", "as-of = 2024-04-21\n")
	r.write("reports/r2/cay.toml", figures("an = 1150", "binh = 23"))
	r.commit("2024-05-01", "Báo cáo sau")

	r.write("reports/r1/cong-trinh.toml", r.text("reports/r1/cong-trinh.toml")+
		"[check.hoi]\nof = \"sum.trees\"\nstatus = \"explained\"\nnote = \"đã hỏi\"\n[mechanism.vay]\nname = \"Vay\"\nn = 2\npublished = \"02 mô hình\"\nat = \"I\"\n")
	r.commit("2024-05-02", "Có trả lời")
	return r
}

func (r *repo) text(name string) string {
	r.t.Helper()
	return r.git("show", "HEAD:data/"+name) + "\n"
}

const scriptedLog = `
2024-05-02 new r1/check:sum.trees:  → explained: đã hỏi [] (Có trả lời)
2024-05-02 new r1/mechanism:vay:  → 02 mô hình [] (Có trả lời)
2024-05-01 restated r2/trees/an: 1.100 in r1 → 1.150 [value] (Báo cáo sau)
2024-05-01 new r2/trees/binh:  → 23 [] (Báo cáo sau)
2023-05-12 corrected r1/trees/binh: 21 → 23 [value] kiểm lại
2023-05-10 corrected r1/trees/an: 1.200 → 1.100 [value] (Revert "Sửa An")
2023-05-08 corrected r1/trees/an: 1.100 → 1.200 [value] bản đính chính
2023-05-07 corrected r1/work:cau: in-debt, late → in-debt [states] văn bản 12
2023-05-06 withdrawn r1/trees/chau: in-progress →  [] nguồn không có
2023-05-05 corrected r1/trees/chau: 5/10=50% → in-progress [value plan percent published state] (Sửa Châu)
2023-05-02 corrected r1/trees/binh: 20 → 21 [value] chép nhầm một chữ số
2023-05-01 new r1/trees/an:  → 1.100 [] (Nhập báo cáo)
2023-05-01 new r1/trees/binh:  → 20 [] (Nhập báo cáo)
2023-05-01 new r1/trees/chau:  → 5/10=50% [] (Nhập báo cáo)
2023-05-01 new r1/work:cau:  → in-debt, late [] (Nhập báo cáo)
`

func TestScriptedRepositoryGivesExactlyItsLog(t *testing.T) {
	l := scripted(t).read()
	expect(t, l.Entries, scriptedLog)
	if l.Note != nil {
		t.Errorf("a note: %v", l.Note)
	}
	expect(t, l.Of("r1", "trees", "chau"), `
2023-05-06 withdrawn r1/trees/chau: in-progress →  [] nguồn không có
2023-05-05 corrected r1/trees/chau: 5/10=50% → in-progress [value plan percent published state] (Sửa Châu)
2023-05-01 new r1/trees/chau:  → 5/10=50% [] (Nhập báo cáo)`)
}

func TestMergeFollowsTheParentThatSaysTheSame(t *testing.T) {
	r := newRepo(t)
	r.write("reports/r1/report.toml", report)
	r.write("reports/r1/a.toml", figures("an = 1", "binh = 1", "chau = 1"))
	r.commit("2023-05-01", "đầu")
	r.git("checkout", "-q", "-b", "side")
	r.write("reports/r1/a.toml", figures("an = 2", "binh = 3", "chau = 4"))
	r.commit("2023-05-02", "nhánh")
	r.git("checkout", "-q", "main")
	r.write("reports/r1/a.toml", figures("an = 2", "binh = 5", "chau = 6"))
	r.commit("2023-05-03", "chính")
	r.git("merge", "-q", "-s", "ours", "--no-commit", "side")
	r.write("reports/r1/a.toml", figures("an = 2", "binh = 5", "chau = 7"))
	r.commit("2023-05-04", "gộp")
	// an: both sides say 2, told once; binh: the side's 3 never came to stand; chau: the merge's own.
	expect(t, r.read().Entries, `
2023-05-04 corrected r1/trees/chau: 6 → 7 [value] (gộp)
2023-05-03 corrected r1/trees/an: 1 → 2 [value] (chính)
2023-05-03 corrected r1/trees/binh: 1 → 5 [value] (chính)
2023-05-03 corrected r1/trees/chau: 1 → 6 [value] (chính)
2023-05-02 corrected r1/trees/chau: 1 → 4 [value] (nhánh)
2023-05-01 new r1/trees/an:  → 1 [] (đầu)
2023-05-01 new r1/trees/binh:  → 1 [] (đầu)
2023-05-01 new r1/trees/chau:  → 1 [] (đầu)`)
}

func TestEverySideOfAMergeGivesItsEntries(t *testing.T) {
	r := newRepo(t)
	r.write("reports/r1/a.toml", figures("an = 1"))
	r.write("reports/r1/b.toml", strings.ReplaceAll(figures("binh = 1"), "trees", "roads"))
	r.commit("2023-05-01", "đầu")
	r.git("checkout", "-q", "-b", "side")
	for _, n := range []string{"2", "3"} {
		r.write("reports/r1/a.toml", figures("an = "+n))
		r.commit("2023-05-0"+n, "an "+n)
	}
	r.git("checkout", "-q", "main")
	r.write("reports/r1/b.toml", strings.ReplaceAll(figures("binh = 2"), "trees", "roads"))
	r.commit("2023-05-04", "bình 2")
	r.gitOn("2023-05-05", "merge", "-q", "--no-ff", "-m", "gộp", "side")
	expect(t, r.read().Entries, `
2023-05-04 corrected r1/roads/binh: 1 → 2 [value] (bình 2)
2023-05-03 corrected r1/trees/an: 2 → 3 [value] (an 3)
2023-05-02 corrected r1/trees/an: 1 → 2 [value] (an 2)
2023-05-01 new r1/roads/binh:  → 1 [] (đầu)
2023-05-01 new r1/trees/an:  → 1 [] (đầu)`)
}

func TestAFileThatCouldNotBeReadChangesNothing(t *testing.T) {
	for name, broken := range map[string]string{
		"not TOML": "<<<<<<< HEAD\nan = 1\n=======", "a number in words": figures("an = \"mười một\"", "binh = 2"),
		"a list": figures("an = [1]"), "not UTF-8": "\xff\xfe\x00", "too many digits": figures("an = 12345678901234567"),
	} {
		t.Run(name, func(t *testing.T) {
			r := newRepo(t)
			r.write("reports/r1/a.toml", figures("an = 1", "binh = 2"))
			r.write("reports/r1/b.toml", "[work.cau]\nstates = [\"late\"]\n")
			r.commit("2023-05-01", "đầu")
			r.write("reports/r1/a.toml", broken)
			r.write("reports/r1/b.toml", "[work.cau]\nstates = [\"in-debt\"]\n")
			r.commit("2023-05-02", "hỏng")
			r.write("reports/r1/a.toml", broken+"\n")
			r.commit("2023-05-03", "vẫn hỏng")
			r.write("reports/r1/a.toml", figures("an = 1", "binh = 2"))
			r.commit("2023-05-04", "mới")
			expect(t, r.read().Entries, `
2023-05-02 corrected r1/work:cau: late → in-debt [states] (hỏng)
2023-05-01 new r1/trees/an:  → 1 [] (đầu)
2023-05-01 new r1/trees/binh:  → 2 [] (đầu)
2023-05-01 new r1/work:cau:  → late [] (đầu)`)
		})
	}
}

func TestAnotherIdForATableOrARoundIsNoNews(t *testing.T) {
	r := newRepo(t)
	body := func(id string) string {
		return strings.Replace(strings.ReplaceAll(figures("an = 1", "binh = 2"), "figures.trees", "figures."+id), "at = ", "indicator = \"trees\"\nat = ", 1)
	}
	r.write("reports/r1/a.toml", body("cay"))
	r.commit("2023-05-01", "đầu")
	r.write("reports/r1/a.toml", body("cay-xanh"))
	r.commit("2023-05-02", "đổi tên bảng")
	r.git("mv", "data/reports/r1", "data/reports/279-bc")
	r.commit("2023-05-03", "đổi tên báo cáo")
	r.write("reports/279-bc/a.toml", strings.Replace(body("cay-xanh"), "an = 1", "an = 3", 1))
	r.commit("2023-05-04", "sửa")
	expect(t, r.read().Of("279-bc", "cay-xanh", "an"), `
2023-05-04 corrected 279-bc/cay-xanh/an: 1 → 3 [value] (sửa)
2023-05-01 new r1/cay/an:  → 1 [] (đầu)`)
	if n := len(r.read().Entries); n != 3 {
		t.Errorf("%d entries, want 3: %q", n, lines(r.read().Entries))
	}
}

func TestAFigureOfAnotherIndicatorIsNoRename(t *testing.T) {
	r := newRepo(t)
	r.write("reports/r1/a.toml", figures("an = 1"))
	r.commit("2023-05-01", "đầu")
	r.write("reports/r1/a.toml", strings.ReplaceAll(figures("an = 1"), "trees", "roads"))
	r.commit("2023-05-02", "khác")
	expect(t, r.read().Entries, `
2023-05-02 new r1/roads/an:  → 1 [] (khác)
2023-05-02 withdrawn r1/trees/an: 1 →  [] (khác)
2023-05-01 new r1/trees/an:  → 1 [] (đầu)`)
}

func TestAPublishedTextOrAPeriodThatChangesIsACorrection(t *testing.T) {
	r := newRepo(t)
	r.write("portal.toml", "locale = \"vi\"\n")
	r.write("reports/r1/a.toml", figures("an = { value = 7.5, published = \"7,5%\" }", "binh = { value = 1100, published = \"1.100\" }"))
	r.commit("2023-05-01", "đầu")
	r.write("reports/r1/a.toml", strings.Replace(figures("an = 7.5", "binh = { value = 1100, published = \"1,100\" }"), "y2022", "y2023", 1))
	r.commit("2023-05-02", "sửa")
	expect(t, r.read().Entries[:2], `
2023-05-02 corrected r1/trees/an: 7,5%; period: y2022 → 7,5; period: y2023 [period] (sửa)
2023-05-02 corrected r1/trees/binh: 1.100; period: y2022 → 1,100; period: y2023 [published period] (sửa)`)
}
