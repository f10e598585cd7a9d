package check

import (
	"path"
	"slices"
	"strings"

	"minhbach/internal/model"
	"minhbach/internal/source"
)

// stem is a file's name without its ending: the id of what the file holds.
func stem(name string) string {
	base := path.Base(name)
	return strings.TrimSuffix(base, path.Ext(base))
}

// readResolutions reads data/resolutions/.
func (c *checker) readResolutions() {
	files := c.tree.Under(resolutionsPath)
	for _, f := range files {
		c.holdFile(f, resolutionFile)
		c.resolution(f)
	}
	var rows []row
	for _, f := range files {
		for _, r := range c.records(f.Root, resolutionFile.Parts[1]) {
			if c.indicator(r, stem(f.Path)) {
				rows = append(rows, r)
			}
		}
	}
	for _, r := range rows {
		c.average(r)
	}
}

func (c *checker) resolution(f *source.File) {
	at := fileOf(f.Path)
	r := row{id: stem(f.Path), at: at, table: f.Root}
	c.checkID(r.id, at)
	res := &model.Resolution{ID: r.id, Doc: c.document(r, c.say(resolutionWord)), Topic: r.text("topic"), Pos: at.pos}
	if !c.documents.add(c, r.id, at, res.Doc) || !c.resolutions.add(c, r.id, at, res) {
		return
	}
	c.portal.Documents = append(c.portal.Documents, res.Doc)
	c.portal.Resolutions = append(c.portal.Resolutions, res)
	for _, p := range c.records(f.Root, resolutionFile.Parts[0]) {
		res.Provisions = append(res.Provisions, &model.Provision{ID: p.id, Name: p.text("name"), Place: p.text("place"), Pos: p.at.pos})
	}
}

// indicator reads one indicator of a resolution's file; false where its id is taken.
func (c *checker) indicator(r row, home string) bool {
	i := &model.Indicator{ID: r.id, Name: r.text("name"), Short: r.text("short"), UnitMeasure: r.text("unit-of-measure"),
		Measure: model.Measure(r.text("measure")), Summable: r.bool("summable"), Direction: model.Direction(r.text("direction")),
		Headline: r.bool("headline"), Breakdown: r.text("breakdown"), Note: r.text("note"), Pos: r.at.pos}
	if i.Direction == "" {
		i.Direction = model.Neither
	}
	if v := r.get("breakdown", source.String); v != nil && i.Breakdown != "" {
		c.checkID(v.Text, valueOf(v))
	}
	for _, v := range r.fields("categories") {
		c.checkID(v.Key, keyOf(v))
		c.holdValue(v, &Field{Name: v.Key, Type: Text})
		i.Categories = append(i.Categories, model.Category{ID: v.Key, Name: v.Text})
	}
	if (i.Breakdown == "") != (len(i.Categories) == 0) && !r.table.Broken {
		c.find(r.at, ruleBreakdown, r.id)
	}
	i.Resolutions = c.resolutions.all(c, r.list("resolutions"))
	if res := c.resolutions.byID[home]; res != nil && r.table.Get("resolutions") == nil {
		i.Resolutions = []*model.Resolution{res}
	}
	if !c.indicators.add(c, r.id, r.at, i) {
		return false
	}
	c.unsureOf[i] = r.bad
	c.portal.Indicators = append(c.portal.Indicators, i)
	for _, res := range i.Resolutions {
		if !slices.Contains(res.Indicators, i) {
			res.Indicators = append(res.Indicators, i)
		}
	}
	return true
}

// average looks up the two indicators whose totals give an average.
func (c *checker) average(r row) {
	v := r.get("average-of", source.ListKind)
	if v == nil {
		return
	}
	if len(v.List) != 2 {
		c.find(valueOf(v), ruleAverage, len(v.List))
		return
	}
	c.indicators.byID[r.id].AverageOf = c.indicators.all(c, r.list("average-of"))
}

// provision returns the provision that a value names, of one of the resolutions.
func (c *checker) provision(v *source.Value, of []*model.Resolution) *model.Provision {
	if v == nil || v.Kind != source.String {
		return nil
	}
	var known, files []string
	for _, res := range of {
		for _, p := range res.Provisions {
			if p.ID == v.Text {
				return p
			}
			known = append(known, p.ID)
		}
		files = append(files, resolutionsPath+"/"+res.ID+".toml")
	}
	c.unknownID(valueOf(v), v.Text, nounProvision, strings.Join(files, ", "), known)
	return nil
}
