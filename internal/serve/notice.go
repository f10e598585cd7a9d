package serve

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"minhbach/internal/diag"
	"minhbach/internal/markup"
)

var (
	textNoSite = diag.Text{VI: "Chưa dựng được trang", EN: "The site cannot be made yet"}
	textMend   = diag.Text{
		VI: "Hãy sửa những chỗ dưới đây rồi lưu lại. Trang sẽ tự hiện ra.",
		EN: "Mend the places below and save. The page will appear by itself.",
	}
	textStops     = diag.Text{VI: "Bản vừa lưu chưa dựng được", EN: "What you just saved cannot be built"}
	textStopsMore = diag.Text{
		VI: "Trang phía sau vẫn là bản trước đó. Hãy sửa rồi lưu lại, thông báo này sẽ tự đóng.",
		EN: "The page behind is still the one from before. Mend it and save, and this message goes away.",
	}
	textWarns     = diag.Text{VI: "Những chỗ nên xem lại", EN: "Worth another look"}
	textWarnsMore = diag.Text{
		VI: "Trang vẫn dựng được. Đây chỉ là cảnh báo.",
		EN: "The site can be built. These are warnings only.",
	}
	textClose = diag.Text{VI: "Đóng", EN: "Close"}
	textHint  = diag.Text{VI: "Gợi ý", EN: "Hint"}
	textFault = diag.Text{VI: "Máy gặp trục trặc", EN: "The machine failed"}
	textMore  = diag.Text{VI: "Còn %d chỗ khác: xem ở cửa sổ đang chạy minhbach serve.", EN: "%d more: see the window that minhbach serve runs in."}
)

// most is how many findings a page shows: who has more mends one thing at a time.
const most = 50

// notice is what the pages have to say of the last save.
type notice struct {
	html  string // of the dialog; "" where there is nothing to say
	list  string // the findings in it
	count string // "3 lỗi, 1 cảnh báo"
}

// noticeOf words what came of reading a portal.
func noticeOf(state State, fault error, lang string, stops bool) notice {
	if fault == nil && len(state.Findings) == 0 {
		return notice{}
	}
	n := notice{count: state.Findings.Total(lang)}
	var list markup.B
	list.Raw(`<ul class="mb-findings">`, "\n")
	if fault != nil {
		n.count = textFault.In(lang)
		list.Raw(`<li class="mb-error"><p class="mb-what"><b>`).Text(n.count).Raw("</b> ").Text(diag.Visible(worded(fault, lang))).Raw("</p></li>\n")
	}
	shown := state.Findings.Sorted()
	slices.SortStableFunc(shown, func(a, b diag.Finding) int { return int(b.Rule.Severity) - int(a.Rule.Severity) }) // what stops first
	more := len(shown) - most
	for _, f := range shown[:min(len(shown), most)] {
		writeFinding(&list, f, lang, state.Source)
	}
	if more > 0 {
		list.Raw(`<li><p>`).Text(fmt.Sprintf(textMore.In(lang), more)).Raw("</p></li>\n")
	}
	n.list = list.Raw("</ul>\n").String()

	head, lead := textWarns, textWarnsMore
	if stops {
		head, lead = textStops, textStopsMore
	}
	var b markup.B
	b.Raw(`<div class="mb-head"><h2 id="mb-preview-title">`).Text(head.In(lang)).Raw(`</h2><button type="button" class="mb-close">`).Text(textClose.In(lang)).
		Raw(`</button><p id="mb-preview-lead">`).Text(lead.In(lang)).Raw("</p></div>\n", n.list)
	n.html = b.String()
	return n
}

// worded is an error in the language, where it has one.
func worded(err error, lang string) string {
	if spoken, ok := err.(interface{ In(string) string }); ok {
		return spoken.In(lang)
	}
	return err.Error()
}

// writeFinding writes one finding as the command line does: where, what, the line with its place, what to do.
func writeFinding(b *markup.B, f diag.Finding, lang string, source func(string) []byte) {
	class := "mb-warning"
	if f.Rule.Severity == diag.Error {
		class = "mb-error"
	}
	b.Raw("<li").Attr("class", class).Raw(`><p class="mb-where"><b>`).Text(f.Rule.Severity.In(lang)).Raw(`</b> <code>`).Text(diag.Visible(f.Pos.String())).
		Raw(`</code> <span class="mb-rule">`).Text(f.Rule.ID).Raw(`</span></p><p class="mb-what">`).Text(diag.Visible(f.Message(lang))).Raw("</p>")
	writeLine(b, f, source)
	if hint := f.Hint(lang); hint != "" {
		b.Raw(`<p class="mb-hint"><b>`).Text(textHint.In(lang)).Raw(`</b> `).Text(diag.Visible(hint)).Raw("</p>")
	}
	b.Raw("</li>\n")
}

// writeLine shows the line of a finding and marks its place.
func writeLine(b *markup.B, f diag.Finding, source func(string) []byte) {
	if f.Pos.Line < 1 || source == nil {
		return
	}
	lines := strings.Split(string(source(f.Pos.File)), "\n")
	if f.Pos.Line > len(lines) {
		return
	}
	before, at, after, ok := diag.Excerpt(lines[f.Pos.Line-1], f)
	if !ok {
		return
	}
	if at == "" {
		at = " " // the end of the line
	}
	b.Raw(`<pre class="mb-line" tabindex="0"><span class="mb-number">`).Text(strconv.Itoa(f.Pos.Line)).Raw(`</span><code>`).
		Text(before).Raw("<mark>").Text(at).Raw("</mark>").Text(after).Raw("</code></pre>")
}
