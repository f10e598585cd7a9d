package intake

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"minhbach/internal/diag"
	"minhbach/internal/model"
	"minhbach/internal/sheet"
)

// Input is what is read, and against what.
type Input struct {
	Portal *model.Portal
	Round  *model.Round
	Book   *sheet.Book
	File   string // its name, for findings
	Table  string // id of the one table to be read, or whose form a book without ids is; "" for all
	Words  Words
}

// Read returns the plan of a filled form. With an error among the findings the plan is not to be carried out.
func Read(in Input) (Plan, diag.List) {
	r := reader{Input: in, names: names{in.Portal.Units, in.Portal.Kinds}, seen: map[*model.Table]diag.Cell{}}
	for _, s := range in.Book.Sheets {
		r.sheet(s)
	}
	if in.Table != "" && len(r.findings) == 0 && in.Round.Table(in.Table) != nil && len(r.seen) == 0 {
		r.find(diag.Cell{}, ruleOtherTable, []any{}, in.Table)
	}
	return r.plan, r.findings
}

type reader struct {
	Input
	names    names
	seen     map[*model.Table]diag.Cell
	plan     Plan
	findings diag.List
}

func (r *reader) find(at diag.Cell, rule *diag.Rule, hint []any, args ...any) {
	r.findings.Add(diag.Finding{Pos: diag.Pos{File: r.File}, Cell: at, Rule: rule, Args: args, HintArgs: hint})
}

// filled is one sheet as it is understood.
type filled struct {
	*reader
	s     *sheet.Sheet
	t     *model.Table
	head  int
	cols  map[column]int
	units map[*model.Unit]diag.Cell
}

func (r *reader) sheet(s *sheet.Sheet) {
	head, ok := headRow(s)
	table, report, labelled := labels(s, head)
	switch {
	case ok:
	case labelled || s.Name == "" && len(s.Rows) > 0:
		r.find(s.Whole(), ruleHead, []any{heads()})
		return
	default:
		if len(s.Rows) > 0 && !is(s.Name, guideName) {
			r.find(s.Whole(), ruleIgnored, []any{})
		}
		return
	}
	if report != "" && report != r.Round.ID {
		r.find(s.Whole(), ruleOtherReport, []any{report}, report, r.Round.ID)
		return
	}
	t := r.tableOf(s, table)
	if t == nil {
		return
	}
	if first, twice := r.seen[t]; twice {
		r.find(s.Whole(), ruleTableTwice, []any{}, t.ID, first)
		return
	}
	r.seen[t] = s.Whole()
	f := filled{reader: r, s: s, t: t, head: head, cols: map[column]int{}, units: map[*model.Unit]diag.Cell{}}
	if f.heads() {
		f.hidden()
		f.merged()
		f.rows()
	}
}

// headRow is the first row that names units and something said of them.
func headRow(s *sheet.Sheet) (int, bool) {
	for row, cells := range s.Rows {
		unit, other := false, false
		for _, c := range cells {
			col, known := columnOf(c.Text)
			unit = unit || known && col <= colUnit
			other = other || known && col > colUnit
		}
		if unit && other {
			return row, true
		}
	}
	return len(s.Rows), false
}

// labels reads the ids above the heads.
func labels(s *sheet.Sheet, head int) (table, report string, labelled bool) {
	for row := range min(head, len(s.Rows)) {
		for col, c := range s.Rows[row] {
			switch id := beside(s.Rows[row][col+1:]); {
			case is(c.Text, labelTable):
				table, labelled = id, true
			case is(c.Text, labelReport):
				report, labelled = id, true
			}
		}
	}
	return table, report, labelled
}

// beside is the first text of the cells right of a label, which a column may have been inserted behind.
func beside(cells []sheet.Cell) string {
	for _, c := range cells {
		if text := strings.TrimSpace(c.Text); text != "" {
			return text
		}
	}
	return ""
}

