package render

import (
	"minhbach/internal/markup"
	"minhbach/internal/model"
)

// former is an address under which a unit stood once.
type former struct {
	id  string
	now *model.Unit
}

// formers are all former addresses of units.
func (s *site) formers() []former {
	var out []former
	for _, u := range s.portal.Units {
		for _, id := range u.FormerIDs() {
			out = append(out, former{id, u})
		}
	}
	return out
}

func formerPath(f former) string { return "don-vi/" + f.id + ".html" }

// moved stands at a former address and leads to where the page is now. Nobody is sent on without asking: a
// server that has the rule for it does so before the page is seen.
func (s *site) moved(f former) *page {
	p := s.page(formerPath(f), "moved", "")
	name := s.unitName(f.now)
	p.title = s.Locale.T("moved.title", "unit", capital(name), "old", f.id)
	p.h1 = s.Locale.T("moved.heading", "unit", name)
	p.canonical = unitPath(f.now)
	p.current = unitsPath
	p.crumbs = p.trail(link{s.Locale.T("nav.units"), p.href(unitsPath)}, link{f.now.Name, ""})
	p.lead = markup.Escape(s.Locale.T("moved.lead"))
	p.description = s.Locale.T("moved.description", "unit", name)
	p.acts = []link{{s.Locale.T("moved.to", "unit", name), p.href(unitPath(f.now))}}
	return p
}

// Move is a page with its tables and feed that has another address now: both without an ending.
type Move struct{ From, To string }

// Moves are the pages that moved, for the rules of a server.
func (s *Site) Moves() []Move {
	var out []Move
	for _, f := range s.formers() {
		out = append(out, Move{"don-vi/" + f.id, "don-vi/" + f.now.ID})
	}
	return out
}
