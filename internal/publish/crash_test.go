//go:build linux && !renames

package publish

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
)

// childPages is enough for a build that is killed to be in the middle of something.
const childPages = 60

// TestMain turns the test binary into a build that runs in a process of its own, to be killed or starved.
func TestMain(m *testing.M) {
	mode, dir, child := strings.Cut(os.Getenv("PUBLISH_CHILD"), ":")
	if !child {
		os.Exit(m.Run())
	}
	if err := runChild(mode, dir); err != nil {
		fmt.Println(err)
		os.Exit(3)
	}
}

func runChild(mode, dir string) error {
	switch mode {
	case "loop": // one site after the other until killed
		fmt.Println("ready")
		for v := 1; ; v++ {
			if _, err := Write(context.Background(), dir, stream(version(v))); err != nil {
				return err
			}
		}
	case "nobody": // root may write everywhere
		if os.Getuid() == 0 {
			if err := errors.Join(syscall.Setgroups(nil), syscall.Setgid(65534), syscall.Setuid(65534)); err != nil {
				return err
			}
		}
	case "limit": // no file may grow over 1,000 bytes
		signal.Ignore(syscall.SIGXFSZ)
		if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &syscall.Rlimit{Cur: 1000, Max: 1000}); err != nil {
			return err
		}
	}
	_, err := Write(context.Background(), dir, stream(version(2)))
	return err
}

// version is a site whose every file says which one it is of.
func version(v int) map[string]string {
	files := map[string]string{"assets/v" + strconv.Itoa(v) + ".css": strconv.Itoa(v)}
	for i := range childPages {
		files[fmt.Sprintf("p%d/%d.html", i%7, i)] = strconv.Itoa(v) + strings.Repeat(" ", 2000)
	}
	return files
}

func child(mode, dir string) *exec.Cmd {
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), "PUBLISH_CHILD="+mode+":"+dir)
	return cmd
}

// wantWhole fails unless dir is one version, complete, and what others put there.
func wantWhole(t *testing.T, dir string) {
	t.Helper()
	got := tree(t, dir)
	seen := map[string]int{}
	for path, text := range got {
		if strings.HasSuffix(path, ".html") {
			seen[strings.TrimSpace(text)]++
		}
	}
	for v, n := range seen {
		if len(seen) != 1 || n != childPages || got["assets/v"+v+".css"] != v {
			t.Fatalf("a mixture: pages by version %v", seen)
		}
	}
	if len(seen) == 0 || got[".gitignore"] != "*\n" {
		t.Fatalf("pages %v, .gitignore %q", seen, got[".gitignore"])
	}
	m, err := readManifest(dir)
	if err != nil || len(m.Files) != childPages+1 {
		t.Fatalf("manifest: %v", err)
	}
}

func TestKilledAtAnyMomentLeavesAWholeSite(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	put(t, filepath.Join(dir, ".gitignore"), "*\n")
	mustWrite(t, dir, version(0))
	random := rand.New(rand.NewPCG(279, 2023))
	for range 40 {
		cmd := child("loop", dir)
		out, err := cmd.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		if line, _ := bufio.NewReader(out).ReadString('\n'); line != "ready\n" {
			t.Fatalf("child says %q", line)
		}
		time.Sleep(time.Duration(random.IntN(30_000)) * time.Microsecond)
		if err := cmd.Process.Kill(); err != nil {
			t.Fatal(err)
		}
		if err := cmd.Wait(); err == nil || !strings.Contains(err.Error(), "killed") {
			t.Fatalf("child ended with %v, want killed", err)
		}
		wantWhole(t, dir)
	}
	mustWrite(t, dir, version(1))
	wantWhole(t, dir)
	wantAlone(t, dir)
}

