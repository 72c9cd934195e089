# Memasang Rapor KIP ke folder .venv, sekali saja; diulang bila isi folder alat berubah.
# Dipanggil dari folder situs. PERINTAH: Python di folder .venv.
PERINTAH=.venv/bin/python
siapkan() {
  if "$PERINTAH" -c "" >/dev/null 2>&1 && cmp -s .venv/siap.txt alat/versi.txt; then return 0; fi
  DASAR=
  for calon in python3 python; do
    if "$calon" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then
      DASAR=$calon
      break
    fi
  done
  if [ -z "$DASAR" ]; then
    echo "Python 3.11 atau lebih baru belum terpasang."
    return 1
  fi
  echo "Menyiapkan Rapor KIP. Ini hanya sekali, dan perlu beberapa menit..."
  set --
  if [ -d alat/wheels ]; then set -- --no-index --find-links alat/wheels; fi
  if { "$PERINTAH" -c "" >/dev/null 2>&1 || "$DASAR" -m venv --clear .venv; } &&
    "$PERINTAH" -m pip install -q --disable-pip-version-check --require-hashes "$@" -r alat/requirements.txt
  then
    cp alat/versi.txt .venv/siap.txt
    return 0
  fi
  echo "Rapor KIP tidak dapat disiapkan; sebabnya tertulis di atas."
  return 1
}
