// What the engine answers to a registration: every text is a marker of where it came from.
"use strict";

const { isObject, isSecret, secret, marker, unknown } = require("./wire");

const computed = {
  "random:index/randomPassword:RandomPassword": { result: true, bcryptHash: true },
  "command:remote:Command": { stdout: false, stderr: false },
};

function urnOf(request, { project, stack }) {
  const parentTypes = request.parent.split("::")[2] ?? "";
  const isTop = parentTypes === "" || parentTypes === "pulumi:pulumi:Stack";
  const type = isTop ? request.type : `${parentTypes}$${request.type}`;
  return `urn:pulumi:${stack}::${project}::${type}::${request.name}`;
}

function mark(value, urn, path) {
  if (isSecret(value)) {
    return secret(mark(value.value, urn, path));
  }
  if (Array.isArray(value)) {
    return value.map((element, at) => mark(element, urn, `${path}.${at}`));
  }
  if (isObject(value)) {
    return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, mark(field, urn, `${path}.${name}`)]));
  }
  return typeof value === "string" && value !== unknown ? marker(urn, path) : value;
}

function idOf(request, urn, preview) {
  if (!request.custom) {
    return "";
  }
  if (!preview) {
    return marker(urn, "id");
  }
  return request.type.startsWith("pulumi:providers:") ? unknown : "";
}

function answerTo(request, options) {
  const urn = urnOf(request, options);
  const object = {};
  for (const [name, value] of Object.entries(request.object)) {
    object[name] = request.custom ? mark(value, urn, name) : value;
  }
  for (const [name, hidden] of Object.entries(computed[request.type] ?? {})) {
    if (!options.preview) {
      object[name] = hidden ? secret(marker(urn, name)) : marker(urn, name);
    } else if (options.sendUnknowns) {
      object[name] = unknown;
    }
  }
  return { urn, id: idOf(request, urn, options.preview), object };
}

module.exports = { answerTo };
