//! Level 0: text and positions.
//!
//! Every position in this crate is a byte offset of the original text unless its name says otherwise
//! (`column`: code points from 1; `utf16_column`: UTF-16 units from 1).

mod bits;
pub(crate) mod blocks;
mod bucket_table;
mod capitals;
mod edit;
mod fold;
mod fold_in_place;
pub(crate) mod inner_blanks;
mod letters;
mod line_index;
mod lookalike;
#[cfg(test)]
mod made;
mod marks;
mod markup;
mod normalize;
mod span;
mod syllable;
mod vietnamese;

pub(crate) use bits::{Bits, ones};
pub(crate) use bucket_table::BucketTable;
#[cfg(test)]
pub(crate) use bucket_table::first_eight;
pub use capitals::is_all_caps;
pub(crate) use capitals::is_spelt;
pub use edit::{Edit, EditError, apply_edits};
pub use fold::{fold, same_folded, words};
pub(crate) use fold::{fold_onto, folded, folded_word, folded_words};
pub(crate) use inner_blanks::InnerBlanks;
pub(crate) use letters::{has_single_blanks, is_word_char, lower, next_word, small_letters, word_end};
pub(crate) use line_index::is_first_byte;
pub use line_index::{LineIndex, Position};
pub use lookalike::read_as;
#[cfg(test)]
pub(crate) use made::is_or_made;
pub(crate) use marks::decomposed;
pub use marks::strip_marks;
pub use normalize::Normalized;
pub(crate) use normalize::{Shift, nfc};
pub use span::Span;
pub(crate) use span::{joined, range_of};
pub(crate) use syllable::{Syllable, Syllables};
pub(crate) use vietnamese::begins_as_vietnamese;
