package derive

import (
	"strings"
	"testing"
	"time"

	"minhbach/internal/decimal"
	"minhbach/internal/locale"
	"minhbach/internal/model"
)

// world is a portal of one round and one chapter that a test fills with tables.
type world struct {
	t     testing.TB
	p     *model.Portal
	round *model.Round
	ch    *model.Chapter
}

// newWorld makes a unit of each id; "xa:thach-ha" is of the second kind.
func newWorld(t testing.TB, units ...string) *world {
	ward, commune := &model.Kind{ID: "phuong"}, &model.Kind{ID: "xa"}
	res := &model.Resolution{ID: "56-2022", Doc: &model.Document{ID: "56-2022", Issued: model.Date{Year: 2022, Month: time.December, Day: 21}}}
	round := &model.Round{ID: "279", AsOf: model.Date{Year: 2023, Month: time.April, Day: 21}}
	round.Document = &model.Document{ID: "279", Issued: round.AsOf}
	for _, at := range []string{"I", "III", "III.1", "III.5", "III.6"} {
		round.Sections = append(round.Sections, &model.Section{At: at})
	}
	w := &world{t: t, round: round, p: &model.Portal{
		Locale: "vi", SourceLocale: "vi", Kinds: []*model.Kind{ward, commune}, Rounds: []*model.Round{round}, Resolutions: []*model.Resolution{res},
	}}
	for _, id := range units {
		kind := ward
		if name, isCommune := strings.CutPrefix(id, "xa:"); isCommune {
			kind, id = commune, name
		}
		w.p.Units = append(w.p.Units, &model.Unit{ID: id, Name: id, Kind: kind})
	}
	w.ch = w.chapter("56-2022", "III.5", res)
	return w
}

func (w *world) chapter(id, at string, res ...*model.Resolution) *model.Chapter {
	ch := &model.Chapter{ID: id, Round: w.round, At: w.place(at), Resolutions: res}
	w.round.Chapters = append(w.round.Chapters, ch)
	return ch
}

func (w *world) place(s string) model.Place {
	p, ok := model.ParsePlace(s)
	if !ok {
		w.t.Fatalf("no place: %q", s)
	}
	return p
}

func (w *world) unit(id string) *model.Unit {
	for _, u := range w.p.Units {
		if u.ID == id {
			return u
		}
	}
	w.t.Fatalf("no unit %q", id)
	return nil
}

// table adds a table of a summable count to the chapter. A cell is "ADDRESS: STATE" or
// "ADDRESS: VALUE/PLAN PERCENT | PUBLISHED", of which only the value must be there.
func (w *world) table(id string, cells ...string) *model.Table {
	t := &model.Table{
		ID: id, Round: w.round, Chapter: w.ch, At: w.ch.At, Period: &model.Period{ID: "y2023"},
		Indicator: &model.Indicator{ID: id, Measure: model.Count, Summable: true},
	}
	for row, c := range cells {
		address, rest, _ := strings.Cut(c, ": ")
		f := w.figure(t, address, rest)
		f.At.Row = row + 1
	}
	t.Index()
	w.round.Tables = append(w.round.Tables, t)
	w.ch.Tables = append(w.ch.Tables, t)
	return t
}

func (w *world) figure(t *model.Table, address, cell string) *model.Figure {
	f := &model.Figure{Table: t, At: t.At}
	scope, name, _ := strings.Cut(address, ".")
	switch scope {
	case "total":
		f.Scope, t.Total, f.At.Total = model.OfTotal, f, true
	case "city":
		f.Scope, t.City = model.OfCity, f
	case "part":
		f.Scope, f.Category, t.Parts = model.OfPart, model.Category{ID: name}, append(t.Parts, f)
	case "count":
		f.Scope, f.Counted, t.Counts = model.OfCount, model.State(name), append(t.Counts, f)
	default:
		f.Scope, f.Unit, t.Units = model.OfUnit, w.unit(address), append(t.Units, f)
	}
	w.fill(f, cell)
	return f
}

