mod pairs;
mod words;

use std::ops::Range;

use self::pairs::pairs;
use self::words::{JOINING, Word, Words, behind_about, behind_lead, cites_number, is_one_word};
use super::Record;
use super::title::sentence;
use crate::text::is_all_caps;
use crate::vocab::index::{Index, Kind};

impl Record {
    /// Whether its title is sure to the word: two texts of others quote it so, or two sources give the document
    /// (`data/titles.tsv`). Other titles of the registry are good to recognise a document by, and may be cut short.
    pub fn has_sure_title(&self) -> bool {
        SURE.has(ID, self.id())
    }
}

/// The ids in `data/titles.tsv`; a test asserts that they are these.
static SURE: Index = Index::new("", include_bytes!("../../../data/index/titles.index"));
const ID: Kind = b'i';

/// How the words behind a citation differ from the title of the known document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TitleDifference {
    /// Where the title stands in the words, in bytes, without `về` or `về việc` in front of it.
    pub written: Range<usize>,
    /// The words of the known title that are not written, those that stand together in one text.
    pub dropped: Vec<String>,
    /// The words that are written and are not in the known title.
    pub added: Vec<String>,
}

/// Compares the words behind a citation with the title of the known document.
///
/// `None` where they agree, and where the words do not show that the whole title is meant: another beginning, another end,
/// too much that differs, another number, an abbreviation. Case, punctuation, the place of tone marks, `i` for `y`, `về` and
/// the other words that only join make no difference.
///
/// ```
/// use cite_lint::registry::title_difference;
///
/// let known = "về phát huy sức mạnh đại đoàn kết toàn dân tộc";
/// let differs = title_difference(known, " về phát huy sức mạnh đại đoàn kết dân tộc và các chương trình").unwrap();
/// assert_eq!((differs.dropped, differs.added.len()), (vec!["toàn".to_owned()], 0));
/// assert_eq!(title_difference(known, "Về phát huy sức mạnh Đại đoàn kết toàn dân tộc;"), None);
/// assert_eq!(title_difference(known, " về phát huy sức mạnh"), None);
/// ```
pub fn title_difference(known: &str, following: &str) -> Option<TitleDifference> {
    KnownTitle::of(known).difference(following)
}

