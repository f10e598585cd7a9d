package main

import (
	"bufio"
	"bytes"
	"context"
	"io"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"syscall"
	"testing"

	"minhbach/internal/serve"
)

// terminal is a command that runs on, and what it prints line by line.
type terminal struct {
	t     *testing.T
	lines *bufio.Scanner
	code  chan int
	end   func()
}

// running runs a command line in a copy of the small portal, to which something was done before.
func running(t *testing.T, before func(), args ...string) *terminal {
	t.Helper()
	source, err := filepath.Abs("testdata/portal")
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir(t.TempDir())
	if err := copyPortal(".", source); err != nil {
		t.Fatal(err)
	}
	before()
	ctx, cancel := context.WithCancelCause(context.Background())
	read, write := io.Pipe()
	r := &terminal{t, bufio.NewScanner(read), make(chan int, 1), func() { cancel(interrupted{syscall.SIGINT}) }}
	go func() { c := run(ctx, args, write, io.Discard); write.Close(); r.code <- c }()
	t.Cleanup(r.end)
	return r
}

// says waits for a line.
func (r *terminal) says(pattern string) {
	r.t.Helper()
	for want := regexp.MustCompile(pattern); r.lines.Scan(); {
		if want.MatchString(r.lines.Text()) {
			return
		}
	}
	r.t.Fatalf("never says %q", pattern)
}

func edit(t *testing.T, name, from, to string) {
	t.Helper()
	text, err := os.ReadFile(name)
	if err != nil || !bytes.Contains(text, []byte(from)) {
		t.Fatalf("%s has no %q: %v", name, from, err)
	}
	if err := os.WriteFile(name, bytes.Replace(text, []byte(from), []byte(to), 1), 0o666); err != nil {
		t.Fatal(err)
	}
}

const trees = "data/reports/1-bc/7-2022.toml"

func TestTheTerminalTellsWhatBecameOfEachSave(t *testing.T) {
	for name, flags := range map[string][]string{"told of changes": {"serve"}, "polling": {"serve", "--poll"}} {
		t.Run(name, func(t *testing.T) {
			r := running(t, func() {}, flags...)
			r.says(`^xem tại http://127\.0\.0\.1:\d+/ `)
			edit(t, trees, "an-binh = 1100", "an-bin = 1100")
			r.says(`^` + trees + `:11:1: lỗi: .*\[unknown-unit\]$`)
			r.says(`^1 lỗi$`)
			r.says(`^chưa dựng lại: trang vẫn là bản trước$`)
			edit(t, trees, "an-bin = 1100", "an-binh = 1101")
			r.says(`^đã dựng lại: 1 tệp đổi, \d+ ms$`)
			if err := os.WriteFile("content/pages/a.docx", nil, 0o666); err != nil {
				t.Fatal(err)
			}
			r.says(`\[file-ignored\]$`)
			r.says(`^đã dựng lại: \d+ ms$`)
			r.end()
			go io.Copy(io.Discard, reader{r.lines}) // what it says in the end
			if c := <-r.code; c != 130 {
				t.Errorf("exit code %d, want 130", c)
			}
			if _, err := os.Stat("public"); err == nil {
				t.Error("the preview wrote into public")
			}
		})
	}
}

// reader reads on where a scanner is.
type reader struct{ lines *bufio.Scanner }

func (r reader) Read([]byte) (int, error) {
	if r.lines.Scan() {
		return 0, nil
	}
	return 0, io.EOF
}

func TestAPreviewOfABrokenPortalStartsAndHeals(t *testing.T) {
	r := running(t, func() { edit(t, trees, "an-binh = 1100", "an-bin = 1100") }, "serve")
	r.says(`\[unknown-unit\]$`)
	r.says(`^chưa dựng được trang: `)
	r.says(`^xem tại `)
	edit(t, trees, "an-bin = 1100", "an-binh = 1100")
	r.says(`^đã dựng lại: 1 tệp đổi`)
}

func TestAStrictPreviewTakesAWarningForAnError(t *testing.T) {
	r := running(t, func() {}, "serve", "--strict")
	r.says(`^xem tại `)
	if err := os.WriteFile("content/pages/new.md", []byte("+++\ntitle = \"Mới\"\n+++\n\nĐã trồng <b>nhiều</b> cây.\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	r.says(`\[raw-html\]$`)
	r.says(`^chưa dựng lại`)
	if err := os.Remove("content/pages/new.md"); err != nil {
		t.Fatal(err)
	}
	r.says(`^đã dựng lại: 1 tệp đổi`)
}

// TestAReasonThatIsGivenLaterShows holds the way that the check tells: a commit that changes no file.
func TestAReasonThatIsGivenLaterShows(t *testing.T) {
	for name, flags := range map[string][]string{"told of changes": {"serve"}, "polling": {"serve", "--poll"}} {
		t.Run(name, func(t *testing.T) {
			git := func(args ...string) {
				t.Helper()
				args = append([]string{"-c", "user.name=a", "-c", "user.email=a@example.com"}, args...)
				if out, err := exec.Command("git", args...).CombinedOutput(); err != nil {
					t.Fatalf("%v: %s", err, out)
				}
			}
			r := running(t, func() {}, flags...)
			r.says(`^xem tại `)
			git("init", "-q")
			r.says(`^đã dựng lại: git có thay đổi, `)
			git("add", ".")
			git("commit", "-q", "-m", "Tạo cổng")
			r.says(`^đã dựng lại: git có thay đổi, `)
			edit(t, trees, "an-binh = 1100", "an-binh = 1101")
			r.says(`^đã dựng lại: 1 tệp đổi, `)
			git("commit", "-q", "-a", "-m", "Sửa số")
			r.says(`\[reason-missing\]$`)
			r.says(`^đã dựng lại: git có thay đổi, `)
			git("commit", "-q", "--allow-empty", "-m", "Bổ sung lý do", "-m", "Reason-For: "+head(t)+" gõ nhầm")
			r.says(`^đã dựng lại: git có thay đổi, `)
		})
	}
}

// head is the commit that is checked out.
func head(t *testing.T) string {
	t.Helper()
	out, err := exec.Command("git", "rev-parse", "HEAD").Output()
	if err != nil {
		t.Fatal(err)
	}
	return strings.TrimSpace(string(out))
}

func TestAPortThatIsTakenIsNamed(t *testing.T) {
	l, err := serve.Listen("", 0)
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	var errOut bytes.Buffer
	taken := strconv.Itoa(l.Addr().(*net.TCPAddr).Port)
	if c := run(t.Context(), []string{"serve", "--port", taken}, io.Discard, &errOut); c != exitMachine || !strings.Contains(errOut.String(), "cổng "+taken+" đang có chương trình khác dùng") {
		t.Errorf("exit code %d: %s", c, &errOut)
	}
}
