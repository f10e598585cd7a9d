package pipeline

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"

	"minhbach/internal/amend"
	"minhbach/internal/check"
	"minhbach/internal/diag"
	"minhbach/internal/files"
	"minhbach/internal/history"
	"minhbach/internal/intake"
	"minhbach/internal/model"
	"minhbach/internal/sheet"
	"minhbach/internal/source"
)

// Form makes the spreadsheet in which the figures of a report are filled in: of one table, or of all for "". It
// returns the report's id with it. An id that the portal does not have is a *Misuse; where the findings stop it
// there is no form, and the error is nil.
func Form(o Options, report, table string) (body []byte, id string, read Reading, err error) {
	read = readAlone(o.Root)
	if read.Portal == nil {
		return nil, "", read, nil
	}
	r, t, err := tableOf(read.Portal, report, table)
	if err != nil {
		return nil, "", read, err
	}
	words, err := wordsOf(read.Portal, o)
	if err != nil {
		return nil, "", read, err
	}
	if len(r.Tables) == 0 {
		return nil, "", read, noTables(r)
	}
	body, err = sheet.Write(intake.Template(read.Portal, r, t, words))
	return body, r.ID, read, err
}

// readAlone reads the portal without its past.
func readAlone(root string) Reading { return read(root, &history.Log{}) }

func tableOf(p *model.Portal, report, table string) (*model.Round, *model.Table, error) {
	r, err := roundOf(p, report)
	if err != nil || table == "" {
		return r, nil, err
	}
	if t := r.Table(table); t != nil {
		return r, t, nil
	}
	var ids []string
	for _, t := range r.Tables {
		ids = append(ids, t.ID)
	}
	return nil, nil, unknown(diag.Text{VI: "bảng số liệu", EN: "figures table"}, table, ids)
}

func noTables(r *model.Round) error {
	return &Misuse{diag.Text{
		VI: fmt.Sprintf("báo cáo %s chưa có bảng số liệu nào: thêm vào một tệp của data/reports/%s/ ba dòng [figures.MÃ-CHỈ-TIÊU], period = \"MÃ-KỲ\", at = \"MỤC\" cho mỗi bảng", r.ID, r.ID),
		EN: fmt.Sprintf("the report %s has no figures table yet: add to a file of data/reports/%s/ three lines for each, [figures.INDICATOR], period = \"PERIOD\", at = \"PLACE\"", r.ID, r.ID)}}
}

func wordsOf(p *model.Portal, o Options) (intake.Words, error) {
	loc, err := messages(overlay{over: os.DirFS(filepath.Join(o.Root, "layouts")), under: o.Layouts}, p.Locale)
	if err != nil {
		return intake.Words{}, layoutError(o.Root, err)
	}
	return intake.Words{Lang: p.Locale, State: func(s model.State) string { return loc.T("state." + string(s)) }}, nil
}

// Import is a filled form, read and held against the portal. It is written by Write.
type Import struct {
	Reading             // of the portal; its findings are those of the form where the portal has no errors
	Plan    intake.Plan // empty if a finding is an error
	Files   []string    // that would change, by name
	Words   intake.Words

	root         string
	before, text map[string][]byte
	known        map[string]bool // what was said of the portal as it is
}

// ReadForm reads a filled form for a report, the newest for "", and prepares what is to be written: every changed file
// is made and read, and the portal checked with it, before the first is touched. A name of a file that is not there,
// and an id that the portal does not have, is a *Misuse.
func ReadForm(o Options, file, report, table string) (*Import, error) {
	m := &Import{Reading: readAlone(o.Root), root: o.Root}
	if m.Portal == nil {
		return m, nil
	}
	r, _, err := tableOf(m.Portal, report, table)
	if err != nil {
		return nil, err
	}
	words, err := wordsOf(m.Portal, o)
	if err != nil {
		return nil, err
	}
	raw, err := contents(file)
	if err != nil {
		return nil, err
	}
	book, found := sheet.Read(file, raw)
	var plan intake.Plan
	if book != nil {
		var more diag.List
		plan, more = intake.Read(intake.Input{Portal: m.Portal, Round: r, Book: book, File: filepath.Base(file), Table: table, Words: words})
		found = append(found, more...)
	}
	m.known = map[string]bool{}
	for _, f := range m.Findings {
		m.known[saying(f)] = true
	}
	m.Findings, m.Words = found, words
	if found.Count(diag.Error) > 0 {
		return m, nil
	}
	return m, m.prepare(plan)
}

