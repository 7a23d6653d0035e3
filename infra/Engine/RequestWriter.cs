using System.Globalization;
using BgpLb.Engine.Protocol;
using BgpLb.Graph;
using Google.Protobuf.WellKnownTypes;

namespace BgpLb.Engine;

/// <summary>Writes the registration of a resource as the official SDKs write it.</summary>
internal sealed class RequestWriter(Answers answers, ValueWriter values)
{
    public static RegisterResourceRequest ForStack(ResourceGraph graph) =>
        Basic(ResourceGraph.StackType, graph.StackName, new());

    public RegisterResourceRequest For(Resource resource, string stackUrn)
    {
        var request = Basic(resource.Type, resource.Name, values.Write(resource.Inputs));
        request.Parent = resource.Parent is null ? stackUrn : answers.UrnOf(resource.Parent);
        AddDependencies(request, resource);
        if (resource is CustomResource custom)
        {
            request.Custom = true;
            AddOptions(request, custom.Options);
        }

        return request;
    }

    /// <summary>For another stack its name is its id, and a property as well.</summary>
    public ReadResourceRequest For(StackReference reference, string stackUrn) =>
        new()
        {
            Id = reference.Name,
            Type = reference.Type,
            Name = reference.Name,
            Parent = stackUrn,
            Properties = values.Write(reference.Inputs),
            AcceptSecrets = true,
            AcceptResources = true,
        };

    private static RegisterResourceRequest Basic(string type, string name, Struct inputs) =>
        new()
        {
            Type = type,
            Name = name,
            Object = inputs,
            AcceptSecrets = true,
            AcceptResources = true,
            AliasSpecs = true,
            SupportsPartialValues = true,
            SupportsResultReporting = true,
            CustomTimeouts = new(),
        };

    private void AddDependencies(RegisterResourceRequest request, Resource resource)
    {
        var dependencies = Dependencies.Of(resource);
        foreach (var dependency in dependencies.All)
        {
            request.Dependencies.Add(answers.UrnOf(dependency));
        }

        foreach (var (property, sources) in dependencies.PerProperty)
        {
            var urns = new RegisterResourceRequest.Types.PropertyDependencies();
            foreach (var source in sources)
            {
                urns.Urns.Add(answers.UrnOf(source));
            }

            request.PropertyDependencies[property] = urns;
        }
    }

    private void AddOptions(RegisterResourceRequest request, ResourceOptions options)
    {
        request.Version = options.Version;
        request.Provider = options.Provider is null ? "" : answers.ReferenceTo(options.Provider);
        request.ImportId = options.Import ?? "";
        request.AdditionalSecretOutputs.AddRange(options.AdditionalSecretOutputs);
        request.IgnoreChanges.AddRange(options.IgnoreChanges);
        request.ReplaceOnChanges.AddRange(options.ReplaceOnChanges);
        if (options.Protect is { } protect)
        {
            request.Protect = protect;
        }

        if (options.RetainOnDelete is { } retain)
        {
            request.RetainOnDelete = retain;
        }

        if (options.Timeouts is { } timeouts)
        {
            request.CustomTimeouts.Create = Duration(timeouts.Create);
            request.CustomTimeouts.Update = Duration(timeouts.Update);
            request.CustomTimeouts.Delete = Duration(timeouts.Delete);
        }
    }

    private static string Duration(TimeSpan? time) =>
        time is { } given ? string.Create(CultureInfo.InvariantCulture, $"{given.TotalSeconds}s") : "";
}
