package main

import (
	"os"
	"path/filepath"
	"testing"
)

func TestTheLanguageIsAskedForThenThePortalsThenTheMachines(t *testing.T) {
	for _, c := range []struct {
		why, portal string
		args        []string
		env         map[string]string
		want        string
	}{
		{"nothing is known", "", nil, nil, "vi"},
		{"LANG", "", nil, map[string]string{"LANG": "en_GB.UTF-8"}, "en"},
		{"LC_MESSAGES before LANG", "", nil, map[string]string{"LANG": "en_GB.UTF-8", "LC_MESSAGES": "vi_VN.UTF-8"}, "vi"},
		{"LC_ALL before all", "", nil, map[string]string{"LANG": "vi_VN", "LC_MESSAGES": "vi_VN", "LC_ALL": "en_US"}, "en"},
		{"a language nobody speaks", "", nil, map[string]string{"LANG": "fr_FR.UTF-8"}, "vi"},
		{"no language at all", "", nil, map[string]string{"LC_ALL": "C", "LANG": "en_GB"}, "vi"},
		{"the portal before the machine", "locale = \"en\"\n", nil, map[string]string{"LANG": "vi_VN.UTF-8"}, "en"},
		{"a portal with errors", "name = Cổng\n[thresholds\nlocale = 1\n", nil, map[string]string{"LANG": "en_GB.UTF-8"}, "en"},
		{"a portal with errors that says it", "name = Cổng\nlocale = \"en\"\ntotal = 1.000.000\n", nil, nil, "en"},
		{"a portal in UTF-16", "\xFF\xFEl\x00", nil, nil, "vi"},
		{"asked for before all", "locale = \"vi\"\n", []string{"check", "--lang", "en"}, nil, "en"},
		{"asked for with =", "locale = \"en\"\n", []string{"--lang=vi", "check"}, nil, "vi"},
		{"asked for one that is not there", "locale = \"en\"\n", []string{"check", "--lang", "fr"}, nil, "en"},
	} {
		dir := t.TempDir()
		if c.portal != "" {
			if err := os.Mkdir(filepath.Join(dir, "data"), 0o777); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(filepath.Join(dir, "data/portal.toml"), []byte(c.portal), 0o666); err != nil {
				t.Fatal(err)
			}
		}
		if got := langOf(c.args, dir, func(name string) string { return c.env[name] }); got != c.want {
			t.Errorf("%s: got %s, want %s", c.why, got, c.want)
		}
	}
}
