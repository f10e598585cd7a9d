// Package layouts embeds the default templates, styles, scripts and message catalogs. A portal
// overrides any of them with a file of the same name in its own layouts folder.
package layouts

import "embed"

// FS holds assets/, templates/ and messages/.
//
//go:embed assets templates messages
var FS embed.FS
