// readenv.cjs NPM_FOLDER FILE…: what npm's dotenv reads in each file, as a JSON list of objects.
const fs = require("node:fs");
const [folder, ...files] = process.argv.slice(2);
const dotenv = require(folder + "/node_modules/dotenv");
console.log(JSON.stringify(files.map((file) => dotenv.parse(fs.readFileSync(file)))));
