package check

import (
	"fmt"
	"strings"
	"testing"

	"minhbach/internal/decimal"
	"minhbach/internal/model"
)

func ids[T any](list []T, id func(T) string) string {
	var out []string
	for _, x := range list {
		out = append(out, id(x))
	}
	return strings.Join(out, " ")
}

func unitID(u *model.Unit) string { return u.ID }

func resolutionID(r *model.Resolution) string { return r.ID }

// same compares what was read, in one line each.
func same(t *testing.T, what string, got, want any) {
	t.Helper()
	if g, w := fmt.Sprint(got), fmt.Sprint(want); g != w {
		t.Errorf("%s: got %s, want %s", what, g, w)
	}
}

func TestThePortalIsReadWhole(t *testing.T) {
	p := portal(t)
	same(t, "settings", []any{p.Name, p.Place, p.PlaceLong, p.Council, p.Publisher, p.Official, p.Locale, p.BaseURL, p.Thresholds.Peers},
		"[Cổng thử TP. Thử thành phố Thử Hội đồng nhân dân thành phố Thử Nhóm thử false vi https://thu.example/cong 3]")
	same(t, "units", ids(p.Units, unitID), "thach-ha nam-ha van-yen cu thanh-pho khu-pho")
	old, quarter := p.Units[3], p.Units[5]
	same(t, "a unit through time", []any{old.Name, old.Kind.EN, old.ValidFrom.IsZero(), old.ValidTo, ids(old.Successors, unitID), quarter.Parent.ID},
		"[Phường Cũ ward true 2020-12-31 nam-ha van-yen thanh-pho]")
	same(t, "documents, those of the resolutions last", ids(p.Documents, func(d *model.Document) string { return d.Kind + ":" + d.ID }),
		"Báo cáo:1-bc Kế hoạch:2-kh Nghị quyết:36-2022 Nghị quyết:56-2022")
	plan := p.Documents[1]
	same(t, "a document", []any{plan.Guides[0].ID, plan.Round, plan.CitedAt, p.Documents[0].Based[0] == plan, p.Documents[0].Issuer.Name},
		"[36-2022 1-bc I true Hội đồng nhân dân thành phố]")
	same(t, "bodies", []any{p.Bodies[1].ID, p.Bodies[1].Units}, "[ubnd-px true]")
}

func TestIndicatorsBelongToTheirResolutions(t *testing.T) {
	p := portal(t)
	for id, want := range map[string]string{
		"trees": "36-2022", "attained": "36-2022 56-2022", "plan": "", "revenue": "56-2022",
	} {
		for _, i := range p.Indicators {
			if i.ID == id {
				same(t, id, ids(i.Resolutions, resolutionID), want)
			}
		}
	}
	res := p.Resolutions[0]
	same(t, "those of a resolution", ids(res.Indicators, func(i *model.Indicator) string { return i.ID }), "trees pupils stage attained")
	same(t, "its provision", []any{res.Provisions[0].ID, res.Provisions[0].Place, res.Doc.CitedAt}, "[d4 Điều 4 I/b1]")
	pupils, average := p.Indicators[1], p.Indicators[5]
	same(t, "a breakdown", []any{pupils.Breakdown, pupils.Categories, pupils.Direction}, "[level [{primary Tiểu học} {preschool Mầm non}] neither]")
	same(t, "an average", ids(average.AverageOf, func(i *model.Indicator) string { return i.ID }), "revenue trees")
}

// cell is a figure in one line: state, value, plan, percent, published, place.
func cell(f *model.Figure) string {
	parts := []string{f.Address(), string(f.State)}
	for _, n := range []*decimal.Decimal{f.Value, f.Plan, f.Percent} {
		if n == nil {
			parts = append(parts, "-")
			continue
		}
		parts = append(parts, n.String())
	}
	return strings.Join(append(parts, f.Published, f.Text, f.At.String()), "|")
}

