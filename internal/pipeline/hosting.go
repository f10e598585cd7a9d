package pipeline

import (
	"context"
	"fmt"
	"slices"
	"sync"
	"time"

	"minhbach/internal/diag"
	"minhbach/internal/history"
	"minhbach/internal/hosting"
	"minhbach/internal/publish"
	"minhbach/internal/render"
)

// Hosts are the hosts that Hosting knows.
var Hosts = hosting.Hosts

// Hosting is the configuration of a host for the portal at o.Root, with comments in vi or en. A host that is none of
// Hosts is a *Misuse. Where the findings stop it there is none, and the error is nil.
func Hosting(ctx context.Context, o Options, host, lang string) (string, Reading, error) {
	if !slices.Contains(Hosts, host) {
		return "", Reading{}, unknown(diag.Text{VI: "mẫu cấu hình", EN: "configuration"}, host, Hosts)
	}
	read, err := Check(ctx, o.Root)
	if err != nil || read.Stops(o.Strict) {
		return "", read, err
	}
	s, err := prepare(read, o)
	if err != nil {
		read, err = read.stoppedBy(err)
		return "", read, err
	}
	of, err := s.hosted()
	if err != nil {
		read, err = read.stoppedBy(layoutError(o.Root, err))
		return "", read, err
	}
	if bad := of.Unfit(); bad != "" {
		return "", read, &Misuse{diag.Text{
			VI: fmt.Sprintf("không viết được %q vào cấu hình máy chủ: base-url chỉ có chữ không dấu, chữ số và - . _ ~, chính sách của trang không có dấu ngoặc kép", bad),
			EN: fmt.Sprintf("%q cannot be written into the configuration of a server: base-url has plain letters, digits and - . _ ~ only, the policy of a page no quotation mark", bad)}}
	}
	text, err := hosting.Block(host, of, lang)
	return text, read, err
}

// hosted is what a server must know of the site. The policy is the one that its pages state.
func (s *site) hosted() (hosting.Site, error) {
	of := hosting.Site{Base: s.Result.Portal.BaseURL}
	pg, _, err := s.rendered.Page(render.NotFoundPath)
	if err != nil {
		return of, err
	}
	of.Policy = hosting.Policy(pg.Body)
	for _, m := range s.rendered.Moves() {
		of.Moves = append(of.Moves, hosting.Move(m))
	}
	return of, nil
}

// forMachines yields what search engines and finders of holes are told. A sitemap needs the address of the site.
func (s *site) forMachines(yield func(file) bool) bool {
	base := s.Result.Portal.BaseURL
	give := func(path string, make func() ([]byte, error)) bool {
		return yield(file{path, func() (publish.Page, error) {
			body, err := make()
			return publish.Page{Path: path, Body: body, From: "hosting"}, err
		}})
	}
	if contact := hosting.Contact(s.Result.Portal.Contact); contact != "" {
		if !give(hosting.SecurityPath, func() ([]byte, error) { return hosting.Security(base, contact, s.newestDay()), nil }) {
			return false
		}
	}
	if base == "" {
		return true
	}
	if !give("robots.txt", func() ([]byte, error) { return hosting.Robots(base), nil }) {
		return false
	}
	sitemap := sync.OnceValues(s.sitemap)
	for _, path := range hosting.SitemapPaths(s.rendered.Listed()) {
		if !give(path, func() ([]byte, error) { all, err := sitemap(); return all[path], err }) {
			return false
		}
	}
	return true
}

// newestDay is the newest of the day of the figures and those of the log.
func (s *site) newestDay() time.Time {
	day := s.Result.AsOf.Time()
	for _, e := range s.Log.Entries {
		if at, err := time.Parse(time.DateOnly, e.Date); err == nil && at.After(day) {
			day = at
		}
	}
	return day
}

// sitemap asks git when the files were last committed: short, and only where the sitemap is made.
func (s *site) sitemap() (map[string][]byte, error) {
	days, err := history.ReadDays(context.Background(), s.dir)
	if err != nil {
		return nil, fmt.Errorf("asking git for the days of the files: %w", err)
	}
	_, whole := days.Of("data/")
	var pages []hosting.URL
	for _, t := range s.rendered.Told() {
		pages = append(pages, hosting.URL{Loc: s.rendered.Address(t.Path), Day: lastDay(t, days, whole)})
	}
	return hosting.Sitemap(s.Result.Portal.BaseURL, pages)
}

// lastDay is the newest day of what a page tells, "" where a part of it has none. The log is of what is committed, so
// its days are true only where all of data/ is, which whole says.
func lastDay(t render.Told, days *history.Days, whole bool) string {
	day, ok := days.Of(t.Files...)
	if !ok || t.Day != "" && !whole {
		return ""
	}
	return max(day, t.Day)
}
