// Compares two recordings of the same stack, whatever the order in which things came.
"use strict";

const { isObject, isSecret, unknown } = require("./wire");

// Names of a message's fields that hold sets, not lists.
const sets = ["dependencies", "ignoreChanges", "additionalSecretOutputs", "replaceOnChanges"];

function compare(ours, theirs) {
  const differences = [];
  const left = byUrn(ours.registrations, differences, "ours");
  const right = byUrn(theirs.registrations, differences, "the official one");
  both(left, right, differences, (urn, one, other) => {
    diff(normal(one), normal(other), urn, "", differences);
  });
  const outputs = (recording, who) => byUrn(recording.outputs, differences, `outputs of ${who}`);
  both(outputs(ours, "ours"), outputs(theirs, "the official one"), differences, (urn, one, other) => {
    diff(values(one.outputs), values(other.outputs), urn, "outputs", differences);
  });
  if (ours.ended !== theirs.ended) {
    differences.push(`ended: ours ${ours.ended}, official ${theirs.ended}`);
  }
  return differences;
}

function byUrn(entries, differences, who) {
  const found = new Map();
  for (const entry of entries) {
    if (found.has(entry.urn)) {
      differences.push(`${entry.urn}: twice in ${who}`);
    }
    found.set(entry.urn, entry);
  }
  return found;
}

function both(left, right, differences, check) {
  for (const urn of new Set([...left.keys(), ...right.keys()])) {
    if (!left.has(urn) || !right.has(urn)) {
      differences.push(`${urn}: only in ${left.has(urn) ? "ours" : "the official one"}`);
    } else {
      check(urn, left.get(urn), right.get(urn));
    }
  }
}

function normal(registration) {
  const result = { others: {}, ...registration, object: values(registration.object) };
  for (const name of sets) {
    result[name] = [...registration[name]].sort();
  }
  result.propertyDependencies = Object.fromEntries(
    Object.entries(registration.propertyDependencies).map(([name, urns]) => [name, [...urns].sort()]),
  );
  result.customTimeouts = Object.fromEntries(Object.entries(registration.customTimeouts).filter(([, time]) => time !== ""));
  return result;
}

// Where part of a secret is not known yet, the official SDK sends the whole as unknown and drops the mark. Ours keeps
// the mark. This is the one difference that is meant, and it lasts only as long as a preview.
function values(value) {
  if (isSecret(value) && holdsUnknown(value.value)) {
    return unknown;
  }
  if (Array.isArray(value)) {
    return value.map(values);
  }
  return isObject(value) ? Object.fromEntries(Object.entries(value).map(([name, field]) => [name, values(field)])) : value;
}

function holdsUnknown(value) {
  if (Array.isArray(value) || isObject(value)) {
    return Object.values(value).some(holdsUnknown);
  }
  return value === unknown;
}

function diff(one, other, urn, path, differences) {
  const isPlain = (value) => isObject(value) && !isSecret(value);
  if (isPlain(one) && isPlain(other)) {
    for (const name of new Set([...Object.keys(one), ...Object.keys(other)])) {
      diff(one[name], other[name], urn, path === "" ? name : `${path}.${name}`, differences);
    }
  } else if (isSecret(one) && isSecret(other)) {
    diff({ secret: one.value }, { secret: other.value }, urn, path, differences);
  } else if (canonical(one) !== canonical(other)) {
    differences.push(`${urn}\n  ${path}\n    ours:     ${show(one)}\n    official: ${show(other)}`);
  }
}

// JSON with the keys in order.
function canonical(value) {
  if (Array.isArray(value)) {
    return `[${value.map(canonical).join()}]`;
  }
  if (isObject(value)) {
    const fields = Object.keys(value).sort();
    return `{${fields.map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`).join()}}`;
  }
  return String(JSON.stringify(value));
}

function show(value) {
  if (value === undefined) {
    return "(nothing)";
  }
  return isSecret(value) ? `secret ${canonical(value.value)}` : canonical(value);
}

module.exports = { compare };
