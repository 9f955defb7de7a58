//! Ids as parts of addresses, file names and names of elements: percent-encoded, so that an id of any script, with
//! slashes or blanks, is one part and stays itself.

/// An id with everything percent-encoded but A–Z, a–z, 0–9, `-`, `.`, `_` and `~`.
///
/// ```
/// use fuxiao_core::ident::{decoded, encoded};
/// assert_eq!(encoded("D1.1"), "D1.1");
/// assert_eq!(encoded("质量/1"), "%E8%B4%A8%E9%87%8F%2F1");
/// assert_eq!(decoded("%E8%B4%A8%E9%87%8F%2F1").as_deref(), Some("质量/1"));
/// ```
pub fn encoded(id: &str) -> String {
    const DIGITS: [char; 16] =
        ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B', 'C', 'D', 'E', 'F'];
    let digit = |nibble: u8| DIGITS.get(usize::from(nibble)).copied().unwrap_or('0');
    let mut text = String::with_capacity(id.len());
    for byte in id.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => {
                text.push(char::from(byte))
            }
            _ => text.extend(['%', digit(byte >> 4), digit(byte & 15)]),
        }
    }
    text
}

/// What was encoded; what was typed without encoding stays. `None` where a `%` is not followed by two hexadecimal digits
/// or the bytes are no text.
pub fn decoded(text: &str) -> Option<String> {
    let mut bytes = text.bytes();
    let mut found = Vec::with_capacity(text.len());
    while let Some(byte) = bytes.next() {
        let byte = if byte == b'%' { hex(bytes.next()?)? << 4 | hex(bytes.next()?)? } else { byte };
        found.push(byte);
    }
    String::from_utf8(found).ok()
}

fn hex(byte: u8) -> Option<u8> {
    char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok())
}
