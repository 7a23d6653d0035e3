// Turns recorded values into what a user would have written: markers become outputs, marked values secrets.
"use strict";

const pulumi = require("@pulumi/pulumi");
const { isObject, isSecret, parts } = require("./wire");

function reader(made) {
  function read(value) {
    if (isSecret(value)) {
      return markedByOutputs(value.value) ? read(value.value) : pulumi.secret(read(value.value));
    }
    if (typeof value === "string") {
      return text(value);
    }
    if (Array.isArray(value)) {
      return value.map(read);
    }
    return isObject(value) ? Object.fromEntries(Object.entries(value).map(([name, field]) => [name, read(field)])) : value;
  }

  function text(value) {
    const found = parts(value).map((part) => (typeof part === "string" ? part : output(part)));
    return found.length === 1 ? found[0] : pulumi.concat(...found);
  }

  function output({ urn, path }) {
    const [property, ...rest] = path.split(".");
    const whole = made.get(urn)?.[property];
    if (whole === undefined) {
      throw new Error(`no resource of the official packages has the output ${path} of ${urn}`);
    }
    return rest.length === 0 ? whole : whole.apply((value) => rest.reduce((inner, name) => inner[name], value));
  }

  return read;
}

// A text that is one whole output is secret because that output is; nobody would mark it again.
const markedByOutputs = (value) => typeof value === "string" && parts(value).length === 1 && typeof parts(value)[0] !== "string";

module.exports = { reader };
