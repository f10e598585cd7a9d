package check

import (
	"cmp"
	"path"
	"slices"
	"strings"

	"minhbach/internal/model"
	"minhbach/internal/source"
)

// round is a monitoring round while it is read: the folder of one report.
type round struct {
	*checker
	*model.Round
	dir           string
	sections      map[string]bool
	lacksSections bool // one of them has something wrong in it
	columns       catalog[string]
	periods       catalog[*model.Period]
	tables        catalog[*model.Table]
	passages      catalog[*model.Passage]
	others        map[string]*catalog[bool] // the ids of what nothing refers to, by part
	keys          map[string]*model.Table   // by permanent fragment
	figuresOf     map[string][]string       // number → the bindings that print it; nil until asked for
	unsure        map[*model.Table]bool     // what is said to be missing in it may have been meant to be there
}

// readRounds reads data/reports/, one folder per round.
func (c *checker) readRounds() {
	seen := map[string]bool{}
	for _, f := range c.tree.Files {
		dir := path.Dir(f.Path)
		if path.Dir(dir) != reportsPath || seen[dir] {
			continue
		}
		seen[dir] = true
		c.readRound(dir)
	}
	slices.SortStableFunc(c.portal.Rounds, func(a, b *model.Round) int {
		return cmp.Or(a.AsOf.Time().Compare(b.AsOf.Time()), cmp.Compare(a.ID, b.ID))
	})
}

func (c *checker) readRound(dir string) {
	at := fileOf(dir + "/" + reportName)
	r := &round{checker: c, dir: dir, sections: map[string]bool{}, others: map[string]*catalog[bool]{}, keys: map[string]*model.Table{}, unsure: map[*model.Table]bool{},
		Round: &model.Round{ID: path.Base(dir), Columns: map[string]string{}, Pos: at.pos}}
	r.columns.of(nounColumn, at.pos.File)
	r.periods.of(nounPeriod, at.pos.File)
	r.tables.of(nounTable, dir)
	r.passages.of(nounPassage, dir)
	c.checkID(r.ID, at)
	c.rounds.add(c, r.ID, at, r)
	c.portal.Rounds = append(c.portal.Rounds, r.Round)
	if f := c.tree.File(at.pos.File); f != nil {
		r.Document, _ = c.documents.named(c, r.ID, at)
		r.readReport(f)
	}
	r.readFiles(c.tree.Under(dir))
}

// readReport reads report.toml itself.
func (r *round) readReport(f *source.File) {
	r.holdFile(f, reportFile)
	top := row{table: f.Root}
	r.AsOf, r.Scope = top.date("as-of"), top.text("scope")
	for _, v := range top.fields("columns") {
		r.checkID(v.Key, keyOf(v))
		r.holdValue(v, &Field{Name: v.Key, Type: Text})
		if r.columns.add(r.checker, v.Key, keyOf(v), v.Text) {
			r.Columns[v.Key] = v.Text
		}
	}
	for _, p := range r.records(f.Root, *reportFile.part("period")) {
		period := &model.Period{ID: p.id, Name: p.text("name"), Complete: p.bool("complete"), Note: p.text("note"), Pos: p.at.pos}
		if r.periods.add(r.checker, p.id, p.at, period) {
			r.Periods = append(r.Periods, period)
		}
	}
	for _, s := range r.records(f.Root, *reportFile.part("section")) {
		section := &model.Section{At: s.text("at"), Title: s.text("title"), Note: s.text("note"), Pos: s.at.pos}
		if v := s.table.Get("at"); r.sections[section.At] && section.At != "" {
			r.find(valueOf(v), ruleTwice, section.At)
		}
		r.sections[section.At] = true
		r.lacksSections = r.lacksSections || s.bad
		r.Sections = append(r.Sections, section)
	}
}

// chapterRow is a file of the report with its chapter, if it is one.
type chapterRow struct {
	file    *source.File
	chapter *model.Chapter
}

// readFiles reads the chapters and registers. Figures come before what refers to them.
func (r *round) readFiles(files []*source.File) {
	var rows []chapterRow
	for _, f := range files {
		cr := chapterRow{file: f}
		if path.Base(f.Path) != reportName {
			cr.chapter = r.chapter(f)
		}
		rows = append(rows, cr)
	}
	r.readParts(rows, "passage", r.passage)
	r.readParts(rows, "figures", r.figures)
	r.readParts(rows, "mechanism", r.mechanism)
	r.readParts(rows, "work", r.work)
	r.readParts(rows, "mention", r.mention)
	r.readParts(rows, "shortcoming", r.shortcoming)
	r.readParts(rows, "recommendation", r.recommendation)
	r.readParts(rows, "check", r.checkNote)
	r.readParts(rows, "reply", r.reply)
}

// readParts reads one part of every file; chapter is nil in a file that is none.
func (r *round) readParts(rows []chapterRow, name string, read func(row, *model.Chapter)) {
	for _, cr := range rows {
		for _, rec := range r.records(cr.file.Root, *registerFile.part(name)) {
			read(rec, cr.chapter)
		}
	}
}

// reservedChapters are names of columns in the matrix of units and chapters (internal/opendata).
var reservedChapters = map[string]bool{"unit": true}

