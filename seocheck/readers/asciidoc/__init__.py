"""AsciiDoc, as https://docs.asciidoctor.org/asciidoc/latest/ describes it: headers, blocks and the macros of prose."""
