package history

import (
	"cmp"
	"context"
	"errors"
	"maps"
	"slices"
	"strings"

	"minhbach/internal/source"
)

// reader reads the past of a portal.
type reader struct {
	*repository
	objects *objects
	cache   *cache

	files  map[string]*facts // by round and hash
	rounds map[string]*round // by name and hash
	states map[string]*state // by hash of the folder
	held   int               // facts in files
}

// maxHeld bounds the facts that are kept for another commit, and with them the memory.
const maxHeld = 1 << 20

// open returns a reader, or the note why there is nothing to read.
func open(ctx context.Context, dir string) (*reader, *Note, error) {
	repo, note, err := find(ctx, dir)
	if repo == nil {
		return nil, note, err
	}
	o, err := openObjects(ctx, repo.dir)
	if err != nil {
		return nil, nil, err
	}
	r := &reader{repository: repo, objects: o, cache: loadCache(repo.dir)}
	r.forget()
	return r, nil, nil
}

func (r *reader) close() { r.objects.close() }

// partial is what a failure comes to: that a file of the past is not in this copy is no failure of the
// machine.
func (r *reader) partial(err error) (*Log, error) {
	if r.ctx.Err() != nil {
		return nil, context.Cause(r.ctx)
	}
	if errors.Is(err, errMissing) {
		return &Log{Note: notePartial.note()}, nil
	}
	if out, asked := ask(r.ctx, r.dir, "config", "--get-regexp", `^(remote\..*\.promisor|extensions\.partialclone)$`); asked == nil && out != "" {
		return &Log{Note: notePartial.note()}, nil
	}
	return nil, err
}

func (r *reader) forget() {
	r.files, r.rounds, r.states, r.held = map[string]*facts{}, map[string]*round{}, map[string]*state{}, 0
}

// state is what data/ says at one time.
type state struct {
	hash   string // of the folder, or none; "" where it alone does not say it
	rounds map[string]*round
	locale string
}

// round is what the files of one round say.
type round struct {
	hash   string // as of state
	asOf   string
	files  map[string]*facts
	broken bool

	byFigure map[figure]*Fact // nil until asked for
}

// get returns a fact; of two files that have the key the first by name counts, as it does for a reader.
func (d *round) get(k Key) *Fact {
	for _, name := range slices.Sorted(maps.Keys(d.files)) {
		if f := d.files[name].byKey[k]; f != nil {
			return f
		}
	}
	return nil
}

// empty reports whether the round has no fact.
func (d *round) empty() bool {
	for _, f := range d.files {
		if len(f.byKey) > 0 {
			return false
		}
	}
	return true
}

// all returns every fact of the round.
func (d *round) all() map[Key]*Fact {
	out := map[Key]*Fact{}
	for _, name := range slices.Backward(slices.Sorted(maps.Keys(d.files))) {
		maps.Copy(out, d.files[name].byKey)
	}
	return out
}

// none is the hash of a folder that is not there.
const none = "none"

// nothing is the state before any commit.
func nothing() *state { return &state{hash: none, rounds: map[string]*round{}} }

// state returns what data/ said at a commit; nil is before the beginning. Where a file cannot be read, its round says what it last said.
func (r *reader) state(n *node) (*state, error) {
	s, err := r.tree(n)
	if err != nil || s.readable() {
		return s, err
	}
	var parent *node
	if len(n.parents) > 0 {
		parent = n.parents[0]
	}
	before, err := r.state(parent)
	if err != nil {
		return nil, err
	}
	return s.over(before), nil
}

func (s *state) readable() bool {
	for _, d := range s.rounds {
		if d.broken {
			return false
		}
	}
	return true
}

// over returns s with what its unreadable rounds said before.
func (s *state) over(before *state) *state {
	out := &state{rounds: maps.Clone(s.rounds), locale: s.locale}
	for name, d := range s.rounds {
		if d.broken {
			out.rounds[name] = d.over(before.rounds[name])
		}
	}
	return out
}

