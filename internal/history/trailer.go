package history

import (
	"regexp"
	"slices"
	"strings"
)

var (
	trailerForm = regexp.MustCompile(`^(?i:([a-z0-9-]+|lý[ -]do(?:[ -]cho[ -][0-9a-f]+)?))[ \t]*:(.*)$`)
	// What git itself adds to a message makes a block of trailers of a paragraph that has other lines, too.
	gitMade = regexp.MustCompile(`^(Signed-off-by: |\(cherry picked from commit )`)
)

// reasonTokens are the trailers that say why, in lower case.
var reasonTokens = []string{"reason", "lý do", "lý-do"}

// reasonOf returns the trailer “Reason:” of a commit's message, as git interpret-trailers would find it;
// “Lý do:” counts as a trailer too. Several reasons are joined; "" without one.
func reasonOf(message string) string {
	var reasons []string
	for _, line := range trailerLines(message) {
		m := trailerForm.FindStringSubmatch(line)
		if m == nil || !slices.Contains(reasonTokens, strings.ToLower(m[1])) {
			continue
		}
		if reason := strings.Join(strings.Fields(m[2]), " "); reason != "" {
			reasons = append(reasons, reason)
		}
	}
	return strings.Join(reasons, "; ")
}

// laterForm is the rest of a trailer that gives the reason of another commit, “HASH why”, and laterToken
// the Vietnamese token, which has the hash in itself.
var (
	laterForm  = regexp.MustCompile(`^[ \t]*([0-9a-fA-F]{7,64})[ \t:,]+(.*)$`)
	laterToken = regexp.MustCompile(`^lý[ -]do[ -]cho[ -]([0-9a-f]{7,64})$`)
)

// later is a reason that a message gives for an older commit, named by the beginning of its hash.
type later struct{ of, why string }

// laterReasons returns the trailers “Reason-For: HASH why” and “Lý do cho HASH: why” of a message; one
// without words gives nothing.
func laterReasons(message string) []later {
	var out []later
	for _, line := range trailerLines(message) {
		m := trailerForm.FindStringSubmatch(line)
		if m == nil {
			continue
		}
		of, why := "", m[2]
		token := strings.ToLower(m[1])
		if m := laterToken.FindStringSubmatch(token); m != nil {
			of = m[1]
		} else if m := laterForm.FindStringSubmatch(why); m != nil && token == "reason-for" {
			of, why = strings.ToLower(m[1]), m[2]
		}
		if why = strings.Join(strings.Fields(why), " "); of != "" && why != "" {
			out = append(out, later{of, why})
		}
	}
	return out
}

// trailerLines returns the lines of the last paragraph, continuations joined to the line they continue,
// if that paragraph is a block of trailers: not the title, and all its lines trailers, or one of git's own
// among them and no more than three in four no trailers.
func trailerLines(message string) []string {
	paragraphs := regexp.MustCompile(`\n[ \t]*(?:\n[ \t]*)*\n`).Split(strings.TrimSpace(message), -1)
	if len(paragraphs) < 2 {
		return nil
	}
	var lines []string
	trailers, made := 0, false
	for _, line := range strings.Split(paragraphs[len(paragraphs)-1], "\n") {
		if len(lines) > 0 && strings.TrimLeft(line, " \t") != line {
			lines[len(lines)-1] += line
			continue
		}
		lines = append(lines, line)
		own := gitMade.MatchString(line)
		made = made || own
		if own || trailerForm.MatchString(line) {
			trailers++
		}
	}
	if trailers == len(lines) || made && 4*trailers >= len(lines) {
		return lines
	}
	return nil
}
