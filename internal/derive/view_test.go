package derive

import (
	"fmt"
	"math/big"
	"strings"
	"testing"
	"time"

	"minhbach/internal/decimal"
	"minhbach/internal/model"
)

func TestUnitIsInTheStateOfWhichMostIsKnown(t *testing.T) {
	w := newWorld(t, "a", "b", "c", "d", "e")
	w.table("thu", "a: in-progress", "b: 5", "c: blank", "total: 9")
	w.table("works", "a: preparing", "b: blank").Units[0].Text = "Đang làm hồ sơ"
	words := w.table("words", "e: reported")
	words.Units[0].Text = "Đang thẩm định"
	m := &model.Mechanism{ID: "m", Chapter: w.ch, Units: []*model.Unit{w.unit("a"), w.unit("d")}, State: model.Identified}
	w.round.Mechanism = []*model.Mechanism{m}
	r := w.derive()
	for id, want := range map[string]model.State{"a": model.InProgress, "b": model.Reported, "c": model.Blank, "d": model.Identified, "e": model.Told} {
		if got := r.Unit(w.unit(id)).Chapters[0].State; got != want {
			t.Errorf("%s is %s, want %s", id, got, want)
		}
	}
	var strip []string
	for _, g := range r.Chapter(w.ch).Strip {
		strip = append(strip, string(g.State), names(g.Units))
	}
	if got := strings.Join(strip, " "); got != "reported b in-progress a identified d told e blank c" {
		t.Errorf("strip %s", got)
	}
}

func TestSilentUnitIsToldWhatIsKnownOfAllUnits(t *testing.T) {
	w := newWorld(t, "a", "b")
	w.table("thu", "a: 5", "total: 9")
	w.table("city", "city: 30")
	w.chapter("104-28", "III.6")
	r := w.derive()
	a, b := r.Unit(w.unit("a")), r.Unit(w.unit("b"))
	if a.Chapters[0].City != nil || len(b.Chapters[0].City) != 2 {
		t.Errorf("city figures: %d beside a unit with its own, %d beside a silent one", len(a.Chapters[0].City), len(b.Chapters[0].City))
	}
	if a.Known != 1 || a.Of != 2 || b.Known != 0 {
		t.Errorf("known %d of %d and %d", a.Known, a.Of, b.Known)
	}
}

func TestRequestsReachTheUnitsTheyAreMadeOf(t *testing.T) {
	w := newWorld(t, "a", "b")
	everywhere, city := &model.Body{ID: "ubnd-phuong-xa", Units: true}, &model.Body{ID: "ubnd-tp"}
	only := []*model.Unit{w.unit("a")}
	w.round.Recommendations = []*model.Statement{
		{ID: "all", Addressees: []*model.Body{everywhere}},
		{ID: "city", Addressees: []*model.Body{city}},
		{ID: "named", Addressees: []*model.Body{everywhere}, Units: only},
		{ID: "such-as", Addressees: []*model.Body{everywhere}, Units: only, Open: true},
		{ID: "of-city-about", Addressees: []*model.Body{city}, Units: only},
	}
	w.round.Mentions = []*model.Mention{{ID: "everyone", AllUnits: true}, {ID: "one", Units: only}}
	r := w.derive()
	for id, want := range map[string]string{"a": "all named such-as of-city-about / everyone one", "b": "all such-as / everyone"} {
		var got []string
		for _, st := range r.Unit(w.unit(id)).Asks {
			got = append(got, st.ID)
		}
		got = append(got, "/")
		for _, m := range r.Unit(w.unit(id)).Mentions {
			got = append(got, m.ID)
		}
		if s := strings.Join(got, " "); s != want {
			t.Errorf("%s: %s, want %s", id, s, want)
		}
	}
}

func TestWorkThatIsNotCalledLateIsNotLate(t *testing.T) {
	w := newWorld(t, "xa:a", "c", "b")
	for id, state := range map[string]model.State{"a": model.Late, "b": model.InDebt, "c": model.Late} {
		w.round.Works = append(w.round.Works, &model.Work{ID: id, Unit: w.unit(id), Chapter: w.ch, States: []model.State{state}})
	}
	w.round.Works = append(w.round.Works, &model.Work{ID: "nowhere", Chapter: w.ch, States: []model.State{model.Late}})
	r := w.derive()
	if got := names(r.UnitsWithWork(model.Late)); got != "c a" {
		t.Errorf("late in %s; wards come before communes", got)
	}
	if got := names(r.Chapter(w.ch).LateUnits); got != "c a" {
		t.Errorf("late in the chapter: %s", got)
	}
	b := r.Unit(w.unit("b"))
	if len(b.Works) != 1 || len(b.Chapters[0].Late) != 0 {
		t.Errorf("b has %d works, %d late", len(b.Works), len(b.Chapters[0].Late))
	}
	var rows []string
	for _, row := range r.Matrix.Rows {
		rows = append(rows, fmt.Sprint(row.Unit.ID, len(row.Late)))
	}
	if got := strings.Join(rows, " "); got != "b0 c1 a1" {
		t.Errorf("matrix %s", got)
	}
}

func TestChapterListsItsDocumentsByDate(t *testing.T) {
	w := newWorld(t, "a")
	res := w.ch.Resolutions[0].Doc
	plan := &model.Document{ID: "plan", Issued: model.Date{Year: 2023, Month: time.February, Day: 13}}
	w.round.Document.Based = []*model.Document{plan}
	w.p.Documents = []*model.Document{
		plan,
		{ID: "undated", Guides: []*model.Document{res}},
		{ID: "guide", Guides: []*model.Document{res}, Issued: model.Date{Year: 2023, Month: time.January, Day: 2}},
		{ID: "other", Issued: model.Date{Year: 2023, Month: time.January, Day: 3}},
	}
	var got []string
	for _, d := range w.derive().Chapter(w.ch).Documents {
		got = append(got, d.ID)
	}
	if s := strings.Join(got, " "); s != "56-2022 guide plan 279 undated" {
		t.Errorf("documents %s", s)
	}
}