func (d *round) over(before *round) *round {
	all := &facts{byKey: map[Key]*Fact{}}
	out := &round{asOf: d.asOf, files: map[string]*facts{"": all}}
	if before != nil {
		maps.Copy(all.byKey, before.all())
		if out.asOf == "" {
			out.asOf = before.asOf
		}
	}
	for _, name := range slices.Backward(slices.Sorted(maps.Keys(d.files))) {
		if f := d.files[name]; !f.broken {
			maps.Copy(all.byKey, f.byKey)
		}
	}
	return out
}

// top returns the folder data/ of a commit, as a tree of git.
func (r *reader) top(n *node) (object, error) {
	if n == nil {
		return object{hash: none}, nil
	}
	if n.top.hash != "" {
		return n.top, nil
	}
	name := n.Hash + "^{tree}"
	if n.at != "" {
		name = n.Hash + ":" + strings.TrimSuffix(n.at, "/")
	}
	top, err := r.objects.get(name)
	if errors.Is(err, errMissing) || err == nil && top.kind != "tree" {
		top, err = object{hash: none}, nil
	}
	n.top = top
	return top, err
}

// tree reads data/ as it stands in a commit.
func (r *reader) tree(n *node) (*state, error) {
	top, err := r.top(n)
	if err != nil || r.states[top.hash] != nil {
		return r.states[top.hash], err
	}
	s := nothing()
	s.hash = top.hash
	for _, c := range top.children() {
		switch {
		case c.file && c.name == portalName:
			err = r.portal(s, c)
		case c.dir && c.name == reportsDir:
			err = r.reports(s, c)
		}
		if err != nil {
			return nil, err
		}
	}
	if r.held > maxHeld {
		r.forget()
	}
	r.states[top.hash] = s
	return s, nil
}

// localeOf is how the portal's sources write numbers.
func localeOf(portal *source.Table) string {
	return cmp.Or(text(portal, "source-locale"), text(portal, "locale"))
}

// portal reads the language of the portal's sources.
func (r *reader) portal(s *state, c child) error {
	o, err := r.objects.get(c.hash)
	if err != nil {
		return err
	}
	file, _ := source.Parse("data/"+portalName, o.body)
	s.locale = localeOf(file.Root)
	return nil
}

func (r *reader) reports(s *state, c child) error {
	o, err := r.objects.get(c.hash)
	if err != nil {
		return err
	}
	for _, d := range o.children() {
		if !d.dir {
			continue
		}
		if s.rounds[d.name], err = r.round(d); err != nil {
			return err
		}
	}
	return nil
}

func (r *reader) round(dir child) (*round, error) {
	key := dir.name + "/" + dir.hash
	if d := r.rounds[key]; d != nil {
		return d, nil
	}
	o, err := r.objects.get(dir.hash)
	if err != nil {
		return nil, err
	}
	d := &round{hash: dir.hash, files: map[string]*facts{}}
	for _, c := range o.children() {
		if !c.file || !source.IsData(c.name) {
			continue
		}
		f, err := r.file(dir.name, c)
		if err != nil {
			return nil, err
		}
		d.add(c.name, f)
	}
	r.rounds[key] = d
	return d, nil
}

func (d *round) add(name string, f *facts) {
	d.files[name] = f
	d.broken = d.broken || f.broken
	if f.asOf != "" {
		d.asOf = f.asOf
	}
}

func (r *reader) file(round string, c child) (*facts, error) {
	key := round + "/" + c.hash
	if f := r.files[key]; f != nil {
		return f, nil
	}
	o, err := r.objects.get(c.hash)
	if err != nil {
		return nil, err
	}
	parsed, _ := source.Parse(c.name, o.body)
	f := factsOf(round, c.hash, parsed)
	r.files[key] = f
	r.held += len(f.byKey)
	return f, nil
}
