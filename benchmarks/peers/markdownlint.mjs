// markdownlint, as markdownlint-cli2 brings it, with its default rules on an article's Markdown.
import { lint } from "markdownlint-cli2/markdownlint/promise";
import { serve } from "./serve.mjs";

await serve(async (article) => {
  const results = await lint({ strings: { article: article.markdown } });
  return results.article.length;
});
