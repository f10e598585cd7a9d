package derive

import (
	"strings"
	"testing"

	"minhbach/internal/decimal"
	"minhbach/internal/model"
)

func TestTotalIsSetBesideTheSumOfItsRows(t *testing.T) {
	r := budget(t).derive()
	revenue := check(t, r, "sum.revenue")
	if got := text(revenue.Computed) + " " + text(revenue.Diff); got != "22729 173" || revenue.Verdict != Differs {
		t.Errorf("revenue: %s %s", got, revenue.Verdict)
	}
	if got := sets(revenue.Explained); got != "thach-hung thach-quy" {
		t.Errorf("both rows that would explain the difference must be named, got %q", got)
	}
	if revenue.N != 11 || revenue.Of != 15 || len(revenue.Terms) != 11 {
		t.Errorf("rests on %d of %d units, %d terms", revenue.N, revenue.Of, len(revenue.Terms))
	}
	spending := check(t, r, "sum.spending")
	if got := text(spending.Computed) + " " + text(spending.Diff); got != "11040.3 0.3" || spending.Verdict != Rounded {
		t.Errorf("spending: %s %s", got, spending.Verdict)
	}
}

func TestTotalOfATableWithSilentUnitsIsNotCalledWrong(t *testing.T) {
	w := newWorld(t, "a", "b", "c")
	trees := w.table("trees", "a: 11383", "b: 60", "total: 32670")
	r := w.derive()
	if find(r, "sum.trees") != nil {
		t.Error("a sum of some units was compared with the total of all")
	}
	c := check(t, r, "rest.trees")
	if text(c.Computed) != "21227" || c.Verdict != Remainder || c.N != 2 || c.Of != 3 {
		t.Errorf("rest %s %s, %d of %d", text(c.Computed), c.Verdict, c.N, c.Of)
	}
	if rest, ok := r.Rest(trees); !ok || rest.String() != "21227" {
		t.Errorf("Rest = %s, %v", rest, ok)
	}
}

func TestUnitsThatAlreadyMakeUpTheTotalLeaveNoRest(t *testing.T) {
	for _, c := range []struct {
		id, verdict, computed string
		cells                 []string
	}{
		{"sum.x", "agrees", "10", []string{"a: 10", "total: 10"}},
		{"sum.x", "differs", "11", []string{"a: 11", "total: 10"}},
		{"rest.x", "remainder", "-4", []string{"a: 15", "b: -1", "total: 10"}}, // a silent unit may be below 0, too
	} {
		w := newWorld(t, "a", "b", "c")
		w.table("x", c.cells...)
		if got := check(t, w.derive(), c.id); string(got.Verdict) != c.verdict || text(got.Computed) != c.computed {
			t.Errorf("%v: %s %s", c.cells, got.Verdict, text(got.Computed))
		}
	}
}

func TestSumIsNotMadeOfWhatMayNotBeAdded(t *testing.T) {
	w := newWorld(t, "a", "b")
	w.table("rate", "a: 40", "b: 60", "total: 50").Indicator.Summable = false
	if r := w.derive(); len(r.Reconciliations) != 0 {
		t.Errorf("rates were added up: %s", idsOf(r.Reconciliations))
	}
}

func TestPartsAreAddedUpOnlyWhenTheBreakdownIsWhole(t *testing.T) {
	for _, c := range []struct {
		name, verdict string
		cells         []string
	}{
		{"agrees", "agrees", []string{"total: 77", "part.x: 30", "part.y: 41", "part.z: 6"}},
		{"differs", "differs", []string{"total: 78", "part.x: 30", "part.y: 41", "part.z: 6"}},
		{"one part is a state", "", []string{"total: 77", "part.x: 30", "part.y: 41", "part.z: withheld"}},
		{"one part is not printed", "", []string{"total: 77", "part.x: 30", "part.y: 41"}},
	} {
		w := newWorld(t, "a")
		w.table("pupils", c.cells...).Indicator.Categories = []model.Category{{ID: "x"}, {ID: "y"}, {ID: "z"}}
		got := find(w.derive(), "parts.pupils")
		if got == nil && c.verdict != "" || got != nil && string(got.Verdict) != c.verdict {
			t.Errorf("%s: got %v, want %q", c.name, got, c.verdict)
		}
	}
}

