package check

import (
	"regexp"
	"strings"
)

// nofigure is a place where digits stand that are no figure: dates, numbers of documents, provisions. In
// the patterns a space is any space, # a run of digits of any script, YEAR and MONTH what they say. Those
// of a language begin with a whole word, in small or capital letters.
type nofigure struct {
	why     string
	locale  string // vi or en; "" in every language
	pattern string
	unless  string // what stands before and makes it a figure after all
}

// nofigures are the patterns. Each is as narrow as its kind allows: a figure that is not noticed is worse
// than one {{! … }} too many.
var nofigures = []nofigure{
	{"an address of the web or of mail has its own digits", "", `\S*(?:://|www\.|@)\S*`, ""},
	{"an entity of HTML is a character", "", `&\p{L}+;|&\x23x?[0-9a-f]+;`, ""},
	{"a date in digits", "", `\p{Nd}{1,2}[/.-]\p{Nd}{1,2}[/.-]YEAR|YEAR-\p{Nd}{2}-\p{Nd}{2}`, ""},
	{"a span of years", "", `YEAR ?[-–—] ?YEAR`, ""},
	{"a time of day", "", `\p{Nd}{1,2}(?::|h)\p{Nd}{2}`, ""},
	{"a document's number carries the sign of who issued it", "", `#/(?:YEAR/)?\p{Lu}[\p{L}\p{Nd}]*(?:-[\p{L}\p{Nd}]+)*`, ""},
	{"a telephone number", "", `(?:\+84|0)\p{Nd}{2,3}[\p{Zs}.-]?\p{Nd}{3}[\p{Zs}.-]?\p{Nd}{3,4}`, ""},
	{"a name, such as A4 or COVID-19, or a place in the source, such as III.5", "", `\p{Lu}[.-]?#(?:\.#)*`, ""},
	{"m2 and m3 are units of measure", "", `\bk?m[23]\b`, ""},

	{"a day is named by its number", "vi", `(?:ngày|mùng|mồng) \p{Nd}{1,2}(?:/\p{Nd}{1,2})?`, "(?:mỗi|từng|một|hằng|hàng|trong|các|những|nhiều|mấy|số)"},
	{"a month is named by its number", "vi", `tháng \p{Nd}{1,2}(?:(?: ?[-–] ?| đến | hoặc | hay )(?:tháng )?\p{Nd}{1,2})?(?:(?: ?/ ?| )YEAR)?`, "(?:mỗi|từng|một|hằng|hàng|các|những|nhiều|mấy)"},
	{"a quarter with its year", "vi", `quý (?:\p{Nd}|[IV]+)(?: ?/ ?|,? năm | )YEAR`, ""},
	{"years behind the word for year", "vi", `(?:năm|niên khóa|nhiệm kỳ|giai đoạn|vụ) YEAR(?:(?:,|;| và| hoặc| hay| đến| ?[-–]) ?(?:năm )?YEAR)*`, ""},
	{"a century", "vi", `thế kỷ \p{Nd}{1,2}`, "(?:mỗi|nhiều|mấy)"},
	{"an article, clause or place of a text is named by its number", "vi",
		`(?:điều|khoản|điểm|mục|tiểu mục|chương|phụ lục|biểu|bảng|hình|trang|đoạn|dòng|cột) (?:[IVXLC]+\.)*#(?:\.#)*`,
		"(?:mỗi|từng|các|những|nhiều|mấy|cả|đủ|danh|hạng|chuyên|tài|quan|thời|địa|trọng|ưu|nhược|đặc|đại|tiêu|loại|mô|tình|giai|công)"},
	{"several articles in a row, which an article of what follows shows them to be", "vi",
		`(?:điều|khoản|điểm|mục) #(?:, #)*(?:(?:,| và| hoặc| hay| đến) (?:điều |khoản |điểm |mục )?#)(?: của| Nghị quyết| nghị quyết| ?[.;:)]|$)`, ""},
	{"an ordinal", "vi", `thứ #(?:(?: và| đến) thứ #)*`, ""},
	{"a term of office, stage, class or the like is named by its number", "vi", `(?:khóa|khoá|giai đoạn|đợt|lớp) \p{Nd}{1,2}`,
		"(?:mỗi|từng|một|các|những|nhiều|mấy|cả|đủ)"},
	{"a neighbourhood, street or house is named by its number", "vi",
		`(?:tổ dân phố|tổ|khối phố|khu phố|thôn|xóm|ấp|quốc lộ|tỉnh lộ|hương lộ|đường số|số nhà|ngõ|ngách|hẻm|kiệt|lô|tiểu khu) #`, "(?:mỗi|từng|các|những|nhiều|mấy)"},
	{"a decision or law is named by its number", "vi",
		`(?:nghị quyết|nghị định|quyết định|thông tư|công văn|chỉ thị|tờ trình|chương trình) số #|(?:nghị quyết|nghị định|thông tư|công văn|chỉ thị|tờ trình) #`, ""},

	{"a date in words", "en", `\p{Nd}{1,2}(?:st|nd|rd|th)? MONTH(?: YEAR)?|MONTH YEAR|MONTH \p{Nd}{1,2}(?:st|nd|rd|th)?(?:,? YEAR)?`, ""},
	{"a year behind a word of time", "en", `(?:in|of|since|from|by|until|till|to|during|before|after|year|years|early|late|term) YEAR(?:(?:,| and| or| to| ?[-–]) ?YEAR)*`, ""},
	{"a quarter with its year", "en", `Q\p{Nd},? YEAR`, ""},
	{"an article, clause or place of a text is named by its number", "en",
		`(?:articles?|clauses?|items?|sections?|chapters?|appendix|annex|tables?|figures?|pages?|paragraphs?|rows?|lines?|columns?|points?) (?:[IVXLC]+\.)*#(?:\.#)*`, ""},
	{"an ordinal", "en", `#(?:st|nd|rd|th)`, ""},
	{"a stage, phase, class or the like is named by its number", "en", `(?:stage|phase|round|term|grade|class|level|hamlet|village|street|road) \p{Nd}{1,2}`, ""},
	{"a decision or law is named by its number", "en", `(?:resolution|decree|decision|circular|directive) (?:no\. ?)?#`, ""},
}

