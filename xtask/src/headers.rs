//! Reads `_headers` (the format of Netlify and Cloudflare Pages) and the policy in a page. Knows no server.

/// What a host shall send for some paths.
#[derive(Debug, Default, Clone)]
pub struct Rules(Vec<(String, Vec<(String, String)>)>);

impl Rules {
    /// A line without indentation opens a block for a path, indented lines below it are its headers.
    pub fn parse(text: &str) -> Result<Rules, String> {
        let mut blocks: Vec<(String, Vec<(String, String)>)> = Vec::new();
        for (number, line) in text.lines().enumerate() {
            if line.trim().is_empty() || line.starts_with('#') {
                continue;
            }
            if !line.starts_with([' ', '\t']) {
                blocks.push((line.trim().to_string(), Vec::new()));
                continue;
            }
            let header = line
                .trim()
                .split_once(':')
                .map(|(name, value)| (name.trim().to_string(), value.trim().to_string()));
            match (blocks.last_mut(), header) {
                (Some((_, headers)), Some(header)) => headers.push(header),
                _ => return Err(format!("_headers, line {}: not understood: {line}", number + 1)),
            }
        }
        Ok(Rules(blocks))
    }

    /// The headers for a path that starts with `/`; `*` at the end of a rule stands for anything.
    pub fn for_path(&self, path: &str) -> Vec<(&str, &str)> {
        let fits = |rule: &str| match rule.strip_suffix('*') {
            Some(start) => path.starts_with(start),
            None => path == rule,
        };
        let blocks = self.0.iter().filter(|(rule, _)| fits(rule));
        blocks
            .flat_map(|(_, headers)| headers.iter().map(|(name, value)| (name.as_str(), value.as_str())))
            .collect()
    }
}

/// The tag in the page that carries the policy, as a range of bytes.
pub fn policy_tag(html: &str) -> Option<std::ops::Range<usize>> {
    let start = html.find("<meta http-equiv=\"Content-Security-Policy\"")?;
    let length = html[start..].find('>')? + 1;
    Some(start..start + length)
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = include_str!("../../index.html");
    const HEADERS: &str = include_str!("../../assets/_headers");

    fn page_policy() -> Vec<String> {
        let tag = &PAGE[policy_tag(PAGE).unwrap()];
        let content = tag.split("content=\"").nth(1).unwrap().split('"').next().unwrap();
        directives(content)
    }

    fn directives(policy: &str) -> Vec<String> {
        let words = |part: &str| part.split_whitespace().collect::<Vec<_>>().join(" ");
        policy.split(';').map(words).filter(|part| !part.is_empty()).collect()
    }

    #[test]
    fn the_page_and_the_headers_carry_the_same_policy() {
        let rules = Rules::parse(HEADERS).unwrap();
        let sent = rules.for_path("/index.html");
        let policy = sent.iter().find(|(name, _)| *name == "Content-Security-Policy").unwrap().1;
        let mut sent = directives(policy);
        // A page cannot say this of itself: browsers heed it in a header only.
        let at = sent.iter().position(|part| part == "frame-ancestors 'none'").unwrap();
        sent.remove(at);
        assert_eq!(sent, page_policy());
    }

    #[test]
    fn the_policy_lets_nothing_in_from_elsewhere() {
        let policy = page_policy();
        assert!(policy.contains(&"default-src 'none'".to_string()));
        assert!(policy.contains(&"require-trusted-types-for 'script'".to_string()));
        for part in &policy {
            for word in part.split_whitespace().skip(1) {
                assert!(
                    !["*", "'unsafe-inline'", "'unsafe-eval'", "http:", "https:"].contains(&word),
                    "{part}"
                );
                assert!(!word.contains("//"), "{part}");
            }
        }
    }

    #[test]
    fn the_other_headers_are_there() {
        let rules = Rules::parse(HEADERS).unwrap();
        let sent = rules.for_path("/anything.js");
        for wanted in [
            ("X-Content-Type-Options", "nosniff"),
            ("Referrer-Policy", "no-referrer"),
            ("Cross-Origin-Resource-Policy", "same-origin"),
            ("Cross-Origin-Opener-Policy", "same-origin"),
            ("Cross-Origin-Embedder-Policy", "require-corp"),
            ("X-Frame-Options", "DENY"),
        ] {
            assert!(sent.contains(&wanted), "{wanted:?}");
        }
    }

    #[test]
    fn rules_fit_by_start_or_exactly() {
        let rules = Rules::parse("/*\n  A: 1\n\n/x.js\n  B: 2: 3\n").unwrap();
        assert_eq!(rules.for_path("/x.js"), [("A", "1"), ("B", "2: 3")]);
        assert_eq!(rules.for_path("/y.js"), [("A", "1")]);
        assert!(Rules::parse("  A: 1\n").is_err());
        assert!(Rules::parse("/\n  nonsense\n").is_err());
    }
}
