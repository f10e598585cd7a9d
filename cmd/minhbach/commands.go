package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"runtime/debug"
	"strings"

	"minhbach/internal/diag"
	"minhbach/internal/pipeline"
	"minhbach/layouts"
)

// portalDir is the portal's folder: the one the command is run in.
const portalDir = "."

func (c *cli) say(w io.Writer, t diag.Text, args ...any) {
	fmt.Fprintf(w, t.In(c.lang)+"\n", args...)
}

func (c *cli) build(ctx context.Context) error {
	report, err := c.buildInto(ctx, c.site)
	if err != nil {
		return err
	}
	switch {
	case c.format != "text":
	case report.AsOf.IsZero():
		c.say(c.out, textBuiltEmpty, c.site, report.Pages, (report.Bytes+999)/1000)
	default:
		c.say(c.out, textBuilt, c.site, report.Pages, (report.Bytes+999)/1000, report.AsOf)
	}
	if n := len(report.Kept); n > 0 {
		c.say(c.errOut, textKept, n)
	}
	return nil
}

// buildInto builds the site, prints the findings, and fails if they stopped it.
func (c *cli) buildInto(ctx context.Context, out string) (pipeline.Report, error) {
	shown, step := c.watch()
	report, read, err := pipeline.Build(ctx, pipeline.Options{
		Root: portalDir, Out: out, Layouts: layouts.FS, AsOf: c.asOf, Strict: c.strict, Precompress: c.forms, Progress: step,
	})
	shown.erase()
	if errors.As(err, new(*pipeline.Misuse)) {
		return report, err // nothing was read
	}
	if printErr := c.print(read); err == nil {
		err = printErr
	}
	if err != nil {
		return report, err
	}
	if read.Stops(c.strict) {
		c.say(c.errOut, textNotBuilt, out)
		return report, errFindings
	}
	if note := read.Log.Note; note != nil {
		fmt.Fprintln(c.errOut, note.Whole().In(c.lang))
	}
	if !report.Interactive {
		c.say(c.errOut, textNoCharts)
	}
	if !report.Addressed {
		c.say(c.errOut, textNoAddress)
	}
	return report, nil
}

func (c *cli) check(ctx context.Context) error {
	switch {
	case c.explain == everyRule:
		return c.explainAll()
	case c.explain != "":
		return c.explainRule(c.explain)
	case c.format == "markdown":
		return usagef(textMarkdownRules)
	}
	read, err := pipeline.Check(ctx, portalDir)
	if err != nil {
		return err
	}
	if err := c.print(read); err != nil {
		return err
	}
	if read.Stops(c.strict) {
		return errFindings
	}
	return nil
}

func (c *cli) version() error {
	version, goVersion := "(devel)", ""
	if info, ok := debug.ReadBuildInfo(); ok {
		version, goVersion = info.Main.Version, info.GoVersion
	}
	_, err := fmt.Fprintln(c.out, strings.TrimSpace("minhbach "+version+" "+goVersion))
	return err
}
