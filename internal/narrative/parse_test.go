package narrative

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"minhbach/internal/diag"
)

func TestHeadingsMakeSections(t *testing.T) {
	d := parseClean(t, "mở đầu\n\n## Quyết định điều gì\n\na\n\n### Ấn\n\n## Ấn\n\n> b\n\n> c\n\n## ???\n")
	var got []string
	for _, s := range d.Sections {
		got = append(got, fmt.Sprintf("%d %s %q %d", s.Level, s.ID, s.Heading.Plain(echo{}), len(s.Blocks)))
	}
	want := []string{`0  "" 1`, `2 quyet-dinh-dieu-gi "Quyết định điều gì" 1`, `3 an "Ấn" 0`, `2 an-2 "Ấn" 1`, `2 muc "???" 0`}
	if !slices.Equal(got, want) {
		t.Errorf("got %q\nwant %q", got, want)
	}
	s := d.Sections[3]
	if s.Note.Plain(echo{}) != "b" || !strings.HasPrefix(s.Blocks[0].Prose.HTML(echo{}), "<blockquote>") {
		t.Error("only the first block quote below a heading is its note")
	}
}

func TestAFragmentDoesNotChangeWithTheFigures(t *testing.T) {
	d := parseClean(t, "## Đã trồng {{ trees-planted/total }} cây ở [](unit:x)")
	if got := d.Sections[0].ID; got != "da-trong-cay-o-unit-x" {
		t.Errorf("got %q", got)
	}
}

func TestSlugKeepsTheSenseOfEveryVietnameseLetter(t *testing.T) {
	for in, want := range map[string]string{
		"ĐƯỜNG Nguyễn Ẵm": "duong-nguyen-am", "thu – chi, 2023": "thu-chi-2023", "Thu\u031b\u0323c": "thuc", "日本": "",
		"ẩỡỷỵĩể": "aoyyie",
	} {
		if got := slug(in); got != want {
			t.Errorf("%s: got %q, want %q", in, got, want)
		}
	}
}

func TestAFigureBlockKeepsItsBodyAndPlace(t *testing.T) {
	d, l := Parse("a.md", []byte("a\n\n```figure\nkind = \"bars\"\ntables = []\n```\nb\n\n```figure\n```\n\n~~~ figure\nx"), 10)
	figures := d.Figures()
	if len(l) > 0 || len(figures) != 3 {
		t.Fatalf("%d figures, findings %q", len(figures), findings(l))
	}
	f := figures[0]
	if f.Body != "kind = \"bars\"\ntables = []\n" || f.Pos.String() != "a.md:12:1" || f.BodyPos.String() != "a.md:13:1" {
		t.Errorf("got %+v", f)
	}
	if f := figures[1]; f.Body != "" || f.BodyPos.Line != 19 {
		t.Errorf("empty: got %+v", f)
	}
	blocks := d.Sections[0].Blocks
	if len(blocks) != 5 || blocks[1].Figure != f || blocks[2].Prose.Plain(echo{}) != "b" {
		t.Errorf("figures do not stand between the paragraphs: %+v", blocks)
	}
}

func TestPlainIsTextWithTheWordsApart(t *testing.T) {
	d := parseClean(t, "Một **hai**ba\n\n- {{ a/b }}&amp;\n- c\u00a0d\n\n| x | y |\n|--|--|\n| 1 | 2 |\n")
	if got, want := d.Sections[0].Blocks[0].Prose.Plain(echo{}), "Một haiba a|b||& c\u00a0d x y 1 2"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if got := plain(`a <i title="x>y" data-a='>'>b</i><br/>c <`); got != "a b c" {
		t.Errorf("got %q", got)
	}
}

func TestFrontMatterTextIsOneLine(t *testing.T) {
	pos := diag.Pos{File: "a.md", Line: 3, Col: 9}
	in, l := ParseInline(pos, "# ấ {{ a/b }} *x*\n\n- [Y](unit:y) {{ Sai }} <i>")
	if got := in.HTML(echo{}); got != `# ấ <b>a|b||</b> <em>x</em> - <a href="../unit/y.html">Y</a>  ` {
		t.Errorf("got %q", got)
	}
	if got := in.Refs()[0].Pos.String(); got != "a.md:3:13" {
		t.Errorf("binding at %s", got)
	}
	if got := findings(l); !slices.Equal(got, []string{"a.md:5:15+9 binding-syntax", "a.md:5:25+3 raw-html"}) {
		t.Errorf("findings %q", got)
	}
}

