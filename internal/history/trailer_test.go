package history

import (
	"os/exec"
	"strings"
	"testing"
)

var messages = map[string]string{
	"Sửa":                       "",
	"Reason: là tiêu đề":        "",
	"Sửa\n\nReason: chép nhầm":  "chép nhầm",
	"Sửa\n\nreason : chép nhầm": "chép nhầm",
	"Sửa\n\nThân bài.\n\nReason: a\n  b\nSigned-off-by: Lan <l@example.org>\n\n": "a b",
	"Sửa\n\nReason: không ở cuối\n\nThân bài.":                                   "",
	"Sửa\n\nThân bài.\nReason: giữa đoạn văn":                                    "",
	"Sửa\n\nThân bài.\nReason: a\nSigned-off-by: Lan <l@example.org>":            "a",
	"Sửa\n\nReason: a\nReason: b":                                                "a; b",
	"Sửa\n\nReason:\nBug: 12":                                                    "",
	"Sửa\n\nXem tại:\nReason a":                                                  "",
}

func TestReasonIsFoundWhereGitFindsTrailers(t *testing.T) {
	for message, want := range messages {
		if got := reasonOf(message); got != want {
			t.Errorf("%q: found %q, want %q", message, got, want)
		}
		cmd := exec.Command("git", "interpret-trailers", "--parse")
		cmd.Stdin = strings.NewReader(message + "\n")
		out, err := cmd.Output()
		if err != nil {
			t.Fatal(err)
		}
		var reasons []string
		for _, line := range strings.Split(string(out), "\n") {
			if token, value, ok := strings.Cut(line, ": "); ok && strings.EqualFold(token, "reason") && value != "" {
				reasons = append(reasons, value)
			}
		}
		if got := strings.Join(reasons, "; "); got != want {
			t.Errorf("%q: git finds %q, want %q", message, got, want)
		}
	}
}

func TestReasonMayBeInVietnamese(t *testing.T) {
	for message, want := range map[string]string{
		"Sửa\n\nLý do: chép nhầm": "chép nhầm", "Sửa\r\n\r\nLÝ DO: chép nhầm\r\n": "chép nhầm",
		"Sửa\n\nly\u0301 do: chép nhầm\nReason: b": "chép nhầm; b", "Sửa\n\nLý do sửa: chép nhầm": "",
	} {
		c := commitOf("", [3]string{"", "", clean(message)})
		if got := c.Reason; got != want || c.ReasonGiven != (want != "") {
			t.Errorf("%q: found %q, want %q", message, got, want)
		}
	}
}

func TestATimeThatNoCalendarHasIsNotPrinted(t *testing.T) {
	for in, want := range map[string]string{
		"2023-05-01T10:00:00+07:00 2023-05-02T10:00:00+07:00":  "2023-05-01T10:00:00+07:00",
		"%aI 2023-05-02T10:00:00+07:00":                        "2023-05-02T10:00:00+07:00",
		"10000-01-01T00:00:00+00:00 2023-05-02T10:00:00+07:00": "2023-05-02T10:00:00+07:00",
	} {
		if got := timeOf(in); got != want {
			t.Errorf("%s: got %s, want %s", in, got, want)
		}
	}
	if got := clean("a\x01b\nc\x00"); got != "a\uFFFDb\nc" {
		t.Errorf("control characters reach the page: %q", got)
	}
}
