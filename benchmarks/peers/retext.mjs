// retext with retext-readability on an article's running text.
import { unified } from "unified";
import retextEnglish from "retext-english";
import retextReadability from "retext-readability";
import retextStringify from "retext-stringify";
import { serve } from "./serve.mjs";

const processor = unified().use(retextEnglish).use(retextReadability).use(retextStringify);

await serve(async (article) => (await processor.process(article.prose)).messages.length);
