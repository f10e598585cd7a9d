package check

import (
	"slices"

	"minhbach/internal/model"
)

// Type is what a field holds, in the words of doc/format.md.
type Type string

// The types of a field.
const (
	Text   Type = "text"
	Texts  Type = "texts"
	Number Type = "number"
	Bool   Type = "bool"
	Date   Type = "date"
	ID     Type = "id"
	IDs    Type = "ids"
	Place  Type = "place"
	Places Type = "places"
	Word   Type = "word"
	Words  Type = "words"
	Sub    Type = "table"
	Entry  Type = "entry"
)

// Field is one key of a record.
type Field struct {
	Name     string
	Type     Type
	Required bool
	Words    []string // Word, Words: those allowed
}

// Record is the format of one table of data/ or content/. It drives validation, and a test holds it
// against doc/format.md both ways.
type Record struct {
	Doc    string // begins the line of doc/format.md below which the fields are described; "" for a table within a field
	Prefix string // of the names of the fields there
	Fields []Field
	Parts  []Part
}

// Part is a table of records, [NAME.ID], within a record; or, with One, a single record [NAME].
type Part struct {
	Name   string
	Record *Record
	One    bool
}

func must(name string, t Type, words ...string) Field { return Field{name, t, true, words} }

func may(name string, t Type, words ...string) Field { return Field{name, t, false, words} }

// states gives the words an editor may write.
func states(lists ...[]model.State) []string { return words(slices.Concat(lists...)) }

func words[T ~string](list []T) []string {
	var out []string
	for _, w := range list {
		out = append(out, string(w))
	}
	return out
}

var (
	figureStates = states(model.FigureStates)
	workStates   = states(model.WorkStates)
	anyStates    = states(model.FigureStates, model.WorkStates)

	checkStatuses = words(model.CheckStatuses)
	replyStatuses = words(model.ReplyStatuses)
)

var thresholdsRecord = &Record{Doc: "## data/portal.toml", Prefix: "thresholds.", Fields: []Field{
	may("peers", Number),
}}

var portalRecord = &Record{Doc: "## data/portal.toml", Fields: []Field{
	must("name", Text), must("place", Text), must("place-long", Text), must("council", Text), may("term", Text),
	must("publisher", Text), may("official", Bool), must("locale", Word, "vi", "en"), may("source-locale", Word, "vi", "en"), may("base-url", Text),
	may("licence", Text), may("contact", Text),
}, Parts: []Part{{"thresholds", thresholdsRecord, true}}}

var kindRecord = &Record{Doc: "`[kind.ID]`", Prefix: "kind.", Fields: []Field{
	must("name", Text), must("en", Text),
}}

var unitRecord = &Record{Doc: "`[kind.ID]`", Prefix: "unit.", Fields: []Field{
	must("name", Text), must("kind", ID), may("parent", ID), may("aliases", Texts),
	may("valid-from", Date), may("valid-to", Date), may("successors", IDs),
}}

var unitsFile = &Record{Parts: []Part{{"kind", kindRecord, false}, {"unit", unitRecord, false}}}

var bodyRecord = &Record{Doc: "`[body.ID]`", Fields: []Field{must("name", Text), may("units", Bool)}}

var bodiesFile = &Record{Parts: []Part{{"body", bodyRecord, false}}}

var documentRecord = &Record{Doc: "`[document.ID]`", Fields: append([]Field{
	must("number", Text), must("kind", Text), may("issuer", ID), may("issued", Date), may("title", Text), may("short", Text),
	may("guides", IDs), may("based-on", IDs), may("cited-in", ID), may("at", Place),
}, sourceFields...)}

var documentsFile = &Record{Parts: []Part{{"document", documentRecord, false}}}

var provisionRecord = &Record{Doc: "`[provision.ID]`", Fields: []Field{must("name", Text), may("place", Text)}}

var indicatorRecord = &Record{Doc: "`[indicator.ID]`", Fields: []Field{
	must("name", Text), may("short", Text),
	must("measure", Word, string(model.Count), string(model.Money), string(model.Percent), string(model.Stage), string(model.Words)),
	may("unit-of-measure", Text), may("summable", Bool),
	may("direction", Word, string(model.More), string(model.Less), string(model.Neither)),
	may("headline", Bool), may("breakdown", ID), may("categories", Sub), may("average-of", IDs),
	may("resolutions", IDs), may("note", Text),
}}

var resolutionFile = &Record{Doc: "At the top of the file:", Fields: append([]Field{
	must("number", Text), must("issued", Date), may("issuer", ID), must("title", Text), must("topic", Text),
	may("cited-in", ID), may("at", Place),
}, sourceFields...), Parts: []Part{{"provision", provisionRecord, false}, {"indicator", indicatorRecord, false}}}

var periodRecord = &Record{Doc: "## data/reports/ID/report.toml", Prefix: "period.ID.", Fields: []Field{
	must("name", Text), may("complete", Bool), may("note", Text),
}}

var sectionRecord = &Record{Doc: "## data/reports/ID/report.toml", Prefix: "section.ID.", Fields: []Field{
	must("at", Place), must("title", Text), may("note", Text),
}}

var reportFile = &Record{Doc: "## data/reports/ID/report.toml", Fields: []Field{
	must("as-of", Date), may("scope", Text), may("columns", Sub),
}, Parts: append([]Part{{"period", periodRecord, false}, {"section", sectionRecord, false}}, registers...)}

