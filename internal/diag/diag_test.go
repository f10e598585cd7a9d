package diag

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestAMessageQuotesNoWholePage(t *testing.T) {
	rule := &Rule{Message: Text{VI: "dòng %q thiếu dấu =", EN: "the line %q has no ="}}
	long := strings.Repeat("chép nhầm ", 1000)
	if got := (Finding{Rule: rule, Args: []any{long}}).Message("vi"); utf8.RuneCountInString(got) > 2*longest || !strings.HasSuffix(got, `…" thiếu dấu =`) {
		t.Errorf("%d characters: %.80s", utf8.RuneCountInString(got), got)
	}
	if got := (Finding{Rule: rule, Args: []any{"chép nhầm"}}).Message("vi"); got != `dòng "chép nhầm" thiếu dấu =` {
		t.Error(got)
	}
}
