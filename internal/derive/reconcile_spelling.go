package derive

import (
	"strings"

	"minhbach/internal/model"
)

// spellings finds units that are printed otherwise than they are called: the items of mechanisms, of which
// the data holds both forms, and the names in mentions and beside works, where another form stands and the
// name itself does not.
func spellings(r *Result, round *model.Round) []*Reconciliation {
	out := ofItems(round)
	s := newSpeller(r.Portal.Units)
	for _, m := range round.Mentions {
		for _, u := range m.Units {
			out = s.add(out, "mention."+m.ID, m.Published, m.At, m.Chapter, u)
		}
	}
	for _, w := range round.Works {
		switch {
		case w.Unit == nil:
		case w.Passage != nil:
			out = s.add(out, "passage."+w.Passage.ID, w.Passage.Text, w.Passage.At, w.Chapter, w.Unit)
		default:
			out = s.add(out, "work."+w.ID, w.Name, w.At, w.Chapter, w.Unit)
		}
	}
	return out
}

func ofItems(round *model.Round) []*Reconciliation {
	var out []*Reconciliation
	for _, m := range round.Mechanism {
		for _, item := range m.Items {
			if item.Unit == nil || item.As == "" || item.As == item.Unit.Name {
				continue
			}
			c := spelt(m.ID, item.As, item.Unit)
			c.Chapter, c.Mechanism = m.Chapter, m
			out = append(out, c)
		}
	}
	return out
}

func spelt(where, as string, u *model.Unit) *Reconciliation {
	return &Reconciliation{
		ID:   string(Spelling) + "." + where + "." + u.ID,
		Rule: Spelling, Verdict: AsPrinted, PrintedAs: as, ReadAs: u.Name, Units: []*model.Unit{u},
	}
}

// speller knows what units are called, and what was said of them already.
type speller struct {
	names map[string]bool
	told  map[string]bool // by id: works split from one passage share its text
}

func newSpeller(units []*model.Unit) speller {
	s := speller{names: make(map[string]bool, len(units)), told: map[string]bool{}}
	for _, u := range units {
		s.names[u.Name] = true
	}
	return s
}

// add adds what is to be said of u in a printed text.
func (s speller) add(out []*Reconciliation, where, text string, at model.Place, ch *model.Chapter, u *model.Unit) []*Reconciliation {
	as := s.otherForm(text, u)
	if as == "" {
		return out
	}
	c := spelt(where, as, u)
	if s.told[c.ID] {
		return out
	}
	s.told[c.ID] = true
	c.Chapter, c.At = ch, []model.Place{at}
	return append(out, c)
}

// otherForm returns the form in which a text names u, "" where it does so by its name or not at all: an
// alias, or words that differ from the name in few letters and are no other unit's name.
func (s speller) otherForm(text string, u *model.Unit) string {
	words := wordsOf(text)
	if hasRun(words, u.Name) {
		return ""
	}
	for _, alias := range u.Aliases {
		if !s.names[alias] && hasRun(words, alias) {
			return alias
		}
	}
	n := len(strings.Fields(u.Name))
	for i := 0; n > 0 && i+n <= len(words); i++ {
		if run := strings.Join(words[i:i+n], " "); !s.names[run] && nearly(run, u.Name) {
			return run
		}
	}
	return ""
}

// wordsOf returns the words of a text. What stands between two of them is kept as a word of its own unless
// it is a space, so that no name runs across a comma.
func wordsOf(text string) []string {
	for _, mark := range []string{",", ";", ".", ":", "(", ")", "…", "–", "“", "”"} {
		text = strings.ReplaceAll(text, mark, " "+mark+" ")
	}
	return strings.Fields(text)
}

// hasRun reports whether the words of name follow each other in words.
func hasRun(words []string, name string) bool {
	return strings.Contains(" "+strings.Join(words, " ")+" ", " "+strings.Join(wordsOf(name), " ")+" ")
}

// nearly reports whether two texts of equally many letters differ in one or two of them, and in no more than
// one of three: a mark left out, a letter taken for another.
func nearly(a, b string) bool {
	x, y := []rune(a), []rune(b)
	if len(x) != len(y) {
		return false
	}
	differ := 0
	for i := range x {
		if x[i] != y[i] {
			differ++
		}
	}
	return differ > 0 && differ <= min(2, len(x)/3)
}