func TestReaderNeverFindsTheSiteMissing(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	mustWrite(t, dir, site1)
	ctx, cancel := context.WithCancel(context.Background())
	missing := make(chan error)
	go func() {
		var first error
		for ctx.Err() == nil {
			if _, err := os.ReadFile(filepath.Join(dir, "index.html")); err != nil && first == nil {
				first = err
			}
		}
		missing <- first
	}()
	for range 20 {
		mustWrite(t, dir, site2)
		mustWrite(t, dir, site1)
	}
	cancel()
	if err := <-missing; err != nil {
		t.Error(err)
	}
}

// wantRefused runs a build in a child and wants it to fail with a word of the reason and leave the site.
func wantRefused(t *testing.T, mode, dir, word string) {
	t.Helper()
	out, err := child(mode, dir).CombinedOutput()
	var exit *exec.ExitError
	if !errors.As(err, &exit) || exit.ExitCode() != 3 || !strings.Contains(string(out), word) {
		t.Errorf("build ended with %v and said %q, want code 3 and %q", err, out, word)
	}
	wantWhole(t, dir)
}

func TestNoRoomLeavesTheOldSite(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	put(t, filepath.Join(dir, ".gitignore"), "*\n")
	mustWrite(t, dir, version(1))
	wantRefused(t, "limit", dir, "file too large")
	wantAlone(t, dir)
}

func TestFolderThatMayNotBeWrittenIsLeftAlone(t *testing.T) {
	for name, lock := range map[string]func(dir string) string{
		"the folder":         func(dir string) string { return dir },
		"the folder's place": filepath.Dir,
	} {
		t.Run(name, func(t *testing.T) {
			top := t.TempDir()
			dir := filepath.Join(top, "place", "public")
			put(t, filepath.Join(dir, ".gitignore"), "*\n")
			mustWrite(t, dir, version(1))
			for d, mode := range map[string]os.FileMode{filepath.Dir(top): 0o755, top: 0o755, filepath.Dir(dir): 0o777, dir: 0o777} {
				if err := os.Chmod(d, mode); err != nil {
					t.Fatal(err)
				}
			}
			if err := os.Chmod(lock(dir), 0o555); err != nil {
				t.Fatal(err)
			}
			wantRefused(t, "nobody", dir, "permission denied")
			if err := os.Chmod(lock(dir), 0o755); err != nil {
				t.Fatal(err)
			}
		})
	}
}

// tmpfs mounts a small disk, or skips the test where that is not allowed.
func tmpfs(t *testing.T, dir, size string) {
	t.Helper()
	if err := os.MkdirAll(dir, 0o777); err != nil {
		t.Fatal(err)
	}
	if err := syscall.Mount("tmpfs", dir, "tmpfs", 0, "size="+size); err != nil {
		t.Skipf("cannot mount a small disk here: %v", err)
	}
	t.Cleanup(func() {
		if err := syscall.Unmount(dir, 0); err != nil {
			t.Error(err)
		}
	})
}

func TestFullDiskLeavesTheOldSite(t *testing.T) {
	disk := filepath.Join(t.TempDir(), "disk")
	tmpfs(t, disk, "400k") // one version needs 61 blocks of 4 kB, two do not fit
	dir := filepath.Join(disk, "public")
	put(t, filepath.Join(dir, ".gitignore"), "*\n")
	mustWrite(t, dir, version(1))
	wantRefused(t, "plain", dir, "no space left on device")
	wantAlone(t, dir)
}

func TestMountPointIsNamedAndLeftAlone(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	tmpfs(t, dir, "1m")
	put(t, filepath.Join(dir, "by-hand"), "stays")
	_, err := Write(context.Background(), dir, stream(site1))
	if err == nil || !strings.Contains(err.Error(), "--out") {
		t.Errorf("found %v, want an error that names --out", err)
	}
	wantTree(t, dir, map[string]string{"by-hand": "stays"})
	mustWrite(t, filepath.Join(dir, "site"), site1) // the way out that the message names
	wantTree(t, filepath.Join(dir, "site"), site1)
}
