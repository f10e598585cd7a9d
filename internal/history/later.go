package history

import (
	"bufio"
	"cmp"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
)

// explain gives the commits of a graph that gave no reason the one that a later commit gives for them, the
// newest if several do. The later commit need not touch data/.
func (r *reader) explain(g *graph, revs ...string) error {
	by := g.byHash()
	args := append([]string{"rev-list", "--date-order", "-i", "--grep=reason-for", "--grep=do.cho.", "--encoding=UTF-8",
		"--format=%aI %cI%x00%s%x00%B%x00"}, revs...)
	return r.stream(args, func(in *bufio.Reader) error {
		for {
			c, _, message, err := readCommit(in)
			if errors.Is(err, io.EOF) {
				return nil
			}
			if err != nil {
				return fmt.Errorf("reading the commits of git: %w", err)
			}
			for _, l := range laterReasons(message) {
				for _, n := range named(by, l.of) {
					n.explained(l.why, c.Date)
				}
			}
		}
	})
}

func (n *node) explained(why, day string) {
	if !n.ReasonGiven {
		n.Reason, n.ReasonGiven, n.ReasonDate = why, true, day
	}
}

// byHash returns the nodes in the order of their hashes.
func (g *graph) byHash() []*node {
	return slices.SortedFunc(slices.Values(g.nodes), func(a, b *node) int { return cmp.Compare(a.Hash, b.Hash) })
}

// named returns the nodes of the one commit whose hash begins so; nil where there is none, or several. One
// commit has several nodes where the portal was moved.
func named(byHash []*node, prefix string) []*node {
	first, _ := slices.BinarySearchFunc(byHash, prefix, func(n *node, p string) int { return cmp.Compare(n.Hash, p) })
	end := first
	for end < len(byHash) && strings.HasPrefix(byHash[end].Hash, prefix) {
		end++
	}
	if first == end || byHash[first].Hash != byHash[end-1].Hash {
		return nil
	}
	return byHash[first:end]
}