func TestPercentageIsJudgedAtItsPrintedDigits(t *testing.T) {
	for _, c := range []struct{ cell, computed, verdict string }{
		{"1100/14170 7.4 | 1.100/14.170=7,4%", "7.8", "differs"},
		{"923/5227 17.6 | 923/5.227=17,6%", "17.7", "truncated"},
		{"69/69 100 | 100% chỉ tiêu (69/69)", "100", "agrees"},
		{"1/3 33.3 | 33,3%", "33.3", "rounded"},
		{"1/8 12.5 | 12,50%", "12.5", "agrees"},
		{"1251/10000 12.5 | 12,5%", "12.5", "rounded"},
		{"1251/10000 12.5 | 12,50%", "12.51", "differs"},
		{"1/3 33.3 | 33.3%", "33.3", "rounded"},
	} {
		w := newWorld(t, "a", "b")
		w.table("revenue", "a: "+c.cell)
		got := check(t, w.derive(), "ratio.revenue.a")
		if text(got.Computed) != c.computed || string(got.Verdict) != c.verdict {
			t.Errorf("%s: %s %s, want %s %s", c.cell, text(got.Computed), got.Verdict, c.computed, c.verdict)
		}
	}
}

func TestPercentageWithoutPlanIsNotJudged(t *testing.T) {
	w := newWorld(t, "a", "b", "c")
	w.table("fees", "a: 2370/15000", "b: 173 6 | 173=6%", "c: 5/0 6 | 6%")
	if got := judged(w.derive()); len(got) != 0 {
		t.Errorf("judged without value, plan and percentage: %s", idsOf(got))
	}
}

func TestIdenticalRowsAreListedWithAllTheirFigures(t *testing.T) {
	r := budget(t).derive()
	c := check(t, r, "identical.56-2022.thach-hung.thach-quy")
	var cells []string
	for _, f := range c.Figures {
		cells = append(cells, f.Published)
	}
	if got := strings.Join(cells, ";"); got != "173 =6%;926=13,7%;173=6%;926=13.7%" {
		t.Errorf("figures %q", got)
	}
	if names(c.Units) != "thach-hung thach-quy" || c.Verdict != Same {
		t.Errorf("%s %s", names(c.Units), c.Verdict)
	}
}

func TestIdenticalRowsNeedMoreThanOneCoincidence(t *testing.T) {
	w := newWorld(t, "a", "b", "c", "d")
	w.table("x", "a: 5 10", "b: 5 10", "c: 5 10", "d: 0 0")
	w.table("y", "a: 7 20", "b: 7 20", "c: 7 20", "d: 9 1")
	w.table("z", "a: 8 30", "b: 8 30", "c: 8 31", "d: 9 1")
	var got []string
	for _, c := range judged(w.derive()) {
		got = append(got, names(c.Units), c.Figures[len(c.Figures)-1].Table.ID)
	}
	if s := strings.Join(got, "; "); s != "a b c; y; a b; z" {
		t.Errorf("got %q: three units share two tables, two of them all three", s)
	}
	for name, tables := range map[string][2][]string{
		"one table alike":    {{"a: 5 10", "b: 5 10"}, {"a: 7 20", "b: 8 20"}},
		"percentages differ": {{"a: 5 10", "b: 5 11"}, {"a: 7 20", "b: 7 20"}},
		"nought and nought":  {{"a: 0 0", "b: 0 0"}, {"a: 0 0", "b: 0 0"}},
		"no percentages":     {{"a: 5", "b: 5"}, {"a: 7", "b: 7"}},
	} {
		w := newWorld(t, "a", "b")
		w.table("x", tables[0]...)
		w.table("y", tables[1]...)
		if got := judged(w.derive()); len(got) != 0 {
			t.Errorf("%s: %s", name, idsOf(got))
		}
	}
}

