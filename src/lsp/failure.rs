use serde_json::{Value, json};

/// Codes of JSON-RPC 2.0 and of the protocol.
pub(super) const PARSE_ERROR: i64 = -32_700;
pub(super) const INVALID_REQUEST: i64 = -32_600;
pub(super) const METHOD_NOT_FOUND: i64 = -32_601;
pub(super) const INVALID_PARAMS: i64 = -32_602;
pub(super) const NOT_INITIALIZED: i64 = -32_002;
pub(super) const REQUEST_CANCELLED: i64 = -32_800;
pub(super) const SERVER_CANCELLED: i64 = -32_802;
pub(super) const REQUEST_FAILED: i64 = -32_803;

/// Why a request is not answered.
#[derive(Debug)]
pub(super) struct Failure {
    code: i64,
    message: String,
    data: Value,
}

impl Failure {
    pub(super) fn new(code: i64, message: impl Into<String>) -> Self {
        Self { code, message: message.into(), data: Value::Null }
    }

    /// A parameter that is missing or no such thing.
    pub(super) fn parameter(name: &str) -> Self {
        Self::new(INVALID_PARAMS, format!("the parameter {name} is missing, or has no such form"))
    }

    /// The client has sent another text meanwhile: it may ask again.
    pub(super) fn outdated() -> Self {
        let data = json!({"retriggerRequest": true});
        Self { data, ..Self::new(SERVER_CANCELLED, "the text has changed meanwhile") }
    }

    pub(super) fn to_json(&self) -> Value {
        let mut json = json!({"code": self.code, "message": self.message});
        if !self.data.is_null() {
            json["data"] = self.data.clone();
        }
        json
    }
}
