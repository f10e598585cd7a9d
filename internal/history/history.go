// Package history tells from git what happened to each figure of a portal: for every commit that touched
// data/, which figures, states and statuses changed, from what to what, when and why.
//
// What is followed are keyed facts, not lines. A figure is ROUND/TABLE/ADDRESS, whatever file of the round
// it stands in and however that is written; works and mechanisms have the id of their record, the answer to
// a reconciliation that of the reconciliation. So reformatting, reordering, moving between the files of a
// round, splitting and renaming files give no entry, nor does a number written otherwise (1100, 1100.0), nor
// a published text that says what would be printed without it. A table or a round that gets another id with
// all its facts unchanged was renamed; a portal that was moved within its repository is followed.
//
//	new        there was no such fact
//	corrected  the fact was there and said something else; a revert is a correction back
//	restated   new, where an older round says another value of the same indicator, period and address
//	withdrawn  the fact is gone
//
// Why is what the commit says in the trailer “Reason:” or “Lý do:”. What was pushed without one cannot be
// mended, so a later commit may give it in a trailer of its own, “Reason-For: HASH why” or “Lý do cho HASH:
// why”, HASH being at least the first seven digits of the older one. Of several the newest counts. A reason
// that the commit itself gave stands: it is never replaced. A HASH that names no commit of the log, or more
// than one, gives nothing.
//
// The log of a fact is a chain from what it says today back to where it came in. Where a merge says what
// one of its parents says, the chain follows that parent alone (the first, if several); what the other side
// had said never came to stand. Only a merge that differs from every parent has an entry of its own, with
// what the first parent said as the old.
//
// A file that could not be read at a commit changed nothing: its round keeps what was last readable, and
// nothing of the round counts as withdrawn until all its files can be read again. Where the history is cut
// off (a shallow clone), what stands at the cut is not new: it has no entry, and the log has a Note. Where
// there is no history at all, the log is empty and its Note says why.
//
// The git program is asked and nothing is written to the repository: no lock, no index, no fetch, no hook,
// no pager. The caller's GIT_* variables do not count. What two versions of data/ have between them is kept
// in the user's cache folder under the hashes of both; without it the same comes out, later.
package history

import (
	"cmp"
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"minhbach/internal/model"
)

// Class is what happened to a fact.
type Class string

// The classes of an entry.
const (
	New       Class = "new"
	Corrected Class = "corrected"
	Restated  Class = "restated"
	Withdrawn Class = "withdrawn"
)

// Classes are all classes, in the order in which they are counted.
var Classes = []Class{New, Corrected, Restated, Withdrawn}

// Kind is what a fact is of.
type Kind string

// The kinds of a fact.
const (
	Figure    Kind = "figure"
	Work      Kind = "work"
	Mechanism Kind = "mechanism"
	Check     Kind = "check" // what an editor answered to a reconciliation
	Reply     Kind = "reply" // what a unit answered to what is said of it
)

// Key names a fact for good.
type Key struct {
	Kind    Kind
	Round   string
	Table   string // id of the figures table; "" for the other kinds
	Address string // of a figure as model.Figure.Address; else the record's id, of a check the reconciliation's, of a reply UNIT.OF
}

// String gives "279-bc-hdnd/trees-planted/thach-ha" and, as a text refers to it, "279-bc-hdnd/work:ID": no
// table, whatever it is called, has the key of a record.
func (k Key) String() string {
	if k.Kind == Figure {
		return k.Round + "/" + k.Table + "/" + k.Address
	}
	return k.Round + "/" + string(k.Kind) + ":" + k.Address
}

func (k Key) compare(l Key) int {
	return cmp.Or(cmp.Compare(k.Round, l.Round), cmp.Compare(k.Kind, l.Kind), cmp.Compare(k.Table, l.Table), cmp.Compare(k.Address, l.Address))
}

// Change is what became of one fact.
type Change struct {
	Key
	Class    Class
	First    bool    // a new or restated fact that came with the first of its round
	Old      *Fact   // nil of a new fact; of a restated one, what OldRound says
	New      *Fact   // nil of a withdrawn one
	OldRound string  // the older round, of a restated fact
	Changed  []Field // of a corrected or restated fact
}

// Commit is who brought the change. The zero Commit: it is in the working tree and in no commit yet.
type Commit struct {
	Hash        string
	Date        string // 2023-04-21: the author's day, in the author's own time zone
	Time        string // the same to the second: 2023-04-21T23:30:00+07:00
	Subject     string
	Reason      string // the trailer “Reason:” or “Lý do:”; without one the subject
	ReasonGiven bool   // the trailer is there, in this commit or in a later one
	ReasonDate  string // the day of the later commit that gave the reason; "" where this one did
}

// Entry is one line of the log.
type Entry struct {
	Change
	Commit
}

// Unexplained reports whether an entry changes what was published and its commit does not say why. An
// answer to a reconciliation says it in its note.
func (e Entry) Unexplained() bool {
	return e.Class == Corrected && e.Kind != Check && e.Hash != "" && !e.ReasonGiven
}

