package history

import (
	"cmp"
	"context"
	"fmt"
	"os"
	"strings"

	"minhbach/internal/diag"
	"minhbach/internal/source"
)

// UnknownRevision says that git knows no commit by a name, in both languages.
type UnknownRevision struct{ diag.Text }

// Error is the sentence in English.
func (u *UnknownRevision) Error() string { return u.EN }

// Diff returns what two revisions have between them, one entry a fact, by key: the facts of from and of to
// are held against each other, whatever happened in between. The commit of an entry is the newest that
// changed the fact on the way to to; the zero Commit where none did. An empty to is the working tree.
//
// A name that git does not know is an *UnknownRevision. Where there is nothing to ask, the log is empty and
// has a Note.
func Diff(ctx context.Context, dir, from, to string) (*Log, error) {
	r, note, err := open(ctx, dir)
	if r == nil {
		return &Log{Note: note}, err
	}
	defer r.close()
	l, err := r.diff(dir, from, to)
	if err != nil {
		return r.partial(err)
	}
	return l, nil
}

func (r *reader) diff(dir, from, to string) (*Log, error) {
	g, tips, err := r.between(from, cmp.Or(to, "HEAD"))
	if err != nil {
		return nil, err
	}
	before, err := r.state(tips[0])
	if err != nil {
		return nil, err
	}
	committed, err := r.state(tips[1])
	if err != nil {
		return nil, err
	}
	after, loose := committed, map[Key]bool{}
	if to == "" {
		after = working(dir).over(committed)
		for _, c := range between(committed, after).Changes {
			loose[c.Key] = true
		}
	}
	way := newLog(nil)
	if tips[1] != nil {
		if err := r.walk(g, tips[1], tips[0].before(), way); err != nil {
			return nil, err
		}
	}
	l := newLog(nil)
	for _, c := range between(before, after).Changes {
		l.add(way.last(c.Key, loose[c.Key]), []Change{c}, nil)
	}
	return l, nil
}

// last returns the commit that changed a fact last; the zero Commit of one that is loose, not committed.
func (l *Log) last(k Key, loose bool) Commit {
	if entries := l.OfKey(k); len(entries) > 0 && !loose {
		return entries[0].Commit
	}
	return Commit{}
}

// between returns the history of two revisions, and the newest commit of each in it, nil where there is
// none.
func (r *reader) between(from, to string) (*graph, [2]*node, error) {
	var tips [2]*node
	var hashes []string
	for _, rev := range []string{from, to} {
		hash, err := r.resolve(rev)
		if err != nil {
			return nil, tips, err
		}
		if hash == "" {
			return nil, tips, &UnknownRevision{diag.Text{
				VI: fmt.Sprintf("git không biết %q", rev), EN: fmt.Sprintf("git knows no %q", rev)}}
		}
		hashes = append(hashes, hash)
	}
	g, err := r.graph(hashes...)
	if err != nil {
		return nil, tips, err
	}
	if err := r.explain(g, append(hashes, "HEAD")...); err != nil {
		return nil, tips, err
	}
	for i, hash := range hashes {
		out, err := ask(r.ctx, r.dir, append(append([]string{}, history...), "-1", hash, "--", ".")...)
		if err != nil {
			return nil, tips, err
		}
		if fields := strings.Fields(out); len(fields) > 0 {
			tips[i] = g.by[r.prefix+fields[0]]
		}
	}
	return g, tips, nil
}

// working is the state of the files as they lie in the folder.
func working(dir string) *state {
	tree, _ := source.Load(os.DirFS(dir))
	s := nothing()
	s.hash = ""
	if f := tree.File("data/" + portalName); f != nil {
		s.locale = localeOf(f.Root)
	}
	for _, f := range tree.Files {
		name, file, ok := roundOf(f.Path)
		if !ok {
			continue
		}
		if s.rounds[name] == nil {
			s.rounds[name] = &round{files: map[string]*facts{}}
		}
		s.rounds[name].add(file, factsOf(name, "", f))
	}
	return s
}
