package main

import (
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"

	"minhbach/internal/sheet"
)

var cellName = regexp.MustCompile(`^([A-Z])(\d+)=(n:)?(.*)$`)

// fill writes cells of a sheet as a person would: fill FILE SHEET C7=1.200 C8=n:31, which is a number and no text.
func fill(ts *testscript.TestScript, _ bool, args []string) {
	file := ts.MkAbs(args[0])
	raw, err := os.ReadFile(file)
	ts.Check(err)
	book, found := sheet.Read(file, raw)
	if book == nil {
		ts.Fatalf("%v", found)
	}
	i := slices.IndexFunc(book.Sheets, func(s *sheet.Sheet) bool { return s.Name == args[1] })
	if i < 0 {
		ts.Fatalf("no sheet %q", args[1])
	}
	for _, arg := range args[2:] {
		m := cellName.FindStringSubmatch(arg)
		if m == nil {
			ts.Fatalf("%q is no cell", arg)
		}
		row, err := strconv.Atoi(m[2])
		ts.Check(err)
		c := sheet.T(sheet.Plain, m[4])
		if m[3] != "" {
			c = sheet.N(sheet.Plain, m[4])
		}
		book.Sheets[i].Set(row-1, strings.Index("ABCDEFGHIJKLMNOPQRSTUVWXYZ", m[1]), c)
	}
	raw, err = sheet.Write(book)
	ts.Check(err)
	ts.Check(os.WriteFile(file, raw, 0o666))
}
