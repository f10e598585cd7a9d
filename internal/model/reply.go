package model

import (
	"minhbach/internal/decimal"
	"minhbach/internal/diag"
)

// ReplyStatus is what a unit says to something the source says of it.
type ReplyStatus string

// The statuses of a reply. None of them changes a figure.
const (
	Confirms ReplyStatus = "confirms" // the unit confirms what is printed
	Contests ReplyStatus = "contests" // the unit says that it is otherwise
	Remarks  ReplyStatus = "remarks"  // the unit adds something, and contests nothing
)

// ReplyStatuses are the words an editor may write.
var ReplyStatuses = []ReplyStatus{Confirms, Contests, Remarks}

// Reply is what a unit answers to one thing that a report says of it, or is silent on. It stands beside that thing
// and never in its place: no figure, sum or state changes with it.
type Reply struct {
	ID    string
	Round *Round
	Unit  *Unit

	// What it is on; one of them is set.
	Table     *Table // the unit's figure in it, or the silence where it has none
	Mechanism *Mechanism
	Work      *Work
	Mention   *Mention
	Statement *Statement // a shortcoming or a recommendation

	Of       string // as written: "trees-planted", "work:tran-phu-road"
	Status   ReplyStatus
	Value    *decimal.Decimal // what the unit says the number is; only of a figure it contests
	Text     string           // what the unit says; "" only where it confirms
	By       string           // who signed it; "" where that is the unit itself
	Received Date
	Document *Document // nil without
	Pos      diag.Pos
}

// Reply returns what u answered to its figure in t, or to having none; nil without.
func (t *Table) Reply(u *Unit) *Reply { return replyOf(t.Replies, u) }

// Reply returns what the unit answered to its figure; nil without, and of what is no unit's.
func (f *Figure) Reply() *Reply {
	if f == nil || f.Scope != OfUnit {
		return nil
	}
	return f.Table.Reply(f.Unit)
}

func replyOf(all []*Reply, u *Unit) *Reply {
	for _, r := range all {
		if r.Unit == u {
			return r
		}
	}
	return nil
}
