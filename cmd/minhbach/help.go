package main

import (
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"minhbach/internal/diag"
)

var (
	textExamples = diag.Text{VI: "Ví dụ", EN: "Examples"}
	textHelp     = diag.Text{VI: "xem hướng dẫn của một lệnh", EN: "print the help of a command"}
)

// example is a command line that can be typed as it stands, and what it does.
type example struct {
	line string
	does diag.Text
}

// examplesByCommand are those in the help of each command; "minhbach" is the help of the whole.
var examplesByCommand = map[string][]example{
	"minhbach": {
		{"minhbach check", diag.Text{VI: "kiểm tra các tệp đã sửa", EN: "check the files that were edited"}},
		{"minhbach build", diag.Text{VI: "dựng trang vào thư mục public", EN: "build the site into the folder public"}}},
	"build": {
		{"minhbach build", diag.Text{VI: "dựng vào thư mục public", EN: "build into the folder public"}},
		{"minhbach build --out /srv/www --strict", diag.Text{VI: "dựng vào nơi khác, chỉ khi không có cảnh báo nào", EN: "build elsewhere, and only without any warning"}},
		{"minhbach build --precompress", diag.Text{VI: "kèm bản nén, để máy chủ gửi nhanh hơn", EN: "with compressed files, which a server sends faster"}}},
	"check": {
		{"minhbach check", diag.Text{VI: "kiểm tra mọi tệp", EN: "check every file"}},
		{"minhbach check --explain unknown-unit", diag.Text{VI: "vì sao có quy tắc này, và sửa thế nào", EN: "why there is this rule, and how to mend what breaks it"}}},
	"completion": {
		{"source <(minhbach completion bash)", diag.Text{VI: "gợi ý trong bash, cho tới khi đóng cửa sổ", EN: "completion in bash until the window is closed"}},
		{"minhbach completion fish > ~/.config/fish/completions/minhbach.fish", diag.Text{VI: "gợi ý trong fish, từ nay về sau", EN: "completion in fish from now on"}}},
	"diff": {
		{"minhbach diff HEAD", diag.Text{VI: "số liệu đang sửa khác gì lần ghi cuối", EN: "what figures differ from the last commit"}},
		{"minhbach diff HEAD~1 HEAD --format markdown", diag.Text{VI: "lần ghi cuối đã đổi số liệu nào, để dán vào thư", EN: "what the last commit changed, to paste into a message"}}},
	"export-template": {
		{"minhbach export-template --report 279-bc-hdnd", diag.Text{VI: "bảng tính để điền mọi số liệu của một báo cáo", EN: "a spreadsheet for every figure of a report"}},
		{"minhbach export-template --table trees-planted --out cay-xanh.xlsx", diag.Text{VI: "chỉ một bảng số liệu, ghi vào tệp cay-xanh.xlsx", EN: "one table only, in the file cay-xanh.xlsx"}}},
	"help": {
		{"minhbach help build", diag.Text{VI: "hướng dẫn của lệnh build", EN: "the help of build"}}},
	"hosting": {
		{"minhbach hosting nginx", diag.Text{VI: "cấu hình nginx cho trang này, để chép vào máy chủ", EN: "the nginx configuration for this site, to be copied to the server"}},
		{"minhbach hosting apache > public/.htaccess", diag.Text{VI: "tệp .htaccess, gửi lên cùng trang", EN: "the file .htaccess, to be uploaded with the site"}}},
	"import": {
		{"minhbach import mau-279-bc-hdnd.xlsx --report 279-bc-hdnd", diag.Text{VI: "xem bảng tính đã điền khác gì, hỏi rồi mới ghi", EN: "see what a filled spreadsheet changes, be asked, and write it"}}},
	"init": {
		{"minhbach init cong-minh-bach", diag.Text{VI: "tạo một cổng ví dụ để thử và sửa dần", EN: "make an example to try out and to change"}},
		{"minhbach init cong-minh-bach --empty", diag.Text{VI: "tạo khung trống để điền", EN: "make a skeleton to fill in"}}},
	"new": {
		{"minhbach new unit thach-ha", diag.Text{VI: "thêm một đơn vị", EN: "add a unit"}},
		{"minhbach new work duong-trung-tiet --report 279-bc-hdnd", diag.Text{VI: "thêm một công trình của một báo cáo", EN: "add a work of a report"}}},
	"reply-form": {
		{"minhbach reply-form thach-ha --out gui-don-vi", diag.Text{VI: "soạn phiếu của một đơn vị vào thư mục gui-don-vi", EN: "make the form of a unit in the folder gui-don-vi"}}},
	"schema": {
		{"minhbach schema", diag.Text{VI: "để trình soạn thảo gợi ý khi gõ", EN: "let an editor complete what is typed"}}},
	"serve": {
		{"minhbach serve", diag.Text{VI: "xem thử trang trên máy này", EN: "look at the site on this machine"}}},
	"version": {
		{"minhbach version", diag.Text{VI: "để báo cho người hỗ trợ", EN: "to tell whoever helps"}}},
}

// examples are the examples of a command, a comment above each line.
func (c *cli) examples(command string) string {
	var lines []string
	for _, e := range examplesByCommand[command] {
		lines = append(lines, "  # "+e.does.In(c.lang), "  "+e.line)
	}
	return strings.Join(lines, "\n")
}

func init() { cobra.AddTemplateFunc("flagUsages", flagUsages) }

// flagUsages are the flags of a command, its own first, in two columns. (Those of pflag count bytes, and stand
// crooked behind Vietnamese letters.)
func flagUsages(cmd *cobra.Command) string {
	var rows [][2]string
	longest := 0
	add := func(f *pflag.Flag) {
		value, says := pflag.UnquoteUsage(f)
		left := "      --" + f.Name
		if f.Shorthand != "" {
			left = "  -" + f.Shorthand + ", --" + f.Name
		}
		left = strings.TrimRight(left+" "+value, " ")
		rows, longest = append(rows, [2]string{left, says}), max(longest, width(left))
	}
	cmd.LocalNonPersistentFlags().VisitAll(add)
	cmd.InheritedFlags().VisitAll(add)
	cmd.PersistentFlags().VisitAll(add)
	var lines []string
	for _, r := range rows {
		lines = append(lines, r[0]+strings.Repeat(" ", longest-width(r[0])+3)+r[1])
	}
	return strings.Join(lines, "\n")
}

// helpCommand is minhbach help COMMAND, which says what minhbach COMMAND --help says.
func (c *cli) helpCommand() *cobra.Command {
	cmd := c.command("help", textHelp, nil)
	cmd.Use = "help [" + textCommand.In(c.lang) + "]"
	cmd.Args = cobra.ArbitraryArgs
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		of, rest, err := cmd.Root().Find(args)
		if err != nil || of == cmd.Root() && len(rest) > 0 {
			return c.known(cmd.Root(), args)
		}
		of.InitDefaultHelpFlag()
		return of.Help()
	}
	cmd.Example = c.examples("help")
	return cmd
}
