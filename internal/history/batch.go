package history

import (
	"fmt"
	"slices"
)

// Batch is what one commit changed, as a reader is told: what was corrected, restated or withdrawn one by
// one; what is merely new one by one where it is little, else counted by table, so that the first entry of a
// report does not drown the rest.
type Batch struct {
	Commit
	Entries []Entry
	News    []News // of more than fewNews
	More    bool   // it is a piece of what the commit changed
}

// News is how many facts of one table, or one kind of record, are new.
type News struct {
	Entry // the first of them
	N     int
}

// fewNews is how many new facts of a commit are told one by one.
const fewNews = 5

// Lines is how many lines a batch takes.
func (b Batch) Lines() int { return len(b.Entries) + len(b.News) }

// Unexplained reports whether the batch corrects something without saying why.
func (b Batch) Unexplained() bool { return slices.ContainsFunc(b.Entries, Entry.Unexplained) }

// CountNews returns how many facts of the batch are new.
func (b Batch) CountNews() int {
	n := 0
	for _, news := range b.News {
		n += news.N
	}
	return n
}

// All returns every entry, newest first, commit by commit.
func (l *Log) All() []Batch {
	places := make([]int, len(l.Entries))
	for i := range places {
		places[i] = i
	}
	return l.Batches(places)
}

// Batches returns the entries at the places, newest first, commit by commit.
func (l *Log) Batches(places []int) []Batch {
	var out []Batch
	for len(places) > 0 {
		end := 1
		for end < len(places) && l.Entries[places[end]].Hash == l.Entries[places[0]].Hash {
			end++
		}
		out = append(out, l.batch(places[:end]))
		places = places[end:]
	}
	return out
}

// batch is the entries of one commit.
func (l *Log) batch(places []int) Batch {
	b := Batch{Commit: l.Entries[places[0]].Commit}
	news := 0
	for _, i := range places {
		if l.Entries[i].Class == New {
			news++
		}
	}
	for _, i := range places {
		e := l.Entries[i]
		switch last := len(b.News) - 1; {
		case e.Class != New || news <= fewNews:
			b.Entries = append(b.Entries, e)
		case last >= 0 && b.News[last].group() == e.group():
			b.News[last].N++
		default:
			b.News = append(b.News, News{e, 1})
		}
	}
	slices.SortStableFunc(b.Entries, func(x, y Entry) int { // what changed comes before what is new
		switch {
		case x.Class == y.Class || x.Class != New && y.Class != New:
			return 0
		case y.Class == New:
			return -1
		}
		return 1
	})
	return b
}

// Part is so much of a log as one page holds. Its ID is the year, and from the second of a year on the
// number: "2023", "2023-2". It is counted from the oldest, so that newer
// entries move no older one; only a branch of older commits that is merged late does.
type Part struct {
	ID      string
	Year    string
	Batches []Batch // newest first
}

// Lines is how many lines the batches of a part take.
func (p Part) Lines() int {
	n := 0
	for _, b := range p.Batches {
		n += b.Lines()
	}
	return n
}

// PageLines is how many lines a page holds, so that it stays light on a slow network.
const PageLines = 200

// Parts divides batches by year, and a year where it has more than most lines; newest first.
func Parts(batches []Batch, most int) []Part {
	byYear := map[string][]Part{}
	var years []string
	for _, whole := range slices.Backward(batches) {
		year := whole.Date[:min(4, len(whole.Date))]
		parts := byYear[year]
		if parts == nil {
			years = append(years, year)
		}
		for _, b := range slices.Backward(whole.pieces(most)) {
			if n := len(parts); n == 0 || parts[n-1].Lines()+b.Lines() > most {
				parts = append(parts, Part{ID: partID(year, n+1), Year: year})
			}
			last := &parts[len(parts)-1]
			last.Batches = slices.Insert(last.Batches, 0, b)
		}
		byYear[year] = parts
	}
	slices.Sort(years)
	var out []Part
	for _, year := range slices.Backward(years) {
		for _, p := range slices.Backward(byYear[year]) {
			out = append(out, p)
		}
	}
	return out
}

func partID(year string, n int) string {
	if n == 1 {
		return year
	}
	return fmt.Sprintf("%s-%d", year, n)
}

// PartOf returns the id of the part that tells of each commit, by hash; of several the one where it begins.
func PartOf(parts []Part) map[string]string {
	out := map[string]string{}
	for _, p := range parts {
		for _, b := range p.Batches {
			if out[b.Hash] == "" {
				out[b.Hash] = p.ID
			}
		}
	}
	return out
}

// pieces divides a batch that has more lines than a page should hold.
func (b Batch) pieces(most int) []Batch {
	if b.Lines() <= most {
		return []Batch{b}
	}
	var out []Batch
	for entries := range slices.Chunk(b.Entries, most) {
		out = append(out, Batch{Commit: b.Commit, Entries: entries, More: true})
	}
	for news := range slices.Chunk(b.News, most) {
		out = append(out, Batch{Commit: b.Commit, News: news, More: true})
	}
	return out
}
