package derive

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"minhbach/internal/model"
)

func TestWhatIsAboveAHundredIsNotedAndNoFault(t *testing.T) {
	for _, c := range []struct {
		measure    model.Measure
		cell, want string
	}{
		{model.Percent, "232 | 232%", "noted 232 -"},
		{model.Percent, "100 | 100%", ""},
		{model.Count, "232", ""},
		{model.Money, "60/50", "noted - 120.0"},
		{model.Money, "50/50", ""},
		{model.Money, "60/50 120 | 60/50=120%", "noted 120 120"},
		{model.Money, "40/50 120 | 40/50=120%", "noted 120 -"},
		{model.Money, "1500/1000 15 | 1500/1000=15%", "noted - 150"},
		{model.Percent, "in-progress", ""},
	} {
		w := newWorld(t, "a", "b")
		w.table("x", "a: "+c.cell).Indicator.Measure = c.measure
		got := ""
		if n := find(w.derive(), "over-plan.x.a"); n != nil {
			got = strings.Join([]string{string(n.Verdict), text(n.Published), text(n.Computed)}, " ")
			if n.Verdict.Attention() || names(n.Units) != "a" {
				t.Errorf("%s: attention %v, units %s", c.cell, n.Verdict.Attention(), names(n.Units))
			}
		}
		if got != strings.TrimSuffix(c.want, ".0") {
			t.Errorf("%s of %s: got %q, want %q", c.cell, c.measure, got, c.want)
		}
	}
}

func TestCountOfUnitsIsNoPercentage(t *testing.T) {
	w := newWorld(t, "a")
	w.table("x", "count.told: 120").Indicator.Measure = model.Percent
	if c := find(w.derive(), "over-plan.x.count.told"); c != nil {
		t.Errorf("noted: %+v", c)
	}
}

// A percentage may be rounded or cut off: the bounds must hold the plan in both cases.
func TestImpliedPlanHoldsEveryPlanThatPrintsSo(t *testing.T) {
	for cell, want := range map[string]string{
		"173 6 | 173 =6%":         "2471 to 3146",
		"926 13.7 | 926=13,7%":    "6710 to 6784",
		"4500 20 | 4.500 =20%":    "21428 to 23077",
		"350 11.8 | 350 =11,80%":  "2963 to 2968",
		"886.3 10 | 886,3=10%":    "8057.2 to 9329.5",
		"173/2883 6 | 173/2883=6": "",
		"173":                     "",
		"0 6 | 0=6%":              "",
		"5 0 | 5=0%":              "",
	} {
		w := newWorld(t, "a", "b")
		w.table("x", "a: "+cell)
		c := find(w.derive(), "implied-plan.x.a")
		got := ""
		if c != nil {
			got = c.Implied.Low.String() + " to " + c.Implied.High.String()
			if c.Verdict != Noted || c.Low != nil || c.High != nil || c.Computed != nil {
				t.Errorf("%s: an inferred plan stands where data stands: %+v", cell, c)
			}
		}
		if got != want {
			t.Errorf("%s: got %q, want %q", cell, got, want)
		}
	}
}

// Whatever the plan, the bounds inferred from what would be printed of it hold it.
func TestImpliedPlanIsRightWhicheverWayThePercentageWasPrinted(t *testing.T) {
	for plan := 2000; plan < 2200; plan += 7 {
		for _, cut := range []bool{false, true} {
			thousandths := 173 * 100000 / plan // of a percent
			percent := float64((thousandths+50)/100) / 10
			if cut {
				percent = float64(thousandths/100) / 10
			}
			w := newWorld(t, "a", "b")
			w.table("x", fmt.Sprintf("a: 173 %.1f | 173=%.1f%%", percent, percent))
			c := find(w.derive(), "implied-plan.x.a")
			if c == nil || c.Implied.Low.Float() > float64(plan) || c.Implied.High.Float() < float64(plan) {
				t.Errorf("plan %d printed as %.1f%% is not between the bounds %+v", plan, percent, c)
			}
		}
	}
}

func TestPartOfAPeriodBesideAPlanIsNotedOnceATable(t *testing.T) {
	for _, c := range []struct {
		name     string
		complete bool
		cells    []string
		want     string
	}{
		{"plan and percentage", false, []string{"c: 1/2 50 | 1/2=50%", "b: 3", "a: 5 10 | 5=10%", "total: 9/90"}, "c+a+total units a c 2/3"},
		{"values alone", false, []string{"a: 3", "total: 9"}, ""},
		{"a whole period", true, []string{"a: 1/2"}, ""},
	} {
		w := newWorld(t, "a", "b", "c")
		w.table("x", c.cells...).Period.Complete = c.complete
		got := ""
		if n := find(w.derive(), "period.x"); n != nil {
			figures := strings.Split(sets([][]*model.Figure{n.Figures}), "+")
			got = fmt.Sprintf("%s units %s %d/%d", strings.Join(append(figures[1:], figures[0]), "+"), names(n.Units), n.N, n.Of)
		}
		if got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}

func day(s string) model.Date {
	d, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return model.Date{}
	}
	return model.Date{Year: d.Year(), Month: d.Month(), Day: d.Day()}
}

