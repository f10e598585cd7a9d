package history

import (
	"bufio"
	"context"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os/exec"
	"strconv"
	"strings"
)

// errMissing says that the repository does not have an object.
var errMissing = errors.New("no such object")

// object is a commit, tree or file of git.
type object struct {
	hash, kind string
	body       []byte
}

// objects reads objects through one git cat-file --batch.
type objects struct {
	cmd *exec.Cmd
	ask io.WriteCloser
	out *bufio.Reader
}

func openObjects(ctx context.Context, dir string) (*objects, error) {
	o := &objects{cmd: command(ctx, dir, "cat-file", "--batch")}
	ask, err := o.cmd.StdinPipe()
	if err != nil {
		return nil, fmt.Errorf("asking git (cat-file): %w", err)
	}
	out, err := o.cmd.StdoutPipe()
	if err != nil {
		return nil, fmt.Errorf("asking git (cat-file): %w", err)
	}
	o.ask, o.out = ask, bufio.NewReaderSize(out, 1<<16)
	if err := o.cmd.Start(); err != nil {
		return nil, fmt.Errorf("asking git (cat-file): %w", err)
	}
	return o, nil
}

// close ends git. What it says of its end changes nothing.
func (o *objects) close() {
	_ = o.ask.Close()
	_ = o.cmd.Wait()
}

// get returns the object that name names; errMissing where there is none.
func (o *objects) get(name string) (object, error) {
	if strings.Contains(name, "\n") {
		return object{}, errMissing // cannot be asked for
	}
	if _, err := io.WriteString(o.ask, name+"\n"); err != nil {
		return object{}, fmt.Errorf("asking git for %s: %w", name, err)
	}
	head, err := o.out.ReadString('\n')
	if err != nil {
		return object{}, fmt.Errorf("asking git for %s: %w", name, err)
	}
	if head = strings.TrimSuffix(head, "\n"); strings.HasSuffix(head, " missing") || strings.HasSuffix(head, " ambiguous") {
		return object{}, fmt.Errorf("%s: %w", name, errMissing)
	}
	fields := strings.Fields(head)
	if len(fields) != 3 {
		return object{}, fmt.Errorf("asking git for %s: it answers %q", name, head)
	}
	size, err := strconv.Atoi(fields[2])
	if err != nil {
		return object{}, fmt.Errorf("asking git for %s: %w", name, err)
	}
	body := make([]byte, size+1) // and the end of the line
	if _, err := io.ReadFull(o.out, body); err != nil {
		return object{}, fmt.Errorf("asking git for %s: %w", name, err)
	}
	return object{fields[0], fields[1], body[:size]}, nil
}

// child is an entry of a tree.
type child struct {
	name, hash string
	dir, file  bool
}

// children reads a tree: “MODE NAME\0HASH”, the hash in bytes and as long as that of the tree.
func (o object) children() []child {
	var out []child
	size := len(o.hash) / 2
	for rest := string(o.body); rest != ""; {
		head, tail, ok := strings.Cut(rest, "\x00")
		mode, name, _ := strings.Cut(head, " ")
		if !ok || len(tail) < size {
			break
		}
		out = append(out, child{name, hex.EncodeToString([]byte(tail[:size])), mode == "40000", strings.HasPrefix(mode, "100")})
		rest = tail[size:]
	}
	return out
}
