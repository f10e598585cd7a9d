package pipeline

import (
	"errors"

	"minhbach/internal/scaffold"
)

// InitOptions are what a new portal depends on.
type InitOptions = scaffold.Options

// Init makes a new portal in dir, whole or not at all, and returns how many files it has. An error is a *Misuse where
// something is in the way, or about the machine.
func Init(dir string, o InitOptions) (int, error) {
	portal := scaffold.Portal(o)
	err := scaffold.Write(dir, portal)
	var refused *scaffold.Refusal
	if errors.As(err, &refused) {
		return 0, &Misuse{refused.Text}
	}
	return len(portal), err
}
