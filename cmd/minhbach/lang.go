package main

import (
	"os"
	"strings"

	"minhbach/internal/pipeline"
)

// languages are those the tool speaks.
var languages = []string{"vi", "en"}

// langOf is the language of a command line, known before anything is parsed, so that help and errors speak it
// too: that of --lang, else that of the portal in dir, else that of the environment, else Vietnamese. A --lang
// that is none of them is told later, in one of these.
func langOf(args []string, dir string, getenv func(string) string) string {
	asked := ""
	for i, a := range args {
		if a == "--" {
			break
		}
		if v, ok := strings.CutPrefix(a, "--lang="); ok {
			asked = v
		} else if a == "--lang" && i+1 < len(args) {
			asked = args[i+1]
		}
	}
	for _, l := range []string{asked, pipeline.Language(dir), systemLang(getenv)} {
		if l == "vi" || l == "en" {
			return l
		}
	}
	return "vi"
}

// systemLang is the language of the first variable that is set, in the order of POSIX: en_GB.UTF-8 is en.
func systemLang(getenv func(string) string) string {
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if v := strings.ToLower(getenv(name)); v != "" {
			return v[:min(2, len(v))]
		}
	}
	return ""
}

func environment(name string) string { return os.Getenv(name) }