/// The title of a known document, as far as it is read for all texts that may quote it.
pub(crate) struct KnownTitle<'t> {
    words: Words<'t>,
    /// How it may begin: its first two words, and those behind `một số vấn đề về`.
    beginnings: [Option<[&'t str; 2]>; 2],
}

impl<'t> KnownTitle<'t> {
    pub(crate) fn of(title: &'t str) -> Self {
        let words = behind_lead(Words::of(title));
        let behind_about = behind_about(words.clone());
        Self { beginnings: [words.first_two(), behind_about.and_then(|words| words.first_two())], words }
    }

    /// See [`title_difference`].
    pub(crate) fn difference(&self, following: &str) -> Option<TitleDifference> {
        // Most of what stands behind a citation is no title, and most titles are told word for word.
        if !self.begins_as(&behind_lead(Words::of(following))) {
            return None;
        }
        let written = behind_lead(Words::of(sentence(following).split('|').next().unwrap_or_default()));
        if !self.begins_as(&written) || written.begin_with(&self.words) {
            return None;
        }
        difference(self.words.clone(), written)
    }

    /// Whether words begin as the title does, or as it does behind `một số vấn đề về`.
    fn begins_as(&self, written: &Words<'_>) -> bool {
        let Some(first) = written.first() else { return false };
        let second = || written.first_two().map_or("", |[_, second]| second);
        self.beginnings.iter().flatten().any(|[one, two]| is_one_word(first, one) && is_one_word(second(), two))
    }
}

fn difference(title: Words<'_>, written: Words<'_>) -> Option<TitleDifference> {
    let title: Vec<Word<'_>> = title.spelt().collect();
    let window: &[Word<'_>] = &written.spelt().take(title.len() + MOST_ADDED).collect::<Vec<_>>();
    if title.len() < SHORTEST || cites_number(&title) {
        return None;
    }
    let pairs = pairs(&title, window);
    let (&(_, first), &(_, last)) = (pairs.first()?, pairs.last()?);
    // The last two words of both.
    let ends_alike = pairs.ends_with(&[(title.len() - 2, last.checked_sub(1)?), (title.len() - 1, last)]);
    if !ends_alike || pairs.len() * 4 < title.len() * 3 {
        return None;
    }
    let left_out = |words: &[Word<'_>], range: Range<usize>, paired: &dyn Fn(usize) -> bool| -> Vec<Range<usize>> {
        let mut runs: Vec<Range<usize>> = Vec::new();
        for at in range.filter(|&at| !paired(at) && !JOINING.contains(&&*words[at].folded)) {
            match runs.last_mut() {
                Some(run) if run.end == at => run.end += 1,
                _ => runs.push(at..at + 1),
            }
        }
        runs
    };
    let dropped = left_out(&title, 0..title.len(), &|at| pairs.iter().any(|&(known, _)| known == at));
    let added = left_out(window, first..last + 1, &|at| pairs.iter().any(|&(_, written)| written == at));
    let count = |runs: &[Range<usize>]| runs.iter().map(ExactSizeIterator::len).sum::<usize>();
    if count(&dropped) + count(&added) == 0 || count(&dropped) > MOST_DROPPED || count(&added) > MOST_ADDED {
        return None;
    }
    // Another number is another document, or another place in this one; a short form is none.
    let in_doubt = |word: &Word<'_>| {
        word.text.contains(|c: char| c.is_ascii_digit()) || (word.text.chars().count() > 1 && is_all_caps(word.text))
    };
    let capitals = window.iter().all(|word| is_all_caps(word.text));
    let unsure = dropped.iter().flat_map(|run| &title[run.clone()]).any(|word| word.text.contains(char::is_numeric))
        || !capitals && added.iter().flat_map(|run| &window[run.clone()]).any(in_doubt);
    let text = |words: &[Word<'_>], runs: Vec<Range<usize>>| {
        let join = |run: Range<usize>| words[run].iter().map(|word| word.text).collect::<Vec<_>>().join(" ");
        runs.into_iter().map(join).collect()
    };
    (!unsure && !same_words(&title, &dropped, window, &added)).then(|| TitleDifference {
        written: window[first].range.start..window[last].range.end,
        dropped: text(&title, dropped),
        added: text(window, added),
    })
}

/// Titles of fewer words are too short to tell a slip from another title.
const SHORTEST: usize = 6;
/// More words that are left out make it another title, or one told in short.
const MOST_DROPPED: usize = 6;
/// The same of words that are put in.
const MOST_ADDED: usize = 6;

/// Whether the same words are left out and put in: then only their order differs (`bảo đảm`, `đảm bảo`).
fn same_words(title: &[Word<'_>], dropped: &[Range<usize>], window: &[Word<'_>], added: &[Range<usize>]) -> bool {
    fn sorted<'w>(words: &'w [Word<'_>], runs: &[Range<usize>]) -> Vec<&'w str> {
        let mut found: Vec<&str> = runs.iter().flat_map(|run| &words[run.clone()]).map(|word| &*word.folded).collect();
        found.sort_unstable();
        found
    }
    sorted(title, dropped) == sorted(window, added)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TITLE: &str = "Một số vấn đề về tiếp tục đổi mới, sắp xếp tổ chức bộ máy của hệ thống chính trị tinh gọn, \
                         hoạt động hiệu lực, hiệu quả";

    #[test]
    fn index_is_of_the_ids() {
        let mut writer = crate::vocab::index::Writer::default();
        let lines = include_str!("../../../data/titles.tsv").lines().skip(1);
        lines.filter_map(|line| line.split('\t').next()).for_each(|id| writer.add_key(ID, id));
        writer.is(&SURE, "titles.index");
    }

    #[test]
    fn what_differs_is_told_and_what_is_in_doubt_is_not() {
        for (following, want) in [
            (
                " về tiếp tục đổi mới, sắp xếp tổ chức bộ máy của hệ thống chính trị tinh gọn, hoạt động hiệu lực, hiệu quả; ",
                "-Một số vấn đề",
            ),
            (
                " “Một số vấn đề tiếp tục đổi mới, sắp xếp tổ chức bộ máy của hệ thống chính trị tinh gọn, hoạt động hiệu quả”",
                "-hiệu lực",
            ),
            (
                " một số vấn đề về tiếp tục đổi mới và sắp xếp tổ chức bộ máy hệ thống chính trị tinh gọn, hoạt động hiệu lực và hiệu quả",
                "",
            ),
            (
                " một số vấn đề về tiếp tục đổi mới, xắp xếp tổ chức bộ máy của hệ thống chính trị tinh gọn, hoạt động hiệu lực, hiệu quả",
                "-sắp+xắp",
            ),
            (" về tiếp tục đổi mới, sắp xếp tổ chức bộ máy của HTCT tinh gọn, hoạt động hiệu lực, hiệu quả", ""),
            (" về tiếp tục đổi mới, sắp xếp tổ chức bộ máy của hệ thống chính trị", ""),
            (" về công tác dân vận", ""),
            (" và các văn bản khác", ""),
            ("", ""),
        ] {
            let shown = title_difference(TITLE, following).map_or(String::new(), |differs| {
                let signed =
                    |sign: &str, words: &[String]| -> String { words.iter().map(|w| format!("{sign}{w}")).collect() };
                signed("-", &differs.dropped) + &signed("+", &differs.added)
            });
            assert_eq!(shown, want, "{following}");
        }
    }
}
