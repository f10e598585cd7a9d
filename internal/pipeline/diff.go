package pipeline

import (
	"context"
	"errors"
	"fmt"

	"minhbach/internal/history"
)

// Difference is what two revisions of a portal have between them.
type Difference struct {
	Log *history.Log
	Now Reading // the files as they are; its Portal gives names where they are without error
}

// Diff holds the figures of two revisions of the portal at root against each other; an empty to is the
// working tree. A revision that is not there, or no repository at all, is a *Misuse.
func Diff(ctx context.Context, root, from, to string) (Difference, error) {
	log, err := history.Diff(ctx, root, from, to)
	var unknown *history.UnknownRevision
	if errors.As(err, &unknown) {
		return Difference{}, &Misuse{unknown.Text}
	}
	if err != nil {
		return Difference{}, fmt.Errorf("reading the figures of the past: %w", err)
	}
	if n := log.Note; n != nil {
		return Difference{}, &Misuse{n.Whole()}
	}
	return Difference{log, read(root, &history.Log{})}, nil
}
