package serve

import (
	"net/http"

	"minhbach/internal/diag"
)

var (
	textForeignHost = diag.Text{
		VI: "Bản xem thử này chỉ trả lời cho máy đang chạy nó (localhost). Muốn mở cho máy khác: minhbach serve --host",
		EN: "This preview answers to the machine it runs on (localhost). To open it to others: minhbach serve --host",
	}
	textForeignSite = diag.Text{VI: "Trang web khác không được đọc bản xem thử này.", EN: "Another site may not read this preview."}
)

// guard lets through what this machine's own pages ask for, and who follows a link to here.
func guard(o Options, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Cache-Control", "no-store")
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		h.Set("X-Frame-Options", "DENY")
		h.Set("Referrer-Policy", "same-origin")
		switch {
		case !o.Hosts.accept(r.Host):
			http.Error(w, textForeignHost.In(o.Lang), http.StatusForbidden)
		case foreign(r):
			http.Error(w, textForeignSite.In(o.Lang), http.StatusForbidden)
		case r.Method != http.MethodGet && r.Method != http.MethodHead:
			h.Set("Allow", "GET, HEAD")
			http.Error(w, "GET, HEAD", http.StatusMethodNotAllowed)
		default:
			next.ServeHTTP(w, r)
		}
	})
}

// foreign reports whether a page of another site asks, port and scheme being part of a site. A browser says so
// by the Origin of the request or by Sec-Fetch-Site; a link that is followed in the window itself shows the page
// to the person and nothing to the other site.
func foreign(r *http.Request) bool {
	if origin := r.Header.Get("Origin"); origin != "" && origin != "http://"+r.Host {
		return true
	}
	switch r.Header.Get("Sec-Fetch-Site") {
	case "", "none", "same-origin":
		return false
	}
	return r.URL.Path == eventsPath || r.Header.Get("Sec-Fetch-Mode") != "navigate" || r.Header.Get("Sec-Fetch-Dest") != "document"
}
