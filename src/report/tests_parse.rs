//! The citation formats, on a short text.

use snapbox::{IntoData, assert_data_eq, str};

use super::{parse_jsonl, parse_text};
use crate::finding::Lang;
use crate::registry::Registry;
use crate::resolve::Document;

const TEXT: &str = "Số: 12/KH-UBND\nCủ Chi, ngày 05 tháng 3 năm 2024\nKẾ HOẠCH\n\n\
    Căn cứ Nghị quyết số 25-NQ/TW ngày 03/6/2013 của Ban Chấp hành\r\nTrung ương (khóa XI) về công tác dân vận;\n\
    Chỉ thị số 16/CT/TTg; điểm a khoản 2 Điều 5 Nghị định số 126/2024/NĐ-CP thay thế Nghị định số 45/2010/NĐ-CP;\n\
    từ Quyết định số 4/QĐ-UBND đến số 6/QĐ-UBND; Luật Đất đai; Nghị định 126.";

fn jsonl() -> String {
    let mut out = Vec::new();
    parse_jsonl(&mut out, "a.txt", &Document::new(TEXT), Registry::builtin()).unwrap();
    String::from_utf8(out).unwrap()
}

#[test]
fn jsonl_has_the_keys_of_the_contract_in_order() {
    let out = jsonl();
    let keys: Vec<&str> = out.lines().next().unwrap().split("\":").filter_map(|part| part.rsplit('"').next()).collect();
    let contract = "file kind span core text type number year symbol canonical system date issuer issuer_id term title \
        pinpoint inherited antecedent registry pinpoints container parent range relations id urn place";
    assert_eq!(keys[..28], contract.split_whitespace().collect::<Vec<_>>());
}

