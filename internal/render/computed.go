package render

import (
	"cmp"
	"strings"

	"minhbach/internal/model"
	"minhbach/internal/narrative"
)

// A computed number has a permanent place too: on the page of the indicator it is made from, where its
// arithmetic stands with every number linked to where that one comes from. What the units add up to and what
// is left of the total stand there always; ratios, shares and differences where a narrative prints them.

// computedRefs are the bindings of all narratives that compute something, by table, each once.
func (s *site) computedRefs() map[*model.Table][]narrative.Ref {
	out := map[*model.Table][]narrative.Ref{}
	seen := map[string]bool{}
	add := func(d *narrative.Doc, own *model.Round) {
		if d == nil {
			return
		}
		if named := s.roundNamed(d.Front.Round); named != nil {
			own = named
		}
		for _, ref := range d.Refs() {
			t := s.tableAt(ref, own)
			if t == nil || ref.Format != "ratio" && ref.Format != "share" && ref.Less == nil {
				continue
			}
			ref = inRounds(ref, own)
			if key := t.Round.ID + "#" + computedAnchor(ref, t) + "#" + t.ID; !seen[key] {
				seen[key] = true
				out[t] = append(out[t], ref)
			}
		}
	}
	for _, pg := range s.portal.Pages {
		add(pg.Doc, s.round)
	}
	for _, r := range s.portal.Rounds {
		add(r.Narrative, r)
	}
	for _, r := range s.portal.Resolutions {
		add(r.Narrative, s.round)
	}
	for _, u := range s.portal.Units {
		add(u.Narrative, s.round)
	}
	return out
}

func (s *site) roundNamed(id string) *model.Round {
	for _, r := range s.portal.Rounds {
		if r.ID == id {
			return r
		}
	}
	return nil
}

// tableAt is the table a binding names, in its own round or that of the text.
func (s *site) tableAt(ref narrative.Ref, own *model.Round) *model.Table {
	if r := s.roundNamed(ref.Round); r != nil {
		own = r
	}
	if own == nil {
		return nil
	}
	return own.Table(ref.Table)
}

// inRounds names the rounds that a binding leaves to its text: own.
func inRounds(ref narrative.Ref, own *model.Round) narrative.Ref {
	ref.Round = cmp.Or(ref.Round, own.ID)
	if ref.Less != nil {
		less := *ref.Less
		less.Round = cmp.Or(less.Round, own.ID)
		ref.Less = &less
	}
	return ref
}

// computedAnchor is the permanent name, on the page of its indicator, of what a binding computes. The binding
// names its rounds.
func computedAnchor(ref narrative.Ref, t *model.Table) string {
	parts := []string{"computed", ref.Format}
	switch {
	case ref.Less != nil:
		parts = []string{"computed", "less", ref.Address, ref.Field, ref.Less.Table, ref.Less.Address, ref.Less.Field}
		if ref.Less.Round != t.Round.ID {
			parts = append(parts, ref.Less.Round)
		}
	case ref.Format == "ratio" || ref.Format == "share":
		parts = append(parts, ref.Address)
	}
	var named []string
	for _, part := range append(parts, t.Period.ID) {
		if part != "" {
			named = append(named, part)
		}
	}
	return strings.Join(named, ".")
}

// computedPath is where a number of ours is shown with what it was made from: a result with its arithmetic,
// a count with what was counted; "" for what the source prints.
func (p *page) computedPath(ref narrative.Ref) string {
	if ref.Table == "work" && ref.Address == "" {
		return worksPath + "#" + worksTableID
	}
	t := p.tableAt(ref, p.round)
	switch {
	case t == nil:
		return ""
	case ref.Address == "":
		return indicatorPath(t.Indicator) + "#ky-" + t.Period.ID
	case ref.Less == nil && (ref.Format == "" || ref.Format == "words"):
		return ""
	}
	anchor := computedAnchor(inRounds(ref, p.round), t)
	for _, w := range p.workingsOf(t) {
		if w.anchor == anchor {
			return indicatorPath(t.Indicator) + "#" + anchor
		}
	}
	return ""
}
