@echo off
rem Gui toi (Send to) > cite-lint: moi tep Word duoc chon co mot ban chep kem nhan xet, mo bang Word; tep khac thi co trang ket qua.
rem Send to > cite-lint: a copy with comments of each Word document, opened in Word; of other files a page for the browser.
rem How to install: docs/office.md. The command cite-lint.exe lies beside this file or on the PATH.
setlocal EnableExtensions DisableDelayedExpansion
rem The words below are UTF-8; the code page of before is set again at the end.
for /f "tokens=2 delims=:." %%P in ('chcp') do set "BEFORE=%%P"
chcp 65001 >nul

set "CITE_LINT=%~dp0cite-lint.exe"
if not exist "%CITE_LINT%" set "CITE_LINT=cite-lint.exe"
set "STAY="

if "%~1"=="" (
    echo Hãy chọn tệp trong File Explorer, bấm chuột phải, chọn Send to, cite-lint.
    set "STAY=1"
)

:next
if "%~1"=="" goto end
if /i "%~x1"==".docx" goto word
if /i "%~x1"==".docm" goto word
set "PAGE=%TEMP%\cite-lint-%RANDOM%.html"
"%CITE_LINT%" check --format html -o "%PAGE%" "%~1"
if errorlevel 9009 echo Chưa có chương trình cite-lint.exe: hãy chép vào cùng thư mục với tệp này.
if errorlevel 2 (set "STAY=1") else (start "" "%PAGE%")
goto after

:word
rem A copy that someone may have written answers into is kept.
set "COPY=%~dpn1-nhan-xet%~x1"
set /a NUMBER=1
:free
if not exist "%COPY%" goto annotate
set /a NUMBER+=1
set "COPY=%~dpn1-nhan-xet-%NUMBER%%~x1"
goto free

:annotate
"%CITE_LINT%" annotate "%~1" -o "%COPY%"
if errorlevel 9009 echo Chưa có chương trình cite-lint.exe: hãy chép vào cùng thư mục với tệp này.
if exist "%COPY%" (start "" "%COPY%") else (set "STAY=1")

:after
shift
goto next

:end
if defined STAY pause
if defined BEFORE chcp %BEFORE% >nul
endlocal
