package pipeline

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// told is the log as the page tells it: commit by commit, one line each.
func told(t *testing.T, page string) []string {
	t.Helper()
	var out []string
	for _, log := range find(parse(t, page), "log") {
		for item := range log.ChildNodes() {
			if item.Type != html.ElementNode {
				continue
			}
			head := said(elements(item, "h3")[0])
			whys := find(item, "why")
			out = append(out, head+" | "+said(whys[0]))
			for _, moves := range find(item, "moves") {
				for _, li := range elements(moves, "li") {
					out = append(out, "  "+said(find(li, "who")[0])+" | "+said(find(li, "move")[0]))
				}
			}
			for _, d := range elements(item, "details") {
				out = append(out, "  "+said(elements(d, "summary")[0]))
				for _, li := range elements(d, "li") {
					out = append(out, "    "+said(li))
				}
			}
		}
	}
	return out
}

func TestTheLogPageHoldsExactlyWhatHappened(t *testing.T) {
	p, h := scripted(t)
	files, read := p.build()
	want := []string{
		"9/5/2023 lần ghi " + h["back"][:8] + " | Lý do: bản in đúng là 1.100",
		"  Cây xanh đã trồng, phường An Bình đến lúc khảo sát | ± sửa trước ghi 1.101 → nay ghi 1.100",
		"7/5/2023 lần ghi " + h["silent"][:8] + " | Không ghi lý do; lời ghi kèm: “Sửa tổng”",
		"  Cây xanh đã trồng, tổng số đã công bố đến lúc khảo sát | ± sửa trước ghi 1.130 → nay ghi 1.131",
		"6/5/2023 lần ghi " + h["side"][:8] + " | Lý do: văn bản 12 (ghi bổ sung ngày 10/5/2023)",
		"  Cây xanh đã trồng, xã Đông Hà đến lúc khảo sát | ± sửa trước ghi Đang triển khai → nay ghi 0",
		"5/5/2023 lần ghi " + h["withdrawn"][:8] + " | Lý do: nguồn không có",
		"  Cây xanh đã trồng, phường Bình Hòa đến lúc khảo sát | − rút trước ghi 30",
		"2/5/2023 lần ghi " + h["reason"][:8] + " | Lý do: chép nhầm <một> chữ số",
		"  Cây xanh đã trồng, phường An Bình đến lúc khảo sát | ± sửa trước ghi 1.100 → nay ghi 1.101",
		"1/5/2023 lần ghi " + h["new"][:8] + " | Lời ghi kèm: “Nhập báo cáo”",
		"  6 số liệu mới 1/5/2023",
		"    Cây chết, đến lúc khảo sát: 2 dòng số liệu",
		"    Cây xanh đã trồng, đến lúc khảo sát: 4 dòng số liệu",
	}
	equal(t, "the newest", told(t, files["thay-doi.html"]), want)
	equal(t, "the year", told(t, files["thay-doi/2023.html"]), want)
	doc := parse(t, files["thay-doi.html"])
	var facts []string
	for _, f := range elements(find(doc, "facts")[0], "div") {
		facts = append(facts, said(elements(f, "dt")[0])+" "+said(find(f, "num")[0]))
	}
	equal(t, "the counts", facts, []string{"Sửa 4", "Báo cáo sau nêu khác 0", "Rút 1", "Mới 6"})
	if lead := said(find(doc, "lead")[0]); !strings.Contains(lead, "từ lần ghi đầu tiên, ngày 1/5/2023") {
		t.Errorf("the lead says %q", lead)
	}
	var links []string
	for _, who := range find(doc, "who") {
		for _, a := range elements(who, "a") {
			links = append(links, attr(a, "href"))
		}
	}
	equal(t, "the figures lead to", links, []string{"don-vi/an-binh.html#trees-planted.survey", "so-lieu/trees-planted.html#total.survey",
		"don-vi/dong-ha.html#trees-planted.survey", "don-vi/an-binh.html#trees-planted.survey"})
	var warned []string
	for _, f := range read.Findings {
		warned = append(warned, f.Pos.String()+" "+f.Rule.ID)
	}
	equal(t, "the warnings", warned, []string{trees + ":8:1 reason-missing"})
}

