package history

import (
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
		VI: "commit %s ngày %s sửa %s mà không ghi lý do: %s → %s",
		EN: "commit %s of %s corrects %s without a reason: %s → %s",
	},
	Hint: diag.Text{
		VI: "nếu là lần ghi cuối, chưa đẩy đi: git commit --amend, rồi thêm vào cuối lời ghi một dòng trống và dòng “Reason: …”. Nếu đã đẩy đi: ghi lý do ở một lần ghi mới, git commit --allow-empty -m \"Bổ sung lý do\" -m \"Reason-For: %s …\"",
		EN: "if it is the last commit and not pushed: git commit --amend, and end the message with an empty line and “Reason: …”. If it was pushed, a new commit can say why: git commit --allow-empty -m \"Give the reason\" -m \"Reason-For: %s …\"",
	},
	Before: "Sửa số thu của Đại Nài",
	After:  "Sửa số thu của Đại Nài\n\nReason: chép nhầm một chữ số ở III.5, dòng 1",
}

// Findings returns a warning for every correction without a reason, at the place where the fact stands
// today. Facts that are no longer there have no place and are not told of.
func (l *Log) Findings(t *source.Tree) diag.List {
	var out diag.List
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
			Args: []any{e.Short(), e.Date, k, before, after}})
	}
	return out
}

// Short is the beginning of the commit's hash.
func (c Commit) Short() string { return c.Hash[:min(len(c.Hash), 8)] }
