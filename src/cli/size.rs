use std::fmt;
use std::str::FromStr;

/// A number of bytes: `1000`, `64KiB`, `512MiB`, `2G` (powers of 1024).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Size(pub(super) u64);

const UNITS: [(&str, u64); 3] = [("G", 1 << 30), ("M", 1 << 20), ("K", 1 << 10)];

impl Default for Size {
    /// The largest file that is read, where nothing is said.
    fn default() -> Self {
        Self(512 << 20)
    }
}

impl FromStr for Size {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let upper = text.trim().to_uppercase();
        let short = upper.strip_suffix("IB").or_else(|| upper.strip_suffix('B')).unwrap_or(&upper);
        let (digits, unit) = UNITS
            .iter()
            .find_map(|&(name, bytes)| short.strip_suffix(name).map(|digits| (digits, bytes)))
            .unwrap_or((short, 1));
        let bytes = digits.trim().parse::<u64>().ok().and_then(|n| n.checked_mul(unit));
        bytes.map(Self).ok_or_else(|| "a size is a number of bytes, or with KiB, MiB, GiB: 512MiB".to_owned())
    }
}

impl fmt::Display for Size {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (name, bytes) in UNITS {
            if self.0 >= bytes {
                let tenths = u128::from(self.0) * 10 / u128::from(bytes);
                let (whole, tenth) = (tenths / 10, tenths % 10);
                return if tenth == 0 { write!(f, "{whole} {name}iB") } else { write!(f, "{whole}.{tenth} {name}iB") };
            }
        }
        write!(f, "{} B", self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::Size;

    #[test]
    fn reads_and_prints() {
        for (text, bytes, printed) in [
            ("10", 10, "10 B"),
            ("64k", 65_536, "64 KiB"),
            ("512MiB", 512 << 20, "512 MiB"),
            ("2 GB", 2 << 30, "2 GiB"),
        ] {
            let size: Size = text.parse().unwrap();
            assert_eq!((size.0, size.to_string().as_str()), (bytes, printed), "{text}");
        }
        for bad in ["", "x", "-1", "1.5M", "99999999999G"] {
            assert!(bad.parse::<Size>().is_err(), "{bad}");
        }
    }
}