func TestTheFigureAndItsUnitSayTheSame(t *testing.T) {
	p, h := scripted(t)
	files, _ := p.build()
	page := parse(t, files["don-vi/an-binh.html"])
	row := byID(page, "trees-planted.survey")
	equal(t, "beside the figure", []string{said(find(row, "amended")[0])}, []string{"± đã sửa 9/5/2023: trước ghi 1.101"})
	var past []string
	for _, li := range elements(find(row, "moves")[0], "li") {
		past = append(past, said(li))
	}
	want := []string{"9/5/2023± sửa trước ghi 1.101 → nay ghi 1.100Lý do: bản in đúng là 1.100",
		"2/5/2023± sửa trước ghi 1.100 → nay ghi 1.101Lý do: chép nhầm <một> chữ số", "1/5/2023+ mới nay ghi 1.100Lời ghi kèm: “Nhập báo cáo”"}
	equal(t, "its history", past, want)
	if dead := byID(page, "trees-dead.survey"); len(find(dead, "amended")) > 0 || len(find(dead, "moves")) > 0 {
		t.Error("a figure that only came in has a history")
	}
	if again := byID(parse(t, files["so-lieu/trees-planted.html"]), "an-binh.survey"); len(find(again, "amended")) > 0 {
		t.Error("the mark stands elsewhere than at the figure's address")
	}
	recent := byID(page, "thay-doi")
	equal(t, "the unit's recent changes", heads(recent), []string{"9/5/2023 Cây xanh đã trồng, phường An Bình đến lúc khảo sát", "2/5/2023 Cây xanh đã trồng, phường An Bình đến lúc khảo sát"})
	if got := attr(elements(recent, "a")[0], "href"); got != "../thay-doi/2023.html#"+h["back"][:8] {
		t.Errorf("the newest leads to %q", got)
	}
	if got := heads(byID(parse(t, files["nghi-quyet/7-2022.html"]), "thay-doi")); len(got) != 5 {
		t.Errorf("the resolution lists %q, want five", got)
	}
}

func heads(n *html.Node) (out []string) {
	for _, who := range find(n, "who") {
		out = append(out, said(who))
	}
	return out
}

func TestWhatOnlyCameInIsOneSentence(t *testing.T) {
	p := newPortal(t)
	p.git("2023-05-01", "init", "-q", "-b", "main")
	p.commit("2023-05-01", "Nhập báo cáo")
	files, _ := p.build()
	recent := byID(parse(t, files["don-vi/an-binh.html"]), "thay-doi")
	if text := said(recent); !strings.Contains(text, "được ghi vào dữ liệu lần đầu ngày 1/5/2023; chưa có sửa đổi nào") || len(find(recent, "moves")) > 0 {
		t.Errorf("the unit says %q", text)
	}
	p.edit(trees, "dong-ha = ", "an-binh-moi = ")
	p.edit("data/units.toml", "[unit.dong-ha]", "[unit.an-binh-moi]")
	p.edit("data/units.toml", "Đông Hà", "An Bình mới")
	p.commit("2023-05-02", "Đổi đơn vị")
	files, _ = p.build()
	recent = byID(parse(t, files["don-vi/an-binh-moi.html"]), "thay-doi")
	equal(t, "what came later", heads(recent), []string{"2/5/2023 Cây xanh đã trồng, xã An Bình mới đến lúc khảo sát"})
	if !slices.Contains(told(t, files["thay-doi.html"]), "  Cây xanh đã trồng, dong-ha đến lúc khảo sát | − rút trước ghi Đang triển khai") {
		t.Errorf("the withdrawn figure of a unit that is gone: %q", told(t, files["thay-doi.html"]))
	}
}

