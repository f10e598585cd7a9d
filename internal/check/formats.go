package check

import "path"

// Format is one kind of file below data/.
type Format struct {
	Name   string // of its schema
	Files  string // the paths that it is for, as path.Match reads them
	Record *Record
	Either bool // a file without any of the record's own fields has the tables of the record and no more
}

// Formats are all kinds of file; of two that fit a path the first counts.
var Formats = []Format{
	{"portal", portalPath, portalRecord, false},
	{"units", unitsPath, unitsFile, false},
	{"bodies", bodiesPath, bodiesFile, false},
	{"documents", documentsPath, documentsFile, false},
	{"resolution", resolutionsPath + "/*.toml", resolutionFile, false},
	{"report", reportsPath + "/*/" + reportName, reportFile, false},
	{"chapter", reportsPath + "/*/*.toml", chapterFile, true},
}

// FormatOf returns the format of a file of data/; ok is false where no file of that path is read.
func FormatOf(file string) (f Format, ok bool) {
	for _, f := range Formats {
		if fits, err := path.Match(f.Files, file); fits && err == nil {
			return f, true
		}
	}
	return Format{}, false
}

// Part returns the record of the tables [NAME.ID] within the record, or nil.
func (r *Record) Part(name string) *Record {
	if p := r.part(name); p != nil {
		return p.Record
	}
	return nil
}

// Front is the record of what stands between two lines +++ at the top of a text.
var Front = frontRecord

// Contents is what a table within a field holds: one record, or values under keys of the editor's.
type Contents struct {
	One  *Record  // the table is this record
	Each *Record  // every value is this record
	Type Type     // every value is of this type
	Deep bool     // the values stand in tables of their own, one level below
	Keys []string // the keys that may stand; nil: any id
}

var contents = map[string]Contents{
	"columns": {Type: Text}, "categories": {Type: Text},
	"announced": {One: announcedRecord}, "items": {Each: itemRecord},
	"units": {Type: Entry}, "by": {Type: Entry, Deep: true}, "counts": {Type: Entry, Keys: figureStates},
}

// Contents is what the table of a field of the type Sub holds.
func (f Field) Contents() Contents { return contents[f.Name] }

// IDForm is the form of an id: it becomes part of addresses.
const IDForm = `^[a-z0-9][a-z0-9-]*$`

// Cell is the record of a figure that is written as a table.
var Cell = entryRecord

// FigureStates are the words for a figure that is no number.
var FigureStates = figureStates

// Reserved reports whether a unit cannot have the id, because it is a word that stands where units do.
func Reserved(id string) bool { return reservedUnits[id] }
