// Package derive computes everything the site says that the source does not print: sums, coverage,
// ratios, reconciliations, and the views of a unit, a chapter and the whole city. It is pure: the same
// portal and the same as-of date give the same result. A state is never counted as 0, every aggregate
// says how many units it rests on, and nothing computed replaces what is published.
package derive

import (
	"math/big"
	"slices"

	"minhbach/internal/decimal"
	"minhbach/internal/model"
)

// Result is the portal with everything computed from it.
type Result struct {
	Portal          *model.Portal
	AsOf            model.Date
	Round           *model.Round // the newest, which the pages show first
	Registers       Registers
	Kinds           []KindUnits
	Reconciliations []*Reconciliation // of every round, the newest first; each in the reading order of its source
	UnknownChecks   []UnknownCheck    // of every round, in the order of the data
	Matrix          *Matrix

	compare  func(a, b string) int
	people   roster
	tables   map[*model.Table]*tableFacts
	checks   index
	units    map[*model.Unit]*UnitView
	chapters map[*model.Chapter]*ChapterView
}

// Registers are the rounds whose works, requests and shortcomings are shown: the newest that has any, so that
// a report on something else takes none away. They are the newest round where no round has any.
type Registers struct{ Works, Asks, Shortcomings *model.Round }

// KindUnits are the units of one kind, alphabetical.
type KindUnits struct {
	Kind  *model.Kind
	Units []*model.Unit
}

// Coverage says how much of a table is known: N of Of units have a number, and which state each of the
// others is in. Units the source says do not apply leave Of.
type Coverage struct {
	N, Of  int
	States []StateUnits // in a fixed order, every unit exactly once, Reported first
}

// StateUnits are the units in one state, alphabetical.
type StateUnits struct {
	State model.State
	Units []*model.Unit
}

// Verdict says what came of it; it never says why.
type Verdict string

// The verdicts.
const (
	Agrees    Verdict = "agrees"
	Differs   Verdict = "differs"
	Rounded   Verdict = "rounded"   // agrees once the computed figure is rounded as printed
	Truncated Verdict = "truncated" // agrees once the computed figure is cut off as printed
	Remainder Verdict = "remainder" // nothing to agree with: a part is not published by unit
	Same      Verdict = "same"      // identical rows
	AsPrinted Verdict = "as-printed"
	Noted     Verdict = "noted" // a fact to know when reading a figure; neither agrees nor differs
)

// Verdicts are all verdicts, those that need attention first.
var Verdicts = []Verdict{Differs, Remainder, Same, AsPrinted, Agrees, Rounded, Truncated, Noted}

// Attention reports whether the checks page lists it before what agrees.
func (v Verdict) Attention() bool {
	return v == Differs || v == Remainder || v == Same || v == AsPrinted
}

// Reconciliation is one recomputation beside what is published.
type Reconciliation struct {
	ID      string // permanent, unique in its round: "sum.budget-revenue-2023"
	Rule    Rule
	Verdict Verdict
	Round   *model.Round
	Chapter *model.Chapter  // nil outside a chapter
	Table   *model.Table    // nil where several are concerned
	Figures []*model.Figure // the published figures it is about, in source order

	Published *decimal.Decimal  // left side: as published
	Computed  *decimal.Decimal  // right side: exact where it is a sum, rounded to Published's digits where a ratio, the rest itself for Rest
	Exact     *big.Rat          // the ratio before rounding, in the unit of Published (percent for Ratio); nil for sums
	Diff      *decimal.Decimal  // Computed - Published, where they are comparable and it is not 0
	Terms     []*model.Figure   // what was added up, in source order
	Explained [][]*model.Figure // Sum: every set of up to three terms whose sum is the difference, small sets first; see explain
	N, Of     int               // units it rests on, in Groups the units listed; 0 of 0 where units have no part in it
	Low, High *decimal.Decimal  // Range: the lowest and the highest figure published
	PrintedAs string            // Spelling, Form: the printed text
	ReadAs    string            // Spelling, Form: how it was read
	Units     []*model.Unit     // units concerned, alphabetical; none of them is blamed
	Mechanism *model.Mechanism  // Spelling, Listed
	Covers    []Cover           // Covering: for each total, the sets of rows that make it agree
	Implied   *Interval         // ImpliedPlan: inferred, never published, never a column of data
	Documents []*model.Document // Dates, Guidance: the one that cites or guides, then the one it speaks of
	Days      int               // Dates, Guidance: from the earlier of the two to the later
	At        []model.Place     // printed places beside those of the figures

	Status *model.CheckNote // what an editor learnt about it; nil while nobody has answered
	Ask    *model.Body      // who could resolve it: the issuer of the round's document; nil where not known
}

