/// Characters that are read as another one; `""` leaves them out.
///
/// Đ for the letters that only look like it, Latin for Cyrillic and Greek capitals, one kind of blank, one hyphen, one
/// slash; invisible characters go. In the order of the characters.
#[rustfmt::skip]
const FOLDED: [(char, &str); 62] = [
    ('\u{00a0}', " "), ('\u{00ad}', ""), ('\u{00d0}', "Đ"), ('\u{00f0}', "đ"), ('\u{0189}', "Đ"), ('\u{0256}', "đ"),
    ('\u{0391}', "A"), ('\u{0392}', "B"), ('\u{0395}', "E"), ('\u{0397}', "H"), ('\u{039a}', "K"), ('\u{039c}', "M"),
    ('\u{039d}', "N"), ('\u{039f}', "O"), ('\u{03a1}', "P"), ('\u{03a4}', "T"), ('\u{0410}', "A"), ('\u{0412}', "B"),
    ('\u{0415}', "E"), ('\u{041a}', "K"), ('\u{041c}', "M"), ('\u{041d}', "H"), ('\u{041e}', "O"), ('\u{0420}', "P"),
    ('\u{0421}', "C"), ('\u{0422}', "T"), ('\u{0423}', "Y"), ('\u{0425}', "X"), ('\u{2000}', " "), ('\u{2001}', " "),
    ('\u{2002}', " "), ('\u{2003}', " "), ('\u{2004}', " "), ('\u{2005}', " "), ('\u{2006}', " "), ('\u{2007}', " "),
    ('\u{2008}', " "), ('\u{2009}', " "), ('\u{200a}', " "), ('\u{200b}', ""), ('\u{200c}', ""), ('\u{200d}', ""),
    ('\u{200e}', ""), ('\u{2010}', "-"), ('\u{2011}', "-"), ('\u{2012}', "-"), ('\u{2013}', "-"), ('\u{2014}', "-"),
    ('\u{2015}', "-"), ('\u{202f}', " "), ('\u{2043}', "-"), ('\u{2044}', "/"), ('\u{205f}', " "), ('\u{2060}', ""),
    ('\u{2212}', "-"), ('\u{2215}', "/"), ('\u{3000}', " "), ('\u{fe58}', "-"), ('\u{fe63}', "-"), ('\u{feff}', ""),
    ('\u{ff0d}', "-"), ('\u{ff0f}', "/"),
];

/// What a character is read as, if it is one of those; `""` when it is left out.
pub fn read_as(c: char) -> Option<&'static str> {
    // The letters of Vietnamese and of ASCII are read as they are: all but two of what a text has.
    // So are its marks that stand apart.
    let common = matches!(
        c,
        '\u{0}'..='\u{9f}' | 'Ñ'..='ï' | 'ñ'..='ư' | '\u{300}'..='\u{36f}' | '\u{1e00}'..='\u{1eff}' | '\u{2016}'..='\u{2027}'
    );
    if common && c != '\u{189}' {
        return None;
    }
    let place = FOLDED.binary_search_by_key(&c, |(from, _)| *from).ok()?;
    Some(FOLDED[place].1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_is_found() {
        assert!(FOLDED.is_sorted_by(|(one, _), (next, _)| one < next));
        assert!(FOLDED.iter().all(|&(from, to)| read_as(from) == Some(to)));
        assert_eq!(['a', 'đ', 'ệ', '“', '…', '\u{301}'].map(read_as), [None; 6]);
    }
}
