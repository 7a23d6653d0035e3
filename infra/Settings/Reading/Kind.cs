namespace BgpLb.Settings.Reading;

/// <summary>How one kind of scalar is read and described.</summary>
/// <param name="Placeholder">What stands in for a value that cannot be read, so that reading goes on.</param>
/// <param name="Read">The value, or null with a hint (or none) of what is wrong with the text.</param>
internal sealed record Kind<T>(ValueShape Shape, T Placeholder, Func<string, Outcome<T>> Read);

/// <summary>A value, or what is wrong; "Allowed" narrows the kind's own words where more is known.</summary>
internal readonly record struct Outcome<T>(bool IsValid, T Value, string? Allowed = null)
{
    public static Outcome<T> Of(T value) => new(IsValid: true, value);

    public static Outcome<T> Refused(string? allowed = null) => new(IsValid: false, default!, allowed);
}
