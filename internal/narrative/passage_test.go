package narrative

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"minhbach/internal/diag"
)

// shown gives each passage with a ~ for a gap, and where its last digit stands.
func shown(passages []Passage) []string {
	var out []string
	for _, p := range passages {
		at := ""
		if i := strings.LastIndexAny(p.Text, "0123456789"); i >= 0 {
			at = fmt.Sprintf("%d:%d ", p.Pos(i).Line, p.Pos(i).Col)
		}
		out = append(out, at+strings.ReplaceAll(p.Text, string(Gap), "~"))
	}
	return out
}

func TestPassagesAreTheProseAndNothingElse(t *testing.T) {
	d := parseClean(t, "## Năm 1\n> ghi *chú* 2\n\nÔ **{{ a/b }}/3** `4` {{! 5 }} [sáu 6](unit:x7) <https://a.vn/8>\nnăm\n9\n\n"+
		"- mười 10\n  - sâu 11\n\n| cột 12 | b |\n|--|--|\n| x \\| 13 | {{ a/b }} |\n\n```figure\nkind = 14\n```\n")
	want := []string{"1:8 Năm 1", "2:13 ghi chú 2", "6:1 Ô ~/3 ~ ~ sáu 6 ~ năm 9", "8:9 mười 10", "9:10 sâu 11", "11:8 cột 12", "b", `13:9 x \| 13`}
	got := shown(d.Passages())
	slices.Sort(got)
	slices.Sort(want)
	if !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}

func TestPassagesOfTheFrontMatterStandWhereItDoes(t *testing.T) {
	d := parseClean(t, "")
	d.Front.Sentence, _ = ParseInline(diag.Pos{File: "a.md", Line: 4, Col: 13}, "ờ {{ a/b }} 36")
	if got := shown(d.Passages()); !slices.Equal(got, []string{"4:26 ờ ~ 36"}) {
		t.Errorf("got %q", got)
	}
}
