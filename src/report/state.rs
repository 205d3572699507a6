use crate::finding::Lang;
use crate::registry::State;

/// What is known of a document on a day, in words.
pub const fn state_text(state: &State<'_>, lang: Lang) -> &'static str {
    match state {
        State::NotIssued => lang.pick("chưa ban hành", "not issued yet"),
        State::NotInForce => lang.pick("chưa có hiệu lực", "not in force yet"),
        State::Ended { .. } => lang.pick("đã bị thay thế hoặc bãi bỏ", "replaced or repealed"),
        State::NoEndKnown => {
            lang.pick("không biết văn bản nào đã thay thế, bãi bỏ", "no document is known that replaced or repealed it")
        }
    }
}