var announcedRecord = &Record{Fields: []Field{must("n", Number), may("published", Text), must("at", Place)}}

var chapterFile = &Record{Doc: "At the top of a file that tells of resolutions", Fields: []Field{
	must("resolutions", IDs), must("at", Place), must("topic", Text), may("note", Text), may("announced", Sub),
}, Parts: registers}

// registerFile is a file of a report that is no chapter.
var registerFile = &Record{Parts: registers}

// registers are the tables that may stand in any file of a report.
var registers = []Part{
	{"figures", figuresRecord, false}, {"mechanism", mechanismRecord, false}, {"passage", passageRecord, false},
	{"work", workRecord, false}, {"mention", mentionRecord, false},
	{"shortcoming", statementRecord, false}, {"recommendation", statementRecord, false}, {"check", checkRecord, false},
	{"reply", replyRecord, false},
}

var figuresRecord = &Record{Doc: "`[figures.ID]`", Fields: []Field{
	may("indicator", ID), must("period", ID), may("plan-period", ID), may("source", ID), must("at", Place), may("open", Bool), may("note", Text),
	may("total", Entry), may("city", Entry), may("units", Sub), may("by", Sub), may("counts", Sub),
}}

var entryRecord = &Record{Doc: "An **entry** is", Fields: []Field{
	may("value", Number), may("plan", Number), may("percent", Number), may("published", Text), may("state", Word, figureStates...),
	may("text", Text), may("same-as", ID), may("at", Place), may("note", Text),
}}

var itemRecord = &Record{Fields: []Field{must("name", Text), may("unit", ID), may("as", Text)}}

var mechanismRecord = &Record{Doc: "`[mechanism.ID]`", Fields: []Field{
	must("name", Text), may("provision", ID), may("n", Number), may("of", Text), may("published", Text),
	may("state", Word, figureStates...), may("units", IDs), may("items", Sub), must("at", Place), may("note", Text),
}}

var passageRecord = &Record{Doc: "`[passage.ID]`", Fields: []Field{must("at", Place), must("text", Text)}}

var workRecord = &Record{Doc: "`[work.ID]`", Fields: []Field{
	must("name", Text), may("unit", ID), must("states", Words, workStates...), must("at", Place), may("also-at", Places),
	may("passage", ID), may("figure", Text), may("reason", Text), may("deadline", Text), may("note", Text),
}}

var mentionRecord = &Record{Doc: "`[mention.ID]`", Fields: []Field{
	must("kind", Word, string(model.Well), string(model.Weak), string(model.Note)), may("units", IDs), may("open", Bool),
	may("state", Word, anyStates...), may("resolution", ID), must("text", Text), may("published", Text), must("at", Place),
	may("note", Text),
}}

var statementRecord = &Record{Doc: "`[shortcoming.ID]` and `[recommendation.ID]`", Fields: []Field{
	must("text", Text), must("at", Place), may("to", IDs), may("units", IDs), may("open", Bool), may("resolutions", IDs),
	may("documents", IDs), may("deadline", Text), may("due", Date), may("note", Text),
}}

var checkRecord = &Record{Doc: "`[check.ID]`", Fields: []Field{
	must("of", ID), must("status", Word, checkStatuses...), must("note", Text), may("document", ID),
}}

var replyRecord = &Record{Doc: "`[reply.ID]`", Fields: []Field{
	must("unit", ID), must("of", Text), must("status", Word, replyStatuses...), may("value", Number), may("text", Text),
	may("by", Text), must("received", Date), may("document", ID),
}}

var factRecord = &Record{Doc: "## content/", Prefix: "fact.ID.", Fields: []Field{
	must("label", Text), must("value", Text), may("note", Text), may("source", Place), may("check", ID),
}}

var frontRecord = &Record{Doc: "## content/", Fields: []Field{
	may("title", Text), may("lead", Text), may("description", Text), may("round", ID), may("headline", Text), may("sentence", Text),
}, Parts: []Part{{"fact", factRecord, false}}}

var figureRecord = &Record{Doc: "**Figures.**", Fields: []Field{
	must("kind", Word, "bars", "pairs", "percents", "plan", "stages", "parts", "table", "matrix"), may("tables", IDs), must("title", Text), may("note", Text),
}}

// Records are all formats of data/ and content/.
var Records = []*Record{
	portalRecord, thresholdsRecord, unitsFile, kindRecord, unitRecord, bodiesFile, bodyRecord, documentsFile, documentRecord,
	resolutionFile, provisionRecord, indicatorRecord, reportFile, periodRecord, sectionRecord, chapterFile, announcedRecord,
	registerFile, figuresRecord, entryRecord, mechanismRecord, itemRecord, passageRecord, workRecord, mentionRecord,
	statementRecord, checkRecord, replyRecord, frontRecord, factRecord, figureRecord,
}

// field returns the field with the name, or nil.
func (r *Record) field(name string) *Field {
	for i := range r.Fields {
		if r.Fields[i].Name == name {
			return &r.Fields[i]
		}
	}
	return nil
}

// part returns the part with the name, or nil.
func (r *Record) part(name string) *Part {
	for i := range r.Parts {
		if r.Parts[i].Name == name {
			return &r.Parts[i]
		}
	}
	return nil
}

// keys are the names that may stand in the record.
func (r *Record) keys() []string {
	var out []string
	for _, f := range r.Fields {
		out = append(out, f.Name)
	}
	for _, p := range r.Parts {
		out = append(out, p.Name)
	}
	return out
}
