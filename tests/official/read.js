// Reads a registration with the official generated code into the form in which recordings keep it.
"use strict";

const lists = ["dependencies", "ignoreChanges", "additionalSecretOutputs", "replaceOnChanges"];
const noise = new Set(["sourceposition", "stacktrace"]);

function readRegistration(message) {
  const read = {
    type: message.getType(),
    name: message.getName(),
    parent: message.getParent(),
    custom: message.getCustom(),
    object: message.getObject()?.toJavaScript() ?? {},
    dependencies: message.getDependenciesList(),
    propertyDependencies: {},
    provider: message.getProvider(),
    version: message.getVersion(),
    importId: message.getImportid(),
    ignoreChanges: message.getIgnorechangesList(),
    additionalSecretOutputs: message.getAdditionalsecretoutputsList(),
    replaceOnChanges: message.getReplaceonchangesList(),
    customTimeouts: message.getCustomtimeouts()?.toObject() ?? {},
    acceptSecrets: message.getAcceptsecrets(),
    acceptResources: message.getAcceptresources(),
    aliasSpecs: message.getAliasspecs(),
    supportsPartialValues: message.getSupportspartialvalues(),
    supportsResultReporting: message.getSupportsresultreporting(),
  };
  for (const [property, dependencies] of message.getPropertydependenciesMap().entries()) {
    read.propertyDependencies[property] = dependencies.getUrnsList();
  }
  if (message.hasProtect()) {
    read.protect = message.getProtect();
  }
  if (message.hasRetainondelete()) {
    read.retainOnDelete = message.getRetainondelete();
  }
  return { ...read, others: others(message, read) };
}

// Whatever else the message says, by the official code's own names: nothing may be said that a recording leaves out.
function others(message, read) {
  const known = new Set(
    Object.keys(read).flatMap((name) => {
      const plain = name.toLowerCase();
      return [plain, `${plain}${lists.includes(name) ? "list" : "map"}`];
    }),
  );
  known.add("protect").add("retainondelete");
  const rest = {};
  for (const [name, value] of Object.entries(message.toObject())) {
    const isEmpty = value === undefined || value === "" || value === false || (Array.isArray(value) && value.length === 0);
    if (!isEmpty && !known.has(name.toLowerCase()) && !noise.has(name)) {
      rest[name] = value;
    }
  }
  return rest;
}

module.exports = { readRegistration };
