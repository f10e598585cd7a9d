package derive

import "minhbach/internal/model"

// Rule names how a reconciliation is computed.
type Rule string

// The rules of reconciliation.
const (
	Sum         Rule = "sum"          // published total against the sum of the units
	Rest        Rule = "rest"         // total less the units published: not published by unit
	Covering    Rule = "coverage"     // two totals of one printed table that cover different rows
	Parts       Rule = "parts"        // published total against its breakdown
	Ratio       Rule = "ratio"        // published percentage against value ÷ plan
	OverPlan    Rule = "over-plan"    // a percentage, or value ÷ plan, above 100
	ImpliedPlan Rule = "implied-plan" // the plan that value and percentage imply where none is printed
	Period      Rule = "period"       // part of a period judged against the plan of the whole
	Identical   Rule = "identical"    // two units print the same figures
	Groups      Rule = "groups"       // units per state, published against listed, each unit exactly once
	Form        Rule = "form"         // a number whose printed form does not fit the locale
	Spelling    Rule = "spelling"     // a unit printed otherwise than elsewhere
	Listed      Rule = "listed"       // announced against described
	Range       Rule = "range"        // an average against the range the source states
	Dates       Rule = "dates"        // a document issued after one that speaks of it
	Guidance    Rule = "guidance"     // a guidance issued after what it guides
)

// Severity is how much attention a rule needs where it finds something; what agrees needs none.
type Severity int

// The severities, the most attention first.
const (
	Contradiction Severity = iota + 1 // two published figures, counts or dates do not go together
	Coincidence                       // figures are equal that need not be
	Silence                           // part of what is published is not accounted for
	Printing                          // something is printed in an unusual way
	Reading                           // a fact to know when reading a figure, and no fault
)

// Input is what a rule reads; what it finds can change only when one of its inputs does.
type Input string

// The inputs of rules.
const (
	UnitValues  Input = "unit-values"
	TotalValues Input = "total-values"
	CityValues  Input = "city-values"
	PartValues  Input = "part-values"
	CountValues Input = "count-values"
	Plans       Input = "plans"
	Percents    Input = "percents"
	States      Input = "states"    // of units
	Published   Input = "published" // cells as printed
	Names       Input = "names"     // of units, as they are called and as they are printed
	Mechanisms  Input = "mechanisms"
	Periods     Input = "periods"
	Issued      Input = "issued" // dates of documents
)

// RuleInfo is a rule as data; its title and how it is computed are words of the catalog.
type RuleInfo struct {
	ID       Rule
	Severity Severity
	Reads    []Input

	find func(*Result, *model.Round) []*Reconciliation
}

// Rules are all rules; at one place of the source their order here holds.
var Rules = []RuleInfo{
	{Sum, Contradiction, []Input{TotalValues, UnitValues, States, Published}, (*Result).sums},
	{Covering, Reading, []Input{TotalValues, UnitValues, States, Published}, (*Result).coverings},
	{Rest, Silence, []Input{TotalValues, UnitValues, States}, (*Result).rests},
	{Parts, Contradiction, []Input{TotalValues, PartValues, Published}, parts},
	{Ratio, Contradiction, append([]Input{Plans, Percents, Published}, anyValues...), (*Result).ratios},
	{OverPlan, Reading, append([]Input{Plans, Percents}, anyValues...), overPlans},
	{ImpliedPlan, Reading, append([]Input{Plans, Percents, Published}, anyValues...), (*Result).impliedPlans},
	{Period, Reading, []Input{Plans, Percents, Periods, States}, (*Result).periods},
	{Identical, Coincidence, []Input{UnitValues, Percents}, identical},
	{Groups, Contradiction, []Input{CountValues, States}, (*Result).groups},
	{Form, Printing, append([]Input{Plans, Percents, Published}, anyValues...), (*Result).forms},
	{Spelling, Printing, []Input{Names}, spellings},
	{Listed, Silence, []Input{Mechanisms}, listed},
	{Range, Contradiction, []Input{TotalValues, UnitValues, States}, (*Result).ranges},
	{Dates, Contradiction, []Input{Issued}, dates},
	{Guidance, Reading, []Input{Issued}, guidances},
}

var anyValues = []Input{UnitValues, TotalValues, CityValues, PartValues, CountValues}

// Info returns the row of the rule in Rules.
func (r Rule) Info() *RuleInfo {
	for i := range Rules {
		if Rules[i].ID == r {
			return &Rules[i]
		}
	}
	return &RuleInfo{ID: r, Severity: Reading}
}
