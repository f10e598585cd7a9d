// Package check turns the raw records of a portal into the model, or says why it cannot.
//
// Each record is held against its format (format.go): unknown and missing keys, wrong types, words,
// dates, places. What refers to something else is looked up, and what is nearest is offered where it is
// not there. Everything is told in one run: a record that is wrong in one field is still read for the
// others, so that one mistake gives one finding. Nothing is corrected and nothing is guessed: what the
// data does not say is absent from the model.
//
// The narrative is held to the data: whatever a binding, link or figure block names must be there and be able
// to give what is asked of it, and a number typed into prose is a warning that offers the bindings which print
// it, unless it is known to be none of the figures: a date, a document's number, a name (nofigure.go).
//
// The rules are data (rules.go). One file holds one noun; Portal calls them in the order in which they
// refer to each other.
package check

import (
	"slices"

	"minhbach/internal/diag"
	"minhbach/internal/model"
	"minhbach/internal/narrative"
	"minhbach/internal/source"
)

// checker holds what is known so far.
type checker struct {
	tree     *source.Tree
	findings diag.List
	hints    int  // names looked for in vain
	lost     bool // a file that others refer to is not there or could not be read

	portal      *model.Portal
	kinds       catalog[*model.Kind]
	units       catalog[*model.Unit]
	unitNames   map[string][]string    // slug of a name or alias → ids
	former      map[string]*model.Unit // by an address of before
	bodies      catalog[*model.Body]
	documents   catalog[*model.Document] // with those of the resolutions
	resolutions catalog[*model.Resolution]
	indicators  catalog[*model.Indicator]
	rounds      catalog[*round]
	pages       catalog[*model.Page]
	known       *knownNumbers // what of the data has digits in its name; nil until asked for
	cited       []citation
	slipped     map[*source.Table]bool    // tables whose head was mistyped
	misplaced   map[string]bool           // ids that stand under a head with a slip in it
	parted      map[string]bool           // ids of tables a part of which stands under such a head
	unsureOf    map[*model.Indicator]bool // those with something wrong in them
}

// Portal returns the portal that the tree describes; nil if a finding is an error or a file could not be
// read whole.
func Portal(t *source.Tree) (*model.Portal, diag.List) {
	c := &checker{tree: t, lost: t.Lost, portal: &model.Portal{}, slipped: map[*source.Table]bool{}, misplaced: map[string]bool{}, parted: map[string]bool{}, unsureOf: map[*model.Indicator]bool{}}
	c.kinds.of(nounKind, "data/units.toml")
	c.units.of(nounUnit, "data/units.toml")
	c.bodies.of(nounBody, "data/bodies.toml")
	c.documents.of(nounDocument, "data/documents.toml, data/resolutions/")
	c.resolutions.of(nounResolution, "data/resolutions/")
	c.indicators.of(nounIndicator, "data/resolutions/")
	c.rounds.of(nounRound, "data/reports/")
	c.pages.of(nounPage, "content/pages/")

	c.files()
	c.settings()
	c.readUnits()
	c.readBodies()
	c.readDocuments()
	c.readResolutions()
	c.linkDocuments()
	c.readRounds()
	c.linkRounds()
	c.placeCitations()
	c.readContent()
	if c.findings.Count(diag.Error) > 0 || damaged(t) {
		return nil, c.findings.Sorted()
	}
	return c.portal, c.findings.Sorted()
}

// damaged reports whether the tree lacks something that was written.
func damaged(t *source.Tree) bool {
	return t.Lost || slices.ContainsFunc(t.Files, func(f *source.File) bool { return f.Broken }) ||
		slices.ContainsFunc(t.Pages, func(p *source.Page) bool { return p.Broken })
}

// Rules are all rules that a portal is held to.
var Rules = slices.Concat(source.Rules, rules, narrative.Rules)

// place is a range of characters of a line.
type place struct {
	pos   diag.Pos
	width int
}

func keyOf(v *source.Value) place { return place{v.KeyPos, v.KeyWidth} }

func valueOf(v *source.Value) place { return place{v.Pos, v.Width} }

func tableOf(t *source.Table) place { return place{t.Pos, t.Width} }

func fileOf(path string) place { return place{diag.Pos{File: path}, 0} }

// find adds a finding with a hint that needs no arguments.
func (c *checker) find(at place, rule *diag.Rule, args ...any) { c.advise(at, rule, []any{}, args...) }

// advise adds a finding with the arguments of its hint; nil leaves the hint out. Where a whole file is lost,
// nobody can say that a thing is not there.
func (c *checker) advise(at place, rule *diag.Rule, hint []any, args ...any) {
	if c.lost && absence[rule.ID] {
		return
	}
	c.findings.Add(diag.Finding{Pos: at.pos, Width: at.width, Rule: rule, Args: args, HintArgs: hint})
}

// maxHints bounds the search for near names: a file full of foreign names is one mistake.
const maxHints = 200

// nearest returns the known name nearest to word, or "".
func (c *checker) nearest(word string, known []string) string {
	if c.hints++; c.hints > maxHints {
		return ""
	}
	return diag.Nearest(word, known)
}
