package diag

import "unicode/utf8"

// Nearest returns the known name that differs least from word, or "" where none is near: at most one
// letter in three may differ, and at most four. Of equally near names the first counts.
func Nearest(word string, known []string) string {
	letters := []rune(word)
	bound := min(4, max(1, len(letters)/3))
	best := ""
	for _, k := range known {
		if d := utf8.RuneCountInString(k) - len(letters); d > bound || -d > bound {
			continue
		}
		if d := distance(letters, []rune(k)); d <= bound {
			best, bound = k, d-1
		}
		if bound < 0 {
			break
		}
	}
	return best
}

// distance is the number of letters to insert, drop or replace, or of neighbours to swap, that makes b
// out of a.
func distance(a, b []rune) int {
	before, last, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := range a {
		row[0] = i + 1
		for j := range b {
			replace := 1
			if a[i] == b[j] {
				replace = 0
			}
			row[j+1] = min(last[j]+replace, last[j+1]+1, row[j]+1)
			if i > 0 && j > 0 && a[i] == b[j-1] && a[i-1] == b[j] {
				row[j+1] = min(row[j+1], before[j-1]+1)
			}
		}
		before, last, row = last, row, before
	}
	return last[len(b)]
}