// chapter reads the top of a file; a file without any key of a chapter is none.
func (r *round) chapter(f *source.File) *model.Chapter {
	isChapter := slices.ContainsFunc(chapterFile.Fields, func(fl Field) bool { return f.Root.Get(fl.Name) != nil })
	if !isChapter {
		r.holdFile(f, registerFile)
		return nil
	}
	r.holdFile(f, chapterFile)
	top := row{table: f.Root}
	ch := &model.Chapter{ID: stem(f.Path), Round: r.Round, At: r.placeOf(top), Topic: top.text("topic"), Note: top.text("note"),
		Resolutions: r.resolutions.all(r.checker, top.list("resolutions")), Pos: fileOf(f.Path).pos}
	r.checkID(ch.ID, fileOf(f.Path))
	if reservedChapters[ch.ID] {
		r.find(fileOf(f.Path), ruleReservedFile, ch.ID)
	}
	if v := top.get("resolutions", source.ListKind); v != nil && len(v.List) == 0 {
		r.find(valueOf(v), ruleEmptyList, "resolutions")
	}
	if v := top.get("announced", source.TableKind); v != nil {
		r.hold(v.Table, announcedRecord)
		a := row{table: v.Table}
		ch.Announced = &model.Announced{N: r.count(a, "n"), Published: a.text("published"), At: r.placeOf(a), Pos: v.Pos}
	}
	r.Chapters = append(r.Chapters, ch)
	return ch
}

// placeOf reads the place of a record.
func (r *round) placeOf(rec row) model.Place { return r.place(rec.get("at", source.String)) }

// place reads a place in the report: its section must be one of the report's headings, its column one of
// the columns.
func (r *round) place(v *source.Value) model.Place {
	if v == nil {
		return model.Place{}
	}
	p, ok := parsePlace(v)
	if !ok {
		return p
	}
	report := r.dir + "/" + reportName
	if len(r.sections) > 0 && !r.sections[p.Section] && !r.lacksSections {
		var known []string
		for _, s := range r.Sections {
			known = append(known, s.At)
		}
		if len(known) > fewIDs {
			known = append(known[:fewIDs:fewIDs], "…")
		}
		if !r.unseen(p.Section, valueOf(v)) {
			r.advise(valueOf(v), ruleNoSection, []any{strings.Join(known, ", "), p.Section}, nounSection, p.Section, report)
		}
	}
	if p.Column != "" {
		r.columns.named(r.checker, p.Column, valueOf(v))
	}
	return p
}

func (r *round) passage(rec row, _ *model.Chapter) {
	p := &model.Passage{ID: rec.id, At: r.placeOf(rec), Text: rec.text("text"), Pos: rec.at.pos}
	if r.passages.add(r.checker, rec.id, rec.at, p) {
		r.Passages = append(r.Passages, p)
	}
}

// mechanism reads what the report says of one provision.
func (r *round) mechanism(rec row, ch *model.Chapter) {
	m := &model.Mechanism{ID: rec.id, Chapter: ch, Name: rec.text("name"), N: r.count(rec, "n"), Of: rec.text("of"),
		Published: rec.text("published"), State: model.State(rec.text("state")), At: r.placeOf(rec), Note: rec.text("note"), Pos: rec.at.pos}
	m.Units = r.unitsHere(rec)
	for _, v := range rec.fields("items") {
		if item, ok := r.record(v, itemRecord); ok {
			it := model.Item{Name: item.text("name"), As: item.text("as")}
			if u := item.get("unit", source.String); u != nil {
				it.Unit = r.unit(u.Text, valueOf(u))
			}
			m.Items = append(m.Items, it)
		}
	}
	if ch == nil {
		r.find(rec.at, ruleNoChapter, rec.id)
		return
	}
	if len(ch.Resolutions) > 0 {
		m.Provision = r.provision(rec.table.Get("provision"), ch.Resolutions)
	}
	if r.first("mechanism", rec) {
		r.Mechanism = append(r.Mechanism, m)
		ch.Mechanisms = append(ch.Mechanisms, m)
	}
}

// unitsHere returns the units of a record; all are those that existed on the day of the figures.
func (r *round) unitsHere(rec row) []*model.Unit {
	units, all := r.unitsOf(rec, "units")
	if all {
		return r.everyone()
	}
	return units
}

// everyone is the units of the round: those that existed, but for those made up of others.
func (r *round) everyone() []*model.Unit {
	parents := map[*model.Unit]bool{}
	for _, u := range r.portal.Units {
		parents[u.Parent] = true
	}
	var out []*model.Unit
	for _, u := range r.portal.Units {
		if validOn(u, r.AsOf) && !parents[u] {
			out = append(out, u)
		}
	}
	return out
}

// chapterOf returns the chapter that a value ties a record to: the one that tells of the resolution.
func (r *round) chapterOf(v *source.Value) *model.Chapter {
	res, ok := r.resolutions.find(r.checker, v)
	if !ok {
		return nil
	}
	var known []string
	for _, ch := range r.Chapters {
		if slices.Contains(ch.Resolutions, res) {
			return ch
		}
		if len(ch.Resolutions) == 0 {
			return nil // told; it may be the one
		}
		for _, other := range ch.Resolutions {
			known = append(known, other.ID)
		}
	}
	r.advise(valueOf(v), ruleNotInReport, []any{strings.Join(known, ", ")}, v.Text)
	return nil
}

// first reports whether the round has no other record of the part with the id, and tells of one.
func (r *round) first(part string, rec row) bool {
	if r.others[part] == nil {
		r.others[part] = &catalog[bool]{}
		r.others[part].of(nounMechanism, r.dir)
	}
	return r.others[part].add(r.checker, rec.id, rec.at, true)
}
