package render

import (
	"strings"
	"testing"

	"minhbach/internal/decimal"
	"minhbach/internal/derive"
	"minhbach/internal/history"
	"minhbach/internal/model"
	"minhbach/internal/narrative"
	"minhbach/layouts"
)

// provinceSite is a site of n units, the page of its first indicator, and that indicator's table, whose total is
// ten more than the units add up to.
func provinceSite(t *testing.T, n int, about string) (*page, *model.Table) {
	t.Helper()
	l, _ := catalog(t, "vi")
	p := syntheticProvince(n)
	table := p.Rounds[0].Tables[0]
	for _, u := range p.Units {
		u.Parent = nil
	}
	sum := decimal.FromInt(10)
	for _, f := range table.Units {
		sum = sum.Add(*f.Value)
	}
	plan := decimal.FromInt(3000)
	table.Units[0].Plan = &plan
	table.Total = &model.Figure{Table: table, Scope: model.OfTotal, State: model.Reported, Value: &sum, At: table.At}
	doc, findings := narrative.Parse("content/pages/about.md", []byte(about), 1)
	if len(findings) > 0 {
		t.Fatal(findings)
	}
	p.Pages = []*model.Page{{ID: "about", Doc: doc}}
	s, err := newSite(Input{Result: derive.All(p, p.Rounds[0].AsOf, strings.Compare), Log: &history.Log{}, Locale: l, Layouts: layouts.FS})
	if err != nil {
		t.Fatal(err)
	}
	return s.page(indicatorPath(table.Indicator), "figure", "x"), table
}

func TestComputedNumberStandsWithItsArithmeticAndItsInputs(t *testing.T) {
	p, table := provinceSite(t, 3, "{{ i0-0/u00000 as ratio }} {{ i0-0/u00001 as share }} {{ i0-0/u00002 less i0-1/u00001 }}\n")
	got := p.workings(table)
	for _, want := range []string{
		`<li id="computed.sum.y2023"><p class="who"><span>Các đơn vị có số, cộng lại: <b>3.003</b> <span class="small">triệu đồng</span></span></p>` +
			`<p class="what small">Do trang này tính lại; nguồn in 3.013. 3/3 đơn vị có số. <a class="src" href="../bao-cao/1-bc.html#III.1">`,
		`<a class="v" href="../don-vi/u00000.html#i0-0.y2023" title="Xã Đơn vị 00000">1.000</a> + <a class="v" href="../don-vi/u00001.html#i0-0.y2023" title="Xã Đơn vị 00001">1.001</a> + `,
		`>1.002</a> = 3.003</p>`,
		`<li id="computed.ratio.u00000.y2023">`, `<b>33,3%</b></span></p><p class="what small">Do trang này tính, nguồn không in.`, `>1.000</a> ÷ `, `>3.000</a> ≈ 33,3%</p>`,
		`<li id="computed.share.u00001.y2023">`, `>1.001</a> ÷ <a class="v" href="#total.y2023" title="Tổng số đã công bố">3.013</a> ≈ 33,2%</p>`,
		`<li id="computed.less.u00002.i0-1.u00001.y2023">`, `>1.002</a> − <a class="v" href="../don-vi/u00001.html#i0-1.y2023" title="Xã Đơn vị 00001">1.001</a> = 1</p>`,
	} {
		if !strings.Contains(got, want) {
			t.Errorf("no %s in\n%s", want, got)
		}
	}
	if strings.Contains(got, "computed.rest") {
		t.Error("every unit has a number: nothing is left of the total")
	}
}

func TestComputedBindingLeadsToItsArithmetic(t *testing.T) {
	p, _ := provinceSite(t, 3, "{{ i0-0/u00000 as ratio }} {{ i0-0/u00002@1-bc less i0-1/u00001 }}\n")
	for _, c := range []struct {
		ref  narrative.Ref
		want string
	}{
		{narrative.Ref{Table: "i0-0", Address: "total", Format: "sum"}, "so-lieu/i0-0.html#computed.sum.y2023"},
		{narrative.Ref{Table: "i0-0", Address: "u00000", Format: "ratio"}, "so-lieu/i0-0.html#computed.ratio.u00000.y2023"},
		{narrative.Ref{Table: "i0-0", Address: "u00002", Less: &narrative.Ref{Table: "i0-1", Address: "u00001", Round: "1-bc"}}, "so-lieu/i0-0.html#computed.less.u00002.i0-1.u00001.y2023"},
		{narrative.Ref{Table: "i0-0", Address: "u00000"}, ""},
		{narrative.Ref{Table: "i0-0", Format: "reported"}, "so-lieu/i0-0.html#ky-y2023"},
		{narrative.Ref{Table: "work", Format: "late"}, "cong-trinh.html#bang-cong-trinh"},
	} {
		if got := p.computedPath(c.ref); got != c.want {
			t.Errorf("%+v leads to %q, want %q", c.ref, got, c.want)
		}
	}
}

// A country's sum would be longer than its page: it is folded, and beyond hundreds of numbers the table above
// stands for it.
func TestLongArithmeticIsFolded(t *testing.T) {
	for n, want := range map[int]string{
		fewInputs:      `<p class="formula small"><a class="v"`,
		fewInputs + 1:  `<details><summary>Phép tính, 21 số</summary><p class="formula small"><a class="v"`,
		mostInputs + 1: `<p class="formula small"><a href="#ky-y2023">501 số, liệt kê ở bảng của kỳ này</a></p>`,
	} {
		p, table := provinceSite(t, n, "x\n")
		got := p.workings(table)
		if !strings.Contains(got, want) || n == fewInputs && strings.Contains(got, "<details>") {
			t.Errorf("%d numbers: no %s in %.600s", n, want, got)
		}
	}
}
