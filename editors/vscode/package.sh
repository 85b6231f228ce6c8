#!/bin/sh
# Makes dist/seocheck.vsix. Needs Node 20 or newer, npm, and seocheck on the PATH (or in SEOCHECK) for the schema of its settings.
set -eu
cd "$(dirname "$0")"
npm ci --silent
npm run --silent types
npm test --silent
npm run --silent build
"${SEOCHECK:-seocheck}" schema settings > dist/settings.schema.json
cp ../../LICENSE LICENSE.txt
node licences.mjs > dist/third_party.txt
npx --yes @vscode/vsce@3.6.0 package --no-dependencies --allow-missing-repository --out dist/seocheck.vsix
