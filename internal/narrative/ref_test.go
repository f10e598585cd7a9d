package narrative

import (
	"reflect"
	"testing"
)

func TestABindingIsReadIntoItsParts(t *testing.T) {
	for raw, want := range map[string]Ref{
		"trees-planted/thach-ha":              {Table: "trees-planted", Address: "thach-ha"},
		"a/total":                             {Table: "a", Address: "total"},
		"a/part.primary":                      {Table: "a", Address: "part.primary"},
		"a/part.primary.published":            {Table: "a", Address: "part.primary", Field: "published"},
		"a/count.identified":                  {Table: "a", Address: "count.identified"},
		"budget-revenue-2023/dai-nai.percent": {Table: "budget-revenue-2023", Address: "dai-nai", Field: "percent"},
		"a/b.plan@279-bc-hdnd":                {Table: "a", Address: "b", Field: "plan", Round: "279-bc-hdnd"},
		"a/b as ratio":                        {Table: "a", Address: "b", Format: "ratio"},
		"a@r as reported":                     {Table: "a", Round: "r", Format: "reported"},
		"a as units in in-progress":           {Table: "a", Format: "units in in-progress"},
		"a/b as words":                        {Table: "a", Address: "b", Format: "words", InWords: true},
		"a as units in late as words":         {Table: "a", Format: "units in late", InWords: true},
		"work as not-handed-over":             {Table: "work", Format: "not-handed-over"},
		"work units as late":                  {Table: "work", Format: "units as late"},
		"work@r units as late as words":       {Table: "work", Round: "r", Format: "units as late", InWords: true},
		"a/b as share":                        {Table: "a", Address: "b", Format: "share"},
		"a as units as words":                 {Table: "a", Format: "units", InWords: true},
		"a/b.plan@r less c/d as words": {Table: "a", Address: "b", Field: "plan", Round: "r", Format: "words", InWords: true,
			Less: &Ref{Raw: "a/b.plan@r less c/d as words", Table: "c", Address: "d"}},
		"a/b less c/part.d.plan@s": {Table: "a", Address: "b",
			Less: &Ref{Raw: "a/b less c/part.d.plan@s", Table: "c", Address: "part.d", Field: "plan", Round: "s"}},
	} {
		want.Raw = raw
		if got, ok := parseRef("  " + raw + "\t"); !ok || !reflect.DeepEqual(got, want) {
			t.Errorf("%s: got %+v, want %+v", raw, got, want)
		}
	}
}

func TestABindingWrittenWithNamesIsShownWithIDs(t *testing.T) {
	for raw, want := range map[string]string{
		"Cây xanh":                              "",
		"trees-planted/Thạch Hạ":                "trees-planted/thach-ha",
		"Trees-Planted / Total  as  ratio":      "trees-planted/total as ratio",
		"a/Đồng Môn.Percent less a/total":       "a/dong-mon.percent less a/total",
		"pupils/part.Tiểu học@279-BC-HĐND":      "pupils/part.tieu-hoc@279-bc-hdnd",
		"a/Đo\u0302\u0300ng Mo\u0302n as share": "a/dong-mon as share",
		"a/???":                                 "",
		"a/b as 1,5":                            "",
	} {
		if got := withIDs(raw); got != want {
			t.Errorf("%s: got %q, want %q", raw, got, want)
		}
	}
	_, l := Parse("a.md", []byte("Ở {{ a/Thạch Hạ }}."), 1)
	if len(l) != 1 || l[0].Hint("vi") != "viết {{ a/thach-ha }}" || l[0].Pos.Col != 3 || l[0].Width != 16 {
		t.Errorf("got %+v", l)
	}
}

func TestWhatIsNoBindingIsRefused(t *testing.T) {
	for _, raw := range []string{
		"", "a", "a as words", "a@r", "Cây/total", "a/B", "a/", "/a", "a/b/c", "a/b.c.d", "a/b as", "a/b ratio", "a/b | c",
		"a/b@", "a units as late", "work/x units as late", "work units late", "as late", "a/b as 1,5", "a / b", "a/-b",
		"a/b less", "a/b less a", "a less a/b", "a/b less a/c less a/d", "a/b less a/c as share", "a/b as words less a/c", "! 36",
	} {
		if ref, ok := parseRef(raw); ok {
			t.Errorf("%q was read as %+v", raw, ref)
		}
	}
}
