package serve

import (
	"errors"
	"fmt"
	"net"
	"net/netip"
	"os"
	"runtime"
	"strconv"
	"strings"
	"syscall"

	"minhbach/internal/diag"
)

const (
	firstPort = 8080
	ports     = 100 // how many are tried
)

// Problem is why the preview cannot be shown where it was asked for, in both languages.
type Problem struct {
	diag.Text
	err error
}

func (p *Problem) Error() string { return p.EN }
func (p *Problem) Unwrap() error { return p.err }

// Listen opens the port on a host, "" being loopback; port 0 is the first free one from 8080. An error is a
// *Problem.
func Listen(host string, port int) (net.Listener, error) {
	if host == "" {
		host = "127.0.0.1"
	}
	first, last := port, port
	if port == 0 {
		first, last = firstPort, firstPort+ports-1
	}
	var err error
	for p := first; p <= last; p++ {
		var l net.Listener
		if l, err = net.Listen("tcp", net.JoinHostPort(strings.Trim(host, "[]"), strconv.Itoa(p))); err == nil {
			return l, nil
		}
		if errors.As(err, new(*net.DNSError)) {
			return nil, problem(err, diag.Text{VI: "không có máy nào tên %q; --host nhận một địa chỉ hoặc tên máy, số cổng ghi riêng ở --port",
				EN: "there is no machine %q; --host takes an address or the name of a machine, and --port the port"}, host)
		}
	}
	switch {
	case !taken(err):
		return nil, problem(err, diag.Text{VI: "không mở được bản xem thử ở %q: %v", EN: "cannot show the preview at %q: %v"}, host, err)
	case port != 0:
		return nil, problem(err, diag.Text{
			VI: "số cổng %d đang có chương trình khác dùng; chọn số khác, hoặc bỏ --port để công cụ tự tìm",
			EN: "another program uses the port %d; choose another one, or leave out --port to have one found"}, port)
	}
	return nil, problem(err, diag.Text{VI: "các số cổng từ %d đến %d đều đang có chương trình khác dùng", EN: "other programs use all ports from %d to %d"}, first, last)
}

// addressInUse is what Windows says where Unix says EADDRINUSE.
const addressInUse = syscall.Errno(10048)

// taken reports whether a port is somebody else's.
func taken(err error) bool {
	return errors.Is(err, syscall.EADDRINUSE) || runtime.GOOS == "windows" && errors.Is(err, addressInUse)
}

func problem(err error, t diag.Text, args ...any) error {
	return &Problem{diag.Text{VI: fmt.Sprintf(t.VI, args...), EN: fmt.Sprintf(t.EN, args...)}, err}
}

// Hosts are the names that a request may call this machine, beside those of loopback.
type Hosts struct {
	names []string // in lower case
	anyIP bool
}

// Allow accepts the host that the preview was opened to. An address that stands for all of this machine's
// accepts every address, which no other site can take for its name, and the machine's own name.
func Allow(host string) Hosts {
	name := strings.ToLower(strings.Trim(host, "[]"))
	if ip, err := netip.ParseAddr(name); err == nil && ip.IsUnspecified() {
		own, _ := os.Hostname() // without one it has only its addresses
		own = strings.ToLower(own)
		return Hosts{names: []string{own, own + ".local"}, anyIP: true}
	}
	return Hosts{names: []string{name}}
}

// Open reports whether others than this machine can reach the preview.
func (h Hosts) Open() bool {
	for _, name := range h.names {
		if name != "" && !loopback(name) {
			return true
		}
	}
	return h.anyIP
}

// accept reports whether the Host of a request, with or without a port, is one to answer to.
func (h Hosts) accept(host string) bool {
	name := host
	if n, _, err := net.SplitHostPort(host); err == nil {
		name = n
	}
	name = strings.ToLower(strings.TrimSuffix(strings.TrimPrefix(name, "["), "]"))
	if name == "" {
		return false
	}
	if _, err := netip.ParseAddr(name); err == nil && h.anyIP {
		return true
	}
	for _, own := range h.names {
		if name == own {
			return true
		}
	}
	return loopback(name)
}

func loopback(name string) bool {
	ip, err := netip.ParseAddr(name)
	return name == "localhost" || err == nil && ip.IsLoopback()
}

// Addresses are where a browser finds a preview that listens on l: of one that listens everywhere, each
// address of this machine.
func Addresses(l net.Listener) []string {
	at, ok := l.Addr().(*net.TCPAddr)
	if !ok {
		return []string{l.Addr().String()}
	}
	if !at.IP.IsUnspecified() {
		return []string{at.String()}
	}
	out := []string{net.JoinHostPort("localhost", strconv.Itoa(at.Port))}
	own, _ := net.InterfaceAddrs() // where they cannot be told, the first is enough
	for _, a := range own {
		if n, ok := a.(*net.IPNet); ok && n.IP.To4() != nil && !n.IP.IsLoopback() {
			out = append(out, net.JoinHostPort(n.IP.String(), strconv.Itoa(at.Port)))
		}
	}
	return out
}