var abbreviations = strings.NewReplacer(" ?", `[\s\p{Zs}]?`, " ", `[\s\p{Zs}]+`, "#", `\p{Nd}+`, "YEAR", `(?:19|20)\p{Nd}{2}`,
	"MONTH", `(?:January|February|March|April|May|June|July|August|September|October|November|December)`)

// compiled is a nofigure ready for use; its first group is the place.
type compiled struct{ place, before *regexp.Regexp }

func compile(n nofigure) compiled {
	c := compiled{place: regexp.MustCompile("(" + abbreviations.Replace(n.pattern) + ")")}
	if n.locale != "" {
		c.place = regexp.MustCompile(`(?i)(?:^|[^\p{L}\p{M}])(` + abbreviations.Replace(n.pattern) + ")")
	}
	if n.unless != "" {
		c.before = regexp.MustCompile(`(?i)(?:^|[^\p{L}\p{M}])` + n.unless + `[\s\p{Zs}]+$`)
	}
	return c
}

var compiledFor = func() map[string][]compiled {
	out := map[string][]compiled{}
	for _, locale := range []string{"vi", "en"} {
		for _, n := range nofigures {
			if n.locale == "" || n.locale == locale {
				out[locale] = append(out[locale], compile(n))
			}
		}
	}
	return out
}()

// counted is what follows a number that counts something, whatever stands before: “khoản 5 triệu”.
var counted = regexp.MustCompile(`^[\s\p{Zs}]*(?:%|triệu|nghìn|ngàn|t[ỷỉ][\s\p{Zs}]+đồng|million|billion|thousand)`)

// in returns the places of a text.
func (c compiled) in(text string) []span {
	var out []span
	for _, m := range c.place.FindAllStringSubmatchIndex(text, -1) {
		if (c.before == nil || !c.before.MatchString(text[:m[2]])) && !counted.MatchString(text[m[3]:]) {
			out = append(out, span{m[2], m[3]})
		}
	}
	return out
}

// span is a range of bytes of a text.
type span struct{ start, stop int }

func (s span) holds(n numeral) bool { return s.start <= n.start && n.stop <= s.stop }
