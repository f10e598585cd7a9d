package publish

import (
	"errors"
	"os"
)

var errLocked = errors.New("locked")

// acquire locks the file name, made if need be, or fails with errLocked. unlock removes it again.
func acquire(name string) (unlock func(), err error) {
	for {
		f, err := os.OpenFile(name, os.O_RDWR|os.O_CREATE, 0o666)
		if err != nil {
			return nil, err
		}
		if err := tryLock(f); err != nil {
			f.Close()
			return nil, err
		}
		// The holder before may have removed the file between our opening and locking it: then the lock is
		// on a file that nobody else will ever meet.
		if sameFile(f, name) {
			return func() { os.Remove(name); f.Close() }, nil
		}
		f.Close()
	}
}

func sameFile(f *os.File, name string) bool {
	mine, err := f.Stat()
	if err != nil {
		return false
	}
	there, err := os.Stat(name)
	return err == nil && os.SameFile(mine, there)
}
