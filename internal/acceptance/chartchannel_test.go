package acceptance

import (
	"bytes"
	"encoding/json"
	"slices"
	"strings"

	"golang.org/x/net/html"

	"minhbach/internal/model"
)

// picture is one chart of a page, read from both of its forms.
type picture struct {
	page   string
	id     string
	static map[string][]string // the values of a row, by its label
	live   map[string][]bar    // the same of the interactive chart; nil without one
}

// bar is an item of the interactive chart.
type bar struct {
	Value *json.Number
	Text  string
	State string
}

// said is what a bar is labelled with.
func (b bar) said() string {
	if b.Value == nil {
		return b.State
	}
	return b.Text
}

// chartKinds are the beginnings of a chart's id and the kind that they stand for.
var chartKinds = map[string]string{
	"hinh-bars-": "bars", "hinh-pairs-": "pairs", "hinh-parts-": "parts", "hinh-plan-": "plan", "hinh-stages-": "stages", "hinh-ty-le-": "percents", "cung-loai-": "bars",
}

// charts holds every chart of the site against the tables that it draws.
func (v *voices) charts() {
	paired := v.paired()
	for _, p := range v.pages {
		for _, fig := range elements(p.doc, "figure") {
			known := hasClass(fig, "matrix-live")
			if known {
				v.matrix(p, fig)
			}
			for start, kind := range chartKinds {
				id, ok := strings.CutPrefix(attr(fig, "id"), start)
				if !ok {
					continue
				}
				for _, r := range v.portal.Rounds {
					if t := r.Table(id); t != nil {
						known = true
						v.chart(readChart(p, fig), kind, append([]*model.Table{t}, paired[kind+" "+id]...))
					}
				}
			}
			if !known {
				v.wrong = append(v.wrong, p.path+" has a chart that nobody holds: "+attr(fig, "id"))
			}
		}
	}
}

// matrix holds the numbers of units in the cells of the matrix: those of the page, and of its interactive form.
func (v *voices) matrix(p *page, fig *html.Node) {
	var live struct {
		Series []struct {
			Data []struct {
				Value [3]int
				Text  string
			}
		}
		YAxis []struct{ Data []struct{ Value string } }
	}
	if err := json.Unmarshal([]byte(elements(fig, "script")[0].FirstChild.Data), &live); err != nil {
		v.wrong = append(v.wrong, p.path+": "+err.Error())
		return
	}
	rows := map[string]*html.Node{}
	topics := map[string]int{}
	for _, e := range elements(p.doc, "table") {
		if !hasClass(e, "matrix") {
			continue
		}
		for i, th := range elements(elements(e, "thead")[0], "th") {
			if topic := first(th, "topic"); topic != nil {
				name, _, _ := strings.Cut(text(topic), ", ")
				topics[name] = i
			}
		}
		for _, tr := range elements(e, "tr") {
			rows[text(elements(tr, "th")[0])] = tr
		}
	}
	for _, t := range v.portal.Newest().Tables {
		for _, f := range t.Units {
			if f.Value == nil || t.Chapter == nil {
				continue
			}
			name, _, _ := strings.Cut(t.Chapter.Topic, ", ")
			column, shown := topics[name], v.shown(f)
			v.hold(f, "matrix", p.path, within(text(elements(rows[f.Unit.Name], "th", "td")[column]), shown), shown)
			for _, item := range live.Series[0].Data {
				if item.Value[0] == column-1 && live.YAxis[0].Data[item.Value[1]].Value == f.Unit.Name {
					v.hold(f, "interactive", p.path, within(item.Text, shown), shown)
				}
			}
		}
	}
}

// within is the number if the text has it as a word of its own, else the text.
func within(text, number string) string {
	for _, word := range strings.FieldsFunc(text, func(r rune) bool { return !strings.ContainsRune("0123456789.,%", r) }) {
		if strings.Trim(word, ".,") == number {
			return number
		}
	}
	return text
}

// paired are the further tables of a chart, by kind and first table.
func (v *voices) paired() map[string][]*model.Table {
	out := map[string][]*model.Table{}
	for _, r := range v.portal.Resolutions {
		if r.Narrative == nil {
			continue
		}
		for _, fig := range r.Narrative.Figures() {
			key := fig.Kind + " " + fig.Tables[0]
			out[key] = nil
			for _, id := range fig.Tables[1:] {
				out[key] = append(out[key], v.portal.Newest().Table(id))
			}
		}
	}
	return out
}

