// Command bundle makes the two files of third-party script the site can serve: the parts of Apache
// ECharts that chart.js uses, and MiniSearch with the search of search.js, minified into
// internal/assets/dist as echarts.js and search.js, each with the licences of everything in it beside it.
// It reads node_modules, is run from the root of the repository after npm ci, and gives the same bytes for
// the same packages.
package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/evanw/esbuild/pkg/api"
)

const (
	sources = "internal/assets/bundle"
	dist    = "internal/assets/dist"
)

// licence is the texts of a package in node_modules.
type licence struct {
	name  string
	files []string
}

// bundles are what is made: a name, the script it begins with, and the packages in it, in the order of the
// licence file.
var bundles = []struct {
	name, entry string
	licences    []licence
}{
	{"echarts", "chart.js", []licence{
		{"Apache ECharts", []string{"echarts/NOTICE", "echarts/LICENSE", "echarts/licenses/LICENSE-d3"}},
		{"ZRender", []string{"zrender/LICENSE"}},
		{"tslib", []string{"tslib/LICENSE.txt"}},
	}},
	{"search", "search.js", []licence{{"MiniSearch", []string{"minisearch/LICENSE.txt"}}}},
}

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "bundle:", err)
		os.Exit(1)
	}
}

func run() error {
	for _, b := range bundles {
		texts, names, err := licenceTexts(b.licences)
		if err != nil {
			return fmt.Errorf("the front-end packages are missing, run npm ci --ignore-scripts first: %w", err)
		}
		body, err := script(b.entry, names+": licences in "+b.name+"-licences.*.txt of this folder")
		if err != nil {
			return err
		}
		for name, body := range map[string][]byte{b.name + ".js": body, b.name + "-licences.txt": texts} {
			path := filepath.Join(dist, name)
			if err := os.WriteFile(path, body, 0o644); err != nil {
				return fmt.Errorf("writing the bundle: %w", err)
			}
			fmt.Printf("%s %d bytes\n", path, len(body))
		}
	}
	return nil
}

// script returns the bundle that begins with entry. ES2017 is what the oldest browsers read that the rest of the site is
// written for; an IIFE because modules do not run from file://.
func script(entry, banner string) ([]byte, error) {
	r := api.Build(api.BuildOptions{
		EntryPoints: []string{filepath.Join(sources, entry)},
		Bundle:      true, Format: api.FormatIIFE, Target: api.ES2017, Charset: api.CharsetUTF8,
		MinifyWhitespace: true, MinifyIdentifiers: true, MinifySyntax: true,
		LegalComments: api.LegalCommentsInline,
		Define:        map[string]string{"process.env.NODE_ENV": `"production"`},
		Banner:        map[string]string{"js": "/*! " + banner + " */"},
		Write:         false,
	})
	if len(r.Errors) > 0 {
		return nil, errors.New(strings.Join(api.FormatMessages(r.Errors, api.FormatMessagesOptions{}), "\n"))
	}
	return r.OutputFiles[0].Contents, nil
}

// licenceTexts are the licences in one file, and the names of the packages.
func licenceTexts(licences []licence) (texts []byte, names string, err error) {
	var b strings.Builder
	var all []string
	for _, l := range licences {
		all = append(all, l.name)
		for _, f := range l.files {
			text, err := os.ReadFile(filepath.Join("node_modules", f))
			if err != nil {
				return nil, "", fmt.Errorf("reading a licence: %w", err)
			}
			fmt.Fprintf(&b, "%s: %s\n\n%s\n\n", l.name, f, strings.TrimSpace(string(text)))
		}
	}
	return []byte(b.String()), strings.Join(all, ", "), nil
}
