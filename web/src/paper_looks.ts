// How the finished page looks; as text, because it goes into a frame of its own.

export default `
/* The page as the DOCX has it (GB/T 9704-2012): A4, margins 37 35 28 26 mm, 22 lines of 28.95 pt. */
html { background: #8b8880; }
body { margin: 0; color: #000; color-scheme: light; }
.sheet { position: relative; width: 210mm; height: 297mm; margin: 4mm auto; background: #fff; box-shadow: 0 1px 6px rgba(0, 0, 0, .4); }
.inner { position: absolute; top: 37mm; left: 28mm; width: 156mm; height: 225mm; font: 16pt/28.95pt "Times New Roman", FangSong_GB2312, 仿宋_GB2312, FangSong, 仿宋, STFangsong, "Noto Serif CJK SC", "Source Han Serif SC", SimSun, 宋体, serif; letter-spacing: -.25pt; text-align: justify; text-spacing-trim: space-all; overflow-wrap: break-word; }
.number { position: absolute; bottom: 22mm; left: 28mm; width: 156mm; text-align: center; font: 14pt/20pt SimSun, 宋体, "Noto Serif CJK SC", serif; }
.number.right { padding-right: 14pt; text-align: right; }
.number.left { padding-left: 14pt; text-align: left; }
.inner p, .inner h1, .inner h2, .inner h3 { margin: 0; font-size: 16pt; font-weight: normal; white-space: pre-wrap; }
.inner .title { margin-bottom: 28.95pt; font: 22pt/35pt FZXiaoBiaoSong-B05S, 方正小标宋简体, 方正小标宋_GBK, "Noto Serif CJK SC", "Source Han Serif SC", STZhongsong, SimSun, 宋体, serif; letter-spacing: 0; text-align: center; }
.heading, .subheading, .paragraph { text-indent: 31.5pt; }
.heading { font-family: "Times New Roman", SimHei, 黑体, STHeiti, "Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", sans-serif; }
.subheading, .lead { font-family: "Times New Roman", KaiTi_GB2312, 楷体_GB2312, KaiTi, 楷体, STKaiti, "Noto Serif CJK SC", serif; }
.inner .cut { text-align-last: justify; }
.inner .on { text-indent: 0; }
.table, .inner .note { font: 9pt/12pt SimSun, 宋体, STSong, "Noto Serif CJK SC", "Source Han Serif SC", serif; letter-spacing: 0; text-indent: 0; text-align: left; }
.inner .note { margin-top: 3pt; }
.table { width: 100%; border-collapse: collapse; table-layout: fixed; }
.table caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.table th, .table td { padding: 2.5pt 1.7pt; border: .5pt solid #000; font-weight: normal; text-align: center; overflow-wrap: anywhere; }
.table .label { text-align: left; }
.inner .signature { margin-top: 28.95pt; text-align: right; }
.signature .signed { display: inline-block; margin-right: 2em; text-align: center; }
.draft { position: absolute; top: 20mm; left: 28mm; width: 156mm; margin: 0; color: #c00000; font: bold 18pt/24pt SimHei, 黑体, "Noto Sans CJK SC", sans-serif; text-align: center; }
.m-pending { background: #d6e9f8; }
.m-warning { background: #fdebc4; }
.m-error { background: #fbd5d2; }
.m-chosen { outline: 2px solid #d9480f; outline-offset: -2px; }
p.m-chosen, h1.m-chosen, h2.m-chosen, h3.m-chosen { outline-offset: 1px; }
::highlight(error) { text-decoration: underline wavy 1.5px #a4161a; }
::highlight(warning) { text-decoration: underline wavy 1.5px #b97400; }
::highlight(chosen) { background: #fff0b3; }
`;
