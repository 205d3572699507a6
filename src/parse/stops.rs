//! Small words that end a name before them.

/// Those that end the names of bodies and of laws, folded.
pub(super) const STOPS: [&str; 31] = [
    "trên", "đến", "từ", "này", "số", "ngày", "năm", "được", "đã", "có", "thì", "là", "của", "tại", "theo", "trong",
    "để", "do", "khi", "nếu", "phải", "hoặc", "với", "cho", "các", "những", "mà", "nêu", "sẽ", "còn", "như",
];
