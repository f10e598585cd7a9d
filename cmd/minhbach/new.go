package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"minhbach/internal/diag"
	"minhbach/internal/pipeline"
)

var (
	textNew        = diag.Text{VI: "viết sẵn phần đầu, có chú thích, để điền: " + kinds.VI, EN: "begin something new, with comments: " + kinds.EN}
	textNewUse     = diag.Text{VI: "new LOẠI MÃ", EN: "new KIND ID"}
	textNewNoKind  = diag.Text{VI: "thiếu LOẠI: " + kinds.VI + ". Ví dụ: minhbach new unit thach-ha", EN: "the KIND is missing: " + kinds.EN + ". Such as: minhbach new unit thach-ha"}
	textNewNoID    = diag.Text{VI: "thiếu MÃ. Ví dụ: minhbach new unit thach-ha", EN: "the ID is missing. Such as: minhbach new unit thach-ha"}
	textNewKind    = diag.Text{VI: "không có loại %q; các loại: " + kinds.VI, EN: "no kind %q; kinds: " + kinds.EN}
	textNewTooMany = diag.Text{
		VI: "thừa %q: mã viết liền, không có khoảng trống, ví dụ thach-ha",
		EN: "%q is too much: an id has no spaces, such as thach-ha"}
	textFlagInReport = diag.Text{VI: "work: công trình thuộc `BÁO-CÁO` này (mặc định: báo cáo mới nhất)", EN: "work: the `REPORT` it is in (the newest unless given)"}
	textNotAWork     = diag.Text{VI: "tùy chọn --report chỉ dùng với: minhbach new work", EN: "the flag --report is for: minhbach new work"}
	textBegun        = diag.Text{VI: "%s: đã viết sẵn từ dòng %d; những chỗ cần điền đang để trống", EN: "%s: begun at line %d; what has to be filled in is empty"}
	textNotBegun     = diag.Text{VI: "chưa ghi gì: sửa các lỗi trên rồi chạy lại", EN: "nothing was written: mend the errors above and run it again"}
	textFillIn       = diag.Text{VI: "Điền xong chạy: minhbach check (lệnh này chỉ ra từng chỗ còn thiếu)", EN: "Then run: minhbach check (it names every place that is left)"}
	textTextToo      = diag.Text{VI: "Bài viết về nghị quyết, nếu có, ở content/resolutions/%s.md", EN: "A text on the resolution, if there is one, is content/resolutions/%s.md"}
)

// kinds are those of new, with what they are called in Vietnamese.
var kinds = func() diag.Text {
	called := map[string]string{"resolution": "nghị quyết", "unit": "đơn vị", "report": "báo cáo", "work": "công trình", "page": "trang viết"}
	var vi []string
	for _, k := range pipeline.NewKinds {
		vi = append(vi, k+" ("+called[k]+")")
	}
	return diag.Text{VI: strings.Join(vi, ", "), EN: strings.Join(pipeline.NewKinds, ", ")}
}()

func (c *cli) newCommand() *cobra.Command {
	var w pipeline.Wish
	cmd := c.command("new", textNew, nil)
	cmd.Use = textNewUse.In(c.lang) + " [--" + textFlag.In(c.lang) + "]"
	cmd.Args = kindAndID
	cmd.RunE = func(_ *cobra.Command, args []string) error {
		w.Kind, w.ID, w.Lang = args[0], args[1], c.lang
		if w.Report != "" && w.Kind != "work" {
			return usagef(textNotAWork)
		}
		return c.new(w)
	}
	cmd.Flags().StringVar(&w.Report, "report", "", textFlagInReport.In(c.lang))
	return cmd
}

func kindAndID(_ *cobra.Command, args []string) error {
	switch {
	case len(args) == 0:
		return usagef(textNewNoKind)
	case !slices.Contains(pipeline.NewKinds, args[0]):
		return usagef(textNewKind, args[0])
	case len(args) == 1:
		return usagef(textNewNoID)
	case len(args) > 2:
		return usagef(textNewTooMany, args[2])
	}
	return nil
}

// new prints the path of every file it wrote to; what else there is to say goes to standard error.
func (c *cli) new(w pipeline.Wish) error {
	places, read, err := pipeline.New(portalDir, w)
	if err != nil {
		return err
	}
	if len(read.Findings) > 0 {
		if err := diag.Print(c.errOut, read.Findings, "text", c.lang, read.Source); err != nil {
			return fmt.Errorf("printing the findings: %w", err)
		}
		c.say(c.errOut, textNotBegun)
		return errFindings
	}
	for _, p := range places {
		fmt.Fprintln(c.out, p.File)
		c.say(c.errOut, textBegun, p.File, p.Line)
	}
	if w.Kind == "resolution" {
		c.say(c.errOut, textTextToo, w.ID)
	}
	c.say(c.errOut, textFillIn)
	return nil
}