// Cover says which rows a total covers: it agrees with the sum of all rows but those of any one set. The
// empty set alone means that it agrees with every row.
type Cover struct {
	Total   *model.Figure
	Without [][]*model.Figure // small sets first, each in source order
}

// Interval is a number of which only the bounds are known.
type Interval struct{ Low, High decimal.Decimal }

// UnknownCheck is an editor's note on a reconciliation that its round does not have.
type UnknownCheck struct {
	Note *model.CheckNote
	IDs  []string // of the round's reconciliations, in reading order
}

// UnitView is all the newest round says of one unit, with its works, requests and shortcomings (Registers).
type UnitView struct {
	Unit         *model.Unit
	Chapters     []*UnitChapter  // one per chapter, in report order
	Others       []*model.Figure // figures of the unit outside the chapters
	Works        []*model.Work
	Mentions     []*model.Mention   // naming the unit, or all units
	Shortcomings []*model.Statement // naming the unit
	Asks         []*model.Statement // addressed to bodies every unit has, or naming the unit, in source order
	Checks       []*Reconciliation
	Headlines    []*model.Figure // figures to print large, reported ones first in report order
	Known, Of    int             // chapters that say something of this unit by itself, of all chapters
}

// UnitChapter is what one chapter says of one unit.
type UnitChapter struct {
	Chapter    *model.Chapter
	State      model.State        // the most that is known
	Figures    []*model.Figure    // of the unit, in the chapter's order of tables
	Mechanisms []*model.Mechanism // naming the unit
	City       []*model.Figure    // totals and city figures of the chapter, told beside a silent unit
	Late       []*model.Work      // of the unit and chapter
}

// ChapterView is all its round says of one chapter.
type ChapterView struct {
	Chapter      *model.Chapter
	Strip        []StateUnits // units by state, most known first
	Works        []*model.Work
	LateUnits    []*model.Unit
	Mentions     []*model.Mention
	Asks         []*model.Statement // tied to one of the chapter's resolutions
	Shortcomings []*model.Statement
	Documents    []*model.Document // resolutions, what guides them, the survey plan, the report: by date
	Checks       []*Reconciliation
}

// Matrix is units × chapters, with a last column for late works.
type Matrix struct {
	Chapters []*model.Chapter
	Rows     []MatrixRow // by kind, alphabetical
}

// MatrixRow is one unit's cells, in the order of Matrix.Chapters.
type MatrixRow struct {
	Unit  *model.Unit
	Cells []*UnitChapter
	Late  []*model.Work
}

// All computes the result. compare orders names in the portal's language. The views and the matrix are of
// the newest round; coverage, sums and reconciliations are of every round.
func All(p *model.Portal, asOf model.Date, compare func(a, b string) int) *Result {
	r := &Result{Portal: p, AsOf: asOf, Round: p.Newest(), compare: compare}
	r.Registers = Registers{
		Works:        newestWith(p, func(round *model.Round) bool { return len(round.Works) > 0 }),
		Asks:         newestWith(p, func(round *model.Round) bool { return len(round.Recommendations) > 0 }),
		Shortcomings: newestWith(p, func(round *model.Round) bool { return len(round.Shortcomings) > 0 }),
	}
	r.people = newRoster(p, compare)
	r.tables = map[*model.Table]*tableFacts{}
	for _, round := range p.Rounds {
		for _, t := range round.Tables {
			r.tables[t] = r.newTableFacts(t)
		}
	}
	r.Kinds = r.kinds()
	for _, round := range slices.Backward(p.Rounds) {
		found := r.reconcile(round)
		r.Reconciliations = append(r.Reconciliations, found...)
		r.UnknownChecks = append(unknownChecks(round, found), r.UnknownChecks...)
	}
	r.checks = newIndex(r.Reconciliations)
	r.units, r.chapters = r.views()
	r.Matrix = r.matrix()
	return r
}

func newestWith(p *model.Portal, has func(*model.Round) bool) *model.Round {
	for _, round := range slices.Backward(p.Rounds) {
		if has(round) {
			return round
		}
	}
	return p.Newest()
}

// Unit returns the view of u, nil for a unit of another portal.
func (r *Result) Unit(u *model.Unit) *UnitView { return r.units[u] }

// Chapter returns the view of c; nil for a chapter of an older round, unless it is the newest on a resolution.
func (r *Result) Chapter(c *model.Chapter) *ChapterView { return r.chapters[c] }
