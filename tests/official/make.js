// Makes one recorded resource with the official class for its type.
"use strict";

const pulumi = require("@pulumi/pulumi");
const kubernetes = require("@pulumi/kubernetes");
const command = require("@pulumi/command");
const random = require("@pulumi/random");
const { isSecret } = require("./wire");

class Component extends pulumi.ComponentResource {}

// What the classes add by themselves, and what they mark as secret.
const added = {
  "command:remote:Command": { secretOutputs: ["connection"], replaceOnChanges: ["triggers[*]"], marked: ["connection"] },
  "command:local:Command": { replaceOnChanges: ["triggers[*]"] },
  "kubernetes:core/v1:Secret": {
    secretOutputs: ["data", "stringData"],
    marked: ["data", "stringData"],
    inputs: ["apiVersion", "kind"],
  },
  "kubernetes:helm.sh/v3:Release": { inputs: ["compat"] },
  "random:index/randomPassword:RandomPassword": { secretOutputs: ["bcryptHash", "result"] },
};

// Inputs of the Kubernetes provider that it takes as values and sends as JSON texts.
const sentAsJson = new Set([
  "alwaysRender",
  "deleteUnreachable",
  "enableConfigMapMutable",
  "enablePatchForce",
  "enableSecretMutable",
  "enableServerSideApply",
  "helmReleaseSettings",
  "kubeClientSettings",
  "skipUpdateUnreachable",
  "suppressDeprecationWarnings",
  "suppressHelmHookWarnings",
  "upsertExistingObjects",
]);

function make(registration, options, read) {
  const { type, name, custom } = registration;
  if (!custom) {
    return new Component(type, name, read(registration.object), options);
  }
  const { secretOutputs = [], replaceOnChanges = [], marked = [], inputs = [] } = added[type] ?? {};
  const given = Object.fromEntries(
    Object.entries(registration.object)
      .filter(([input]) => !inputs.includes(input))
      .map(([input, value]) => [input, marked.includes(input) && isSecret(value) ? value.value : value]),
  );
  const all = {
    ...options,
    additionalSecretOutputs: registration.additionalSecretOutputs.filter((output) => !secretOutputs.includes(output)),
    replaceOnChanges: registration.replaceOnChanges.filter((change) => !replaceOnChanges.includes(change)),
  };
  if (type === "pulumi:providers:kubernetes") {
    return new kubernetes.Provider(name, read(withoutJson(given)), all);
  }
  const Class = classFor(type);
  return Class ? new Class(name, read(given), all) : new kubernetes.apiextensions.CustomResource(name, read(given), all);
}

function withoutJson(inputs) {
  const values = Object.entries(inputs).map(([name, value]) =>
    sentAsJson.has(name) && typeof value === "string" ? [name, JSON.parse(value)] : [name, value],
  );
  return Object.fromEntries(values);
}

// The class for a type token; none for kinds that only a cluster knows.
function classFor(type) {
  const [pkg, module, kind] = type.split(":");
  if (pkg === "kubernetes") {
    const [group, version] = module.split("/");
    return kubernetes[group === "helm.sh" ? "helm" : group]?.[version]?.[kind];
  }
  const known = { "command:remote": command.remote, "command:local": command.local, "random:index/randomPassword": random };
  const found = known[`${pkg}:${module}`]?.[kind];
  if (!found) {
    throw new Error(`the parity check has no class for ${type}: add it to make.js`);
  }
  return found;
}

module.exports = { make };
