package main

import (
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"minhbach/internal/diag"
	"minhbach/internal/pipeline"
	"minhbach/layouts"
)

var (
	textHosting     = diag.Text{VI: "in cấu hình máy chủ web cho trang này", EN: "print the configuration of a web server for this site"}
	textHostMissing = diag.Text{VI: "thiếu tên máy chủ: %s. Ví dụ: minhbach hosting nginx", EN: "the host is missing: %s. Such as: minhbach hosting nginx"}
)

func (c *cli) hostingCommand() *cobra.Command {
	cmd := c.command("hosting", textHosting, nil)
	cmd.Use = "hosting " + strings.Join(pipeline.Hosts, "|")
	hosts := strings.Join(pipeline.Hosts, ", ")
	cmd.Args = c.one(diag.Text{VI: fmt.Sprintf(textHostMissing.VI, hosts), EN: fmt.Sprintf(textHostMissing.EN, hosts)})
	cmd.RunE = func(cmd *cobra.Command, args []string) error { return c.hosting(cmd.Context(), args[0]) }
	return cmd
}

// hosting prints the configuration and nothing else to standard output, which may be a file on its way to a server.
func (c *cli) hosting(ctx context.Context, host string) error {
	text, read, err := pipeline.Hosting(ctx, pipeline.Options{Root: portalDir, Layouts: layouts.FS}, host, c.lang)
	if err != nil {
		return err
	}
	if text == "" {
		if err := diag.Print(c.errOut, read.Findings, "text", c.lang, read.Source); err != nil {
			return fmt.Errorf("printing the findings: %w", err)
		}
		return errFindings
	}
	_, err = fmt.Fprint(c.out, text)
	return err
}
