package render

import (
	"minhbach/internal/derive"
	"minhbach/internal/model"
)

// Addresses of the site, defined once: what a page is called never changes, whatever it comes to say. NotFoundPath
// is of the page that a server shows for what is not there.
const (
	homePath            = "index.html"
	unitsPath           = "don-vi.html"
	resolutionsPath     = "nghi-quyet.html"
	worksPath           = "cong-trinh.html"
	recommendationsPath = "kien-nghi.html"
	shortcomingsPath    = "han-che.html"
	checksPath          = "doi-chieu.html"
	dataPath            = "so-lieu.html"
	documentsPath       = "van-ban.html"
	changesPath         = "thay-doi.html"
	statesPath          = "ky-hieu.html"
	indexPath           = "tim.html"
	NotFoundPath        = "404.html"
	matrixCSV           = "ma-tran.csv"
)

// NamesPath is where the search finds out what there is: beside the index, with another ending.
const NamesPath = "tim.js"

// indexSlugs name the kinds of entries in the addresses of the index.
var indexSlugs = map[EntryKind]string{
	UnitEntry: "don-vi", ResolutionEntry: "nghi-quyet", FigureEntry: "so-lieu", WorkEntry: "cong-trinh", RecommendationEntry: "kien-nghi",
	ShortcomingEntry: "han-che", DocumentEntry: "van-ban", PageEntry: "trang",
}

// pagePaths are the addresses of the free pages the tool itself links to; any other page of
// content/pages is named by its id.
var pagePaths = map[string]string{
	"about":         "gioi-thieu.html",
	"method":        "phuong-phap.html",
	"accessibility": "kha-nang-tiep-can.html",
}

// generated are the pages of content/pages that open a generated page instead of being one.
var generated = map[string]bool{"home": true, "states": true, "checks": true, "data": true, "works": true}

func pagePath(id string) string {
	switch id {
	case "home":
		return homePath
	case "states":
		return statesPath
	case "checks":
		return checksPath
	case "data":
		return dataPath
	case "works":
		return worksPath
	}
	if p, ok := pagePaths[id]; ok {
		return p
	}
	return "trang/" + id + ".html"
}

func unitPath(u *model.Unit) string             { return "don-vi/" + u.ID + ".html" }
func resolutionPath(r *model.Resolution) string { return "nghi-quyet/" + r.ID + ".html" }
func reportPath(r *model.Round) string          { return "bao-cao/" + r.ID + ".html" }
func indicatorPath(i *model.Indicator) string   { return "so-lieu/" + i.ID + ".html" }

// Sheets for the notice board have folders of their own, for a unit and a resolution may share an id.
func unitSheetPath(u *model.Unit) string             { return "niem-yet/don-vi/" + u.ID + ".html" }
func resolutionSheetPath(r *model.Resolution) string { return "niem-yet/nghi-quyet/" + r.ID + ".html" }

// partPath is where a part of the log stands for good: thay-doi.html has the newest, which moves on.
func partPath(id string) string { return "thay-doi/" + id + ".html" }

// feedPath is the address of the feed of a page: the same, with another ending.
func feedPath(page string) string { return page[:len(page)-len(".html")] + ".xml" }

// csvPath is the address of the table behind a page: the same, with another ending.
func csvPath(page string) string { return page[:len(page)-len(".html")] + ".csv" }

// jsonPath is the address of the same table as JSON.
func jsonPath(page string) string { return page[:len(page)-len(".html")] + ".json" }

// placePath is where the report page tells what stands at a place: its row or bullet, or the section.
func placePath(r *model.Round, p model.Place) string { return reportPath(r) + "#" + placeAnchor(p) }

// placeAnchor names a place within the report page; columns of a row share the row's.
func placeAnchor(p model.Place) string {
	p.Column = ""
	b := []byte(p.String())
	for i, c := range b {
		if c == '/' {
			b[i] = '.'
		}
	}
	return string(b)
}

// figurePath is the permanent address of a figure: on its unit, or with its indicator. What a newer report
// says of the same thing takes the address over, and leads to the older report's.
func figurePath(f *model.Figure) string {
	if f.Scope == model.OfUnit {
		return unitPath(f.Unit) + "#" + f.Table.Key() + olderSuffix(f)
	}
	return indicatorPath(f.Table.Indicator) + "#" + indicatorAnchor(f)
}

// indicatorAnchor names a figure on the page of its indicator.
func indicatorAnchor(f *model.Figure) string {
	return f.Address() + "." + f.Table.Period.ID + olderSuffix(f)
}

// tableAnchor names a table on the page of its indicator.
func tableAnchor(t *model.Table) string {
	if len(t.Later) > 0 {
		return "ky-" + t.Period.ID + "." + t.Round.ID
	}
	return "ky-" + t.Period.ID
}

func olderSuffix(f *model.Figure) string {
	if f.Later() == nil {
		return ""
	}
	return "." + f.Table.Round.ID
}

// Address is where a page stands on the web, "" while the portal does not say. The home page is its folder.
func (s *site) Address(path string) string {
	if s.portal.BaseURL == "" {
		return ""
	}
	if path == homePath {
		path = ""
	}
	return s.portal.BaseURL + "/" + path
}

func checkPath(c *derive.Reconciliation) string { return checksPath + "#" + c.Key() }

// workPath is a work's line in the register, which tells of the newest round; of an earlier one, where
// its report names the work.
func (s *site) workPath(w *model.Work) string {
	if w.Round == s.round {
		return worksPath + "#" + workAnchor(w)
	}
	return placePath(w.Round, w.At)
}

func workAnchor(w *model.Work) string { return "ct-" + w.ID }

// documentPath is a resolution's or report's own page, or its line in the list of documents.
func (s *site) documentPath(d *model.Document) string {
	for _, r := range s.portal.Resolutions {
		if r.Doc == d {
			return resolutionPath(r)
		}
	}
	for _, r := range s.portal.Rounds {
		if r.Document == d {
			return reportPath(r)
		}
	}
	return documentsPath + "#" + d.ID
}
