package opendata

import (
	"bytes"
	"encoding/csv"
	"io/fs"
	"slices"
	"strings"
	"testing"
	"time"

	"minhbach/internal/decimal"
	"minhbach/internal/derive"
	"minhbach/internal/locale"
	"minhbach/internal/model"
	"minhbach/layouts"
)

func vietnamese(t *testing.T) *locale.Locale {
	catalog, err := fs.ReadFile(layouts.FS, "messages/vi.json")
	if err != nil {
		t.Fatal(err)
	}
	loc, err := locale.New("vi", catalog)
	if err != nil {
		t.Fatal(err)
	}
	return loc
}

// portal has two units and one chapter: a table with a figure and a silent unit, a table of all units
// together, and a number of the city itself.
func portal() *model.Portal {
	kind := &model.Kind{ID: "phuong", Name: "phường"}
	a, b := &model.Unit{ID: "bac-ha", Name: "Bắc Hà", Kind: kind}, &model.Unit{ID: "dai-nai", Name: "Đại Nài", Kind: kind}
	res := &model.Resolution{ID: "56-2022", Topic: "Ngân sách", Doc: &model.Document{ID: "56-2022", Number: "56/NQ-HĐND"}}
	round := &model.Round{ID: "279-bc-hdnd", AsOf: model.Date{Year: 2023, Month: time.April, Day: 21}}
	round.Document = &model.Document{ID: round.ID, Kind: "Báo cáo", Number: "279/BC-HĐND"}
	place, _ := model.ParsePlace("III.5/r1/thu")
	ch := &model.Chapter{ID: "56-2022", Round: round, At: place, Topic: "Ngân sách", Resolutions: []*model.Resolution{res}}
	round.Chapters = []*model.Chapter{ch}
	p := &model.Portal{Locale: "vi", SourceLocale: "vi", Kinds: []*model.Kind{kind}, Units: []*model.Unit{a, b}, Resolutions: []*model.Resolution{res}, Rounds: []*model.Round{round}}
	table := func(id string, figures ...*model.Figure) {
		i := &model.Indicator{ID: id, Name: "Chỉ số " + id, Measure: model.Money, Summable: true, UnitMeasure: "triệu đồng"}
		t := &model.Table{ID: id, Indicator: i, Round: round, Chapter: ch, At: place, Period: &model.Period{ID: "y2023", Name: "năm 2023"}}
		for _, f := range figures {
			f.Table, f.At = t, place
			switch f.Scope {
			case model.OfUnit:
				t.Units = append(t.Units, f)
			case model.OfTotal:
				t.Total = f
			case model.OfCity:
				t.City = f
			}
		}
		t.Index()
		p.Indicators = append(p.Indicators, i)
		round.Tables, ch.Tables = append(round.Tables, t), append(ch.Tables, t)
	}
	number := func(coef int64, scale int) *decimal.Decimal { d := decimal.New(coef, scale); return &d }
	table("revenue", &model.Figure{Scope: model.OfTotal, State: model.Reported, Value: number(30005, 1), Published: "3.000,5"},
		&model.Figure{Scope: model.OfUnit, Unit: b, State: model.Reported, Value: number(11005, 1), Plan: number(14170, 0), Percent: number(74, 1), Published: "1.100,5/14.170=7,4%"})
	table("stage", &model.Figure{Scope: model.OfUnit, Unit: b, State: model.InProgress, Published: "Đang triển khai"},
		&model.Figure{Scope: model.OfUnit, Unit: a, State: model.Reported, Value: number(0, 0), Published: "0"})
	round.Works = []*model.Work{{ID: "w", Name: "Đường Trung Tiết", Unit: b, Chapter: ch, States: []model.State{model.Late, model.InDebt}, At: place}}
	round.Recommendations = []*model.Statement{{ID: "v", Text: "Đẩy nhanh", At: place, Units: []*model.Unit{a, b}, Open: true,
		Addressees: []*model.Body{{ID: "ubnd-tp", Name: "UBND thành phố"}}, Due: model.Date{Year: 2023, Month: time.June, Day: 30}}}
	table("sessions", &model.Figure{Scope: model.OfCity, State: model.Reported, Value: number(5, 0), Published: "5"})
	return p
}

