package sheet

import "testing"

func TestARowIsHighEnoughForItsText(t *testing.T) {
	s := &Sheet{Columns: []Column{{Width: 20}, {Width: 20}}, Merged: []Range{{Row: 1, LastRow: 1, LastCol: 1}}, Rows: [][]Cell{
		{T(Title, "Một tiêu đề dài hơn cột rất nhiều lần, không xuống dòng")},
		{T(Plain, "ba mươi hai chữ cái, hai cột gộp")},
		{T(Plain, "ba mươi hai chữ cái, hai cột gộp"), T(Input, "")},
		{T(Fixed, "a"), T(Fixed, "một\nhai\nba")},
		{T(Fixed, "budget-revenue-2023-to-the-survey-of-the-year")},
		{N(Figures, "12345678901234567890123456789")},
		nil,
	}}
	for row, want := range []float64{titleHeight, 0, 2*lineHeight + 2, 3*lineHeight + 2, 3*lineHeight + 2, 0, 0} {
		if got := s.height(row); got != want {
			t.Errorf("row %d: %v points, want %v", row+1, got, want)
		}
	}
}
