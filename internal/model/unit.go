package model

import (
	"slices"
	"strings"

	"minhbach/internal/diag"
)

// Kind is a kind of unit: ward, commune. Units are only ever compared within one kind.
type Kind struct {
	ID   string
	Name string // as it stands before a unit's name: "phường"
	EN   string // "ward"
}

// Unit is a ward or commune that was monitored.
type Unit struct {
	ID      string
	Name    string // without the kind word: "Thạch Hạ"
	Kind    *Kind
	Parent  *Unit    // nil at the top
	Aliases []string // other spellings, also old addresses

	ValidFrom, ValidTo Date // the zero date: open
	Successors         []*Unit

	Narrative *narrativeDoc // nil when nothing was written
	Pos       diag.Pos
}

// FormerIDs are the aliases in the form of an id: addresses under which the unit stood once.
func (u *Unit) FormerIDs() []string {
	return slices.DeleteFunc(slices.Clone(u.Aliases), func(a string) bool { return !isID(a) })
}

// OtherNames are the aliases that are spellings of the name.
func (u *Unit) OtherNames() []string { return slices.DeleteFunc(slices.Clone(u.Aliases), isID) }

func isID(s string) bool {
	return s != "" && s[0] != '-' && strings.Trim(s, "abcdefghijklmnopqrstuvwxyz0123456789-") == ""
}

// Body is who issues a document or is addressed by a recommendation.
type Body struct {
	ID    string
	Name  string
	Units bool // every unit has one of these, so what is asked of it is asked of each unit
	Pos   diag.Pos
}
