package search

import (
	"encoding/json"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"minhbach/internal/locale"
	"minhbach/internal/render"
	"minhbach/layouts"
)

// read gives the argument of the one call that a script is.
func read[T any](t *testing.T, f File, call string) T {
	t.Helper()
	body, ok := strings.CutPrefix(string(f.Body), "MinhBachSearch."+call+"(")
	body, closed := strings.CutSuffix(body, ");\n")
	var out T
	if err := json.Unmarshal([]byte(body), &out); !ok || !closed || err != nil {
		t.Fatalf("%s is no call of %s with JSON: %v: %.80s", f.Path, call, err, f.Body)
	}
	return out
}

type names struct {
	Words map[string]string
	Kinds []struct{ ID, Word string }
	Parts []string
}

func files(t *testing.T, entries []render.Entry) ([]File, names) {
	t.Helper()
	catalog, err := layouts.FS.ReadFile("messages/vi.json")
	if err != nil {
		t.Fatal(err)
	}
	loc, err := locale.New("vi", catalog)
	if err != nil {
		t.Fatal(err)
	}
	out := Files(entries, loc, func(plain string, body []byte) string { return fmt.Sprintf("assets/%s.%d", plain, len(body)) })
	last := out[len(out)-1]
	if last.Path != "tim.js" {
		t.Fatalf("the last file is %s, want the list", last.Path)
	}
	return out[:len(out)-1], read[names](t, last, "list")
}

func TestSmallPortalIsOnePartThatTheListNames(t *testing.T) {
	entry := render.Entry{Kind: render.ResolutionEntry, Title: `</script>"36/NQ-HĐND`, Path: "nghi-quyet/36-2022.html", Terms: "36-2022"}
	parts, list := files(t, []render.Entry{entry})
	if len(parts) != 1 || !slices.Equal(list.Parts, []string{parts[0].Path}) {
		t.Fatalf("the parts are %v, the list has %v", parts, list.Parts)
	}
	rows := read[[][]any](t, parts[0], "part")
	kind := list.Kinds[int(rows[0][0].(float64))]
	if got := fmt.Sprint(kind.ID, rows[0][1:]); got != `resolution[</script>"36/NQ-HĐND  nghi-quyet/36-2022.html 36-2022]` {
		t.Errorf("the row says %s", got)
	}
	if strings.Contains(string(parts[0].Body), "</script>") {
		t.Error("a name can end the script")
	}
}

func TestListHasEveryWordOfTheSearch(t *testing.T) {
	_, list := files(t, nil)
	for key, word := range list.Words {
		if word == "" || strings.Contains(word, "⟦") {
			t.Errorf("%s is %q", key, word)
		}
	}
	for _, key := range []string{"found", "more"} {
		if !strings.Contains(list.Words[key], "{n}") {
			t.Errorf("%s has no place for the number: %q", key, list.Words[key])
		}
	}
	if len(list.Kinds) != len(render.EntryKinds) {
		t.Errorf("%d kinds of %d have a word", len(list.Kinds), len(render.EntryKinds))
	}
}

// country is n communes in provinces of a hundred, and a few resolutions.
func country(n int) []render.Entry {
	var out []render.Entry
	for i := range 8 {
		out = append(out, render.Entry{Kind: render.ResolutionEntry, Title: fmt.Sprintf("Nghị quyết %d/NQ-HĐND", i), Path: fmt.Sprintf("nghi-quyet/%d.html", i)})
	}
	for i := range n {
		out = append(out, render.Entry{Kind: render.UnitEntry, Title: fmt.Sprintf("Xã Đơn vị %05d", i), Terms: "Tỉnh thứ một trăm lẻ một", Path: fmt.Sprintf("don-vi/u%05d.html", i), Part: fmt.Sprintf("p%d", i/100)})
	}
	return out
}

func TestCountryIsDividedByKindAndThenBetweenTheUnitsAbove(t *testing.T) {
	entries := country(10600)
	parts, list := files(t, entries)
	if len(parts) < 4 || len(parts) > 12 {
		t.Errorf("%d parts: too heavy or too many", len(parts))
	}
	seen, provinces := map[string]int{}, map[string]string{}
	for i, f := range parts {
		if len(f.Body) > mostBytes {
			t.Errorf("%s has %d bytes", f.Path, len(f.Body))
		}
		if list.Parts[i] != f.Path {
			t.Errorf("part %d is %s, the list says %s", i, f.Path, list.Parts[i])
		}
		kinds := map[any]bool{}
		for _, row := range read[[][]any](t, f, "part") {
			kinds[row[0]] = true
			seen[row[3].(string)]++
			if number := regexp.MustCompile(`u(\d{3})\d\d\.`).FindStringSubmatch(row[3].(string)); number != nil {
				if at := provinces[number[1]]; at != "" && at != f.Path {
					t.Errorf("province %s is in %s and in %s", number[1], at, f.Path)
				}
				provinces[number[1]] = f.Path
			}
		}
		if len(kinds) != 1 {
			t.Errorf("%s has %d kinds", f.Path, len(kinds))
		}
	}
	for _, e := range entries {
		if seen[e.Path] != 1 {
			t.Fatalf("%s is %d times in the parts", e.Path, seen[e.Path])
		}
	}
}

func TestUnitsBelowOneAreDividedWhereTheyAreTooMany(t *testing.T) {
	entries := country(10600)
	for i := range entries {
		entries[i].Part = ""
	}
	parts, _ := files(t, entries)
	rows := 0
	for _, f := range parts {
		if len(f.Body) > mostBytes {
			t.Errorf("%s has %d bytes", f.Path, len(f.Body))
		}
		rows += len(read[[][]any](t, f, "part"))
	}
	if rows != len(entries) {
		t.Errorf("%d rows of %d", rows, len(entries))
	}
}
