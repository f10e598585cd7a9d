package history

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"minhbach/internal/diag"
)

// NoteKind is why something is not in a log.
type NoteKind string

// The kinds of a note. All but Shallow come with an empty log.
const (
	NoGit        NoteKind = "no-git"        // the program is not there
	NoRepository NoteKind = "no-repository" // the folder is in none
	Unusable     NoteKind = "unusable"      // git refuses it: it belongs to another user, say
	Empty        NoteKind = "empty"         // it has no commit yet
	Untracked    NoteKind = "untracked"     // no commit has a data/ here
	Partial      NoteKind = "partial"       // it was cloned without the files of the past
	Shallow      NoteKind = "shallow"       // it was cloned without its older commits
)

// Note says what is not in a log, in both languages.
type Note struct {
	diag.Text
	Kind  NoteKind
	Since string // Shallow: the day from which on the log is whole
	Said  string // Unusable: what git said
}

// Whole is the note with what git itself said, for whoever runs the tool.
func (n *Note) Whole() diag.Text {
	if n.Said == "" {
		return n.Text
	}
	return diag.Text{VI: n.VI + " (" + n.Said + ")", EN: n.EN + " (" + n.Said + ")"}
}

func (k noteText) note() *Note { return &Note{Kind: k.kind, Text: k.Text} }

type noteText struct {
	kind NoteKind
	diag.Text
}

var (
	noteNoGit = noteText{NoGit, diag.Text{
		VI: "Không có nhật ký số liệu: máy dựng trang không có chương trình git.",
		EN: "There is no log of figures: the machine that built the site has no git program."}}
	noteNoRepository = noteText{NoRepository, diag.Text{
		VI: "Không có nhật ký số liệu: dữ liệu không nằm trong một kho git.",
		EN: "There is no log of figures: the data is not in a git repository."}}
	noteUnusable = noteText{Unusable, diag.Text{
		VI: "Không có nhật ký số liệu: git không mở được kho.",
		EN: "There is no log of figures: git does not open the repository."}}
	noteEmpty = noteText{Empty, diag.Text{
		VI: "Chưa có nhật ký số liệu: kho git chưa có lần ghi nào.",
		EN: "There is no log of figures yet: the git repository has no commit."}}
	noteUntracked = noteText{Untracked, diag.Text{
		VI: "Chưa có nhật ký số liệu: dữ liệu chưa được ghi vào git.",
		EN: "There is no log of figures yet: the data is not in git."}}
	notePartial = noteText{Partial, diag.Text{
		VI: "Không có nhật ký số liệu: bản sao này của kho git không có các tệp cũ.",
		EN: "There is no log of figures: this copy of the git repository lacks the files of the past."}}
	noteShallow = noteText{Shallow, diag.Text{
		VI: "Bản sao này của kho git không có các lần ghi trước ngày %s: nhật ký chỉ kể từ đó, và không nói số liệu nào có từ bao giờ.",
		EN: "This copy of the git repository lacks the commits before %s: the log tells of what came after, and not since when a figure has been there."}}
)

// settings keep git from running, fetching and wording anything of its own.
var settings = []string{"--no-pager", "-c", "core.quotePath=false", "-c", "core.fsmonitor=false", "-c", "core.hooksPath=" + os.DevNull}

// environment is that of the process without what would lead git to another repository: a hook of git runs
// with GIT_DIR set. Where configuration lies is kept.
func environment() []string {
	keep := map[string]bool{"GIT_CONFIG_GLOBAL": true, "GIT_CONFIG_SYSTEM": true, "GIT_CONFIG_NOSYSTEM": true, "GIT_CEILING_DIRECTORIES": true}
	var out []string
	for _, v := range os.Environ() {
		name, _, _ := strings.Cut(v, "=")
		if !strings.HasPrefix(name, "GIT_") && !strings.HasPrefix(name, "LC_") && name != "LANGUAGE" || keep[name] {
			out = append(out, v)
		}
	}
	return append(out, "LC_ALL=C", "GIT_OPTIONAL_LOCKS=0", "GIT_TERMINAL_PROMPT=0", "GIT_LITERAL_PATHSPECS=1",
		"GIT_NO_REPLACE_OBJECTS=1", "GIT_NO_LAZY_FETCH=1", "GIT_ALLOW_PROTOCOL=none")
}

// command prepares git in the folder of the data.
func command(ctx context.Context, dir string, args ...string) *exec.Cmd {
	cmd := exec.CommandContext(ctx, "git", append(append([]string{}, settings...), args...)...)
	cmd.Dir, cmd.Env = dir, environment()
	return cmd
}

// gitError is what git said when it failed.
type gitError struct {
	command string
	said    string
	err     error
}

func (e *gitError) Error() string {
	return fmt.Sprintf("asking git (%s): %v: %s", e.command, e.err, e.said)
}
func (e *gitError) Unwrap() error { return e.err }

// ask runs git and returns what it prints.
func ask(ctx context.Context, dir string, args ...string) (string, error) {
	cmd := command(ctx, dir, args...)
	var out, said bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &said
	if err := cmd.Run(); err != nil {
		if cause := context.Cause(ctx); cause != nil {
			return "", cause
		}
		return "", &gitError{args[0], strings.TrimSpace(said.String()), err}
	}
	return out.String(), nil
}

// repository is where the data lies in git.
type repository struct {
	ctx     context.Context
	dir     string // the folder data/, absolute
	prefix  string // the same from the top of the repository, "/" at its end; "" where it is the top
	shallow bool
}

// find returns the repository that holds the folder data/ of dir, or the note why there is none to ask.
func find(ctx context.Context, dir string) (*repository, *Note, error) {
	abs, err := filepath.Abs(filepath.Join(dir, "data"))
	if err != nil {
		return nil, nil, fmt.Errorf("finding %s: %w", dir, err)
	}
	if info, err := os.Stat(abs); err != nil || !info.IsDir() {
		return nil, noteUntracked.note(), nil
	}
	out, err := ask(ctx, abs, "rev-parse", "--show-prefix", "--is-shallow-repository")
	if err != nil {
		note, err := refusal(err)
		return nil, note, err
	}
	prefix, shallow, _ := strings.Cut(strings.TrimSuffix(out, "\n"), "\n")
	r := &repository{ctx: ctx, dir: abs, prefix: prefix, shallow: shallow == "true"}
	if head, err := r.resolve("HEAD"); err != nil {
		return nil, nil, err
	} else if head == "" {
		return nil, noteEmpty.note(), nil
	}
	return r, nil, nil
}

// refusal tells apart why git does not answer its first question.
func refusal(err error) (*Note, error) {
	var said *gitError
	switch {
	case errors.Is(err, exec.ErrNotFound) || errors.Is(err, exec.ErrDot):
		return noteNoGit.note(), nil
	case !errors.As(err, &said):
		return nil, err
	case strings.Contains(said.said, "not a git repository") || strings.Contains(said.said, "must be run in a work tree"):
		return noteNoRepository.note(), nil
	}
	note := noteUnusable.note()
	note.Said = said.said
	return note, nil
}

// resolve returns the hash of the commit that rev names, "" where it names none.
func (r *repository) resolve(rev string) (string, error) {
	out, err := ask(r.ctx, r.dir, "rev-parse", "--verify", "--quiet", "--end-of-options", rev+"^{commit}")
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		return "", nil
	}
	return strings.TrimSpace(out), err
}
