package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"minhbach/internal/diag"
	"minhbach/internal/pipeline"
)

var (
	textSchema    = diag.Text{VI: "ghi các tệp giúp trình soạn thảo gợi ý và báo lỗi ngay khi gõ", EN: "write the schemas of data/, for completion and errors while typing"}
	textFlagOutOf = diag.Text{VI: "ghi vào `THƯ-MỤC` này (mặc định: .schema)", EN: "write into this `FOLDER` (.schema unless given)"}
)

func (c *cli) schemaCommand() *cobra.Command {
	var dir string
	cmd := c.command("schema", textSchema, func(*cobra.Command) error { return c.schema(dir) })
	cmd.Flags().StringVar(&dir, "out", pipeline.SchemaDir, textFlagOutOf.In(c.lang))
	cmd.Flags().Lookup("out").DefValue = ""
	return cmd
}

// schema prints the path of every schema it wrote.
func (c *cli) schema(dir string) error {
	paths, err := pipeline.Schema(dir, c.lang)
	for _, p := range paths {
		fmt.Fprintln(c.out, p)
	}
	return err
}
