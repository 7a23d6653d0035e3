using System.Collections.Immutable;

namespace BgpLb.Graph;

/// <summary>A resource that a provider makes, reads and deletes.</summary>
public class CustomResource : Resource
{
    public CustomResource(
        ComponentResource parent,
        string type,
        string name,
        Fields inputs,
        ResourceOptions options,
        string purpose
    )
        : base(parent.Graph, parent, type, name)
    {
        Inputs = inputs;
        Options = options;
        DependsOn = options.DependsOn;
        Purpose = purpose;
    }

    public ResourceOptions Options { get; }

    /// <summary>An output by its name, for the inputs of other resources.</summary>
    public Output this[string property] => new(this, property);
}

/// <summary>How the engine is to treat a custom resource. The names are Pulumi's.</summary>
public sealed record ResourceOptions
{
    /// <summary>The provider plugin's version, pinned: <c>4.32.0</c>.</summary>
    public required string Version { get; init; }

    /// <summary>The explicit provider; without it the engine takes the package's default one.</summary>
    public CustomResource? Provider { get; init; }

    public ImmutableArray<Resource> DependsOn { get; init; } = [];

    /// <summary>The id of an existing object to take over instead of making one.</summary>
    public string? Import { get; init; }

    public ImmutableArray<string> AdditionalSecretOutputs { get; init; } = [];

    public ImmutableArray<string> ReplaceOnChanges { get; init; } = [];

    /// <summary>Inputs for which the state's values stay, where there are any, whatever is given here.</summary>
    public ImmutableArray<string> IgnoreChanges { get; init; } = [];

    /// <summary>Refuses deletion while set. Null leaves it to the engine's default, false.</summary>
    public bool? Protect { get; init; }

    /// <summary>Forgets the object instead of deleting it.</summary>
    public bool? RetainOnDelete { get; init; }

    /// <summary>Limits for create, update and delete; null leaves all to the provider.</summary>
    public Timeouts? Timeouts { get; init; }
}

/// <summary>How long the provider may take. Sent in Pulumi's notation, <c>90s</c>.</summary>
public sealed record Timeouts(TimeSpan? Create = null, TimeSpan? Update = null, TimeSpan? Delete = null);
