package check

import (
	"strings"
	"testing"

	"minhbach/internal/diag"
	"minhbach/internal/model"
)

func TestANoteOnNoReconciliationIsToldWithTheNearest(t *testing.T) {
	note := portal(t).Newest().Checks[0]
	for _, c := range []struct {
		ids        []string
		near, mute string
	}{
		{[]string{"sum.tree", "rest.trees"}, `có phải "sum.tree"?`, "rest.trees"},
		{[]string{"sum.budget-revenue-2023", "rest.trees-planted"}, "ở đó có: sum.budget-revenue-2023", "rest."},
		{[]string{"sums.trees"}, `có phải "sums.trees"?`, "ở đó có"},
		{[]string{"rest.trees-planted"}, "", "rest."},
	} {
		f := UnknownCheck(note, c.ids)
		got := told(diag.List{f})[0]
		if !strings.HasPrefix(got, `data/reports/1-bc/registers.toml:27:6 unknown-id data/reports/1-bc không có phép đối chiếu "sum.trees"`) || f.Width != 11 {
			t.Errorf("got %s, %d wide", got, f.Width)
		}
		if hint := f.Hint("vi"); !strings.Contains(hint, c.near) || strings.Contains(hint, c.mute) || strings.Contains(got, "BADLY") {
			t.Errorf("%v: %s", c.ids, got)
		}
	}
}

func TestOnlyACorrectionNeedsItsDocument(t *testing.T) {
	p := portal(t, change{fReg, `status = "corrected"`, `status = "explained"`}, change{fReg, "document = \"2-kh\"\n", ""})
	if n := p.Newest().Checks[0]; n.Status != model.Explained || n.Document != nil {
		t.Errorf("%+v", n)
	}
}
