package check

import (
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"minhbach/internal/diag"
	"minhbach/internal/source"
)

// FuzzPortal reads a portal of which one file is anything at all, and prints what is said of it.
func FuzzPortal(f *testing.F) {
	names := slices.Sorted(maps.Keys(valid))
	for i, name := range names {
		f.Add(uint8(i), []byte(valid[name]))
		f.Add(uint8(i), []byte(strings.ReplaceAll(valid[name], "\"", "")))
	}
	for _, c := range cases {
		f.Add(uint8(slices.Index(names, c.file)), []byte(strings.Replace(valid[c.file], c.old, c.new, 1)))
	}
	f.Fuzz(func(t *testing.T, which uint8, text []byte) {
		files := filesOf(valid)
		name := names[int(which)%len(names)]
		files[name] = &fstest.MapFile{Data: text}
		tree, findings := source.Load(files)
		p, more := Portal(tree)
		findings = append(findings, more...)
		if isError := findings.Count(diag.Error) > 0; isError != (p == nil) {
			t.Errorf("an error: %v, a portal: %v\n%v", isError, p != nil, told(findings))
		}
		for _, found := range findings {
			if found.Pos.Line < 0 || found.Pos.Line > 0 && found.Pos.Col < 1 || !strings.Contains(found.Pos.File, "/") {
				t.Errorf("a finding at %+v", found.Pos)
			}
		}
		for _, said := range told(findings.Sorted()) {
			if strings.Contains(said, "BADLY") && !strings.Contains(string(text), "%!") {
				t.Error(said)
			}
		}
		for _, format := range diag.Formats {
			if err := diag.Print(io.Discard, findings, format, "vi", tree.Source); err != nil {
				t.Error(err)
			}
		}
	})
}

// country is a portal of so many units, in every form of an entry.
func country(units int) fstest.MapFS {
	files := maps.Clone(valid)
	var list, trees, revenue strings.Builder
	for i := range units {
		id := fmt.Sprintf("xa-%05d", i)
		fmt.Fprintf(&list, "[unit.%s]\nname = \"Xã số %d\"\nkind = \"xa\"\n", id, i)
		fmt.Fprintf(&trees, "%s = %d\n", id, i)
		fmt.Fprintf(&revenue, "%s = { value = %d, plan = %d, percent = 7.5, published = \"%d/%d=7,5%%\", at = \"III.5/r%d/thu\" }\n", id, i+1, i+2, i+1, i+2, i+1)
	}
	files[fUnits] += list.String()
	files[fCh36] = strings.Replace(files[fCh36], "thach-ha = 11383\n", "thach-ha = 11383\n"+trees.String(), 1)
	files[fCh56] = strings.Replace(files[fCh56], "nam-ha = { value = 173.5", revenue.String()+"nam-ha = { value = 173.5", 1)
	return filesOf(files)
}

// BenchmarkLoad reads and checks a portal of 2,000 units.
func BenchmarkLoad(b *testing.B) {
	files := country(2000)
	b.ReportAllocs()
	for b.Loop() {
		if p, findings := load(files); p == nil {
			b.Fatal(told(findings))
		}
	}
}

func TestAFileFullOfForeignNamesIsToldInReasonableTime(t *testing.T) {
	files := country(2000)
	files[fCh36].Data = []byte(strings.ReplaceAll(string(files[fCh36].Data), "xa-", "ax-"))
	_, findings := load(files)
	hints := 0
	for _, f := range findings {
		if f.HintArgs != nil {
			hints++
		}
	}
	if len(findings) != 2000 || hints == 0 || hints > maxHints {
		t.Errorf("%d findings, %d with a hint", len(findings), hints)
	}
}
