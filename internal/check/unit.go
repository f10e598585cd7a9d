package check

import (
	"slices"
	"strings"

	"minhbach/internal/diag"
	"minhbach/internal/model"
	"minhbach/internal/source"
)

// reservedUnits are words that stand where a unit's id stands; tong is the line of the total in the tables of the
// site.
var reservedUnits = map[string]bool{string(model.OfTotal): true, string(model.OfCity): true, everyUnit: true, "tong": true}

// readUnits reads data/units.toml.
func (c *checker) readUnits() {
	t, ok := c.top(unitsPath, unitsFile)
	if !ok {
		return
	}
	for _, r := range c.records(t, unitsFile.Parts[0]) {
		k := &model.Kind{ID: r.id, Name: r.text("name"), EN: r.text("en")}
		if c.kinds.add(c, r.id, r.at, k) {
			c.portal.Kinds = append(c.portal.Kinds, k)
		}
	}
	rows := c.records(t, unitsFile.Parts[1])
	for _, r := range rows {
		if reservedUnits[r.id] {
			c.find(r.at, ruleReserved, r.id)
		}
		u := &model.Unit{ID: r.id, Name: r.text("name"), Aliases: r.texts("aliases"),
			ValidFrom: r.date("valid-from"), ValidTo: r.date("valid-to"), Pos: r.at.pos}
		u.Kind, _ = c.kinds.find(c, r.table.Get("kind"))
		if c.units.add(c, r.id, r.at, u) {
			c.portal.Units = append(c.portal.Units, u)
		}
		if !u.ValidFrom.IsZero() && !u.ValidTo.IsZero() && u.ValidTo.Before(u.ValidFrom) {
			c.find(valueOf(r.table.Get("valid-to")), ruleDateOrder, u.ValidTo, u.ValidFrom)
		}
	}
	c.nameUnits()
	for _, r := range rows {
		c.linkUnit(r)
	}
	c.family(rows)
}

// nameUnits prepares the search by name.
func (c *checker) nameUnits() {
	c.unitNames, c.former = map[string][]string{}, map[string]*model.Unit{}
	for _, u := range c.portal.Units {
		for _, name := range append([]string{u.Name}, u.Aliases...) {
			if slug := source.Slug(name); !slices.Contains(c.unitNames[slug], u.ID) {
				c.unitNames[slug] = append(c.unitNames[slug], u.ID)
			}
		}
	}
}

func (c *checker) linkUnit(r row) {
	u := c.units.byID[r.id]
	if v := r.get("parent", source.String); v != nil {
		u.Parent = c.unit(v.Text, valueOf(v))
	}
	u.Successors, _ = c.unitsOf(r, "successors")
	c.noListSign(r.table.Get("name"))
	for _, v := range r.list("aliases") {
		c.noListSign(v)
		other := c.units.byID[v.Text]
		if other == nil {
			other = c.former[v.Text]
		}
		if other != nil {
			c.find(valueOf(v), ruleSameAddress, v.Text, other.Pos)
		} else if idForm.MatchString(v.Text) {
			c.former[v.Text] = u // its page leads to this unit's
		}
	}
}

// noListSign holds a name to be one name: in the downloads lists are parted by semicolons.
func (c *checker) noListSign(v *source.Value) {
	if v != nil && v.Kind == source.String && strings.Contains(v.Text, ";") {
		c.find(valueOf(v), ruleListSign, v.Text)
	}
}

var ruleListSign = &diag.Rule{
	ID: "list-sign", Severity: diag.Error,
	Title:   diag.Text{VI: "tên có dấu chấm phẩy", EN: "a name with a semicolon"},
	Reason:  diag.Text{VI: "Trong các tệp tải về, dấu chấm phẩy ngăn các tên của một danh sách: một tên có dấu ấy sẽ bị đọc thành hai.", EN: "In the downloads a semicolon parts the names of a list: a name that has one would be read as two."},
	Message: diag.Text{VI: "tên %q có dấu chấm phẩy", EN: "the name %q has a semicolon"},
	Hint:    diag.Text{VI: "nhiều tên thì viết thành danh sách, như [\"An Bình\", \"Bình Hòa\"]; một tên thì dùng dấu khác", EN: "write several names as a list, such as [\"An Bình\", \"Bình Hòa\"]; take another sign in a single one"},
	Before:  `aliases = ["Thạch Hà; xã Thạch Hạ"]`, After: `aliases = ["Thạch Hà", "xã Thạch Hạ"]`,
}

// family tells of units that belong to themselves.
func (c *checker) family(rows []row) {
	for _, r := range rows {
		u := c.units.byID[r.id]
		seen := map[*model.Unit]bool{}
		for p := u.Parent; p != nil && !seen[p]; p = p.Parent {
			if seen[p] = true; p == u {
				c.find(valueOf(r.table.Get("parent")), ruleCircle, r.id)
				u.Parent = nil
			}
		}
	}
}

// readBodies reads data/bodies.toml.
func (c *checker) readBodies() {
	t, ok := c.top(bodiesPath, bodiesFile)
	if !ok {
		return
	}
	for _, r := range c.records(t, bodiesFile.Parts[0]) {
		c.noListSign(r.table.Get("name"))
		b := &model.Body{ID: r.id, Name: r.text("name"), Units: r.bool("units"), Pos: r.at.pos}
		if c.bodies.add(c, r.id, r.at, b) {
			c.portal.Bodies = append(c.portal.Bodies, b)
		}
	}
}

// The things that ids refer to.
var (
	nounKind       = diag.Text{VI: "loại đơn vị", EN: "kind of unit"}
	nounUnit       = diag.Text{VI: "đơn vị", EN: "unit"}
	nounBody       = diag.Text{VI: "cơ quan", EN: "body"}
	nounDocument   = diag.Text{VI: "văn bản", EN: "document"}
	nounResolution = diag.Text{VI: "nghị quyết", EN: "resolution"}
	nounProvision  = diag.Text{VI: "điều khoản", EN: "provision"}
	nounIndicator  = diag.Text{VI: "chỉ tiêu", EN: "indicator"}
	nounCategory   = diag.Text{VI: "phần của chỉ tiêu", EN: "category"}
	nounBreakdown  = diag.Text{VI: "cách chia", EN: "breakdown"}
	nounRound      = diag.Text{VI: "báo cáo", EN: "report"}
	nounPeriod     = diag.Text{VI: "kỳ", EN: "period"}
	nounSection    = diag.Text{VI: "mục", EN: "section"}
	nounColumn     = diag.Text{VI: "cột", EN: "column"}
	nounTable      = diag.Text{VI: "bảng số liệu", EN: "figures table"}
	nounFigure     = diag.Text{VI: "số liệu", EN: "figure"}
	nounMechanism  = diag.Text{VI: "cơ chế", EN: "mechanism"}
	nounPassage    = diag.Text{VI: "đoạn trích", EN: "passage"}
	nounWork       = diag.Text{VI: "công trình", EN: "work"}
	nounMention    = diag.Text{VI: "nhận xét", EN: "mention"}
	nounStatement  = diag.Text{VI: "kiến nghị, hạn chế", EN: "statement"}
	nounPage       = diag.Text{VI: "trang", EN: "page"}
)
