package history

import (
	"strings"
	"testing"
)

// tableOf is a file with one table of an indicator.
func tableOf(table, indicator, line string) string {
	return strings.NewReplacer("figures.trees]\n", "figures."+table+"]\nindicator = \""+indicator+"\"\n", "figures.trees.", "figures."+table+".").Replace(figures(line))
}

// A reader of one figure must never see another figure's corrections as its own.
func TestAnIDGivenAgainKeepsTheTwoFiguresApart(t *testing.T) {
	r := newRepo(t)
	r.write("portal.toml", "locale = \"vi\"\n")
	r.write("reports/r1/report.toml", report)
	r.write("reports/r1/a.toml", tableOf("t1", "trees", "an = 10"))
	r.commit("2023-05-01", "một")
	r.write("reports/r1/a.toml", tableOf("t1", "trees", "an = 12"))
	r.commit("2023-05-02", "hai")
	r.write("reports/r1/a.toml", tableOf("tx", "trees", "an = 12"))
	r.commit("2023-05-03", "đổi tên")
	r.write("reports/r1/b.toml", tableOf("t1", "pupils", "an = 777"))
	r.commit("2023-05-04", "bảng khác")
	r.write("reports/r1/b.toml", tableOf("t1", "pupils", "an = 778"))
	r.commit("2023-05-05", "sửa bảng khác")
	r.write("reports/r1/a.toml", tableOf("tx", "trees", "an = 13"))
	r.commit("2023-05-06", "ba")

	l := r.read()
	expect(t, l.Of("r1", "tx", "an"), `
2023-05-06 corrected r1/tx/an: 12 → 13 [value] (ba)
2023-05-02 corrected r1/t1/an: 10 → 12 [value] (hai)
2023-05-01 new r1/t1/an:  → 10 [] (một)`)
	expect(t, l.Of("r1", "t1", "an"), `
2023-05-05 corrected r1/t1/an: 777 → 778 [value] (sửa bảng khác)
2023-05-04 new r1/t1/an:  → 777 [] (bảng khác)`)
}

func TestATableRenamedAndBackHasEachEntryOnce(t *testing.T) {
	r := newRepo(t)
	r.write("portal.toml", "locale = \"vi\"\n")
	r.write("reports/r1/report.toml", report)
	r.write("reports/r1/a.toml", figures("an = 10"))
	r.commit("2023-05-01", "một")
	for _, name := range []string{"cay", "trees"} {
		r.write("reports/r1/a.toml", tableOf(name, "trees", "an = 10"))
		r.commit("2023-05-02", "đổi tên")
	}
	expect(t, r.read().Of("r1", "trees", "an"), `2023-05-01 new r1/trees/an:  → 10 [] (một)`)
}

func TestATableNamedLikeAKindKeepsItsOwnLog(t *testing.T) {
	r := newRepo(t)
	r.write("portal.toml", "locale = \"vi\"\n")
	r.write("reports/r1/report.toml", report)
	r.write("reports/r1/a.toml", tableOf("work", "trees", "cau = 10")+"[work.cau]\nname = \"Cầu\"\nunit = \"an\"\nstates = [\"late\"]\n")
	r.commit("2023-05-01", "một")
	l := r.read()
	expect(t, l.Of("r1", "work", "cau"), "2023-05-01 new "+Key{Figure, "r1", "work", "cau"}.String()+":  → 10 [] (một)")
	expect(t, l.OfKey(Key{Work, "r1", "", "cau"}), "2023-05-01 new r1/work:cau:  → late [] (một)")
}
