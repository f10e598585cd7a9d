package main

import (
	"bytes"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// put replaces what a host writes for itself, its address and folder, in the block; all of it must be there.
func (h *hosted) put(pairs ...string) string {
	h.t.Helper()
	for i := 0; i < len(pairs); i += 2 {
		if !strings.Contains(h.block, pairs[i]) {
			h.t.Fatalf("the block has no %q", pairs[i])
		}
		h.block = strings.ReplaceAll(h.block, pairs[i], pairs[i+1])
	}
	return h.block
}

// serverTop is where the blocks have the sites.
func (h *hosted) serverTop() string {
	if h.prefix == "/" {
		return "/srv/minh-bach"
	}
	return "/srv/www"
}

// start runs a server until the test ends, and waits for its first answer.
func (h *hosted) start(name string, args ...string) {
	h.t.Helper()
	cmd := exec.Command(name, args...)
	var said bytes.Buffer
	cmd.Stdout, cmd.Stderr = &said, &said
	cmd.Env = append(os.Environ(), "HOME="+h.t.TempDir(), "XDG_DATA_HOME="+h.t.TempDir(), "XDG_CONFIG_HOME="+h.t.TempDir())
	if err := cmd.Start(); err != nil {
		h.t.Fatal(err)
	}
	ended := make(chan error, 1)
	go func() { ended <- cmd.Wait() }()
	h.t.Cleanup(func() {
		_ = cmd.Process.Signal(os.Interrupt)
		<-ended
	})
	for range 200 {
		if c, err := net.Dial("tcp", "127.0.0.1:"+h.port); err == nil {
			c.Close()
			return
		}
		select {
		case err := <-ended:
			ended <- err
			h.t.Fatalf("%s ended: %v\n%s", name, err, &said)
		case <-time.After(50 * time.Millisecond):
		}
	}
	h.t.Fatalf("%s does not answer", name)
}

func freePort(t *testing.T) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	_, port, _ := net.SplitHostPort(l.Addr().String())
	return port
}

// servers starts each server with a block, around which stands what its package brings.
var servers = map[string]func(h *hosted, program string){
	"nginx": func(h *hosted, program string) {
		own := h.t.TempDir()
		temp := ""
		for _, kind := range []string{"client_body", "proxy", "fastcgi", "uwsgi", "scgi"} {
			temp += kind + "_temp_path " + filepath.Join(own, kind) + ";\n"
		}
		user := ""
		if os.Getuid() == 0 {
			user = "user root;\n"
		}
		write(h.t, filepath.Join(own, "nginx.conf"), user+"daemon off;\nworker_processes 1;\npid "+own+"/pid;\nerror_log stderr;\nevents {}\nhttp {\naccess_log off;\n"+temp+
			h.put("listen 80;", "listen 127.0.0.1:"+h.port+";", h.serverTop(), h.top)+"}\n")
		h.start(program, "-c", filepath.Join(own, "nginx.conf"), "-e", "stderr")
	},
	"apache": func(h *hosted, program string) {
		own := h.t.TempDir()
		var conf strings.Builder
		for _, module := range []string{"mpm_event", "authz_core", "dir", "mime", "rewrite", "headers", "deflate", "filter", "negotiation", "autoindex"} {
			fmt.Fprintf(&conf, "LoadModule %s_module /usr/lib/apache2/modules/mod_%s.so\n", module, module)
		}
		for _, module := range []string{"mime", "deflate", "negotiation"} {
			fmt.Fprintf(&conf, "Include /etc/apache2/mods-available/%s.conf\n", module)
		}
		fmt.Fprintf(&conf, "ServerName minhbach.example\nListen 127.0.0.1:%s\nPidFile %s/pid\nErrorLog %s/log\nDefaultRuntimeDir %s\nDocumentRoot %s\n", h.port, own, own, own, h.top)
		if os.Getuid() == 0 {
			conf.WriteString("User www-data\nGroup www-data\n")
		}
		fmt.Fprintf(&conf, "<Directory %s>\nAllowOverride All\nRequire all granted\nOptions FollowSymLinks Indexes\n</Directory>\n", h.top)
		write(h.t, filepath.Join(own, "apache.conf"), conf.String())
		write(h.t, filepath.Join(h.dir, ".htaccess"), h.block)
		h.start(program, "-DFOREGROUND", "-f", filepath.Join(own, "apache.conf"))
	},
	"caddy": func(h *hosted, program string) {
		own := h.t.TempDir()
		write(h.t, filepath.Join(own, "Caddyfile"), "{\nadmin off\nauto_https off\n}\n"+
			h.put("minhbach.example {", "http://127.0.0.1:"+h.port+" {", h.serverTop(), h.top))
		h.start(program, "run", "--config", filepath.Join(own, "Caddyfile"), "--adapter", "caddyfile")
	},
}

// programs are their names in Debian.
var programs = map[string]string{"nginx": "nginx", "apache": "apache2", "caddy": "caddy"}
