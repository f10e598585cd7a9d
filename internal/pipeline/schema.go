package pipeline

import (
	"path/filepath"

	"minhbach/internal/files"
	"minhbach/internal/schema"
)

// SchemaDir is where a portal keeps its schemas, below its folder.
const SchemaDir = schema.Dir

// Schema writes the schemas of data/ into dir, in the language vi or en, and returns their paths.
func Schema(dir, lang string) ([]string, error) {
	var paths []string
	for _, f := range schema.All(lang) {
		path := filepath.Join(dir, f.Name)
		if err := files.Replace(path, f.Body); err != nil {
			return paths, err
		}
		paths = append(paths, path)
	}
	return paths, nil
}
