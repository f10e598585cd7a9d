package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"

	"github.com/spf13/cobra"

	"minhbach/internal/diag"
	"minhbach/internal/files"
	"minhbach/internal/pipeline"
	"minhbach/layouts"
)

var (
	textReply      = diag.Text{VI: "soạn phiếu để một đơn vị xem lại mọi điều cổng nói về mình", EN: "make the form on which a unit reviews all that is said of it"}
	textFlagReport = diag.Text{VI: "`MÃ` của báo cáo (mặc định: báo cáo mới nhất)", EN: "`ID` of the report (the newest unless given)"}
	textFlagFolder = diag.Text{VI: "ghi tệp vào `THƯ-MỤC` này (mặc định: thư mục này)", EN: "write the files into this `FOLDER` (this one unless given)"}
	textFlagForce  = diag.Text{VI: "ghi đè tệp đã có", EN: "replace files that are there"}
	textReplyMade  = diag.Text{
		VI: "%d dòng để đơn vị xem lại. Phản hồi nhận về ghi vào một tệp .toml trong data/reports/%s/, mỗi phản hồi một mục [reply.MÃ]; mẫu: minhbach check --explain reply-fit",
		EN: "%d lines to be reviewed. Record what comes back in a .toml file in data/reports/%s/, a table [reply.ID] for each; an example: minhbach check --explain reply-fit"}
	textUnitMissing = diag.Text{VI: "thiếu MÃ-ĐƠN-VỊ. Ví dụ: minhbach reply-form thach-ha", EN: "the unit's id is missing. Such as: minhbach reply-form thach-ha"}
	textThere       = diag.Text{VI: "%s đã có; muốn ghi đè thì thêm --force", EN: "%s is there already; add --force to replace it"}
)

func (c *cli) replyCommand() *cobra.Command {
	var report, dir string
	var force bool
	cmd := c.command("reply-form", textReply, nil)
	cmd.Use = "reply-form " + diag.Text{VI: "MÃ-ĐƠN-VỊ", EN: "UNIT"}.In(c.lang) + " [--" + textFlag.In(c.lang) + "]"
	cmd.Args = c.one(textUnitMissing)
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		return c.reply(cmd.Context(), args[0], report, dir, force)
	}
	cmd.Flags().StringVar(&report, "report", "", textFlagReport.In(c.lang))
	cmd.Flags().StringVar(&dir, "out", "", textFlagFolder.In(c.lang))
	cmd.Flags().BoolVar(&force, "force", false, textFlagForce.In(c.lang))
	return cmd
}

// one wants exactly one argument.
func (c *cli) one(missing diag.Text) cobra.PositionalArgs {
	return func(_ *cobra.Command, args []string) error {
		switch {
		case len(args) == 0:
			return usagef(missing)
		case len(args) > 1:
			return usagef(diag.Text{VI: "thừa %q", EN: "%q is too much"}, args[1])
		}
		return nil
	}
}

func (c *cli) reply(ctx context.Context, unit, report, dir string, force bool) error {
	form, read, err := pipeline.MakeReplyForm(ctx, pipeline.Options{Root: portalDir, Layouts: layouts.FS}, unit, report)
	if err != nil {
		return err
	}
	if form == nil {
		if err := diag.Print(c.errOut, read.Findings, "text", c.lang, read.Source); err != nil {
			return fmt.Errorf("printing the findings: %w", err)
		}
		return errFindings
	}
	for _, f := range []struct {
		ending string
		body   []byte
	}{{".xlsx", form.Sheet}, {".html", form.Page}} {
		if err := c.writeFile(filepath.Join(dir, form.Name+f.ending), f.body, force); err != nil {
			return err
		}
	}
	c.say(c.errOut, textReplyMade, form.Lines, form.Report)
	return nil
}

// writeFile writes a file, says its path, and replaces none unless it is asked to.
func (c *cli) writeFile(path string, body []byte, force bool) error {
	write := files.Create
	if force {
		write = files.Replace
	}
	if err := write(path, body); errors.Is(err, fs.ErrExist) {
		return usagef(textThere, path)
	} else if err != nil {
		return err
	}
	_, err := fmt.Fprintln(c.out, path)
	return err
}