func TestGuidanceIsSetBesideTheDayOfWhatItGuides(t *testing.T) {
	for _, c := range []struct{ issued, guidance, dates string }{
		{"2023-02-21", "noted 62 days at III.1/p1", ""},
		{"2022-12-22", "noted 1 days at III.1/p1", ""},
		{"2022-12-21", "", ""},
		{"2022-12-20", "", "differs 1 days at III.1/p1"},
		{"", "", ""},
	} {
		w := newWorld(t, "a")
		res := w.ch.Resolutions[0].Doc
		guide := &model.Document{ID: "2702", Issued: day(c.issued), Guides: []*model.Document{res}, Round: w.round.ID, CitedAt: w.place("III.1/p1")}
		w.p.Documents = []*model.Document{guide}
		r := w.derive()
		for id, want := range map[string]string{"guidance.2702.56-2022": c.guidance, "dates.2702.56-2022": c.dates} {
			got := ""
			if n := find(r, id); n != nil {
				got = fmt.Sprintf("%s %d days at %s", n.Verdict, n.Days, n.Places()[0])
				if n.Chapter != w.ch || n.Documents[0] != guide || n.Documents[1] != res {
					t.Errorf("%s is about %+v", id, n)
				}
			}
			if got != want {
				t.Errorf("issued %s: %s is %q, want %q", c.issued, id, got, want)
			}
		}
	}
}

func TestDocumentIssuedAfterOneThatSpeaksOfItIsFound(t *testing.T) {
	w := newWorld(t, "a")
	report := w.round.Document // of 2023-04-21
	base := &model.Document{ID: "base", Issued: day("2023-05-01")}
	report.Based = []*model.Document{base}
	w.p.Documents = []*model.Document{
		{ID: "cited", Round: "279", Issued: day("2023-04-22")},
		{ID: "same-day", Round: "279", Issued: day("2023-04-21")},
		{ID: "undated", Round: "279"},
		{ID: "elsewhere", Round: "280", Issued: day("2024-01-01")},
	}
	if got := idsOf(w.derive().Reconciliations); got != "dates.279.base dates.279.cited" {
		t.Errorf("got %s", got)
	}
}

func TestNamesInMentionsAndBesideWorksAreHeldToTheUnitsNames(t *testing.T) {
	w := newWorld(t, "dong-mon", "thach-ha", "thach-hung", "van-yen", "dong-moi")
	for id, name := range map[string]string{"dong-mon": "Đồng Môn", "thach-ha": "Thạch Hạ", "thach-hung": "Thạch Hưng", "van-yen": "Văn Yên", "dong-moi": "Đồng Môi"} {
		w.unit(id).Name = name
	}
	w.unit("van-yen").Aliases = []string{"Văn Yên cũ", "phường Yên"}
	passage := &model.Passage{ID: "b3", Text: "Đập ghem; bãi xử lý rác thải xã Đông Môn.", At: w.place("III.6/b3")}
	named := []*model.Unit{w.unit("dong-mon"), w.unit("thach-ha")}
	w.round.Works = []*model.Work{
		{ID: "dap-ghem", Unit: w.unit("dong-mon"), Passage: passage}, {ID: "bai-rac", Unit: w.unit("dong-mon"), Passage: passage},
		{ID: "tram", Unit: w.unit("thach-ha"), Name: "trạm y tế Thạch Hà", At: w.place("III.6/b6")},
		{ID: "nowhere", Name: "Đường Đông Môn"},
	}
	w.round.Mentions = []*model.Mention{
		{ID: "right", Units: named, Published: "xã Đồng Môn, Thạch Hạ…", At: w.place("I")},
		{ID: "wrong", Units: named, Published: "(Đông Môn; Thạch Hạ..)", At: w.place("I")},
		{ID: "alias", Units: []*model.Unit{w.unit("van-yen")}, Published: "phường Yên", At: w.place("I")},
		{ID: "across", Units: []*model.Unit{w.unit("thach-ha")}, Published: "Thạch, Hà", At: w.place("I")},
		{ID: "other", Units: []*model.Unit{w.unit("thach-ha")}, Published: "Thạch Hưng", At: w.place("I")},
		{ID: "near", Units: named[:1], Published: "Đồng Môi", At: w.place("I")},
		{ID: "silent", Units: named, At: w.place("I")},
	}
	var got []string
	for _, c := range w.derive().Reconciliations {
		got = append(got, c.ID+" "+c.PrintedAs+" = "+c.ReadAs+" at "+c.Places()[0].String())
	}
	want := `spelling.mention.wrong.dong-mon Đông Môn = Đồng Môn at I
spelling.mention.alias.van-yen phường Yên = Văn Yên at I
spelling.passage.b3.dong-mon Đông Môn = Đồng Môn at III.6/b3
spelling.work.tram.thach-ha Thạch Hà = Thạch Hạ at III.6/b6`
	if s := strings.Join(got, "\n"); s != want {
		t.Errorf("got\n%s\nwant\n%s", s, want)
	}
}

func TestAPlanOfAnotherPeriodIsNoted(t *testing.T) {
	w := newWorld(t, "a")
	table := w.table("x", "a: 5/10")
	period := *table.Period
	period.Complete = true
	table.Period = &period
	if c := find(w.derive(), "period.x"); c != nil {
		t.Errorf("a plan of the same period is noted: %+v", c)
	}
	table.PlanOf = &model.Period{ID: "whole", Name: "cả giai đoạn"}
	if c := find(w.derive(), "period.x"); c == nil || c.Verdict != Noted || names(c.Units) != "a" {
		t.Errorf("got %+v", c)
	}
}
