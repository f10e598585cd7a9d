package history

import (
	"slices"
	"strings"

	"minhbach/internal/diag"
	"minhbach/internal/source"
)

// Rules are the rules that the history of a portal is held to.
var Rules = []*diag.Rule{ruleReason}

var ruleReason = &diag.Rule{
	ID:       "reason-missing",
	Severity: diag.Warning,
	Title:    diag.Text{VI: "số liệu được sửa mà không ghi lý do", EN: "a figure was corrected without a reason"},
	Reason: diag.Text{
		VI: "Người đọc thấy số cũ và số mới trong nhật ký, và cần biết vì sao.",
		EN: "Readers see the old and the new figure in the log, and need to know why.",
	},
	Message: diag.Text{
		VI: "lần ghi %s (%s) sửa %s mà chưa ghi lý do: %s → %s",
		EN: "commit %s of %s corrects %s without a reason: %s → %s",
	},
	Hint: diag.Text{
		VI: "ghi lý do ở cuối lời ghi, sau một dòng trống: “Lý do: …”. Lần ghi cuối, chưa đẩy đi, sửa được bằng git commit --amend; đã đẩy đi thì ghi lý do ở một lần ghi mới: git commit --allow-empty -m \"Bổ sung lý do\" -m \"Lý do cho %s: …\"",
		EN: "end the commit's message with an empty line and “Reason: …”. The last commit, not yet pushed, is mended with git commit --amend; of one that was pushed a new commit can say why: git commit --allow-empty -m \"Give the reason\" -m \"Reason-For: %s …\"",
	},
	Before: "Sửa số thu của Đại Nài",
	After:  "Sửa số thu của Đại Nài\n\nLý do: chép nhầm một chữ số ở III.5, hàng 1",
}

// Findings returns a warning for every correction without a reason, at the place where the fact stands
// today. Facts that are no longer there have no place and are not told of.
func (l *Log) Findings(t *source.Tree) diag.List {
	var out diag.List
	if !slices.ContainsFunc(l.Entries, Entry.Unexplained) {
		return out // nothing to find a place for
	}
	seen := map[Key]bool{}
	for _, f := range t.Files {
		round, _, ok := roundOf(f.Path)
		if !ok {
			continue
		}
		flatten(round, f.Root, func(k Key, _ *Fact, at *source.Value) {
			if !seen[k] {
				seen[k] = true
				out = append(out, l.unexplained(k, at)...)
			}
		})
	}
	return out.Sorted()
}

func (l *Log) unexplained(k Key, at *source.Value) diag.List {
	var out diag.List
	for _, e := range l.OfKey(k) {
		if !e.Unexplained() {
			continue
		}
		before, after := e.Texts("")
		out.Add(diag.Finding{Pos: at.KeyPos, Width: at.KeyWidth, Rule: ruleReason, HintArgs: []any{e.Short()},
			Args: []any{e.Short(), day(e.Date), k, before, after}})
	}
	return out
}

// day writes a day as each language does.
func day(iso string) diag.Text {
	t := diag.Text{VI: iso, EN: iso}
	if parts := strings.Split(iso, "-"); len(parts) == 3 {
		t.VI = strings.TrimPrefix(parts[2], "0") + "/" + strings.TrimPrefix(parts[1], "0") + "/" + parts[0]
	}
	return t
}

// Short is the beginning of the commit's hash.
func (c Commit) Short() string { return c.Hash[:min(len(c.Hash), 8)] }
