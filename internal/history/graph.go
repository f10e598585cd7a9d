package history

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"
	"unicode"

	"minhbach/internal/locale"
)

// node is a commit that touched data/, or a merge.
type node struct {
	Commit
	parents []*node
	at      string // the folder data/ of that time, from the top of the repository
	top     object // that folder, once asked for
	cut     bool   // the history ends here only because the clone is shallow
}

// graph is the history of data/ with what did not touch it left out.
type graph struct {
	nodes []*node          // newest first; children before their parents
	by    map[string]*node // by folder and hash
}

// graph reads the history that leads to the revisions, and follows the portal to where it lay before it
// was moved.
func (r *reader) graph(revs ...string) (*graph, error) {
	g := &graph{by: map[string]*node{}}
	if _, err := r.commits(g, r.prefix, revs...); err != nil {
		return nil, err
	}
	for i := 0; i < len(g.nodes); i++ {
		if n := g.nodes[i]; len(n.parents) == 0 {
			if err := r.begin(g, n); err != nil {
				return nil, err
			}
		}
	}
	return g, nil
}

// history asks for the commits that touched a folder and for merges, with what did not touch it left out.
var history = []string{"rev-list", "--date-order", "--full-history", "--parents"}

// below gives a folder of the repository as seen from data/.
func (r *repository) below(at string) string {
	return "./" + strings.Repeat("../", strings.Count(r.prefix, "/")) + at
}

// commits adds the history of one folder that leads to the revisions, and returns its newest commit.
func (r *reader) commits(g *graph, at string, revs ...string) (*node, error) {
	args := append(slices.Clone(history), "--encoding=UTF-8", "--format=%aI %cI%x00%s%x00%B%x00")
	var newest *node
	err := r.stream(append(append(args, revs...), "--", r.below(at)), func(in *bufio.Reader) (err error) {
		newest, err = g.read(in, at)
		return err
	})
	return newest, err
}

// stream runs git and hands what it prints to read, as it comes.
func (r *repository) stream(args []string, read func(*bufio.Reader) error) error {
	cmd := command(r.ctx, r.dir, args...)
	var said strings.Builder
	cmd.Stderr = &said
	out, err := cmd.StdoutPipe()
	if err != nil {
		return fmt.Errorf("asking git (%s): %w", args[0], err)
	}
	if err := cmd.Start(); err != nil {
		return fmt.Errorf("asking git (%s): %w", args[0], err)
	}
	readErr := read(bufio.NewReader(out))
	if readErr != nil {
		_, _ = io.Copy(io.Discard, out) // let git come to its end
	}
	if err := cmd.Wait(); err != nil {
		return &gitError{args[0], strings.TrimSpace(said.String()), err}
	}
	return readErr
}

// read reads “commit HASH PARENT…\n TIME \0 SUBJECT \0 MESSAGE \0 \n” up to the end.
func (g *graph) read(in *bufio.Reader, at string) (*node, error) {
	var newest *node
	parents := map[*node][]string{}
	for {
		c, hashes, _, err := readCommit(in)
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, fmt.Errorf("reading the commits of git: %w", err)
		}
		n := g.by[at+c.Hash]
		if n == nil {
			n = &node{Commit: c, at: at}
			g.nodes, g.by[at+c.Hash], parents[n] = append(g.nodes, n), n, hashes
		}
		if newest == nil {
			newest = n
		}
	}
	for n, hashes := range parents {
		for _, h := range hashes {
			if p := g.by[at+h]; p != nil {
				n.parents = append(n.parents, p)
			}
		}
	}
	return newest, nil
}

// readCommit reads one commit, the hashes of its parents and its message; io.EOF where there is no further
// one.
func readCommit(in *bufio.Reader) (c Commit, parents []string, message string, err error) {
	head, err := in.ReadString('\n')
	if err != nil {
		return c, nil, "", err
	}
	var fields [3]string
	for i := range fields {
		if fields[i], err = in.ReadString(0); err != nil {
			return c, nil, "", io.ErrUnexpectedEOF
		}
	}
	if _, err := in.Discard(1); err != nil { // the end of the line
		return c, nil, "", io.ErrUnexpectedEOF
	}
	hashes := strings.Fields(strings.TrimPrefix(head, "commit "))
	if len(hashes) == 0 {
		return c, nil, "", fmt.Errorf("no commit in %q", head)
	}
	for i, f := range fields {
		fields[i] = clean(f)
	}
	return commitOf(hashes[0], fields), hashes[1:], fields[2], nil
}

