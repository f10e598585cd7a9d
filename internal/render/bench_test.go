package render

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"minhbach/internal/decimal"
	"minhbach/internal/derive"
	"minhbach/internal/history"
	"minhbach/internal/model"
	"minhbach/layouts"
)

// syntheticProvince is a portal of n units below provinces of a hundred, six chapters of two tables.
func syntheticProvince(n int) *model.Portal {
	kind := &model.Kind{ID: "xa", Name: "xã", EN: "commune"}
	doc := &model.Document{ID: "1-bc", Number: "1/BC", Kind: "Báo cáo", Issued: model.Date{Year: 2023, Month: 4, Day: 21}}
	period := &model.Period{ID: "y2023", Name: "năm 2023", Complete: true}
	r := &model.Round{ID: "1-bc", Document: doc, AsOf: doc.Issued, Periods: []*model.Period{period}}
	p := &model.Portal{Name: "Thử", Place: "Thử", PlaceLong: "nơi thử", Locale: "vi", Kinds: []*model.Kind{kind},
		Documents: []*model.Document{doc}, Rounds: []*model.Round{r}, Thresholds: model.Thresholds{Peers: 3}}
	var parent *model.Unit
	for i := range n {
		u := &model.Unit{ID: fmt.Sprintf("u%05d", i), Name: fmt.Sprintf("Đơn vị %05d", i), Kind: kind}
		if i%100 == 0 {
			parent = u
		} else {
			u.Parent = parent
		}
		p.Units = append(p.Units, u)
	}
	for c := range 6 {
		res := &model.Resolution{ID: fmt.Sprintf("%d-2022", c+1), Topic: "Chủ đề", Doc: &model.Document{Number: fmt.Sprintf("%d/NQ", c+1), Kind: "Nghị quyết"}}
		ch := &model.Chapter{ID: res.ID, Round: r, At: model.Place{Section: fmt.Sprintf("III.%d", c+1)}, Resolutions: []*model.Resolution{res}, Topic: res.Topic}
		p.Resolutions = append(p.Resolutions, res)
		r.Chapters = append(r.Chapters, ch)
		for k := range 2 {
			ind := &model.Indicator{ID: fmt.Sprintf("i%d-%d", c, k), Name: "Chỉ số", UnitMeasure: "triệu đồng", Measure: model.Money, Summable: true, Headline: c == 0, Resolutions: []*model.Resolution{res}}
			p.Indicators = append(p.Indicators, ind)
			t := &model.Table{ID: ind.ID, Indicator: ind, Round: r, Chapter: ch, Period: period, Source: doc, At: ch.At}
			for i, u := range p.Units {
				v := decimal.FromInt(int64(1000 + i))
				t.Units = append(t.Units, &model.Figure{Table: t, Scope: model.OfUnit, Unit: u, State: model.Reported, Value: &v, Published: v.String(), At: ch.At})
			}
			t.Index()
			ch.Tables = append(ch.Tables, t)
			r.Tables = append(r.Tables, t)
		}
	}
	return p
}

// BenchmarkPages renders a whole site of two thousand units, each page built and thrown away.
func BenchmarkPages(b *testing.B) {
	l, _ := catalog(b, "vi")
	p := syntheticProvince(2000)
	in := Input{Result: derive.All(p, p.Rounds[0].AsOf, strings.Compare), Log: &history.Log{}, Locale: l, Layouts: layouts.FS, Assets: Assets{CSS: "a.css", JS: "a.js", Icon: "a.svg"}}
	var bytes, pages int
	for b.Loop() {
		bytes, pages = 0, 0
		s, err := New(in)
		if err != nil {
			b.Fatal(err)
		}
		for pg, err := range s.Pages(context.Background()) {
			if err != nil {
				b.Fatal(err)
			}
			bytes += len(pg.Body)
			pages++
		}
	}
	b.ReportMetric(float64(pages)*float64(b.N)/b.Elapsed().Seconds(), "pages/s")
	b.ReportMetric(float64(bytes)/1e6, "MB/site")
}