func TestFiguresAreReadAsTheSourcePrintsThem(t *testing.T) {
	round := portal(t).Newest()
	for table, want := range map[string]string{
		"trees": "total|reported|32670|-|-|32.670||III.1/p1 thach-ha|reported|11383|-|-|11.383||III.1/p1 nam-ha|reported|844|-|-|844||III.1/p1 " +
			"van-yen|in-progress|-|-|-|||III.1/p1",
		"revenue-2023": "total|reported|1273.5|-|-|1.273,5||III.5/total/thu city|reported|30|-|-|30||III.5 " +
			"thach-ha|reported|1100|14170|7.4|1.100/14.170=7,4%||III.5/r1/thu nam-ha|reported|173.5|-|-|173,5||III.5/r2/thu van-yen|blank|-|-|-|||III.5/r3/thu",
		"attained": "thach-ha|reported|232|-|-|232%||III.5 nam-ha|reported|-|-|7.5|7,5%||III.5",
		"pupils":   "total|reported|122|-|-|122||III.1/p1 part.primary|reported|63|-|-|63||III.1/p1 part.preschool|reported|59|-|-|59 cháu||III.1/p1",
		"stage":    "count.identified|reported|1|-|-|01 đơn vị||III.1 thach-ha|told|-|-|-||Có báo cáo|III.1 nam-ha|identified|-|-|-|||III.1",
		"plan":     "thach-ha|preparing|-|-|-|Đang làm hồ sơ|Đang làm hồ sơ|III.5 nam-ha|told|-|-|-|Như trên|Như trên|III.5",
	} {
		same(t, table, ids(round.Table(table).All(), cell), want)
	}
	plan, revenue := round.Table("plan"), round.Table("revenue-2023")
	same(t, "as above", plan.Units[1].SameAs == plan.Units[0], true)
	same(t, "a table", []any{revenue.Indicator.ID, revenue.Period.ID, revenue.Source.ID, revenue.Chapter.ID, revenue.Key(), revenue.Open,
		round.Table("trees").Open, round.Table("trees").Source.ID}, "[revenue y2023 2-kh 56-2022 revenue.y2023 false true 1-bc]")
	same(t, "looking up a unit", revenue.Of(revenue.Units[1].Unit) == revenue.Units[1], true)
	same(t, "a note", round.Table("trees").Units[1].Note, "ít")
}

func TestEnglishPortalsPrintNumbersTheEnglishWay(t *testing.T) {
	p := portal(t, change{fPortal, `locale = "vi"`, `locale = "en"`})
	same(t, "published", p.Newest().Table("revenue-2023").Total.Published, "1,273.5")
	same(t, "a resolution's kind", p.Resolutions[0].Doc.Kind, "Resolution")
}

func TestTheRoundIsReadWhole(t *testing.T) {
	p := portal(t)
	r := p.Newest()
	same(t, "report", []any{r.ID, r.Document.Number, r.AsOf, r.Scope, r.Columns["thu"], r.Periods[0].Complete, r.Periods[1].Complete, len(r.Sections)},
		"[1-bc 1/BC-HĐND 2023-04-21 Khảo sát Kết quả thu % true false 3]")
	same(t, "chapters", ids(r.Chapters, func(c *model.Chapter) string {
		return c.ID + ":" + c.Topic + ":" + ids(c.Resolutions, resolutionID) + ":" + ids(c.Tables, func(t *model.Table) string { return t.ID })
	}), "36-2022:Cây xanh:36-2022:trees pupils stage 56-2022:Ngân sách:56-2022:revenue-2023 attained plan")
	ch := r.Chapters[0]
	same(t, "announced", *ch.Announced == model.Announced{N: 5, Published: "5 cơ chế", At: model.Place{Section: "III.1", Bullet: 1}, Pos: ch.Announced.Pos}, true)
	m := ch.Mechanisms[0]
	same(t, "a mechanism", []any{m.Provision.ID, m.N, m.Of, m.State, ids(m.Units, unitID), m.Items[0].Name, m.Items[0].Unit.ID, m.Items[0].As, len(r.Mechanism)},
		"[d4 2 mô hình preparing thach-ha Hợp tác xã thach-ha Thạch Hà 1]")
	w := r.Works[0]
	same(t, "a work", []any{w.Name, w.Unit.ID, w.States, w.At, w.AlsoAt, w.Passage.Text, w.Figure.Address(), w.Chapter.ID},
		"[Đường A thach-ha [late in-debt] III.5/b1 [III.5/r1/thu] Đường A; đường B. thach-ha 56-2022]")
	all, late := r.Mentions[0], r.Mentions[1]
	same(t, "mentions", []any{all.Kind, all.AllUnits, len(all.Units), all.Chapter.ID, late.AllUnits, late.State, late.Chapter == nil},
		"[well true 0 36-2022 false not-settled true]")
	same(t, "a shortcoming", []any{ids(r.Shortcomings[0].Units, unitID), r.Shortcomings[0].Open}, "[nam-ha van-yen true]")
	s := r.Recommendations[0]
	same(t, "a recommendation", []any{s.Addressees[0].ID, ids(s.Resolutions, resolutionID), s.Documents[0].ID, s.Deadline, s.Due}, "[ubnd-px 36-2022 56-2022 2-kh quý II/2023 2023-06-30]")
	same(t, "a note on a reconciliation", []any{r.Checks[0].Of, r.Checks[0].Status, r.Checks[0].Note, r.Checks[0].Document.ID, r.Checks[0].Pos},
		"[sum.trees corrected Đính chính bằng văn bản. 2-kh data/reports/1-bc/registers.toml:27:6]")
	same(t, "all units are those of that day, none made up of others", ids(s.Units, unitID), "thach-ha nam-ha van-yen khu-pho")
}

