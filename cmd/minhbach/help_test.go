package main

import (
	"bytes"
	"context"
	"strings"
	"testing"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

func TestEveryCommandAndFlagIsToldInBothLanguagesWithAnExample(t *testing.T) {
	vi, en := (&cli{lang: "vi"}).root(), (&cli{lang: "en"}).root()
	same := func(what, a, b string) {
		if a == "" || b == "" || a == b {
			t.Errorf("%s: %q in Vietnamese, %q in English", what, a, b)
		}
	}
	var both func(a, b *cobra.Command)
	both = func(a, b *cobra.Command) {
		if a.HasParent() {
			same(a.Name(), a.Short, b.Short)
		}
		same(a.Name()+", examples", a.Example, b.Example)
		a.LocalFlags().VisitAll(func(f *pflag.Flag) {
			same(a.Name()+" --"+f.Name, f.Usage, b.Flag(f.Name).Usage)
		})
		for i, sub := range a.Commands() {
			both(sub, b.Commands()[i])
		}
	}
	both(vi, en)
	if len(vi.Commands()) < 5 {
		t.Errorf("%d commands", len(vi.Commands()))
	}
}

// The examples are command lines: their commands and flags are there.
func TestExamplesCanBeTyped(t *testing.T) {
	for name, examples := range examplesByCommand {
		for _, e := range examples {
			_, line, _ := strings.Cut(e.line, "minhbach ")
			line, _, _ = strings.Cut(line, ">")
			args := strings.Fields(strings.TrimSuffix(strings.TrimSpace(line), ")"))
			root := (&cli{lang: "vi"}).root()
			cmd, rest, err := root.Find(args)
			if err != nil || cmd == root && name != "help" {
				t.Errorf("%s: %v", e.line, err)
				continue
			}
			if err := cmd.ParseFlags(rest); err != nil {
				t.Errorf("%s: %v", e.line, err)
			}
		}
	}
}

func TestHelpOfACommandIsItsHelp(t *testing.T) {
	said := func(args ...string) string {
		var out bytes.Buffer
		if code := run(context.Background(), args, &out, &out); code != 0 {
			t.Errorf("%q: exit code %d", args, code)
		}
		return out.String()
	}
	if a, b := said("help", "check", "--lang", "vi"), said("check", "--help", "--lang", "vi"); a != b || !strings.Contains(a, "Ví dụ:\n") {
		t.Errorf("help check:\n%s\ncheck --help:\n%s", a, b)
	}
	if a, b := said("help", "--lang", "en"), said("--help", "--lang", "en"); a != b || !strings.Contains(a, "Examples:\n") {
		t.Errorf("help:\n%s\n--help:\n%s", a, b)
	}
	var out bytes.Buffer
	if code := run(context.Background(), []string{"help", "bild", "--lang", "vi"}, &out, &out); code != exitUsage || !strings.Contains(out.String(), `không có lệnh "bild"`) {
		t.Errorf("%d: %s", code, &out)
	}
}
