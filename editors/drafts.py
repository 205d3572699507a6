"""The drafts that the tests of the editors open: a text, another in a subfolder, a Word document."""

import sys
import zipfile
from pathlib import Path

folder = Path(sys.argv[1])
(folder / "du-thao.txt").write_text(
    "Căn cứ Chỉ thị số 16/CT/TTg ngày 16/5/2016 của Thủ tướng Chính phủ về công tác dân vận;\n"
    "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 06/3/2020 của Chính phủ về công tác văn thư;\n"
    "Thực hiện Đề án số 15- ĐA/TU ngày 31/02/2021 của Tỉnh ủy, Ủy ban nhân dân tỉnh ban hành Kế hoạch.\n",
    encoding="utf-8",
)
(folder / "phong").mkdir()
(folder / "phong" / "bao-cao.md").write_text(
    "# Báo cáo\n\nThực hiện Nghị định số 04/2015/NQ-CP ngày 09/01/2015 của Chính phủ.\n", encoding="utf-8"
)

words = "Căn cứ Chỉ thị số 16/CT/TTg ngày 16/5/2016 của Thủ tướng Chính phủ về công tác dân vận;"
types = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
with zipfile.ZipFile(folder / "ke hoach.docx", "w") as word:
    word.writestr(
        "[Content_Types].xml",
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{types}"/></Types>',
    )
    word.writestr(
        "_rels/.rels",
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="r1" Type="{relation}" Target="word/document.xml"/></Relationships>',
    )
    word.writestr(
        "word/document.xml",
        '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
        f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:body></w:document>",
    )
