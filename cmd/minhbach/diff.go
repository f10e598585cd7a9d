package main

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"minhbach/internal/diag"
	"minhbach/internal/history"
	"minhbach/internal/model"
	"minhbach/internal/pipeline"
)

func (c *cli) diff(ctx context.Context, revs []string) error {
	to := ""
	if len(revs) == 2 {
		to = revs[1]
	}
	d, err := pipeline.Diff(ctx, portalDir, revs[0], to)
	if err != nil {
		return err
	}
	if err := c.printDiff(d); err != nil {
		return err
	}
	if to == "" && d.Now.Findings.Count(diag.Error) > 0 {
		c.say(c.errOut, textAsWas)
		if err := diag.Print(c.errOut, d.Now.Findings, "text", c.lang, d.Now.Source); err != nil {
			return fmt.Errorf("printing the findings: %w", err)
		}
		return errFindings
	}
	if c.strict && unexplained(d.Log.Entries) > 0 {
		return errFindings
	}
	return nil
}

func unexplained(entries []history.Entry) int {
	n := 0
	for _, e := range entries {
		if e.Unexplained() {
			n++
		}
	}
	return n
}

// printDiff prints what changed, in one table for each table of figures.
func (c *cli) printDiff(d pipeline.Difference) error {
	n := names{lang: c.lang, portal: d.Now.Portal}
	var b strings.Builder
	round := ""
	for rest := d.Log.Entries; len(rest) > 0; {
		first := rest[0].Key
		end := slices.IndexFunc(rest, func(e history.Entry) bool {
			return e.Round != first.Round || e.Kind != first.Kind || e.Table != first.Table
		})
		if end < 0 {
			end = len(rest)
		}
		if first.Round != round {
			round = first.Round
			c.head(&b, 2, n.round(round))
		}
		c.head(&b, 3, n.group(first))
		c.table(&b, c.rows(n, rest[:end]))
		rest = rest[end:]
	}
	b.WriteString(c.counts(d.Log) + "\n")
	if _, err := fmt.Fprint(c.out, b.String()); err != nil {
		return fmt.Errorf("printing the figures: %w", err)
	}
	return nil
}

// rows are the cells of a table, its head first.
func (c *cli) rows(n names, entries []history.Entry) [][]string {
	var head []string
	for _, t := range textColumns {
		head = append(head, t.In(c.lang))
	}
	rows := [][]string{head}
	for _, e := range entries {
		before, after := e.Texts(n.locale())
		if e.OldRound != "" {
			before += " (" + n.round(e.OldRound) + ")"
		}
		rows = append(rows, []string{n.fact(e), cmp.Or(before, "–"), cmp.Or(after, "–"), textClasses[e.Class].In(c.lang), c.why(e)})
	}
	return rows
}

func (c *cli) why(e history.Entry) string {
	switch {
	case e.Hash == "":
		return textLoose.In(c.lang)
	case e.Unexplained():
		return fmt.Sprintf(textNoReason.In(c.lang), e.Subject)
	case !e.ReasonGiven:
		return fmt.Sprintf(textSubject.In(c.lang), e.Subject)
	}
	return e.Reason
}

// counts gives "2 mới, 1 sửa; 1 sửa đổi không ghi lý do".
func (c *cli) counts(l *history.Log) string {
	var parts []string
	for _, class := range history.Classes {
		if n := l.Count(class); n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", n, textClasses[class].In(c.lang)))
		}
	}
	if len(parts) == 0 {
		return textNothing.In(c.lang)
	}
	out := strings.Join(parts, ", ")
	if n := unexplained(l.Entries); n > 0 {
		out += "; " + fmt.Sprintf(textNoWhy.In(c.lang), n)
	}
	return out
}

func (c *cli) head(b *strings.Builder, level int, text string) {
	if c.format == "markdown" {
		fmt.Fprintf(b, "%s %s\n\n", strings.Repeat("#", level), plainMarkdown(text))
		return
	}
	fmt.Fprintf(b, "%s%s\n", strings.Repeat("  ", level-2), diag.Visible(text))
}

func (c *cli) table(b *strings.Builder, rows [][]string) {
	if c.format == "markdown" {
		for i, row := range rows {
			for _, cell := range row {
				b.WriteString("| " + plainMarkdown(cell) + " ")
			}
			b.WriteString("|\n")
			if i == 0 {
				b.WriteString(strings.Repeat("| --- ", len(row)) + "|\n")
			}
		}
		b.WriteByte('\n')
		return
	}
	widths := make([]int, len(rows[0]))
	for _, row := range rows {
		for i, cell := range row {
			widths[i] = max(widths[i], width(oneLine(cell)))
		}
	}
	for _, row := range rows {
		line := "   "
		for i, cell := range row {
			cell = oneLine(cell)
			line += " " + cell + strings.Repeat(" ", widths[i]-width(cell)+1)
		}
		b.WriteString(strings.TrimRight(line, " ") + "\n")
	}
	b.WriteByte('\n')
}

// oneLine is a text as a terminal may show it in a table.
func oneLine(s string) string { return diag.Visible(strings.Join(strings.Fields(s), " ")) }

// width is how many places a text takes: one a letter, with its marks.
func width(s string) int {
	n := 0
	for _, r := range s {
		if !unicode.Is(unicode.Mn, r) {
			n++
		}
	}
	return n
}

// plainMarkdown is a text that Markdown shows as it stands, in a cell of a table too.
func plainMarkdown(s string) string {
	var b strings.Builder
	for _, r := range oneLine(s) {
		if strings.ContainsRune("\\`*_{}[]<>()#+!|&~@$", r) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}

// names gives what things are called in the portal as it stands, else their ids.
type names struct {
	lang   string
	portal *model.Portal // nil: ids only
}

// locale is the language of the numbers.
func (n names) locale() string {
	if n.portal == nil {
		return "vi"
	}
	return n.portal.Locale
}

func (n names) roundOf(id string) *model.Round {
	if n.portal == nil {
		return nil
	}
	return n.portal.Round(id)
}

func (n names) round(id string) string {
	name := id
	if r := n.roundOf(id); r != nil {
		name = r.Document.Number
	}
	return fmt.Sprintf(textReport.In(n.lang), name)
}

// group names the table, or the kind of record.
func (n names) group(k history.Key) string {
	if k.Kind != history.Figure {
		return textKinds[k.Kind].In(n.lang)
	}
	if r := n.roundOf(k.Round); r != nil {
		if t := r.Table(k.Table); t != nil {
			return fmt.Sprintf("%s, %s (%s)", t.Indicator.Name, t.Period.Name, k.Table)
		}
	}
	return k.Table
}

// fact names one figure, or one record by its id.
func (n names) fact(e history.Entry) string {
	if e.Kind != history.Figure {
		return e.Address
	}
	if t, ok := textScopes[model.Scope(e.Address)]; ok {
		return t.In(n.lang)
	}
	if n.portal != nil {
		if u := n.portal.Unit(e.Address); u != nil {
			return u.Name
		}
	}
	return e.Address
}