// clean is a text of git as texts of the portal are.
func clean(s string) string {
	s = strings.ReplaceAll(strings.TrimSuffix(s, "\x00"), "\r", "")
	s = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) && r != '\n' && r != '\t' {
			return '\uFFFD'
		}
		return r
	}, strings.ToValidUTF8(s, "\uFFFD"))
	return string(locale.NFC([]byte(s)))
}

// timeOf is the author's time, or the committer's where the author's is none that a calendar has: git prints
// what it cannot read as it stands.
func timeOf(authorAndCommitter string) string {
	author, committer, _ := strings.Cut(authorAndCommitter, " ")
	for _, at := range []string{author, committer} {
		if when, err := time.Parse(time.RFC3339, at); err == nil && when.Year() >= 1 && when.Year() <= 9999 {
			return at
		}
	}
	return "0001-01-01T00:00:00+00:00"
}

// commitOf makes a commit of its time, its subject and its message.
func commitOf(hash string, fields [3]string) Commit {
	at := timeOf(fields[0])
	day, _, _ := strings.Cut(at, "T")
	c := Commit{Hash: hash, Date: day, Time: strings.Replace(at, "Z", "+00:00", 1), Subject: fields[1], Reason: reasonOf(fields[2])}
	c.ReasonGiven = c.Reason != ""
	if !c.ReasonGiven {
		c.Reason = c.Subject
	}
	return c
}

// begin looks behind a commit at which data/ begins: the clone may be cut off there, or the portal have
// been moved there from another folder, whose history then is its own.
func (r *reader) begin(g *graph, n *node) error {
	parents, err := r.realParents(n)
	if err != nil || len(parents) == 0 {
		return err
	}
	if _, err := r.objects.get(parents[0] + "^{tree}"); errors.Is(err, errMissing) {
		n.cut = r.shallow
		return nil
	}
	from, err := r.movedFrom(parents[0], n)
	if err != nil || from == "" {
		return err
	}
	newest, err := r.commits(g, from, parents[0])
	if newest != nil {
		n.parents = []*node{newest}
	}
	return err
}

// realParents are those that the commit itself names.
func (r *reader) realParents(n *node) ([]string, error) {
	o, err := r.objects.get(n.Hash)
	if err != nil {
		return nil, err
	}
	var out []string
	for _, line := range strings.Split(string(o.body), "\n") {
		if line == "" {
			break
		}
		if p, ok := strings.CutPrefix(line, "parent "); ok {
			out = append(out, p)
		}
	}
	return out, nil
}

// movedFrom returns the folder that a commit moved to the place of data/: the one that most of its files
// came from; "" where it came from none.
func (r *reader) movedFrom(parent string, n *node) (string, error) {
	out, err := ask(r.ctx, r.dir, "diff-tree", "-r", "-z", "-M", "--diff-filter=R", "--name-status", "--no-ext-diff", "--no-textconv", parent, n.Hash)
	if err != nil {
		return "", err
	}
	counts, best := map[string]int{}, ""
	fields := strings.Split(out, "\x00")
	for i := 0; i+2 < len(fields); i += 3 {
		rel, ok := strings.CutPrefix(fields[i+2], n.at)
		from, same := strings.CutSuffix(fields[i+1], rel)
		if !ok || !same || !strings.HasSuffix(from, "/") || strings.HasPrefix(from, n.at) {
			continue
		}
		counts[from]++
		if counts[from] > counts[best] || counts[from] == counts[best] && from < best {
			best = from
		}
	}
	return best, nil
}

// note is the note on where a shallow clone ends; nil where nothing is missing.
func (g *graph) note() *Note {
	since := ""
	for _, n := range g.nodes {
		if n.cut {
			since = max(since, n.Date)
		}
	}
	if since == "" {
		return nil
	}
	note, on := noteShallow.note(), day(since)
	note.VI, note.EN, note.Since = fmt.Sprintf(note.VI, on.VI), fmt.Sprintf(note.EN, on.EN), since
	return note
}

// before returns the node and all that led to it.
func (n *node) before() map[*node]bool {
	seen := map[*node]bool{}
	for todo := []*node{n}; len(todo) > 0; {
		n, todo = todo[len(todo)-1], todo[:len(todo)-1]
		if n != nil && !seen[n] {
			seen[n] = true
			todo = append(todo, n.parents...)
		}
	}
	return seen
}
