package check

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"minhbach/internal/decimal"
	"minhbach/internal/model"
	"minhbach/internal/source"
)

// row is a record that was held against its format. Its methods give the zero value for what is not
// there and for what is wrong, which was told when it was held.
type row struct {
	id    string
	at    place // of its id
	table *source.Table
	bad   bool // something is wrong in it: what it lacks may have been meant to be there
}

// records returns the records [part.ID] of t, in the order of the file, each held against its format.
func (c *checker) records(t *source.Table, part Part) []row {
	v := t.Get(part.Name)
	if v == nil || v.Kind != source.TableKind {
		return nil
	}
	var out []row
	c.slips(t, part)
	for _, e := range v.Table.Fields {
		if r, ok := c.record(e, part.Record); ok {
			out = append(out, r)
		}
	}
	return out
}

// record holds one named table against its format.
func (c *checker) record(e *source.Value, r *Record) (row, bool) {
	c.checkID(e.Key, keyOf(e))
	if e.Kind != source.TableKind {
		c.wrongType(e, Sub)
		return row{}, false
	}
	before := len(c.findings)
	c.hold(e.Table, r)
	return row{e.Key, keyOf(e), e.Table, len(c.findings) > before || wounded(e.Table) || c.slipped[e.Table]}, true
}

// wounded reports whether a syntax error took something out of a table.
func wounded(t *source.Table) bool {
	return t.Broken || slices.ContainsFunc(t.Fields, func(v *source.Value) bool {
		return v.Kind == source.Broken || v.Kind == source.TableKind && wounded(v.Table)
	})
}

var idForm = regexp.MustCompile(IDForm)

// checkID holds an id to its form.
func (c *checker) checkID(id string, at place) {
	if !idForm.MatchString(id) {
		c.advise(at, ruleID, []any{source.Slug(id)}, id)
	}
}

// hold checks the keys of a table and the form of its values. Parts are held when they are read.
func (c *checker) hold(t *source.Table, r *Record) {
	meant := map[string]bool{} // keys that are there, but for a slip
	for _, v := range t.Fields {
		f, part := r.field(v.Key), r.part(v.Key)
		switch {
		case f != nil:
			c.holdValue(v, f)
		case part == nil:
			near := c.unknownKey(v, r.keys())
			meant[near] = true
			if r.part(near) != nil {
				c.misplace(v)
			}
		case v.Kind != source.TableKind:
			c.wrongType(v, Sub)
		case part.One:
			c.hold(v.Table, part.Record)
		}
	}
	for _, f := range r.Fields {
		if v := t.Get(f.Name); v == nil && f.Required && !t.Broken && !c.slipped[t] && !meant[f.Name] {
			c.advise(tableOf(t), ruleMissingKey, []any{f.Name, sample(f)}, f.Name)
		}
	}
}

// unknownKey offers the nearest key, which it returns, or says which there are.
func (c *checker) unknownKey(v *source.Value, known []string) string {
	near := keyInVietnamese(v.Key, known)
	if near == "" {
		near = c.nearest(strings.ToLower(v.Key), known)
	}
	if near != "" {
		c.advise(keyOf(v), ruleUnknownKey, []any{near}, v.Key)
		return near
	}
	c.advise(keyOf(v), ruleUnknownKeyOf, []any{strings.Join(known, ", ")}, v.Key)
	return ""
}

// sample is a value of the field's type, to show what to write.
func sample(f Field) string {
	if len(f.Words) > 0 && f.Type == Word {
		return strconv.Quote(f.Words[0])
	}
	return samples[f.Type]
}

var samples = map[Type]string{
	Text: `"…"`, Texts: `["…"]`, Number: "1100", Bool: "true", Date: "2023-04-21", ID: `"…"`, IDs: `["…"]`,
	Place: `"III.5/r12"`, Places: `["III.5/r12"]`, Word: `"…"`, Words: `["late"]`, Sub: "{ … }", Entry: "1100",
}

