//! Paints a picture that is written as SVG, and hands it to the user as PNG.

use js_sys::{Function, Promise};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, CanvasRenderingContext2d, HtmlCanvasElement, HtmlImageElement, Url};

use super::download;

/// Dots of the painted picture for one px, so that it is sharp in print, too.
const DENSITY: u32 = 2;

/// Paints `svg`, which is `width` × `height` px large, and offers it for download under `name`. Says whether the
/// browser took it.
pub async fn png_file(name: &str, svg: &str, width: u32, height: u32) -> bool {
    let Ok(blob) = paint(svg, width * DENSITY, height * DENSITY).await else { return false };
    download::blob_file(name, &blob)
}

async fn paint(svg: &str, width: u32, height: u32) -> Result<Blob, JsValue> {
    let address = Url::create_object_url_with_blob(&download::text_blob("image/svg+xml", svg)?)?;
    let image = HtmlImageElement::new()?;
    let come = waiting(|done, wrong| {
        image.set_onload(Some(done));
        image.set_onerror(Some(wrong));
        image.set_src(&address);
        Ok(())
    });
    let come = JsFuture::from(come).await;
    // Nothing to do where it is gone already.
    let _ = Url::revoke_object_url(&address);
    come?;
    let document = web_sys::window().and_then(|window| window.document()).ok_or(JsValue::NULL)?;
    let canvas: HtmlCanvasElement = document.create_element("canvas")?.unchecked_into();
    canvas.set_width(width);
    canvas.set_height(height);
    let context = canvas.get_context("2d")?.ok_or(JsValue::NULL)?;
    let context: CanvasRenderingContext2d = context.dyn_into()?;
    let (width, height) = (f64::from(width), f64::from(height));
    context.draw_image_with_html_image_element_and_dw_and_dh(&image, 0.0, 0.0, width, height)?;
    // Where the browser cannot, it gives null, which is no blob.
    JsFuture::from(waiting(|done, _| canvas.to_blob(done))).await?.dyn_into()
}

/// A promise that is kept by the first function that `begin` is given and broken by the second, or by an error of
/// `begin` itself.
fn waiting(begin: impl Fn(&Function, &Function) -> Result<(), JsValue>) -> Promise {
    Promise::new(&mut |done, wrong| {
        if let Err(error) = begin(&done, &wrong) {
            // Calling what breaks a promise does not fail.
            let _ = wrong.call1(&JsValue::NULL, &error);
        }
    })
}
