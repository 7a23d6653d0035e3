// A program of the official Node SDK that makes what a recording says was registered: `program.js RECORDING.json`.
// What the official classes add by themselves is taken out of the recording first, so that it is missed if it was not
// sent; what they pass on is what a user would have given them.
"use strict";

const fs = require("node:fs");
const pulumi = require("@pulumi/pulumi");
const { reader } = require("./outputs");
const { make } = require("./make");

const recording = JSON.parse(fs.readFileSync(process.argv[2], "utf8"));
const made = new Map();
const read = reader(made);
const stack = recording.registrations.find((registration) => registration.type === "pulumi:pulumi:Stack");

for (const registration of recording.registrations.filter((one) => one !== stack)) {
  made.set(registration.urn, make(registration, options(registration), read));
}

const outputs = new Map(recording.outputs.map((entry) => [entry.urn, entry.outputs]));
for (const [urn, resource] of made) {
  if (resource instanceof pulumi.ComponentResource && outputs.has(urn)) {
    resource.registerOutputs(read(outputs.get(urn)));
  }
}

module.exports = read(outputs.get(stack.urn) ?? {});

function options(registration) {
  const timeouts = Object.entries(registration.customTimeouts).filter(([, time]) => time !== "");
  const provider = registration.provider.split("::").slice(0, 4).join("::");
  return {
    parent: registration.parent === stack.urn ? undefined : found(registration.parent),
    provider: provider === "" ? undefined : found(provider),
    dependsOn: explicitly(registration).map(found),
    import: registration.importId || undefined,
    protect: registration.protect,
    retainOnDelete: registration.retainOnDelete,
    ignoreChanges: registration.ignoreChanges,
    customTimeouts: timeouts.length > 0 ? Object.fromEntries(timeouts) : undefined,
  };
}

// The SDK itself adds the dependencies that come with outputs in the inputs; those are not passed to it.
function explicitly(registration) {
  const byProperty = new Set(Object.values(registration.propertyDependencies).flat());
  return registration.dependencies.filter((urn) => !byProperty.has(urn));
}

function found(urn) {
  if (!made.has(urn)) {
    throw new Error(`${urn} is referred to before it was registered`);
  }
  return made.get(urn);
}
