// textlint with textlint-rule-write-good on an article's Markdown.
import { createRequire } from "node:module";
import { serve } from "./serve.mjs";

const require = createRequire(import.meta.url);
const { createLinter } = require("textlint");
const { TextlintKernelDescriptor } = require("@textlint/kernel");
const unwrapped = (module) => module.default ?? module;

const descriptor = new TextlintKernelDescriptor({
  rules: [{ ruleId: "write-good", rule: unwrapped(require("textlint-rule-write-good")), options: true }],
  filterRules: [],
  plugins: [{ pluginId: "markdown", plugin: unwrapped(require("@textlint/textlint-plugin-markdown")), options: true }],
});
const linter = createLinter({ descriptor });

await serve(async (article) => (await linter.lintText(article.markdown, "article.md")).messages.length);
