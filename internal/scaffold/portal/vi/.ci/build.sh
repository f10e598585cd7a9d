#!/bin/sh
# Kiểm tra rồi dựng trang vào public/. GitHub và GitLab đều chạy tệp này; chạy tay cũng được: sh .ci/build.sh
#
# Máy chưa có lệnh minhbach thì tệp này dựng nó từ mã nguồn. Ghi vào đây địa chỉ kho git của Minh Bạch và bản cần
# dùng (nhãn hoặc mã commit), hoặc đặt hai biến cùng tên trong phần cài đặt của GitHub, GitLab.
set -eu
source=${MINHBACH_SOURCE:-}
version=${MINHBACH_VERSION:-@VERSION@}

cd "$(dirname "$0")/.."
if ! command -v minhbach >/dev/null; then
	if [ -z "$source" ] || [ -z "$version" ]; then
		echo 'Chưa biết lấy công cụ minhbach ở đâu: đặt hai biến MINHBACH_SOURCE (địa chỉ kho git) và MINHBACH_VERSION (nhãn hoặc mã commit). Xem README.md, mục "Đăng lên mạng".' >&2
		exit 2
	fi
	tool=$(mktemp -d)
	trap 'rm -rf "$tool"' EXIT
	git clone -q "$source" "$tool/source"
	git -C "$tool/source" checkout -q "$version"
	# Có Node thì trang có cả biểu đồ tương tác; không có thì vẫn đủ biểu đồ tĩnh.
	if command -v npm >/dev/null; then
		make -C "$tool/source" assets
	fi
	(cd "$tool/source" && go build -o "$tool/bin/minhbach" ./cmd/minhbach)
	PATH=$tool/bin:$PATH
fi

# Trên GitHub, lỗi hiện ngay cạnh dòng bị lỗi.
format=text
if [ "${GITHUB_ACTIONS:-}" = true ]; then
	format=github
fi
minhbach check --format "$format"
minhbach build --out public
