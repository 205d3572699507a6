//! The parts of a mention, in few bytes: a text may have hundreds of thousands of mentions.

use std::ops::Deref;

use crate::citation::Part;
use crate::text::Span;

/// Where the parts of a mention stand, counted from where it begins: all are near.
#[derive(Clone, Debug)]
pub(crate) struct Parts([Place; KINDS]);

/// How many kinds of parts there are.
const KINDS: usize = Part::Container as usize + 1;

/// How far behind the beginning, or before it, and how many bytes; these are less than those of what is nowhere.
type Place = (i32, u32);
const NOWHERE: Place = (0, u32::MAX);

impl Parts {
    pub(super) const fn new() -> Self {
        Self([NOWHERE; KINDS])
    }

    /// Where a part of a mention that begins at `start` stands.
    pub(super) fn get(&self, part: Part, start: usize) -> Option<Span> {
        let (from, length) = self.0[part as usize];
        if length == NOWHERE.1 {
            return None;
        }
        let from = start.checked_add_signed(from as isize)?;
        Some(Span::new(from, from + length as usize))
    }

    /// Says where a part stands; the first counts.
    pub(crate) fn add(&mut self, part: Part, start: usize, span: Span) {
        let from = span.start().checked_signed_diff(start).and_then(|from| i32::try_from(from).ok());
        let place = from.zip(u32::try_from(span.len()).ok().filter(|length| *length != NOWHERE.1));
        if self.0[part as usize] == NOWHERE {
            self.0[part as usize] = place.unwrap_or(NOWHERE);
        }
    }

    pub(crate) const fn remove(&mut self, part: Part) {
        self.0[part as usize] = NOWHERE;
    }
}

/// The parts that a list gave to a member, in order.
#[derive(Clone, Debug)]
pub(crate) struct Inherited {
    parts: [Part; KINDS],
    count: u8,
}

impl Inherited {
    pub(super) const fn new() -> Self {
        Self { parts: [Part::Symbol; KINDS], count: 0 }
    }

    pub(crate) fn push(&mut self, part: Part) {
        if let Some(place) = self.parts.get_mut(usize::from(self.count)) {
            *place = part;
            self.count += 1;
        }
    }
}

impl Deref for Inherited {
    type Target = [Part];

    fn deref(&self) -> &[Part] {
        &self.parts[..usize::from(self.count)]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_stand_where_they_were_added() {
        let mut parts = Parts::new();
        let places = [(Part::Type, 100, 110), (Part::Pinpoint, 80, 95), (Part::Date, 130, 130)];
        for (part, start, end) in places {
            parts.add(part, 100, Span::new(start, end));
        }
        parts.add(Part::Type, 100, Span::new(0, 1));
        for (part, start, end) in &places {
            assert_eq!(parts.get(*part, 100), Some(Span::new(*start, *end)), "{part:?}");
        }
        parts.remove(Part::Date);
        for part in [Part::Date, Part::Symbol, Part::Issuer] {
            assert_eq!(parts.get(part, 100), None, "{part:?}");
        }
        let far = usize::try_from(u64::from(u32::MAX)).unwrap();
        parts.add(Part::Term, far, Span::new(0, 1));
        assert_eq!(parts.get(Part::Term, far), None);
    }

    #[test]
    fn inherited_parts_keep_their_order() {
        let mut inherited = Inherited::new();
        let parts = [Part::Type, Part::Issuer, Part::Date];
        parts.into_iter().for_each(|part| inherited.push(part));
        assert_eq!(*inherited, parts);
        (0..9).for_each(|_| inherited.push(Part::Symbol));
        assert_eq!((inherited.len(), Inherited::new().len()), (KINDS, 0));
    }
}
