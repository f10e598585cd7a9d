package intake

import (
	"strings"
	"testing"

	"minhbach/internal/diag"
	"minhbach/internal/sheet"
)

func typed(s string) sheet.Cell { return sheet.T(sheet.Plain, s) }
func held1(s string) sheet.Cell { return sheet.N(sheet.Plain, s) }

// outcome is the number, or the rule that refuses it.
func outcome(lang string, c sheet.Cell, percent bool) any {
	d, rule := numbers{lang: lang}.read(c, "cây", percent)
	if rule != nil {
		return rule
	}
	return d.String()
}

func TestANumberIsTakenOnlyWhereItHasOneReading(t *testing.T) {
	for text, want := range map[string]any{
		"1100": "1100", "1.100": "1100", "11.383": "11383", "1.234.567": "1234567", "7,4": "7.4", "1.100,5": "1100.5", "0": "0", "05": "5",
		"0,125": "0.125", "1.100,125": "1100.125", "1234,125": "1234.125", "-3": "-3", " 11\u00A0383 ": "11383", "11\u202F383 cây": "11383", "11 383": ruleTwo, "120 150": ruleTwo, "11\u00A0383\u00A05": ruleTwo, "1\u00A0234 567": ruleTwo,
		"'1.100": "1100", "11.383 cây": "11383", "11.383 CÂY": "11383", "11.383ca\u0302y": "11383",
		"-0": ruleAmbiguous, "1,100": ruleAmbiguous, "1,100.5": ruleAmbiguous, "7.4": ruleAmbiguous, "1.10": ruleAmbiguous, "0.100": ruleAmbiguous, "1.1000": ruleAmbiguous,
		"–": ruleNought, "không": ruleNought, "Chưa có": ruleNought, "x": ruleNought, "-": ruleNought, "…": ruleNought,
		"173 =6%": ruleTwo, "1.100/14.170=7,4%": ruleTwo, "3 4": ruleTwo, "5/12": ruleTwo, "10-12": ruleTwo, "7,4%": ruleNumber,
		"nhiều": ruleNumber, "khoảng 30": ruleNumber, "1.100 m": ruleNumber, "1e3": ruleNumber, "１１": ruleNumber, "cây": ruleNumber,
		"1234567890123456": ruleLong, "1.234.567.890.123.456": ruleLong, "+5": ruleNumber, "NaN": ruleNumber, "0x10": ruleNumber,
	} {
		if got := outcome("vi", typed(text), false); got != want {
			t.Errorf("%q is %v, want %v", text, said(got), said(want))
		}
	}
	for text, want := range map[string]any{"1,100": "1100", "7.4": "7.4", "1,100.5": "1100.5", "1.100": ruleAmbiguous, "7,4": ruleAmbiguous, "11,383 cây": "11383"} {
		if got := outcome("en", typed(text), false); got != want {
			t.Errorf("in English %q is %v, want %v", text, said(got), said(want))
		}
	}
}

func said(outcome any) any {
	if r, ok := outcome.(*diag.Rule); ok {
		return r.Message.EN
	}
	return outcome
}

func TestANumberInACellIsWhatTheFileHolds(t *testing.T) {
	shown := func(s string) sheet.Cell { return sheet.Cell{Kind: sheet.Number, Text: s, Percent: true} }
	for i, c := range []struct {
		cell    sheet.Cell
		percent bool
		want    any
	}{
		{held1("7.4000000000000004"), false, "7.4"}, {held1("1.1E3"), false, "1100"}, {held1("886.29999999999995"), false, "886.3"},
		{held1("886.30000000000007"), false, ruleComputed}, {held1("0.1234567890123456"), false, ruleComputed}, {held1("1e300"), false, ruleComputed},
		{shown("7.3999999999999996E-2"), true, "7.4"}, {shown("0.074"), false, rulePercent}, {shown("1"), true, "100"}, {shown("-999999999999999"), true, ruleComputed},
		{shown("0.0712345"), true, "7.12345"}, {held1("7.4"), true, "7.4"}, {typed("7,4%"), true, "7.4"}, {typed("7,4 %"), true, "7.4"}, {typed("%"), true, ruleNumber},
		{sheet.Cell{Kind: sheet.Date, Text: "45265"}, false, ruleDate}, {sheet.Cell{Kind: sheet.Fault, Text: "#REF!"}, false, ruleFault},
		{sheet.Cell{Kind: sheet.Bool, Text: "TRUE"}, false, ruleNumber}, {sheet.Cell{Kind: sheet.Number, Text: "398.4", Differs: true}, false, ruleShown},
	} {
		if got := outcome("vi", c.cell, c.percent); got != c.want {
			t.Errorf("%d: %+v is %v, want %v", i, c.cell, said(got), said(c.want))
		}
	}
}

func FuzzNumber(f *testing.F) {
	for _, s := range []string{"1.100,5", "7,4%", "173 =6%", "1e300", "11 383 cây", "-0,000", "٣"} {
		f.Add(s, true)
	}
	f.Fuzz(func(t *testing.T, s string, percent bool) {
		for _, lang := range []string{"vi", "en"} {
			n := numbers{lang: lang}
			d, rule := n.read(typed(s), "cây", percent)
			if _, other := n.read(held1(s), "", percent); rule != nil || other == ruleNumber {
				continue
			}
			// What was taken is read again as the same where it is written as the language writes it.
			again, rule := n.read(typed(strings.ReplaceAll(d.String(), ".", n.forms().point)), "", percent)
			if rule == ruleAmbiguous && len(d.String()) < 9 {
				continue // three decimals and no group
			}
			if rule != nil || !again.Equal(d) {
				t.Errorf("%q is %s, and that is %s, %v", s, d, again, said(rule))
			}
		}
	})
}
