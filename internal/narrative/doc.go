// Package narrative reads the Markdown of content/.
package narrative

// Doc is one parsed narrative.
type Doc struct{ Path string }
