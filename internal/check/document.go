package check

import (
	"minhbach/internal/diag"
	"minhbach/internal/model"
	"minhbach/internal/source"
)

// citation is a document's place in the report that cites it, to be checked once the reports are read.
type citation struct {
	doc *model.Document
	row row
}

// readDocuments reads data/documents.toml.
func (c *checker) readDocuments() {
	t, ok := c.top(documentsPath, documentsFile)
	if !ok {
		return
	}
	for _, r := range c.records(t, documentsFile.Parts[0]) {
		d := c.document(r, r.text("kind"))
		d.Short = r.text("short")
		if reservedDocuments[r.id] {
			c.find(r.at, ruleReserved, r.id)
		}
		if c.documents.add(c, r.id, r.at, d) {
			c.portal.Documents = append(c.portal.Documents, d)
		}
	}
}

// reservedDocuments are places of the page that lists the documents, where each has its line under its id.
var reservedDocuments = map[string]bool{"noi-dung": true, "muc-luc": true, "muc-luc-h": true, "nguon": true, "danh-sach": true, "bang-van-ban": true, "h-danh-sach": true}

// document reads what documents and resolutions share.
func (c *checker) document(r row, kind string) *model.Document {
	d := &model.Document{ID: r.id, Number: r.text("number"), Kind: kind, Issued: r.date("issued"), Title: r.text("title"), Pos: r.at.pos}
	d.Issuer, _ = c.bodies.find(c, r.table.Get("issuer"))
	c.sourceFile(d, r)
	c.cited = append(c.cited, citation{d, r})
	return d
}

// linkDocuments looks up what documents refer to, once the resolutions are read too.
func (c *checker) linkDocuments() {
	for _, ct := range c.cited {
		ct.doc.Guides = c.documents.all(c, ct.row.list("guides"))
		ct.doc.Based = c.documents.all(c, ct.row.list("based-on"))
		if by, ok := c.documents.find(c, ct.row.table.Get("cited-in")); ok {
			ct.doc.Round = by.ID
			if !by.Issued.IsZero() && !ct.doc.Issued.IsZero() && by.Issued.Before(ct.doc.Issued) {
				c.find(valueOf(ct.row.table.Get("issued")), ruleCitedBefore, ct.doc.Issued, by.Issued)
			}
		}
	}
}

// placeCitations reads where documents are cited.
func (c *checker) placeCitations() {
	for _, ct := range c.cited {
		v := ct.row.get("at", source.String)
		if v == nil {
			continue
		}
		if rd := c.rounds.byID[ct.doc.Round]; rd != nil {
			ct.doc.CitedAt = rd.place(v)
			continue
		}
		ct.doc.CitedAt, _ = model.ParsePlace(v.Text)
	}
}

var resolutionWord = diag.Text{VI: "Nghị quyết", EN: "Resolution"}
