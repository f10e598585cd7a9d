package model

import "minhbach/internal/diag"

// CheckStatus is what came of asking about a reconciliation.
type CheckStatus string

// The statuses of a reconciliation. None of them changes a figure.
const (
	Explained CheckStatus = "explained" // somebody who could know said how it comes
	Confirmed CheckStatus = "confirmed" // the source confirmed what is printed
	Corrected CheckStatus = "corrected" // a later document says otherwise
)

// CheckStatuses are the words an editor may write.
var CheckStatuses = []CheckStatus{Explained, Confirmed, Corrected}

// CheckNote is what an editor learnt about one reconciliation of a round. It stands beside the figures and
// never in their place.
type CheckNote struct {
	ID       string
	Round    *Round
	Of       string // id of the reconciliation: "sum.budget-revenue-2023"
	Status   CheckStatus
	Note     string    // who said what, in our own words
	Document *Document // that says so; never nil for Corrected
	Pos      diag.Pos  // of Of, in its quotation marks
}
