// Checks that a stack registers what a program of the official packages would:
//
//   node parity.js OURS.json [--blueprint UPDATE.json] [--theirs THEIRS.json] [--program PROGRAM.js]
//
// OURS is a recording of the stack. Without --theirs, the official side runs here against the engine of the official
// code. In a recording of a preview outputs are unknown, so nothing tells where they went: then --blueprint is a
// recording of the same stack's update. --program is a program to run instead of the one made from the recording.
"use strict";

const { spawn } = require("node:child_process");
const fs = require("node:fs");
const path = require("node:path");
const { read } = require("./arguments");
const { compare } = require("./compare");

const options = read(process.argv.slice(2), { values: ["blueprint", "theirs", "program"] });
const [file] = options.rest;
if (file === undefined) {
  console.error("usage: node parity.js OURS.json [--blueprint UPDATE.json] [--theirs THEIRS.json] [--program PROGRAM.js]");
  process.exit(2);
}

const load = (name) => JSON.parse(fs.readFileSync(name, "utf8"));

async function official(ours) {
  const { OfficialEngine } = require("./engine");
  const engine = new OfficialEngine({ project: ours.project, stack: ours.stack, preview: ours.dryRun });
  const address = await engine.start();
  const program = options.program ? [options.program] : ["program.js", options.blueprint ?? file];
  const [script, ...rest] = program.map((name, at) => (at === 0 ? path.resolve(__dirname, name) : path.resolve(name)));
  const child = spawn(process.execPath, [path.join(__dirname, "run.js"), script, ...rest], {
    env: {
      ...process.env,
      PULUMI_MONITOR: address,
      PULUMI_ENGINE: address,
      PULUMI_PROJECT: ours.project,
      PULUMI_STACK: ours.stack,
      PULUMI_DRY_RUN: String(ours.dryRun),
      PULUMI_PARALLEL: "16",
    },
    stdio: "inherit",
  });
  const status = await new Promise((resolve) => child.on("exit", resolve));
  engine.stop();
  const errors = engine.recording.logs.filter((log) => log.severity >= 2);
  if (status !== 0 || errors.length > 0) {
    throw new Error(`the official program failed (${status}): ${errors.map((log) => log.message).join("\n")}`);
  }
  return engine.recording;
}

async function main() {
  const ours = load(file);
  const theirs = options.theirs ? load(options.theirs) : await official(ours);
  const differences = compare(ours, theirs);
  for (const difference of differences) {
    console.log(difference);
  }
  const count = ours.registrations.length;
  if (differences.length > 0) {
    console.log(`${differences.length} differences in ${count} registrations`);
    process.exit(1);
  }
  console.log(`${count} registrations are equal`);
}

main().catch((error) => {
  console.error(error.message);
  process.exit(1);
});
