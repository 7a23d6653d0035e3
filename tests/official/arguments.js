// Reads --name value and --flag; everything else is in order in `rest`.
"use strict";

function read(argv, { flags = [], values = [] }) {
  const options = { rest: [] };
  for (let at = 0; at < argv.length; at++) {
    const name = argv[at].replace(/^--/, "");
    if (argv[at].startsWith("--") && flags.includes(name)) {
      options[camel(name)] = true;
    } else if (argv[at].startsWith("--") && values.includes(name) && at + 1 < argv.length) {
      options[camel(name)] = argv[++at];
    } else if (argv[at].startsWith("--")) {
      console.error(`unknown option ${argv[at]}; there are ${[...flags, ...values].map((o) => `--${o}`).join(", ")}`);
      process.exit(2);
    } else {
      options.rest.push(argv[at]);
    }
  }
  return options;
}

const camel = (name) => name.replace(/-(.)/g, (_, letter) => letter.toUpperCase());

module.exports = { read };
