using BgpLb.Engine.Protocol;

namespace BgpLb.Recording;

/// <summary>How a recording engine behaves.</summary>
internal sealed record RecordingOptions
{
    /// <summary>A preview: ids are empty or unknown, computed outputs are left out.</summary>
    public bool DryRun { get; init; }

    /// <summary>In a preview, sends computed outputs as unknown instead of leaving them out.</summary>
    public bool SendUnknowns { get; init; }

    /// <summary>How long each registration takes.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>What a registration waits for besides; null for nothing.</summary>
    public Func<RegisterResourceRequest, Task>? Hold { get; init; }

    /// <summary>The name of the resource whose registration is refused.</summary>
    public string? Fail { get; init; }

    /// <summary>What the refusal says.</summary>
    public string FailMessage { get; init; } = "refused by the recording engine";

    /// <summary>The gRPC status of the refusal; 2 is "unknown", 14 "unavailable" as of an engine that stops.</summary>
    public int FailStatus { get; init; } = 2;

    /// <summary>Drops every connection when this many resources are registered.</summary>
    public int? DieAfter { get; init; }

    /// <summary>Answers with computed outputs only, and keeps nothing but measurements and logs: for the benchmark.</summary>
    public bool MeasureOnly { get; init; }

    /// <summary>Whether the engine knows the feature "secrets".</summary>
    public bool SupportsSecrets { get; init; } = true;

    /// <summary>Whether it knows the call that ends a run.</summary>
    public bool SupportsShutdown { get; init; } = true;

    /// <summary>The outputs of other stacks, by their names; whoever reads another one is refused.</summary>
    public IReadOnlyDictionary<string, Google.Protobuf.WellKnownTypes.Struct> OtherStacks { get; init; } =
        new Dictionary<string, Google.Protobuf.WellKnownTypes.Struct>(StringComparer.Ordinal);

    /// <summary>Changes an answer before it is sent.</summary>
    public Action<RegisterResourceRequest, RegisterResourceResponse>? Adjust { get; init; }
}
