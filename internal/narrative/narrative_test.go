package narrative

import (
	"fmt"
	"html"
	"slices"
	"strings"
	"testing"

	"minhbach/internal/diag"
)

// echo prints what it was asked for, so that a test sees both the place and the parts.
type echo struct{}

func (echo) Binding(r Ref) string {
	return "<b>" + html.EscapeString(strings.Join([]string{r.Table, r.Address, r.Field, r.Format}, "|")) + "</b>"
}

func (echo) Link(dest string) (href, text string) {
	if dest == "unit:gone" {
		return "", "đã giải thể"
	}
	return "../" + strings.ReplaceAll(dest, ":", "/") + ".html", "tên của " + dest
}

// body returns the HTML of everything below the headings.
func body(d *Doc) string {
	var b strings.Builder
	for _, s := range d.Sections {
		for _, block := range s.Blocks {
			b.WriteString(block.Prose.HTML(echo{}))
		}
	}
	return strings.TrimSpace(b.String())
}

func findings(l diag.List) []string {
	var out []string
	for _, f := range l {
		out = append(out, fmt.Sprintf("%s+%d %s", f.Pos, f.Width, f.Rule.ID))
	}
	return out
}

func parseClean(t *testing.T, src string) *Doc {
	t.Helper()
	d, l := Parse("a.md", []byte(src), 1)
	if len(l) > 0 {
		t.Fatalf("%q: unexpected findings %q", src, findings(l))
	}
	return d
}

func TestMarkdownPrintsAsPlainHTML(t *testing.T) {
	for src, want := range map[string]string{
		"Một *hai* **ba** `b<c`":       "<p>Một <em>hai</em> <strong>ba</strong> <code>b&lt;c</code></p>",
		"a  \nb\nc":                    "<p>a<br>\nb\nc</p>",
		"- a\n- b\n  1. c":             "<ul>\n<li>a</li>\n<li>b<ol>\n<li>c</li>\n</ol>\n</li>\n</ul>",
		"3. a":                         "<ol start=\"3\">\n<li>a</li>\n</ol>",
		"> a\n> ## b":                  "<blockquote>\n<p>a</p>\n<p><strong>b</strong></p>\n</blockquote>",
		"```\na < \"b\"\n```":          "<pre><code>a &lt; &#34;b&#34;\n</code></pre>",
		"a\n\n---":                     "<p>a</p>\n<hr>",
		"1 < 2 & \"ba\" &amp; \\*":     "<p>1 &lt; 2 &amp; &quot;ba&quot; &amp; *</p>",
		`\{{ x }} và ` + "`\\{{ x }}`": "<p>{{ x }} và <code>{{ x }}</code></p>",
		"{ a } {b}} }}":                "<p>{ a } {b}} }}</p>",
		"{{! 3 < **4** }}*{{!5}}*":     "<p>3 &lt; **4**<em>5</em></p>",
	} {
		if got := body(parseClean(t, src)); got != want {
			t.Errorf("%q:\n got %s\nwant %s", src, got, want)
		}
	}
}

func TestATableScrollsAndIsNamedByItsColumns(t *testing.T) {
	d := parseClean(t, "| Đơn vị | Thu \"{{ a/total }}\" |\n|:-:|--:|\n| [X](unit:x) | {{ a/x }} |\n")
	want := `<div class="scroll" tabindex="0" role="region" aria-label="Đơn vị, Thu &#34;a|total||&#34;">
<table>
<thead>
<tr><th scope="col" align="center">Đơn vị</th><th scope="col" align="right">Thu &quot;<b>a|total||</b>&quot;</th></tr>
</thead>
<tbody>
<tr><td align="center"><a href="../unit/x.html">X</a></td><td align="right"><b>a|x||</b></td></tr>
</tbody>
</table>
</div>`
	if got := body(d); got != want {
		t.Errorf("got %s\nwant %s", got, want)
	}
	if _, l := Parse("a.md", []byte("| {{ Sai }} <b> |\n|--|\n"), 1); len(l) != 2 {
		t.Errorf("findings in a head are said once, got %q", findings(l))
	}
	if n := len(d.Refs()); n != 2 {
		t.Errorf("%d bindings, want 2: the label is not a second use", n)
	}
}

