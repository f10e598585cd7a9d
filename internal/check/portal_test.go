package check

import (
	"os"
	"strings"
	"testing"

	"minhbach/internal/diag"
	"minhbach/internal/source"
)

func TestTheRepositorysOwnPortalIsAccepted(t *testing.T) {
	root := os.DirFS("../..")
	tree, findings := source.Load(root)
	p, more := Portal(tree)
	findings = append(findings, more...)
	if len(findings) > 0 {
		var b strings.Builder
		read := func(name string) []byte { text, _ := os.ReadFile("../../" + name); return text }
		if err := diag.Print(&b, findings, "text", "vi", read); err != nil {
			t.Fatal(err)
		}
		t.Errorf("findings\n%s", b.String())
	}
	if p == nil {
		t.Fatal("no portal")
	}
}
