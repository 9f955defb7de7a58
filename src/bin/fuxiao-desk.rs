//! Starts the whole app in the page, in place of the front that was fetched first. Everything else is in the library.

fn main() {
    fuxiao::ui::start_desk();
}
