package opendata

import (
	"encoding/json"
	"encoding/xml"
	"fmt"
)

// atomFeed is a feed of RFC 4287.
type atomFeed struct {
	XMLName xml.Name    `xml:"http://www.w3.org/2005/Atom feed"`
	Lang    string      `xml:"xml:lang,attr"`
	ID      string      `xml:"id"`
	Title   string      `xml:"title"`
	Updated string      `xml:"updated"`
	Author  string      `xml:"author>name"`
	Links   []atomLink  `xml:"link"`
	Entries []atomEntry `xml:"entry"`
}

type atomLink struct {
	Rel  string `xml:"rel,attr"`
	Type string `xml:"type,attr"`
	Href string `xml:"href,attr"`
}

type atomEntry struct {
	ID        string      `xml:"id"`
	Title     string      `xml:"title"`
	Published string      `xml:"published"`
	Updated   string      `xml:"updated"`
	Link      atomLink    `xml:"link"`
	Content   atomContent `xml:"content"`
}

type atomContent struct {
	Type string `xml:"type,attr"`
	Text string `xml:",chardata"`
}

// atom writes a feed in Atom.
func (f *feeds) atom(of feed) ([]byte, error) {
	self := f.base + of.path
	out := atomFeed{Lang: f.loc.Tag(), ID: self, Title: of.title, Updated: of.updated, Author: f.portal.Publisher,
		Links: []atomLink{{"self", "application/atom+xml", self}, {"alternate", "text/html", of.page}}}
	for _, e := range of.entries {
		out.Entries = append(out.Entries, atomEntry{e.id, e.title, e.published, e.updated, atomLink{"alternate", "text/html", e.link},
			atomContent{"html", e.html}})
	}
	body, err := xml.MarshalIndent(out, "", " ")
	if err != nil {
		return nil, fmt.Errorf("writing the feed %s: %w", of.path, err)
	}
	return append([]byte(xml.Header), append(body, '\n')...), nil
}

// jsonFeed is a feed of JSON Feed 1.1.
type jsonFeed struct {
	Version     string       `json:"version"`
	Title       string       `json:"title"`
	HomePageURL string       `json:"home_page_url"`
	FeedURL     string       `json:"feed_url"`
	Language    string       `json:"language"`
	Authors     []jsonAuthor `json:"authors"`
	Items       []jsonItem   `json:"items"`
}

type jsonAuthor struct {
	Name string `json:"name"`
}

type jsonItem struct {
	ID            string `json:"id"`
	URL           string `json:"url"`
	Title         string `json:"title"`
	ContentHTML   string `json:"content_html"`
	DatePublished string `json:"date_published"`
	DateModified  string `json:"date_modified"`
}

// json writes the feed of the site in JSON Feed.
func (f *feeds) json(of feed) (File, error) {
	out := jsonFeed{Version: "https://jsonfeed.org/version/1.1", Title: of.title, HomePageURL: of.page, FeedURL: f.base + "thay-doi-feed.json",
		Language: f.loc.Tag(), Authors: []jsonAuthor{{f.portal.Publisher}}, Items: []jsonItem{}}
	for _, e := range of.entries {
		out.Items = append(out.Items, jsonItem{e.id, e.link, e.title, e.html, e.published, e.updated})
	}
	body, err := json.Marshal(out)
	if err != nil {
		return File{}, fmt.Errorf("writing the feed %s: %w", of.path, err)
	}
	return File{"thay-doi-feed.json", of.title, append(body, '\n')}, nil
}
