package pipeline

import (
	"context"
	"fmt"
	"strings"

	"minhbach/internal/diag"
	"minhbach/internal/model"
	"minhbach/internal/render"
	"minhbach/internal/reply"
	"minhbach/internal/sheet"
)

// ReplyForm is the form on which a unit reviews what a report says of it.
type ReplyForm struct {
	Name   string // for its files, without an ending: "phan-hoi-thach-ha-279-bc-hdnd"
	Report string // id of the report
	Sheet  []byte // .xlsx
	Page   []byte // .html, to be printed
	Lines  int
}

// MakeReplyForm makes the form of a unit for a report, the newest where report is "". An id that the portal does
// not have is a *Misuse. Where the findings stop it there is no form, and the error is nil.
func MakeReplyForm(ctx context.Context, o Options, unit, report string) (*ReplyForm, Reading, error) {
	read, err := Check(ctx, o.Root)
	if err != nil || read.Stops(o.Strict) {
		return nil, read, err
	}
	u, err := unitOf(read.Portal, unit)
	if err != nil {
		return nil, read, err
	}
	r, err := roundOf(read.Portal, report)
	if err != nil {
		return nil, read, err
	}
	s, err := prepare(read, o)
	if err != nil {
		read, err = read.stoppedBy(err)
		return nil, read, err
	}
	form, err := render.ReplyForm(s.Input, u, r)
	if err != nil {
		return nil, read, err
	}
	book := reply.Book(form)
	book.Author, book.Date = read.Portal.Publisher, r.AsOf.Time()
	body, err := sheet.Write(book)
	if err != nil {
		return nil, read, fmt.Errorf("making the spreadsheet: %w", err)
	}
	lines := 0
	for _, g := range form.Groups {
		lines += len(g.Lines)
	}
	return &ReplyForm{Name: "phan-hoi-" + u.ID + "-" + r.ID, Report: r.ID, Sheet: body, Page: reply.Page(form, read.Portal.Locale), Lines: lines}, read, nil
}

// unitOf returns the unit with the id, else a *Misuse that offers the nearest.
func unitOf(p *model.Portal, id string) (*model.Unit, error) {
	if u := p.Unit(id); u != nil {
		return u, nil
	}
	var ids []string
	for _, u := range p.Units {
		ids = append(ids, u.ID)
	}
	return nil, unknown(diag.Text{VI: "đơn vị", EN: "unit"}, id, ids)
}

// roundOf returns the report with the id, the newest for "", else a *Misuse that offers the nearest.
func roundOf(p *model.Portal, id string) (*model.Round, error) {
	if id == "" {
		if r := p.Newest(); r != nil {
			return r, nil
		}
		return nil, &Misuse{diag.Text{VI: "cổng chưa có báo cáo nào trong data/reports/", EN: "the portal has no report in data/reports/ yet"}}
	}
	if r := p.Round(id); r != nil {
		return r, nil
	}
	var ids []string
	for _, r := range p.Rounds {
		ids = append(ids, r.ID)
	}
	return nil, unknown(diag.Text{VI: "báo cáo", EN: "report"}, id, ids)
}

// fewIDs are told one by one where none is near.
const fewIDs = 12

func unknown(noun diag.Text, id string, known []string) error {
	m := &Misuse{diag.Text{VI: fmt.Sprintf("không có %s %q", noun.VI, id), EN: fmt.Sprintf("no %s %q", noun.EN, id)}}
	switch near := diag.Nearest(id, known); {
	case near != "":
		m.VI, m.EN = m.VI+fmt.Sprintf("; có phải %q?", near), m.EN+fmt.Sprintf("; did you mean %q?", near)
	case len(known) > 0 && len(known) <= fewIDs:
		m.VI, m.EN = m.VI+"; có: "+strings.Join(known, ", "), m.EN+"; there are: "+strings.Join(known, ", ")
	}
	return m
}
