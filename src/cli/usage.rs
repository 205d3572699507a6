//! What is wrong with the command line itself, in the language that it asks for.

use std::error::Error as _;
use std::ffi::OsString;
use std::fmt;

use clap::CommandFactory;
use clap::error::{ContextKind, ContextValue, Error, ErrorKind};

use super::args::Args;
use crate::finding::Message;

/// The words at fault, and what is wrong with them: `what — what to do`. Of the rare kinds there is none; clap tells them.
pub(super) fn problem(error: &Error, words: &[OsString]) -> Option<(String, Message)> {
    let [arg, value, near] = match error.kind() {
        ErrorKind::UnknownArgument => [ContextKind::InvalidArg, ContextKind::InvalidValue, ContextKind::SuggestedArg],
        ErrorKind::InvalidSubcommand => {
            [ContextKind::InvalidSubcommand, ContextKind::InvalidValue, ContextKind::SuggestedSubcommand]
        }
        _ => [ContextKind::InvalidArg, ContextKind::InvalidValue, ContextKind::SuggestedValue],
    }
    .map(|kind| strings(error, kind));
    let near = near.first().map(String::as_str);
    let help = help_of(words);
    let argument = arg.first()?;
    // `--level <LEVEL>`; a positional argument is its value only.
    let (name, shape) = argument.split_once(' ').unwrap_or((argument, argument));
    let is_option = name.starts_with('-');
    let value = value.first().map_or("", String::as_str);
    let with_value = if is_option { format!("{name} {value}") } else { value.to_owned() };
    Some(match error.kind() {
        ErrorKind::UnknownArgument if is_option => (argument.clone(), unknown("tùy chọn", "option", near, &help)),
        ErrorKind::UnknownArgument => (argument.clone(), superfluous(&help)),
        ErrorKind::InvalidSubcommand => (argument.clone(), unknown("lệnh", "command", near, &help)),
        ErrorKind::InvalidValue if value.is_empty() => {
            (name.to_owned(), no_value(name, shape, &strings(error, ContextKind::ValidValue)))
        }
        ErrorKind::InvalidValue => {
            (with_value, no_such_value(near, &strings(error, ContextKind::ValidValue), shape, &help))
        }
        ErrorKind::ValueValidation => match error.source().and_then(|source| source.downcast_ref::<NotOneOf>()) {
            Some(NotOneOf(names)) => (with_value, no_such_value(near, names, shape, &help)),
            None => (with_value, bad_value(shape, &help)),
        },
        ErrorKind::TooManyValues => (format!("{name}={value}"), takes_no_value(name)),
        ErrorKind::MissingRequiredArgument => (arg.join(", "), missing(&help)),
        ErrorKind::ArgumentConflict => {
            let others = strings(error, ContextKind::PriorArg);
            (argument.clone(), if others == arg { only_once() } else { conflict(&others) })
        }
        _ => return None,
    })
}

/// A value that is none of these names.
#[derive(Debug)]
pub(super) struct NotOneOf(pub(super) Vec<String>);

impl fmt::Display for NotOneOf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "none of {}", self.0.join(", "))
    }
}

impl std::error::Error for NotOneOf {}

fn strings(error: &Error, kind: ContextKind) -> Vec<String> {
    match error.get(kind) {
        Some(ContextValue::String(text)) => vec![text.clone()],
        Some(ContextValue::Strings(texts)) => texts.clone(),
        _ => Vec::new(),
    }
}

/// The call that shows the help of the verb in these words.
fn help_of(words: &[OsString]) -> String {
    let mut command = &Args::command();
    let mut call = command.get_name().to_owned();
    for word in words.iter().skip(1) {
        if let Some(verb) = command.find_subcommand(word) {
            call = format!("{call} {}", verb.get_name());
            command = verb;
        }
    }
    format!("{call} --help")
}

fn unknown(vi: &str, en: &str, near: Option<&str>, help: &str) -> Message {
    match near {
        Some(near) => Message::new(
            format!("không có {vi} này — có phải “{near}”? Xem: {help}"),
            format!("no such {en} — did you mean “{near}”? See: {help}"),
        ),
        None => Message::new(format!("không có {vi} này — xem: {help}"), format!("no such {en} — see: {help}")),
    }
}

fn superfluous(help: &str) -> Message {
    Message::new(
        format!("thừa, lệnh không nhận thêm gì ở đây — xem: {help}"),
        format!("one too many, the command takes nothing more here — see: {help}"),
    )
}

