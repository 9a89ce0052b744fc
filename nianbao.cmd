@echo off
setlocal
rem UTF-8, or Chinese file names and messages come out garbled.
chcp 65001 >nul
set "PYTHONUTF8=1"
rem A folder of reports may hold programs and Python files of our names: none of them is to be run.
set "NoDefaultCurrentDirectoryInExePath=1"
title nianbao

if "%~1"=="" (
    echo 用法：把写好的 YAML 文件拖到这个图标上，就会检查并生成报告。
    goto done
)

rem nianbao.exe with its suffix: plain "nianbao" would find this very file.
set "RUN="
where $PATH:nianbao.exe >nul 2>nul && set "RUN=nianbao.exe"
if not defined RUN if exist "%USERPROFILE%\.local\bin\nianbao.exe" set RUN="%USERPROFILE%\.local\bin\nianbao.exe"
if not defined RUN py -3 -P -c "import generator.cli" >nul 2>nul && set "RUN=py -3 -P -m generator"
if not defined RUN python -P -c "import generator.cli" >nul 2>nul && set "RUN=python -P -m generator"
if not defined RUN where $PATH:uv.exe >nul 2>nul && set "RUN=uv.exe tool run nianbao"
if not defined RUN where $PATH:pipx.exe >nul 2>nul && set "RUN=pipx.exe run nianbao"
if not defined RUN if exist "%~dp0nianbao.html" (
    echo 没有安装 nianbao，用浏览器打开旁边的 nianbao.html：请把文件拖到打开的网页上。
    start "" "%~dp0nianbao.html"
    goto done
)
if not defined RUN (
    echo 没有找到 nianbao。不用安装的版本是 nianbao.html，双击打开就能填、检查、生成。
    echo 要安装的，步骤见使用指南：pipx install nianbao
    goto done
)

:next
if "%~1"=="" goto done
echo.
echo "%~nx1"
%RUN% "%~f1"
shift
goto next

:done
echo.
pause
