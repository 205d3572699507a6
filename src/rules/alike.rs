//! Citations that read alike: a text cites few documents, and cites them often. What their reading alone tells is asked once.

use std::hash::Hasher;

use rustc_hash::{FxBuildHasher, FxHashMap, FxHasher};

use crate::citation::{Kind, Part, PartialDate};
use crate::parse::Mention;

/// For each mention of a text the first one that reads as it does.
#[derive(Debug)]
pub(super) struct Alike {
    first: Vec<u32>,
    by_hash: FxHashMap<u64, u32>,
}

impl Alike {
    pub(super) fn with_capacity(mentions: usize) -> Self {
        let by_hash = FxHashMap::with_capacity_and_hasher(mentions, FxBuildHasher);
        Self { first: Vec::with_capacity(mentions), by_hash }
    }

    /// Adds the next one of some mentions; gives the first that reads as it does.
    pub(super) fn add(&mut self, mentions: &[Mention<'_>]) -> usize {
        let index = self.first.len();
        let earlier = *self.by_hash.entry(hash(&mentions[index])).or_insert(index as u32) as usize;
        // Of two that share a hash without reading alike each stands for itself.
        let is_like = earlier < index && reads_alike(&mentions[earlier], &mentions[index]);
        let first = if is_like { earlier } else { index };
        self.first.push(first as u32);
        first
    }

    /// Those whose first one is one of these, which come in text order: mostly there is none.
    pub(super) fn all_of(&self, firsts: &[usize]) -> impl Iterator<Item = usize> + use<'_> {
        let from = firsts.first().copied().unwrap_or(self.first.len());
        let mut is_first = if firsts.is_empty() { Vec::new() } else { vec![false; self.first.len()] };
        firsts.iter().for_each(|&first| is_first[first] = true);
        let behind = self.first[from..].iter().zip(from..);
        behind.filter(move |(first, _)| is_first[**first as usize]).map(|(_, index)| index)
    }
}

fn hash(mention: &Mention<'_>) -> u64 {
    let reading = mention.reading();
    let (first, last) = reading.date.map_or((0, 0), PartialDate::day_numbers);
    let doc_type = reading.doc_type.map_or(0, |doc_type| doc_type.name().len() as u64);
    let issuer = reading.issuer.as_ref().map_or(0, |issuer| issuer.name().len() as u64);
    let mut hasher = FxHasher::default();
    hasher.write(mention.core_str().as_bytes());
    hasher.write_u64((first as u64) << 32 ^ (last as u64) << 16 ^ doc_type << 8 ^ issuer);
    hasher.finish()
}

/// Whether all but the place in the document is the same.
fn reads_alike(one: &Mention<'_>, other: &Mention<'_>) -> bool {
    let is_cited = |mention: &Mention<'_>| mention.kind() != Kind::Own && mention.antecedent().is_none();
    let (a, b) = (one.reading(), other.reading());
    one.core_str() == other.core_str()
        && (a.kind, a.doc_type, a.date, a.term) == (b.kind, b.doc_type, b.date, b.term)
        && (type_word(one) == type_word(other) || one.type_code() == other.type_code())
        && (is_cited(one) && is_cited(other))
        && (&a.issuer, &a.name, &a.short_number) == (&b.issuer, &b.name, &b.short_number)
        && one.canonical() == other.canonical()
        && (one.defects().is_empty() && other.defects().is_empty() || a.symbol == b.symbol)
}

fn type_word<'t>(mention: &Mention<'t>) -> Option<&'t str> {
    mention.part(Part::Type).map(|part| part.slice(mention.text))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::registry::Registry;
    use crate::resolve::Document;
    use crate::rules::traits::Traits;
    use crate::rules::{Context, look_up};

    const TEXT: &str = "Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ; Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ; \
                        Nghị định số 30/2020/NĐ-CP ngày 06/3/2020; Nghị định 30; QĐ số 124-QĐ/TW; Quy định số 124-QĐ/TW; 30/2020/NĐ-CP; \
                        Nghị quyết số 25-NQ/TW về tăng cường và đổi mới sự lãnh đạo của Đảng đối với công tác dân vận trong tình hình mới; \
                        Nghị quyết số 25-NQ/TW về công tác tôn giáo; Nghị quyết số 25-NQ/TW; Luật Khiếu nại; Luật Khiếu nại; luật Khiếu nại; \
                        Thông tư số 1/2020/TT-BNV; Thông tư số 01/2020/TT-BNV; Đề án số 15- ĐA/TU; Đề án số 15- ĐA/TU.";

    #[test]
    fn the_first_is_the_first_that_reads_the_same() {
        let document = Document::new(TEXT);
        let mentions = document.mentions();
        let mut alike = Alike::with_capacity(mentions.len());
        for (index, mention) in mentions.iter().enumerate() {
            let plain = mentions[..index].iter().position(|earlier| reads_alike(earlier, mention));
            assert_eq!(alike.add(mentions), plain.unwrap_or(index), "{}", mention.as_str());
        }
        let symbol = |index: usize| mentions[index].canonical().map(ToString::to_string);
        let plain: Vec<usize> = (0..mentions.len()).filter(|&index| symbol(index).is_some()).collect();
        let context = Context::new(&document, Registry::builtin(), None);
        let indices = |sought: Traits| context.indices_with(sought).collect::<Vec<_>>();
        assert_eq!(
            context.indices_where(Traits::ANY.into(), |mention| mention.canonical().is_some()).collect::<Vec<_>>(),
            plain
        );
        assert_eq!((indices(Traits::SYMBOL), indices(Traits::FIRST).len() + 5), (plain, mentions.len()));
    }

    #[test]
    fn the_registry_says_of_each_what_it_says_of_it_alone() {
        let document = Document::new(TEXT);
        let registry = Registry::builtin();
        let context = Context::new(&document, registry, None);
        let alone = document.mentions().iter().filter_map(|mention| look_up(registry, mention));
        assert!(context.cited().map(|(_, verdict)| verdict.clone()).eq(alone));
    }
}
