//! Starts the front of the app in the page: what is fetched first. Everything else is in the library.

fn main() {
    fuxiao::ui::start();
}
