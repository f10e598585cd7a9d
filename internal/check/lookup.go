package check

import (
	"strings"

	"minhbach/internal/diag"
	"minhbach/internal/model"
	"minhbach/internal/source"
)

// catalog is the things of one kind that ids refer to.
type catalog[T any] struct {
	noun  diag.Text
	where string // the file or folder that has them
	ids   []string
	byID  map[string]T
	at    map[string]diag.Pos
}

func (k *catalog[T]) of(noun diag.Text, where string) {
	k.noun, k.where, k.byID, k.at = noun, where, map[string]T{}, map[string]diag.Pos{}
}

// add puts a thing in; one whose id stands already is told and left out.
func (k *catalog[T]) add(c *checker, id string, at place, thing T) bool {
	if first, found := k.at[id]; found {
		c.find(at, source.Duplicate, id, first)
		return false
	}
	k.ids = append(k.ids, id)
	k.byID[id], k.at[id] = thing, at.pos
	return true
}

// find returns the thing that a value names; a name nobody has is told.
func (k *catalog[T]) find(c *checker, v *source.Value) (thing T, ok bool) {
	if v == nil || v.Kind != source.String || blank(v) {
		return thing, false
	}
	return k.named(c, v.Text, valueOf(v))
}

// named is find for an id that stands elsewhere than in a value.
func (k *catalog[T]) named(c *checker, id string, at place) (thing T, ok bool) {
	if thing, ok = k.byID[id]; ok {
		return thing, true
	}
	c.unknownID(at, id, k.noun, k.where, k.ids)
	return thing, false
}

// all returns the things that a list names.
func (k *catalog[T]) all(c *checker, list []*source.Value) []T {
	var out []T
	for _, v := range list {
		if thing, ok := k.find(c, v); ok {
			out = append(out, thing)
		}
	}
	return out
}

// fewIDs are told one by one where none is near.
const fewIDs = 12

func (c *checker) unknownID(at place, id string, noun diag.Text, where any, known []string) {
	if c.misplaced[id] || c.unseen(id, at) {
		return
	}
	near := c.nearest(id, known)
	if near == "" {
		near = c.nearest(source.Slug(id), known)
	}
	switch {
	case near != "":
		c.advise(at, ruleUnknownID, []any{near}, noun, id, where)
	case len(known) > 0 && len(known) <= fewIDs:
		c.advise(at, ruleUnknownIDOf, []any{strings.Join(known, ", ")}, noun, id, where)
	default:
		c.advise(at, ruleUnknownID, nil, noun, id, where)
	}
}

// unit returns the unit with the id; a name or another spelling is told as such.
func (c *checker) unit(id string, at place) *model.Unit {
	if u, ok := c.units.byID[id]; ok {
		return u
	}
	if c.misplaced[id] || c.unseen(id, at) {
		return nil
	}
	slug := source.Slug(id)
	switch named := c.named(slug); {
	case len(named) > 1:
		c.advise(at, ruleUnknownUnitOf, []any{strings.Join(named, ", ")}, id)
	case len(named) == 1:
		c.advise(at, ruleUnknownUnit, []any{named[0]}, id)
	default:
		near := []any{c.nearest(slug, c.units.ids)}
		if near[0] == "" {
			near = nil
		}
		c.advise(at, ruleUnknownUnit, near, id)
	}
	return nil
}

// named are the ids of the units that a slug names, which may begin with the word for their kind or its first
// letter, as in “phường An Bình” and “P. An Bình”.
func (c *checker) named(slug string) []string {
	if ids := c.unitNames[slug]; len(ids) > 0 {
		return ids
	}
	for _, k := range c.portal.Kinds {
		word := source.Slug(k.Name)
		for _, before := range []string{word + "-", initials(word) + "-"} {
			rest, found := strings.CutPrefix(slug, before)
			switch ids := c.unitNames[rest]; {
			case found && c.units.byID[rest] != nil:
				return []string{rest}
			case found && len(ids) > 0:
				return ids
			}
		}
	}
	return nil
}

// initials gives tt for thi-tran.
func initials(slug string) string {
	out := ""
	for _, word := range strings.Split(slug, "-") {
		out += word[:min(len(word), 1)]
	}
	return out
}

// everyUnit is the word for all units of a round.
const everyUnit = "all"

// unitsOf returns the units that a list names; all is told apart where it stands alone.
func (c *checker) unitsOf(r row, key string) (units []*model.Unit, all bool) {
	list := r.list(key)
	if len(list) == 1 && list[0].Text == everyUnit {
		return nil, true
	}
	seen := map[*model.Unit]bool{}
	for _, v := range list {
		u := c.unit(v.Text, valueOf(v))
		if seen[u] {
			c.find(valueOf(v), ruleTwice, v.Text)
			continue
		}
		if u != nil {
			seen[u] = true
			units = append(units, u)
		}
	}
	return units, false
}
