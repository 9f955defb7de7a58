//! The services that an assessment can name: the words of `firm.services` in the published format, in its order. Knows
//! no rule that looks at them; a model says by these words whom its legal gate binds and whom a set of targets is for.

use fuxiao_core::Service;

/// Bookkeeping for clients (代理记账).
pub const BOOKKEEPING: Service = Service::new("bookkeeping");
/// Tax.
pub const TAX: Service = Service::new("tax");
/// Audit.
pub const AUDIT: Service = Service::new("audit");
/// Payroll.
pub const PAYROLL: Service = Service::new("payroll");
/// Advisory.
pub const ADVISORY: Service = Service::new("advisory");
/// Anything else.
pub const OTHER: Service = Service::new("other");

/// Every service, in order.
pub const ALL: [Service; 6] = [BOOKKEEPING, TAX, AUDIT, PAYROLL, ADVISORY, OTHER];

/// The service of a stored word.
pub fn from_word(word: &str) -> Option<Service> {
    ALL.into_iter().find(|service| service.word() == word)
}