// kindsOf are the forms in which a type is written.
var kindsOf = map[Type][]source.Kind{
	Text: {source.String}, ID: {source.String}, Place: {source.String}, Word: {source.String}, Date: {source.Date, source.String},
	Number: {source.Number}, Bool: {source.Bool}, Sub: {source.TableKind},
	Entry: {source.Number, source.String, source.TableKind},
	Texts: {source.ListKind}, IDs: {source.ListKind}, Places: {source.ListKind}, Words: {source.ListKind},
}

// elements is the type of a list's elements.
var elements = map[Type]Type{Texts: Text, IDs: ID, Places: Place, Words: Word}

// holdValue checks the form of one value.
func (c *checker) holdValue(v *source.Value, f *Field) {
	if v.Kind == source.Broken {
		return
	}
	fits := false
	for _, k := range kindsOf[f.Type] {
		fits = fits || v.Kind == k
	}
	if !fits {
		c.wrongType(v, f.Type)
		return
	}
	if blank(v) && (f.Required || f.Type != Place && f.Type != Word) && f.Type != Entry {
		rule := ruleEmpty
		if f.Required {
			rule = ruleEmptyRequired
		}
		c.find(valueOf(v), rule, f.Name)
		return
	}
	switch f.Type {
	case Texts, IDs, Places, Words:
		for _, e := range v.List {
			c.holdValue(e, &Field{Name: f.Name, Type: elements[f.Type], Words: f.Words})
		}
		return
	case Date:
		c.holdDate(v)
	case Number:
		c.holdNumber(v)
	case Place:
		if _, ok := parsePlace(v); !ok {
			if !c.unseen(v.Text, valueOf(v)) {
				c.find(valueOf(v), rulePlace, v.Text)
			}
		}
	case Word:
		c.word(v, f.Words)
	}
}

// blank reports whether a text has nothing in it. That is told where the value is held to its type, and the
// text is not looked up after that.
func blank(v *source.Value) bool { return v.Kind == source.String && strings.TrimSpace(v.Text) == "" }

// wrongType says what stands there and what is wanted; a number or a day written as in print is told as
// such.
func (c *checker) wrongType(v *source.Value, want Type) {
	if v.Kind == source.Broken {
		return
	}
	if want == Number && v.Kind == source.String {
		if plain := c.plainNumber(v.Text); plain != "" {
			c.advise(valueOf(v), ruleNumber, []any{plain}, v.Text)
			return
		}
		if state := c.stateWord(v.Text); state != "" {
			c.advise(valueOf(v), ruleStateAsNumber, []any{state}, v.Text)
			return
		}
	}
	c.advise(valueOf(v), ruleType, []any{writtenAs(v, want)}, typeNames[want], kindNames[v.Kind])
}

// writtenAs shows the value in the wanted form where that is plain, else an example.
func writtenAs(v *source.Value, want Type) string {
	written := v.Text
	if v.Kind == source.Number {
		written = v.Raw
	}
	switch one := elements[want]; {
	case want == Text && (v.Kind == source.Number || v.Kind == source.Date):
		return strconv.Quote(written)
	case one != "" && v.Kind == source.String:
		return "[" + strconv.Quote(written) + "]"
	case want == Bool && v.Kind == source.String && (written == "true" || written == "false"):
		return written
	}
	return samples[want]
}

func (c *checker) holdDate(v *source.Value) {
	if _, ok := parseDate(v); ok {
		return
	}
	if c.unseen(v.Text, valueOf(v)) {
		return
	}
	if iso := source.ISODay(v.Text); iso != "" {
		c.advise(valueOf(v), ruleDate, []any{iso}, v.Text)
		return
	}
	c.advise(valueOf(v), ruleDate, []any{"2023-04-21"}, v.Text)
}

func parseDate(v *source.Value) (d model.Date, ok bool) {
	t, err := time.Parse(time.DateOnly, v.Text)
	if err != nil {
		return d, false
	}
	return model.Date{Year: t.Year(), Month: t.Month(), Day: t.Day()}, true
}