// tableOf returns the table whose form a sheet is; nil where it is none, or another than was asked for.
func (r *reader) tableOf(s *sheet.Sheet, id string) *model.Table {
	var ids []string
	for _, t := range r.Round.Tables {
		ids = append(ids, t.ID)
		if id == "" && s.Name == sheet.SafeName(t.ID) {
			id = t.ID
		}
	}
	if id == "" && len(r.Book.Sheets) == 1 {
		id = r.Table
	}
	all := cmp.Or(strings.Join(ids, ", "), "–")
	switch t := r.Round.Table(id); {
	case id == "":
		r.find(s.Whole(), ruleTable, []any{all})
	case t == nil:
		r.find(s.Whole(), ruleNoTable, []any{r.Round.ID, id, all}, r.Round.ID, id)
	case r.Table == "" || t.ID == r.Table:
		return t
	}
	return nil
}

// heads are those of the columns that say something of a unit.
func heads() diag.Text {
	var vi, en []string
	for _, l := range looks[colValue:] {
		vi, en = append(vi, l.head.VI), append(en, l.head.EN)
	}
	return diag.Text{VI: strings.Join(vi, ", "), EN: strings.Join(en, ", ")}
}

// heads finds the columns.
func (f *filled) heads() bool {
	before := f.findings.Count(diag.Error)
	var extra []int
	for col, c := range f.s.Rows[f.head] {
		known, ok := columnOf(c.Text)
		switch {
		case ok:
			if first, twice := f.cols[known]; twice {
				f.find(f.s.In(f.head, col), ruleSameHead, []any{}, c.Text, f.s.In(f.head, first))
			}
			f.cols[known] = col
		case f.anything(col):
			extra = append(extra, col)
		}
	}
	lost := f.lost()
	for _, col := range extra {
		name := cmp.Or(strings.TrimSpace(f.s.At(f.head, col).Text), sheet.Name(f.head, col))
		if lost == nil {
			f.find(f.s.In(f.head, col), ruleExtra, []any{}, name)
			continue
		}
		f.find(f.s.In(f.head, col), ruleLostHead, []any{lost.head}, lost.head, name)
	}
	return f.findings.Count(diag.Error) == before
}

// lost is the first column of the form that the sheet does not have.
func (f *filled) lost() *look {
	for _, c := range columnsFor(f.t) {
		if _, has := f.cols[c]; !has {
			return &looks[c]
		}
	}
	return nil
}

// anything reports whether a column says something below its head.
func (f *filled) anything(col int) bool {
	for row := f.head; row < len(f.s.Rows); row++ {
		if strings.TrimSpace(f.s.At(row, col).Text) != "" {
			return true
		}
	}
	return false
}

// hidden says in one finding what is hidden and read all the same.
func (f *filled) hidden() {
	var what []string
	if f.s.Hidden {
		what = append(what, f.s.Name)
	}
	for _, col := range f.cols {
		if col < len(f.s.Columns) && f.s.Columns[col].Hidden {
			what = append(what, strings.TrimRight(sheet.Name(0, col), "1"))
		}
	}
	slices.Sort(what)
	for row := f.head + 1; row < len(f.s.Rows); row++ {
		if f.s.HiddenRows[row] {
			what = append(what, fmt.Sprint(row+1))
		}
	}
	if len(what) > 0 {
		f.find(f.s.Whole(), ruleHidden, []any{}, strings.Join(what, ", "))
	}
}

// merged tells of cells below the heads that are one.
func (f *filled) merged() {
	for _, m := range f.s.Merged {
		if m.LastRow <= f.head || m.Row == m.LastRow && m.Col == m.LastCol {
			continue
		}
		for _, col := range f.cols {
			if m.Col <= col && col <= m.LastCol {
				f.find(f.s.In(m.Row, m.Col), ruleMerged, []any{}, sheet.Name(m.Row, m.Col), sheet.Name(m.LastRow, m.LastCol))
				break
			}
		}
	}
}

// rows reads what stands below the heads.
func (f *filled) rows() {
	for row := f.head + 1; row < len(f.s.Rows); row++ {
		l := line{filled: f, row: row}
		if u := l.unit(); u != nil {
			f.units[u] = f.s.In(row, l.named())
			l.read(u)
		}
	}
}
