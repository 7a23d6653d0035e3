// Runs a program of the official Node SDK with the environment that a Pulumi engine sets: `node run.js PROGRAM ARGS`.
"use strict";

const { spawnSync } = require("node:child_process");
const path = require("node:path");

// The Kubernetes package takes defaults from these; what a machine happens to have set is not part of a comparison.
const environment = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => name !== "KUBECONFIG" && !name.startsWith("PULUMI_K8S_")),
);

const settings = {
  monitor: environment.PULUMI_MONITOR,
  engine: environment.PULUMI_ENGINE,
  project: environment.PULUMI_PROJECT,
  stack: environment.PULUMI_STACK,
  organization: environment.PULUMI_ORGANIZATION,
  parallel: environment.PULUMI_PARALLEL,
};
const flags = Object.entries(settings)
  .filter(([, value]) => value)
  .map(([name, value]) => `--${name}=${value}`);
if (environment.PULUMI_DRY_RUN === "true") {
  flags.push("--dry-run");
}

const [program, ...rest] = process.argv.slice(2);
const runner = require.resolve("@pulumi/pulumi/cmd/run");
const ended = spawnSync(process.execPath, [runner, ...flags, path.resolve(program), ...rest], {
  env: environment,
  stdio: "inherit",
});
process.exit(ended.status ?? 1);