func readChart(p *page, fig *html.Node) picture {
	d := picture{page: p.path, id: attr(fig, "id"), static: map[string][]string{}}
	for _, li := range elements(fig, "li") {
		label := elements(li)[0]
		for _, e := range elements(li, "h4", "h5") {
			label = e
		}
		var values []string
		for _, e := range elements(li) {
			switch {
			case hasClass(e, "v"):
				values = append(values, leading(e))
			case e.Data == "div" && hasClass(e, "row"):
				values = append(values, inRow(e))
			}
		}
		d.static[text(label)] = values
	}
	for _, e := range elements(fig, "script") {
		d.live = readOption([]byte(e.FirstChild.Data))
	}
	return d
}

// inRow is what a row of a pair says: its number, a mark beside it apart, else its state.
func inRow(row *html.Node) string {
	if b := elements(row, "b"); len(b) > 0 {
		return text(b[0])
	}
	spans := elements(row, "span")
	return text(spans[len(spans)-1])
}

func readOption(body []byte) map[string][]bar {
	var option struct {
		Series []struct{ Data []bar }
		YAxis  []struct{ Data []struct{ Value string } }
	}
	if err := json.NewDecoder(bytes.NewReader(body)).Decode(&option); err != nil || len(option.YAxis) == 0 {
		return map[string][]bar{}
	}
	out := map[string][]bar{}
	for i, row := range option.YAxis[0].Data {
		for _, s := range option.Series {
			out[row.Value] = append(out[row.Value], s.Data[i])
		}
	}
	return out
}

// chart holds one chart: every figure that it draws, in both forms.
func (v *voices) chart(d picture, kind string, tables []*model.Table) {
	switch kind {
	case "stages":
		v.stages(d, tables[0])
	case "parts":
		for _, f := range tables[0].Parts {
			v.bar(d, f, f.Category.Name, 0, v.shown(f), written(f.Value))
		}
	case "plan":
		for _, f := range tables[0].Units {
			v.bar(d, f, f.Unit.Name, 0, v.shown(f), written(f.Value))
			if f.Plan != nil {
				v.bar(d, f, f.Unit.Name, 1, v.number(f, f.Plan.String()), written(f.Plan))
			} else {
				v.bar(d, f, f.Unit.Name, 1, v.loc.T("plan.none"), "")
			}
		}
	case "percents":
		for i, t := range tables {
			for _, f := range t.Units {
				v.percentBar(d, f, i)
			}
		}
	default:
		for i, t := range tables {
			for _, f := range t.Units {
				if _, there := d.static[f.Unit.Name]; there || !strings.HasPrefix(d.id, "cung-loai-") { // peers are of one kind
					v.bar(d, f, f.Unit.Name, i, v.shown(f), written(f.Value))
				}
			}
		}
	}
}

func (v *voices) percentBar(d picture, f *model.Figure, series int) {
	switch {
	case f.Value == nil:
		v.bar(d, f, f.Unit.Name, series, v.shown(f), "")
	case f.Percent == nil:
		v.bar(d, f, f.Unit.Name, series, v.loc.T("percent.none"), "")
	default:
		v.bar(d, f, f.Unit.Name, series, v.percent(f), written(f.Percent))
	}
}

// bar holds one value of a row; plain is its number, "" for a gap, which is never 0.
func (v *voices) bar(d picture, f *model.Figure, label string, series int, want, plain string) {
	if series >= len(d.static[label]) {
		v.missing(f, "chart", d.page+"#"+d.id)
		return
	}
	v.hold(f, "chart", d.page, d.static[label][series], want)
	if d.live == nil {
		return
	}
	if series >= len(d.live[label]) {
		v.missing(f, "interactive", d.page+"#"+d.id)
		return
	}
	b := d.live[label][series]
	value := ""
	if b.Value != nil {
		value = b.Value.String()
	}
	v.hold(f, "interactive", d.page, b.said(), want)
	v.hold(f, "interactive", d.page, value, plain)
}

// stages holds a chart of states: every unit stands with its own, and a row counts the units it names.
func (v *voices) stages(d picture, t *model.Table) {
	for _, f := range t.Units {
		word := v.loc.T("state." + string(f.State))
		var names []string
		for _, li := range elements(v.byID(d.page, d.id), "li") {
			if text(elements(li)[0]) == word {
				for _, a := range elements(li, "a") {
					names = append(names, text(a))
				}
			}
		}
		got := word
		if !slices.Contains(names, f.Unit.Name) {
			got = strings.Join(names, ", ")
		}
		v.hold(f, "chart", d.page, got, word)
	}
	for _, f := range t.Counts {
		v.bar(d, f, v.loc.T("state."+string(f.Counted)), 0, v.shown(f), written(f.Value))
	}
}
