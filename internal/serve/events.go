package serve

import (
	"encoding/json"
	"fmt"
	"net/http"
	"time"
)

// event is what an open page is told.
type event struct {
	Sum    string `json:"sum"`    // of what the page would be now
	Notice string `json:"notice"` // of the last save, as HTML; "" where there is nothing to say
	Count  string `json:"count"`  // of findings, in words
	Stops  bool   `json:"stops"`  // the notice is of what stops the next site
}

// alive is how often a page that waits hears something, so that a connection that is gone is found out.
const alive = 20 * time.Second

// events tells a page, named by the parameter path, what it would be now, and again whenever that or the notice
// changes. The connection stays until one of both ends leaves.
func (s *show) events(w http.ResponseWriter, r *http.Request) {
	out := http.NewResponseController(w)
	w.Header().Set("Content-Type", "text/event-stream; charset=utf-8")
	w.WriteHeader(http.StatusOK)
	fmt.Fprint(w, "retry: 1000\n\n")
	if r.Method != http.MethodGet || out.Flush() != nil {
		return
	}
	tick := time.NewTicker(alive)
	defer tick.Stop()
	told := event{}
	for first := true; ; first = false {
		v, next := s.current()
		if e := v.event(r.URL.Query().Get("path")); first || e != told {
			told = e
			if e.send(w) != nil || out.Flush() != nil {
				return
			}
		}
	wait:
		for {
			select {
			case <-r.Context().Done():
				return
			case <-next:
				break wait
			case <-tick.C:
				fmt.Fprint(w, ":\n\n")
				if out.Flush() != nil {
					return
				}
			}
		}
	}
}

// event is what the page at a path is told of a view. A page that only says what is wrong is told no more.
func (v view) event(path string) event {
	a := v.answer(path)
	e := event{Sum: a.sum, Notice: v.notice.html, Count: v.notice.count, Stops: v.stops}
	if a.plain {
		e.Notice, e.Count = "", ""
	}
	return e
}

func (e event) send(w http.ResponseWriter) error {
	text, err := json.Marshal(e)
	if err != nil {
		return fmt.Errorf("telling a page: %w", err)
	}
	_, err = fmt.Fprintf(w, "data: %s\n\n", text)
	return err
}