func TestNarrativeStandsWithWhatItTellsOf(t *testing.T) {
	p := portal(t)
	res := p.Resolutions[0].Narrative
	same(t, "front matter", []any{res.Front.Title, res.Front.Round, len(res.Front.Lead.Refs()), res.Front.Sentence == nil, res.Front.Facts[0].ID,
		res.Front.Facts[0].Label, res.Front.Facts[0].Source, res.Front.Facts[0].Check}, "[Trồng cây 1-bc 2 true total Cây III.1/p1 trees]")
	f := res.Figures()[0]
	same(t, "a figure", []any{f.Kind, f.Tables, f.Title}, "[parts [pupils] Học sinh]")
	same(t, "others", []any{p.Units[1].Narrative != nil, p.Units[0].Narrative == nil, p.Newest().Narrative != nil, p.Pages[0].ID, p.Pages[0].Doc != nil},
		"[true true true about true]")
}

func TestRoundsComeOldestFirstAndATextNamesItsOwn(t *testing.T) {
	files := broken(t,
		change{fDocs, "[document.2-kh]", "[document.0-bc]\nnumber = \"0/BC\"\nkind = \"Báo cáo\"\n[document.2-kh]"},
		change{fAbout, "+++\nTỷ lệ", "round = \"1-bc\"\n+++\n{{ trees/total@0-bc }} {{ trees/thach-ha }}"})
	for name, text := range map[string]string{
		"data/reports/0-bc/report.toml": "as-of = 2022-04-21\n[period.p]\nname = \"x\"\n",
		"data/reports/0-bc/all.toml":    "[figures.trees]\nperiod = \"p\"\nat = \"I\"\ntotal = 7\n",
	} {
		for f, body := range filesOf(map[string]string{name: text}) {
			files[f] = body
		}
	}
	const text = "content/units/nam-ha.md"
	if p, findings := load(files); p != nil || len(findings) != 1 || findings[0].Rule != ruleWhichRound || findings[0].Pos.File != text || !strings.Contains(findings[0].Hint("vi"), `round = "0-bc"`) {
		t.Errorf("a text that could be of two rounds: %v", told(findings))
	}
	files[text].Data = []byte(ofFirst + string(files[text].Data))
	p, findings := load(files)
	if len(findings) > 0 {
		t.Fatal(told(findings))
	}
	refs := p.Units[1].Narrative.Refs()
	same(t, "the round of a binding", []any{refs[0].Table, refs[0].Round}, "[revenue-2023 1-bc]")
	same(t, "rounds", ids(p.Rounds, func(r *model.Round) string { return r.ID }), "0-bc 1-bc")
	same(t, "a table outside any chapter", []any{p.Rounds[0].Tables[0].Chapter == nil, len(p.Rounds[0].Chapters)}, "[true 0]")
}

func TestPeersHaveADefault(t *testing.T) {
	same(t, "peers", portal(t, change{fPortal, "[thresholds]\npeers = 3\n", ""}).Thresholds.Peers, 5)
}

func TestSourcesWriteNumbersAsThePortalDoesUnlessItSaysOtherwise(t *testing.T) {
	same(t, "as the portal", portal(t).SourceLocale, "vi")
	p := portal(t, change{fPortal, `locale = "vi"`, "locale = \"en\"\nsource-locale = \"vi\""})
	same(t, "languages", []any{p.Locale, p.SourceLocale, p.Rounds[0].Table("trees").Of(p.Units[0]).Published}, "[en vi 11.383]")
}
