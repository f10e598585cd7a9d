package main

import (
	"bufio"
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"
)

// step is one fenced block of the editors' guide.
type step struct {
	line int    // of the guide
	kind string // console, diff, or the language of a file
	file string // that is changed or written
	text string
}

// steps reads the fenced blocks of the guide. What follows the language names a file.
func steps(t *testing.T) []step {
	t.Helper()
	text, err := os.ReadFile("../../doc/bien-tap.md")
	if err != nil {
		t.Fatal(err)
	}
	var out []step
	open := false
	for i, line := range strings.Split(string(text), "\n") {
		info, fence := strings.CutPrefix(line, "```")
		switch {
		case fence && open:
			open = false
		case fence:
			kind, file, _ := strings.Cut(info, " ")
			out, open = append(out, step{line: i + 1, kind: kind, file: file}), true
		case open:
			out[len(out)-1].text += line + "\n"
		}
	}
	return out
}

// guided is an editor who follows the guide.
type guided struct {
	*testing.T
	dir string
	env []string
}

// TestTheEditorsGuideWorksAsWritten follows doc/bien-tap.md from the first step to the last in an empty folder: it
// types every command, makes every change, and wants what the guide shows. In what is shown, … stands for anything.
// A block diff FILE changes lines, any other block with a file's name writes it, and a block without one only shows.
func TestTheEditorsGuideWorksAsWritten(t *testing.T) {
	home := t.TempDir()
	// What git hands to a hook or to rebase --exec would lead the guide's commits into the repository at hand.
	outside := slices.DeleteFunc(os.Environ(), func(v string) bool { return strings.HasPrefix(v, "GIT_") })
	g := &guided{T: t, dir: t.TempDir(), env: append(outside, "HOME="+home, "XDG_CACHE_HOME="+home, "LC_ALL=vi_VN.UTF-8", "NO_COLOR=1",
		"GIT_CONFIG_NOSYSTEM=1", "GIT_AUTHOR_NAME=Biên tập", "GIT_AUTHOR_EMAIL=bt@vi-du.example", "GIT_COMMITTER_NAME=Biên tập", "GIT_COMMITTER_EMAIL=bt@vi-du.example",
		"GIT_AUTHOR_DATE=2024-05-06T09:00:00+07:00", "GIT_COMMITTER_DATE=2024-05-06T09:00:00+07:00")}
	ran := map[string]bool{}
	for _, s := range steps(t) {
		switch {
		case s.kind == "console":
			for _, c := range commands(s) {
				g.run(s.line, c)
				ran[firstWords(c.typed)] = true
			}
		case s.file == "":
		case s.kind == "diff":
			g.change(s)
		default:
			g.write(s)
		}
		if t.Failed() {
			t.Fatalf("the guide cannot be followed beyond line %d", s.line)
		}
	}
	for _, c := range []string{"init", "check", "build", "serve", "new", "diff", "export-template", "import", "reply-form"} {
		if !ran["minhbach "+c] {
			t.Errorf("the guide never runs minhbach %s", c)
		}
	}
}

func firstWords(typed string) string {
	words := strings.Fields(typed)
	return strings.Join(words[:min(2, len(words))], " ")
}

// typed is a command with what the guide says it prints.
type typed struct {
	typed string
	shown []string
}

func commands(s step) []typed {
	var out []typed
	for line := range strings.Lines(s.text) {
		line = strings.TrimSuffix(line, "\n")
		if c, ok := strings.CutPrefix(line, "$ "); ok {
			out = append(out, typed{typed: c})
		} else if len(out) > 0 {
			last := &out[len(out)-1]
			last.shown = append(last.shown, line)
		}
	}
	return out
}

// run types a command. A guide that shows ^C ends it by the keyboard, once what stands before was printed.
func (g *guided) run(line int, c typed) {
	g.Helper()
	if dir, ok := strings.CutPrefix(c.typed, "cd "); ok {
		g.dir = filepath.Join(g.dir, dir)
		return
	}
	shown, ended := strings.CutSuffix(strings.Join(c.shown, "\n"), "^C")
	cmd := exec.Command("sh", "-c", "exec "+c.typed)
	if strings.ContainsAny(c.typed, "|&;") {
		cmd = exec.Command("sh", "-c", c.typed)
	}
	cmd.Dir, cmd.Env = g.dir, g.env
	var printed string
	if ended {
		printed = g.interrupted(cmd, strings.TrimSuffix(shown, "\n"))
	} else {
		body, err := cmd.CombinedOutput()
		if printed = string(body); err != nil && cmd.ProcessState == nil {
			g.Errorf("doc/bien-tap.md:%d: %s: %v", line, c.typed, err)
		}
	}
	if !pattern(shown).MatchString(whole(printed)) {
		g.Errorf("doc/bien-tap.md:%d: $ %s\nprinted\n%s\nthe guide shows\n%s", line, c.typed, printed, shown)
	}
}

