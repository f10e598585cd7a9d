package history

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"testing"

	"minhbach/internal/source"
)

// TestCacheVersionStandsForWhatIsKept fails when the same files give other deltas than they gave under this
// version: raise cacheVersion, and set the sum to that of the new ones.
func TestCacheVersionStandsForWhatIsKept(t *testing.T) {
	const version, sum = "minhbach history 4", "a1a6c53f9920c6be"
	old := figures("an = 1", "binh = \"blank\"", "chau = { text = \"lời\" }", "dong = { value = 1.50, plan = 3, percent = 50, published = \"1,5/3\" }")
	now := figures("an = 2", "binh = { percent = 7.4 }", "dong = { value = 1.5, plan = 4, percent = 50 }") +
		"[figures.trees.by.level]\nlow = 1\n[figures.trees.counts]\nblank = 2\n" +
		"[work.cau]\nunit = \"an\"\nstates = [\"late\", \"in-debt\"]\n[mechanism.vay]\nn = 2\npublished = \"02\"\n" +
		"[check.x]\nof = \"sum.trees\"\nstatus = \"corrected\"\nnote = \"n\"\ndocument = \"d\"\n" +
		"[reply.y]\nunit = \"an\"\nof = \"trees\"\nstatus = \"contests\"\nvalue = 3\ntext = \"t\"\nreceived = 2023-05-04\n"
	stateOf := func(texts map[string]string) *state {
		s := nothing()
		s.locale = "vi"
		for name, text := range texts {
			file, _ := source.Parse("a.toml", []byte(text))
			s.rounds[name] = &round{asOf: name, files: map[string]*facts{}}
			s.rounds[name].add("a.toml", factsOf(name, "", file))
		}
		return s
	}
	text, err := json.Marshal(between(stateOf(map[string]string{"r1": old}), stateOf(map[string]string{"r1": now, "r2": old})))
	if err != nil {
		t.Fatal(err)
	}
	got := sha256.Sum256(text)
	if cacheVersion != version || hex.EncodeToString(got[:8]) != sum {
		t.Errorf("version %q, sum %q of %s", cacheVersion, hex.EncodeToString(got[:8]), text)
	}
}

func TestTheLogIsTheSameFromTheCache(t *testing.T) {
	r := scripted(t)
	first := r.read()
	files, err := filepath.Glob(filepath.Join(os.Getenv("XDG_CACHE_HOME"), "minhbach", "*"))
	if err != nil || len(files) != 1 {
		t.Fatalf("%q, %v: want one file", files, err)
	}
	kept, err := os.ReadFile(files[0])
	if err != nil {
		t.Fatal(err)
	}
	again := r.read()
	if !reflect.DeepEqual(again, first) {
		t.Errorf("found %q, want %q", lines(again.Entries), lines(first.Entries))
	}
	for what, text := range map[string]string{
		"cut off": string(kept[:len(kept)/2]), "of another version": "x" + string(kept), "changed": string(kept[:len(kept)-9]) + "0" + string(kept[len(kept)-8:]), "empty": "",
	} {
		if err := os.WriteFile(files[0], []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
		if l := r.read(); !reflect.DeepEqual(l, first) {
			t.Errorf("with a cache that is %s: found %q, want %q", what, lines(l.Entries), lines(first.Entries))
		}
		if now, err := os.ReadFile(files[0]); err != nil || string(now) != string(kept) {
			t.Errorf("a cache that is %s was not mended: %v", what, err)
		}
	}
}

func TestWithoutACacheFolderTheLogIsTheSame(t *testing.T) {
	r := three(t, "")
	t.Setenv("XDG_CACHE_HOME", filepath.Join(r.dir, "data", "reports", "r1", "a.toml"))
	expect(t, r.read().Entries, threeLog)
	t.Setenv("XDG_CACHE_HOME", "")
	t.Setenv("HOME", "")
	expect(t, r.read().Entries, threeLog)
}

// BenchmarkThousandCommits reads a portal of 10 tables of 15 units after 1,000 corrections.
func BenchmarkThousandCommits(b *testing.B) {
	r := newRepo(b)
	stream := "blob\nmark :1\ndata 14\nlocale = \"vi\"\n\n"
	table := func(id, n int) string {
		text := fmt.Sprintf("[figures.t%d]\nperiod = \"y2022\"\nat = \"I\"\n[figures.t%d.units]\n", id, id)
		for u := range 15 {
			text += fmt.Sprintf("unit-%d = { value = %d, plan = 4000, percent = 7.4, published = \"%d/4000=7,4%%\", at = \"III.5/r%d/thu\" }\n", u, n*(u+1), n*(u+1), u+1)
		}
		return text
	}
	for n := range 1000 {
		message := fmt.Sprintf("lần %d\n\nReason: đính chính", n)
		stream += fmt.Sprintf("commit refs/heads/main\ncommitter Lan <lan@example.org> %d +0700\ndata %d\n%s\n", 1700000000+n*86400, len(message), message)
		if n == 0 {
			stream += "M 100644 :1 data/portal.toml\n"
		}
		for id := range 10 {
			if n == 0 || id == n%10 {
				text := table(id, n+1)
				stream += fmt.Sprintf("M 100644 inline data/reports/r1/t%d.toml\ndata %d\n%s\n", id, len(text), text)
			}
		}
	}
	r.importStream(stream)
	for _, warm := range []bool{false, true} {
		b.Run(map[bool]string{false: "first", true: "again"}[warm], func(b *testing.B) {
			if warm {
				r.read() // writes the cache
			}
			for b.Loop() {
				if !warm {
					b.Setenv("XDG_CACHE_HOME", b.TempDir())
				}
				if l := r.read(); len(l.Entries) != 999*15+150 {
					b.Fatalf("%d entries", len(l.Entries))
				}
			}
		})
	}
}
