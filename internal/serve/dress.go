package serve

import (
	"bytes"
	"html"
	"net/http"
	"regexp"
	"slices"
	"strings"

	"minhbach/internal/diag"
	"minhbach/internal/markup"
)

// strict is the policy of a page that states none.
const strict = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'"

// policyOf finds the policy that a page states for itself.
var policyOf = regexp.MustCompile(`(?i)<meta\s+http-equiv=["']?content-security-policy["']?\s+content="([^"]*)"`)

var headEnd = []byte("</head>")

// dressed is an answer with the header its page needs.
type dressed struct {
	answer
	policy string
}

var textLost = diag.Text{VI: "Đã mất kết nối với minhbach serve", EN: "The connection to minhbach serve is lost"}

// dress adds what a page needs to follow what is being edited: a script, its styles, and leave to listen to
// events. Nothing else of the page changes, and nothing but a page.
func (v view) dress(a answer) dressed {
	if !strings.HasSuffix(a.name, ".html") {
		return dressed{answer: a}
	}
	policy := strict
	if m := policyOf.FindSubmatchIndex(a.body); m != nil {
		policy = html.UnescapeString(string(a.body[m[2]:m[3]]))
		a.body = slices.Concat(a.body[:m[2]], []byte(markup.Escape(listening(policy))), a.body[m[3]:])
	}
	var add markup.B
	add.Raw(`<link rel="stylesheet" href="`, ownPath, `preview.css">`).Raw(`<script src="`, ownPath, `preview.js" defer`).
		Attr("data-sum", a.sum).Attr("data-lost", textLost.In(v.lang))
	add.Raw("></script>\n")
	at := bytes.Index(a.body, headEnd)
	if at < 0 {
		at = len(a.body) // a browser takes it there, too
	}
	a.body = slices.Concat(a.body[:at], []byte(add.String()), a.body[at:])
	return dressed{a, listening(policy) + "; frame-ancestors 'none'"}
}

// listening is the policy with leave to ask this preview, and nobody else, for events.
func listening(policy string) string {
	const directive, self = "connect-src", "'self'"
	var out []string
	found := false
	for part := range strings.SplitSeq(policy, ";") {
		words := strings.Fields(part)
		if len(words) == 0 {
			continue
		}
		if !found && strings.EqualFold(words[0], directive) {
			found = true
			words = slices.DeleteFunc(words, func(w string) bool { return strings.EqualFold(w, "'none'") })
			if !slices.Contains(words, self) {
				words = append(words, self)
			}
		}
		out = append(out, strings.Join(words, " "))
	}
	if !found {
		out = append(out, directive+" "+self)
	}
	return strings.Join(out, "; ")
}

// write sends a page with its policy, and every other file with one that lets it load nothing.
func (d dressed) write(w http.ResponseWriter, r *http.Request) {
	if d.policy != "" {
		w.Header().Set("Content-Security-Policy", d.policy)
	}
	write(w, r, d.answer)
}

// plain is a page of the preview itself. Its sum is that of what it says, so that it gives way once there is
// something else to say.
func (v view) plain(n notice, status int) answer {
	var b markup.B
	b.Raw("<!DOCTYPE html>\n<html").Attr("lang", v.lang).Raw(">\n<head>\n").Raw(`<meta charset="utf-8">`).
		Raw(`<meta http-equiv="Content-Security-Policy"`).Attr("content", strict).Raw(">").
		Raw(`<meta name="viewport" content="width=device-width, initial-scale=1">`, "\n<title>").Text(textNoSite.In(v.lang)).
		Raw("</title>\n</head>\n", `<body class="mb-preview-page">`, "\n<main class=\"mb-preview\">\n").
		Raw(`<div class="mb-head"><h1>`).Text(textNoSite.In(v.lang)).Raw("</h1><p>").Text(textMend.In(v.lang)).Raw("</p></div>\n", n.list, "</main>\n</body>\n</html>\n")
	body := []byte(b.String())
	return answer{status: status, name: "preview.html", body: body, sum: sum(body), plain: true}
}
