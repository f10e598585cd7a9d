package render

import (
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
	add := func(d *narrative.Doc) {
		if d == nil {
			return
		}
		for _, ref := range d.Refs() {
			t := s.tableOf(ref)
			if t == nil || ref.Format != "ratio" && ref.Format != "share" && ref.Less == nil {
				continue
			}
			if key := t.Round.ID + "#" + computedAnchor(ref, t) + "#" + t.ID; !seen[key] {
				seen[key] = true
				out[t] = append(out[t], ref)
			}
		}
	}
	for _, pg := range s.portal.Pages {
		add(pg.Doc)
	}
	for _, r := range s.portal.Rounds {
		add(r.Narrative)
	}
	for _, r := range s.portal.Resolutions {
		add(r.Narrative)
	}
	for _, u := range s.portal.Units {
		add(u.Narrative)
	}
	return out
}

// computedAnchor is the permanent name, on the page of its indicator, of what a binding computes.
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
	if len(t.Later) > 0 {
		parts = append(parts, t.Round.ID)
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
		if r := p.roundOf(ref); r != p.Result.Registers.Works {
			return reportPath(r)
		}
		return worksPath + "#" + worksTableID
	}
	t := p.tableOf(ref)
	switch {
	case t == nil:
		return ""
	case ref.Address == "":
		return indicatorPath(t.Indicator) + "#" + tableAnchor(t)
	case ref.Less == nil && (ref.Format == "" || ref.Format == "words"):
		return ""
	}
	return indicatorPath(t.Indicator) + "#" + computedAnchor(ref, t)
}
