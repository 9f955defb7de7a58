//! Starts the program that writes workbooks, which is fetched when one is asked for. Everything else is in the library.

fn main() {
    fuxiao_workbook::start();
}
