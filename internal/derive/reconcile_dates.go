package derive

import (
	"slices"
	"time"

	"minhbach/internal/model"
)

// dates finds documents issued after one that speaks of them: that guides them, was issued under them or
// cites them.
func dates(r *Result, round *model.Round) []*Reconciliation {
	var out []*Reconciliation
	for _, d := range r.documentsOf(round) {
		for _, of := range r.spokenOf(d) {
			if days := daysBetween(d, of); days > 0 {
				c := ofDocuments(Dates, round, d, of)
				c.Verdict, c.Days = Differs, days
				out = append(out, c)
			}
		}
	}
	return out
}

// guidances notes the guidances issued after what they guide, with the days between.
func guidances(r *Result, round *model.Round) []*Reconciliation {
	var out []*Reconciliation
	for _, d := range r.documentsOf(round) {
		for _, of := range d.Guides {
			if days := daysBetween(of, d); days > 0 {
				c := ofDocuments(Guidance, round, d, of)
				c.Verdict, c.Days = Noted, days
				out = append(out, c)
			}
		}
	}
	return out
}

// documentsOf returns the round's document, those it cites and the resolutions of its chapters.
func (r *Result) documentsOf(round *model.Round) []*model.Document {
	var out []*model.Document
	if round.Document != nil {
		out = append(out, round.Document)
	}
	out = append(out, keep(r.Portal.Documents, func(d *model.Document) bool { return d.Round == round.ID })...)
	for _, ch := range round.Chapters {
		for _, res := range ch.Resolutions {
			out = append(out, res.Doc)
		}
	}
	return once(out)
}

// spokenOf returns the documents that d guides, was issued under or, being a report, cites.
func (r *Result) spokenOf(d *model.Document) []*model.Document {
	out := append(slices.Clone(d.Guides), d.Based...)
	return once(append(out, keep(r.Portal.Documents, func(c *model.Document) bool { return c.Round == d.ID })...))
}

// daysBetween returns how many days a was issued before b; 0 where a date is not known.
func daysBetween(a, b *model.Document) int {
	if a.Issued.IsZero() || b.Issued.IsZero() {
		return 0
	}
	return int(b.Issued.Time().Sub(a.Issued.Time()) / (24 * time.Hour))
}

// ofDocuments begins a reconciliation about a document and the one it speaks of, in the chapter on either.
func ofDocuments(rule Rule, round *model.Round, d, of *model.Document) *Reconciliation {
	c := &Reconciliation{ID: string(rule) + "." + d.ID + "." + of.ID, Rule: rule, Documents: []*model.Document{d, of}}
	for _, doc := range c.Documents {
		if doc.Round == round.ID && doc.CitedAt != (model.Place{}) {
			c.At = append(c.At, doc.CitedAt)
		}
		for _, ch := range round.Chapters {
			if slices.ContainsFunc(ch.Resolutions, func(res *model.Resolution) bool { return res.Doc == doc }) {
				c.Chapter = ch
			}
		}
	}
	return c
}
