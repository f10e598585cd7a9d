// Package acceptance holds the portal of this repository to what the tool promises the people who read
// it. It has tests only. They build the real data and content once, by package pipeline, and look at what
// was read and at the folder of files that comes out, never at how it was made:
//
//   - the data are what the report prints, cell by cell, typed a second time from it;
//   - every link is relative and leads to a file and a place in it that are there;
//   - every page says its language, kind, title, date of its figures, and has one heading above ordered ones;
//   - nothing runs or styles from inside a page, and no template or message is left unfilled;
//   - the first load of a page is light;
//   - what a page shows as a table can be taken away as CSV and JSON, in which a gap is never 0;
//   - prose, table, chart, interactive chart, CSV, JSON, sheet and bulletin say the same of every figure, and
//     all of them change with the data;
//   - a sheet for the notice board is one page of A4 whatever the data, and its QR code is read as its address;
//   - from every figure the place where the source prints it is at most two links away, by keyboard;
//   - the same portal gives the same bytes on any number of processors, in any folder, zone and language;
//   - in a browser, served at a root, below a path and opened from the disk: no accessibility violation, no
//     message, no request to elsewhere, no sideways scrolling from 320 px on or with text of twice the
//     size; everything can be read without scripts, and charts, sorting and filters work with them;
//   - in the preview every kind of edit shows itself, what is broken is told and mended, and the place where a
//     page is read stays.
//
// The browser is Chromium: the program that $CHROME names, else one on the path. It, the fonts and axe-core
// come by "make test". MINHBACH_SHOTS=DIR has TestScreenshots put pictures and prints of every kind of page
// into DIR, for people to look at.
package acceptance
