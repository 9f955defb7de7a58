//! Whether the release that this page is of is still published where it came from.
//!
//! Knows that the page's script names the files of the program in its attributes; no file's name and no version.

use web_sys::{Element, RequestCache, RequestInit};

use super::{net, page};

/// The script of the page that names the files of the program.
const SCRIPT: &str = "script[data-js]";

/// Whether another release has taken the place of this one: its page names another program, or the part of the program
/// that is fetched later is not there any more. Without a connection nobody knows, which is no.
pub async fn is_gone() -> bool {
    let Some(script) = page::find(SCRIPT) else { return false };
    let js = file(&script, "data-js");
    let page = RequestInit::new();
    page.set_cache(RequestCache::NoStore);
    if let Ok(answer) = net::request("./", &page).await
        && answer.ok()
        && let Ok(html) = net::body(&answer).await
        && !html.contains(&js)
    {
        return true;
    }
    let part = RequestInit::new();
    part.set_cache(RequestCache::NoStore);
    part.set_method("HEAD");
    let address = script.get_attribute("data-pages").unwrap_or_default();
    let Ok(answer) = net::request(&address, &part).await else { return false };
    // Many hosts answer with their page where a file is missing.
    let html = answer.headers().get("Content-Type").ok().flatten().is_some_and(|kind| kind.contains("html"));
    matches!(answer.status(), 404 | 410) || (answer.ok() && html)
}

/// The name of the file in an attribute, without the folders.
fn file(script: &Element, attribute: &str) -> String {
    let address = script.get_attribute(attribute).unwrap_or_default();
    address.rsplit('/').next().unwrap_or_default().to_string()
}
