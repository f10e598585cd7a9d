package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"minhbach": main})
}

// TestScripts drives the real program: one behaviour a file, each in a copy of testdata/portal.
func TestScripts(t *testing.T) {
	source, err := filepath.Abs("testdata/portal")
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir:   "testdata",
		Setup: func(env *testscript.Env) error { return copyPortal(env.WorkDir, source) },
		Condition: func(cond string) (bool, error) {
			if cond != "root" {
				return false, errors.New("unknown condition " + cond)
			}
			return os.Getuid() == 0, nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"exits":   exits,
			"explain": explain,
			"same":    same,
			"fill":    fill,
			"copy-portal": func(ts *testscript.TestScript, _ bool, args []string) {
				ts.Check(copyPortal(ts.MkAbs(args[0]), source))
			},
			"build-without-charts": func(ts *testscript.TestScript, _ bool, args []string) {
				ts.Check(buildWithoutCharts(ts.MkAbs(args[0]), ts.MkAbs("overlay.json")))
			},
		},
	})
}

// copyPortal puts the portal into dir, and leaves the files that are there.
func copyPortal(dir, source string) error {
	return filepath.WalkDir(source, func(name string, d os.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(source, name)
		if err != nil {
			return err
		}
		target := filepath.Join(dir, rel)
		if d.IsDir() {
			return os.MkdirAll(target, 0o777)
		}
		text, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		return os.WriteFile(target, text, 0o666)
	})
}

// explain commits the reason of the commit whose hash a file holds: explain hash
func explain(ts *testscript.TestScript, _ bool, args []string) {
	hash := strings.TrimSpace(ts.ReadFile(args[0]))
	ts.Check(ts.Exec("git", "commit", "-q", "--allow-empty", "-m", "Bổ sung lý do", "-m", "Lý do cho "+hash+": chép nhầm một chữ số"))
}

// exits runs a command that must end with a code: exits 2 minhbach build --outt x
func exits(ts *testscript.TestScript, _ bool, args []string) {
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	err = ts.Exec(args[1], args[2:]...)
	var exit *exec.ExitError
	code := 0
	if errors.As(err, &exit) {
		code = exit.ExitCode()
	} else {
		ts.Check(err)
	}
	if code != want {
		ts.Fatalf("%q ended with %d, want %d", args[1:], code, want)
	}
}

// same holds two folders against each other: names and bytes, nothing missing, nothing extra.
func same(ts *testscript.TestScript, _ bool, args []string) {
	var trees [2]map[string]string
	for i := range trees {
		trees[i] = map[string]string{}
		top := ts.MkAbs(args[i])
		ts.Check(filepath.WalkDir(top, func(name string, d os.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			text, err := os.ReadFile(name)
			trees[i][strings.TrimPrefix(name, top)] = string(text)
			return err
		}))
	}
	if len(trees[0]) == 0 || len(trees[0]) != len(trees[1]) {
		ts.Fatalf("%d files and %d files", len(trees[0]), len(trees[1]))
	}
	for name, text := range trees[0] {
		if other, ok := trees[1][name]; !ok || other != text {
			ts.Fatalf("%s differs", name)
		}
	}
}

// buildWithoutCharts builds the tool as on a machine without Node, where nothing was bundled.
func buildWithoutCharts(binary, overlay string) error {
	dist, err := filepath.Glob("../../internal/assets/dist/*.*")
	if err != nil {
		return err
	}
	replace := map[string]string{}
	for _, name := range dist {
		abs, err := filepath.Abs(name)
		if err != nil {
			return err
		}
		replace[abs] = ""
	}
	text, err := json.Marshal(map[string]any{"Replace": replace})
	if err != nil {
		return err
	}
	if err := os.WriteFile(overlay, text, 0o666); err != nil {
		return err
	}
	if out, err := exec.Command("go", "build", "-overlay", overlay, "-o", binary, ".").CombinedOutput(); err != nil {
		return errors.New(string(out))
	}
	return nil
}

func TestPreviewAnswersThisMachineUntilInterrupted(t *testing.T) {
	source, err := filepath.Abs("testdata/portal")
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir(t.TempDir())
	if err := copyPortal(".", source); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancelCause(context.Background())
	read, write := io.Pipe()
	var errOut bytes.Buffer
	code := make(chan int)
	go func() { c := run(ctx, []string{"serve"}, write, &errOut); write.Close(); code <- c }()
	lines := bufio.NewScanner(read)
	address := ""
	for address == "" && lines.Scan() {
		if _, rest, ok := strings.Cut(lines.Text(), "http://"); ok {
			address, _, _ = strings.Cut(rest, " ")
		}
	}
	if !strings.HasPrefix(address, "127.0.0.1:") {
		t.Fatalf("address %q, %s", address, &errOut)
	}
	res, err := http.Get("http://" + address)
	if err != nil {
		t.Fatal(err)
	}
	body, _ := io.ReadAll(res.Body)
	res.Body.Close()
	if res.StatusCode != 200 || !strings.Contains(string(body), "Cổng thử") {
		t.Errorf("%d: %.200s", res.StatusCode, body)
	}
	cancel(interrupted{syscall.SIGINT})
	if c := <-code; c != 130 {
		t.Errorf("exit code %d, want 130", c)
	}
	if _, err := os.Stat("public"); err == nil {
		t.Error("the preview wrote into public")
	}
}

func TestEndedBuildLeavesTheOldSite(t *testing.T) {
	source, err := filepath.Abs("testdata/portal")
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir(t.TempDir())
	if err := copyPortal(".", source); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancelCause(context.Background())
	cancel(interrupted{syscall.SIGTERM})
	var out bytes.Buffer
	if code := run(ctx, []string{"build"}, &out, &out); code != 143 {
		t.Errorf("exit code %d, want 143: %s", code, &out)
	}
	if _, err := os.Stat("public"); err == nil {
		t.Error("an ended build published")
	}
}
