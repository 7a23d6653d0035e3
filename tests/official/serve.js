// Serves the engine of the official generated code: prints its port, with --tell a line when the first registration is
// there, and when standard input ends, its recording.
"use strict";

const { read } = require("./arguments");
const { OfficialEngine } = require("./engine");

const options = read(process.argv.slice(2), {
  flags: ["preview", "send-unknowns", "tell"],
  values: ["project", "stack", "delay-ms", "fail", "fail-code", "fail-message", "skip", "die-after", "together"],
});

const number = (text) => (text === undefined ? undefined : Number(text));
const given = Object.entries({
  ...options,
  delay: number(options.delayMs),
  failCode: number(options.failCode),
  dieAfter: number(options.dieAfter),
  together: number(options.together),
}).filter(([, value]) => value !== undefined);

const engine = new OfficialEngine(Object.fromEntries(given));
if (options.tell) {
  engine.onCalled = () => console.log("called");
}
engine.start().then((address) => console.log(address.split(":")[1]));
process.stdin.resume();
process.stdin.on("end", () => end(50));

// Calls that are still open get some time to be cancelled: the end of standard input may overtake that.
function end(patience) {
  if (engine.running > 0 && patience > 0) {
    setTimeout(() => end(patience - 1), 100);
    return;
  }
  engine.stop();
  process.stdout.write(JSON.stringify(engine.recording), () => process.exit(0));
}
