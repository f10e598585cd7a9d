package hosting

import (
	"regexp"
	"strings"
	"time"
)

// SecurityPath is where RFC 9116 has the file.
const SecurityPath = ".well-known/security.txt"

var (
	webContact  = regexp.MustCompile(`https://[^\s<>"',;()]+`)
	mailContact = regexp.MustCompile(`[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+`)
)

// Contact finds in the words of a portal where one can be written to, as an address of the web: an e-mail address or
// one of https. "" where there is none, such as in a postal address.
func Contact(words string) string {
	if mail := mailContact.FindString(words); mail != "" {
		return "mailto:" + mail
	}
	return strings.TrimRight(webContact.FindString(words), ".")
}

// Security is security.txt: whom to tell of a hole in the site. The file must say when it grows stale, and a build
// has no clock: that is a year after the newest day of which the portal knows. base may be "".
func Security(base, contact string, newest time.Time) []byte {
	text := "Contact: " + contact + "\nExpires: " + newest.AddDate(1, 0, 0).Format(time.RFC3339) + "\nPreferred-Languages: vi, en\n"
	if base != "" {
		text += "Canonical: " + base + "/" + SecurityPath + "\n"
	}
	return []byte(text)
}