// contents reads a file, as far as it may be a form at all.
func contents(file string) ([]byte, error) {
	f, err := os.Open(file)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, &Misuse{diag.Text{VI: fmt.Sprintf("không có tệp %s", file), EN: fmt.Sprintf("there is no file %s", file)}}
	}
	if err != nil {
		return nil, fmt.Errorf("reading the form: %w", err)
	}
	defer f.Close()
	if info, err := f.Stat(); err == nil && info.IsDir() {
		return nil, &Misuse{diag.Text{VI: fmt.Sprintf("%s là thư mục, không phải tệp bảng tính", file), EN: fmt.Sprintf("%s is a folder and no spreadsheet", file)}}
	}
	raw, err := io.ReadAll(io.LimitReader(f, sheet.MaxFile+1))
	if err != nil {
		return nil, fmt.Errorf("reading the form: %w", err)
	}
	return raw, nil
}

// prepare makes the texts of the files and checks the portal with them.
func (m *Import) prepare(plan intake.Plan) error {
	byFile := map[string][]amend.Change{}
	for _, c := range plan.Changes {
		name := c.Table.Pos.File
		if byFile[name] == nil {
			m.Files = append(m.Files, name)
		}
		byFile[name] = append(byFile[name], amend.Change{Table: c.Table.ID, Unit: c.Unit.ID, Entry: fieldsOf(c, m.Portal.SourceLocale)})
	}
	slices.Sort(m.Files)
	m.before, m.text = map[string][]byte{}, map[string][]byte{}
	for _, name := range m.Files {
		raw, err := os.ReadFile(filepath.Join(m.root, name))
		if err != nil {
			return fmt.Errorf("reading the figures: %w", err)
		}
		text, found := amend.Figures(name, raw, byFile[name])
		m.Findings = append(m.Findings, found...)
		m.before[name], m.text[name] = raw, text
	}
	if m.Findings.Count(diag.Error) == 0 && len(m.Files) > 0 {
		m.check()
	}
	if m.Findings.Count(diag.Error) == 0 {
		m.Plan = plan
	}
	return nil
}

// threeDecimals is a number that stands in a file like one in thousands: 886.375.
var threeDecimals = regexp.MustCompile(`^-?[1-9]\d{0,2}\.\d{3}$`)

// fieldsOf are the fields of a line. Where sources write thousands with a point, three decimals are written as four, as
// the check would ask: nobody can take 886.3750 for 886375.
func fieldsOf(c intake.Change, lang string) []amend.Field {
	var out []amend.Field
	for _, f := range c.Fields() {
		switch {
		case f.Number && f.Key != "percent" && lang != "en" && threeDecimals.MatchString(f.Text):
			out = append(out, amend.Number(f.Key, f.Text+"0"))
		case f.Number:
			out = append(out, amend.Number(f.Key, f.Text))
		default:
			out = append(out, amend.Text(f.Key, f.Text))
		}
	}
	return out
}

// saying is what a finding says of a file, whatever the line.
func saying(f diag.Finding) string { return f.Pos.File + " " + f.Rule.ID + " " + f.Message("en") }

// check holds the portal as it would be to its rules. Its errors stop the import, and its warnings that are new are told
// before anybody is asked; their lines are those of the texts that were not written, so that an editor sees which.
func (m *Import) check() {
	tree, found := source.Load(changed{os.DirFS(m.root), m.text})
	_, more := check.Portal(tree)
	for _, f := range append(found, more...) {
		if f.Rule.Severity == diag.Error || m.text[f.Pos.File] != nil && !m.known[saying(f)] {
			m.Findings.Add(f)
		}
	}
	disk := m.Source
	m.Source = func(file string) []byte {
		if text := m.text[file]; text != nil {
			return text
		}
		return disk(file)
	}
}

// changed is a folder in which some files have another text.
type changed struct {
	fs.FS
	text map[string][]byte
}

// ReadFile returns the new text, else that of the folder.
func (c changed) ReadFile(name string) ([]byte, error) {
	if text := c.text[name]; text != nil {
		return bytes.Clone(text), nil
	}
	return fs.ReadFile(c.FS, name)
}

// Write replaces the changed files. A file that is no longer what was read is a *Misuse, and nothing is written then.
func (m *Import) Write() error {
	for _, name := range m.Files {
		now, err := os.ReadFile(filepath.Join(m.root, name))
		if err != nil {
			return fmt.Errorf("reading the figures: %w", err)
		}
		if !bytes.Equal(now, m.before[name]) {
			return &Misuse{diag.Text{
				VI: fmt.Sprintf("%s vừa được sửa trong lúc chờ: chưa ghi gì, hãy chạy lại", name),
				EN: fmt.Sprintf("%s has just been changed: nothing was written, run again", name)}}
		}
	}
	var all []files.File
	for _, name := range m.Files {
		all = append(all, files.File{Path: filepath.Join(m.root, name), Body: m.text[name]})
	}
	return files.ReplaceAll(all)
}
