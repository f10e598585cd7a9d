package narrative

import (
	"strings"
	"testing"
)

func TestLinksAreResolvedOrWrittenAsTheyStand(t *testing.T) {
	for src, want := range map[string]string{
		"[X](unit:x)":                     `<a href="../unit/x.html">X</a>`,
		"[](unit:x)":                      `<a href="../unit/x.html">tên của unit:x</a>`,
		"[X](unit:x#a.b)":                 `<a href="../unit/x.html#a.b">X</a>`,
		"[X](unit:gone)":                  `X`,
		"[](unit:gone)":                   `đã giải thể`,
		"[X](checks)":                     `<a href="../checks.html">X</a>`,
		"[X](#quyet-dinh)":                `<a href="#quyet-dinh">X</a>`,
		"[X](ban-do/index.html)":          `<a href="ban-do/index.html">X</a>`,
		"[X](https://a.vn/?b=1&c=\"2\")":  `<a href="https://a.vn/?b=1&amp;c=%222%22">X</a>`,
		"[X](HTTPS://a.vn)":               `<a href="HTTPS://a.vn">X</a>`,
		"<https://a.vn>":                  `<a href="https://a.vn">https://a.vn</a>`,
		"<x@a.vn>":                        `<a href="mailto:x@a.vn">x@a.vn</a>`,
		"[X](works \"a \\\"b\\\" <c>\")":  `<a href="../works.html" title="a &quot;b&quot; &lt;c&gt;">X</a>`,
		"[X][r]\n\n[r]: unit:x":           `<a href="../unit/x.html">X</a>`,
		"[**X** {{ a/b }}](document:a-b)": `<a href="../document/a-b.html"><strong>X</strong> <b>a|b||</b></a>`,
	} {
		if got := body(parseClean(t, src)); got != "<p>"+want+"</p>" {
			t.Errorf("%s: got %s, want %s", src, got, want)
		}
	}
}

func TestUnsafeAddressesAreRefused(t *testing.T) {
	for _, dest := range []string{
		"javascript:alert(1)", "JavaScript:x", "javascript&colon;x", "javascript&#58;x", "java&#9;script:x", `javascript\:x`, "&#1;javascript:x",
		"data:text/html,x", "vbscript:x", "file:///etc/passwd", "//evil.vn", "/don-vi/x.html", `/\\evil.vn`, `\\\\evil.vn`,
		"https:evil.vn", "https://", "mailto:", "ftp://a.vn", "", "đơn-vị:x", "< javascript:x>", "&#32;//evil.vn", "&#9;//evil.vn",
	} {
		d, l := Parse("a.md", []byte("[X]("+dest+")"), 1)
		if len(l) != 1 || l[0].Rule.ID != "unsafe-link" {
			t.Errorf("%q: findings %q", dest, findings(l))
		}
		if got := body(d); strings.Contains(got, "<a") {
			t.Errorf("%q: printed %s", dest, got)
		}
	}
	if d, l := Parse("a.md", []byte("<javascript:x>"), 1); len(l) != 1 || strings.Contains(body(d), "href") {
		t.Errorf("autolink: %s %q", body(d), findings(l))
	}
}

func TestTheAnswerOfAResolverIsEscapedInAddresses(t *testing.T) {
	d := parseClean(t, "[X](checks)")
	if got := d.Sections[0].Blocks[0].Prose.HTML(hostile{}); got != "<p><a href=\"&#34;&gt;&lt;x\">X</a></p>\n" {
		t.Errorf("got %q", got)
	}
}

type hostile struct{ echo }

func (hostile) Link(string) (href, text string) { return `"><x`, "" }

func TestALinkedFigureWithinALinkIsNoSecondLink(t *testing.T) {
	d := parseClean(t, "[X {{ a/b }}](checks) {{ a/c }} [{{ a/d }}](unit:gone)")
	want := `<p><a href="../checks.html">X <small>b</small></a> <a href="y"><small>c</small></a> <a href="y"><small>d</small></a></p>`
	if got := strings.TrimSpace(d.Sections[0].Blocks[0].Prose.HTML(linked{})); got != want {
		t.Errorf("got %s", got)
	}
}

// linked prints every figure as a link, as a page does.
type linked struct{ echo }

func (linked) Binding(r Ref) string { return `<a href="y"><small>` + r.Address + `</small></a>` }

func TestLinksTellWhereTheyStand(t *testing.T) {
	links := parseClean(t, "Ở [X](unit:x#y) và <https://a.vn>").Links()
	if len(links) != 2 || links[0].Pos.Col != 3 || links[0].Dest != "unit:x" || links[0].Fragment != "y" || !links[0].Portal() {
		t.Fatalf("got %+v", links)
	}
	if links[1].Pos.Col != 20 || links[1].Portal() {
		t.Errorf("got %+v", links[1])
	}
}
