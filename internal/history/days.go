package history

import (
	"context"
	"strings"
)

// Days tells of the files below data/ and content/ of a portal on which day each was last committed, in the
// author's own time zone. It knows nothing of a file that is not now as it was committed, and nothing at all
// where git cannot tell: no day is better than a false one.
type Days struct {
	by    map[string]string // by path from the portal's folder
	loose []string          // files that are not as they were committed, or gone
}

// ReadDays asks git about the portal in dir. An error is that of ctx.
func ReadDays(ctx context.Context, dir string) (*Days, error) {
	d := &Days{}
	shallow, err := ask(ctx, dir, "rev-parse", "--is-shallow-repository")
	if err == nil && strings.TrimSpace(shallow) == "false" {
		err = d.read(ctx, dir)
	}
	if cause := context.Cause(ctx); cause != nil {
		return nil, cause
	}
	if err != nil {
		return &Days{}, nil
	}
	return d, nil
}

// read reads the log, newest first: the first commit that names a file is its last. A merge names what it made
// otherwise than all its parents.
func (d *Days) read(ctx context.Context, dir string) error {
	for _, args := range [][]string{{"diff", "--name-only", "--relative", "HEAD"}, {"ls-files", "--others"}} {
		out, err := ask(ctx, dir, append(args, "--", "data", "content")...)
		if err != nil {
			return err
		}
		for name := range strings.Lines(out) {
			if name = strings.TrimSuffix(name, "\n"); isRead(name) {
				d.loose = append(d.loose, name)
			}
		}
	}
	out, err := ask(ctx, dir, "log", "-c", "--no-renames", "--name-only", "--relative", "--format=%x00%ad", "--date=short", "--", "data", "content")
	if err != nil {
		return err
	}
	d.by = map[string]string{}
	day := ""
	for line := range strings.Lines(out) {
		line = strings.TrimSuffix(line, "\n")
		if of, isDay := strings.CutPrefix(line, "\x00"); isDay {
			day = of
		} else if _, known := d.by[line]; line != "" && !known {
			d.by[line] = day
		}
	}
	for _, name := range d.loose {
		delete(d.by, name)
	}
	return nil
}

// isRead reports whether the tool reads a file: what editors of text leave beside it does not count.
func isRead(name string) bool {
	return strings.HasSuffix(name, ".toml") || strings.HasSuffix(name, ".md")
}

// Of returns the newest day of files; one with a slash at its end is a folder, of which every file counts. ok is
// false where the day of one is not known.
func (d *Days) Of(files ...string) (day string, ok bool) {
	for _, f := range files {
		of, known := d.one(f)
		if !known {
			return "", false
		}
		day = max(day, of)
	}
	return day, true
}

func (d *Days) one(file string) (string, bool) {
	if !strings.HasSuffix(file, "/") {
		day, ok := d.by[file]
		return day, ok
	}
	day := ""
	for name, of := range d.by { // those deleted since count: the folder changed
		if strings.HasPrefix(name, file) {
			day = max(day, of)
		}
	}
	for _, name := range d.loose {
		if strings.HasPrefix(name, file) {
			return "", false
		}
	}
	return day, day != ""
}
