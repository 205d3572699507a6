//! Places by the hash of their key: open addressing, at most half full, never changed.

use super::number;

const FREE: u32 = u32::MAX;

/// How many slots so many keys need: a power of two, and always a free one.
pub(super) fn count(keys: usize) -> usize {
    (2 * keys).next_power_of_two().max(2)
}

/// The table of these keys and their places; equal keys in the order given.
pub(super) fn table(keys: &[(u64, u32)]) -> Vec<u8> {
    let count = count(keys.len());
    let mut slots = vec![(0, FREE); count];
    for &(hash, place) in keys {
        let mut slot = first(hash, count);
        while slots[slot].1 != FREE {
            slot = (slot + 1) % count;
        }
        slots[slot] = (tag(hash), place);
    }
    slots.iter().flat_map(|(tag, place)| [tag.to_le_bytes(), place.to_le_bytes()]).flatten().collect()
}

/// The places whose key may have this hash, in the order given.
pub(super) fn find(table: &[u8], hash: u64) -> impl Iterator<Item = usize> {
    let count = table.len() / 8;
    let slots = (0..count).map(move |step| (first(hash, count) + step) % count);
    let slots = slots.map_while(|slot| Some((number(table, 2 * slot)?, number(table, 2 * slot + 1)?)));
    let taken = slots.take_while(|&(_, place)| place != FREE);
    taken.filter(move |&(of, _)| of == tag(hash)).map(|(_, place)| place as usize)
}

/// The upper bits of the hash are its best.
fn first(hash: u64, count: usize) -> usize {
    hash.checked_shr(u64::BITS - count.ilog2()).unwrap_or_default() as usize
}

/// The bits below those that choose the slot tell most others apart.
fn tag(hash: u64) -> u32 {
    (hash >> 8) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_of_one_key_come_in_order() {
        let hash = |place: u32| u64::from(place % 7) << 61 | u64::from(place % 7) << 8;
        for length in [0, 1, 2, 100] {
            let keys: Vec<(u64, u32)> = (0..length).map(|place| (hash(place), place)).collect();
            let table = table(&keys);
            for wanted in 0..7 {
                let want: Vec<usize> = (0..length as usize).filter(|place| place % 7 == wanted as usize).collect();
                assert_eq!(find(&table, hash(wanted)).collect::<Vec<_>>(), want, "{wanted} of {length}");
            }
        }
    }

    #[test]
    fn a_table_without_a_free_slot_ends_the_search() {
        let full = [[1, 0, 0, 0], [0, 0, 0, 0]].concat().repeat(2);
        assert_eq!(find(&full, 0).count(), 0);
        assert_eq!(find(&full[..8], u64::MAX).count(), 0);
    }
}
