"""The macro in a real LibreOffice, without a window. Run by test-libreoffice.sh with the Python that has `uno`."""

import sys
import time
from pathlib import Path

import uno
from com.sun.star.beans import PropertyValue

folder, macro = Path(sys.argv[1]), Path(sys.argv[2])


def connect():
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(120):
        try:
            return resolver.resolve("uno:pipe,name=citelint;urp;StarOffice.ComponentContext")
        except Exception:
            time.sleep(0.5)
    raise SystemExit("LibreOffice does not answer")


context = connect()
create = context.ServiceManager.createInstanceWithContext
desktop = create("com.sun.star.frame.Desktop", context)
library = create("com.sun.star.script.ApplicationScriptLibraryContainer", context).getByName("Standard")
library.insertByName("CiteLint", macro.read_text(encoding="utf-8"))
scripts = create("com.sun.star.script.provider.MasterScriptProviderFactory", context).createScriptProvider("")


def call(name, *arguments):
    script = scripts.getScript(f"vnd.sun.star.script:Standard.CiteLint.{name}?language=Basic&location=application")
    return script.invoke(arguments, (), ())[0]


def hidden(url):
    return desktop.loadComponentFromURL(url, "_blank", 0, (PropertyValue("Hidden", 0, True, 0),))


def comments(path):
    document = hidden(Path(path).as_uri())
    count = call("CommentCount", document)
    document.close(True)
    return count


text = "Căn cứ Chỉ thị số 16/CT/TTg ngày 16/5/2016 của Thủ tướng Chính phủ về công tác dân vận;"
document = hidden("private:factory/swriter")
document.Text.String = text
document.storeToURL((folder / "kế hoạch số 1.docx").as_uri(), (PropertyValue("FilterName", 0, "MS Word 2007 XML", 0),))
document.storeToURL((folder / "báo cáo.odt").as_uri(), (PropertyValue("FilterName", 0, "writer8", 0),))

# A text that was never saved.
copy = call("AnnotatedCopy", document)
assert Path(copy).name.startswith("van-ban-nhan-xet") and comments(copy) == 1, copy
Path(copy).unlink()
document.close(True)

# A saved Word document, twice: the second copy does not stand on the first.
document = hidden((folder / "kế hoạch số 1.docx").as_uri())
before = (folder / "kế hoạch số 1.docx").read_bytes()
for name in ["kế hoạch số 1-nhan-xet.docx", "kế hoạch số 1-nhan-xet-2.docx"]:
    assert Path(call("AnnotatedCopy", document)) == folder / name
    assert comments(folder / name) == 1
# Words that are not saved yet are read too, and stay unsaved.
document.Text.String = text + " Căn cứ Đề án số 15- ĐA/TU ngày 01/02/2021 của Tỉnh ủy;"
copy = call("AnnotatedCopy", document)
assert comments(copy) >= 2, copy
assert document.isModified() and (folder / "kế hoạch số 1.docx").read_bytes() == before
document.close(True)

# LibreOffice's own format.
document = hidden((folder / "báo cáo.odt").as_uri())
copy = call("AnnotatedCopy", document)
assert Path(copy) == folder / "báo cáo-nhan-xet.docx" and comments(copy) == 1
document.close(True)

# No program: no copy, and no stop.
library.replaceByName("CiteLint", macro.read_text(encoding="utf-8").replace('PROGRAM = "cite-lint"', 'PROGRAM = "/none"'))
document = hidden((folder / "báo cáo.odt").as_uri())
assert call("AnnotatedCopy", document) == ""
document.close(True)
print("ok", *sorted(path.name for path in folder.glob("*.docx")), sep="\n   ")
desktop.terminate()
