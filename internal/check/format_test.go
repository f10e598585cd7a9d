package check

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"minhbach/internal/diag"
)

// line is one row of a table of doc/format.md.
type line struct {
	doc        string // the line of the page that introduces the table
	name, kind string
	required   bool
	meaning    string
}

var code = regexp.MustCompile("`([^`]+)`")

// described reads the tables of fields of doc/format.md.
func described(t *testing.T) (lines []line, page string) {
	t.Helper()
	text, err := os.ReadFile("../../doc/format.md")
	if err != nil {
		t.Fatal(err)
	}
	var doc string
	fields := false
	for _, l := range strings.Split(string(text), "\n") {
		if slices.ContainsFunc(Records, func(r *Record) bool { return r.Doc != "" && strings.HasPrefix(l, r.Doc) }) {
			doc = l
		}
		switch {
		case strings.HasPrefix(l, "| key |"):
			fields = true
		case !strings.HasPrefix(l, "|"):
			fields = false
		case fields && !strings.HasPrefix(l, "|--"):
			cells := strings.Split(strings.Trim(l, "|"), "|")
			for _, name := range code.FindAllStringSubmatch(cells[0], -1) {
				lines = append(lines, line{doc: doc, name: name[1], kind: strings.TrimSpace(cells[1]),
					required: strings.TrimSpace(cells[2]) == "required", meaning: strings.Join(cells[3:], "|")})
			}
		}
	}
	return lines, string(text)
}

func TestEveryFieldIsDescribedAsItIsChecked(t *testing.T) {
	lines, page := described(t)
	seen := map[int]bool{}
	for _, r := range Records {
		for _, f := range r.Fields {
			if r.Doc == "" {
				continue
			}
			i := slices.IndexFunc(lines, func(l line) bool { return strings.HasPrefix(l.doc, r.Doc) && l.name == r.Prefix+f.Name })
			if i < 0 {
				t.Errorf("%s%s, below %q, is not described", r.Prefix, f.Name, r.Doc)
				continue
			}
			seen[i] = true
			if l := lines[i]; l.kind != string(f.Type) || l.required != f.Required {
				t.Errorf("%s is described as %s, required %v; it is checked as %s, required %v", l.name, l.kind, l.required, f.Type, f.Required)
			}
			if l := lines[i]; strings.TrimSpace(l.meaning) != r.About(f.Name).EN {
				t.Errorf("%s, below %q, is described as %q; the schema says %q", l.name, l.doc, l.meaning, r.About(f.Name).EN)
			}
			for _, w := range f.Words {
				if !strings.Contains(page, "`"+w+"`") {
					t.Errorf("the word %q of %s is not described", w, f.Name)
				}
			}
		}
	}
	for i, l := range lines {
		if !seen[i] {
			t.Errorf("%s, below %q, is described and not known to the check", l.name, l.doc)
		}
	}
}

// An editor reads these in the schema, in the language of the portal, and beside what new writes.
func TestEveryFieldAndWordIsToldInBothLanguages(t *testing.T) {
	for _, r := range Records {
		told := []diag.Text{r.Title()}
		for _, f := range r.Fields {
			told = append(told, r.About(f.Name))
			for _, w := range f.Words {
				if m := About(w); m.VI == "" || m.EN == "" {
					t.Errorf("nobody says what the word %q of %s means", w, f.Name)
				}
			}
		}
		for i, said := range told {
			if said.VI == "" || said.EN == "" {
				t.Errorf("%q: the %d-th text is missing in a language: %q", r.Title().EN, i, said)
			}
		}
		if extra := len(about[r].fields) - len(r.Fields); extra > 0 {
			t.Errorf("%q describes %d fields that it does not have", r.Title().EN, extra)
		}
	}
}

func TestWhatATableWithinAFieldHoldsIsKnown(t *testing.T) {
	for _, r := range Records {
		for _, f := range r.Fields {
			if in := f.Contents(); f.Type == Sub && in.One == nil && in.Each == nil && in.Type == "" {
				t.Errorf("nobody says what %s holds", f.Name)
			}
		}
	}
}

func TestTheFieldsOfInlineTablesAreNamedWhereTheyStand(t *testing.T) {
	lines, _ := described(t)
	for name, r := range map[string]*Record{"announced": announcedRecord, "items": itemRecord} {
		i := slices.IndexFunc(lines, func(l line) bool { return l.name == name })
		if i < 0 {
			t.Errorf("%s is not described", name)
			continue
		}
		for _, f := range r.Fields {
			if !regexp.MustCompile(`\b` + f.Name + `\b`).MatchString(lines[i].meaning) {
				t.Errorf("the description of %s does not name %s", name, f.Name)
			}
		}
	}
}

func TestEveryTableOfRecordsIsDescribed(t *testing.T) {
	_, page := described(t)
	for _, r := range Records {
		for _, p := range r.Parts {
			if !strings.Contains(page, "`["+p.Name+".ID]`") && !strings.Contains(page, "`"+p.Name+".") {
				t.Errorf("[%s.ID] is not described", p.Name)
			}
		}
	}
}

func TestThePagesALinkMayNameAreDescribed(t *testing.T) {
	_, page := described(t)
	for _, p := range sitePages {
		if !strings.Contains(page, "`"+p+"`") {
			t.Errorf("the page %s is not described", p)
		}
	}
}