// Log is what happened, newest first; within a commit by key.
type Log struct {
	Entries []Entry
	Note    *Note // what is not in the log, and why; nil: nothing is missing

	byKey   map[string][]int  // places in Entries, by Key.String
	renamed map[string]former // by what a group of keys is called
	left    map[string]int    // by what a group was called: where in Entries what is older than its renaming begins
}

// former is what a group was called before, and where in Entries what is older than the renaming begins.
type former struct {
	group string
	older int
}

// Of returns the entries of a figure, newest first.
func (l *Log) Of(round, table, address string) []Entry {
	return l.OfKey(Key{Figure, round, table, address})
}

// OfKey returns the entries of a fact, newest first, also those under a former id of its table or round.
// An id that became free and was given again belongs to another fact from there on.
func (l *Log) OfKey(k Key) []Entry {
	group := k.group().String()
	places := slices.Clone(l.byKey[k.String()])
	if older, ok := l.left[group]; ok && l.isGivenAgain(places, older) {
		places, group = before(places, older), ""
	}
	for seen := map[string]bool{}; !seen[group]; {
		seen[group] = true
		f, ok := l.renamed[group]
		if !ok {
			break
		}
		under := l.byKey[f.group+k.Address]
		if l.isGivenAgain(under, f.older) {
			under = under[len(before(under, f.older)):]
		}
		places = append(places, under...)
		group = f.group
	}
	slices.Sort(places)
	var out []Entry
	for _, i := range slices.Compact(places) { // a group renamed back is met twice
		out = append(out, l.Entries[i])
	}
	return out
}

// isGivenAgain reports whether a fact began under an id after the one that had it was renamed.
func (l *Log) isGivenAgain(places []int, older int) bool {
	return slices.ContainsFunc(before(places, older), func(i int) bool { return l.Entries[i].Class == New })
}

// before returns the places that are newer than what begins at older.
func before(places []int, older int) []int {
	n, _ := slices.BinarySearch(places, older)
	return places[:n]
}

// Count returns how many entries are of a class.
func (l *Log) Count(c Class) int {
	n := 0
	for _, e := range l.Entries {
		if e.Class == c {
			n++
		}
	}
	return n
}

// Read returns the log of the portal in dir. What git cannot tell is a Note of the log; an error is about
// the machine.
func Read(ctx context.Context, dir string) (*Log, error) {
	r, note, err := open(ctx, dir)
	if r == nil {
		return &Log{Note: note}, err
	}
	defer r.close()
	l, err := r.log()
	if err != nil {
		return r.partial(err)
	}
	r.cache.save()
	return l, nil
}

// Version names what Read reads: while it is the same, Read gives the same log. Folder is where git keeps what
// a commit changes, "" where there is no repository to ask.
func Version(ctx context.Context, dir string) (version, folder string) {
	data := filepath.Join(dir, "data")
	if info, err := os.Stat(data); err != nil || !info.IsDir() {
		return "", ""
	}
	out, err := ask(ctx, data, "rev-parse", "--absolute-git-dir", "--show-prefix", "--is-shallow-repository", "HEAD")
	if err != nil { // without a commit yet, there is a folder to watch for the first
		version = err.Error()
		out, _ = ask(ctx, data, "rev-parse", "--absolute-git-dir")
	} else {
		version = out
	}
	folder, _, _ = strings.Cut(out, "\n")
	return version, folder
}

// log is the log of what is committed.
func (r *reader) log() (*Log, error) {
	g, err := r.graph("HEAD")
	if err != nil {
		return nil, err
	}
	if len(g.nodes) == 0 {
		return &Log{Note: noteUntracked.note()}, nil
	}
	if err := r.explain(g, "HEAD"); err != nil {
		return nil, err
	}
	l := newLog(g.note())
	return l, r.walk(g, g.nodes[0], nil, l)
}

func newLog(note *Note) *Log {
	return &Log{Note: note, byKey: map[string][]int{}, renamed: map[string]former{}, left: map[string]int{}}
}

// add appends the entries of one commit, and what it renamed; of several renamings the newest counts.
func (l *Log) add(c Commit, changes []Change, renamed map[string]string) {
	for _, change := range changes {
		key := change.Key.String()
		l.byKey[key] = append(l.byKey[key], len(l.Entries))
		l.Entries = append(l.Entries, Entry{change, c})
	}
	for now, was := range renamed {
		if _, known := l.renamed[now]; !known {
			l.renamed[now] = former{was, len(l.Entries)}
		}
		if _, known := l.left[was]; !known {
			l.left[was] = len(l.Entries)
		}
	}
}

// states gives the words of states in one order, whatever order they are written in.
func states(words []string) []model.State {
	var out []model.State
	for _, w := range slices.Sorted(slices.Values(words)) {
		out = append(out, model.State(w))
	}
	return out
}
