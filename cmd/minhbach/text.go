package main

import (
	"minhbach/internal/diag"
	"minhbach/internal/history"
	"minhbach/internal/model"
)

// What the command line says, in both languages.
var (
	textLong = diag.Text{
		VI: "Minh Bạch dựng cổng minh bạch của hội đồng nhân dân từ số liệu trong data/ và bài viết trong content/.\nChạy trong thư mục của cổng.",
		EN: "Minh Bạch builds a council's transparency portal from the figures in data/ and the texts in content/.\nRun it in the portal's folder.",
	}
	textBuild   = diag.Text{VI: "kiểm tra rồi dựng trang", EN: "check, then build the site"}
	textCheck   = diag.Text{VI: "kiểm tra data/ và content/, không dựng trang", EN: "check data/ and content/ without building"}
	textDiff    = diag.Text{VI: "so số liệu giữa hai lần ghi trong git; chỉ nêu một lần thì so với tệp hiện có", EN: "compare the figures of two git revisions; one REV: with the files as they are"}
	textDiffUse = diag.Text{VI: "diff LẦN-GHI [LẦN-GHI]", EN: "diff REV [REV]"}
	textVersion = diag.Text{VI: "cho biết phiên bản", EN: "print the version"}

	textFlagOut         = diag.Text{VI: "dựng vào `THƯ-MỤC` này (mặc định: public)", EN: "build into this `FOLDER` (public unless given)"}
	textFlagAsOf        = diag.Text{VI: "tính đến ngày này (mặc định: ngày của báo cáo mới nhất)", EN: "as of this day (the newest report's unless given)"}
	textFlagPrecompress = diag.Text{VI: "ghi thêm bản nén .gz và .br cạnh mỗi tệp, cho máy chủ gửi thẳng (xem: minhbach hosting)", EN: "also write compressed .gz and .br beside the files, for a server that sends them (see: minhbach hosting)"}
	textFlagStrict      = diag.Text{VI: "coi cảnh báo như lỗi", EN: "take a warning for an error"}
	textFlagFormat      = diag.Text{VI: "kiểu hiện kết quả kiểm tra", EN: "form of the findings"}
	textFlagCheckFormat = diag.Text{VI: "kiểu hiện kết quả kiểm tra; markdown chỉ dùng với --explain", EN: "form of the findings; markdown is for --explain only"}
	textMarkdownRules   = diag.Text{VI: "--format markdown chỉ dùng với --explain, ví dụ: minhbach check --explain all --format markdown", EN: "--format markdown is for --explain only, such as: minhbach check --explain all --format markdown"}
	textFlagDiffFormat  = diag.Text{VI: "kiểu hiện kết quả", EN: "form of the output"}
	textFlagExplain     = diag.Text{VI: "giải thích một `QUY-TẮC`, ví dụ unknown-unit; all: tất cả", EN: "explain a `RULE`, such as unknown-unit; all: every one"}
	textFlagLang        = diag.Text{VI: "ngôn ngữ của công cụ", EN: "language of the tool"}
	textFlagHelp        = diag.Text{VI: "xem hướng dẫn", EN: "print this help"}

	textUsage     = diag.Text{VI: "Cách dùng", EN: "Usage"}
	textCommands  = diag.Text{VI: "Lệnh", EN: "Commands"}
	textFlagsHead = diag.Text{VI: "Tùy chọn", EN: "Flags"}
	textFlag      = diag.Text{VI: "tùy-chọn", EN: "flag"}
	textCommand   = diag.Text{VI: "LỆNH", EN: "COMMAND"}
	textSeeHelp   = diag.Text{VI: "Xem: minhbach --help", EN: "See: minhbach --help"}

	textInterrupted = diag.Text{VI: "đã dừng; trang cũ vẫn nguyên", EN: "stopped; the old site stands"}
	textNotBuilt    = diag.Text{VI: "không dựng: %s vẫn như cũ", EN: "not built: %s is as it was"}
	textBuiltEmpty  = diag.Text{VI: "%s: %d tệp, %d kB, chưa có báo cáo nào", EN: "%s: %d files, %d kB, no report yet"}
	textBuilt       = diag.Text{VI: "%s: %d tệp, %d kB, số liệu tính đến %s", EN: "%s: %d files, %d kB, figures as of %s"}
	textKept        = diag.Text{VI: "giữ lại %d tệp không do công cụ ghi", EN: "%d files the tool did not write were kept"}
	textNoAddress   = diag.Text{
		VI: "data/portal.toml không có base-url (địa chỉ của cổng): các tờ niêm yết không có mã QR",
		EN: "data/portal.toml has no base-url, the portal's address: notice-board sheets have no QR code",
	}
	textNoCharts = diag.Text{
		VI: "bản này không có biểu đồ tương tác và ô tìm kiếm; biểu đồ tĩnh và danh mục A–Z vẫn đủ. Để có: cài Node rồi chạy make assets",
		EN: "interactive charts and the search are missing from this build; the static charts and the A–Z index are all there. To have them: install Node and run make assets",
	}
	textPages = diag.Text{VI: "%d trang", EN: "%d pages"}

	textNearRule = diag.Text{VI: "không có quy tắc %q; có phải %q?", EN: "no rule %q; did you mean %q?"}
	textNoRule   = diag.Text{VI: "không có quy tắc %q; các quy tắc: %s", EN: "no rule %q; rules: %s"}
	textBefore   = diag.Text{VI: "trước", EN: "before"}
	textAfter    = diag.Text{VI: "sau", EN: "after"}

	textNothing  = diag.Text{VI: "không có số liệu nào thay đổi", EN: "no figure changed"}
	textReport   = diag.Text{VI: "Báo cáo %s", EN: "Report %s"}
	textLoose    = diag.Text{VI: "chưa ghi vào git", EN: "not committed"}
	textNoReason = diag.Text{VI: "không ghi lý do; lời ghi: %s", EN: "no reason given; commit: %s"}
	textSubject  = diag.Text{VI: "lời ghi: %s", EN: "commit: %s"}
	textNoWhy    = diag.Text{VI: "%d chỗ không ghi lý do", EN: "%d without a reason"}
	textAsWas    = diag.Text{VI: "tệp có lỗi được so theo bản đọc được gần nhất", EN: "files with errors are compared as they were last readable"}

	textColumns = []diag.Text{{VI: "số liệu", EN: "figure"}, {VI: "trước", EN: "before"}, {VI: "sau", EN: "after"}, {VI: "", EN: ""}, {VI: "lý do", EN: "reason"}}
	textClasses = map[history.Class]diag.Text{
		history.New:       {VI: "mới", EN: "new"},
		history.Corrected: {VI: "sửa", EN: "corrected"},
		history.Restated:  {VI: "báo cáo sau nêu khác", EN: "restated"},
		history.Withdrawn: {VI: "rút", EN: "withdrawn"},
	}
	textKinds = map[history.Kind]diag.Text{
		history.Work:      {VI: "Công trình", EN: "Works"},
		history.Mechanism: {VI: "Cơ chế, chính sách", EN: "Mechanisms"},
		history.Check:     {VI: "Ghi chú về đối chiếu", EN: "Notes on reconciliations"},
		history.Reply:     {VI: "Phản hồi của đơn vị", EN: "Replies of units"},
	}
	textScopes = map[model.Scope]diag.Text{
		model.OfTotal: {VI: "tổng số đã công bố", EN: "published total"},
		model.OfCity:  {VI: "số chung", EN: "the city itself"},
	}
)
