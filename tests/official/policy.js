// Asks a policy pack as the engine would, with the official generated code: `policy.js PORT RECORDING.json PROCESS`,
// which is the pack's number. The recording is what a program registered, and may say more: `config`, `configSecretKeys`, and `levels`, which the
// engine's user gave the pack, by policy. Prints all answers as JSON.
"use strict";

const fs = require("node:fs");
const grpc = require("@grpc/grpc-js");
const { Empty } = require("google-protobuf/google/protobuf/empty_pb.js");
const { Struct } = require("google-protobuf/google/protobuf/struct_pb.js");
const messages = require("@pulumi/pulumi/proto/analyzer_pb.js");
const { AnalyzerClient } = require("@pulumi/pulumi/proto/analyzer_grpc_pb.js");

const [port, file, pack] = process.argv.slice(2);
const recording = JSON.parse(fs.readFileSync(file, "utf8"));
const client = new AnalyzerClient(`127.0.0.1:${port}`, grpc.credentials.createInsecure(), {
  "grpc.max_receive_message_length": 400 * 1024 * 1024,
});

// The answer, or the status with which the call was refused.
const call = (method, request) =>
  new Promise((resolve) =>
    client[method](request, { deadline: Date.now() + 60000 }, (error, answer) =>
      resolve(error ? { code: error.code, details: error.details } : answer.toObject()),
    ),
  );

main().then((answers) => process.stdout.write(JSON.stringify(answers), () => process.exit(0)));

async function main() {
  const answers = {};
  answers.handshake = await call("handshake", new messages.AnalyzerHandshakeRequest());
  answers.configureStack = await call("configureStack", stackConfiguration());
  answers.plugin = await call("getPluginInfo", new Empty());
  answers.info = await call("getAnalyzerInfo", new Empty());
  answers.configure = await call("configure", configuration(answers.info));
  const { registrations } = recording;
  answers.remediate = await call("remediate", fill(new messages.AnalyzeRequest(), registrations[0]));
  answers.analyze = await Promise.all(
    registrations.map(async (one) => ({
      urn: one.urn,
      ...(await call("analyze", fill(new messages.AnalyzeRequest(), one))),
    })),
  );
  const before = processorTime();
  answers.analyzeStack = await call("analyzeStack", wholeStack(registrations));
  answers.analyzeStackMilliseconds = processorTime() - before;
  answers.bad = await call("analyze", new messages.AnalyzeRequest());
  answers.cancel = await call("cancel", new Empty());
  return answers;
}

// What the pack has computed so far, in milliseconds; 0 where the system does not tell. The kernel counts in hundredths
// of a second, from the twelfth field behind the name, which may hold anything.
function processorTime() {
  if (!fs.existsSync(`/proc/${pack}/stat`)) {
    return 0;
  }
  const fields = fs.readFileSync(`/proc/${pack}/stat`, "utf8").split(") ").at(-1).split(" ");
  return 10 * (Number(fields[11]) + Number(fields[12]));
}

function stackConfiguration() {
  const request = new messages.AnalyzerStackConfigureRequest();
  request.setStack(recording.stack);
  request.setProject(recording.project);
  request.setDryRun(recording.dryRun);
  request.setConfigSecretKeysList(recording.configSecretKeys ?? []);
  Object.entries(recording.config ?? {}).forEach(([key, value]) => request.getConfigMap().set(key, value));
  return request;
}

// The engine sends a level for every policy: the pack's own defaults, with what its user has given laid over them.
function configuration(info) {
  const request = new messages.ConfigureAnalyzerRequest();
  for (const policy of info.policiesList) {
    const config = new messages.PolicyConfig();
    const given = recording.levels?.[policy.name]?.toUpperCase();
    config.setEnforcementlevel(given ? messages.EnforcementLevel[given] : policy.enforcementlevel);
    request.getPolicyconfigMap().set(policy.name, config);
  }
  return request;
}

function fill(request, registration, properties = registration.object) {
  request.setType(registration.type);
  request.setUrn(registration.urn);
  request.setName(registration.name);
  request.setProperties(Struct.fromJavaScript(properties));
  const options = new messages.AnalyzerResourceOptions();
  options.setProtect(registration.protect ?? false);
  request.setOptions(options);
  return request;
}

// Of the whole stack the engine sends outputs: of a component what it has put out, and not its inputs.
function wholeStack(registrations) {
  const outputs = new Map(recording.outputs.map((entry) => [entry.urn, entry.outputs]));
  const request = new messages.AnalyzeStackRequest();
  for (const registration of registrations) {
    const properties = registration.custom ? registration.object : (outputs.get(registration.urn) ?? {});
    const resource = fill(new messages.AnalyzerResource(), registration, properties);
    resource.setParent(registration.parent);
    resource.setDependenciesList(registration.dependencies);
    for (const [property, urns] of Object.entries(registration.propertyDependencies)) {
      const dependencies = new messages.AnalyzerPropertyDependencies();
      dependencies.setUrnsList(urns);
      resource.getPropertydependenciesMap().set(property, dependencies);
    }
    request.addResources(resource);
  }
  return request;
}
