package main

import (
	"bytes"
	"context"
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/rogpeppe/go-internal/txtar"

	"minhbach/internal/locale"
)

var update = flag.Bool("update", false, "write what check prints into testdata/mistakes; read it before you keep it")

// TestMistakes holds what check says of the mistakes that people make, word by word. A case is one file of
// testdata/mistakes: a comment that says who types this and why; files that hide those of testdata/portal; all
// that check prints, as want and, in English, as want.en; and, below fixed/, the files as somebody
// leaves them who did what the hint says, of which nothing may be found.
//
// Characters that an editor cannot see stand as <U+00A0>. A line of the comment may say what happens to a file:
//
//	encode: data/units.toml utf-16le
//	remove: data/portal.toml
func TestMistakes(t *testing.T) {
	files, err := filepath.Glob("testdata/mistakes/*.txtar")
	if err != nil || len(files) < 40 {
		t.Fatalf("%d cases, %v", len(files), err)
	}
	portal, err := filepath.Abs("testdata/portal")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range files {
		abs, err := filepath.Abs(name)
		if err != nil {
			t.Fatal(err)
		}
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) { mistake(t, abs, portal) })
	}
}

func mistake(t *testing.T, name, portal string) {
	a, err := txtar.ParseFile(name)
	if err != nil {
		t.Fatal(err)
	}
	wrong, fixed, want := map[string][]byte{}, map[string][]byte{}, map[string]*txtar.File{}
	for i, f := range a.Files {
		switch rest, isFixed := strings.CutPrefix(f.Name, "fixed/"); {
		case isFixed:
			fixed[rest] = visible(f.Data)
		case f.Name == "want" || f.Name == "want.en":
			want[f.Name] = &a.Files[i]
		default:
			wrong[f.Name] = visible(f.Data)
		}
	}
	if want["want"] == nil {
		t.Fatal("it wants nothing")
	}
	for _, d := range directive.FindAllStringSubmatch(string(a.Comment), -1) {
		apply(t, wrong, d[1:])
	}
	for section, args := range map[string][]string{"want": {"check", "--lang", "vi"}, "want.en": {"check", "--lang", "en"}} {
		f := want[section]
		if f == nil {
			continue
		}
		got := checked(t, portal, wrong, args)
		switch {
		case *update:
			f.Data = []byte(got)
		case got != string(f.Data):
			t.Errorf("%s: got\n%swant\n%s", section, got, f.Data)
		}
	}
	if got := checked(t, portal, fixed, []string{"check", "--strict", "--lang", "vi"}); len(fixed) > 0 && got != "" {
		t.Errorf("as the hint says:\n%s", got)
	}
	if *update {
		if err := os.WriteFile(name, txtar.Format(a), 0o666); err != nil {
			t.Fatal(err)
		}
	}
}

