package sheet

import "github.com/xuri/excelize/v2"

// The colours say what is whose: what is to be filled is white with a border, what stays is grey.
const (
	ink    = "1F2933"
	muted  = "5F6B7A"
	line   = "B8C2CC"
	accent = "1F5F8B"
	shade  = "EEF2F5"
)

// Numbers of the formats that every program has: as typed, as text, as a percentage and as a date.
const (
	asTyped   = 0
	asPercent = 10
	asDate    = 14
	asText    = 49
)

// style returns the number of a cell's style, and makes it once.
func (w *writer) style(c Cell) int {
	key := c.Style
	format := asTyped
	switch {
	case c.Kind == Date:
		key, format = key+200, asDate
	case c.Percent:
		key, format = key+100, asPercent
	case c.Style == Input:
		format = asText
	}
	if id, made := w.styles[key]; made {
		return id
	}
	look := looks(c.Style)
	look.NumFmt = format
	id, err := w.file.NewStyle(look)
	w.must(err)
	w.styles[key] = id
	return id
}

func looks(s Style) *excelize.Style {
	look := &excelize.Style{
		Font:       &excelize.Font{Family: "Arial", Size: 11, Color: ink},
		Alignment:  &excelize.Alignment{Vertical: "top", WrapText: true},
		Protection: &excelize.Protection{Locked: true},
	}
	switch s {
	case Title:
		look.Font.Size, look.Font.Bold, look.Alignment.WrapText = 15, true, false
	case Head:
		look.Font.Bold, look.Font.Color = true, "FFFFFF"
		look.Fill = fill(accent)
		look.Border = borders()
	case Group:
		look.Font.Bold = true
		look.Fill = fill(shade)
	case Fixed:
		look.Font.Color = muted
		look.Fill = fill(shade)
		look.Border = borders()
	case Input, Figures:
		look.Border = borders()
		look.Protection.Locked = false
		if s == Figures {
			look.Alignment.Horizontal = "right"
		}
	}
	return look
}

func fill(colour string) excelize.Fill {
	return excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{colour}}
}

func borders() []excelize.Border {
	var out []excelize.Border
	for _, side := range []string{"left", "top", "right", "bottom"} {
		out = append(out, excelize.Border{Type: side, Color: line, Style: 1})
	}
	return out
}
