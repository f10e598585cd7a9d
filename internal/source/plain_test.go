package source

import "testing"

// What a hint gives is typed as it stands: a point that parts no thousands must not vanish.
func TestAPrintedNumberIsOfferedOnlyAsWhatItSays(t *testing.T) {
	for printed, want := range map[string]string{
		"1.100": "1100", "1.234.567,5": "1234567.5", "7,4%": "7.4", " 7,4 % ": "7.4", "1100": "1100", "-3,5": "-3.5", "0": "0",
		"94.8": "94.8", "3.98": "3.98", "1.1000": "1.1000", "1.10.000": "", "12.34,5": "", "1,2,3": "", "1.100 cây": "", "": "", "-": "",
	} {
		if got := PlainNumber(printed); got != want {
			t.Errorf("%q is offered as %q, want %q", printed, got, want)
		}
	}
}