func (w *world) fill(f *model.Figure, cell string) {
	numbers, published, _ := strings.Cut(cell, " | ")
	if !isDigit(numbers[len(numbers)-1]) {
		f.State = model.State(numbers)
		return
	}
	amounts, percent, _ := strings.Cut(numbers, " ")
	value, plan, _ := strings.Cut(amounts, "/")
	f.State, f.Value, f.Plan, f.Percent = model.Reported, w.number(value), w.number(plan), w.number(percent)
	if f.Published = published; published == "" {
		f.Published = locale.FormatNumber("vi", *f.Value)
	}
}

// number reads a decimal, nil for "".
func (w *world) number(s string) *decimal.Decimal {
	if s == "" {
		return nil
	}
	d, err := decimal.Parse(s)
	if err != nil {
		w.t.Fatal(err)
	}
	return &d
}

func (w *world) derive() *Result { return All(w.p, w.round.AsOf, strings.Compare) }

// check returns the reconciliation with the id.
func check(t testing.TB, r *Result, id string) *Reconciliation {
	t.Helper()
	c := find(r, id)
	if c == nil {
		t.Fatalf("no reconciliation %q among %s", id, idsOf(r.Reconciliations))
	}
	return c
}

func find(r *Result, id string) *Reconciliation {
	for _, c := range r.Reconciliations {
		if c.ID == id {
			return c
		}
	}
	return nil
}

// judged returns the reconciliations that set two figures beside each other; notes on reading one are apart.
func judged(r *Result) []*Reconciliation {
	return keep(r.Reconciliations, func(c *Reconciliation) bool { return c.Verdict != Noted })
}

func idsOf(all []*Reconciliation) string {
	var ids []string
	for _, c := range all {
		ids = append(ids, c.ID)
	}
	return strings.Join(ids, " ")
}

func names(units []*model.Unit) string { return strings.ReplaceAll(joinIDs(units), ".", " ") }

// sets writes sets of figures as "a+b c".
func sets(all [][]*model.Figure) string {
	var out []string
	for _, set := range all {
		var ids []string
		for _, f := range set {
			ids = append(ids, f.Address())
		}
		out = append(out, strings.Join(ids, "+"))
	}
	return strings.Join(out, " ")
}

func text(d *decimal.Decimal) string {
	if d == nil {
		return "-"
	}
	return d.String()
}

// budget is table III.5 of report 279/BC-HĐND.
func budget(t testing.TB) *world {
	w := newWorld(t, "dai-nai", "xa:thach-hung", "thach-linh", "bac-ha", "nguyen-du", "tan-giang", "van-yen", "xa:thach-binh",
		"tran-phu", "ha-huy-tap", "xa:dong-mon", "thach-quy", "xa:thach-trung", "xa:thach-ha", "nam-ha")
	w.table("revenue", "dai-nai: 1100/14170 7.4 | 1.100/14.170=7,4%", "thach-hung: 173 6 | 173 =6%", "thach-linh: 3906",
		"bac-ha: 4500 20 | 4.500 =20%", "nguyen-du: 350 11.8 | 350 =11,8%", "tan-giang: 2572 20 | 2.572 =20%", "van-yen: 1850",
		"thach-binh: in-progress", "tran-phu: in-progress", "ha-huy-tap: in-progress", "dong-mon: 1624 5.5 | 1.624=5,5%",
		"thach-quy: 173 6 | 173=6%", "thach-trung: 3917", "thach-ha: in-progress", "nam-ha: 2564", "total: 22556")
	w.table("spending", "dai-nai: 923/5227 17.6 | 923/5.227=17,6%", "thach-hung: 926 13.7 | 926=13,7%", "thach-linh: 886.3",
		"bac-ha: 998 17 | 998 =17%", "nguyen-du: 920 20.5 | 920=20,5%", "tan-giang: 905 17 | 905=17%", "van-yen: 1000",
		"thach-binh: blank", "tran-phu: blank", "ha-huy-tap: blank", "dong-mon: 1382 17 | 1.382=17%",
		"thach-quy: 926 13.7 | 926=13.7%", "thach-trung: 1034", "thach-ha: blank", "nam-ha: 1140", "total: 11040")
	return w
}