func TestWhatWasNotWrittenPrintsAsNothing(t *testing.T) {
	var in *Inline
	if in.HTML(echo{})+in.Plain(echo{}) != "" || in.Refs() != nil || in.Links() != nil {
		t.Error("a nil text printed something")
	}
}

func TestADocListsFrontMatterFirst(t *testing.T) {
	d := parseClean(t, "{{ a/body }}")
	d.Front.Lead, _ = ParseInline(diag.Pos{}, "{{ a/lead }} [x](checks)")
	value, _ := ParseInline(diag.Pos{}, "{{ a/fact }}")
	d.Front.Facts = []Fact{{Value: value}}
	var got []string
	for _, r := range d.Refs() {
		got = append(got, r.Address)
	}
	if !slices.Equal(got, []string{"lead", "fact", "body"}) || len(d.Links()) != 1 {
		t.Errorf("got %q and %d links", got, len(d.Links()))
	}
}

// printed is every tag the package may write, and echo's.
var printed = regexp.MustCompile(`</?(?:p|strong|em|code|pre|blockquote|ul|li|ol|table|thead|tbody|tr|td|th|div|b|a|br|hr)>` +
	`|<ol start="\d+">|<t[dh](?: scope="col")?(?: align="(?:left|right|center)")?>` +
	`|<div class="scroll" tabindex="0"(?: role="region" aria-label="[^"<>]*")?>` +
	`|<a href="[^"<>]*"(?: title="[^"<>]*")?>`)

// scripted finds an address that a browser would run.
var scripted = regexp.MustCompile(`(?i)href="[\x00-\x20]*(?:javascript|data|vbscript):`)

func FuzzParse(f *testing.F) {
	for _, seed := range []string{
		"## Đề mục {{ a/b }}\n> ghi chú\n\n| a | {{ a/total }} |\n|--|:-:|\n| x \\| `y\\|z` | {{ a | b }} |\n",
		"```figure\nkind = 1\n```\n- `{{ a }}` \\{{ x }}\n- <b>x</b> [](unit:a) [z](javascript:x) ![ {{ a/b }} ](x.png)",
		"<div>\n{{ a\n</div>\n[q][r] <https://a.vn> {{ work units as late }}\n\n[r]: document:a \"t\"\n", "\xff{{\x00 a/b }}\r\n\t- x",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		d, l := Parse("a.md", src, 1)
		out := body(d)
		for _, s := range d.Sections {
			out += s.Heading.HTML(echo{}) + s.Note.HTML(echo{})
		}
		if rest := printed.ReplaceAllString(out, ""); strings.ContainsAny(rest, "<>") || scripted.MatchString(out) {
			t.Errorf("%q prints unsafe HTML: %s", src, out)
		}
		lines := strings.Count(string(src), "\n") + 1
		for _, x := range l {
			if x.Pos.Line < 1 || x.Pos.Line > lines || x.Pos.Col < 1 || strings.Contains(x.Message("vi"), "%!") {
				t.Errorf("%q: finding at %s: %s", src, x.Pos, x.Message("vi"))
			}
		}
		if bindings := len(d.Refs()) + l.Count(diag.Error); bindings == 0 && strings.Contains(out, "{{") && !strings.ContainsAny(string(src), "\\&<![") {
			t.Errorf("%q: braces reach the reader: %s", src, out)
		}
		if _, l := ParseInline(diag.Pos{File: "a.md", Line: 1, Col: 1}, string(src)); len(l) > 0 && l[0].Pos.Line < 1 {
			t.Errorf("%q: a finding without a place", src)
		}
	})
}

func TestNoHeadingTakesAPlaceOfThePage(t *testing.T) {
	d, _ := Parse("a.md", []byte("## Nguồn\n\n## Nội dung\n\n## Cách tính\n"), 1)
	for i, want := range []string{"nguon-2", "noi-dung-2", "cach-tinh"} {
		if got := d.Sections[i].ID; got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
}