func TestHeadlinesWithANumberComeFirst(t *testing.T) {
	w := newWorld(t, "a")
	w.table("first", "a: in-progress").Indicator.Headline = true
	w.table("plain", "a: 1")
	w.table("second", "a: 2").Indicator.Headline = true
	var got []string
	for _, f := range w.derive().Unit(w.unit("a")).Headlines {
		got = append(got, f.Table.ID)
	}
	if s := strings.Join(got, " "); s != "second first" {
		t.Errorf("headlines %s", s)
	}
}

func TestUnitMadeUpOfOthersIsNotAddedUpBesideThem(t *testing.T) {
	w := newWorld(t, "province", "a", "b")
	w.unit("a").Parent, w.unit("b").Parent = w.unit("province"), w.unit("province")
	table := w.table("x", "province: 10", "a: 4", "b: 6", "total: 10")
	r := w.derive()
	if c := check(t, r, "sum.x"); c.Verdict != Agrees || c.Of != 2 {
		t.Errorf("%s of %d units", c.Verdict, c.Of)
	}
	if got := r.Coverage(table); got.N != 2 {
		t.Errorf("%d units reported", got.N)
	}
}

func TestUnitThatNoLongerExistedIsNotAwaited(t *testing.T) {
	w := newWorld(t, "old", "printed", "now", "later")
	before := model.Date{Year: 2022, Month: time.December, Day: 31}
	w.unit("old").ValidTo, w.unit("printed").ValidTo = before, before
	w.unit("later").ValidFrom = model.Date{Year: 2024, Month: time.January, Day: 1}
	table := w.table("x", "printed: 4", "now: 6", "total: 10")
	r := w.derive()
	if c := check(t, r, "sum.x"); c.Verdict != Agrees {
		t.Errorf("%s: every printed row counts", c.Verdict)
	}
	if got := r.Coverage(table); got.Of != 2 {
		t.Errorf("of %d units", got.Of)
	}
	if r.Unit(w.unit("old")) == nil || names(r.Kinds[0].Units) != "now" {
		t.Errorf("an old address lives on, in no list: %s", names(r.Kinds[0].Units))
	}
}

func TestPortalWithoutARoundHasNothingToCompute(t *testing.T) {
	w := newWorld(t, "a")
	w.p.Rounds = nil
	r := All(w.p, model.Date{}, strings.Compare)
	if r.Unit(w.unit("a")) == nil || len(r.Matrix.Rows) != 0 || r.UnitsWithWork(model.Late) != nil || r.ChapterOf(w.p.Resolutions[0]) != nil {
		t.Error("something was computed from nothing")
	}
}

// BenchmarkNational is a country: 10,600 units × 48 tables in 8 chapters.
func BenchmarkNational(b *testing.B) {
	w := newWorld(b)
	for i := range 10600 {
		id := fmt.Sprintf("u%05d", i)
		w.p.Units = append(w.p.Units, &model.Unit{ID: id, Name: id, Kind: w.p.Kinds[i%2]})
	}
	for i := range 48 {
		if i%6 == 0 {
			w.ch = w.chapter(fmt.Sprint("ch", i), "III.5")
		}
		w.national(i)
	}
	b.ReportAllocs()
	for b.Loop() {
		w.derive()
	}
}

func (w *world) national(i int) {
	t := w.table(fmt.Sprint("t", i), "total: 123456789")
	for n, u := range w.p.Units {
		value, plan := decimal.FromInt(int64(n*7919%5000+i)), decimal.FromInt(int64(9000+n))
		percent := decimal.Round(big.NewRat(int64(n*7919%5000+i)*100, int64(9000+n)), 1)
		t.Units = append(t.Units, &model.Figure{
			Table: t, Scope: model.OfUnit, Unit: u, State: model.Reported, Value: &value, Plan: &plan, Percent: &percent,
			Published: value.String() + "/" + plan.String() + "=" + percent.String() + "%",
		})
	}
	t.Index()
}

func TestEveryRoundIsReconciledTheNewestFirst(t *testing.T) {
	w := newWorld(t, "a", "b")
	w.table("trees", "a: 1", "b: 2", "total: 4")
	old := *w.round
	old.ID, old.Tables = "278", nil
	newer := w.round
	w.p.Rounds = []*model.Round{&old, newer}
	w.round = &old
	w.table("trees", "a: 1", "b: 2", "total: 5")
	r := All(w.p, newer.AsOf, strings.Compare)
	var keys []string
	for _, c := range r.Reconciliations {
		keys = append(keys, c.Key()+" "+text(c.Published))
	}
	if got := strings.Join(keys, "; "); got != "279.sum.trees 4; 278.sum.trees 5" {
		t.Errorf("got %s", got)
	}
}

func TestATableIsShownWithTheUnitsOfItsTime(t *testing.T) {
	w := newWorld(t, "gone", "later", "both")
	table := w.table("x", "gone: 40", "both: 60")
	newer := *w.round
	newer.ID, newer.Tables, newer.AsOf = "300", nil, day("2025-04-21")
	w.p.Rounds = append(w.p.Rounds, &newer)
	w.unit("gone").ValidTo, w.unit("later").ValidFrom = day("2024-06-01"), day("2024-01-01")
	var got []string
	for _, k := range w.derive().KindsIn(table) {
		got = append(got, names(k.Units))
	}
	if s := strings.Join(got, "; "); s != "both gone" {
		t.Errorf("got %q: a unit that was there is missing, or one that was not is called silent", s)
	}
}