func parsePlace(v *source.Value) (p model.Place, ok bool) {
	if strings.TrimSpace(v.Text) != v.Text {
		return p, false
	}
	return model.ParsePlace(v.Text)
}

// parseNumber returns a number, or nil.
func parseNumber(v *source.Value) *decimal.Decimal {
	if v == nil || v.Kind != source.Number {
		return nil
	}
	d, err := decimal.Parse(v.Text)
	if err != nil {
		return nil
	}
	return &d
}

// maxDigits is how many digits a number may have: see internal/decimal.
const maxDigits = 15

// plainNumber is a number as the portal's sources print it, as it must be written; "" where it is none.
func (c *checker) plainNumber(printed string) string {
	if c.portal.SourceLocale == "en" {
		printed = strings.NewReplacer(",", ".", ".", ",").Replace(printed)
	}
	return source.PlainNumber(printed)
}

// word offers the nearest allowed word, or says which there are.
func (c *checker) word(v *source.Value, known []string) {
	for _, w := range known {
		if v.Text == w {
			return
		}
	}
	if c.unseen(v.Text, valueOf(v)) {
		return
	}
	near := spoken[source.Slug(v.Text)]
	if !slices.Contains(known, near) {
		near = c.nearest(strings.ToLower(v.Text), known)
	}
	if near != "" {
		c.advise(valueOf(v), ruleWord, []any{near}, v.Text)
		return
	}
	c.advise(valueOf(v), ruleWordOf, []any{strings.Join(known, ", ")}, v.Text)
}

// get returns the value with the key if it has one of the kinds, else nil.
func (r row) get(key string, kinds ...source.Kind) *source.Value {
	v := r.table.Get(key)
	if v == nil {
		return nil
	}
	for _, k := range kinds {
		if v.Kind == k {
			return v
		}
	}
	return nil
}

func (r row) text(key string) string {
	if v := r.get(key, source.String); v != nil {
		return v.Text
	}
	return ""
}

func (r row) bool(key string) bool {
	v := r.get(key, source.Bool)
	return v != nil && v.Bool
}

func (r row) date(key string) model.Date {
	v := r.get(key, source.Date, source.String)
	if v == nil {
		return model.Date{}
	}
	d, _ := parseDate(v)
	return d
}

func (r row) decimal(key string) *decimal.Decimal { return parseNumber(r.table.Get(key)) }

// list returns the elements that are text.
func (r row) list(key string) []*source.Value {
	v := r.get(key, source.ListKind)
	if v == nil {
		return nil
	}
	var out []*source.Value
	for _, e := range v.List {
		if e.Kind == source.String {
			out = append(out, e)
		}
	}
	return out
}

func (r row) texts(key string) []string {
	var out []string
	for _, e := range r.list(key) {
		out = append(out, e.Text)
	}
	return out
}

// fields returns the fields of a table within the record.
func (r row) fields(key string) []*source.Value {
	v := r.get(key, source.TableKind)
	if v == nil {
		return nil
	}
	return v.Table.Fields
}

// count returns a whole number that is not negative; what is none is told.
func (c *checker) count(r row, key string) int {
	d := r.decimal(key)
	if d == nil {
		return 0
	}
	if d.Scale() > 0 || d.Sign() < 0 || d.Cmp(decimal.FromInt(1e9)) > 0 {
		c.notWhole(r.table.Get(key))
		return 0
	}
	n, err := strconv.Atoi(d.String())
	if err != nil {
		return 0
	}
	return n
}

// threeDigits is a number that Vietnamese print means for a thousand times as much: 1.100.
var threeDigits = regexp.MustCompile(`^-?[1-9]\d{0,2}\.\d{3}$`)

// notWhole tells of a number that must be a whole one: 1.100 for 1100 is the usual case.
func (c *checker) notWhole(v *source.Value) {
	var hint []any
	if threeDigits.MatchString(v.Raw) && v.Raw[0] != '-' && c.portal.SourceLocale != "en" {
		hint = []any{source.PlainNumber(v.Raw)}
	}
	c.advise(valueOf(v), ruleWhole, hint, v.Raw)
}
