// Command bundle makes the one file of third-party script the site can serve: the parts of Apache
// ECharts that chart.js uses, minified into internal/assets/dist/echarts.js, with the licences of
// everything in it beside it. It reads node_modules, is run from the root of the repository after
// npm ci, and gives the same bytes for the same packages.
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
	entry = "internal/assets/bundle/chart.js"
	dist  = "internal/assets/dist"
)

// licences are the packages in the bundle, in the order of the licence file.
var licences = []struct {
	name  string
	files []string
}{
	{"Apache ECharts", []string{"echarts/NOTICE", "echarts/LICENSE", "echarts/licenses/LICENSE-d3"}},
	{"ZRender", []string{"zrender/LICENSE"}},
	{"tslib", []string{"tslib/LICENSE.txt"}},
}

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "bundle:", err)
		os.Exit(1)
	}
}

func run() error {
	if _, err := os.Stat("node_modules/echarts/package.json"); err != nil {
		return fmt.Errorf("the front-end packages are missing, run npm ci --ignore-scripts first: %w", err)
	}
	texts, err := licenceTexts()
	if err != nil {
		return err
	}
	script, err := script()
	if err != nil {
		return err
	}
	for name, body := range map[string][]byte{"echarts.js": script, "echarts-licences.txt": texts} {
		path := filepath.Join(dist, name)
		if err := os.WriteFile(path, body, 0o644); err != nil {
			return fmt.Errorf("writing the bundle: %w", err)
		}
		fmt.Printf("%s %d bytes\n", path, len(body))
	}
	return nil
}

// script returns the bundle. ES2017 is what the oldest browsers read that the rest of the site is
// written for; an IIFE because modules do not run from file://.
func script() ([]byte, error) {
	r := api.Build(api.BuildOptions{
		EntryPoints: []string{entry},
		Bundle:      true, Format: api.FormatIIFE, Target: api.ES2017, Charset: api.CharsetUTF8,
		MinifyWhitespace: true, MinifyIdentifiers: true, MinifySyntax: true,
		LegalComments: api.LegalCommentsInline,
		Define:        map[string]string{"process.env.NODE_ENV": `"production"`},
		Banner:        map[string]string{"js": "/*! Apache ECharts, ZRender, tslib: licences in echarts-licences.*.txt of this folder */"},
		Write:         false,
	})
	if len(r.Errors) > 0 {
		return nil, errors.New(strings.Join(api.FormatMessages(r.Errors, api.FormatMessagesOptions{}), "\n"))
	}
	return r.OutputFiles[0].Contents, nil
}

func licenceTexts() ([]byte, error) {
	var b strings.Builder
	for _, l := range licences {
		for _, f := range l.files {
			text, err := os.ReadFile(filepath.Join("node_modules", f))
			if err != nil {
				return nil, fmt.Errorf("reading a licence: %w", err)
			}
			fmt.Fprintf(&b, "%s: %s\n\n%s\n\n", l.name, f, strings.TrimSpace(string(text)))
		}
	}
	return []byte(b.String()), nil
}
