package acceptance

import "slices"

// much, little and commune are three units whose pages differ most: one of which the report says much, one
// of which it says little, and one of the other kind.
const much, little, commune = "don-vi/dai-nai.html", "don-vi/tran-phu.html", "don-vi/thach-ha.html"

// sample is the longest page of every kind, and of units three.
func sample() []*page {
	out := []*page{}
	for _, kind := range kinds {
		if kind == "unit" {
			out = append(out, built.page(much), built.page(little), built.page(commune))
			continue
		}
		longest := slices.MaxFunc(built.pages, func(a, b *page) int { return a.length(kind) - b.length(kind) })
		out = append(out, longest)
	}
	return out
}

// length is that of a page of the kind, 0 of any other.
func (p *page) length(kind string) int {
	if p.kind != kind {
		return 0
	}
	return len(p.body)
}
