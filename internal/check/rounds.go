package check

import (
	"slices"
	"strings"

	"minhbach/internal/diag"
	"minhbach/internal/model"
)

// linkRounds finds the tables of newer reports that give an older one's indicator and period again. Two
// reports speak of the same period where its id and its name are the same.
func (c *checker) linkRounds() {
	first := map[string]*model.Period{}
	older := map[string][]*model.Table{}
	for _, r := range c.portal.Rounds {
		for _, p := range r.Periods {
			if q := first[p.ID]; q == nil {
				first[p.ID] = p
			} else if q.Name != p.Name {
				c.find(place{p.Pos, len(p.ID)}, rulePeriodTwice, p.ID, q.Name, q.Pos, p.Name)
			} else if !p.Complete || !q.Complete { // another report was made at another time of it
				c.find(place{p.Pos, len(p.ID)}, rulePeriodOpen, p.ID, q.Pos)
			} else if !strings.ContainsAny(p.Name, "0123456789") {
				c.find(place{p.Pos, len(p.ID)}, rulePeriodUndated, p.ID, q.Pos, p.Name)
			}
		}
		for _, t := range r.Tables {
			if t.Indicator == nil || t.Period == nil { // what is missing was told
				continue
			}
			for _, o := range older[t.Key()] {
				o.Later = append(o.Later, t)
			}
			t.Earlier = older[t.Key()]
			older[t.Key()] = append(slices.Clip(older[t.Key()]), t)
		}
	}
}

var rulePeriodTwice = &diag.Rule{
	ID: "period-twice", Severity: diag.Error,
	Title:   diag.Text{VI: "hai báo cáo dùng một mã kỳ cho hai kỳ", EN: "two reports use one id for two periods"},
	Reason:  diag.Text{VI: "Cùng mã kỳ thì số của báo cáo sau được đọc là nêu lại số của báo cáo trước.", EN: "With one id the later report's figure would be read as a restatement of the earlier one's."},
	Message: diag.Text{VI: "kỳ %q là %q ở %v, ở đây là %q", EN: "the period %q is %q in %v and %q here"},
	Hint:    diag.Text{VI: "nếu là kỳ khác, đặt mã khác, ví dụ survey-2024; nếu cùng kỳ, viết cùng một tên", EN: "give another period another id, such as survey-2024; give the same period the same name"},
	Before:  "[period.survey]\nname = \"đến lúc khảo sát năm 2024\"", After: "[period.survey-2024]\nname = \"đến lúc khảo sát năm 2024\"",
}

var rulePeriodOpen = rulePeriodTwice.With(
	diag.Text{VI: "kỳ %q cũng có ở %v và chưa kết thúc khi lấy số, nên ở đây là lúc khác", EN: "the period %q is also in %v and was not over when the figures were taken, so this is another time of it"},
	diag.Text{VI: "đặt mã khác, ví dụ y2024-to-october; nếu cả hai báo cáo nêu cùng một kỳ đã hết, ghi complete = true ở cả hai", EN: "give it another id, such as y2024-to-october; if both reports give one period that was over, write complete = true in both"})

var rulePeriodUndated = rulePeriodTwice.With(
	diag.Text{VI: "kỳ %q cũng có ở %v; tên %q không cho biết có phải một kỳ hay không", EN: "the period %q is also in %v; its name %q does not say whether it is the same"},
	diag.Text{VI: "nếu là kỳ khác, đặt mã khác, ví dụ survey-2024; nếu cùng kỳ, ghi năm vào tên ở cả hai báo cáo", EN: "give another period another id, such as survey-2024; write the year into the name in both reports if it is the same"})

var ruleWhichRound = &diag.Rule{
	ID: "which-round", Severity: diag.Error,
	Title:   diag.Text{VI: "bài không nói rõ theo báo cáo nào", EN: "a text does not say which report it speaks of"},
	Reason:  diag.Text{VI: "Khi có thêm báo cáo, con số trong bài sẽ đổi theo báo cáo mới mà câu chữ thì không.", EN: "With one more report the figures in the text would become those of the newer one, and its sentences not."},
	Message: diag.Text{VI: "bài có số liệu mà không nói theo báo cáo nào; cổng có: %s", EN: "the text has figures and does not say of which report; the portal has: %s"},
	Hint: diag.Text{VI: "thêm vào phần đầu tệp, giữa hai dòng +++, báo cáo mà bài đã dựa vào khi viết, ví dụ round = %q",
		EN: "add to the front matter, between two lines +++, the report the text was written from, such as round = %q"},
	Before: "+++\ntitle = \"Trồng cây\"\n+++", After: "+++\ntitle = \"Trồng cây\"\nround = \"279-bc-hdnd\"\n+++",
}