func TestALaterReportThatSaysOtherwiseIsTold(t *testing.T) {
	p := newPortal(t)
	p.git("2023-05-01", "init", "-q", "-b", "main")
	p.edit("data/reports/1-bc/report.toml", "đến lúc khảo sát\"", "đến lúc khảo sát 2023\"\ncomplete = true")
	p.edit("content/pages/about.md", "title =", "round = \"1-bc\"\ntitle =")
	p.commit("2023-05-01", "Nhập báo cáo")
	p.edit("data/documents.toml", "[document.1-bc]", "[document.2-bc]\nnumber = \"2/BC-HĐND\"\nkind = \"Báo cáo\"\nissuer = \"hdnd\"\nissued = 2024-04-21\n\n[document.1-bc]")
	if err := os.CopyFS(filepath.Join(p.dir, "data/reports/2-bc"), os.DirFS(filepath.Join(p.dir, "data/reports/1-bc"))); err != nil {
		t.Fatal(err)
	}
	p.edit("data/reports/2-bc/report.toml", "as-of = 2023", "as-of = 2024")
	p.edit("data/reports/2-bc/7-2022.toml", "an-binh = 1100", "an-binh = 1150")
	h := p.commit("2024-05-01", "Nhập báo cáo sau")
	files, _ := p.build()
	if got, want := told(t, files["thay-doi.html"])[:2], []string{"1/5/2024 lần ghi " + h[:8] + " | Lời ghi kèm: “Nhập báo cáo sau”",
		"  Cây xanh đã trồng, phường An Bình đến lúc khảo sát 2023 | báo cáo sau nêu khác trước ghi 1.100 (Báo cáo 1/BC-HĐND) → nay ghi 1.150"}; !slices.Equal(got, want) {
		t.Errorf("found %q, want %q", got, want)
	}
	row := byID(parse(t, files["don-vi/an-binh.html"]), "trees-planted.survey")
	if text := said(row); !strings.Contains(text, "Báo cáo số 1/BC-HĐND trước đó ghi: 1.100 cây") {
		t.Errorf("beside the figure: %q", text)
	}
	equal(t, "the years", []string{files["thay-doi/2023.html"][:15], files["thay-doi/2024.html"][:15]}, []string{"<!DOCTYPE html>", "<!DOCTYPE html>"})
}

func TestTheRegisterSaysTheSame(t *testing.T) {
	p, h := scripted(t)
	files, _ := p.build()
	rows, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(files["thay-doi.csv"], "\ufeff"))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, row := range rows[1:] {
		r := map[string]string{}
		for i, key := range rows[0] {
			r[key] = row[i]
		}
		if r["class"] != "new" {
			got = append(got, strings.Join([]string{r["date"], r["commit"], r["class"], r["table"], r["address"], r["indicator_name"], r["unit_name"], r["old"] + ">" + r["new"],
				r["old_value"] + ">" + r["new_value"], r["old_state"] + ">" + r["new_state"], r["fields"], r["reason"], r["reason_given"], r["reason_date"], r["subject"]}, "|"))
		}
	}
	equal(t, "the register", got, []string{
		"2023-05-09|" + h["back"] + "|corrected|trees-planted|an-binh|Cây xanh đã trồng|phường An Bình|1.101>1.100|1101>1100|reported>reported|value|bản in đúng là 1.100|true||Trở lại như cũ",
		"2023-05-07|" + h["silent"] + "|corrected|trees-planted|total|Cây xanh đã trồng||1.130>1.131|1130>1131|reported>reported|value||||Sửa tổng",
		"2023-05-06|" + h["side"] + "|corrected|trees-planted|dong-ha|Cây xanh đã trồng|xã Đông Hà|Đang triển khai>0|>0|in-progress>reported|value; state|văn bản 12|true|2023-05-10|Có số",
		"2023-05-05|" + h["withdrawn"] + "|withdrawn|trees-planted|binh-hoa|Cây xanh đã trồng|phường Bình Hòa|30>|30>|reported>||nguồn không có|true||Rút Bình Hòa",
		"2023-05-02|" + h["reason"] + "|corrected|trees-planted|an-binh|Cây xanh đã trồng|phường An Bình|1.100>1.101|1100>1101|reported>reported|value|chép nhầm <một> chữ số|true||Sửa An Bình",
	})
	if len(rows) != 1+5+6 {
		t.Errorf("%d rows, want five changes and six news", len(rows)-1)
	}
}

// Whatever git cannot tell, the site is built, and the page says why in its lead.
func TestWhatGitCannotTellIsSaid(t *testing.T) {
	lead := func(p *portal) (string, map[string]string) {
		files, read := p.build()
		if read.Log.Note == nil {
			t.Error("no note")
		}
		return said(find(parse(t, files["thay-doi.html"]), "lead")[0]), files
	}
	p := newPortal(t)
	text, files := lead(p)
	if text != "Không có nhật ký số liệu: dữ liệu không nằm trong một kho git." || files["thay-doi/2023.html"] != "" {
		t.Errorf("without a repository the page says %q", text)
	}
	if byID(parse(t, files["don-vi/an-binh.html"]), "thay-doi") != nil {
		t.Error("a unit tells of changes that nobody knows")
	}
	if n := len(readAtom(t, files, "thay-doi.xml").Entries); n > 0 {
		t.Errorf("the feed has %d entries", n)
	}
	t.Setenv("PATH", t.TempDir())
	if text, _ := lead(newPortal(t)); text != "Không có nhật ký số liệu: máy dựng trang không có chương trình git." {
		t.Errorf("without git the page says %q", text)
	}
}