func TestGroupsAreComparedWithTheUnitsListed(t *testing.T) {
	for _, c := range []struct {
		name, verdict, published, computed string
		cells                              []string
	}{
		{"each unit once", "agrees", "3", "3", []string{"count.told: 2", "count.blank: 1", "a: told", "b: told", "c: blank"}},
		{"one listed in another group", "differs", "3", "3", []string{"count.told: 2", "count.blank: 1", "a: told", "b: blank", "c: blank"}},
		{"one listed less", "differs", "3", "2", []string{"count.told: 2", "count.blank: 1", "a: told", "b: blank"}},
		{"more than there are", "differs", "4", "3", []string{"count.told: 4"}},
		{"none named", "", "", "", []string{"count.told: 3"}},
		{"one group not named", "agrees", "2", "2", []string{"count.told: 2", "count.blank: 1", "a: told", "b: told"}},
		{"one group, all listed", "agrees", "2", "2", []string{"count.told: 2", "a: told", "b: told"}},
		{"groups that leave a unit out", "agrees", "2", "2", []string{"count.told: 1", "count.blank: 1", "a: told", "b: blank"}},
		{"a unit listed twice", "differs", "3", "3", []string{"count.told: 2", "count.blank: 1", "a: told", "b: told", "c: blank", "a: told"}},
	} {
		w := newWorld(t, "a", "b", "c")
		w.table("stage", c.cells...)
		got := find(w.derive(), "groups.stage")
		switch {
		case got == nil && c.verdict == "":
		case got == nil || string(got.Verdict) != c.verdict || text(got.Published) != c.published || text(got.Computed) != c.computed:
			t.Errorf("%s: got %+v", c.name, got)
		}
	}
}

func TestNumberInTheOtherLanguagesFormIsShownAsPrinted(t *testing.T) {
	for _, c := range []struct{ locale, cell, printed, read string }{
		{"vi", "926 13.7 | 926=13.7%", "13.7%", "13,7%"},
		{"vi", "1100 | 1.100", "", ""},
		{"vi", "13.7 | 13,7 ngày 21.4", "", ""},
		{"vi", "1100.5 | 1,100.5", "1,100.5", "1.100,5"},
		{"vi", "0.137 | 0.137", "0.137", "0,137"},
		{"vi", "2 | mục 2.1", "", ""},
		{"en", "926 13.7 | 926=13,7%", "13,7%", "13.7%"},
		{"en", "1100 | 1,100", "", ""},
	} {
		w := newWorld(t, "a", "b")
		w.p.SourceLocale = c.locale
		w.table("x", "a: "+c.cell)
		got := find(w.derive(), "form.x.a")
		switch {
		case got == nil && c.printed == "":
		case got == nil || got.PrintedAs != c.printed || got.ReadAs != c.read || got.Verdict != AsPrinted:
			t.Errorf("%s in %s: %+v", c.cell, c.locale, got)
		}
	}
}

func TestMechanismsAreCountedAndTheirSpellingKept(t *testing.T) {
	w := newWorld(t, "a", "b")
	w.unit("a").Name = "Đồng Môn"
	m := &model.Mechanism{ID: "digital", Chapter: w.ch, At: w.place("III.5/b1"), Items: []model.Item{
		{Unit: w.unit("a"), As: "Đông Môn"}, {Unit: w.unit("a"), As: "Đồng Môn"}, {Unit: w.unit("b")}, {As: "?"},
	}}
	w.ch.Mechanisms, w.round.Mechanism = []*model.Mechanism{m}, []*model.Mechanism{m}
	w.ch.Announced = &model.Announced{N: 2, At: w.place("III.5/b1")}
	r := w.derive()
	c := check(t, r, "spelling.digital.a")
	if c.PrintedAs != "Đông Môn" || c.ReadAs != "Đồng Môn" || len(r.Unit(w.unit("a")).Checks) != 1 {
		t.Errorf("%+v", c)
	}
	if c := check(t, r, "listed.56-2022"); c.Verdict != Remainder || text(c.Diff) != "-1" {
		t.Errorf("announced 2, described 1: %s %s", c.Verdict, text(c.Diff))
	}
	if len(r.Reconciliations) != 2 {
		t.Errorf("got %s", idsOf(r.Reconciliations))
	}
	w.ch.Announced.N = 1
	if c := check(t, w.derive(), "listed.56-2022"); c.Verdict != Agrees || c.Diff != nil {
		t.Errorf("announced 1, described 1: %s", c.Verdict)
	}
	w.ch.Announced.N = 0
	if c := check(t, w.derive(), "listed.56-2022"); c.Verdict != Differs {
		t.Errorf("announced none, described 1: %s", c.Verdict)
	}
}

