using System.Collections.Concurrent;
using System.Collections.Immutable;
using BgpLb.Graph;
using BgpLb.Policies.Model;
using BgpLb.Policies.Pack.Protocol;
using BgpLb.Policies.Rules;

namespace BgpLb.Policies.Pack;

/// <summary>The pack's answers. The engine configures it first, and then may ask for many resources at once.</summary>
internal sealed class Analyzer(ImmutableArray<Rule> rules)
{
    private readonly ConcurrentDictionary<string, Fields> _inputs = new(StringComparer.Ordinal);
    private volatile Configured _configured = Configured.Of("", "", rules, StackLevels.None);

    /// <summary>A new update begins.</summary>
    public AnalyzerStackConfigureResponse Configure(AnalyzerStackConfigureRequest request)
    {
        var key = $"{request.Project}:policies";
        var levels = StackLevels.Read(
            request.Config.TryGetValue(key, out var json) ? json : null,
            request.ConfigSecretKeys.Contains(key),
            rules
        );
        _inputs.Clear();
        _configured = Configured.Of(request.Project, request.Stack, rules, levels);
        return new();
    }

    /// <summary>What the engine's user has configured, by rule; whatever else is named there is none of ours.</summary>
    public void Configure(ConfigureAnalyzerRequest request) =>
        _configured = _configured with
        {
            Levels = new(
                _configured.Levels.OfStack,
                request.PolicyConfig.ToDictionary(
                    config => config.Key,
                    config => PackInfo.Read(config.Value.EnforcementLevel),
                    StringComparer.Ordinal
                )
            ),
        };

    public AnalyzerInfo Info() => PackInfo.Of(_configured.Rules, _configured.Levels);

    /// <summary>The rules about one resource. What cannot be judged yet is said once, with the whole stack.</summary>
    public AnalyzeResponse Analyze(AnalyzeRequest request)
    {
        var resource = ResourceReader.Read(request);
        _inputs[resource.Urn] = resource.Properties;
        var configured = _configured;
        var verdict = Judging.Judge(resource, configured.Levels, configured.Rules);
        return new() { Diagnostics = { verdict.Findings.Select(configured.Diagnostics.Of) } };
    }

    /// <summary>The rules about the whole stack, and those about one resource for any that was not asked for before.</summary>
    public AnalyzeResponse AnalyzeStack(AnalyzeStackRequest request)
    {
        var configured = _configured;
        var seen = _inputs.Keys.ToHashSet(StringComparer.Ordinal);
        var stack = new StackView(
            configured.Project,
            configured.Stack,
            [.. request.Resources.Select(resource => ResourceReader.Read(resource, _inputs))]
        );
        var stackUrn =
            stack.OfType(ResourceGraph.StackType).FirstOrDefault()?.Urn
            ?? new ResourceGraph(configured.Project, configured.Stack).StackUrn;
        var verdict = Judging.Judge(stack, configured.Levels, configured.Rules);
        return new()
        {
            Diagnostics =
            {
                verdict
                    .Findings.Where(finding => configured.IsOfWhole(finding.Rule) || !seen.Contains(finding.Urn!))
                    .Select(configured.Diagnostics.Of),
                verdict.Undecided.Select(undecided => configured.Diagnostics.Of(undecided, stackUrn)),
            },
        };
    }
}