func datasets(t *testing.T) map[string]Dataset {
	out := map[string]Dataset{}
	p := portal()
	for id, make := range Each(derive.All(p, p.Rounds[0].AsOf, strings.Compare), vietnamese(t)) {
		d := make()
		if d.ID != id {
			t.Errorf("%s is called %s", d.ID, id)
		}
		if _, twice := out[d.Path]; twice {
			t.Errorf("two datasets at %s", d.Path)
		}
		out[d.Path] = d
	}
	return out
}

// row gives the cells of a row under the keys, as "a|b|c".
func row(d Dataset, i int, keys ...string) string {
	var out []string
	for _, k := range keys {
		at := slices.IndexFunc(d.Columns, func(c Column) bool { return c.Key == k })
		out = append(out, d.Rows[i][at])
	}
	return strings.Join(out, "|")
}

func TestGapIsAStateAndNeverANumber(t *testing.T) {
	all := datasets(t)
	unit := all["don-vi/dai-nai.csv"]
	if got := row(unit, 1, "table", "state", "state_word", "value", "published"); got != "stage|in-progress|Đang triển khai||Đang triển khai" {
		t.Errorf("got %s", got)
	}
	silent := all["don-vi/bac-ha.csv"]
	if got := row(silent, 0, "table", "unit", "state", "value", "published"); got != "revenue|bac-ha|not-stated||" {
		t.Errorf("a table that leaves the unit out: %s", got)
	}
	if got := row(silent, 1, "table", "state", "value"); got != "stage|reported|0" {
		t.Errorf("a true 0: %s", got)
	}
	if len(silent.Rows) != 2 {
		t.Errorf("%d rows: the city's own number is not awaited from a unit", len(silent.Rows))
	}
	table := all["so-lieu/revenue.csv"]
	if len(table.Rows) != 3 || row(table, 2, "unit", "state") != "bac-ha|not-stated" {
		t.Errorf("the unit left out must stand in the table: %v", table.Rows)
	}
	for _, path := range []string{"nghi-quyet/56-2022.csv", "bao-cao/279-bc-hdnd.csv"} {
		if n := len(all[path].Rows); n != 5 {
			t.Errorf("%s has %d rows of 5 published figures", path, n)
		}
	}
}

func TestNumbersStandInMachineFormBesideThePrintedCell(t *testing.T) {
	d := datasets(t)["so-lieu/revenue.csv"]
	want := "1100.5|14170|7.4|1.100,5/14.170=7,4%|III.5/r1/thu|ratio.revenue.dai-nai; period.revenue"
	if got := row(d, 1, "value", "plan", "percent", "published", "place", "checks"); got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if got := row(d, 0, "scope", "unit", "value", "checks"); got != "total||3000.5|rest.revenue" {
		t.Errorf("total: %s", got)
	}
}

func TestChecksGiveBothNumbersAndTheArithmetic(t *testing.T) {
	d := datasets(t)["doi-chieu.csv"]
	want := map[string]string{
		"ratio.revenue.dai-nai": "differs|Không khớp|7.4|7.8|0.4|1100.5 / 14170 * 100 ≈ 7.766|dai-nai",
		"rest.revenue":          "remainder|Còn phần chưa nêu|3000.5|1900||3000.5 - (1100.5) = 1900|",
		"period.revenue":        "noted|Cần biết|||||dai-nai",
	}
	for i := range d.Rows {
		id := row(d, i, "id")
		if got := row(d, i, "verdict", "verdict_name", "published", "computed", "difference", "arithmetic", "units"); got != want[id] {
			t.Errorf("%s: got %s, want %s", id, got, want[id])
		}
		delete(want, id)
	}
	if len(want) > 0 {
		t.Errorf("missing: %v", want)
	}
}

