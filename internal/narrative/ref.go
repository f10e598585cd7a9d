package narrative

import (
	"regexp"
	"strings"

	"minhbach/internal/diag"
)

// Ref is one binding: {{ TABLE/ADDRESS.FIELD@ROUND as FORMAT }}, or the difference of two figures,
// {{ FIGURE less FIGURE }}. Only its form is checked here; what it names is looked up by whoever knows
// the data.
type Ref struct {
	Pos     diag.Pos // of the first brace
	Width   int      // characters, braces included
	Raw     string   // as written between the braces, without the spaces around it
	Table   string   // "budget-revenue-2023"; "work" for {{ work as late }}
	Address string   // "dai-nai", "total", "city", "part.primary", "count.identified"; "" without
	Field   string   // "percent", "plan", "published"; "" without
	Round   string   // after @; "": that of the file
	Format  string   // after "as": "ratio", "share", "reported", "units", "units in identified", "late", "units as late"; "" without
	InWords bool     // a number is to be spelled out; with nothing else behind "as", Format is "words"
	Less    *Ref     // what is taken from the figure: table, address, field and round of another; nil without
}

const figureForm = `([a-z0-9][a-z0-9-]*)` + // table
	`(?:/((?:part\.|count\.)?[a-z0-9][a-z0-9-]*)(?:\.([a-z0-9][a-z0-9-]*))?)?` + // address, field
	`(?:@([a-z0-9][a-z0-9-]*))?` // round

var refForm = regexp.MustCompile(`^` + figureForm + `(?: less ` + figureForm + `)?((?: [a-z][a-z-]*)*)$`)

// parseRef reads what stands between the braces; ok is false when it has not the form of a binding.
func parseRef(raw string) (ref Ref, ok bool) {
	ref.Raw = strings.Trim(raw, " \t")
	m := refForm.FindStringSubmatch(strings.Join(strings.Fields(ref.Raw), " "))
	if m == nil {
		return ref, false
	}
	ref.Table, ref.Address, ref.Field, ref.Round = m[1], m[2], m[3], m[4]
	ref.Format, ok = parseFormat(m[9], ref.Table == "work" && ref.Address == "")
	if rest, words := strings.CutSuffix(ref.Format, " as words"); words {
		ref.Format, ref.InWords = rest, true
	}
	ref.InWords = ref.InWords || ref.Format == "words"
	plain := ref.Format == "" || ref.Format == "words"
	if m[5] != "" {
		ref.Less = &Ref{Raw: ref.Raw, Table: m[5], Address: m[6], Field: m[7], Round: m[8]}
		return ref, ok && plain && ref.Address != "" && ref.Less.Address != ""
	}
	return ref, ok && (ref.Address != "" || !plain)
}

// names are what stands between the signs of a figure.
var names = regexp.MustCompile(`[^/.@]+`)

// withIDs writes the names in a binding as ids are written, without marks, capitals and spaces:
// "trees-planted/Thạch Hạ as ratio" as "trees-planted/thach-ha as ratio"; "" where that is no binding either.
func withIDs(raw string) string {
	figures, format, formatted := strings.Cut(raw, " as ")
	sides := strings.Split(figures, " less ")
	for i, side := range sides {
		sides[i] = names.ReplaceAllStringFunc(side, slug)
	}
	ids := strings.Join(sides, " less ")
	if formatted {
		ids += " as " + strings.Join(strings.Fields(format), " ")
	}
	if _, ok := parseRef(ids); !ok {
		return ""
	}
	return ids
}

// parseFormat takes " as FORMAT" or "", and " units as STATE" for works.
func parseFormat(s string, work bool) (format string, ok bool) {
	if units, found := strings.CutPrefix(s, " units as "); found && work {
		return "units as " + units, true
	}
	if s == "" {
		return "", true
	}
	return strings.CutPrefix(s, " as ")
}
