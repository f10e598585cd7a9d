package history

import (
	"path"
	"regexp"
	"strings"

	"minhbach/internal/decimal"
	"minhbach/internal/model"
	"minhbach/internal/source"
)

// facts are those of one file. They are not changed once made.
type facts struct {
	hash   string // of the blob; "" for what is no file
	byKey  map[Key]*Fact
	asOf   string // only report.toml has one
	broken bool   // what the file says is not known
}

// flattener reads the records of one file of a round.
type flattener struct {
	round  string
	add    func(Key, *Fact, *source.Value)
	broken bool
}

// flatten hands every fact of a file of a round to add, the first of a key first. It returns false where
// something is written that cannot be a fact.
func flatten(round string, root *source.Table, add func(Key, *Fact, *source.Value)) bool {
	f := flattener{round: round, add: add}
	f.each(root, "figures", f.table)
	f.each(root, "work", func(v *source.Value) {
		f.put(Work, "", v.Key, &Fact{States: states(f.words(v.Table, "states")), Unit: text(v.Table, "unit"), Name: text(v.Table, "name")}, v)
	})
	f.each(root, "mechanism", func(v *source.Value) {
		f.put(Mechanism, "", v.Key, f.settled(&Fact{Value: f.number(v.Table, "n"), State: model.State(f.word(v.Table, "state")),
			Published: text(v.Table, "published"), Name: text(v.Table, "name")}), v)
	})
	f.each(root, "check", func(v *source.Value) {
		of := text(v.Table, "of")
		if of == "" {
			of = v.Key
		}
		f.put(Check, "", of, &Fact{State: model.State(f.word(v.Table, "status")), Note: text(v.Table, "note"),
			Document: text(v.Table, "document")}, v)
	})
	f.each(root, "reply", func(v *source.Value) {
		t := v.Table
		f.put(Reply, "", text(t, "unit")+"."+text(t, "of"), &Fact{Value: f.number(t, "value"), State: model.State(f.word(t, "status")),
			Text: text(t, "text"), Unit: text(t, "unit"), Document: text(t, "document")}, v)
	})
	return !f.broken
}

// each reads every table of records [name.ID].
func (f *flattener) each(t *source.Table, name string, read func(*source.Value)) {
	v := t.Get(name)
	if v == nil {
		return
	}
	if v.Kind != source.TableKind {
		f.broken = true
		return
	}
	for _, rec := range v.Table.Fields {
		if rec.Kind != source.TableKind {
			f.broken = true
			continue
		}
		read(rec)
	}
}

func (f *flattener) put(kind Kind, table, address string, fact *Fact, at *source.Value) {
	f.add(Key{kind, f.round, table, address}, fact, at)
}

// table reads one table of figures.
func (f *flattener) table(v *source.Value) {
	id, t := v.Key, v.Table
	of := Fact{Indicator: text(t, "indicator"), Period: text(t, "period")}
	if of.Indicator == "" {
		of.Indicator = id
	}
	entry := func(address string, v *source.Value) {
		if fact := f.entry(of, v); fact != nil {
			f.put(Figure, id, address, fact, v)
		}
	}
	for _, scope := range []model.Scope{model.OfTotal, model.OfCity} {
		if v := t.Get(string(scope)); v != nil {
			entry(string(scope), v)
		}
	}
	f.entries(t.Get("units"), "", entry)
	f.entries(t.Get("counts"), string(model.OfCount)+".", entry)
	if by := t.Get("by"); by != nil && by.Kind == source.TableKind {
		for _, breakdown := range by.Table.Fields {
			f.entries(breakdown, string(model.OfPart)+".", entry)
		}
	}
}

func (f *flattener) entries(v *source.Value, prefix string, entry func(string, *source.Value)) {
	switch {
	case v == nil:
	case v.Kind != source.TableKind:
		f.broken = true
	default:
		for _, e := range v.Table.Fields {
			entry(prefix+e.Key, e)
		}
	}
}

// entry reads a number, a state word or a table; nil where it is none of them.
func (f *flattener) entry(of Fact, v *source.Value) *Fact {
	switch v.Kind {
	case source.Number:
		of.Value = f.decimal(v)
	case source.String:
		of.State = model.State(f.slug(v.Text))
	case source.TableKind:
		t := v.Table
		of.Value, of.Plan, of.Percent = f.number(t, "value"), f.number(t, "plan"), f.number(t, "percent")
		of.State, of.Text, of.Published = model.State(f.word(t, "state")), text(t, "text"), text(t, "published")
	default:
		f.broken = true
		return nil
	}
	return f.settled(&of)
}

// settled gives a figure the state that follows from what is written.
func (f *flattener) settled(fact *Fact) *Fact {
	switch {
	case fact.Value != nil || fact.Percent != nil:
		fact.State = model.Reported
	case fact.State == "" && fact.Text != "":
		fact.State = model.Told
	}
	return fact
}

func text(t *source.Table, key string) string {
	if v := t.Get(key); v != nil && v.Kind == source.String {
		return v.Text
	}
	return ""
}

var slugForm = regexp.MustCompile(`^[a-z0-9][a-z0-9-]*$`)

// slug takes any word that could be a state: which ones there are changes with the tool.
func (f *flattener) slug(word string) string {
	f.broken = f.broken || !slugForm.MatchString(word)
	return word
}

func (f *flattener) word(t *source.Table, key string) string {
	v := t.Get(key)
	if v == nil {
		return ""
	}
	return f.slug(v.Text)
}

func (f *flattener) words(t *source.Table, key string) []string {
	var out []string
	if v := t.Get(key); v != nil {
		for _, e := range v.List {
			out = append(out, f.slug(e.Text))
		}
	}
	return out
}

func (f *flattener) number(t *source.Table, key string) *decimal.Decimal {
	v := t.Get(key)
	if v == nil {
		return nil
	}
	return f.decimal(v)
}

func (f *flattener) decimal(v *source.Value) *decimal.Decimal {
	d, err := decimal.Parse(v.Text)
	if err != nil || v.Kind != source.Number {
		f.broken = true
		return nil
	}
	return &d
}

const (
	portalName = "portal.toml"
	reportsDir = "reports"
)

// factsOf reads one file of a round.
func factsOf(round, hash string, file *source.File) *facts {
	out := &facts{hash: hash, byKey: map[Key]*Fact{}}
	fits := flatten(round, file.Root, func(k Key, f *Fact, _ *source.Value) {
		if out.byKey[k] == nil {
			out.byKey[k] = f
		}
	})
	out.broken = file.Broken || !fits
	if v := file.Root.Get("as-of"); v != nil {
		out.asOf = v.Text
	}
	return out
}

// roundOf returns the round and name of a file of a round, data/reports/ROUND/NAME.toml.
func roundOf(file string) (round, name string, ok bool) {
	dir, name := path.Split(file)
	round, ok = strings.CutPrefix(strings.TrimSuffix(dir, "/"), "data/"+reportsDir+"/")
	return round, name, ok && !strings.Contains(round, "/")
}