#[test]
fn jsonl_says_what_was_read() {
    assert_data_eq!(
        jsonl().as_str(),
        str![[r#"
{"file":"a.txt","kind":"own","span":[0,16],"core":[6,16],"text":"Số: 12/KH-UBND","type":"Kế hoạch","number":"12","year":null,"symbol":"12/KH-UBND","canonical":"12/KH-UBND","system":"state","date":"2024-03-05","issuer":null,"issuer_id":null,"term":null,"title":null,"pinpoint":null,"inherited":[],"antecedent":null,"registry":null,"pinpoints":[],"container":null,"parent":null,"range":null,"relations":[],"id":"12/KH-UBND@2024-03-05","urn":null,"place":"Củ Chi"}
{"file":"a.txt","kind":"numbered","span":[79,171],"core":[99,107],"text":"Nghị quyết số 25-NQ/TW ngày 03/6/2013 của Ban Chấp hành\r\nTrung ương (khóa XI)","type":"Nghị quyết","number":"25","year":null,"symbol":"25-NQ/TW","canonical":"25-NQ/TW","system":"party","date":"2013-06-03","issuer":"Ban Chấp hành Trung ương","issuer_id":"TW","term":"XI","title":"về công tác dân vận","pinpoint":null,"inherited":[],"antecedent":null,"registry":{"status":"known","id":"25-NQ/TW@2013-06-03"},"pinpoints":[],"container":null,"parent":null,"range":null,"relations":[{"kind":"basis","source":"own"}],"id":"25-NQ/TW@2013-06-03","urn":"urn:lex:vn:ban.chap.hanh.trung.uong.dang:nghi.quyet:2013-06-03;25-nq-tw","place":null}
{"file":"a.txt","kind":"numbered","span":[200,226],"core":[217,226],"text":"Chỉ thị số 16/CT/TTg","type":"Chỉ thị","number":"16","year":null,"symbol":"16/CT/TTg","canonical":"16/CT-TTg","system":"state","date":null,"issuer":null,"issuer_id":null,"term":null,"title":null,"pinpoint":null,"inherited":[],"antecedent":null,"registry":{"status":"ambiguous","id":null},"pinpoints":[],"container":null,"parent":null,"range":null,"relations":[],"id":null,"urn":null,"place":null}
{"file":"a.txt","kind":"numbered","span":[258,293],"core":[278,293],"text":"Nghị định số 126/2024/NĐ-CP","type":"Nghị định","number":"126","year":2024,"symbol":"126/2024/NĐ-CP","canonical":"126/2024/NĐ-CP","system":"state","date":null,"issuer":null,"issuer_id":null,"term":null,"title":null,"pinpoint":"điểm a khoản 2 Điều 5","inherited":[],"antecedent":null,"registry":{"status":"known","id":"126/2024/NĐ-CP@2024-10-08"},"pinpoints":[{"steps":[{"unit":"article","label":"5"},{"unit":"clause","label":"2"},{"unit":"point","label":"a"}]}],"container":null,"parent":null,"range":null,"relations":[],"id":"126/2024/NĐ-CP@2024-10-08","urn":"urn:lex:vn:chinh.phu:nghi.dinh:2024-10-08;126-2024-nd-cp~dieu5;khoan2;diema","place":null}
{"file":"a.txt","kind":"numbered","span":[305,339],"core":[325,339],"text":"Nghị định số 45/2010/NĐ-CP","type":"Nghị định","number":"45","year":2010,"symbol":"45/2010/NĐ-CP","canonical":"45/2010/NĐ-CP","system":"state","date":null,"issuer":null,"issuer_id":null,"term":null,"title":null,"pinpoint":null,"inherited":[],"antecedent":null,"registry":{"status":"known","id":"45/2010/NĐ-CP@2010-04-21"},"pinpoints":[],"container":null,"parent":null,"range":null,"relations":[{"kind":"replaces","source":3}],"id":"45/2010/NĐ-CP@2010-04-21","urn":"urn:lex:vn:chinh.phu:nghi.dinh:2010-04-21;45-2010-nd-cp","place":null}
{"file":"a.txt","kind":"numbered","span":[346,377],"core":[367,377],"text":"Quyết định số 4/QĐ-UBND","type":"Quyết định","number":"4","year":null,"symbol":"4/QĐ-UBND","canonical":"4/QĐ-UBND","system":"state","date":null,"issuer":null,"issuer_id":null,"term":null,"title":null,"pinpoint":null,"inherited":[],"antecedent":null,"registry":{"status":"not-covered","id":null},"pinpoints":[],"container":null,"parent":null,"range":{"from":5,"to":6,"count":3},"relations":[],"id":null,"urn":null,"place":null}
{"file":"a.txt","kind":"numbered","span":[385,400],"core":[390,400],"text":"số 6/QĐ-UBND","type":"Quyết định","number":"6","year":null,"symbol":"6/QĐ-UBND","canonical":"6/QĐ-UBND","system":"state","date":null,"issuer":null,"issuer_id":null,"term":null,"title":null,"pinpoint":null,"inherited":["type"],"antecedent":null,"registry":{"status":"not-covered","id":null},"pinpoints":[],"container":null,"parent":null,"range":{"from":5,"to":6,"count":3},"relations":[],"id":null,"urn":null,"place":null}
{"file":"a.txt","kind":"named","span":[402,420],"core":[402,420],"text":"Luật Đất đai","type":"Luật","number":null,"year":null,"symbol":null,"canonical":null,"system":null,"date":null,"issuer":null,"issuer_id":null,"term":null,"title":null,"pinpoint":null,"inherited":[],"antecedent":null,"registry":{"status":"ambiguous","id":null,"guess":"45/2013/QH13@2013-11-29"},"pinpoints":[],"container":null,"parent":null,"range":null,"relations":[],"id":null,"urn":null,"place":null}
{"file":"a.txt","kind":"short","span":[422,440],"core":[437,440],"text":"Nghị định 126","type":"Nghị định","number":"126","year":null,"symbol":"126","canonical":null,"system":null,"date":null,"issuer":null,"issuer_id":null,"term":null,"title":null,"pinpoint":null,"inherited":[],"antecedent":3,"registry":null,"pinpoints":[],"container":null,"parent":null,"range":null,"relations":[],"id":null,"urn":null,"place":null}

"#]]
        .raw()
    );
}

#[test]
fn text_says_what_was_read() {
    let mut out = Vec::new();
    let document = Document::new(TEXT);
    parse_text(&mut out, "a.txt", &document, Registry::builtin(), Lang::Vi).unwrap();
    parse_text(&mut out, "", &document, Registry::builtin(), Lang::En).unwrap();
    assert_data_eq!(
        String::from_utf8(out).unwrap(),
        str![[r#"
a.txt:1:1: Số: 12/KH-UBND
    số của chính văn bản; loại Kế hoạch; ký hiệu 12/KH-UBND; ngày 2024-03-05
a.txt:5:8: Nghị quyết số 25-NQ/TW ngày 03/6/2013 của Ban Chấp hành Trung ương (khóa XI)
    số, ký hiệu; loại Nghị quyết; ký hiệu 25-NQ/TW; ngày 2013-06-03; của Ban Chấp hành Trung ương; khóa XI; trích yếu về công tác dân vận
    là căn cứ của văn bản này
    có trong danh mục: 25-NQ/TW@2013-06-03
a.txt:7:1: Chỉ thị số 16/CT/TTg
    số, ký hiệu; loại Chỉ thị; ký hiệu 16/CT/TTg; đúng là 16/CT-TTg
    khớp với nhiều văn bản: 16/CT-TTg@2016-05-16, 16/CT-TTg@2017-05-04, 16/CT-TTg@2018-06-18, 16/CT-TTg@2019-06-25, 16/CT-TTg@2020-03-31, 16/CT-TTg@2026-04-23
a.txt:7:45: Nghị định số 126/2024/NĐ-CP
    số, ký hiệu; loại Nghị định; ký hiệu 126/2024/NĐ-CP; vị trí điểm a khoản 2 Điều 5
    có trong danh mục: 126/2024/NĐ-CP@2024-10-08
a.txt:7:82: Nghị định số 45/2010/NĐ-CP
    số, ký hiệu; loại Nghị định; ký hiệu 45/2010/NĐ-CP
    bị thay thế bởi 126/2024/NĐ-CP
    có trong danh mục: 45/2010/NĐ-CP@2010-04-21
a.txt:8:4: Quyết định số 4/QĐ-UBND
    số, ký hiệu; loại Quyết định; ký hiệu 4/QĐ-UBND
    ngoài phạm vi danh mục
a.txt:8:32: số 6/QĐ-UBND
    số, ký hiệu; loại Quyết định; ký hiệu 6/QĐ-UBND
    ngoài phạm vi danh mục
a.txt:8:46: Luật Đất đai
    tên gọi; loại Luật; tên Luật Đất đai
    khớp với nhiều văn bản: 13/2003/QH11@2003-11-26, 31/2024/QH15@2024-01-18, 45/2013/QH13@2013-11-29; theo ngày của văn bản này thì có lẽ là 45/2013/QH13@2013-11-29
a.txt:8:60: Nghị định 126
    gọi tắt; loại Nghị định; ký hiệu 126
Số: 12/KH-UBND
    own number; type Kế hoạch; symbol 12/KH-UBND; date 2024-03-05
Nghị quyết số 25-NQ/TW ngày 03/6/2013 của Ban Chấp hành Trung ương (khóa XI)
    numbered; type Nghị quyết; symbol 25-NQ/TW; date 2013-06-03; issuer Ban Chấp hành Trung ương; term XI; title về công tác dân vận
    is the basis of this text
    known: 25-NQ/TW@2013-06-03
Chỉ thị số 16/CT/TTg
    numbered; type Chỉ thị; symbol 16/CT/TTg; should be 16/CT-TTg
    fits several documents: 16/CT-TTg@2016-05-16, 16/CT-TTg@2017-05-04, 16/CT-TTg@2018-06-18, 16/CT-TTg@2019-06-25, 16/CT-TTg@2020-03-31, 16/CT-TTg@2026-04-23
Nghị định số 126/2024/NĐ-CP
    numbered; type Nghị định; symbol 126/2024/NĐ-CP; pinpoint điểm a khoản 2 Điều 5
    known: 126/2024/NĐ-CP@2024-10-08
Nghị định số 45/2010/NĐ-CP
    numbered; type Nghị định; symbol 45/2010/NĐ-CP
    is replaced by 126/2024/NĐ-CP
    known: 45/2010/NĐ-CP@2010-04-21
Quyết định số 4/QĐ-UBND
    numbered; type Quyết định; symbol 4/QĐ-UBND
    outside the registry
số 6/QĐ-UBND
    numbered; type Quyết định; symbol 6/QĐ-UBND
    outside the registry
Luật Đất đai
    named; type Luật; name Luật Đất đai
    fits several documents: 13/2003/QH11@2003-11-26, 31/2024/QH15@2024-01-18, 45/2013/QH13@2013-11-29; by the date of this text probably 45/2013/QH13@2013-11-29
Nghị định 126
    short; type Nghị định; symbol 126

"#]]
    );
}
