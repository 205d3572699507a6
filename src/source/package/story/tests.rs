use super::*;

fn text(xml: &str, part: Part, vocabulary: Vocabulary) -> Result<Text, SourceError> {
    let mut text = Text::default();
    read(StoryPart { xml, index: 0, part, vocabulary }, &mut text)?;
    Ok(text)
}

fn word(xml: &str) -> Result<Text, SourceError> {
    text(xml, Part::Body, Vocabulary::Word)
}

#[test]
fn runs_changes_signs_and_boxes() {
    for (xml, want) in [
        ("<w:p><w:r><w:t>16/CT</w:t></w:r><w:r><w:t>-TTg</w:t></w:r></w:p>", "16/CT-TTg\n"),
        (
            "<w:p><w:ins><w:r><w:t>25</w:t></w:r></w:ins><w:del><w:r><w:delText>52</w:delText></w:r></w:del></w:p>",
            "25\n",
        ),
        (
            "<w:p><w:moveFrom><w:r><w:t>đi</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>đến</w:t></w:r></w:moveTo></w:p>",
            "đến\n",
        ),
        ("<w:p><w:pPr><w:tabs><w:tab/></w:tabs></w:pPr><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t></w:r></w:p>", "a\tb\n"),
        ("<w:p><w:r><w:t>NĐ</w:t><w:noBreakHyphen/><w:t>CP</w:t><w:br/><w:t>c</w:t></w:r></w:p>", "NĐ\u{2011}CP\nc\n"),
        ("<w:p><w:r><w:instrText>HYPERLINK \"16/CT-TTg\"</w:instrText><w:t>16/CT-TTg</w:t></w:r></w:p>", "16/CT-TTg\n"),
        ("<w:p><w:r><w:t>ti&#x1EBF;p &amp; <![CDATA[<b>]]></w:t></w:r></w:p><w:p/>", "tiếp & <b>\n\n"),
        (
            "<w:p><w:r><w:t>ngoài</w:t><mc:AlternateContent><mc:Choice><w:p><w:r><w:t>hộp</w:t></w:r></w:p></mc:Choice>\
             <mc:Fallback><w:p><w:r><w:t>hộp</w:t></w:r></w:p></mc:Fallback></mc:AlternateContent></w:r></w:p>",
            "hộp\nngoài\n",
        ),
        // Of a field only its words, in whatever paragraph it ends.
        (
            "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/><w:instrText>IF</w:instrText><w:t>ẩn</w:t></w:r></w:p><w:p><w:r>\
             <w:fldChar w:fldCharType=\"separate\"/><w:t>hiện</w:t><w:fldChar w:fldCharType=\"end\"/><w:t>!</w:t></w:r></w:p>",
            "\nhiện!\n",
        ),
        // The end of a paragraph may be deleted.
        (
            "<w:p><w:pPr><w:rPr><w:del w:id=\"1\"/></w:rPr></w:pPr><w:r><w:t>16/CT</w:t></w:r></w:p><w:p><w:r><w:t>-TTg</w:t></w:r></w:p>",
            "16/CT-TTg\n",
        ),
    ] {
        assert_eq!(word(&format!("<w:body>{xml}</w:body>")).unwrap().text, want, "{xml}");
    }
}

#[test]
fn broken_and_deep_parts_are_refused() {
    let refused = |xml: &str| word(xml).unwrap_err();
    assert_eq!(refused("<a><b></a>"), BROKEN);
    assert_eq!(refused(&"<a>".repeat(2_000)), SourceError::Package(PackageProblem::TooLarge));
}

#[test]
fn pieces_tell_where_their_words_stand() {
    let xml = "<w:p><w:r w:rsid=\"1\"><w:rPr><w:b/></w:rPr><w:t>16/&#x54;Tg</w:t></w:r></w:p>";
    let story = word(xml).unwrap();
    let pieces: Vec<_> = story.pieces.iter().map(|p| (&story.text[p.text.clone()], &xml[p.raw.clone()])).collect();
    assert_eq!(pieces, [("16/", "16/"), ("T", "&#x54;"), ("Tg", "Tg")]);
    let Some(Anchor::Inside { run, text_tag }) = story.anchors[0].clone() else { panic!("no anchor") };
    let run = &story.runs[run];
    assert_eq!(&xml[run.tag.clone()], "<w:r w:rsid=\"1\">");
    assert_eq!(&xml[run.properties.clone().unwrap()], "<w:rPr><w:b/></w:rPr>");
    assert_eq!(&xml[text_tag], "<w:t>");
}

#[test]
fn open_document_has_one_blank_for_many_and_its_notes_before_their_line() {
    let xml = "<office:body><text:tracked-changes><text:p>cũ</text:p></text:tracked-changes><text:h>Số<text:s text:c=\"2\"/>16\n\
               /<text:span>CT</text:span><text:note text:note-class=\"endnote\"><text:note-citation>1</text:note-citation><text:note-body>\
               <text:p>chú</text:p></text:note-body></text:note><text:tab/>x</text:h><table:table><table:table-row><text:p>ô</text:p>\
               </table:table-row></table:table></office:body>";
    let read = text(xml, Part::Body, Vocabulary::OpenDocument).unwrap();
    assert_eq!(read.text, "chú\nSố  16 /CT\tx\nô\n");
    let paragraphs: Vec<_> = read.paragraphs.iter().map(|(_, paragraph)| (paragraph.part, paragraph.number)).collect();
    assert_eq!(paragraphs, [(Part::Endnote, 1), (Part::Body, 1), (Part::Table, 2)]);
}

#[test]
fn paragraphs_with_words_are_counted_by_part() {
    let paragraph = |words: &str| format!("<w:p><w:r><w:t>{words}</w:t></w:r></w:p>");
    let (one, two) = (paragraph("một"), paragraph("hai"));
    let body = format!("<w:body>{one}<w:p/><w:tbl>{two}</w:tbl>{one}</w:body>");
    let notes = format!(
        "<n><w:footnote><w:p/></w:footnote><w:footnote>{one}{two}</w:footnote><w:footnote>{one}</w:footnote></n>"
    );
    let of = |read: &Text| read.paragraphs.iter().map(|(_, p)| (p.part, p.number)).collect::<Vec<_>>();
    assert_eq!(of(&word(&body).unwrap()), [(Part::Body, 1), (Part::Table, 2), (Part::Body, 3)]);
    let notes = text(&notes, Part::Footnote, Vocabulary::Word).unwrap();
    assert_eq!(of(&notes), [(Part::Footnote, 1), (Part::Footnote, 1), (Part::Footnote, 2)]);
}
