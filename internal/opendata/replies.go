package opendata

import (
	"minhbach/internal/derive"
	"minhbach/internal/locale"
	"minhbach/internal/model"
)

// replies is the register of what units answered, of every round, the newest first. Nothing in it is a figure of
// the source: its value is what the unit says.
func replies(r *derive.Result, loc *locale.Locale) Dataset {
	d := register(loc, "tra-loi", "round id unit unit_name on status status_word reply_value unit_of_measure reply_text by received document")
	for _, round := range rounds(r.Portal) {
		for _, y := range round.Replies {
			document, measure := "", ""
			if y.Value != nil {
				measure = y.Table.Indicator.UnitMeasure
			}
			if y.Document != nil {
				document = y.Document.ID
			}
			d.add(round.ID, y.ID, y.Unit.ID, unitName(y.Unit), y.Of, string(y.Status), loc.T("reply.status."+string(y.Status)),
				number(y.Value), measure, y.Text, y.By, y.Received.String(), document)
		}
	}
	return d
}

func replyID(y *model.Reply) string { return y.ID }

// answer is a reply in the columns beside a figure, all empty without one.
type answer struct{ status, value, text, received string }

func answerOf(y *model.Reply) answer {
	if y == nil {
		return answer{}
	}
	return answer{string(y.Status), number(y.Value), y.Text, y.Received.String()}
}
