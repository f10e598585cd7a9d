package main

import (
	"fmt"
	"slices"
	"strings"

	"minhbach/internal/diag"
	"minhbach/internal/pipeline"
)

func (c *cli) print(r pipeline.Reading) error {
	if err := diag.Print(c.out, r.Findings, c.format, c.lang, r.Source); err != nil {
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
	slices.Sort(ids)
	return usagef(textNoRule, id, strings.Join(slices.Compact(ids), ", "))
}

func (c *cli) printRule(r *diag.Rule) {
	fmt.Fprintf(c.out, "%s: %s\n\n%s\n", r.ID, r.Title.In(c.lang), r.Reason.In(c.lang))
	for _, example := range []struct {
		head diag.Text
		text string
	}{{textBefore, r.Before}, {textAfter, r.After}} {
		if example.text != "" {
			fmt.Fprintf(c.out, "\n%s:\n    %s\n", example.head.In(c.lang), strings.ReplaceAll(example.text, "\n", "\n    "))
		}
	}
}
