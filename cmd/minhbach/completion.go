package main

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"minhbach/internal/diag"
	"minhbach/internal/pipeline"
)

var (
	textCompletion   = diag.Text{VI: "in đoạn lệnh giúp cửa sổ lệnh gợi ý khi bấm Tab", EN: "print the script that lets a shell complete on Tab"}
	textShellMissing = diag.Text{VI: "thiếu tên cửa sổ lệnh (shell): bash, zsh hoặc fish. Ví dụ: minhbach completion bash", EN: "the shell is missing: bash, zsh or fish. Such as: minhbach completion bash"}
	textNoShell      = diag.Text{VI: "không có đoạn lệnh cho %q; có: %s", EN: "no script for %q; there are: %s"}
)

var shells = []string{"bash", "zsh", "fish"}

func (c *cli) completionCommand() *cobra.Command {
	cmd := c.command("completion", textCompletion, nil)
	cmd.Use = "completion bash|zsh|fish"
	cmd.Args = c.one(textShellMissing)
	cmd.ValidArgsFunction = first(func() []string { return shells })
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		switch root := cmd.Root(); args[0] {
		case "bash":
			return root.GenBashCompletionV2(c.out, true)
		case "zsh":
			return root.GenZshCompletion(c.out)
		case "fish":
			return root.GenFishCompletion(c.out, true)
		}
		return usagef(textNoShell, args[0], strings.Join(shells, ", "))
	}
	return cmd
}

// completions says what a shell may offer behind the commands and flags of root.
func (c *cli) completions(root *cobra.Command) {
	args := map[string]cobra.CompletionFunc{
		"new":        first(func() []string { return pipeline.NewKinds }),
		"reply-form": first(unitIDs),
		"hosting":    first(func() []string { return pipeline.Hosts }),
		"import":     fileWith("xlsx", "xlsm", "csv"),
	}
	flags := map[string]func() []string{"explain": c.ruleIDs, "report": reportIDs}
	for _, cmd := range root.Commands() {
		if complete, ok := args[cmd.Name()]; ok {
			cmd.ValidArgsFunction = complete
		} else if cmd.ValidArgsFunction == nil {
			cmd.ValidArgsFunction = cobra.NoFileCompletions
		}
		for name, words := range flags {
			offer(cmd, name, words)
		}
		if f := cmd.Flags().Lookup("format"); f != nil {
			offer(cmd, "format", func() []string { return f.Value.(*choice).from })
		}
	}
	offer(root, "lang", func() []string { return languages })
}

// fileWith offers the files with an ending for the first argument.
func fileWith(endings ...string) cobra.CompletionFunc {
	return func(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
		if len(args) > 0 {
			return nil, cobra.ShellCompDirectiveNoFileComp
		}
		return endings, cobra.ShellCompDirectiveFilterFileExt
	}
}

// first offers words for the first argument alone.
func first(words func() []string) cobra.CompletionFunc {
	return func(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
		if len(args) > 0 {
			return nil, cobra.ShellCompDirectiveNoFileComp
		}
		return words(), cobra.ShellCompDirectiveNoFileComp
	}
}

// offer offers words for a flag, if the command has it.
func offer(cmd *cobra.Command, flag string, words func() []string) {
	if cmd.Flags().Lookup(flag) == nil && cmd.PersistentFlags().Lookup(flag) == nil {
		return
	}
	err := cmd.RegisterFlagCompletionFunc(flag, func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
		return words(), cobra.ShellCompDirectiveNoFileComp
	})
	if err != nil {
		panic(err) // the flag is there and is registered once
	}
}

// ruleIDs are the ids of the rules, each with its title behind a tab.
func (c *cli) ruleIDs() []string {
	out := []string{everyRule}
	for _, r := range rulesByID() {
		out = append(out, r.ID+"\t"+r.Title.In(c.lang))
	}
	return out
}

// unitIDs are the ids of the units of the portal in the current folder, each with its name behind a tab.
func unitIDs() []string { return named(pipeline.Names(portalDir).Units) }

// reportIDs are the ids of its reports.
func reportIDs() []string { return named(pipeline.Names(portalDir).Reports) }

func named(names map[string]string) []string {
	var out []string
	for id, name := range names {
		out = append(out, id+"\t"+name)
	}
	slices.Sort(out)
	return out
}
