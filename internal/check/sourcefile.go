package check

import (
	"path"
	"regexp"
	"slices"
	"strings"

	"minhbach/internal/diag"
	"minhbach/internal/model"
	"minhbach/internal/source"
)

// sourceFields name the document itself: a file that is published with the site, where it is on the web, and
// the sum by which anybody can tell that it is the one the data was read from.
var sourceFields = []Field{may("file", Text), may("url", Text), may("sha256", Text)}

// sourceTypes are the endings of files that are published: a page or a script among them would run in the
// reader's browser as if it were part of the site.
var sourceTypes = []string{".pdf", ".doc", ".docx", ".odt", ".rtf", ".xls", ".xlsx", ".ods", ".csv", ".txt", ".jpg", ".jpeg", ".png", ".tif", ".tiff", ".zip"}

// maxSource is the longest file that is published, in bytes.
const maxSource = 64 << 20

var (
	sumForm   = regexp.MustCompile(`^[0-9a-f]{64}$`)
	sourceWeb = regexp.MustCompile(`^https://[^\s/?#@]+([/?#]\S*)?$`)
)

// sourceFile reads where the document itself is to be had, and holds the file against its sum.
func (c *checker) sourceFile(d *model.Document, r row) {
	d.File, d.URL, d.SHA256 = r.text("file"), r.text("url"), strings.ToLower(r.text("sha256"))
	if rest, plain := strings.CutPrefix(d.URL, "http://"); plain {
		c.advise(valueOf(r.table.Get("url")), ruleSourcePlain, []any{"https://" + rest}, d.URL)
	} else if d.URL != "" && !sourceWeb.MatchString(d.URL) {
		c.find(valueOf(r.table.Get("url")), ruleSourceWeb, d.URL)
	}
	sum := r.table.Get("sha256")
	switch {
	case d.SHA256 == "":
		sum = nil
	case !sumForm.MatchString(d.SHA256):
		c.find(valueOf(sum), ruleSumForm, len([]rune(d.SHA256)))
		return
	case d.File == "" && d.URL == "":
		c.find(valueOf(sum), ruleSumOfNothing)
	}
	if d.File == "" {
		return
	}
	at := r.table.Get("file")
	a := c.tree.Attached(d.File)
	if a == nil || !c.soundSource(at, a) {
		return
	}
	d.Size = a.Size
	switch {
	case sum == nil:
		c.advise(valueOf(at), ruleNoSum, []any{a.SHA256}, d.File)
		d.SHA256 = a.SHA256
	case a.SHA256 != d.SHA256:
		c.advise(valueOf(sum), ruleSourceChanged, []any{a.SHA256}, d.File, a.SHA256, d.SHA256)
	}
}

// soundSource tells why the file that a value names cannot be published.
func (c *checker) soundSource(at *source.Value, a *source.Attached) bool {
	ending := strings.ToLower(path.Ext(at.Text))
	switch {
	case a.Fault == source.Absent:
		if near := c.nearest(at.Text, a.Beside); near != "" {
			c.advise(valueOf(at), ruleNoSource, []any{near}, at.Text)
		} else {
			c.advise(valueOf(at), ruleNoSource, nil, at.Text)
		}
	case a.Fault == source.Unread:
		c.find(valueOf(at), ruleSourceUnread, at.Text, a.Said)
	case a.Fault != source.Sound:
		c.find(valueOf(at), sourceFaults[a.Fault], at.Text)
	case !slices.Contains(sourceTypes, ending):
		c.advise(valueOf(at), ruleSourceType, []any{strings.Join(sourceTypes, " ")}, at.Text)
	case a.Size > maxSource:
		c.find(valueOf(at), ruleSourceLong, at.Text, a.Size>>20, maxSource>>20)
	default:
		return true
	}
	return false
}

var ruleNoSource = &diag.Rule{
	ID: "source-file", Severity: diag.Error,
	Title:   diag.Text{VI: "tệp nguồn không dùng được", EN: "a source file that cannot be used"},
	Reason:  diag.Text{VI: "Người đọc lần theo số liệu tới chính văn bản; đường dẫn hỏng thì không kiểm chứng được.", EN: "Readers follow a figure to the document itself; where the way breaks, nothing can be verified."},
	Message: diag.Text{VI: "không có tệp %q", EN: "there is no file %q"},
	Hint:    didYouMean,
	Before:  `file = "data/sources/297.pdf"`, After: `file = "data/sources/279.pdf"`,
}

