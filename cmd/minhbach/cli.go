package main

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"minhbach/internal/diag"
	"minhbach/internal/model"
)

// cli is one command line: its flags and where it speaks.
type cli struct {
	lang        string
	out, errOut io.Writer

	site    string // --out
	asOf    model.Date
	strict  bool
	forms   bool // --precompress
	format  string
	explain string
}

func (c *cli) root() *cobra.Command {
	root := &cobra.Command{
		Use:                   "minhbach " + textCommand.In(c.lang) + " [--" + textFlag.In(c.lang) + "]",
		DisableFlagsInUseLine: true,
		Long:                  textLong.In(c.lang),
		SilenceErrors:         true,
		SilenceUsage:          true,
		Args:                  c.known,
		RunE:                  func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
		CompletionOptions:     cobra.CompletionOptions{DisableDefaultCmd: true},
	}
	root.SetOut(c.out)
	root.SetErr(c.errOut)
	root.SetUsageTemplate(usageTemplate(c.lang))
	root.SetHelpCommand(c.helpCommand())
	root.SetFlagErrorFunc(flagError)
	root.PersistentFlags().BoolP("help", "h", false, textFlagHelp.In(c.lang))
	root.PersistentFlags().Var(&choice{to: &c.lang, from: languages}, "lang", textFlagLang.In(c.lang))
	root.AddCommand(
		c.buildCommand(),
		c.checkCommand(),
		c.completionCommand(),
		c.diffCommand(),
		c.templateCommand(),
		c.hostingCommand(),
		c.importCommand(),
		c.initCommand(),
		c.newCommand(),
		c.replyCommand(),
		c.schemaCommand(),
		c.serveCommand(),
		c.versionCommand(),
	)
	c.completions(root)
	for _, cmd := range append(root.Commands(), root) {
		cmd.Example = c.examples(cmd.Name())
	}
	return root
}

func (c *cli) command(name string, short diag.Text, does func(*cobra.Command) error) *cobra.Command {
	return &cobra.Command{
		Use:                   name + " [--" + textFlag.In(c.lang) + "]",
		DisableFlagsInUseLine: true,
		Short:                 short.In(c.lang),
		Args:                  noArguments,
		RunE:                  func(cmd *cobra.Command, _ []string) error { return does(cmd) },
	}
}

func (c *cli) buildCommand() *cobra.Command {
	cmd := c.command("build", textBuild, func(cmd *cobra.Command) error { return c.build(cmd.Context()) })
	cmd.Flags().StringVar(&c.site, "out", "public", textFlagOut.In(c.lang))
	cmd.Flags().Lookup("out").DefValue = "" // said in the text, in the reader's language
	c.asOfFlag(cmd)
	c.findingFlags(cmd)
	cmd.Flags().BoolVar(&c.forms, "precompress", false, textFlagPrecompress.In(c.lang))
	return cmd
}

func (c *cli) checkCommand() *cobra.Command {
	cmd := c.command("check", textCheck, func(cmd *cobra.Command) error { return c.check(cmd.Context()) })
	cmd.Flags().StringVar(&c.explain, "explain", "", textFlagExplain.In(c.lang))
	c.strictFlag(cmd)
	c.formatFlag(cmd, textFlagCheckFormat, "text", "json", "github", "markdown")
	return cmd
}

func (c *cli) diffCommand() *cobra.Command {
	cmd := c.command("diff", textDiff, nil)
	cmd.Use = textDiffUse.In(c.lang) + " [--" + textFlag.In(c.lang) + "]"
	cmd.Args = revisions
	cmd.RunE = func(cmd *cobra.Command, args []string) error { return c.diff(cmd.Context(), args) }
	c.strictFlag(cmd)
	c.formatFlag(cmd, textFlagDiffFormat, "text", "markdown")
	return cmd
}

func (c *cli) versionCommand() *cobra.Command {
	return c.command("version", textVersion, func(*cobra.Command) error { return c.version() })
}

func (c *cli) asOfFlag(cmd *cobra.Command) {
	cmd.Flags().Var(&day{&c.asOf}, "as-of", textFlagAsOf.In(c.lang))
}

func (c *cli) findingFlags(cmd *cobra.Command) {
	c.strictFlag(cmd)
	c.formatFlag(cmd, textFlagFormat, "text", "json", "github")
}

func (c *cli) strictFlag(cmd *cobra.Command) {
	cmd.Flags().BoolVar(&c.strict, "strict", false, textFlagStrict.In(c.lang))
}

