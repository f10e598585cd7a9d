package main

import (
	"bufio"
	"cmp"
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"minhbach/internal/diag"
	"minhbach/internal/history"
	"minhbach/internal/intake"
	"minhbach/internal/pipeline"
	"minhbach/layouts"
)

var (
	textImport        = diag.Text{VI: "đọc số liệu từ bảng tính đã điền, hỏi rồi ghi vào data/", EN: "read figures from a filled spreadsheet, ask, and write them into data/"}
	textFile          = diag.Text{VI: "TỆP", EN: "FILE"}
	textFlagFormTable = diag.Text{VI: "chỉ đọc bảng số liệu có `MÃ` này; cần cho tệp .csv không ghi mã bảng", EN: "read only the figures table of this `ID`; needed for a .csv without the table's id"}
	textFlagYes       = diag.Text{VI: "ghi mà không hỏi", EN: "write without asking"}
	textNoFile        = diag.Text{VI: "thiếu TỆP. Ví dụ: minhbach import mau-279-bc-hdnd.xlsx --report 279-bc-hdnd", EN: "the FILE is missing. Such as: minhbach import mau-279-bc-hdnd.xlsx --report 279-bc-hdnd"}
	textImportColumns = []diag.Text{{VI: "đơn vị", EN: "unit"}, {VI: "trước", EN: "before"}, {VI: "sau", EN: "after"}, {}}
	textIsNew         = diag.Text{VI: "mới", EN: "new"}
	textIsChanged     = diag.Text{VI: "đổi", EN: "changed"}
	textImportCounts  = diag.Text{VI: "%d mới, %d đổi, %d như cũ", EN: "%d new, %d changed, %d as they were"}
	textImportNothing = diag.Text{VI: "không có số liệu nào thay đổi; %d như cũ", EN: "no figure changed; %d as they were"}
	textAsk           = diag.Text{VI: "Ghi %d số liệu vào %s? (c = có, Enter = không) ", EN: "Write %d figures into %s? (y = yes, Enter = no) "}
	textWritten       = diag.Text{VI: "đã ghi %d số liệu vào %s", EN: "%d figures written into %s"}
	textNotWritten    = diag.Text{VI: "chưa ghi gì", EN: "nothing was written"}
	textRefused       = diag.Text{VI: "chưa ghi gì: sửa các lỗi trên rồi nhập lại", EN: "nothing was written: mend the errors above and import again"}
	textNobodyAsked   = diag.Text{VI: "chưa ghi gì: không có ai để hỏi. Xem bảng trên, rồi thêm --yes để ghi", EN: "nothing was written: nobody is there to be asked. Look at the table above, then add --yes to write"}
)

func (c *cli) importCommand() *cobra.Command {
	var report, table string
	var yes bool
	cmd := c.command("import", textImport, nil)
	cmd.Use = "import " + textFile.In(c.lang) + " [--" + textFlag.In(c.lang) + "]"
	cmd.Args = c.one(textNoFile)
	cmd.RunE = func(_ *cobra.Command, args []string) error {
		return c.readForm(args[0], report, table, yes)
	}
	cmd.Flags().StringVar(&report, "report", "", textFlagReport.In(c.lang))
	cmd.Flags().StringVar(&table, "table", "", textFlagFormTable.In(c.lang))
	cmd.Flags().BoolVar(&yes, "yes", false, textFlagYes.In(c.lang))
	c.formatFlag(cmd, textFlagFormat, "text", "json", "github")
	return cmd
}

func (c *cli) readForm(file, report, table string, yes bool) error {
	m, err := pipeline.ReadForm(pipeline.Options{Root: portalDir, Layouts: layouts.FS}, file, report, table)
	if err != nil {
		return err
	}
	if err := c.print(m.Reading); err != nil {
		return err
	}
	if m.Findings.Count(diag.Error) > 0 {
		c.say(c.errOut, textRefused)
		return errFindings
	}
	if err := c.printPlan(m); err != nil {
		return err
	}
	if len(m.Plan.Changes) == 0 {
		return nil
	}
	where := strings.Join(m.Files, ", ")
	if !yes {
		switch answer, ok := c.ask(textAsk, len(m.Plan.Changes), where); {
		case !ok:
			return usagef(textNobodyAsked)
		case !answer:
			c.say(c.errOut, textNotWritten)
			return nil
		}
	}
	if err := m.Write(); err != nil {
		return err
	}
	c.say(c.errOut, textWritten, len(m.Plan.Changes), where)
	return nil
}

// ask asks on the terminal; ok is false where nobody answers.
func (c *cli) ask(question diag.Text, args ...any) (yes, ok bool) {
	if info, err := os.Stdin.Stat(); err != nil || info.Mode()&os.ModeCharDevice == 0 {
		return false, false
	}
	fmt.Fprintf(c.errOut, question.In(c.lang), args...)
	line, err := bufio.NewReader(os.Stdin).ReadString('\n')
	if err != nil {
		fmt.Fprintln(c.errOut)
		return false, false
	}
	return slices.Contains([]string{"c", "có", "co", "y", "yes"}, strings.ToLower(strings.TrimSpace(line))), true
}

// printPlan prints what is new and what changes, in one table for each table of figures.
func (c *cli) printPlan(m *pipeline.Import) error {
	if c.format != "text" {
		return nil // the findings alone: one text for a program
	}
	n := names{lang: c.lang, portal: m.Portal}
	var b strings.Builder
	fresh := 0
	for rest := m.Plan.Changes; len(rest) > 0; {
		t := rest[0].Table
		end := slices.IndexFunc(rest, func(o intake.Change) bool { return o.Table != t })
		if end < 0 {
			end = len(rest)
		}
		c.head(&b, 2, n.group(history.Key{Round: t.Round.ID, Kind: history.Figure, Table: t.ID}))
		rows := [][]string{nil}
		for _, head := range textImportColumns {
			rows[0] = append(rows[0], head.In(c.lang))
		}
		for _, change := range rest[:end] {
			before, after := change.Texts(c.lang, m.Words)
			class := textIsChanged
			if change.Old == nil {
				class = textIsNew
				fresh++
			}
			rows = append(rows, []string{change.Name(), cmp.Or(before, "–"), after, class.In(c.lang)})
		}
		c.table(&b, rows)
		rest = rest[end:]
	}
	if changes := len(m.Plan.Changes); changes > 0 {
		fmt.Fprintf(&b, textImportCounts.In(c.lang)+"\n", fresh, changes-fresh, m.Plan.Same)
	} else {
		fmt.Fprintf(&b, textImportNothing.In(c.lang)+"\n", m.Plan.Same)
	}
	if _, err := fmt.Fprint(c.out, b.String()); err != nil {
		return fmt.Errorf("printing the figures: %w", err)
	}
	return nil
}
