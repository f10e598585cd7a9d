package history

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"os"
	"path/filepath"
)

// cacheVersion changes whenever the same files would give other deltas; a test holds it to what they give.
const cacheVersion = "minhbach history 4"

// cache keeps deltas by the hashes of the two folders they are between, so that they can never be out of
// date. It may fail at any time and nobody is told: then they are worked out again.
type cache struct {
	file       string // "" without one
	known      map[string]*delta
	used       map[string]*delta
	incomplete bool // something was used that the file does not have
}

// loadCache reads the deltas of a folder.
func loadCache(dir string) *cache {
	c := &cache{known: map[string]*delta{}, used: map[string]*delta{}}
	top, err := os.UserCacheDir()
	if err != nil {
		return c
	}
	of := sha256.Sum256([]byte(dir))
	c.file = filepath.Join(top, "minhbach", "history-"+hex.EncodeToString(of[:8])+".json")
	text, err := os.ReadFile(c.file)
	if err != nil {
		return c
	}
	head, body, _ := bytes.Cut(text, []byte("\n"))
	if string(head) == seal(body) && json.Unmarshal(body, &c.known) != nil {
		c.known = map[string]*delta{}
	}
	return c
}

// seal is the first line of the file: the version, and a sum of the rest.
func seal(body []byte) string {
	sum := sha256.Sum256(body)
	return cacheVersion + " " + hex.EncodeToString(sum[:])
}

func (c *cache) get(key string) *delta {
	d := c.known[key]
	if d != nil {
		c.used[key] = d
	}
	return d
}

func (c *cache) put(key string, d *delta) {
	c.known[key], c.used[key], c.incomplete = d, d, true
}

// save writes what was used, as a whole: another build may read at the same time.
func (c *cache) save() {
	if c.file == "" || !c.incomplete {
		return
	}
	body, err := json.Marshal(c.used)
	if err != nil || os.MkdirAll(filepath.Dir(c.file), 0o700) != nil {
		return
	}
	f, err := os.CreateTemp(filepath.Dir(c.file), "history-*")
	if err != nil {
		return
	}
	_, err = f.Write(append([]byte(seal(body)+"\n"), body...))
	if closeErr := f.Close(); err != nil || closeErr != nil || os.Rename(f.Name(), c.file) != nil {
		_ = os.Remove(f.Name())
	}
}
