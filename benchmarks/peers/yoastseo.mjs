// Yoast SEO's analysis of an article in HTML: the SEO assessor with one keyphrase and the readability assessor, with the
// researcher of the article's language.
import { createRequire } from "node:module";
import { serve } from "./serve.mjs";

const require = createRequire(import.meta.url);
const { Paper, assessors } = require("yoastseo");
const known = new Map();

function assessorsFor(language) {
  if (!known.has(language)) {
    let Researcher;
    try {
      Researcher = require(`yoastseo/build/languageProcessing/languages/${language}/Researcher`).default;
    } catch {
      Researcher = require("yoastseo/build/languageProcessing/languages/_default/Researcher").default;
    }
    const researcher = new Researcher();
    const both = [new assessors.SEOAssessor(researcher), new assessors.ContentAssessor(researcher)];
    known.set(language, { researcher, both });
  }
  return known.get(language);
}

await serve((article) => {
  const paper = new Paper(article.html, {
    keyword: article.keyword,
    title: article.title,
    titleWidth: article.title.length * 9,
    description: article.description,
    slug: article.slug,
    locale: `${article.language}_${article.language.toUpperCase()}`,
  });
  const { researcher, both } = assessorsFor(article.language);
  researcher.setPaper(paper);
  let results = 0;
  for (const assessor of both) {
    assessor.assess(paper);
    results += assessor.getValidResults().filter((result) => result.getScore() < 7).length;
    assessor.calculateOverallScore();
  }
  return results;
});
