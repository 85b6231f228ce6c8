#!/bin/sh
# Installs code-server, Visual Studio Code in a browser, into a folder, for the tests of the extension.
# Prints the program to start. Needs Node 20, npm, a C++ compiler and the headers of Node.
#   code-server.sh FOLDER
set -eu
case "$(node --version)" in
  v20.*) ;;
  *) echo "code-server 4.100 needs Node 20, this is $(node --version)" >&2; exit 1 ;;
esac
# The headers that came with Node, if they did: node-gyp would fetch them otherwise.
headers=$(dirname "$(dirname "$(node -p process.execPath)")")
[ -d "$headers/include/node" ] && export npm_config_nodedir="$headers"
mkdir -p "$1"
cd "$1"
[ -f package.json ] || npm init --yes > /dev/null
# Its own installation builds modules that nothing here uses, and stops where one of them can't be built.
install() { npm install --silent --ignore-scripts --omit=dev --no-audit --no-fund "$@" >&2; }
install code-server@4.100.3
npm rebuild --silent argon2 >&2
cd node_modules/code-server/lib/vscode
install
(cd extensions && install)
ln -sfn node_modules node_modules.asar
for module in @vscode/spdlog native-watchdog @parcel/watcher; do npm rebuild --silent "$module" >&2; done
entry="$1/node_modules/code-server/out/node/entry.js"
node "$entry" --version > /dev/null
echo "$entry"
