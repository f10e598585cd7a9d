//go:build !linux || renames

package publish

import (
	"os"
	"path/filepath"
	"testing"
)

func TestBuildThatDiedBetweenTheTwoRenamesIsPutRight(t *testing.T) {
	for name, after := range map[string]bool{"before the new one is in": false, "after": true} {
		t.Run(name, func(t *testing.T) {
			dir := filepath.Join(t.TempDir(), "public")
			mustWrite(t, dir, site1)
			put(t, filepath.Join(dir, "by-hand"), "stays")
			s, err := locate(dir)
			if err != nil {
				t.Fatal(err)
			}
			if err := os.Rename(s.dir, s.away); err != nil {
				t.Fatal(err)
			}
			if after {
				mustWriteRaw(t, dir)
			}
			mustWrite(t, dir, site2)
			wantTree(t, dir, site2, map[string]string{"by-hand": "stays", "assets/1.css": "css one"})
			wantAlone(t, dir)
		})
	}
}

// mustWriteRaw puts the first site into dir as a build does that dies right after its second rename.
func mustWriteRaw(t *testing.T, dir string) {
	t.Helper()
	other := filepath.Join(t.TempDir(), "public")
	mustWrite(t, other, site1)
	put(t, filepath.Join(other, "by-hand"), "stays")
	if err := os.Rename(other, dir); err != nil {
		t.Fatal(err)
	}
}
