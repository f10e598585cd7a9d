package locale

import "testing"

func TestNamesAreReadAloudWithoutDigitsSignsOrAbbreviations(t *testing.T) {
	for in, want := range map[string][2]string{
		"Trồng cây xanh":                 {"Trồng cây xanh", "Trồng cây xanh"},
		"Ngân sách 2021, 2022":           {"Ngân sách hai nghìn không trăm hai mươi mốt, hai nghìn không trăm hai mươi hai", ""},
		"Trường THCS Nam Hà":             {"Trường trung học cơ sở Nam Hà", "Trường lower secondary Nam Hà"},
		"TP. Hà Tĩnh":                    {"thành phố Hà Tĩnh", "city Hà Tĩnh"},
		"HĐND, UBND.":                    {"Hội đồng nhân dân, Ủy ban nhân dân.", "People's Council, People's Committee."},
		"khóa XXI":                       {"khóa hai mươi mốt", ""},
		"kỳ họp thứ X":                   {"kỳ họp thứ mười", ""},
		"sau kỳ họp thứ 5 (28/12/2021)":  {"sau kỳ họp thứ năm, ngày hai mươi tám tháng mười hai năm hai nghìn không trăm hai mươi mốt", ""},
		"ngày 2/9 và tháng 4/2023":       {"ngày mùng hai tháng chín và tháng tư năm hai nghìn không trăm hai mươi ba", ""},
		"giai đoạn 2022-2025":            {"giai đoạn hai nghìn không trăm hai mươi hai đến hai nghìn không trăm hai mươi lăm", ""},
		"Kinh tế - xã hội":               {"Kinh tế, xã hội", ""},
		"KT-XH":                          {"kinh tế xã hội", ""},
		"02/03 công trình":               {"hai trên ba công trình", ""},
		"đạt 7,4%":                       {"đạt bảy phẩy bốn phần trăm", ""},
		"5-7%":                           {"năm đến bảy phần trăm", "five to seven per cent"},
		"1.100 cây":                      {"một nghìn một trăm cây", ""},
		"1,100.5 trees":                  {"", "one thousand one hundred point five trees"},
		"Kế hoạch số 259/KH-HĐND":        {"Kế hoạch số hai trăm năm mươi chín của Hội đồng nhân dân", ""},
		"Luật số 80/2015/QH13":           {"Luật số tám mươi, năm hai nghìn không trăm mười lăm, Quốc hội mười ba", ""},
		"gọi 0912345678":                 {"gọi không chín một hai ba bốn năm sáu bảy tám", ""},
		"hỏi a@b.vn hoặc https://b.vn/x": {"hỏi địa chỉ ghi trên trang mạng hoặc địa chỉ ghi trên trang mạng", ""},
		"CẦU MỚI":                        {"Cầu Mới", "Cầu Mới"},
		"dự án BTXM":                     {"dự án bê tê ích mờ", "dự án B T X M"},
		"“Đội quang” (giai đoạn 2); A & B…": {"Đội quang, giai đoạn hai; A và B", "Đội quang, giai đoạn two; A and B"},
		"": {"", ""},
	} {
		for i, tag := range []string{"vi", "en"} {
			if want[i] == "" && in != "" {
				continue
			}
			if got := mustNew(t, tag, "").Aloud(in); got != want[i] {
				t.Errorf("%s %q: got %q, want %q", tag, in, got, want[i])
			}
		}
	}
}
