package main

import (
	"context"
	"fmt"
	"reflect"
	"time"

	"github.com/spf13/cobra"

	"minhbach/internal/diag"
	"minhbach/internal/pipeline"
	"minhbach/internal/serve"
	"minhbach/layouts"
)

var (
	textServe     = diag.Text{VI: "xem thử trên máy này; sửa tệp đến đâu, trang đổi đến đó", EN: "show the site on this machine while you edit it"}
	textFlagPort  = diag.Text{VI: "dùng `SỐ-CỔNG` mạng này (mặc định: số trống đầu tiên từ 8080)", EN: "use this `PORT` (the first free one from 8080 unless given)"}
	textFlagHost  = diag.Text{VI: "mở ở `ĐỊA-CHỈ` này cho máy khác cùng xem; 0.0.0.0 là mọi địa chỉ của máy", EN: "open it to others at this `ADDRESS`; 0.0.0.0 is every address of the machine"}
	textFlagPoll  = diag.Text{VI: "xem lại các tệp mỗi giây, cho ổ mạng và máy ảo", EN: "look at the files once a second, for network drives and containers"}
	textServing   = diag.Text{VI: "xem tại http://%s/ (Ctrl+C để dừng)", EN: "see http://%s/ (Ctrl+C to stop)"}
	textOpen      = diag.Text{VI: "chú ý: ai cùng mạng cũng xem được bản xem thử này, kể cả những gì chưa công bố", EN: "mind: everybody on the network can see this preview, also what is not published yet"}
	textRebuilt   = diag.Text{VI: "đã dựng lại: %s%d ms", EN: "made again: %s%d ms"}
	textRebuiltN  = diag.Text{VI: "%d tệp đổi", EN: "%d files changed"}
	textRebuiltG  = diag.Text{VI: "git có thay đổi", EN: "git changed"}
	textKeptSite  = diag.Text{VI: "chưa dựng lại: trang vẫn là bản trước", EN: "not made again: the site is the one from before"}
	textNoSiteYet = diag.Text{VI: "chưa dựng được trang: sửa rồi lưu, trang sẽ hiện ra", EN: "no site yet: mend the files and save, and it appears"}
)

func (c *cli) serveCommand() *cobra.Command {
	s := &serving{cli: c}
	cmd := c.command("serve", textServe, func(cmd *cobra.Command) error { return s.run(cmd.Context()) })
	c.asOfFlag(cmd)
	c.strictFlag(cmd)
	c.format = diag.Formats[0]
	cmd.Flags().StringVar(&s.host, "host", "", textFlagHost.In(c.lang))
	cmd.Flags().Var(&port{&s.port}, "port", textFlagPort.In(c.lang))
	cmd.Flags().BoolVar(&s.poll, "poll", false, textFlagPoll.In(c.lang))
	return cmd
}

// port is a flag that takes a port.
type port struct{ to *int }

func (p *port) String() string { return "" }
func (p *port) Type() string   { return "8080" }
func (p *port) Set(s string) error {
	if _, err := fmt.Sscanf(s, "%d", p.to); err != nil || fmt.Sprint(*p.to) != s || *p.to < 1 || *p.to > 65535 {
		return wanted("1–65535")
	}
	return nil
}

// serving is one run of serve: its flags, and what was said last.
type serving struct {
	*cli
	host string
	port int
	poll bool

	shown bool // there is a site
	last  *pipeline.Update
}

// run shows the portal until ctx ends. Nothing is written to the disk: the site published last stays as it is.
func (s *serving) run(ctx context.Context) error {
	l, err := serve.Listen(s.host, s.port)
	if err != nil {
		return err
	}
	hosts := serve.Allow(s.host)
	preview := pipeline.NewPreview(pipeline.Options{Root: portalDir, Layouts: layouts.FS, AsOf: s.asOf, Strict: s.strict})
	err = serve.Serve(ctx, l, serve.Portal{
		Root:    portalDir,
		Update:  func(ctx context.Context) (serve.State, error) { return s.update(ctx, preview) },
		Folders: func() []serve.Folder { return folders(preview) },
	}, serve.Options{
		Hosts: hosts, Lang: s.lang, Poll: s.poll,
		Note: func(t diag.Text) { s.say(s.errOut, t) },
		Ready: func() {
			for _, address := range serve.Addresses(l) {
				s.say(s.out, textServing, address)
			}
			if hosts.Open() {
				s.say(s.errOut, textOpen)
			}
		},
	})
	if err != nil {
		return err
	}
	return context.Cause(ctx)
}

func folders(p *pipeline.Preview) []serve.Folder {
	var out []serve.Folder
	for _, f := range p.Folders() {
		out = append(out, serve.Folder(f))
	}
	return out
}

// update makes the site again and says so.
func (s *serving) update(ctx context.Context, p *pipeline.Preview) (serve.State, error) {
	began := time.Now()
	u, err := p.Update(ctx)
	if err != nil {
		if s.last != nil && ctx.Err() == nil { // shown, and the program goes on
			fmt.Fprintf(s.errOut, "minhbach: %s\n", s.words(err))
		}
		return serve.State{}, err
	}
	state := serve.State{Findings: u.Findings, Source: u.Source, Lang: u.Lang}
	if u.Site != nil {
		state.Site = u.Site
	}
	if u != s.last {
		if err := s.report(u, time.Since(began)); err != nil {
			return state, err
		}
	}
	return state, nil
}

// report says what came of a change: the findings, if they are others than before, and whether there is a new
// site.
func (s *serving) report(u *pipeline.Update, took time.Duration) error {
	first := s.last == nil
	if first || !reflect.DeepEqual(u.Findings, s.last.Findings) {
		if err := s.print(u.Reading); err != nil {
			return err
		}
	}
	s.last = u
	what := "" // a file that cannot be read came or went
	if n := len(u.Changed); n > 0 {
		what = fmt.Sprintf(textRebuiltN.In(s.lang), n) + ", "
	} else if u.Commits {
		what = textRebuiltG.In(s.lang) + ", "
	}
	switch {
	case u.Site == nil && s.shown:
		s.say(s.out, textKeptSite)
	case u.Site == nil:
		s.say(s.out, textNoSiteYet)
	case first:
		if note := u.Log.Note; note != nil {
			fmt.Fprintln(s.errOut, note.Whole().In(s.lang))
		}
		if !u.Site.Interactive() {
			s.say(s.errOut, textNoCharts)
		}
	default:
		s.say(s.out, textRebuilt, what, took.Milliseconds())
	}
	s.shown = s.shown || u.Site != nil
	return nil
}
