package history

import (
	"testing"

	"minhbach/internal/source"
)

// FuzzFacts holds that any file gives facts, or is said to be broken, and that each is equal to itself.
func FuzzFacts(f *testing.F) {
	for _, text := range []string{
		figures("an = 1", "binh = { value = 1, plan = 2, published = \"1/2\" }", "chau = \"blank\""),
		"[figures]\nx = 1\n", "figures = 1\n", "[figures.t]\nunits = 1\nby = 2\ncounts = []\n", "[figures.t.by]\nlevel = 1\n",
		"[work]\nw = 1\n[mechanism.m]\nn = \"x\"\nstate = 1\n[check.c]\nstatus = []\n", "[work.w]\nstates = [1, [2]]\n", "[figures.t.units]\nan = {}\n",
	} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		file, _ := source.Parse("a.toml", text)
		for k, fact := range factsOf("r", "", file).byKey {
			if fields := changed(fact, fact, "vi"); len(fields) > 0 {
				t.Errorf("%s differs from itself in %v", k, fields)
			}
			byID("vi").cell(Figure, fact)
		}
	})
}

func TestARecordThatIsNoRecordMakesTheFileUnreadable(t *testing.T) {
	for _, text := range []string{
		"[figures]\nx = 1\n", "figures = 1\n", "[figures.t]\nunits = 1\n", "[figures.t]\ntotal = true\n", "[figures.t.by]\nlevel = 1\n",
		"[work.w]\nstates = [1, [2]]\n", "[mechanism.m]\nn = \"x\"\n", "[figures.t.units]\nan = { value = \"1\" }\n", "[figures.t.units]\nan = \"Đang làm\"\n",
	} {
		file, _ := source.Parse("a.toml", []byte(text))
		if !factsOf("r", "", file).broken {
			t.Errorf("%q was taken for readable", text)
		}
	}
	file, _ := source.Parse("a.toml", []byte(figures("an = 1", "binh = { state = \"a-word-of-long-ago\" }")+"[shortcoming.x]\ntext = \"a\"\n"))
	if factsOf("r", "", file).broken {
		t.Error("a file of another time was taken for unreadable")
	}
}
