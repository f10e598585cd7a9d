package model

import "testing"

func TestAPlaceIsReadAndWrittenBackTheSame(t *testing.T) {
	for _, s := range []string{"I", "III.5", "III.5/r12/thu", "V.3.c/b2", "III.5/total/chi", "II.2/p2", "III.6/b5"} {
		p, ok := ParsePlace(s)
		if !ok || p.String() != s {
			t.Errorf("%s is read as %+v and written %s", s, p, p)
		}
	}
	for _, s := range []string{"", "/r1", "III.5//thu", "III.5/"} {
		if p, ok := ParsePlace(s); ok {
			t.Errorf("%q is read as %+v, want it refused", s, p)
		}
	}
}

func TestASectionHoldsItsSubsectionsAndNoOthers(t *testing.T) {
	p, _ := ParsePlace("III.5/r1")
	for section, want := range map[string]bool{"III.5": true, "III": true, "II": false, "III.50": false, "I": false} {
		if got := p.Within(section); got != want {
			t.Errorf("III.5 within %s: %v, want %v", section, got, want)
		}
	}
}

// A unit the source is silent on is not stated; it is never the zero figure.
func TestAUnitLeftOutIsNotStated(t *testing.T) {
	in, out := &Unit{ID: "in"}, &Unit{ID: "out"}
	table := &Table{Units: []*Figure{{Unit: in, State: Blank}}}
	table.Index()
	if table.Of(out) != nil || table.StateOf(out) != NotStated {
		t.Errorf("the unit left out is %v, %s", table.Of(out), table.StateOf(out))
	}
	if table.StateOf(in) != Blank {
		t.Errorf("the blank cell is %s", table.StateOf(in))
	}
}

// Permanent addresses must tell the figures of a table apart.
func TestFiguresOfATableHaveAddressesOfTheirOwn(t *testing.T) {
	u := &Unit{ID: "thach-ha"}
	table := &Table{
		Total:  &Figure{Scope: OfTotal},
		City:   &Figure{Scope: OfCity},
		Parts:  []*Figure{{Scope: OfPart, Category: Category{ID: "primary"}}},
		Counts: []*Figure{{Scope: OfCount, Counted: Identified}},
		Units:  []*Figure{{Scope: OfUnit, Unit: u}},
	}
	seen := map[string]bool{}
	for _, f := range table.All() {
		if seen[f.Address()] {
			t.Errorf("two figures at %s", f.Address())
		}
		seen[f.Address()] = true
	}
	if len(seen) != 5 {
		t.Errorf("addresses %v", seen)
	}
}
