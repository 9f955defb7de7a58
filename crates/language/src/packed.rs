//! The files of texts as they are published: what they are called, and whether what arrived is what was asked for. Knows
//! no network.

use fuxiao_core::ident::encoded;

use crate::{FILES, Locale, RELEASE};

/// The name of the words among the texts of a language.
pub const WORDS: &str = "words";
/// The name of the texts that belong to no dimension.
pub const COMMON: &str = "common";

/// Why there is no text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Missed {
    /// Another release has taken the place of the one that it belongs to: only loading the page anew helps.
    Gone,
    /// It did not arrive, or not as it was packed; another try may help.
    Failed,
}

fn hash_of(locale: Locale, id: &str) -> Option<u64> {
    let at = FILES.iter().position(|known| *known == id)?;
    locale.0.hashes.get(at).copied()
}

/// The address of a file relative to the page, with the hash of what is in it.
pub fn text_address(locale: Locale, id: &str) -> String {
    // Encoded once in the name of the file, and once more in its address.
    let mut name = format!("content/text/{}/{}-", locale.tag(), encoded(&encoded(id)));
    let hash = hash_of(locale, id).unwrap_or_default();
    // Written digit by digit: what formats hexadecimal numbers would have to be fetched first.
    let digits = (0..16).rev().filter_map(|at| char::from_digit((hash >> (4 * at)) as u32 & 15, 16));
    name.extend(digits);
    name + ".json"
}

/// What is in a file that arrived, if it is the one that was packed with this program. Where it is not, it is read only
/// for the release it calls itself of.
///
/// # Errors
/// Why it is not used.
pub fn unpack<'a>(locale: Locale, id: &str, file: &'a str) -> Result<&'a str, Missed> {
    if hash_of(locale, id) == Some(hash(file.as_bytes())) {
        let head =
            ["{\"release\":\"", RELEASE, "\",\"file\":\"", locale.tag(), "/", id, "\",\"text\":"].concat();
        let text = file.strip_prefix(&head).and_then(|text| text.strip_suffix('}'));
        return text.ok_or(Missed::Failed);
    }
    let release = file.strip_prefix("{\"release\":\"").and_then(|rest| rest.split('"').next());
    Err(match release {
        Some(other) if other != RELEASE => Missed::Gone,
        _ => Missed::Failed,
    })
}

/// FNV-1a with 64 bits, as the packing has it; a test compares them.
fn hash(bytes: &[u8]) -> u64 {
    let fold = |hash: u64, byte: &u8| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, fold)
}