func TestAverageIsPlacedBetweenTheLowestAndTheHighest(t *testing.T) {
	for high, verdict := range map[string]Verdict{"19": Agrees, "8": Differs} {
		w := newWorld(t, "a", "b", "c", "d")
		gifts, men := w.table("gifts", "total: 724"), w.table("men", "total: 69")
		each := w.table("each", "a: "+high, "b: 5", "c: 5")
		each.Indicator.AverageOf = []*model.Indicator{gifts.Indicator, men.Indicator}
		c := check(t, w.derive(), "range.each")
		if text(c.Computed) != "10.5" || text(c.Low) != "5" || text(c.High) != high || c.Verdict != verdict {
			t.Errorf("average %s of %s to %s: %s", text(c.Computed), text(c.Low), text(c.High), c.Verdict)
		}
		if got := sets([][]*model.Figure{c.Figures}); got != "total+total+b+c+a" {
			t.Errorf("figures %s", got)
		}
	}
}

func TestReconciliationsFollowTheReadingOrderOfTheSource(t *testing.T) {
	w := budget(t)
	early := w.chapter("104-28", "III.1") // its file comes last, its section first
	w.ch = early
	w.table("trees", "nam-ha: 1/2 51 | 51%")
	r := w.derive()
	want := "ratio.trees.nam-ha ratio.revenue.dai-nai ratio.spending.dai-nai identical.56-2022.thach-hung.thach-quy " +
		"form.spending.thach-quy sum.revenue sum.spending"
	if got := idsOf(judged(r)); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

func TestReconciliationIDsAreUnique(t *testing.T) {
	w := newWorld(t, "a", "b")
	w.table("x", "a: 1.5/2.5 | 1.5/2.5")
	if got := idsOf(judged(w.derive())); got != "form.x.a form.x.a-2" {
		t.Errorf("got %s", got)
	}
}

func TestChecksAreFoundFromTheirFigures(t *testing.T) {
	w := budget(t)
	r := w.derive()
	spending := w.round.Table("spending")
	if got := idsOf(r.ChecksOf(spending.Of(w.unit("thach-quy")))); got != "period.spending identical.56-2022.thach-hung.thach-quy implied-plan.spending.thach-quy form.spending.thach-quy" {
		t.Errorf("of a figure: %s", got)
	}
	if got := idsOf(r.ChecksOfTable(spending)); !strings.HasSuffix(got, " sum.spending coverage.revenue.spending") || strings.Contains(got, "sum.revenue") {
		t.Errorf("of a table: %s", got)
	}
	if got := idsOf(r.Unit(w.unit("nam-ha")).Checks); got != "" {
		t.Errorf("a unit that no check is about has %s", got)
	}
}

func TestNumbersTooLongForAnExactSumAreLeftOut(t *testing.T) {
	w := newWorld(t, "a", "b")
	w.table("x", "a: 999999999999999/0.00000000000001 0.00000000000001", "b: 0.00000000000001", "total: 1")
	r := w.derive()
	if got := idsOf(judged(r)); got != "" {
		t.Errorf("computed with numbers that do not fit: %s", got)
	}
}

func TestExplanationsAreListedWholeOrNotAtAll(t *testing.T) {
	one := decimal.FromInt(1)
	var terms []*model.Figure
	for range 40 {
		terms = append(terms, &model.Figure{State: model.Reported, Value: &one})
	}
	if got := len(explain(terms, one)); got != 40 {
		t.Errorf("%d single terms found of 40", got)
	}
	if got := len(explain(terms, decimal.FromInt(2))); got != 0 {
		t.Errorf("780 pairs would do, %d were picked", got)
	}
}
