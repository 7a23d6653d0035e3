using System.Globalization;
using System.Text;
using BgpLb.Graph;
using BgpLb.Policies.Model;

namespace BgpLb.Policies;

/// <summary>
/// Takes secrets out of messages. Rules quote by <see cref="Property.Shown"/>, which knows what is secret; a value that a
/// rule has parsed, joined or taken from elsewhere has lost its mark, and stops here. What also stands somewhere in the
/// open is no secret: an address within a secret connection is the router's own.
/// </summary>
internal sealed class Discretion
{
    /// <summary>Shorter texts are ports and flags, and would take words apart.</summary>
    private const int Least = 5;

    private readonly HashSet<string> _secret = new(StringComparer.Ordinal);
    private readonly HashSet<string> _open = new(StringComparer.Ordinal);
    private readonly string[] _hidden;

    public Discretion(IEnumerable<StackResource> resources)
    {
        foreach (var resource in resources)
        {
            Sort(resource.Properties, isSecret: false);
            Add(resource.Name, isSecret: false);
            Add(NameOf(resource), isSecret: false);
        }

        _secret.ExceptWith(_open);
        // Of two of which one holds the other, the longer goes first.
        _hidden = [.. _secret.SelectMany(Forms).Distinct().OrderByDescending(text => text.Length)];
    }

    public string Keep(string message) =>
        _hidden.Aggregate(message, (kept, secret) => kept.Replace(secret, "(a secret)", StringComparison.Ordinal));

    private void Sort(Value value, bool isSecret)
    {
        switch (value)
        {
            case Secret secret:
                Sort(secret.Inner, isSecret: true);
                break;
            case Fields fields:
                foreach (var entry in fields.Entries)
                {
                    Sort(entry.Value, isSecret);
                }

                break;
            case Items items:
                foreach (var element in items.Elements)
                {
                    Sort(element, isSecret);
                }

                break;
            default:
                Add(TextOf(value), isSecret);
                break;
        }
    }

    private void Add(string text, bool isSecret)
    {
        if (text.Length >= Least)
        {
            (isSecret ? _secret : _open).Add(text);
        }
    }

    /// <summary>Names are shown, whoever says that they are secret: they stand in every message.</summary>
    private static string NameOf(StackResource resource)
    {
        var metadata = resource.Properties["metadata"];
        var name = ((metadata is Secret secret ? secret.Inner : metadata) as Fields)?["name"];
        return ((name is Secret hidden ? hidden.Inner : name) as Text)?.Content ?? "";
    }

    private static string TextOf(Value value) =>
        value switch
        {
            Text text => text.Content,
            Number number => number.Amount.ToString(CultureInfo.InvariantCulture),
            _ => "",
        };

    /// <summary>As it is, and as a Kubernetes Secret's data has it, both ways.</summary>
    private static IEnumerable<string> Forms(string secret)
    {
        yield return secret;
        yield return Convert.ToBase64String(Encoding.UTF8.GetBytes(secret));
        var decoded = new byte[secret.Length];
        if (Convert.TryFromBase64String(secret, decoded, out var length) && length >= Least)
        {
            yield return Encoding.UTF8.GetString(decoded, 0, length);
        }
    }
}
