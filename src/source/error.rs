use thiserror::Error;

use super::Encoding;

/// Why bytes are not a text that can be checked. Offsets count bytes from 0, lines from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum SourceError {
    /// Nothing in it (a byte order mark alone counts as nothing).
    #[error("the file is empty")]
    Empty,
    /// The first bytes are those of another format or encoding.
    #[error("not plain text: looks like {0}")]
    Foreign(Guess),
    /// A Word or OpenDocument text that cannot be read.
    #[error("not a document that can be read: {0}")]
    Package(PackageProblem),
    /// A byte that is not UTF-8, in a text that looks like none of the other encodings.
    #[error("not UTF-8: bad byte at offset {offset}, line {line}")]
    NotUtf8 {
        /// The first bad byte.
        offset: usize,
        /// Its line.
        line: usize,
    },
    /// A byte that the encoding of the text, told by its mark, by its look or by an option, does not have.
    #[error("not {encoding}: bad byte at offset {offset}, line {line}")]
    NotInEncoding {
        /// The encoding.
        encoding: Encoding,
        /// The first bad byte.
        offset: usize,
        /// Its line.
        line: usize,
    },
    /// A NUL byte: no text has one.
    #[error("binary data: NUL byte at offset {offset}, line {line}")]
    Nul {
        /// The first NUL.
        offset: usize,
        /// Its line.
        line: usize,
    },
}

/// Why a Word or OpenDocument text cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Error)]
#[non_exhaustive]
pub enum PackageProblem {
    /// The archive or a part of it is cut off or damaged.
    #[error("it is damaged")]
    Broken,
    /// A zip archive that holds no such text: a spreadsheet, slides, an archive of files.
    #[error("the archive holds no Word document and no .odt")]
    NoDocument,
    /// Encrypted.
    #[error("it is locked with a password")]
    Locked,
    /// A part of more than 64 MiB, parts of more than 256 MiB together, more than 10,000 parts, or elements nested deeper than 1,000.
    #[error("it is larger than any document")]
    TooLarge,
}

/// What bytes look like that are not UTF-8 text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Guess {
    /// A zip archive, where the features that read one are left out.
    Zip,
    /// PDF.
    Pdf,
    /// The binary formats of Office 97–2003: .doc, .xls, .ppt.
    OldOffice,
    /// Rich text, .rtf.
    Rtf,
    /// A picture or a compressed file.
    Binary,
}

impl Guess {
    /// The name people know it by.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Zip => ".docx/.zip",
            Self::Pdf => "PDF",
            Self::OldOffice => ".doc/.xls (Office 97-2003)",
            Self::Rtf => "RTF",
            Self::Binary => "PNG/JPEG/gzip",
        }
    }
}

impl std::fmt::Display for Guess {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.name())
    }
}
