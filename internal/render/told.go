package render

import (
	"slices"
	"strings"

	"minhbach/internal/history"
	"minhbach/internal/model"
	"minhbach/internal/narrative"
)

// Told is what a page tells, as far as it can change: the newest day on which the log has something of it, ""
// where the log has nothing; and the files of the portal that hold the rest, a folder with a slash at its end.
type Told struct {
	Path  string
	Day   string
	Files []string
}

// everything is told, in part, by the home page and the registers.
const everything = "data/"

// Listed is how many pages Told gives.
func (s *Site) Listed() int {
	return len(s.builders) - len(s.formers()) - len(s.toldUnits()) - len(s.toldResolutions()) - 1
}

// Told gives every page that a search engine should know with what it tells. Pages that stand for another one,
// and the one for what is not there, are none of them.
func (s *Site) Told() []Told {
	var out []Told
	add := func(path, day string, files ...string) { out = append(out, Told{path, day, files}) }
	for path, id := range map[string]string{homePath: "home", checksPath: "checks", dataPath: "data", worksPath: "works",
		resolutionsPath: "", unitsPath: "", recommendationsPath: "", shortcomingsPath: "", documentsPath: ""} {
		add(path, "", append(written(s.narrativeOf(id)), everything)...)
	}
	add(statesPath, "", written(s.narrativeOf("states"))...)
	add(changesPath, newest(s.Log.Entries))
	add(indexPath, "", everything, "content/pages/")
	for _, part := range s.indexParts() {
		add(indexPartPath(part), "", everything)
	}
	for _, part := range s.past.parts {
		day := ""
		for _, b := range part.Batches {
			day = max(day, b.Date, b.ReasonDate)
		}
		add(partPath(part.ID), day)
	}
	for _, pg := range s.freePages() {
		add(pagePath(pg.ID), "", withData(pg.Doc)...)
	}
	for _, r := range s.portal.Rounds {
		add(reportPath(r), "", append(written(r.Narrative), "data/reports/"+r.ID+"/", "data/documents.toml")...)
	}
	for _, r := range s.portal.Resolutions {
		add(resolutionPath(r), s.newestOf(history.Subject{Resolution: r}), s.filesOfResolution(r)...)
	}
	days := s.newestByIndicator()
	for _, i := range s.portal.Indicators {
		add(indicatorPath(i), days[i.ID], i.Pos.File)
	}
	for _, u := range s.portal.Units {
		add(unitPath(u), s.newestOf(history.Subject{Unit: u}), s.filesOfUnit(u)...)
	}
	slices.SortFunc(out, func(a, b Told) int { return strings.Compare(a.Path, b.Path) })
	return out
}

// newestByIndicator is the newest day of the log on each indicator, which an entry may have changed.
func (s *site) newestByIndicator() map[string]string {
	days := map[string]string{}
	for _, e := range s.Log.Entries {
		for _, f := range []*history.Fact{e.Old, e.New} {
			if f != nil && f.Indicator != "" {
				days[f.Indicator] = max(days[f.Indicator], e.Date, e.ReasonDate)
			}
		}
	}
	return days
}

func newest(entries []history.Entry) string {
	day := ""
	for _, e := range entries {
		day = max(day, e.Date, e.ReasonDate)
	}
	return day
}

func (s *site) newestOf(of history.Subject) string {
	day := ""
	for _, i := range s.past.trails[of] {
		day = max(day, s.Log.Entries[i].Date, s.Log.Entries[i].ReasonDate)
	}
	return day
}

// filesOfUnit are those of what a unit's page tells beside figures, works and mechanisms.
func (s *site) filesOfUnit(u *model.Unit) []string {
	files := append(written(u.Narrative), u.Pos.File)
	if v := s.Result.Unit(u); v != nil {
		for _, m := range v.Mentions {
			files = append(files, m.Pos.File)
		}
		for _, st := range slices.Concat(v.Shortcomings, v.Asks) {
			files = append(files, st.Pos.File)
		}
	}
	return unlike(files)
}

func (s *site) filesOfResolution(r *model.Resolution) []string {
	files := append(written(r.Narrative), r.Pos.File)
	for _, round := range s.portal.Rounds {
		for _, ch := range round.Chapters {
			if slices.Contains(ch.Resolutions, r) {
				files = append(files, ch.Pos.File)
			}
		}
		for _, st := range slices.Concat(round.Shortcomings, round.Recommendations) {
			if slices.Contains(st.Resolutions, r) {
				files = append(files, st.Pos.File)
			}
		}
	}
	return unlike(files)
}

// written is the file of a text, if there is one.
func written(d *narrative.Doc) []string {
	if d == nil {
		return nil
	}
	return []string{d.Path}
}

// withData is the same, with all data where the text prints or draws some of it.
func withData(d *narrative.Doc) []string {
	if len(d.Refs())+len(d.Figures()) > 0 {
		return []string{d.Path, everything}
	}
	return []string{d.Path}
}

// unlike are the files, sorted, each once.
func unlike(files []string) []string {
	slices.Sort(files)
	return slices.Compact(files)
}
