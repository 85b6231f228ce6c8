// Prints the licences of the packages that the bundle holds: they want to go with it.
import fs from 'node:fs';
import path from 'node:path';

const { inputs } = JSON.parse(fs.readFileSync('dist/bundle.json', 'utf8'));
const found = Object.keys(inputs).map((file) => /^node_modules\/(@[^/]+\/[^/]+|[^/]+)/.exec(file)?.[0]);
for (const folder of [...new Set(found.filter(Boolean))].sort()) {
  const { name, version } = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'));
  const licence = fs.readdirSync(folder).find((file) => /^licen[cs]e/i.test(file));
  if (!licence) {
    throw new Error(`${name} ${version} has no file with its licence`);
  }
  console.log(`== ${name} ${version}\n\n${fs.readFileSync(path.join(folder, licence), 'utf8')}`);
}
