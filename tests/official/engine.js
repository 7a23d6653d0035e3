// An engine of the official generated code: serves ResourceMonitor and Engine, and records what it is told.
"use strict";

const grpc = require("@grpc/grpc-js");
const { Empty } = require("google-protobuf/google/protobuf/empty_pb.js");
const { Struct } = require("google-protobuf/google/protobuf/struct_pb.js");
const monitor = require("@pulumi/pulumi/proto/resource_pb.js");
const { ResourceMonitorService } = require("@pulumi/pulumi/proto/resource_grpc_pb.js");
const { EngineService } = require("@pulumi/pulumi/proto/engine_grpc_pb.js");
const { answerTo } = require("./answer");
const { readRegistration } = require("./read");

const features = new Set(["secrets", "resourceReferences", "outputValues", "aliasSpecs", "deletedWith"]);

// A resource that was not made has a name and nothing else.
const skipped = (request, options) => ({ urn: answerTo(request, options).urn, id: "", object: {} });

class OfficialEngine {
  constructor(options) {
    this.options = { project: "project", stack: "stack", delay: 0, failCode: grpc.status.UNKNOWN, ...options };
    this.recording = {
      project: this.options.project,
      stack: this.options.stack,
      dryRun: Boolean(this.options.preview),
      ended: false,
      mostAtOnce: 0,
      cancelled: 0,
      notUnderstood: [],
      features: [],
      registrations: [],
      outputs: [],
      logs: [],
    };
    this.running = 0;
    this.onCalled = () => {};
    // Calls that wait until so many of them are there; null once they were.
    this.held = this.options.together === undefined ? null : [];
    this.server = new grpc.Server({ "grpc.max_receive_message_length": 400 * 1024 * 1024 });
    this.server.addService(this.watched(ResourceMonitorService), {
      supportsFeature: (call, reply) => this.supportsFeature(call, reply),
      registerResource: (call, reply) => this.registerResource(call, reply),
      registerResourceOutputs: (call, reply) => this.registerResourceOutputs(call, reply),
      signalAndWaitForShutdown: (call, reply) => this.end(call, reply),
    });
    this.server.addService(this.watched(EngineService), { log: (call, reply) => this.log(call, reply) });
  }

  start() {
    return new Promise((resolve, reject) => {
      this.server.bindAsync("127.0.0.1:0", grpc.ServerCredentials.createInsecure(), (error, port) =>
        error ? reject(error) : resolve(`127.0.0.1:${port}`),
      );
    });
  }

  stop() {
    this.server.forceShutdown();
  }

  // The official code skips fields that it does not know; a message that shrinks when it is written again had some.
  watched(service) {
    const methods = Object.entries(service).map(([name, method]) => {
      const requestDeserialize = (bytes) => {
        const message = method.requestDeserialize(bytes);
        if (Buffer.from(message.serializeBinary()).length !== bytes.length) {
          this.recording.notUnderstood.push(method.path);
        }
        return message;
      };
      return [name, { ...method, requestDeserialize }];
    });
    return Object.fromEntries(methods);
  }

  supportsFeature(call, reply) {
    this.recording.features.push(call.request.getId());
    const answer = new monitor.SupportsFeatureResponse();
    answer.setHassupport(features.has(call.request.getId()));
    reply(null, answer);
  }

  registerResource(call, reply) {
    const request = readRegistration(call.request);
    this.recording.mostAtOnce = Math.max(this.recording.mostAtOnce, ++this.running);
    if (this.running === 1 && this.recording.registrations.length === 0) {
      this.onCalled();
    }
    let isOver = false;
    const end = (then) => {
      if (!isOver) {
        isOver = true;
        this.running--;
        then();
      }
    };
    let timer;
    this.together(request, () => {
      timer = setTimeout(() => end(() => this.answer(request, reply)), this.options.delay);
    });
    call.on("cancelled", () =>
      end(() => {
        clearTimeout(timer);
        this.recording.cancelled++;
      }),
    );
  }

  together(request, begin) {
    // The stack and a component are registered one after the other, before the rest.
    if (this.held === null || !request.custom) {
      begin();
      return;
    }
    this.held.push(begin);
    if (this.held.length === this.options.together) {
      const held = this.held;
      this.held = null;
      held.forEach((one) => one());
    }
  }

  answer(request, reply) {
    if (request.name === this.options.fail) {
      reply({ code: this.options.failCode, details: this.options.failMessage ?? "refused by the official engine" });
      return;
    }
    if (this.recording.registrations.length + 1 === this.options.dieAfter) {
      process.exit(9);
    }
    const isSkipped = request.name === this.options.skip;
    const { urn, id, object } = isSkipped ? skipped(request, this.options) : answerTo(request, this.options);
    this.recording.registrations.push({ urn, id, ...request });
    const answer = new monitor.RegisterResourceResponse();
    answer.setUrn(urn);
    answer.setId(id);
    answer.setObject(Struct.fromJavaScript(object));
    answer.setResult(isSkipped ? monitor.Result.SKIP : monitor.Result.SUCCESS);
    reply(null, answer);
  }

  registerResourceOutputs(call, reply) {
    const outputs = call.request.getOutputs()?.toJavaScript() ?? {};
    this.recording.outputs.push({ urn: call.request.getUrn(), outputs });
    reply(null, new Empty());
  }

  end(_call, reply) {
    this.recording.ended = true;
    reply(null, new Empty());
  }

  log(call, reply) {
    const { severity, message, urn } = call.request.toObject();
    this.recording.logs.push({ severity, message, urn });
    reply(null, new Empty());
  }
}

module.exports = { OfficialEngine };