func TestBindingsStandWhereverTextStands(t *testing.T) {
	d := parseClean(t, "## Số {{ a/b }}\n> *{{ a/c }}*\n\n- [{{ a/d }}](unit:x) **{{ a/e }}**\n")
	var got []string
	for _, r := range d.Refs() {
		got = append(got, r.Address)
	}
	if want := []string{"b", "c", "d", "e"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	if got := d.Sections[0].Note.HTML(echo{}); got != "<p><em><b>a|c||</b></em></p>\n" {
		t.Errorf("note: %q", got)
	}
}

func TestPositionsCountCharactersOfTheFile(t *testing.T) {
	d, l := Parse("a.md", []byte("Đã trồng ấy {{ a/b }} cây {{ a/c }}\n\n- ờ {{ a/d }} {{ Sai }}\n"), 7)
	var got []string
	for _, r := range d.Refs() {
		got = append(got, fmt.Sprint(r.Pos, "+", r.Width))
	}
	if want := []string{"a.md:7:13+9", "a.md:7:27+9", "a.md:9:5+9"}; !slices.Equal(got, want) {
		t.Errorf("bindings at %q, want %q", got, want)
	}
	if got := findings(l); !slices.Equal(got, []string{"a.md:9:15+9 binding-syntax"}) {
		t.Errorf("findings %q", got)
	}
}

func TestNoBraceReachesTheReaderUnnoticed(t *testing.T) {
	for src, want := range map[string]string{
		"{{ A }}":                        "1:1+7",
		"{{ a }}":                        "1:1+7",
		"{{ }}":                          "1:1+5",
		"{{! }}":                         "1:1+6",
		"`{{! 5 }}`":                     "1:2+8",
		"[x](y {{! 5 }})":                "1:7+8",
		"x `{{ a/b }}`":                  "1:4+9",
		"```\nx {{ a/b }}\n```":          "2:3+9",
		"    {{ a/b }}":                  "1:5+9",
		"![{{ a/b }}](x)":                "1:3+9",
		"[x](y{{a/b}})":                  "1:6+7",
		"[x](y {{ a/b }})":               "1:7+9",
		"[x](y \"{{ a/b }}\")":           "1:8+9",
		"{{ a/b\n}}":                     "1:1+2",
		"a\n{{":                          "2:1+2",
		"| a |\n|--|\n| {{ a | b }} |":   "3:3+2",
		"| a |\n|--|\n| x | {{ a/b }} |": "3:7+9", // a cell too many is not printed
		"<div>{{ a/b }}</div>":           "1:6+9",
		"[x]: y{{a/b}}":                  "1:7+7",
		`\\{{ A }}`:                      "1:3+7",
	} {
		_, l := Parse("a.md", []byte(src), 1)
		l = slices.DeleteFunc(l, func(f diag.Finding) bool { return f.Rule.ID != "binding-syntax" })
		if got := findings(l); !slices.Equal(got, []string{"a.md:" + want + " binding-syntax"}) {
			t.Errorf("%q: got %q, want one at %s", src, got, want)
		}
	}
}

func TestRawHTMLIsDroppedAndSaidSo(t *testing.T) {
	d, l := Parse("a.md", []byte("Một <b>hai</b>\n\n<script>\nx\n</script>\n\nba\n"), 1)
	if got := body(d); got != "<p>Một hai</p>\n<p>ba</p>" {
		t.Errorf("got %q", got)
	}
	want := []string{"a.md:1:5+3 raw-html", "a.md:3:1+8 raw-html"}
	if got := findings(l); !slices.Equal(got, want) || l.Count(diag.Error) > 0 {
		t.Errorf("got %q, want warnings %q", got, want)
	}
}

func TestAnImageLeavesItsText(t *testing.T) {
	d, l := Parse("a.md", []byte("![Thu *chi*](https://x.vn/a.png)"), 1)
	if got := body(d); got != "<p>Thu <em>chi</em></p>" || len(l) != 1 || l[0].Rule.ID != "image-dropped" {
		t.Errorf("got %q, findings %q", got, findings(l))
	}
}

func TestEveryRuleSpeaksAndItsRemedyHelps(t *testing.T) {
	for _, rule := range Rules {
		if _, l := Parse("a.md", []byte(rule.After), 1); len(l) > 0 {
			t.Errorf("%s: the mended line %q still breaks %q", rule.ID, rule.After, findings(l))
		}
		_, l := Parse("a.md", []byte(rule.Before), 1)
		if len(l) == 0 || l[0].Rule.ID != rule.ID {
			t.Fatalf("%s: %q gives %q", rule.ID, rule.Before, findings(l))
		}
		for _, lang := range []string{"vi", "en"} {
			for _, s := range []string{l[0].Message(lang), l[0].Hint(lang), rule.Title.In(lang), rule.Reason.In(lang)} {
				if s == "" || strings.Contains(s, "%!") {
					t.Errorf("%s in %s: %q", rule.ID, lang, s)
				}
			}
		}
	}
}
