use super::words::Word;

/// The places of a longest common subsequence; of several the one that ends first.
pub(super) fn pairs(title: &[Word<'_>], written: &[Word<'_>]) -> Vec<(usize, usize)> {
    let width = written.len() + 1;
    let mut lengths = vec![0_u16; (title.len() + 1) * width];
    for (row, known) in title.iter().enumerate() {
        for (column, word) in written.iter().enumerate() {
            lengths[(row + 1) * width + column + 1] = if known.folded == word.folded {
                lengths[row * width + column] + 1
            } else {
                lengths[row * width + column + 1].max(lengths[(row + 1) * width + column])
            };
        }
    }
    let length = |row: usize, column: usize| lengths[row * width + column];
    let (mut row, mut column) = (title.len(), written.len());
    while column > 0 && length(row, column - 1) == length(row, column) {
        column -= 1;
    }
    let mut pairs = Vec::new();
    while row > 0 && column > 0 {
        // Equal words are a pair: that keeps the pairs at the end together.
        if title[row - 1].folded == written[column - 1].folded {
            (row, column) = (row - 1, column - 1);
            pairs.push((row, column));
        } else if length(row - 1, column) >= length(row, column - 1) {
            row -= 1;
        } else {
            column -= 1;
        }
    }
    pairs.reverse();
    pairs
}
