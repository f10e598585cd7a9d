package render

import (
	"strings"
	"testing"
)

func TestIndexListsAllOfASmallPortalOnOnePage(t *testing.T) {
	s := ownPortal(t, "vi")
	pg := s.indexPage()
	body := ""
	for _, sec := range pg.sections {
		body += sec.Body
	}
	for _, e := range s.entries() {
		if link := `href="` + strings.ReplaceAll(e.Path, "&", "&amp;") + `"`; strings.Contains(body, link) == e.Deep {
			t.Errorf("%s (deep: %v) is listed: %v", e.Path, e.Deep, !e.Deep)
		}
	}
	if len(s.indexParts()) != 0 {
		t.Errorf("it is divided into %v", s.indexParts())
	}
	order := []string{"Bắc Hà", "Đại Nài", "Đồng Môn", "Hà Huy Tập"}
	at := -1
	for _, name := range order {
		next := strings.Index(body, name+"</a>")
		if next <= at {
			t.Errorf("%s does not stand after the one before", name)
		}
		at = next
	}
}

func TestIndexOfManyUnitsIsDividedAndListsEachOnce(t *testing.T) {
	s := siteOf(t, syntheticProvince(700), "vi")
	parts, listed := s.indexParts(), 0
	if len(parts) != 3 {
		t.Fatalf("parts %v, want three", parts)
	}
	first := s.indexPage().sections[0].Body
	for _, part := range parts {
		if !strings.Contains(first, `href="`+indexPartPath(part)+`"`) {
			t.Errorf("the first page does not lead to %s", indexPartPath(part))
		}
		n := strings.Count(s.indexPartPage(part).sections[0].Body, "<li>")
		if n > mostListed {
			t.Errorf("%s lists %d", indexPartPath(part), n)
		}
		listed += n
	}
	if listed != 700 {
		t.Errorf("%d units are listed, want 700", listed)
	}
	if got, want := s.indexPartTitle(parts[1]), "Phường, xã, trang 2: từ Đơn vị 00300 đến Đơn vị 00599"; got != want {
		t.Errorf("the title is %q, want %q", got, want)
	}
}
