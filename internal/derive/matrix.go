package derive

import "slices"

// matrix returns the units counted in the newest round × its chapters in report order.
func (r *Result) matrix() *Matrix {
	m := &Matrix{Chapters: chaptersOf(r.Round)}
	if r.Round == nil {
		return m
	}
	units := r.people.counted(r.Round)
	slices.SortStableFunc(units, r.people.byKind)
	for _, u := range units {
		v := r.units[u]
		m.Rows = append(m.Rows, MatrixRow{Unit: u, Cells: v.Chapters, Late: keep(v.Works, isLate)})
	}
	return m
}
