//! Local test app.
use yew::prelude::*;

#[component]
fn App() -> Html {
    let n = use_state(|| 0);
    let add = { let n = n.clone(); move |_| n.set(*n + 1) };
    let boom = |_: MouseEvent| { let v: Vec<u8> = Vec::new(); let i = js_sys::Math::random() as usize; web_sys::console::log_1(&v[i + 5].into()); };
    use_effect_with((), |_| {
        if let Some(s) = web_sys::window().and_then(|w| w.document()).and_then(|d| d.get_element_by_id("static")) { s.remove(); }
    });
    html! { <main><h1>{"服效 test"}</h1><button id="add" onclick={add}>{*n}</button><button id="boom" onclick={boom}>{"panic"}</button></main> }
}

fn main() {
    if let Some(e) = web_sys::window().and_then(|w| w.document()).and_then(|d| d.get_element_by_id("app")) {
        yew::Renderer::<App>::with_root(e).render();
    }
}