func (c *cli) formatFlag(cmd *cobra.Command, says diag.Text, forms ...string) {
	c.format = forms[0]
	cmd.Flags().Var(&choice{to: &c.format, from: forms}, "format", says.In(c.lang))
}

// known refuses a command that is not there; cobra asks it only for the root.
func (c *cli) known(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	var names []string
	for _, sub := range cmd.Commands() {
		if sub.IsAvailableCommand() {
			names = append(names, sub.Name())
		}
	}
	if near := diag.Nearest(args[0], names); near != "" {
		return usagef(diag.Text{VI: "không có lệnh %q; có phải %q?", EN: "no command %q; did you mean %q?"}, args[0], near)
	}
	return usagef(diag.Text{VI: "không có lệnh %q; các lệnh: %s", EN: "no command %q; commands: %s"}, args[0], strings.Join(names, ", "))
}

func noArguments(_ *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	return usagef(diag.Text{VI: "thừa %q: lệnh này chỉ nhận tùy chọn dạng --tên", EN: "%q is too much: this command takes flags only"}, args[0])
}

// revisions wants the one or two revisions that diff compares.
func revisions(_ *cobra.Command, args []string) error {
	switch {
	case len(args) == 0:
		return usagef(diag.Text{VI: "thiếu LẦN-GHI: so với lần ghi nào? Ví dụ: minhbach diff HEAD~1", EN: "REV is missing: compare with which commit? Such as: minhbach diff HEAD~1"})
	case len(args) > 2:
		return usagef(diag.Text{VI: "thừa %q: lệnh này so hai lần ghi", EN: "%q is too much: this command compares two revisions"}, args[2])
	}
	return nil
}

// flagError words what the flag parser refuses.
func flagError(_ *cobra.Command, err error) error {
	var unknown *pflag.NotExistError
	var bare *pflag.ValueRequiredError
	var bad *pflag.InvalidValueError
	var form *pflag.InvalidSyntaxError
	switch {
	case errors.As(err, &unknown):
		return usagef(diag.Text{VI: "không có tùy chọn %q", EN: "no flag %q"}, dashed(unknown.GetSpecifiedName()))
	case errors.As(err, &bare):
		return usagef(diag.Text{VI: "tùy chọn %q thiếu giá trị", EN: "the flag %q needs a value"}, dashed(bare.GetSpecifiedName()))
	case errors.As(err, &bad):
		var want wanted
		errors.As(err, &want)
		return usagef(diag.Text{VI: "tùy chọn %q không nhận %q%s", EN: "the flag %q does not take %q%s"}, "--"+bad.GetFlag().Name, bad.GetValue(), want)
	case errors.As(err, &form):
		return usagef(diag.Text{VI: "tùy chọn %q viết sai", EN: "the flag %q is not well written"}, form.GetSpecifiedFlag())
	}
	return err
}

func dashed(name string) string {
	if len(name) == 1 {
		return "-" + name
	}
	return "--" + name
}

// wanted says what a flag takes; it reads the same in both languages.
type wanted string

func (w wanted) Error() string { return ": " + string(w) }

// choice is a flag that takes one of a few words.
type choice struct {
	to   *string
	from []string
}

func (c *choice) String() string { return "" }
func (c *choice) Type() string   { return strings.Join(c.from, "|") }
func (c *choice) Set(s string) error {
	if !slices.Contains(c.from, s) {
		return wanted(strings.Join(c.from, ", "))
	}
	*c.to = s
	return nil
}

// day is a flag that takes a date.
type day struct{ to *model.Date }

func (d *day) String() string { return "" }
func (d *day) Type() string   { return "2023-04-21" }
func (d *day) Set(s string) error {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return wanted(d.Type())
	}
	*d.to = model.Date{Year: t.Year(), Month: t.Month(), Day: t.Day()}
	return nil
}

// usageTemplate is the help of a command.
func usageTemplate(lang string) string {
	return fmt.Sprintf(`%s:
  {{.UseLine}}{{if .HasAvailableSubCommands}}

%s:{{range .Commands}}{{if .IsAvailableCommand}}
  {{rpad .Name .NamePadding}} {{.Short}}{{end}}{{end}}{{end}}

%s:
{{flagUsages .}}{{if .HasExample}}

%s:
{{.Example}}{{end}}
`, textUsage.In(lang), textCommands.In(lang), textFlagsHead.In(lang), textExamples.In(lang))
}
