namespace BgpLb.Policies.Model.Routers;

/// <summary>What has entries with numbers, in their order.</summary>
internal abstract class Numbered<T>
    where T : NumberedEntry, new()
{
    private readonly List<T> _entries = [];

    public IReadOnlyList<T> Entries => _entries;

    /// <summary>The entry of a number, made where there is none.</summary>
    public T At(uint number)
    {
        // A configuration says them in their order, and VyOS several lines about one after the other.
        var place = _entries.Count;
        while (place > 0 && _entries[place - 1].Number > number)
        {
            place--;
        }

        if (place == 0 || _entries[place - 1].Number != number)
        {
            _entries.Insert(place, new() { Number = number });
            place++;
        }

        return _entries[place - 1];
    }

    /// <summary>The number that FRR gives to an entry without one: the next multiple of five.</summary>
    public uint Next() => _entries.Count == 0 ? 5 : (_entries[^1].Number / 5 * 5) + 5;
}

/// <summary>An entry of a list that is gone through by its numbers.</summary>
internal abstract class NumberedEntry
{
    public uint Number { get; init; }
}
