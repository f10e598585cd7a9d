package check

import (
	"math/big"
	"slices"
	"strings"

	"minhbach/internal/decimal"
	"minhbach/internal/diag"
	"minhbach/internal/model"
	"minhbach/internal/source"
)

// reply reads what a unit answered to one thing that the report says of it.
func (r *round) reply(rec row, _ *model.Chapter) {
	y := &model.Reply{ID: rec.id, Round: r.Round, Of: rec.text("of"), Status: model.ReplyStatus(rec.text("status")), Value: rec.decimal("value"),
		Text: rec.text("text"), By: rec.text("by"), Received: rec.date("received"), Pos: rec.at.pos}
	y.Document, _ = r.documents.find(r.checker, rec.table.Get("document"))
	if v := rec.get("unit", source.String); v != nil {
		y.Unit = r.unit(v.Text, valueOf(v))
	}
	if v := rec.get("of", source.String); v != nil {
		before := len(r.findings)
		r.replyOf(y, valueOf(v))
		rec.bad = rec.bad || len(r.findings) > before
	}
	if !rec.bad {
		r.holdReply(y, rec)
	}
	if r.first("reply", rec) {
		r.Replies = append(r.Replies, y)
	}
}

// What a reply may be on, beside a figures table.
const (
	onMechanism      = "mechanism"
	onWork           = "work"
	onMention        = "mention"
	onShortcoming    = "shortcoming"
	onRecommendation = "recommendation"
)

// replyOf finds what the reply is on, and puts the reply to it.
func (r *round) replyOf(y *model.Reply, at place) {
	kind, id, named := strings.Cut(y.Of, ":")
	var to *[]*model.Reply
	switch {
	case !named:
		if y.Table, _ = r.tables.named(r.checker, y.Of, at); y.Table == nil {
			return
		}
		to = &y.Table.Replies
	case kind == onMechanism:
		if y.Mechanism = among(r.Mechanism, id, func(m *model.Mechanism) string { return m.ID }); y.Mechanism != nil {
			to = &y.Mechanism.Replies
		}
	case kind == onWork:
		if y.Work = among(r.Works, id, func(w *model.Work) string { return w.ID }); y.Work != nil {
			to = &y.Work.Replies
		}
	case kind == onMention:
		if y.Mention = among(r.Mentions, id, func(m *model.Mention) string { return m.ID }); y.Mention != nil {
			to = &y.Mention.Replies
		}
	case kind == onShortcoming, kind == onRecommendation:
		list := map[string][]*model.Statement{onShortcoming: r.Shortcomings, onRecommendation: r.Recommendations}[kind]
		if y.Statement = among(list, id, func(s *model.Statement) string { return s.ID }); y.Statement != nil {
			to = &y.Statement.Replies
		}
	default:
		r.find(at, ruleReply, y.Of)
		return
	}
	if to != nil {
		r.addReply(to, y, at)
		return
	}
	var known []string
	if others := r.others[kind]; others != nil {
		known = others.ids
	}
	r.unknownID(at, id, replyNouns[kind], r.dir, known)
}

var replyNouns = map[string]diag.Text{
	onMechanism: nounMechanism, onWork: nounWork, onMention: nounMention,
	onShortcoming: {VI: "hạn chế", EN: "shortcoming"}, onRecommendation: {VI: "kiến nghị", EN: "recommendation"},
}

// among returns the thing with the id, or nil.
func among[T any](list []*T, id string, idOf func(*T) string) *T {
	if i := slices.IndexFunc(list, func(x *T) bool { return idOf(x) == id }); i >= 0 {
		return list[i]
	}
	return nil
}

// addReply puts a reply to what it is on; a unit has one there.
func (r *round) addReply(to *[]*model.Reply, y *model.Reply, at place) {
	if y.Unit == nil {
		return
	}
	if i := slices.IndexFunc(*to, func(other *model.Reply) bool { return other.Unit == y.Unit }); i >= 0 {
		r.find(at, ruleReplyTwice, y.Unit.ID, y.Of, (*to)[i].Pos)
		return
	}
	*to = append(*to, y)
}

// holdReply checks what a reply says against what it is on.
func (r *round) holdReply(y *model.Reply, rec row) {
	if y.Text == "" && y.Status != model.Confirms && !(y.Status == model.Contests && y.Value != nil) {
		r.advise(rec.at, ruleMissingKey, []any{"text", `"…"`}, "text")
	}
	if y.Unit != nil && !concernsUnit(y) {
		r.find(valueOf(rec.table.Get("of")), ruleReplyUnit, y.Of, y.Unit.ID)
	}
	if !y.Received.IsZero() && !r.AsOf.IsZero() && y.Received.Before(r.AsOf) {
		r.find(valueOf(rec.table.Get("received")), ruleReplyBefore, y.Received, r.AsOf)
	}
	if v := rec.table.Get("value"); v != nil {
		r.holdGiven(y, v)
	}
}

