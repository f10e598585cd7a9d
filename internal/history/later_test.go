package history

import (
	"reflect"
	"strings"
	"testing"
)

func TestALaterCommitGivesTheReasonOfAnOlderOne(t *testing.T) {
	r := newRepo(t)
	r.write("reports/r1/a.toml", figures("an = 1"))
	r.commit("2023-05-01", "đầu")
	var hashes []string
	for _, n := range []string{"2", "3", "4", "5"} {
		r.write("reports/r1/a.toml", figures("an = "+n))
		why := ""
		if n == "5" {
			why = "\n\nReason: ghi ngay"
		}
		hashes = append(hashes, r.commit("2023-05-0"+n, "sửa thành "+n+why))
	}
	// None of these touches data/; the first is overtaken, the third names no commit, the fourth is too short.
	r.commit("2023-06-01", "Bổ sung\n\nReason-For: "+hashes[0][:8]+" nhầm cột")
	r.commit("2023-06-02", "Bổ sung\n\nLý do cho "+hashes[0][:12]+": nhầm hàng\nreason-for: "+strings.ToUpper(hashes[1])+" bản đính chính")
	r.commit("2023-06-03", "Bổ sung\n\nReason-For: 0123456789 không có\nReason-For: "+hashes[3][:7]+" thay lý do đã ghi")
	r.commit("2023-06-04", "Bổ sung\n\nReason-For: "+hashes[2][:6]+" quá ngắn\nReason-For: "+hashes[2][:9])
	l := r.read()
	expect(t, l.Entries, `
2023-05-05 corrected r1/trees/an: 4 → 5 [value] ghi ngay
2023-05-04 corrected r1/trees/an: 3 → 4 [value] (sửa thành 4)
2023-05-03 corrected r1/trees/an: 2 → 3 [value] bản đính chính
2023-05-02 corrected r1/trees/an: 1 → 2 [value] nhầm hàng
2023-05-01 new r1/trees/an:  → 1 [] (đầu)`)
	var given []string
	for _, e := range l.Entries {
		given = append(given, e.ReasonDate)
	}
	if want := []string{"", "", "2023-06-02", "2023-06-02", ""}; !reflect.DeepEqual(given, want) {
		t.Errorf("given later on %q, want %q", given, want)
	}
	if e := l.Entries[1]; !e.Unexplained() || l.Entries[2].Unexplained() {
		t.Error("a reason given later is none, or none is one")
	}
	d, err := Diff(t.Context(), r.dir, hashes[0]+"~1", hashes[0])
	if err != nil || len(d.Entries) != 1 || d.Entries[0].Reason != "nhầm hàng" {
		t.Errorf("diff finds %+v, %v", d, err)
	}
}

func TestAHashOfSeveralCommitsExplainsNone(t *testing.T) {
	nodes := []*node{{Commit: Commit{Hash: "aaaaaaa1"}}, {Commit: Commit{Hash: "aaaaaaa2"}}, {Commit: Commit{Hash: "bbbbbbb1"}, at: "a/"}, {Commit: Commit{Hash: "bbbbbbb1"}, at: "b/"}}
	for prefix, want := range map[string]int{"aaaaaaa": 0, "aaaaaaa1": 1, "bbbbbbb": 2, "ccccccc": 0, "0000000": 0} {
		if n := named(nodes, prefix); len(n) != want {
			t.Errorf("%s names %d, want %d", prefix, len(n), want)
		}
	}
}

func TestLaterReasonsAreTrailers(t *testing.T) {
	for message, want := range map[string][]later{
		"Reason-For: 1234567 tiêu đề":                                        nil,
		"Sửa\n\nReason-For: 1234567 a\n  b":                                  {{"1234567", "a b"}},
		"Sửa\n\nReason-For: 1234567: a\nLý do cho 89ABCDEF: b":               {{"1234567", "a"}, {"89abcdef", "b"}},
		"Sửa\n\nReason-For: 1234567\nReason-For: xyz1234 a":                  nil,
		"Sửa\n\nLÝ DO CHO 1234567: a\nLý do: của chính lần này":              {{"1234567", "a"}},
		"Sửa\n\nGiữa đoạn văn.\nReason-For: 1234567 a":                       nil,
		"Sửa\n\nReason-For: 1234567 a\n\nSigned-off-by: Lan <l@example.org>": nil,
	} {
		if got := laterReasons(message); !reflect.DeepEqual(got, want) {
			t.Errorf("%q: %v, want %v", message, got, want)
		}
	}
}
