//! How the command is linked where gcc does it: what a process does before `main` is a good part of checking one document.

use std::env::var;
use std::path::Path;
use std::process::Command;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    let is = |name: &str, value: &str| var(name).is_ok_and(|of_target| of_target.split(',').any(|part| part == value));
    if !is("CARGO_CFG_TARGET_OS", "linux")
        || !is("CARGO_CFG_TARGET_ENV", "gnu")
        || is("CARGO_CFG_TARGET_FEATURE", "crt-static")
        // Whoever uses the library alone links nothing here.
        || var("CARGO_FEATURE_CLI").is_err()
    {
        return;
    }
    println!("cargo::rerun-if-env-changed=CITE_LINT_PIE");
    // At an address that the system chooses it has to mend some ten thousand addresses first: 0.25 ms. A distribution that wants
    // that says so.
    if var("CITE_LINT_PIE").is_err() {
        println!("cargo::rustc-link-arg-bins=-no-pie");
    }
    if has_unwinder() {
        // To load one library less: 0.08 ms.
        println!("cargo::rustc-link-arg-bins=-Wl,--whole-archive,-l:libgcc_eh.a,--no-whole-archive");
    }
}

/// Whether the linker has the library that unwinds panics also for linking it in.
fn has_unwinder() -> bool {
    println!("cargo::rerun-if-env-changed=RUSTC_LINKER");
    let linker = match var("RUSTC_LINKER") {
        Ok(linker) => linker,
        Err(_) if var("HOST") == var("TARGET") => "cc".to_owned(),
        Err(_) => return false,
    };
    let answer = Command::new(linker).arg("-print-file-name=libgcc_eh.a").output();
    // Where it has none, it says the bare name.
    answer.is_ok_and(|answer| Path::new(String::from_utf8_lossy(&answer.stdout).trim()).is_absolute())
}
