//! Level 0: text and positions.
//!
//! Every position in this crate is a byte offset of the original text unless its name says otherwise
//! (`column`: code points from 1; `utf16_column`: UTF-16 units from 1).

pub(crate) mod blocks;
mod bucket_table;
mod edit;
mod fold;
mod fold_in_place;
pub(crate) mod inner_blanks;
mod letters;
mod line_index;
mod lookalike;
#[cfg(test)]
mod made;
mod markup;
mod normalize;
mod span;
mod syllable;
mod vietnamese;

pub(crate) use bucket_table::BucketTable;
#[cfg(test)]
pub(crate) use bucket_table::first_eight;
pub use edit::{Edit, EditError, apply_edits};
pub(crate) use fold::{decomposed, fold_onto, folded, folded_word, folded_words, is_spelt};
pub use fold::{fold, is_all_caps, same_folded, strip_marks, words};
pub(crate) use inner_blanks::InnerBlanks;
pub(crate) use letters::{has_single_blanks, is_word_char, lower, small_letters};
pub use line_index::{LineIndex, Position};
pub use lookalike::read_as;
#[cfg(test)]
pub(crate) use made::is_or_made;
pub use normalize::Normalized;
pub(crate) use normalize::{Shift, nfc};
pub use span::Span;
pub(crate) use span::range_of;
pub(crate) use syllable::{Syllable, Syllables};
