// How Pulumi writes secrets and unknown values, and the markers that the recording engines answer with.
"use strict";

const signatureKey = "4dabf18193072939515e22adb298388d";
const secretSignature = "1b47061264138c4ac30d75fd1eb44270";
const unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
const isSecret = (value) => isObject(value) && value[signatureKey] === secretSignature;
const secret = (value) => ({ [signatureKey]: secretSignature, value });
const marker = (urn, path) => `«${urn}|${path}»`;

// The parts of a text: texts, and {urn, path} where a marker stands.
function parts(text) {
  const found = [];
  let rest = text;
  for (;;) {
    const match = /«([^«»|]+)\|([^«»]+)»/.exec(rest);
    if (!match) {
      return rest === "" && found.length > 0 ? found : [...found, rest];
    }
    if (match.index > 0) {
      found.push(rest.slice(0, match.index));
    }
    found.push({ urn: match[1], path: match[2] });
    rest = rest.slice(match.index + match[0].length);
  }
}

module.exports = { isObject, isSecret, secret, marker, parts, unknown };
