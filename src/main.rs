//! Starts the app in the page. Everything else is in the library.

fn main() {
    fuxiao::ui::start();
}