// checked returns what check prints of the portal with files over it; a nil file is not there.
func checked(t *testing.T, portal string, files map[string][]byte, args []string) string {
	t.Helper()
	dir := t.TempDir()
	t.Chdir(dir)
	if err := copyPortal(dir, portal); err != nil {
		t.Fatal(err)
	}
	for name, text := range files {
		if text == nil {
			os.Remove(name)
			continue
		}
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, text, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	var out bytes.Buffer
	if code := run(context.Background(), args, &out, &out); code > exitFindings {
		t.Errorf("exit code %d", code)
	}
	return out.String()
}

var (
	directive = regexp.MustCompile(`(?m)^(encode|remove): (\S+) ?(\S*)$`)
	codePoint = regexp.MustCompile(`<U\+([0-9A-F]{4,5})>`)
)

// visible puts the characters in that stand as <U+00A0>.
func visible(text []byte) []byte {
	return codePoint.ReplaceAllFunc(text, func(m []byte) []byte {
		n, err := strconv.ParseInt(string(m[3:len(m)-1]), 16, 32)
		if err != nil {
			return m
		}
		return []byte(string(rune(n)))
	})
}

func apply(t *testing.T, files map[string][]byte, d []string) {
	t.Helper()
	if d[0] == "remove" {
		files[d[1]] = nil
		return
	}
	encode, known := encodings[d[2]]
	if !known || files[d[1]] == nil {
		t.Fatalf("cannot encode %q", d[1:])
	}
	files[d[1]] = encode(string(files[d[1]]))
}

// encodings are the ways in which the tools of an office save a text.
var encodings = map[string]func(string) []byte{
	"utf-16le":     func(s string) []byte { return wide(s, 0, 8) },
	"utf-16be":     func(s string) []byte { return wide(s, 8, 0) },
	"bom":          func(s string) []byte { return []byte("\uFEFF" + s) },
	"crlf":         func(s string) []byte { return []byte(strings.ReplaceAll(s, "\n", "\r\n")) },
	"nfd":          func(s string) []byte { return []byte(apart.Replace(s)) },
	"windows-1258": func(s string) []byte { return bytewise(windows1258.Replace(s)) },
	"tcvn3":        func(s string) []byte { return bytewise(tcvn3.Replace(s)) },
}

func wide(s string, first, second int) []byte {
	var out []byte
	for _, u := range utf16.Encode([]rune("\uFEFF" + s)) {
		out = append(out, byte(u>>first), byte(u>>second))
	}
	return out
}

// bytewise writes the characters below 256 as one byte each.
func bytewise(s string) []byte {
	var out []byte
	for _, r := range s {
		out = append(out, byte(r))
	}
	return out
}

// apart takes the marks off the letters of Vietnamese, and puts each behind its letter.
var apart = func() *strings.Replacer {
	var pairs []string
	for _, letter := range "aăâeêioôơuưyAĂÂEÊIOÔƠUƯY" {
		for _, mark := range "\u0300\u0309\u0303\u0301\u0323" {
			pairs = append(pairs, string(locale.NFC([]byte(string(letter)+string(mark)))), string(letter)+string(mark))
		}
	}
	return strings.NewReplacer(pairs...)
}()

// windows1258 writes each byte of the encoding as the character of that number.
var windows1258 = func() *strings.Replacer {
	bytes := strings.NewReplacer("\u0300", "\u00CC", "\u0309", "\u00D2", "\u0303", "\u00DE", "\u0301", "\u00EC", "\u0323", "\u00F2",
		"ă", "\u00E3", "Ă", "\u00C3", "ơ", "\u00F5", "Ơ", "\u00D5", "ư", "\u00FD", "Ư", "\u00DD", "đ", "\u00F0", "Đ", "\u00D0")
	return composed(func(letter string) string { return bytes.Replace(apart.Replace(letter)) })
}()

// tcvn3 does so for the encoding of the fonts .VnTime.
var tcvn3 = func() *strings.Replacer {
	order := []rune("à\u00B5ả\u00B6ã\u00B7á\u00B8ạ\u00B9ă\u00A8ằ\u00BBẳ\u00BCẵ\u00BDắ\u00BEặ\u00C6â\u00A9ầ\u00C7ẩ\u00C8ẫ\u00C9ấ\u00CAậ\u00CBđ\u00AEè\u00CCẻ\u00CEẽ\u00CFé\u00D0ẹ\u00D1ê\u00AAề\u00D2ể\u00D3ễ\u00D4ế\u00D5ệ\u00D6ì\u00D7ỉ\u00D8ĩ\u00DCí\u00DDị\u00DE" +
		"ò\u00DFỏ\u00E1õ\u00E2ó\u00E3ọ\u00E4ô\u00ABồ\u00E5ổ\u00E6ỗ\u00E7ố\u00E8ộ\u00E9ơ\u00ACờ\u00EAở\u00EBỡ\u00ECớ\u00EDợ\u00EEù\u00EFủ\u00F1ũ\u00F2ú\u00F3ụ\u00F4ư\u00ADừ\u00F5ử\u00F6ữ\u00F7ứ\u00F8ự\u00F9ỳ\u00FAỷ\u00FBỹ\u00FCý\u00FDỵ\u00FEĐ\u00A7")
	var pairs []string
	for i := 0; i < len(order); i += 2 {
		pairs = append(pairs, string(order[i]), string(order[i+1]))
	}
	return strings.NewReplacer(pairs...)
}()

// composed replaces every letter of Vietnamese by what f makes of it.
func composed(f func(letter string) string) *strings.Replacer {
	var pairs []string
	for _, letter := range "aăâeêioôơuưyđAĂÂEÊIOÔƠUƯYĐ" {
		for _, mark := range []string{"", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323"} {
			whole := string(locale.NFC([]byte(string(letter) + mark)))
			pairs = append(pairs, whole, f(whole))
		}
	}
	return strings.NewReplacer(pairs...)
}
