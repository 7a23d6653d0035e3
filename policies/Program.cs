// The policy pack, started by the engine.
throw new NotSupportedException("the policy pack is not served yet");
