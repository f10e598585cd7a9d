package reply

import (
	"strings"
	"testing"

	"golang.org/x/net/html"

	"minhbach/internal/render"
)

var form = render.Form{
	Title: "Phường <An Bình>", Intro: []string{"Xem lại"}, Sign: "Ký",
	Columns: []string{"Mã", "Nội dung", "Trang sẽ ghi", "Nguyên văn", "Nguồn", "Đối chiếu", "Trả lời", "Số", "Ý kiến"},
	Answers: []string{"Đúng", "Khác"}, Prompt: "Chọn", Refusal: "Không có",
	Groups: []render.FormGroup{
		{Heading: "Số liệu", Lines: []render.FormLine{
			{Key: "trees", What: "Cây", Says: "=1+1", Printed: "1.100", Place: "I", Findings: []string{"Lệch 1", "Trùng"}, Answered: "Đã ghi"},
			{Key: "money", What: "Tiền", Says: "173"}}},
		{Heading: "Lời kể", Lines: []render.FormLine{{What: "Trang", Says: "<script>alert(1)</script>"}}},
	},
}

func TestEveryLineHasItsAnswerToBeFilled(t *testing.T) {
	s := Book(form).Sheets[0]
	var keys []string
	for i, row := range s.Rows {
		if i < s.Frozen || len(row) < len(form.Columns) {
			continue
		}
		keys = append(keys, row[0].Text)
		offered := false
		for _, c := range s.Choices {
			offered = offered || c.Row <= i && i <= c.LastRow && c.Col == render.FormColumns && len(c.Words) == 2
		}
		if !offered {
			t.Errorf("row %d offers no answers", i+1)
		}
		for _, c := range row {
			if c.Formula != "" {
				t.Errorf("row %d has a formula", i+1)
			}
		}
	}
	if strings.Join(keys, " ") != "trees money " {
		t.Errorf("the lines are %q", keys)
	}
}

func TestThePrintedPageHasEveryLineAndRunsNothing(t *testing.T) {
	page := string(Page(form, "vi"))
	doc, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	var texts []string
	for n := range doc.Descendants() {
		if n.Type == html.ElementNode && (n.Data == "script" || n.Data == "img" || n.Data == "link") {
			t.Errorf("the page has <%s>", n.Data)
		}
		if n.Type == html.TextNode {
			texts = append(texts, n.Data)
		}
	}
	all := strings.Join(texts, " ")
	for _, want := range []string{"Phường <An Bình>", "=1+1", "1.100", "Lệch 1", "Trùng", "Đã ghi", "<script>alert(1)</script>", "Ký"} {
		if !strings.Contains(all, want) {
			t.Errorf("the page lacks %q", want)
		}
	}
	if !strings.Contains(page, "default-src 'none'") || strings.Contains(page, "unsafe") {
		t.Error("the page has no strict policy")
	}
}
