package check

import (
	"slices"
	"strings"
	"testing"

	"minhbach/internal/model"
)

func TestAReplyStandsBesideWhatItIsOnAndChangesNothing(t *testing.T) {
	with := portal(t).Newest()
	if len(with.Replies) != 6 {
		t.Fatalf("%d replies", len(with.Replies))
	}
	f := with.Table("trees").Units[0]
	y := f.Reply()
	if y == nil || y != with.Replies[0] || y.Status != model.Contests || y.Value.String() != "11400" || y.By != "UBND xã" || y.Document.ID != "2-kh" ||
		y.Received.String() != "2023-05-04" {
		t.Fatalf("%+v", y)
	}
	if f.Value.String() != "11383" || f.State != model.Reported || f.Published != "11.383" {
		t.Errorf("the figure became %+v", f)
	}
	if with.Table("trees").Total.Reply() != nil || with.Table("trees").Units[1].Reply() != nil {
		t.Error("another figure has the reply")
	}
	for i, list := range [][]*model.Reply{with.Works[0].Replies, with.Mentions[0].Replies, with.Recommendations[0].Replies, with.Shortcomings[0].Replies, with.Mechanism[0].Replies} {
		if len(list) != 1 || list[0] != with.Replies[i+1] {
			t.Errorf("%d: %v", i, list)
		}
	}
}

func TestAReplyIsToSomethingSaidOfItsUnit(t *testing.T) {
	_, findings := load(broken(t, change{fReg, `of = "trees"`, `of = "pupils"`}, change{fCh36, "total = 122\n", "city = 122\n"}))
	if got := told(findings); len(got) != 1 || !strings.Contains(got[0], `registers.toml:33:6 reply-fit "pupils" không nói về đơn vị thach-ha | xem lại unit và of`) {
		t.Errorf("%q", got)
	}
}

func TestAUnitThatWasNotThereIsNotWhatAReportIsSilentOn(t *testing.T) {
	of := change{fReg, "unit = \"thach-ha\"\nof = \"trees\"", "unit = \"khu-pho\"\nof = \"trees\""}
	later := change{fUnits, "[unit.khu-pho]", "[unit.khu-pho]\nvalid-from = 2025-07-01"}
	_, findings := load(broken(t, of, later))
	if got := told(findings); !slices.ContainsFunc(got, func(s string) bool {
		return strings.Contains(s, `reply-fit "trees" không nói về đơn vị khu-pho`)
	}) {
		t.Errorf("%q", got)
	}
}

func TestAUnitMayReplyToSilence(t *testing.T) {
	p := portal(t, change{fReg, "unit = \"thach-ha\"\nof = \"trees\"", "unit = \"khu-pho\"\nof = \"trees\""})
	table := p.Newest().Table("trees")
	if y := table.Reply(p.Newest().Replies[0].Unit); y == nil || y.Unit.ID != "khu-pho" || table.Of(y.Unit) != nil {
		t.Errorf("%+v", y)
	}
}

func TestAReplyToATableOfAnUnknownIndicatorIsNotJudged(t *testing.T) {
	for _, ch := range []change{{fTrees, "[indicator.trees]", "[indicator.treez]"}, {fCh36, "[figures.trees]", "[figures.treez]"}} {
		p, findings := load(broken(t, ch))
		if p != nil || len(findings) == 0 {
			t.Errorf("%q: %q", ch.new, told(findings))
		}
	}
}
