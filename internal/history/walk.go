package history

import "slices"

// keys is a set of keys: those listed, or with all every key but those.
type keys struct {
	all    bool
	listed map[Key]bool
}

func (s *keys) has(k Key) bool { return s.listed[k] != s.all }

func (s *keys) add(k Key) {
	if s.all {
		delete(s.listed, k)
	} else {
		s.listed[k] = true
	}
}

func (s *keys) remove(k Key) {
	if s.all {
		s.listed[k] = true
	} else {
		delete(s.listed, k)
	}
}

// join adds the keys of t.
func (s *keys) join(t *keys) {
	switch {
	case !t.all:
		for k := range t.listed {
			s.add(k)
		}
	case s.all:
		for k := range s.listed {
			if t.has(k) {
				delete(s.listed, k)
			}
		}
	default:
		both := map[Key]bool{}
		for k := range t.listed {
			if !s.listed[k] {
				both[k] = true
			}
		}
		s.all, s.listed = true, both
	}
}

func (s *keys) clone() *keys {
	out := &keys{all: s.all, listed: make(map[Key]bool, len(s.listed))}
	for k := range s.listed {
		out.listed[k] = true
	}
	return out
}

// walk goes from the tip back to the beginning, or to what is in known, and adds to the log what each
// commit changed. It carries along which facts are to be followed through which commit: all of them, but
// where lines of work were merged each fact only through the parent that says what the merge says.
func (r *reader) walk(g *graph, tip *node, known map[*node]bool, l *Log) error {
	live := map[*node]*keys{tip: {all: true, listed: map[Key]bool{}}}
	for _, n := range g.nodes {
		follow := live[n]
		delete(live, n)
		if follow == nil || known[n] || n.cut {
			continue
		}
		step := r.plain
		if len(n.parents) > 1 {
			step = func(n *node, follow *keys) ([]Change, map[string]string, error) { return r.merge(n, follow, live) }
		}
		entries, renamed, err := step(n, follow)
		if err != nil {
			return err
		}
		l.add(n.Commit, entries, renamed)
		if len(n.parents) == 1 {
			pass(live, n.parents[0], follow)
		}
	}
	return nil
}

// pass lets keys be followed through a commit too.
func pass(live map[*node]*keys, n *node, k *keys) {
	if live[n] == nil {
		live[n] = k
	} else {
		live[n].join(k)
	}
}

// plain returns what a commit with one parent, or none, changed, and what groups it renamed.
func (r *reader) plain(n *node, follow *keys) ([]Change, map[string]string, error) {
	var parent *node
	if len(n.parents) > 0 {
		parent = n.parents[0]
	}
	d, err := r.delta(parent, n)
	if err != nil {
		return nil, nil, err
	}
	return only(d.Changes, follow), d.Renamed, nil
}

func only(changes []Change, follow *keys) []Change {
	var out []Change
	for _, c := range changes {
		if follow.has(c.Key) {
			out = append(out, c)
		}
	}
	return out
}

// merge returns what differs from every parent, and lets every other fact be followed through the first
// parent that says the same.
func (r *reader) merge(n *node, follow *keys, live map[*node]*keys) ([]Change, map[string]string, error) {
	first, renamed, err := r.plain(&node{Commit: n.Commit, at: n.at, parents: n.parents[:1]}, follow)
	if err != nil {
		return nil, nil, err
	}
	differs := make([]map[Key]bool, len(n.parents))
	for i, p := range n.parents[1:] {
		d, err := r.delta(p, n)
		if err != nil {
			return nil, nil, err
		}
		differs[i+1] = map[Key]bool{}
		for _, c := range d.Changes {
			differs[i+1][c.Key] = true
		}
	}
	through := make([]*keys, len(n.parents))
	through[0] = follow.clone()
	for i := range through[1:] {
		through[i+1] = &keys{listed: map[Key]bool{}}
	}
	var own []Change
	for _, c := range first {
		same := slices.IndexFunc(differs[1:], func(d map[Key]bool) bool { return !d[c.Key] }) + 1
		if same == 0 {
			own = append(own, c)
			for _, t := range through[1:] {
				t.add(c.Key)
			}
			continue
		}
		through[0].remove(c.Key)
		through[same].add(c.Key)
	}
	for i, p := range n.parents {
		pass(live, p, through[i])
	}
	return own, renamed, nil
}

// delta returns what is between a parent, nil before the beginning, and a commit.
func (r *reader) delta(parent, n *node) (*delta, error) {
	key, err := r.pair(parent, n)
	if err != nil {
		return nil, err
	}
	if d := r.cache.get(key); d != nil {
		return d, nil
	}
	before, err := r.state(parent)
	if err != nil {
		return nil, err
	}
	now, err := r.state(n)
	if err != nil {
		return nil, err
	}
	d := between(before, now)
	if before.hash != "" && now.hash != "" {
		r.cache.put(key, d)
	}
	return d, nil
}

// pair names what a delta is between: with the same folders it is the same.
func (r *reader) pair(parent, n *node) (string, error) {
	before, err := r.top(parent)
	if err != nil {
		return "", err
	}
	now, err := r.top(n)
	return before.hash + " " + now.hash, err
}
