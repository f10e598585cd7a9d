package narrative

import "minhbach/internal/diag"

// Rules are the rules Parse and ParseInline hold a text to.
var Rules = []*diag.Rule{ruleBinding, ruleHTML, ruleLink, ruleHeading, ruleImage, ruleFigure}

var ruleBinding = &diag.Rule{
	ID:       "binding-syntax",
	Severity: diag.Error,
	Title:    diag.Text{VI: "tham chiếu số liệu viết sai", EN: "a binding that cannot be read"},
	Reason: diag.Text{
		VI: "Tham chiếu viết sai thì người đọc thấy nguyên dấu ngoặc {{ }}, không thấy con số.",
		EN: "A binding that is not understood would show the reader braces in place of a figure.",
	},
	Message: diag.Text{VI: `không đọc được tham chiếu "{{ %s }}"`, EN: `cannot read the binding "{{ %s }}"`},
	Hint: diag.Text{
		VI: "viết như {{ trees-planted/total }}, {{ trees-planted/thach-ha.percent }} hoặc {{ budget-revenue-2023 as reported }}; để in ra dấu ngoặc, viết \\{{",
		EN: "write {{ trees-planted/total }}, {{ trees-planted/thach-ha.percent }} or {{ budget-revenue-2023 as reported }}; to print braces, write \\{{",
	},
	Before: "Đã trồng {{ Cây xanh }} cây.",
	After:  "Đã trồng {{ trees-planted/total }} cây.",
}

// The other ways to break ruleBinding.
var (
	ruleNames = ruleBinding.With(
		diag.Text{VI: `tham chiếu "{{ %s }}" phải viết bằng mã, không viết bằng tên`, EN: `the binding "{{ %s }}" must be written with ids and not with names`},
		diag.Text{VI: `viết {{ %s }}`, EN: `write {{ %s }}`})
	ruleUnclosed = bindingVariant(`"{{" không có "}}" trên cùng một dòng, trong cùng một ô`, `"{{" without "}}" on the same line, in the same cell`)
	ruleInCode   = bindingVariant(`tham chiếu số liệu không đặt được trong đoạn mã`, `a binding cannot stand in code`)
	ruleMisplace = bindingVariant(`tham chiếu số liệu không đặt được ở đây: nó nằm trong địa chỉ liên kết hay lời tả hình`,
		`a binding cannot stand here: it is in a link's address or an image's text`)
)

func bindingVariant(vi, en string) *diag.Rule {
	r := *ruleBinding
	r.Message = diag.Text{VI: vi, EN: en}
	return &r
}

var ruleHTML = &diag.Rule{
	ID:       "raw-html",
	Severity: diag.Warning,
	Title:    diag.Text{VI: "mã HTML bị bỏ đi", EN: "raw HTML is dropped"},
	Reason: diag.Text{
		VI: "Bài viết không được chứa mã chạy trên trang: chỉ dùng những gì viết được bằng Markdown.",
		EN: "Content runs nothing: a page prints what Markdown can say and no more.",
	},
	Message: diag.Text{VI: "mã HTML %q bị bỏ đi, không in ra", EN: "raw HTML %q is dropped"},
	Hint:    diag.Text{VI: "viết bằng Markdown: **đậm**, *nghiêng*, [chữ](https://…); để in ra dấu <, viết \\<", EN: "write it in Markdown: **bold**, *italic*, [text](https://…); to print <, write \\<"},
	Before:  "Đã trồng <b>nhiều</b> cây.",
	After:   "Đã trồng **nhiều** cây.",
}

var ruleLink = &diag.Rule{
	ID:       "unsafe-link",
	Severity: diag.Error,
	Title:    diag.Text{VI: "địa chỉ liên kết không dùng được", EN: "a link address that cannot be used"},
	Reason: diag.Text{
		VI: "Địa chỉ có thể chạy mã thì nguy hiểm; địa chỉ bắt đầu bằng “/” thì hỏng khi trang nằm trong thư mục con hay trên USB.",
		EN: "An address that may run code is dangerous; one that begins with “/” breaks in a sub-folder or on a USB stick.",
	},
	Message: diag.Text{VI: "địa chỉ %q không dùng làm liên kết được", EN: "a link cannot lead to %q"},
	Hint: diag.Text{
		VI: "viết https://…, mailto:…, unit:MÃ, resolution:MÃ, document:MÃ, page:MÃ, round:MÃ, indicator:MÃ, work:MÃ, tên trang như checks, hoặc #mục",
		EN: "write https://…, mailto:…, unit:ID, resolution:ID, document:ID, page:ID, round:ID, indicator:ID, work:ID, a page such as checks, or #section",
	},
	Before: "[Thạch Hạ](/don-vi/thach-ha.html)",
	After:  "[Thạch Hạ](unit:thach-ha)",
}

var ruleHeading = &diag.Rule{
	ID:       "heading-level",
	Severity: diag.Warning,
	Title:    diag.Text{VI: "đề mục trong bài bắt đầu từ ##", EN: "headings begin with ##"},
	Reason: diag.Text{
		VI: "Trang đã có một đề mục lớn nhất là tiêu đề của nó; người dùng trình đọc màn hình dựa vào điều đó.",
		EN: "A page has one top heading, its title; readers who listen to it rely on that.",
	},
	Message: diag.Text{VI: "đề mục cấp # được in như ##", EN: "a heading # is printed as ##"},
	Hint:    diag.Text{VI: "viết ##; tiêu đề của trang là title ở phần đầu tệp", EN: "write ##; the page's title is title in the front matter"},
	Before:  "# Quyết định điều gì",
	After:   "## Quyết định điều gì",
}

var ruleImage = &diag.Rule{
	ID:       "image-dropped",
	Severity: diag.Warning,
	Title:    diag.Text{VI: "hình bị bỏ đi", EN: "an image is dropped"},
	Reason: diag.Text{
		VI: "Trang không gọi đến máy chủ khác và không đăng tệp hình; chỉ in lời tả hình.",
		EN: "A page asks no other host for anything and no image files are published; its text is printed instead.",
	},
	Message: diag.Text{VI: "hình %q bị bỏ đi, chỉ in lời tả", EN: "the image %q is dropped, its text is printed"},
	Hint:    diag.Text{VI: "đặt biểu đồ bằng khối ```figure, hoặc viết thành lời", EN: "place a chart with a ```figure block, or say it in words"},
	Before:  "![Biểu đồ thu chi](thu-chi.png)",
	After:   "```figure",
}

var ruleFigure = &diag.Rule{
	ID:       "figure-place",
	Severity: diag.Error,
	Title:    diag.Text{VI: "khối figure nằm trong danh sách hay trích dẫn", EN: "a figure inside a list or a quote"},
	Reason: diag.Text{
		VI: "Biểu đồ cần cả bề rộng của trang; nằm trong danh sách thì nó hiện thành chữ, không thành hình.",
		EN: "A chart needs the width of the page; inside a list it would show as code.",
	},
	Message: diag.Text{VI: "khối figure không đặt được trong danh sách hay trích dẫn", EN: "a figure block cannot stand in a list or a quote"},
	Hint:    diag.Text{VI: "viết ```figure ở đầu dòng, giữa hai dòng trống", EN: "write ```figure at the start of a line, between blank lines"},
	Before:  "- ```figure",
	After:   "```figure",
}
