// Package scaffold makes what an editor begins with, so that nobody faces an empty file.
//
//	Portal → []File ─Write→ a folder     a whole portal: an example, or a skeleton
//	New    → []Change                    one more thing in a portal that is there
//
// Portal and New touch no disk. The example stands in portal/, as files that anybody can read and edit: what is common
// to both languages, and each language. It is a town that does not exist, and holds one mistake on purpose: a warning
// which `minhbach check` explains.
//
// What New writes, and the skeleton, is made from the table that drives validation (package check): every required
// field is there below a comment that says what it means, with nothing in it, and the optional ones are comments. An
// empty value is an error to the check, so that it names what is left to fill in; a made-up one would be published.
//
// Text is added at the end of a file only, and leaves every byte before it. An id that is taken is refused with the
// place where it stands, and so is a file that has errors: what is in it is not known.
package scaffold
