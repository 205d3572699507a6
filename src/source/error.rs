use thiserror::Error;

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
    /// A Word document that cannot be read.
    #[error("not a Word document that can be read: {0}")]
    Docx(DocxProblem),
    /// A byte that is not UTF-8.
    #[error("not UTF-8: bad byte at offset {offset}, line {line}")]
    NotUtf8 {
        /// The first bad byte.
        offset: usize,
        /// Its line.
        line: usize,
        /// The encoding it looks like.
        guess: Option<Guess>,
    },
    /// A NUL byte: no text has one.
    #[error("binary data: NUL byte at offset {offset}, line {line}")]
    Nul {
        /// The first NUL.
        offset: usize,
        /// Its line.
        line: usize,
        /// The encoding it looks like.
        guess: Option<Guess>,
    },
}

/// Why a Word document cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Error)]
#[non_exhaustive]
pub enum DocxProblem {
    /// The archive or a part of it is cut off or damaged.
    #[error("it is damaged")]
    Broken,
    /// A zip archive that holds no Word document: a spreadsheet, slides, an archive of files.
    #[error("the archive holds no Word document")]
    NoDocument,
    /// Encrypted.
    #[error("it is locked with a password")]
    Locked,
    /// A part of more than 64 MiB, more than 10,000 parts, or nesting that no document has.
    #[error("it is larger than any document")]
    TooLarge,
}

/// What bytes look like that are not UTF-8 text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Guess {
    /// UTF-16, the "Unicode" of old Windows programs.
    Utf16,
    /// A zip archive: .docx, .xlsx, .odt.
    Zip,
    /// PDF.
    Pdf,
    /// The binary formats of Office 97–2003: .doc, .xls, .ppt.
    OldOffice,
    /// Rich text, .rtf.
    Rtf,
    /// A picture or a compressed file.
    Binary,
    /// TCVN 5712 (ABC fonts, `.VnTime`).
    Tcvn3,
    /// VNI for Windows.
    Vni,
    /// Windows code page 1258.
    Windows1258,
}

impl Guess {
    /// The name people know it by.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Utf16 => "UTF-16",
            Self::Zip => ".docx/.zip",
            Self::Pdf => "PDF",
            Self::OldOffice => ".doc/.xls (Office 97-2003)",
            Self::Rtf => "RTF",
            Self::Binary => "PNG/JPEG/gzip",
            Self::Tcvn3 => "TCVN3 (ABC)",
            Self::Vni => "VNI",
            Self::Windows1258 => "Windows-1258",
        }
    }
}

impl std::fmt::Display for Guess {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.name())
    }
}