func TestAShallowCloneInventsNoDate(t *testing.T) {
	p, h := scripted(t)
	clone := &portal{t, filepath.Join(t.TempDir(), "clone")}
	p.git("2023-05-11", "clone", "-q", "--depth", "3", "file://"+p.dir, clone.dir)
	files, _ := clone.build()
	equal(t, "the page", told(t, files["thay-doi.html"]), []string{
		"9/5/2023 lần ghi " + h["back"][:8] + " | Lý do: bản in đúng là 1.100",
		"  Cây xanh đã trồng, phường An Bình đến lúc khảo sát | ± sửa trước ghi 1.101 → nay ghi 1.100"})
	if text := said(find(parse(t, files["thay-doi.html"]), "lead")[0]); !strings.Contains(text, "nhật ký chỉ kể từ đó") {
		t.Errorf("the lead says %q", text)
	}
	if text := said(byID(parse(t, files["don-vi/dong-ha.html"]), "thay-doi")); strings.Contains(text, "lần đầu") || !strings.Contains(text, "chưa có sửa đổi nào ở đây") {
		t.Errorf("a unit without a change says %q", text)
	}
}

// A site of the same repository has the same bytes wherever it lies, with or without what is kept of it.
func TestTheLogGivesTheSameBytes(t *testing.T) {
	p, _ := scripted(t)
	first, _ := p.build()
	clone := &portal{t, filepath.Join(t.TempDir(), "clone")}
	p.git("2023-05-11", "clone", "-q", p.dir, clone.dir)
	t.Setenv("TZ", "Pacific/Kiritimati")
	for _, other := range []*portal{p, clone} {
		files, _ := other.build()
		for _, name := range slices.Sorted(maps.Keys(first)) {
			if files[name] != first[name] {
				t.Errorf("%s differs", name)
			}
		}
		if len(files) != len(first) {
			t.Errorf("%d files, want %d", len(files), len(first))
		}
	}
}

// A log of more than a thousand entries stays light to open, and none of them is lost.
func TestALongLogIsDividedIntoPages(t *testing.T) {
	p := newPortal(t)
	var stream bytes.Buffer
	table := "resolutions = [\"7-2022\"]\nat = \"I\"\ntopic = \"Trồng cây xanh\"\n[figures.trees-planted]\nperiod = \"survey\"\nat = \"I\"\ntotal = 5\n[figures.trees-planted.units]\n"
	for n := range 1100 {
		text := fmt.Sprintf("%san-binh = %d\nbinh-hoa = 3\n", table, 1000+n)
		message := fmt.Sprintf("lần %d\n\nReason: đính chính thứ %d", n, n)
		fmt.Fprintf(&stream, "commit refs/heads/main\ncommitter Lan <lan@example.org> %d +0700\ndata %d\n%s\n", 1640000000+n*86400/2, len(message), message)
		fmt.Fprintf(&stream, "M 100644 inline %s\ndata %d\n%s\n", trees, len(text), text)
	}
	p.git("2021-12-01", "init", "-q", "-b", "main")
	cmd := exec.Command("git", "fast-import", "--quiet")
	cmd.Dir, cmd.Stdin = p.dir, &stream
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	p.git("2023-06-01", "reset", "-q", "main")
	p.git("2023-06-01", "checkout", "-q", "--", trees)
	files, _ := p.build()
	lines := 0
	for name, text := range files {
		if dir, _ := path.Split(name); path.Ext(name) != ".html" || dir != "thay-doi/" && name != "thay-doi.html" {
			continue
		}
		if n := gzipped(t, text); n > 40_000 { // styles and script come to it
			t.Errorf("%s has %d bytes, gzipped", name, n)
		}
		if name != "thay-doi.html" {
			lines += len(find(parse(t, text), "move"))
		}
	}
	if lines != 1102 {
		t.Errorf("%d lines on all pages, want one for each of 1,102 entries", lines)
	}
	if n := len(find(parse(t, files["thay-doi.html"]), "move")); n == 0 || n > 40 {
		t.Errorf("the first page has %d lines", n)
	}
}
