package publish

import (
	"fmt"

	"minhbach/internal/diag"
)

// Problem is an error that the user can mend, in words of both languages.
type Problem struct {
	Text diag.Text // complete sentences, without the cause
	Err  error     // the cause; may be nil
}

// In returns the problem and its cause in lang.
func (p *Problem) In(lang string) string {
	if p.Err == nil {
		return p.Text.In(lang)
	}
	return p.Text.In(lang) + " (" + p.Err.Error() + ")"
}

// Error is In English.
func (p *Problem) Error() string { return p.In("en") }

// Unwrap returns the cause.
func (p *Problem) Unwrap() error { return p.Err }

func problem(err error, t diag.Text, args ...any) error {
	return &Problem{Text: diag.Text{VI: fmt.Sprintf(t.VI, args...), EN: fmt.Sprintf(t.EN, args...)}, Err: err}
}

func unwritable(dir string, err error) error {
	return problem(err, diag.Text{
		VI: "không ghi được vào %s; trang cũ vẫn nguyên. Kiểm tra quyền ghi và chỗ trống trên đĩa, hoặc chọn thư mục khác bằng --out",
		EN: "cannot write to %s; the old site stands. Check permissions and free space, or choose another folder with --out"}, dir)
}

func noExchange(dir string, err error) error {
	return problem(err, diag.Text{
		VI: "không thay %s bằng bản mới trong một bước được (thư mục là một ổ đĩa, hoặc ổ đĩa không hỗ trợ); trang cũ vẫn nguyên. Dựng vào thư mục khác bằng --out, hoặc vào một thư mục con",
		EN: "%s cannot be exchanged with the new site in one step (a mount point, or a file system without it); the old site stands. Build into another folder with --out, or into a folder below it"}, dir)
}
