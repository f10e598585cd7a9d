package acceptance

import (
	"context"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"minhbach/internal/pipeline"
	"minhbach/layouts"
)

// TestTheReplyFormHasAllThatThePortalSaysOfAUnit holds the form of every unit against the site: what its officers are
// not shown before it is published, they cannot contest.
func TestTheReplyFormHasAllThatThePortalSaysOfAUnit(t *testing.T) {
	works, asks := records(t, "cong-trinh.csv"), records(t, "kien-nghi.csv")
	for _, u := range records(t, "don-vi.csv") {
		id := u["id"]
		form, read, err := pipeline.MakeReplyForm(context.Background(), pipeline.Options{Root: root, Layouts: layouts.FS}, id, "")
		if err != nil || form == nil {
			t.Fatalf("%s: %v, %v", id, err, read.Findings)
		}
		doc, err := html.Parse(strings.NewReader(string(form.Page)))
		if err != nil {
			t.Fatal(err)
		}
		says := text(doc)
		want := func(kind, what string) {
			if what != "" && !strings.Contains(says, strings.TrimSpace(what)) {
				t.Errorf("%s: the form lacks %s %q", id, kind, what)
			}
		}
		for _, f := range records(t, "don-vi/"+id+".csv") {
			want("the figure", f["indicator_name"]+" ("+f["period_name"]+")")
			want("the printed cell", f["published"])
			want("the note", f["note"])
			want("the key", f["table"])
		}
		for _, w := range works {
			if w["unit"] == id {
				want("the work", w["name"])
				want("the key", "work:"+w["id"])
			}
		}
		for _, a := range asks {
			if slices.Contains(strings.Split(a["units"], "; "), id) {
				want("the request", a["text"])
			}
		}
		page := built.page("don-vi/" + id + ".html")
		want("the opening", page.said("lead"))
		for _, c := range records(t, "doi-chieu.csv") {
			el := page.element(c["round"] + "." + c["id"])
			if el == nil || !slices.Contains(strings.Split(c["units"], "; "), id) {
				continue
			}
			said, _, _ := strings.Cut(text(el), " Nguồn:")
			if card := elements(el, "p"); len(card) > 0 {
				said, _, _ = strings.Cut(text(card[0]), " Nguồn:")
			}
			want("the check", said)
		}
		for _, word := range []string{"http://", "https://", "<script", "javascript:"} {
			if strings.Contains(string(form.Page), word) {
				t.Errorf("%s: the page has %s", id, word)
			}
		}
	}
}