// holdGiven checks the number that a unit gives.
func (r *round) holdGiven(y *model.Reply, v *source.Value) {
	switch {
	case y.Status != model.Contests:
		r.find(keyOf(v), ruleReplyValue, model.Contests)
	case strings.Contains(y.Of, ":"):
		r.find(keyOf(v), ruleReplyNoNumber, y.Of)
	case y.Table == nil || y.Table.Indicator == nil: // not known, and told
	case !y.Table.Indicator.Numeric():
		r.find(keyOf(v), ruleReplyNoNumber, y.Of)
	case y.Value != nil && r.holdMeasured(y.Table.Indicator.Measure, v, *y.Value):
		r.holdToPrinted(y, v)
	}
}

// holdToPrinted holds the number that a unit gives to the one that is printed.
func (r *round) holdToPrinted(y *model.Reply, v *source.Value) {
	i, f := y.Table.Indicator, r.printedOf(y)
	if f == nil || f.Value == nil || !measurable(i.Measure, *f.Value) { // the last is told where it stands
		return
	}
	switch printed := *f.Value; {
	case printed.Equal(*y.Value):
		r.find(valueOf(v), ruleReplySame, v.Raw)
	case farApart(*y.Value, printed):
		measure := i.UnitMeasure
		if measure != "" {
			measure = ": " + measure
		}
		r.advise(valueOf(v), ruleReplyFar, []any{measure}, v.Raw, printed)
	}
}

// manyTimes is how many times one number is the other before the two are taken for numbers in different units of
// measure: those that are mistaken for each other, đồng, nghìn, triệu and tỷ, are a thousand apart.
const manyTimes = 500

func farApart(a, b decimal.Decimal) bool {
	if a.IsZero() || b.IsZero() {
		return false
	}
	times := new(big.Rat).Quo(a.Abs().Rat(), b.Abs().Rat())
	return times.Cmp(big.NewRat(manyTimes, 1)) >= 0 || times.Cmp(big.NewRat(1, manyTimes)) <= 0
}

// printedOf is the figure that a reply is on; nil where there is none.
func (r *round) printedOf(y *model.Reply) *model.Figure {
	if y.Table == nil || y.Unit == nil {
		return nil
	}
	return y.Table.Of(y.Unit)
}

// concernsUnit reports whether what a reply is on speaks of its unit: a table of the units does, and
// what names none speaks of all; but of those alone that were there at the time.
func concernsUnit(y *model.Reply) bool {
	there := validOn(y.Unit, y.Round.AsOf)
	switch {
	case y.Table != nil:
		return y.Table.Of(y.Unit) != nil || there && y.Table.OfUnits()
	case y.Mechanism != nil:
		return y.Mechanism.Names(y.Unit)
	case y.Work != nil:
		return y.Work.Unit == y.Unit
	case y.Mention != nil:
		return there && y.Mention.AllUnits || slices.Contains(y.Mention.Units, y.Unit)
	case y.Statement != nil:
		return there && len(y.Statement.Units) == 0 || slices.Contains(y.Statement.Units, y.Unit)
	}
	return true // not found, and told
}

// ruleReply is broken by a reply that does not fit what it is on.
var ruleReply = &diag.Rule{
	ID: "reply-fit", Severity: diag.Error,
	Title: diag.Text{VI: "phản hồi không khớp với điều được phản hồi", EN: "a reply that does not fit what it is on"},
	Reason: diag.Text{
		VI: "Lời phản hồi đứng cạnh đúng một số liệu hoặc một ý của báo cáo, và là lời của đơn vị ấy; đặt nhầm chỗ thì đơn vị bị nói thay.",
		EN: "A reply stands beside one figure or one statement and is that unit's word; in the wrong place it would speak for somebody else."},
	Message: diag.Text{VI: "không có gì để phản hồi ở %q", EN: "%q is nothing a unit can reply to"},
	Hint: diag.Text{VI: "viết mã của bảng số liệu, ví dụ trees-planted, hoặc mechanism:MÃ, work:MÃ, mention:MÃ, shortcoming:MÃ, recommendation:MÃ",
		EN: "write the id of a figures table, such as trees-planted, or mechanism:ID, work:ID, mention:ID, shortcoming:ID, recommendation:ID"},
	Before: "[reply.cay-xanh]\nunit = \"thach-ha\"\nof = \"figure:trees-planted\"\nstatus = \"contests\"\nvalue = 11400\ntext = \"Báo cáo chưa tính cây của trường tiểu học.\"\nreceived = 2023-05-04",
	After:  "[reply.cay-xanh]\nunit = \"thach-ha\"\nof = \"trees-planted\"\nstatus = \"contests\"\nvalue = 11400\ntext = \"Báo cáo chưa tính cây của trường tiểu học.\"\nreceived = 2023-05-04",
}

