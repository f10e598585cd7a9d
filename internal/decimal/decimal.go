// Package decimal holds the exact numbers of the portal. A published figure such as 886,3 is the
// decimal 886.3 and nothing near it: sums, differences and comparisons never round. Ratios leave the
// decimals and are big.Rat, so that a rounding is always a choice made in the open.
package decimal

import (
	"fmt"
	"math"
	"math/big"
	"strings"
)

// maxDigits is the longest number a figure may have: the most a float64 gives back unchanged, which
// is how the TOML library hands decimals over.
const maxDigits = 15

// Decimal is coef × 10^-scale, with no trailing zero behind the decimal point. The zero value is 0.
type Decimal struct {
	coef  int64
	scale int
}

// New returns coef × 10^-scale.
func New(coef int64, scale int) Decimal { return Decimal{coef, scale}.trim() }

// FromInt returns the whole number n.
func FromInt(n int64) Decimal { return Decimal{coef: n} }

// Parse reads a plain decimal such as "-12", "886.3": ASCII digits, one optional point, at most
// 15 digits.
func Parse(s string) (Decimal, error) {
	digits, neg := strings.CutPrefix(s, "-")
	whole, frac, point := strings.Cut(digits, ".")
	if whole == "" || point && frac == "" {
		return Decimal{}, fmt.Errorf("not a decimal number: %q", s)
	}
	if len(strings.TrimLeft(whole+frac, "0")) > maxDigits || len(frac) > maxDigits {
		return Decimal{}, fmt.Errorf("a number of more than %d digits: %q", maxDigits, s)
	}
	var coef int64
	for _, r := range whole + frac {
		if r < '0' || r > '9' {
			return Decimal{}, fmt.Errorf("not a decimal number: %q", s)
		}
		coef = coef*10 + int64(r-'0')
	}
	if neg {
		coef = -coef
	}
	return New(coef, len(frac)), nil
}

func (d Decimal) trim() Decimal {
	for d.scale > 0 && d.coef%10 == 0 {
		d.coef /= 10
		d.scale--
	}
	return d
}

// align brings both numbers to one scale.
func align(a, b Decimal) (ca, cb int64, scale int) {
	scale = max(a.scale, b.scale)
	return a.coef * pow10(scale-a.scale), b.coef * pow10(scale-b.scale), scale
}

func pow10(n int) int64 {
	p := int64(1)
	for range n {
		p *= 10
	}
	return p
}

// Add returns d + e.
func (d Decimal) Add(e Decimal) Decimal {
	a, b, s := align(d, e)
	return New(a+b, s)
}

// Sub returns d - e.
func (d Decimal) Sub(e Decimal) Decimal {
	a, b, s := align(d, e)
	return New(a-b, s)
}

// Neg returns -d.
func (d Decimal) Neg() Decimal { return Decimal{-d.coef, d.scale} }

// Abs returns d without its sign.
func (d Decimal) Abs() Decimal {
	if d.coef < 0 {
		return d.Neg()
	}
	return d
}

// Cmp returns -1, 0 or 1 as d is less than, equal to or greater than e.
func (d Decimal) Cmp(e Decimal) int { return d.Rat().Cmp(e.Rat()) }

// Equal reports whether d and e are the same number.
func (d Decimal) Equal(e Decimal) bool { return d.trim() == e.trim() }

// IsZero reports whether d is 0.
func (d Decimal) IsZero() bool { return d.coef == 0 }

// Sign returns -1, 0 or 1.
func (d Decimal) Sign() int { return big.NewInt(d.coef).Sign() }

// Scale returns the number of digits behind the decimal point.
func (d Decimal) Scale() int { return d.trim().scale }

// Rat returns d as an exact fraction.
func (d Decimal) Rat() *big.Rat { return big.NewRat(d.coef, pow10(d.scale)) }

// Float returns the nearest float64, for drawing only.
func (d Decimal) Float() float64 { return float64(d.coef) / float64(pow10(d.scale)) }

// Round returns r rounded half away from zero to scale digits behind the point, or to as many of them as a
// decimal holds. Whoever rounds keeps r below MaxWhole.
func Round(r *big.Rat, scale int) Decimal {
	for ; scale >= 0; scale-- {
		if d, err := Parse(r.FloatString(scale)); err == nil {
			return d
		}
	}
	panic("decimal: a ratio too long to print: " + r.String())
}

// MaxWhole bounds what can be rounded to a whole number.
var MaxWhole = big.NewRat(999_999_999_999_999, 1)

// CanAdd reports whether numbers, and any sum or difference of some of them, fit a decimal exactly.
func CanAdd(numbers []Decimal) bool {
	var size float64
	var scale int
	for _, d := range numbers {
		size, scale = size+math.Abs(d.Float()), max(scale, d.Scale())
	}
	return size*math.Pow10(scale) <= math.MaxInt64/2
}

// Truncate returns r cut off, toward zero, after scale digits behind the point.
func Truncate(r *big.Rat, scale int) Decimal {
	n := new(big.Int).Mul(r.Num(), big.NewInt(pow10(scale)))
	n.Quo(n, r.Denom())
	return New(n.Int64(), scale)
}

// String returns d with a decimal point and no grouping, the form TOML and CSV use.
func (d Decimal) String() string {
	s := fmt.Sprintf("%0*d", d.scale+1, d.Abs().coef)
	if d.scale > 0 {
		s = s[:len(s)-d.scale] + "." + s[len(s)-d.scale:]
	}
	if d.coef < 0 {
		s = "-" + s
	}
	return s
}

// MarshalText gives the form of String.
func (d Decimal) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads the form of MarshalText.
func (d *Decimal) UnmarshalText(text []byte) error {
	read, err := Parse(string(text))
	if err == nil {
		*d = read
	}
	return err
}
