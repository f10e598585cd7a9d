package check

import (
	"regexp"
	"strconv"
	"strings"
	"time"

	"minhbach/internal/diag"
	"minhbach/internal/model"
)

// existed tells of a figure of a unit that was none at the time. A unit that begins after the day of the figures
// has none. One that is no more may: a report made after a merger tells of the time before. It has none if it
// ended before the first year that the period names, or, where it names none, before the year of the report.
func (r *round) existed(u *model.Unit, p *model.Period, at place) {
	if backwards := !u.ValidFrom.IsZero() && !u.ValidTo.IsZero() && u.ValidTo.Before(u.ValidFrom); r.AsOf.IsZero() || backwards {
		return
	}
	first := model.Date{Year: firstYear(p, r.AsOf), Month: time.January, Day: 1}
	switch {
	case !u.ValidFrom.IsZero() && r.AsOf.Before(u.ValidFrom):
		r.find(at, ruleUnitNotYet, u.ID, u.ValidFrom, r.AsOf)
	case !u.ValidTo.IsZero() && u.ValidTo.Before(first):
		var ids []string
		for _, s := range u.Successors {
			ids = append(ids, s.ID)
		}
		if len(ids) > 0 {
			r.advise(at, ruleUnitGone, []any{strings.Join(ids, ", ")}, u.ID, u.ValidTo, r.AsOf)
			return
		}
		r.find(at, ruleUnitEnded, u.ID, u.ValidTo, r.AsOf)
	}
}

var year = regexp.MustCompile(`(?:19|20)\d\d`)

// firstYear is the earliest year that a period names, in its name or its id; that of the report if none.
func firstYear(p *model.Period, asOf model.Date) int {
	first := asOf.Year
	if p == nil {
		return first
	}
	for _, y := range year.FindAllString(p.ID+" "+p.Name, -1) {
		if n, err := strconv.Atoi(y); err == nil {
			first = min(first, n)
		}
	}
	return first
}

var ruleUnitGone = &diag.Rule{
	ID: "unit-not-then", Severity: diag.Error,
	Title: diag.Text{VI: "số liệu của một đơn vị vào lúc không có đơn vị ấy", EN: "a figure of a unit at a time when there was none"},
	Reason: diag.Text{
		VI: "Sau khi sáp nhập hay đổi tên, số của đơn vị mới dễ bị ghi vào đơn vị cũ. Đơn vị lập sau ngày của báo cáo thì chưa có số. Đơn vị nay không còn thì vẫn có số của thời trước: chỉ báo lỗi khi đơn vị không còn từ trước năm sớm nhất ghi trong tên kỳ (tên kỳ không ghi năm thì lấy năm của báo cáo).",
		EN: "After a merger the figures of the new unit are easily written under the old one. A unit made after the day of the report has no figures yet. One that is no more has those of its time, so it is an error only where it ended before the earliest year that the period names, or the year of the report where it names none."},
	Message: diag.Text{VI: "đơn vị %q chỉ còn đến ngày %s, trước kỳ của số liệu này (báo cáo ngày %s)", EN: "the unit %q ended on %s, before the period of this figure (report of %s)"},
	Hint:    diag.Text{VI: "nếu là số của đơn vị mới, viết: %s; nếu không, xem lại valid-to của đơn vị và tên kỳ", EN: "if it is the figure of the new unit, write: %s; if not, look at the unit's valid-to and the name of the period"},
	Before:  "[unit.thach-ha]\nvalid-to = 2022-12-31\nsuccessors = [\"thach-trung\"]\n\n# báo cáo năm 2023\nthach-ha = 1100", After: "thach-trung = 1100",
}

var (
	ruleUnitEnded = ruleUnitGone.With(ruleUnitGone.Message,
		diag.Text{VI: "xem lại valid-to của đơn vị và tên kỳ; đơn vị đã sáp nhập thì ghi successors", EN: "look at the unit's valid-to and the name of the period; where it became another unit, write successors"})
	ruleUnitNotYet = ruleUnitGone.With(
		diag.Text{VI: "đơn vị %q có từ ngày %s, sau ngày của báo cáo (%s)", EN: "the unit %q begins on %s, after the day of the report (%s)"},
		diag.Text{VI: "viết mã của đơn vị lúc đó, hoặc xem lại valid-from", EN: "write the id of the unit of that time, or look at valid-from"})
)
