package opendata

import (
	"slices"
	"strconv"

	"minhbach/internal/decimal"
	"minhbach/internal/derive"
	"minhbach/internal/locale"
	"minhbach/internal/model"
)

// figureColumns are the same wherever figures are given. In a count, category is the state counted.
const figureColumns = `id round table indicator indicator_name unit_of_measure period period_name scope
	unit unit_name unit_kind category category_name state state_word value plan percent published text
	origin document place section row column column_name note checks
	reply reply_value reply_text reply_received`

// The origins of a row: as printed, from a sentence of the source, or ours, to say that the source is silent.
const (
	transcribed    = "transcribed"
	read           = "read"
	derivedSilence = "derived-silence"
)

// figures writes rows of figures.
type figures struct {
	r   *derive.Result
	loc *locale.Locale
	Dataset
}

func newFigures(r *derive.Result, loc *locale.Locale, id, title string) *figures {
	return &figures{r: r, loc: loc, Dataset: dataset(loc, id, title, figureColumns)}
}

// table adds every published figure of t.
func (d *figures) table(t *model.Table) {
	for _, f := range t.All() {
		d.figure(f)
	}
}

func (d *figures) figure(f *model.Figure) {
	if f.Published == "" && f.State != model.Blank {
		d.row(f, read)
		return
	}
	d.row(f, transcribed)
}

func (d *figures) row(f *model.Figure, origin string) {
	t, category, categoryName := f.Table, f.Category.ID, f.Category.Name
	if f.Scope == model.OfCount {
		category, categoryName = string(f.Counted), d.state(f.Counted)
	}
	var unit, unitName, unitKind string
	if f.Unit != nil {
		unit, unitName, unitKind = f.Unit.ID, f.Unit.Name, f.Unit.Kind.Name
	}
	reply := answerOf(f.Reply())
	row := ""
	if f.At.Row > 0 {
		row = strconv.Itoa(f.At.Row)
	}
	d.add(t.Round.ID+"/"+t.ID+"/"+f.Address(), t.Round.ID, t.ID, t.Indicator.ID, t.Indicator.Name, t.Indicator.UnitMeasure, t.Period.ID, t.Period.Name, string(f.Scope),
		unit, unitName, unitKind, category, categoryName, string(f.State), d.state(f.State), number(f.Value), number(f.Plan),
		number(f.Percent), f.Published, f.Text, origin, source(t), f.At.String(),
		f.At.Section, row, f.At.Column, t.Round.Columns[f.At.Column], f.Note, list(d.r.ChecksOf(f), checkID),
		reply.status, reply.value, reply.text, reply.received)
}

// silence adds the row that says the source has no entry of u in t.
func (d *figures) silence(t *model.Table, u *model.Unit) {
	d.row(&model.Figure{Table: t, Scope: model.OfUnit, Unit: u, State: model.NotStated, At: t.At}, derivedSilence)
}

func (d *figures) state(s model.State) string { return d.loc.T("state." + string(s)) }

// number is empty where there is none: a gap is never 0.
func number(d *decimal.Decimal) string {
	if d == nil {
		return ""
	}
	return d.String()
}

func source(t *model.Table) string {
	if t.Source == nil {
		return t.Round.ID
	}
	return t.Source.ID
}

func checkID(c *derive.Reconciliation) string { return c.ID }

// Report returns every published figure of one monitoring round.
func Report(r *derive.Result, loc *locale.Locale, round *model.Round) Dataset {
	d := newFigures(r, loc, reportDataID(round), round.Document.Kind+" "+round.Document.Number)
	for _, t := range round.Tables {
		d.table(t)
	}
	d.About = About{AsOf: round.AsOf, Publisher: r.Portal.Publisher, Sources: sources([]*model.Round{round})}
	return d.Dataset
}

// Resolution returns every published figure of the chapters that tell of res, the newest round first.
func Resolution(r *derive.Result, loc *locale.Locale, res *model.Resolution) Dataset {
	d := newFigures(r, loc, resolutionDataID(res), res.Doc.Number+": "+res.Topic)
	for _, round := range rounds(r.Portal) {
		for _, ch := range round.Chapters {
			if !slices.Contains(ch.Resolutions, res) {
				continue
			}
			for _, t := range ch.Tables {
				d.table(t)
			}
		}
	}
	return d.Dataset
}

// Indicator returns the figures of one indicator: of every period and round, the newest round first.
// Where the source goes through the units, those it leaves out follow with the state not-stated.
func Indicator(r *derive.Result, loc *locale.Locale, of *model.Indicator) Dataset {
	d := newFigures(r, loc, indicatorDataID(of), of.Name)
	for _, round := range rounds(r.Portal) {
		for _, t := range round.Tables {
			if t.Indicator != of {
				continue
			}
			d.table(t)
			if len(t.Units) > 0 {
				d.silent(t)
			}
		}
	}
	return d.Dataset
}

// silent adds the units of which t has no entry.
func (d *figures) silent(t *model.Table) {
	for _, g := range d.r.Coverage(t).States {
		for _, u := range g.Units {
			if t.Of(u) == nil {
				d.silence(t, u)
			}
		}
	}
}

// Unit returns the figures of one unit, in every round, the newest first. A table that tells of the units
// but not of this one has a row with the state not-stated.
func Unit(r *derive.Result, loc *locale.Locale, u *model.Unit) Dataset {
	d := newFigures(r, loc, unitDataID(u), unitName(u))
	for _, round := range rounds(r.Portal) {
		for _, t := range round.Tables {
			switch f := t.Of(u); {
			case f != nil:
				d.figure(f)
			case t.OfUnits() && r.Counts(u, round):
				d.silence(t, u)
			}
		}
	}
	return d.Dataset
}
