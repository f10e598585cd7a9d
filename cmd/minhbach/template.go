package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"minhbach/internal/diag"
	"minhbach/internal/pipeline"
	"minhbach/layouts"
)

var (
	textTemplate      = diag.Text{VI: "soạn bảng tính để các đơn vị điền số liệu của một báo cáo", EN: "make the spreadsheet in which the figures of a report are filled in"}
	textFlagTable     = diag.Text{VI: "chỉ bảng số liệu có `MÃ` này (mặc định: mọi bảng)", EN: "only the figures table of this `ID` (all unless given)"}
	textFlagFormFile  = diag.Text{VI: "ghi vào `TỆP` này (mặc định: mau-BÁO-CÁO.xlsx)", EN: "write this `FILE` (mau-REPORT.xlsx unless given)"}
	textTemplateUsage = diag.Text{VI: "điền xong thì nhập lại: minhbach import %s --report %s", EN: "when it is filled, read it back: minhbach import %s --report %s"}
)

func (c *cli) templateCommand() *cobra.Command {
	var report, table, out string
	var force bool
	cmd := c.command("export-template", textTemplate, func(*cobra.Command) error { return c.template(report, table, out, force) })
	cmd.Flags().StringVar(&report, "report", "", textFlagReport.In(c.lang))
	cmd.Flags().StringVar(&table, "table", "", textFlagTable.In(c.lang))
	cmd.Flags().StringVar(&out, "out", "", textFlagFormFile.In(c.lang))
	cmd.Flags().BoolVar(&force, "force", false, textFlagForce.In(c.lang))
	return cmd
}

func (c *cli) template(report, table, out string, force bool) error {
	body, id, read, err := pipeline.Form(pipeline.Options{Root: portalDir, Layouts: layouts.FS}, report, table)
	if err != nil {
		return err
	}
	if body == nil {
		if err := diag.Print(c.errOut, read.Findings, "text", c.lang, read.Source); err != nil {
			return fmt.Errorf("printing the findings: %w", err)
		}
		return errFindings
	}
	if out == "" {
		out = "mau-" + id + ".xlsx"
	}
	if err := c.writeFile(out, body, force); err != nil {
		return err
	}
	c.say(c.errOut, textTemplateUsage, out, id)
	return nil
}
