// readcsp.cjs NPM_FOLDER: the directives of the policy on standard input, as JSON, read by a parser of its own.
const parser = require(process.argv[2] + "/node_modules/content-security-policy-parser");
const parse = parser.parseContentSecurityPolicy ?? parser.default;
const policy = require("node:fs").readFileSync(0, "utf8");
console.log(JSON.stringify(Object.fromEntries(parse(policy))));
