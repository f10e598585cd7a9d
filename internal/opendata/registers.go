package opendata

import (
	"strconv"

	"minhbach/internal/derive"
	"minhbach/internal/locale"
	"minhbach/internal/model"
)

func units(r *derive.Result, loc *locale.Locale) Dataset {
	d := register(loc, "don-vi", "id name kind kind_name parent aliases valid_from valid_to successors chapters_known chapters")
	for _, u := range r.Portal.Units {
		parent := ""
		if u.Parent != nil {
			parent = u.Parent.ID
		}
		v := r.Unit(u)
		d.add(u.ID, u.Name, u.Kind.ID, u.Kind.Name, parent, list(u.Aliases, itself), u.ValidFrom.String(), u.ValidTo.String(),
			list(u.Successors, unitID), strconv.Itoa(v.Known), strconv.Itoa(v.Of))
	}
	return d
}

func resolutions(r *derive.Result, loc *locale.Locale) Dataset {
	d := register(loc, "nghi-quyet", "id number issued issuer title topic round chapter place tables")
	for _, res := range r.Portal.Resolutions {
		var round, chapter, place, tables string
		if ch := r.ChapterOf(res); ch != nil {
			round, chapter, place = ch.Round.ID, ch.ID, ch.At.String()
			tables = list(ch.Tables, func(t *model.Table) string { return t.ID })
		}
		d.add(res.ID, res.Doc.Number, res.Doc.Issued.String(), issuer(res.Doc), res.Doc.Title, res.Topic, round, chapter, place, tables)
	}
	return d
}

func documents(r *derive.Result, loc *locale.Locale) Dataset {
	d := register(loc, "van-ban", "id number kind issuer issued title short guides based_on cited_in place file url sha256")
	for _, doc := range r.Portal.Documents {
		d.add(doc.ID, doc.Number, doc.Kind, issuer(doc), doc.Issued.String(), doc.Title, doc.Short,
			list(doc.Guides, documentID), list(doc.Based, documentID), doc.Round, doc.CitedAt.String(),
			doc.SitePath(), doc.URL, doc.SHA256)
	}
	return d
}

func issuer(d *model.Document) string {
	if d.Issuer == nil {
		return ""
	}
	return d.Issuer.Name
}

func works(r *derive.Result, loc *locale.Locale) Dataset {
	d := register(loc, "cong-trinh", `round id name unit unit_name resolutions states state_words place also_at
		reason deadline figure published note replies`)
	for _, round := range rounds(r.Portal) {
		for _, w := range round.Works {
			var unit, name, figure, published string
			if w.Unit != nil {
				unit, name = w.Unit.ID, unitName(w.Unit)
			}
			if w.Figure != nil {
				figure = w.Figure.Table.ID + "/" + w.Figure.Address()
			}
			if w.Passage != nil {
				published = w.Passage.Text
			}
			d.add(round.ID, w.ID, w.Name, unit, name, chapterResolutions(w.Chapter), list(w.States, stateID),
				list(w.States, func(s model.State) string { return loc.T("state." + string(s)) }),
				w.At.String(), list(w.AlsoAt, model.Place.String), w.Reason, w.Deadline, figure, published, w.Note, list(w.Replies, replyID))
		}
	}
	return d
}

func stateID(s model.State) string { return string(s) }

func chapterResolutions(ch *model.Chapter) string {
	if ch == nil {
		return ""
	}
	return list(ch.Resolutions, resolutionID)
}

func recommendations(r *derive.Result, loc *locale.Locale) Dataset {
	return statements(r, loc, "kien-nghi", func(round *model.Round) []*model.Statement { return round.Recommendations })
}

func shortcomings(r *derive.Result, loc *locale.Locale) Dataset {
	return statements(r, loc, "han-che", func(round *model.Round) []*model.Statement { return round.Shortcomings })
}

func statements(r *derive.Result, loc *locale.Locale, id string, of func(*model.Round) []*model.Statement) Dataset {
	d := register(loc, id, "round id text place to to_names units unit_names open resolutions documents deadline due note replies")
	for _, round := range rounds(r.Portal) {
		for _, st := range of(round) {
			d.add(round.ID, st.ID, st.Text, st.At.String(), list(st.Addressees, bodyID), list(st.Addressees, bodyName),
				list(st.Units, unitID), list(st.Units, unitName), yes(st.Open), list(st.Resolutions, resolutionID),
				list(st.Documents, documentID), st.Deadline, st.Due.String(), st.Note, list(st.Replies, replyID))
		}
	}
	return d
}

func mentions(r *derive.Result, loc *locale.Locale) Dataset {
	d := register(loc, "neu-ten", "round id kind all_units units unit_names open state resolutions text published place note replies")
	for _, round := range rounds(r.Portal) {
		for _, m := range round.Mentions {
			d.add(round.ID, m.ID, string(m.Kind), yes(m.AllUnits), list(m.Units, unitID), list(m.Units, unitName), yes(m.Open),
				string(m.State), chapterResolutions(m.Chapter), m.Text, m.Published, m.At.String(), m.Note, list(m.Replies, replyID))
		}
	}
	return d
}

// matrix gives the state of every unit in every chapter. The works column counts the late works that are
// named; it is empty, not 0, where none is, because a source seldom names them all.
func matrix(r *derive.Result, loc *locale.Locale) Dataset {
	d := register(loc, "ma-tran", "unit unit_name unit_kind")
	for _, ch := range r.Matrix.Chapters {
		d.Columns = append(d.Columns, Column{Key: ch.ID, Title: ch.Topic, Type: Text})
	}
	d.Columns = append(d.Columns, Column{Key: "late_works", Title: loc.T("column.late_works"), Type: typeOf(d.ID, "late_works")})
	for _, row := range r.Matrix.Rows {
		cells := []string{row.Unit.ID, row.Unit.Name, row.Unit.Kind.Name}
		for _, c := range row.Cells {
			cells = append(cells, string(c.State))
		}
		late := ""
		if len(row.Late) > 0 {
			late = strconv.Itoa(len(row.Late))
		}
		d.add(append(cells, late)...)
	}
	return d
}