// interrupted runs a command until it printed what is shown, then presses Ctrl+C.
func (g *guided) interrupted(cmd *exec.Cmd, shown string) string {
	g.Helper()
	out, err := cmd.StdoutPipe()
	if err != nil {
		g.Fatal(err)
	}
	cmd.Stderr = cmd.Stdout
	if err := cmd.Start(); err != nil {
		g.Fatal(err)
	}
	kill := time.AfterFunc(time.Minute, func() { cmd.Process.Kill() }) // only a test that fails gets there
	defer kill.Stop()
	var printed bytes.Buffer
	want := pattern(shown)
	for lines := bufio.NewScanner(out); lines.Scan(); {
		printed.WriteString(lines.Text() + "\n")
		if want.MatchString(whole(printed.String())) {
			cmd.Process.Signal(syscall.SIGINT)
			break
		}
	}
	cmd.Wait()
	return printed.String()
}

// pattern is what is shown, … for anything: within a line for a part of it, alone for any lines or none.
func pattern(shown string) *regexp.Regexp {
	out := `\A`
	for line := range strings.SplitSeq(strings.TrimRight(shown, "\n"), "\n") {
		if line == "…" {
			out += `(?:.*\n)*`
			continue
		}
		out += strings.ReplaceAll(regexp.QuoteMeta(line), "…", `.*`) + `\n`
	}
	return regexp.MustCompile(out + `\z`)
}

// whole is what was printed, with one end of line at its end.
func whole(printed string) string { return strings.TrimRight(printed, "\n") + "\n" }

// change replaces the lines that a diff takes away by those that it brings; a diff that takes none away adds at the
// end.
func (g *guided) change(s step) {
	g.Helper()
	path := filepath.Join(g.dir, s.file)
	text, err := os.ReadFile(path)
	if err != nil {
		g.Fatalf("doc/bien-tap.md:%d: %v", s.line, err)
	}
	var old, now string
	for line := range strings.Lines(s.text) {
		switch line[0] {
		case '-':
			old += line[1:]
		case '+':
			now += line[1:]
		default:
			old, now = old+line[1:], now+line[1:]
		}
	}
	if old == "" {
		g.put(s, string(text)+now)
		return
	}
	if strings.Count(string(text), old) != 1 {
		g.Fatalf("doc/bien-tap.md:%d: %s does not have, once,\n%s", s.line, s.file, old)
	}
	g.put(s, strings.Replace(string(text), old, now, 1))
}

func (g *guided) write(s step) { g.put(s, s.text) }

func (g *guided) put(s step, text string) {
	g.Helper()
	path := filepath.Join(g.dir, s.file)
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		g.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
		g.Fatal(err)
	}
}

// messagesHead stands above the messages in doc/thong-bao.md.
const messagesHead = `# Các thông báo của minhbach

Tìm theo tên quy tắc: chữ trong ngoặc vuông ở cuối thông báo. Mỗi mục nói quy tắc ấy là gì, vì sao có, và một dòng trước,
sau khi sửa. Lỗi thì phải sửa mới dựng được trang, mới nhập được bảng tính; cảnh báo thì nên đọc. Trang này chép từ chính
công cụ (` + "`minhbach check --explain all --format markdown`" + `); một bài kiểm thử giữ cho hai bên giống nhau.

`

// TestTheGuideExplainsEveryMessage holds doc/thong-bao.md against the rules; -update writes it anew.
func TestTheGuideExplainsEveryMessage(t *testing.T) {
	var out, errOut bytes.Buffer
	if code := run(t.Context(), []string{"check", "--explain", "all", "--format", "markdown", "--lang", "vi"}, &out, &errOut); code != 0 {
		t.Fatalf("ended with %d: %s", code, errOut.String())
	}
	want := messagesHead + out.String()
	const name = "../../doc/thong-bao.md"
	if *update {
		if err := os.WriteFile(name, []byte(want), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	if text, err := os.ReadFile(name); err != nil || string(text) != want {
		t.Errorf("doc/thong-bao.md is not what the rules say (%v); go test ./cmd/minhbach -run EveryMessage -update writes it anew", err)
	}
}
