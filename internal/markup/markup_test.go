package markup

import "testing"

func TestTextNeverBecomesMarkup(t *testing.T) {
	const hostile = `</script><b a="1" c='2'>&amp;`
	const want = `&lt;/script&gt;&lt;b a=&#34;1&#34; c=&#39;2&#39;&gt;&amp;amp;`
	var b B
	if got := b.Text(hostile).String(); got != want || Escape(hostile) != want {
		t.Errorf("text is %s", got)
	}
	var a B
	if got := a.Attr("title", `" onclick="x`).String(); got != ` title="&#34; onclick=&#34;x"` {
		t.Errorf("attribute is %s", got)
	}
}

// A glyph without its word would speak by shape alone.
func TestAStateIsAGlyphAndAWord(t *testing.T) {
	var b B
	const want = `<span class="st st-none"><svg class="g" width="16" height="16" aria-hidden="true"><use href="#g-none"/></svg><span>Không nêu</span></span>`
	if got := b.State("none", "Không nêu").String(); got != want {
		t.Errorf("got %s", got)
	}
}
