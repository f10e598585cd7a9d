package acceptance

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"minhbach/internal/diag"
	"minhbach/internal/pipeline"
	"minhbach/layouts"
)

const root = "../.." // of the repository and its portal

// buildInto is the environment variable by which TestMain, run again as a child, only builds: the folder
// of a portal and of its site, as a path list.
const buildInto = "MINHBACH_ACCEPTANCE_BUILD"

// built is the site under test, work a folder that is deleted in the end.
var (
	built *site
	work  string
)

func TestMain(m *testing.M) { os.Exit(run(m)) }

func run(m *testing.M) int {
	if dirs := filepath.SplitList(os.Getenv(buildInto)); len(dirs) == 2 {
		return exit(build(dirs[0], dirs[1]))
	}
	dir, err := os.MkdirTemp("", "minhbach-acceptance-")
	if err != nil {
		return exit(err)
	}
	defer os.RemoveAll(dir)
	defer func() { closeBrowser() }() // what it is by then
	work = dir
	out := filepath.Join(dir, "site")
	if err := build(root, out); err != nil {
		return exit(err)
	}
	if built, err = readSite(out); err != nil {
		return exit(err)
	}
	return m.Run()
}

func exit(err error) int {
	if err == nil {
		return 0
	}
	fmt.Fprintln(os.Stderr, err)
	return 1
}

// build makes the site of the portal in the folder from.
func build(from, out string) error {
	_, read, err := pipeline.Build(context.Background(), pipeline.Options{Root: from, Out: out, Layouts: layouts.FS})
	if err != nil {
		return err
	}
	for _, f := range read.Findings {
		if f.Rule.Severity == diag.Error {
			err = fmt.Errorf("%v: %s", f.Pos, f.Message("en"))
			fmt.Fprintln(os.Stderr, err)
		}
	}
	return err
}