var (
	ruleReplyUnit = ruleReply.With(
		diag.Text{VI: "%q không nói về đơn vị %s", EN: "%q does not speak of the unit %s"},
		diag.Text{VI: "xem lại unit và of: phản hồi chỉ ghi ở điều báo cáo nói về chính đơn vị ấy", EN: "look at unit and of: a reply is to something the report says of that unit"})
	ruleReplyValue = ruleReply.With(
		diag.Text{VI: "chỉ phản hồi có status = %q mới có value", EN: "only a reply with status = %q has a value"},
		diag.Text{VI: "bỏ dòng value, hoặc đổi status", EN: "drop the line value, or change the status"})
	ruleReplyNoNumber = ruleReply.With(
		diag.Text{VI: "%q không có con số, nên không nêu được số khác", EN: "%q has no number that could be another"},
		diag.Text{VI: "bỏ dòng value; điều đơn vị nói thì ghi ở text", EN: "drop the line value; what the unit says goes into text"})
)

// ruleReplySame is a warning: what a unit wrote stays, also where the figure was corrected to what it says.
var ruleReplySame = &diag.Rule{
	ID: "reply-same", Severity: diag.Warning,
	Title: diag.Text{VI: "số đơn vị nêu trùng với số đã in", EN: "a unit contests a number with the same number"},
	Reason: diag.Text{
		VI: "Trang sẽ ghi là đơn vị có ý kiến khác, dù hai con số như nhau: có thể gõ nhầm, hoặc số liệu vừa được sửa theo đơn vị.",
		EN: "The site would say that the unit says otherwise, though both numbers are one: a slip, or the figure was corrected since."},
	Message: diag.Text{VI: "%s chính là số đã in", EN: "%s is the number that is printed"},
	Hint: diag.Text{VI: `xem lại con số; đơn vị đồng ý thì viết status = "confirms" và bỏ value`,
		EN: `look at the number; where the unit agrees write status = "confirms" and drop value`},
	Before: "status = \"contests\"\nvalue = 11383 # báo cáo cũng in 11.383", After: "status = \"confirms\"",
}

var (
	ruleReplyTwice = ruleTwice.With(
		diag.Text{VI: "%s đã có phản hồi về %q, ở %s", EN: "%s has a reply to %q already, at %s"},
		diag.Text{VI: "mỗi đơn vị chỉ có một phản hồi cho một điều: gộp hai lời làm một, ghi ngày nhận sau cùng", EN: "a unit has one reply to one thing: make one of the two, with the day of the later"})
	ruleReplyBefore = ruleDateOrder.With(
		diag.Text{VI: "phản hồi nhận ngày %s, trước ngày của báo cáo %s", EN: "a reply received on %s, before the report of %s"}, ruleDateOrder.Hint)
)

// ruleReplyFar is broken by a number that is likely written in another unit of measure than its table.
var ruleReplyFar = &diag.Rule{
	ID: "reply-measure", Severity: diag.Warning,
	Title: diag.Text{VI: "số đơn vị nêu cách quá xa số đã in", EN: "the unit's number is very far from the printed one"},
	Reason: diag.Text{
		VI: "Số đơn vị nêu được in kèm đơn vị tính của bảng. Công văn ghi đồng mà bảng tính bằng triệu đồng thì trang sẽ nói thay đơn vị một con số gấp triệu lần.",
		EN: "The unit's number is printed with the unit of measure of the table. Where the letter counts in đồng and the table in million đồng, the page would have the unit say a million times as much."},
	Message: diag.Text{VI: "đơn vị nêu %s, báo cáo in %s: có thể khác đơn vị tính", EN: "the unit gives %s, the report prints %s: perhaps in another unit of measure"},
	Hint:    diag.Text{VI: "viết value theo đơn vị tính của bảng%s; nếu đúng là số ấy thì để nguyên", EN: "write value in the unit of measure of the table%s; if it is that number, leave it"},
	Before:  "value = 1100000000", After: "value = 1100",
}
