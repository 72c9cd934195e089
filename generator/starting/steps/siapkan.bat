@echo off
rem Memasang Rapor KIP ke folder .venv, sekali saja; diulang bila isi folder alat berubah.
rem Dipanggil dari folder situs. PERINTAH: Python di folder .venv.
set "PERINTAH=.venv\Scripts\python.exe"
if not exist "%PERINTAH%" goto pasang
"%PERINTAH%" -c "" >nul 2>nul
if %errorlevel% neq 0 goto pasang
fc /b ".venv\siap.txt" "alat\versi.txt" >nul 2>nul
if %errorlevel% equ 0 exit /b 0

:pasang
set "DASAR="
py -3 -c "import sys; sys.exit(sys.version_info < (3, 11))" >nul 2>nul
if %errorlevel% equ 0 set "DASAR=py -3"
if defined DASAR goto ada
python -c "import sys; sys.exit(sys.version_info < (3, 11))" >nul 2>nul
if %errorlevel% equ 0 set "DASAR=python"
if defined DASAR goto ada
echo Python 3.11 atau lebih baru belum terpasang.
echo Pasang dari https://www.python.org/downloads/windows/ lalu jalankan berkas ini lagi.
exit /b 1

:ada
echo Menyiapkan Rapor KIP. Ini hanya sekali, dan perlu beberapa menit...
set "SUMBER="
if not exist "%PERINTAH%" goto buat
"%PERINTAH%" -c "" >nul 2>nul
if %errorlevel% equ 0 goto isi

:buat
%DASAR% -m venv --clear .venv
if %errorlevel% neq 0 goto gagal

:isi
if exist "alat\wheels" set "SUMBER=--no-index --find-links alat\wheels"
"%PERINTAH%" -m pip install -q --disable-pip-version-check --require-hashes %SUMBER% -r alat\requirements.txt
if %errorlevel% neq 0 goto gagal
copy /b /y "alat\versi.txt" ".venv\siap.txt" >nul
exit /b 0

:gagal
echo Rapor KIP tidak dapat disiapkan; sebabnya tertulis di atas.
if not defined SUMBER echo Periksa sambungan internet, lalu jalankan berkas ini lagi.
echo Bila disebut path terlalu panjang: pindahkan folder situs, misalnya ke C:\rapor
exit /b 1
