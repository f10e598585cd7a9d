package serve

import (
	"net"
	"os"
	"strings"
	"testing"
)

func TestOnlyLoopbackNamesAreAnswered(t *testing.T) {
	s := showOf(good(site))
	for host, want := range map[string]int{
		"localhost": 200, "localhost:8080": 200, "LOCALHOST": 200, "127.0.0.1:8081": 200, "127.0.0.1": 200, "[::1]:8080": 200, "[::1]": 200,
		"evil.example": 403, "evil.example:8080": 403, "192.168.1.4:8080": 403, "localhost.evil.example": 403, "": 403,
		"127.0.0.1.evil.example:80": 403, "0.0.0.0": 403, "[::]:8080": 403,
	} {
		for _, path := range []string{"/", "/.minhbach/preview.js", "/.minhbach/events"} {
			if path == eventsPath && want == 200 {
				continue // it does not end
			}
			if res := ask(s, "GET", host, path); res.StatusCode != want {
				t.Errorf("%q %s: found %d, want %d", host, path, res.StatusCode, want)
			}
		}
	}
}

func TestOpenedHostsAreAnsweredAndNoOther(t *testing.T) {
	own, err := os.Hostname()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		open, host string
		want, wide bool
	}{
		{"", "localhost", true, false}, {"127.0.0.1", "127.0.0.1:1", true, false}, {"localhost", "evil.example", false, false},
		{"192.168.1.4", "192.168.1.4:8080", true, true}, {"192.168.1.4", "192.168.1.5", false, true}, {"192.168.1.4", "localhost", true, true},
		{"May-Tinh.local", "may-tinh.local:8080", true, true}, {"may-tinh.local", "evil.example", false, true},
		{"0.0.0.0", "10.0.0.7:8080", true, true}, {"0.0.0.0", strings.ToUpper(own), true, true}, {"0.0.0.0", "evil.example", false, true},
		{"0.0.0.0", "10.0.0.7.evil.example", false, true}, {"0.0.0.0", "", false, true}, {"::", "[fe80::1]:8080", true, true}, {"[::]", "evil.example", false, true},
	} {
		h := Allow(c.open)
		if got := h.accept(c.host); got != c.want || h.Open() != c.wide {
			t.Errorf("open to %q, asked for %q: accepted %v, open %v, want %v, %v", c.open, c.host, got, h.Open(), c.want, c.wide)
		}
	}
}

func TestAnotherSiteCanLeadHereAndReadNothing(t *testing.T) {
	s := showOf(good(site))
	for _, c := range []struct {
		path    string
		headers []string
		want    int
	}{
		{"/", []string{"Sec-Fetch-Site", "none", "Sec-Fetch-Mode", "navigate", "Sec-Fetch-Dest", "document"}, 200},
		{"/don-vi/a.csv", []string{"Sec-Fetch-Site", "same-origin", "Sec-Fetch-Mode", "cors"}, 200},
		{"/", []string{"Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "navigate", "Sec-Fetch-Dest", "document"}, 200},
		{"/", []string{"Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "navigate", "Sec-Fetch-Dest", "iframe"}, 403},
		{"/", []string{"Sec-Fetch-Site", "same-site", "Sec-Fetch-Mode", "cors", "Sec-Fetch-Dest", "empty"}, 403}, // another port of this machine
		{"/don-vi/a.csv", []string{"Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "no-cors", "Sec-Fetch-Dest", "image"}, 403},
		{"/.minhbach/preview.js", []string{"Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "no-cors", "Sec-Fetch-Dest", "script"}, 403},
		{"/.minhbach/events", []string{"Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "navigate", "Sec-Fetch-Dest", "document"}, 403},
		{"/", []string{"Origin", "http://localhost:8080"}, 200},
		{"/", []string{"Origin", "http://localhost:9090"}, 403},
		{"/", []string{"Origin", "https://localhost:8080"}, 403},
		{"/", []string{"Origin", "https://evil.example"}, 403},
		{"/", []string{"Origin", "null"}, 403},
	} {
		res := ask(s, "GET", "localhost:8080", c.path, c.headers...)
		if res.StatusCode != c.want || res.Header.Get("Access-Control-Allow-Origin") != "" || res.Header.Get("Cross-Origin-Resource-Policy") != "same-origin" {
			t.Errorf("%s %v: found %d, want %d; %v", c.path, c.headers, res.StatusCode, c.want, res.Header)
		}
	}
}

func TestNextFreePortIsTakenAndAWantedOneOnlyIfFree(t *testing.T) {
	a, err := Listen("", 0)
	if err != nil {
		t.Fatal(err)
	}
	defer a.Close()
	b, err := Listen("", 0)
	if err != nil {
		t.Fatal(err)
	}
	defer b.Close()
	for _, l := range []net.Listener{a, b} {
		if at := l.Addr().(*net.TCPAddr); !at.IP.IsLoopback() || at.Port < firstPort {
			t.Errorf("listens on %s", at)
		}
	}
	if a.Addr().String() == b.Addr().String() {
		t.Errorf("both on %s", a.Addr())
	}
	if _, err := Listen("", b.Addr().(*net.TCPAddr).Port); err == nil || !strings.Contains(err.Error(), "another program uses the port") {
		t.Errorf("a port that is taken: %v", err)
	}
	if _, err := Listen("192.0.2.1", 0); err == nil || !strings.Contains(err.Error(), "192.0.2.1") {
		t.Errorf("an address of another machine: %v", err)
	}
}
