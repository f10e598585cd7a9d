package decimal

import (
	"math/big"
	"testing"
)

func TestParseGivesBackWhatWasWritten(t *testing.T) {
	for in, want := range map[string]string{
		"0": "0", "173": "173", "886.3": "886.3", "-0.5": "-0.5", "0.050": "0.05", "999999999999999": "999999999999999",
	} {
		d, err := Parse(in)
		if err != nil || d.String() != want {
			t.Errorf("Parse(%q) = %v, %v; want %s", in, d, err, want)
		}
	}
	for _, in := range []string{"", ".5", "5.", "1,5", "1.000.000", "1e3", "+1", "٣", "1234567890123456"} {
		if d, err := Parse(in); err == nil {
			t.Errorf("Parse(%q) = %v, want an error", in, d)
		}
	}
}

func TestSumsAreExact(t *testing.T) {
	var sum Decimal
	for range 10 {
		sum = sum.Add(New(1, 1))
	}
	if !sum.Equal(FromInt(1)) {
		t.Errorf("ten times 0.1 is %v, want 1", sum)
	}
	if got := FromInt(11040).Sub(New(110403, 1)).String(); got != "-0.3" {
		t.Errorf("11040 - 11040.3 = %s, want -0.3", got)
	}
}

func TestRoundAndTruncateDiffer(t *testing.T) {
	r := big.NewRat(923*100, 5227) // 17.658…: the report prints 17,6%
	if got := Round(r, 1).String(); got != "17.7" {
		t.Errorf("rounded %s, want 17.7", got)
	}
	if got := Truncate(r, 1).String(); got != "17.6" {
		t.Errorf("cut off %s, want 17.6", got)
	}
}

func TestDigitsBehindThePointAreBounded(t *testing.T) {
	if _, err := Parse("0.0000000000000001"); err == nil {
		t.Error("sixteen digits behind the point are read: their power of ten would not fit sums")
	}
	if d := Round(big.NewRat(100, 3), 14); d.String() != "33.3333333333333" {
		t.Errorf("a ratio is rounded to %s, not to as many digits as a number holds", d)
	}
	nines, _ := Parse("999999999999999")
	tiny, _ := Parse("0.00000001")
	if CanAdd([]Decimal{nines, tiny}) || !CanAdd([]Decimal{nines, nines}) {
		t.Error("what can be added exactly is not told")
	}
}
