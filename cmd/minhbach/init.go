package main

import (
	"fmt"
	"path/filepath"
	"runtime/debug"
	"strings"

	"github.com/spf13/cobra"

	"minhbach/internal/diag"
	"minhbach/internal/pipeline"
)

var (
	textInit        = diag.Text{VI: "tạo một cổng mới: ví dụ nhỏ, đủ mọi phần", EN: "make a new portal: a small example, complete"}
	textInitUse     = diag.Text{VI: "init THƯ-MỤC", EN: "init FOLDER"}
	textInitMissing = diag.Text{VI: "thiếu thư mục. Ví dụ: minhbach init cong-minh-bach", EN: "the folder is missing. Such as: minhbach init my-portal"}
	textInitTooMany = diag.Text{VI: "thừa %q: lệnh này nhận một thư mục", EN: "%q is too much: this command takes one folder"}
	textFlagEmpty   = diag.Text{VI: "khung trống, không có ví dụ", EN: "a skeleton without the example"}
	textMade        = diag.Text{
		VI: "Đã tạo cổng, %d tệp. Tiếp theo:\n%s    minhbach check    # %s\n    minhbach serve    # xem thử\nCách làm nằm trong README.md",
		EN: "A new portal, %d files. Next:\n%s    minhbach check --lang en    # %s\n    minhbach serve --lang en    # look at it\nREADME.md says how to go on"}
	textOneFinding = diag.Text{VI: "báo một lỗi để sẵn, và cách sửa", EN: "tells of one mistake left on purpose, and how to mend it"}
	textFillPortal = diag.Text{VI: "chỉ ra những chỗ cần điền", EN: "names what has to be filled in"}
)

func (c *cli) initCommand() *cobra.Command {
	var empty bool
	cmd := c.command("init", textInit, nil)
	cmd.Use = textInitUse.In(c.lang) + " [--" + textFlag.In(c.lang) + "]"
	cmd.Args = oneFolder
	cmd.RunE = func(_ *cobra.Command, args []string) error { return c.init(args[0], empty) }
	cmd.Flags().BoolVar(&empty, "empty", false, textFlagEmpty.In(c.lang))
	return cmd
}

func oneFolder(_ *cobra.Command, args []string) error {
	switch {
	case len(args) == 0 || args[0] == "":
		return usagef(textInitMissing)
	case len(args) > 1:
		return usagef(textInitTooMany, args[1])
	}
	return nil
}

// init prints the folder; what to do next goes to standard error.
func (c *cli) init(dir string, empty bool) error {
	n, err := pipeline.Init(dir, pipeline.InitOptions{Lang: c.lang, Empty: empty, Version: revision()})
	if err != nil {
		return err
	}
	check := textOneFinding
	if empty {
		check = textFillPortal
	}
	fmt.Fprintln(c.out, dir)
	c.say(c.errOut, textMade, n, goInto(dir), check.In(c.lang))
	return nil
}

// goInto is the line that goes into the new folder, as every shell takes it: quoted where the name has a space.
func goInto(dir string) string {
	switch dir = filepath.Clean(dir); {
	case dir == ".":
		return ""
	case strings.HasPrefix(dir, "-"):
		dir = "." + string(filepath.Separator) + dir
	}
	if strings.ContainsAny(dir, " &()'") {
		dir = `"` + dir + `"`
	}
	return "    cd " + dir + "\n"
}

// revision is the commit that this program was built from; "" where it is not known, or not all there was.
func revision() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return ""
	}
	known := map[string]string{}
	for _, s := range info.Settings {
		known[s.Key] = s.Value
	}
	if known["vcs"] != "git" || known["vcs.modified"] != "false" {
		return ""
	}
	return known["vcs.revision"]
}
