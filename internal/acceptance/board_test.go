package acceptance

import (
	"strings"

	"minhbach/internal/locale/hear"
	"minhbach/internal/model"
)

// onSheet holds a figure of a unit in the line of its chapter, on the sheet of the unit.
func (v *voices) onSheet(f *model.Figure) {
	if f.Scope != model.OfUnit || f.Table.Chapter == nil || f.Table.Round != v.portal.Newest() {
		return
	}
	page := "niem-yet/don-vi/" + f.Unit.ID + ".html"
	for _, row := range elements(v.page(page).doc, "div") {
		if hasClass(row, "sheet-row") && text(first(row, "topic")) == f.Table.Chapter.Topic {
			said, want := text(first(row, "val")), v.shown(f)
			if f.SameAs != nil {
				want = f.SameAs.Text // "as above" says nothing where nothing stands above
			}
			if f.Value == nil && strings.Contains(said, want) {
				said = want
			}
			v.hold(f, "sheet", page, within(said, want), want)
			return
		}
	}
	v.missing(f, "sheet", page)
}

// inBulletin holds a number of a unit as it is heard in the unit's bulletin, where there was time to tell it.
func (v *voices) inBulletin(f *model.Figure) {
	if f.Scope != model.OfUnit || f.Value == nil || f.Table.Round != v.portal.Newest() {
		return
	}
	file := "don-vi/" + f.Unit.ID + ".txt"
	for _, line := range strings.Split(string(v.files[file]), "\n") {
		what, said, ok := strings.Cut(strings.TrimSuffix(line, "."), ": ")
		if !ok || !strings.HasPrefix(strings.ToLower(what), strings.ToLower(v.loc.Aloud(f.Table.Indicator.Name))) {
			continue
		}
		said, _, _ = strings.Cut(said, ",")
		n, err := hear.Number(v.loc.Tag(), strings.TrimSuffix(said, " "+v.loc.AloudMeasure(f.Table.Indicator.UnitMeasure)))
		if err != nil {
			v.hold(f, "bulletin", file, err.Error(), f.Value.String())
			continue
		}
		v.hold(f, "bulletin", file, n.RatString(), f.Value.Rat().RatString())
	}
}