// An answer stands beside both numbers; neither changes with it.
func TestAnswerToAReconciliationStandsBesideIt(t *testing.T) {
	p := portal()
	p.Rounds[0].Checks = []*model.CheckNote{{Of: "ratio.revenue.dai-nai", Status: model.Confirmed, Note: "Giữ nguyên như đã in"}}
	d := checks(derive.All(p, p.Rounds[0].AsOf, strings.Compare), vietnamese(t))
	want := map[string]string{
		"ratio.revenue.dai-nai": "differs|7.4|7.8|confirmed|Giữ nguyên như đã in",
		"rest.revenue":          "remainder|3000.5|1900||",
		"period.revenue":        "noted||||",
	}
	for i := range d.Rows {
		id := row(d, i, "id")
		if got := row(d, i, "verdict", "published", "computed", "status", "note"); got != want[id] {
			t.Errorf("%s: got %s, want %s", id, got, want[id])
		}
		delete(want, id)
	}
	if len(want) > 0 {
		t.Errorf("missing: %v", want)
	}
}

func TestRegistersNameWhatTheyPointTo(t *testing.T) {
	all := datasets(t)
	for path, want := range map[string]struct{ keys, row string }{
		"cong-trinh.csv": {"name unit states state_words place", "Đường Trung Tiết|dai-nai|late; in-debt|Chậm; Còn nợ|III.5/r1/thu"},
		"kien-nghi.csv":  {"to unit_names open due", "ubnd-tp|phường Bắc Hà; phường Đại Nài|true|2023-06-30"},
		"nghi-quyet.csv": {"id chapter tables", "56-2022|56-2022|revenue; stage; sessions"},
		"don-vi.csv":     {"id kind_name chapters_known chapters", "bac-ha|phường|1|1"},
	} {
		if got := row(all[path], 0, strings.Fields(want.keys)...); got != want.row {
			t.Errorf("%s: got %s, want %s", path, got, want.row)
		}
	}
}

func TestUnitWithoutANamedLateWorkHasNoZero(t *testing.T) {
	d := datasets(t)["ma-tran.csv"]
	if got := row(d, 0, "unit", "56-2022", "late_works") + "; " + row(d, 1, "unit", "56-2022", "late_works"); got != "bac-ha|reported|; dai-nai|reported|1" {
		t.Errorf("got %s", got)
	}
}

func TestEveryTitleIsInTheCatalogAndEveryKeyIsASCII(t *testing.T) {
	for path, d := range datasets(t) {
		if strings.Contains(d.Title, "⟦") || d.Title == "" {
			t.Errorf("%s: title %q", path, d.Title)
		}
		seen := map[string]bool{}
		for _, c := range d.Columns {
			if strings.Contains(c.Title, "⟦") || seen[c.Key] || strings.Trim(c.Key, "abcdefghijklmnopqrstuvwxyz0123456789_-") != "" {
				t.Errorf("%s: column %q %q", path, c.Key, c.Title)
			}
			seen[c.Key] = true
		}
		for _, r := range d.Rows {
			if len(r) != len(d.Columns) {
				t.Errorf("%s: a row of %d cells under %d columns", path, len(r), len(d.Columns))
			}
			if s := strings.Join(r, " "); strings.Contains(s, "⟦") {
				t.Errorf("%s: a word is missing: %s", path, s)
			}
		}
	}
}

func TestCSVOpensInASpreadsheetAsItIs(t *testing.T) {
	d := Dataset{Columns: []Column{{Key: "a"}, {Key: "b"}}, Rows: [][]string{{"Đồng Môn, \"xã\"", "hai\ndòng"}}}
	want := "\xEF\xBB\xBFa,b\r\n\"Đồng Môn, \"\"xã\"\"\",\"hai\r\ndòng\"\r\n"
	if got := string(d.CSV()); got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestNoCellIsAFormula(t *testing.T) {
	for cell, want := range map[string]string{
		"=1+1": "'=1+1", "+84": "'+84", "@SUM(A1)": "'@SUM(A1)", "-1+cmd": "'-1+cmd", "-": "'-", "\tx": "'\tx", "\r=1": "'=1",
		"-12.5": "-12.5", "0": "0", "173 =6%": "173 =6%", "": "",
	} {
		d := Dataset{Columns: []Column{{Key: "k"}, {Key: "l"}}, Rows: [][]string{{cell, "x"}}}
		rows, err := csv.NewReader(bytes.NewReader(d.CSV())).ReadAll()
		if err != nil || rows[1][0] != want {
			t.Errorf("%q became %q (%v), want %q", cell, rows[1], err, want)
		}
	}
}
