package main

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"minhbach/internal/diag"
	"minhbach/internal/pipeline"
)

func (c *cli) print(r pipeline.Reading) error {
	if err := diag.Print(coloured(c.out), r.Findings, c.format, c.lang, r.Source); err != nil {
		return fmt.Errorf("printing the findings: %w", err)
	}
	return nil
}

// explainRule prints a rule: what it holds, why, and a line before and after.
func (c *cli) explainRule(id string) error {
	var ids []string
	for _, r := range pipeline.Rules {
		if r.ID == id {
			c.printRule(r)
			return nil
		}
		ids = append(ids, r.ID)
	}
	if near := diag.Nearest(id, ids); near != "" {
		return usagef(textNearRule, id, near)
	}
	slices.Sort(ids)
	return usagef(textNoRule, id, strings.Join(slices.Compact(ids), ", "))
}

// everyRule explains all rules.
const everyRule = "all"

// rulesByID are the rules, each once, by id.
func rulesByID() []*diag.Rule {
	rules := slices.Clone(pipeline.Rules)
	slices.SortStableFunc(rules, func(a, b *diag.Rule) int { return strings.Compare(a.ID, b.ID) })
	return slices.CompactFunc(rules, func(a, b *diag.Rule) bool { return a.ID == b.ID })
}

func (c *cli) explainAll() error {
	for i, r := range rulesByID() {
		if i > 0 {
			fmt.Fprintln(c.out)
		}
		c.printRule(r)
	}
	return nil
}

// markdownRule prints a rule as a section of a document, under its id, which a message names.
func (c *cli) markdownRule(r *diag.Rule) {
	fmt.Fprintf(c.out, "## %s\n\n**%s** (%s). %s\n", r.ID, capital(r.Title.In(c.lang)), r.Severity.In(c.lang), r.Reason.In(c.lang))
	for _, e := range examplesOf(r) {
		fmt.Fprintf(c.out, "\n%s:\n\n````\n%s\n````\n", capital(e.head.In(c.lang)), e.text)
	}
}

// capital is a text with a capital letter at its start.
func capital(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(first)) + s[size:]
}

type ruleExample struct {
	head diag.Text
	text string
}

// examplesOf are the lines that break a rule, and the same lines mended.
func examplesOf(r *diag.Rule) []ruleExample {
	all := []ruleExample{{textBefore, r.Before}, {textAfter, r.After}}
	return slices.DeleteFunc(all, func(e ruleExample) bool { return e.text == "" })
}

func (c *cli) printRule(r *diag.Rule) {
	if c.format == "markdown" {
		c.markdownRule(r)
		return
	}
	fmt.Fprintf(c.out, "%s: %s\n\n%s\n", r.ID, r.Title.In(c.lang), r.Reason.In(c.lang))
	for _, e := range examplesOf(r) {
		fmt.Fprintf(c.out, "\n%s:\n    %s\n", e.head.In(c.lang), strings.ReplaceAll(e.text, "\n", "\n    "))
	}
}