fn no_value(name: &str, shape: &str, names: &[String]) -> Message {
    if names.is_empty() {
        return Message::new(format!("thiếu giá trị — ghi {name} {shape}"), format!("no value — write {name} {shape}"));
    }
    let names = names.join(", ");
    Message::new(format!("thiếu giá trị — chọn một trong: {names}"), format!("no value — choose one of: {names}"))
}

fn no_such_value(near: Option<&str>, names: &[String], shape: &str, help: &str) -> Message {
    if names.is_empty() {
        return bad_value(shape, help);
    }
    let names = names.join(", ");
    match near {
        Some(near) => Message::new(
            format!("không có giá trị này — có phải “{near}”? Chọn một trong: {names}"),
            format!("no such value — did you mean “{near}”? Choose one of: {names}"),
        ),
        None => Message::new(
            format!("không có giá trị này — chọn một trong: {names}"),
            format!("no such value — choose one of: {names}"),
        ),
    }
}

/// A value that cannot be read as what it stands for.
fn bad_value(shape: &str, help: &str) -> Message {
    let (vi, en) = match shape {
        "<N>" => ("một số nguyên không âm", "a whole number, 0 or more"),
        "<SIZE>" => ("một cỡ tệp, ví dụ 512MiB", "a size, for example 512MiB"),
        "<YYYY-MM-DD>" => (
            "một ngày có trong lịch, dạng năm-tháng-ngày: 2024-05-31",
            "a day of the calendar as year-month-day: 2024-05-31",
        ),
        _ => (shape, shape),
    };
    Message::new(
        format!("giá trị không đúng — cần {vi}; xem: {help}"),
        format!("a bad value — write {en}; see: {help}"),
    )
}

fn takes_no_value(name: &str) -> Message {
    Message::new(
        format!("tùy chọn này không nhận giá trị — chỉ ghi {name}"),
        format!("this option takes no value — write {name} only"),
    )
}

fn missing(help: &str) -> Message {
    Message::new(format!("còn thiếu — xem cách ghi: {help}"), format!("missing — see how to write it: {help}"))
}

fn conflict(others: &[String]) -> Message {
    let others = others.join(", ");
    Message::new(
        format!("không dùng chung với {others} được — bỏ một trong hai"),
        format!("cannot be used together with {others} — leave one of them out"),
    )
}

fn only_once() -> Message {
    Message::new("ghi nhiều lần — chỉ ghi một lần", "written more than once — write it once")
}

#[cfg(test)]
mod tests {
    use clap::Parser;

    use super::*;
    use crate::finding::Lang;

    /// The subject and the message for these words.
    fn told(line: &str, lang: Lang) -> String {
        let words: Vec<OsString> = line.split(' ').map(OsString::from).collect();
        let error = Args::try_parse_from(&words).unwrap_err();
        let (subject, message) = problem(&error, &words).unwrap();
        format!("{subject}: {}", message.text(lang))
    }

    #[test]
    fn each_kind_says_what_and_what_to_do() {
        for (line, want) in [
            ("cite-lint man a b", "b: thừa, lệnh không nhận thêm gì ở đây — xem: cite-lint man --help"),
            ("cite-lint check --config", "--config: thiếu giá trị — ghi --config <FILE>"),
            ("cite-lint check --level", "--level: thiếu giá trị — chọn một trong: info, warning, error"),
            ("cite-lint check --no-config=x a", "--no-config=x: tùy chọn này không nhận giá trị — chỉ ghi --no-config"),
            ("cite-lint fix --diff --diff a", "--diff: ghi nhiều lần — chỉ ghi một lần"),
            (
                "cite-lint check -j x a",
                "--jobs x: giá trị không đúng — cần một số nguyên không âm; xem: cite-lint check --help",
            ),
        ] {
            assert_eq!(told(line, Lang::Vi), want);
        }
        assert_eq!(
            told("cite-lint completions fsh", Lang::En),
            "fsh: no such value — did you mean “fish”? Choose one of: bash, elvish, fish, powershell, zsh"
        );
    }

    #[test]
    fn help_is_no_problem() {
        let words = ["cite-lint", "check", "--help"].map(OsString::from);
        assert!(problem(&Args::try_parse_from(&words).unwrap_err(), &words).is_none());
    }
}
