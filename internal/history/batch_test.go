package history

import (
	"fmt"
	"slices"
	"testing"
)

// made is a log of commits, newest first, each with so many corrections and news of two tables.
func made(commits ...[3]any) *Log {
	l := newLog(nil)
	for i, c := range commits {
		var changes []Change
		for n := range c[1].(int) {
			changes = append(changes, Change{Key: Key{Figure, "r", "a", fmt.Sprint(n)}, Class: Corrected, Old: &Fact{}, New: &Fact{}})
		}
		for n := range c[2].(int) {
			changes = append(changes, Change{Key: Key{Figure, "r", []string{"a", "b"}[2*n/c[2].(int)], fmt.Sprint(n)}, Class: New, New: &Fact{}})
		}
		l.add(Commit{Hash: fmt.Sprintf("%08d", i), Date: c[0].(string)}, changes, nil)
	}
	return l
}

func TestNewsOfOneCommitAreCountedByTableAndCorrectionsNever(t *testing.T) {
	batches := made([3]any{"2023-05-02", 12, 0}, [3]any{"2023-05-01", 1, 200}, [3]any{"2023-04-30", 0, fewNews}).All()
	if len(batches) != 3 {
		t.Fatalf("%d batches, want one a commit", len(batches))
	}
	if b := batches[0]; len(b.Entries) != 12 || b.CountNews() != 0 {
		t.Errorf("corrections alone give %d entries, %d news", len(b.Entries), b.CountNews())
	}
	if b := batches[1]; len(b.Entries) != 1 || b.Entries[0].Class != Corrected || len(b.News) != 2 || b.News[0].N != 100 || b.CountNews() != 200 {
		t.Errorf("200 news give %d entries, %+v", len(b.Entries), b.News)
	}
	if b := batches[2]; len(b.Entries) != fewNews || len(b.News) != 0 {
		t.Errorf("few news give %d entries, %d lines of news", len(b.Entries), len(b.News))
	}
}

// An entry that has been told on a page stays there when others come.
func TestAPartOfTheLogKeepsWhatItHas(t *testing.T) {
	old := [][3]any{{"2023-03-01", 4, 0}, {"2023-02-01", 25, 0}, {"2023-01-01", 3, 0}, {"2022-12-31", 9, 0}}
	ids := func(commits [][3]any) (out []string) {
		for _, p := range Parts(made(commits...).All(), 10) {
			for _, b := range p.Batches {
				out = append(out, fmt.Sprintf("%s: %s %d %v", p.ID, b.Date, len(b.Entries), b.More))
			}
			if p.Lines() > 10 {
				t.Errorf("part %s has %d lines", p.ID, p.Lines())
			}
		}
		return out
	}
	before := ids(old)
	want := []string{"2023-4: 2023-03-01 4 false", "2023-3: 2023-02-01 10 true", "2023-2: 2023-02-01 10 true", "2023: 2023-02-01 5 true",
		"2023: 2023-01-01 3 false", "2022: 2022-12-31 9 false"}
	if !slices.Equal(before, want) {
		t.Fatalf("found %q, want %q", before, want)
	}
	after := ids(append([][3]any{{"2023-04-01", 8, 0}}, old...))
	for _, line := range before {
		if !slices.Contains(after, line) {
			t.Errorf("%q is gone once a commit came: %q", line, after)
		}
	}
	if later := ids(append([][3]any{{"2024-01-01", 1, 0}}, old...)); later[0] != "2024: 2024-01-01 1 false" || !slices.Equal(later[1:], before) {
		t.Errorf("another year changes the ones before: %q", later)
	}
}

func TestOnlyWhatCameAfterTheFirstPublicationIsRecent(t *testing.T) {
	l := scripted(t).read()
	var all []int
	for i := range l.Entries {
		all = append(all, i)
	}
	recent, from, to := l.Recent(all, 100)
	if from != "2023-05-01" || to != "2024-05-01" || len(recent) != 10 {
		t.Errorf("published from %s to %s, %d since: %q", from, to, len(recent), lines(recent))
	}
	if recent, _, _ := l.Recent(all, 2); len(recent) != 2 || recent[0].Kind != Check {
		t.Errorf("the newest two are %q", lines(recent))
	}
}