var (
	ruleSourceUnread = ruleNoSource.With(
		diag.Text{VI: "không đọc được tệp %q: %s", EN: "cannot read the file %q: %s"},
		diag.Text{VI: "xem quyền đọc của tệp", EN: "look at the permissions of the file"})
	ruleSourceType = ruleNoSource.With(
		diag.Text{VI: "không đăng tệp loại này: %q", EN: "files of this type are not published: %q"},
		diag.Text{VI: "dùng một trong các loại: %s", EN: "use one of the types: %s"})
	ruleSourceLong = ruleNoSource.With(
		diag.Text{VI: "tệp %q dài %d MB, quá %d MB nên không đăng được", EN: "the file %q has %d MB, more than the %d MB that can be published"},
		diag.Text{VI: "để tệp ở nơi khác rồi ghi url và sha256", EN: "keep the file elsewhere and give its url and sha256"})
	sourceFaults = map[source.Fault]*diag.Rule{
		source.Outside: ruleNoSource.With(
			diag.Text{VI: "%q không phải đường dẫn trong thư mục của cổng", EN: "%q is no path within the portal's folder"},
			diag.Text{VI: `viết từ thư mục của cổng, bằng dấu /, ví dụ "data/sources/279.pdf"`, EN: `write it from the portal's folder on, with slashes, such as "data/sources/279.pdf"`}),
		source.Linked: ruleNoSource.With(
			diag.Text{VI: "%q là liên kết hoặc nằm sau một liên kết", EN: "%q is a link, or lies behind one"},
			diag.Text{VI: "chép chính tệp vào: công cụ không đi theo liên kết ra ngoài thư mục", EN: "copy the file itself here: links are not followed, so that nothing outside the folder is read"}),
		source.NoFile: ruleNoSource.With(
			diag.Text{VI: "%q không phải một tệp", EN: "%q is not a file"},
			diag.Text{VI: "ghi tên của tệp, không phải của thư mục", EN: "name the file and not its folder"}),
	}
)

var ruleSourceWeb = ruleAddress.With(ruleAddress.Message, diag.Text{
	VI: "viết như https://congbao.example/279.pdf; địa chỉ được in ra cho người đọc, công cụ không mở nó",
	EN: "write it like https://gazette.example/279.pdf; it is printed for readers and never opened by the tool"})

var ruleSourcePlain = ruleAddress.With(
	diag.Text{VI: "địa chỉ %q không bắt đầu bằng https://", EN: "the address %q does not begin with https://"},
	diag.Text{VI: "trên http:// ai cũng có thể thay nội dung trên đường truyền; mở thử %s, nếu được thì viết địa chỉ ấy", EN: "over http:// anybody on the way can change what is read; try %s, and write that if it opens"})

var ruleSourceChanged = &diag.Rule{
	ID: "source-changed", Severity: diag.Error,
	Title:   diag.Text{VI: "tệp nguồn đã thay đổi", EN: "a source file has changed"},
	Reason:  diag.Text{VI: "Số liệu được chép từ đúng một bản của văn bản. Bản khác thì số liệu phải được xem lại.", EN: "The figures were read from one version of the document. With another version they have to be looked at again."},
	Message: diag.Text{VI: "tệp nguồn đã thay đổi: %s có SHA-256 %s, ở đây ghi %s", EN: "the source file has changed: %s has the SHA-256 %s, wanted is %s"},
	Hint:    diag.Text{VI: "nếu đúng là thay văn bản, ghi sha256 = %q và nói lý do khi ghi vào git; nếu không, lấy lại tệp cũ", EN: "if the change is meant, write sha256 = %q and say why in the commit; if not, bring the old file back"},
	Before:  `sha256 = "e3b0c442…"`, After: `sha256 = "9f86d081…"`,
}

var ruleSumForm = &diag.Rule{
	ID: "source-sum", Severity: diag.Error,
	Title:   diag.Text{VI: "mã SHA-256 viết sai hoặc thiếu", EN: "a SHA-256 that is wrong or missing"},
	Reason:  diag.Text{VI: "Nhờ mã này, ai cũng kiểm tra được tệp mình có đúng là tệp đã dùng để chép số liệu.", EN: "By it anybody can tell whether a file is the one the figures were read from."},
	Message: diag.Text{VI: "mã SHA-256 là 64 ký tự, gồm 0–9 và a–f; ở đây có %d ký tự", EN: "a SHA-256 is 64 digits from 0 to f, here are %d characters"},
	Hint:    diag.Text{VI: "tính lại bằng sha256sum TỆP; bỏ dòng này thì công cụ in ra mã của tệp", EN: "compute it with sha256sum FILE; without the line the tool prints the sum of the file"},
	Before:  `sha256 = "279"`, After: `sha256 = "9f86d081…"`,
}

var ruleSumOfNothing = ruleSumForm.With(
	diag.Text{VI: "sha256 này không nói là của tệp nào", EN: "the sha256 does not say of which file it is"},
	diag.Text{VI: "thêm file hoặc url", EN: "add a file or a url"})

var ruleNoSum = func() *diag.Rule {
	r := ruleSumForm.With(
		diag.Text{VI: "tệp %q chưa có mã SHA-256: nếu nó bị thay, sẽ không ai hay", EN: "the file %q has no SHA-256: nobody would notice that it was replaced"},
		diag.Text{VI: "thêm dòng sha256 = %q", EN: "add the line sha256 = %q"})
	r.Severity = diag.Warning
	return r
}()
