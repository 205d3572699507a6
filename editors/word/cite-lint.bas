REM Nhan xet cua cite-lint trong LibreOffice: ban chep cua van ban dang mo, moi cho sai mot nhan xet.
REM The findings of cite-lint as comments in a copy of the document that is open. How to install: docs/office.md.
REM
REM Chuong trinh; khong co trong PATH thi ghi duong dan day du / the command, or its full path where it is not on the PATH.
Const PROGRAM = "cite-lint"

Sub CiteLint
    Dim written As String
    written = AnnotatedCopy(ThisComponent)
    If written = "" Then
        MsgBox "Không ghi được bản có nhận xét. Đã cài chương trình cite-lint chưa? Xem docs/vi/office.md." & Chr(10) & _
            "The copy with comments was not written. Is the cite-lint command installed? See docs/office.md.", 48, "cite-lint"
        Exit Sub
    End If
    Dim opened As Object
    opened = StarDesktop.loadComponentFromURL(ConvertToURL(written), "_blank", 0, Array())
    MsgBox CommentCount(opened) & " nhận xét / comments", 64, "cite-lint"
End Sub

REM The path of the copy; empty where none was written. What is open is neither saved nor changed.
Function AnnotatedCopy(document As Object) As String
    Dim source As String, target As String, written As String
    target = FreeName(TargetBase(document))
    If IsSavedDocx(document) Then
        source = ConvertFromURL(document.getURL())
    Else
        REM Another format, or words that are not saved yet: what is on the screen, as a Word document.
        source = TempFolder() & "cite-lint-" & Format(Now(), "yyyymmddhhmmss") & ".docx"
        Dim options(0) As New com.sun.star.beans.PropertyValue
        options(0).Name = "FilterName"
        options(0).Value = "MS Word 2007 XML"
        document.storeToURL(ConvertToURL(source), options())
        written = source
    End If
    On Error Resume Next
    Shell(PROGRAM, 6, "annotate """ & source & """ -o """ & target & """", True)
    If written <> "" Then Kill(written)
    On Error GoTo 0
    If FileExists(target) Then AnnotatedCopy = target Else AnnotatedCopy = ""
End Function

Function IsSavedDocx(document As Object) As Boolean
    IsSavedDocx = False
    If document.hasLocation() And Not document.isModified() Then IsSavedDocx = LCase(Right(document.getURL(), 5)) = ".docx"
End Function

REM Beside the document; one that was never saved has no place of its own.
Function TargetBase(document As Object) As String
    Dim path As String, at As Long
    If Not document.hasLocation() Then
        TargetBase = TempFolder() & "van-ban-nhan-xet"
        Exit Function
    End If
    path = ConvertFromURL(document.getURL())
    at = Len(path)
    Do While at > 1 And Mid(path, at, 1) <> "." And Mid(path, at, 1) <> GetPathSeparator()
        at = at - 1
    Loop
    If Mid(path, at, 1) = "." Then path = Left(path, at - 1)
    TargetBase = path & "-nhan-xet"
End Function

REM A copy that someone may have written into is kept.
Function FreeName(stem As String) As String
    Dim candidate As String, copies As Long
    candidate = stem & ".docx"
    copies = 2
    Do While FileExists(candidate)
        candidate = stem & "-" & copies & ".docx"
        copies = copies + 1
    Loop
    FreeName = candidate
End Function

Function TempFolder() As String
    Dim paths As Object
    paths = CreateUnoService("com.sun.star.util.PathSettings")
    TempFolder = ConvertFromURL(paths.Temp) & GetPathSeparator()
End Function

Function CommentCount(document As Object) As Long
    Dim fields As Object, field As Object
    CommentCount = 0
    fields = document.getTextFields().createEnumeration()
    Do While fields.hasMoreElements()
        field = fields.nextElement()
        If field.supportsService("com.sun.star.text.textfield.Annotation") Then
            If field.Author = "cite-lint" Then CommentCount = CommentCount + 1
        End If
    Loop
End Function
