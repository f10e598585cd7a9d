package scaffold

import (
	"path"
	"slices"
	"strings"
	"time"

	"minhbach/internal/check"
	"minhbach/internal/source"
)

const (
	unitsPath     = "data/units.toml"
	documentsPath = "data/documents.toml"
	reportsPath   = "data/reports"
	reportName    = "report.toml"
)

func resolutionPath(id string) string { return "data/resolutions/" + id + ".toml" }

// resolution begins data/resolutions/ID.toml. Documents and resolutions share their ids.
func (p *plan) resolution() error {
	if err := p.free(documentsPath, "document"); err != nil {
		return err
	}
	name := resolutionPath(p.ID)
	if err := p.fileFree(name); err != nil {
		return err
	}
	w := p.writer()
	w.prose(with(textResolution, p.ID).In(p.Lang))
	w.line("")
	w.record(recordOf(name), nil)
	for _, part := range []string{"provision", "indicator"} {
		w.line("")
		w.prose(textsOf[part].In(p.Lang))
		w.example(part+"."+textExampleID.In(p.Lang), recordOf(name).Part(part))
	}
	p.create(name, w)
	return nil
}

// unit begins [unit.ID].
func (p *plan) unit() error {
	if check.Reserved(p.ID) {
		return refuse(textReserved, p.ID)
	}
	if err := p.free(unitsPath, "unit"); err != nil {
		return err
	}
	w := p.writer()
	if kinds := p.kinds(); len(kinds) > 0 {
		w.prose(with(textKinds, strings.Join(kinds, ", ")).In(p.Lang))
	} else {
		w.prose(textNoKinds.In(p.Lang))
		w.example("kind."+textExampleID.In(p.Lang), recordOf(unitsPath).Part("kind"))
		w.line("")
	}
	w.line("[unit." + p.ID + "]")
	w.record(recordOf(unitsPath).Part("unit"), nil)
	return p.add(unitsPath, w)
}

// kinds are the kinds of unit that the portal has.
func (p *plan) kinds() []string {
	f := p.tree.File(unitsPath)
	if f == nil {
		return nil
	}
	return keys(f.Root.Get("kind"))
}

func keys(v *source.Value) (out []string) {
	if v == nil || v.Kind != source.TableKind {
		return nil
	}
	for _, e := range v.Table.Fields {
		out = append(out, e.Key)
	}
	return out
}

// report begins data/reports/ID/report.toml, and [document.ID] where there is none.
func (p *plan) report() error {
	if err := p.fileFree(resolutionPath(p.ID)); err != nil {
		return err
	}
	dir := path.Join(reportsPath, p.ID)
	if err := p.fileFree(dir); err != nil {
		return err
	}
	name := path.Join(dir, reportName)
	w := p.writer()
	w.prose(with(textReport, dir).In(p.Lang))
	w.line("")
	w.record(recordOf(name), nil)
	for _, part := range []string{"period", "section"} {
		w.line("")
		w.prose(textsOf[part].In(p.Lang))
		w.example(part+"."+textExampleID.In(p.Lang), recordOf(name).Part(part))
	}
	p.create(name, w)
	if p.free(documentsPath, "document") == nil {
		w := p.writer()
		w.line("[document." + p.ID + "]")
		w.record(recordOf(documentsPath).Part("document"), nil)
		return p.add(documentsPath, w)
	}
	return p.sound(documentsPath)
}

// work begins [work.ID] where the works of the report stand.
func (p *plan) work() error {
	dir, err := p.reportDir()
	if err != nil {
		return err
	}
	into := path.Join(dir, "works.toml")
	found := p.tree.File(into) != nil
	for _, f := range p.tree.Under(dir) {
		if err := p.free(f.Path, "work"); err != nil {
			return err
		}
		if f.Root.Get("work") != nil && !found {
			into, found = f.Path, true
		}
	}
	w := p.writer()
	w.line("[work." + p.ID + "]")
	w.record(recordOf(into).Part("work"), nil)
	return p.add(into, w)
}

// reportDir is the folder of the report that is meant: the one that is named, else the newest. Where one has no day
// yet, nobody can say which that is.
func (p *plan) reportDir() (string, error) {
	newest, day, undated := "", "", ""
	var ids []string
	for _, f := range p.tree.Files {
		if dir := path.Dir(f.Path); path.Base(f.Path) == reportName && path.Dir(dir) == reportsPath {
			ids = append(ids, path.Base(dir))
			switch v := f.Root.Get("as-of"); {
			case v == nil || !isDay(v.Text):
				undated = path.Base(dir)
			case v.Text >= day:
				newest, day = path.Base(dir), v.Text
			}
		}
	}
	switch {
	case len(ids) == 0:
		return "", refuse(textNoReport)
	case p.Report != "" && !slices.Contains(ids, p.Report):
		return "", refuse(textUnknownReport, p.Report, strings.Join(ids, ", "))
	case p.Report != "":
		newest = p.Report
	case undated != "" && len(ids) > 1:
		return "", refuse(textWhichReport, undated, p.ID)
	case newest == "":
		newest = ids[0]
	}
	return path.Join(reportsPath, newest), nil
}

func isDay(text string) bool {
	_, err := time.Parse(time.DateOnly, text)
	return err == nil
}

// page begins content/pages/ID.md.
func (p *plan) page() error {
	name := "content/pages/" + p.ID + ".md"
	if err := p.fileFree(name); err != nil {
		return err
	}
	w := p.writer()
	w.line("+++")
	w.record(check.Front, map[string]string{"title": `""`})
	w.line("+++")
	w.line("")
	p.create(name, w)
	return nil
}

// recordOf is the format of a file of data/.
func recordOf(name string) *check.Record {
	f, _ := check.FormatOf(name)
	return f.Record
}
